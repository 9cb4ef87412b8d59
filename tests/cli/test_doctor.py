"""What `doctor` makes of a worker's greeting."""

import pytest

from glmdesk.cli import doctor, output
from glmdesk.engine.protocol import VERSION, DeviceInfo, Hello

GIB = 1024**3
PROCESSOR = DeviceInfo("CPU", "Some processor", "cpu", "CPU", 32 * GIB, 20 * GIB)
CARD = DeviceInfo("CUDA0", "A card", "gpu", "CUDA", 24 * GIB, 22 * GIB, "0000:01:00.0")


def greeting(*devices: DeviceInfo) -> Hello:
    backends = tuple(dict.fromkeys(device.backend for device in devices))
    return Hello(VERSION, "llama-cpp-python 0.3.36", "abc1234", backends, devices)


def test_a_card_takes_the_layers_and_the_processor_the_rest() -> None:
    found = doctor.report(greeting(CARD, PROCESSOR))
    card, processor = (d for d in found["devices"] if d["id"] in ("CUDA0", "CPU"))
    assert (card["used"], card["pci"], card["total_bytes"]) == (True, "0000:01:00.0", 24 * GIB)
    assert "layers" in card["reason"]
    assert (processor["used"], processor["reason"]) == (True, "It takes what does not fit on the GPU.")
    assert not any("no GPU" in note for note in found["notes"])


def test_without_a_card_the_reason_and_a_note_say_so() -> None:
    found = doctor.report(greeting(PROCESSOR))
    [processor] = [device for device in found["devices"] if device["used"]]
    assert processor["reason"] == "There is no GPU that this engine can use."
    assert "Models run on the processor alone: the engine (CPU) finds no GPU." in found["notes"]


def test_people_get_one_line_for_each_device(capsys: pytest.CaptureFixture[str]) -> None:
    output.text(doctor.readable(doctor.report(greeting(CARD, PROCESSOR))))
    shown = capsys.readouterr().out
    assert "A card (CUDA0, CUDA), 22.0 GiB of 24.0 GiB free. It takes" in shown
    assert "Engine: llama-cpp-python 0.3.36, llama.cpp abc1234 of 2026-10-01" in shown
    assert "Computes with: CUDA, CPU" in shown
