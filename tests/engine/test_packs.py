"""An engine is installed only where it is the published one and this computer can run it."""

import pytest

from glmdesk.core.errors import DownloadHalted, EngineRefused
from glmdesk.engine.packs import install, install_from, installed, pack_of, refusal, remove
from glmdesk.engine.place import EnginePlace
from glmdesk.engine.probing import Chosen, Outcome, Probe, build_of, choose, probe, to_probe
from glmdesk.engine.protocol import VERSION
from tests.engine.wheels import CRASHES, RAISES, pack, wheel


@pytest.fixture
def engines(tmp_path):
    return tmp_path / "engines"


def not_fetched(_wheel, _folder):
    raise AssertionError("nothing may be downloaded")


def works(engine, driver="driver 1"):
    return Probe(build_of(engine), driver, Outcome.WORKS, "", ("A card",))


def test_the_published_file_becomes_an_engine(tmp_path, engines):
    file = wheel(tmp_path)
    made = install(pack(file), engines, lambda _wheel, _folder: file)
    (found,) = installed(engines)
    assert (found.folder, found.manifest) == (engines / "vulkan", made.manifest)
    assert found.manifest.sha256 == pack(file).wheels[0].sha256


def test_another_file_is_not_unpacked(tmp_path, engines):
    offered = pack(wheel(tmp_path))
    other = wheel(tmp_path, "evil = True", name="other.whl")
    with pytest.raises(EngineRefused, match="is not the one that was published"):
        install(offered, engines, lambda _wheel, _folder: other)
    assert installed(engines) == ()


def test_a_file_that_is_no_wheel_leaves_nothing_behind(tmp_path, engines):
    file = tmp_path / "engine.whl"
    file.write_bytes(b"not a zip")
    with pytest.raises(EngineRefused, match="is not what it should be"):
        install_from([file], pack(file), engines)
    assert installed(engines) == ()


def test_an_engine_for_another_system_is_not_even_downloaded(tmp_path, engines):
    offered = pack(wheel(tmp_path), platform="amiga-m68k")
    with pytest.raises(EngineRefused, match="is made for amiga-m68k"):
        install(offered, engines, not_fetched)


def test_an_engine_of_a_newer_program_is_not_even_downloaded(tmp_path, engines):
    offered = pack(wheel(tmp_path), protocol=VERSION + 1)
    with pytest.raises(EngineRefused, match="needs a newer version of glmdesk"):
        install(offered, engines, not_fetched)


def test_an_instruction_that_is_not_here_is_named(tmp_path):
    assert "needs AN_INSTRUCTION_OF_2050" in refusal(pack(wheel(tmp_path), needs=("an_instruction_of_2050",)))


def test_a_file_is_known_by_its_hash_alone(tmp_path):
    offered = pack(wheel(tmp_path))
    renamed = wheel(tmp_path, name="renamed.zip")
    assert pack_of([renamed], [offered]) == (offered, [renamed])
    with pytest.raises(EngineRefused, match="none of the engines"):
        pack_of([wheel(tmp_path, "x = 1", name="unknown.whl")], [offered])


def test_several_files_are_put_in_the_order_of_their_pack(tmp_path):
    bindings, runtime = wheel(tmp_path), wheel(tmp_path, "x = 1", name="runtime.whl")
    offered = pack(bindings, wheels=(*pack(bindings).wheels, *pack(runtime).wheels))
    assert pack_of([runtime, bindings], [offered]) == (offered, [bindings, runtime])
    with pytest.raises(EngineRefused, match="none of the engines"):
        pack_of([bindings], [offered])


def test_an_engine_for_another_system_is_not_installed_from_a_file_either(tmp_path, engines):
    file = wheel(tmp_path)
    with pytest.raises(EngineRefused, match="is made for amiga-m68k"):
        install_from([file], pack(file, platform="amiga-m68k"), engines)
    assert installed(engines) == ()


def test_what_came_of_a_broken_download_is_kept_for_the_next_try(tmp_path, engines):
    file = wheel(tmp_path)

    def breaks_off(_wheel, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "engine.whl.part").write_bytes(b"PK")
        raise DownloadHalted("The connection was lost.", "What was downloaded so far is kept.")

    def goes_on(_wheel, folder):
        assert (folder / "engine.whl.part").read_bytes() == b"PK"
        return file

    with pytest.raises(
        EngineRefused, match=r"was not downloaded\. The connection was lost\. What was downloaded"
    ):
        install(pack(file), engines, breaks_off)
    made = install(pack(file), engines, goes_on)
    assert [each.name for each in engines.iterdir()] == [made.folder.name]


def test_removing_takes_an_engine_and_nothing_else(tmp_path, engines):
    file = wheel(tmp_path)
    install_from([file], pack(file), engines)
    remove("../engines/vulkan/..", engines)
    remove("vulkan", engines)
    assert engines.is_dir()
    assert installed(engines) == ()


# --- trying it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bindings", "outcome", "happened"),
    [
        (CRASHES, Outcome.CRASHED, "crashed on this computer's graphics driver"),
        (RAISES, Outcome.FAILED, "llama.cpp cannot be started on this computer"),
    ],
)
def test_what_goes_wrong_in_a_probe_is_a_sentence(tmp_path, engines, bindings, outcome, happened):
    file = wheel(tmp_path, bindings)
    made = install_from([file], pack(file), engines)
    found = probe("Vulkan", EnginePlace(folder=str(made.folder)), build_of(made), "driver 1")
    assert found.outcome is outcome
    assert happened in found.happened


# --- choosing ----------------------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path, engines):
    """Vulkan and CUDA, both installed."""
    vulkan, cuda = wheel(tmp_path), wheel(tmp_path, "x = 1", name="cuda.whl")
    return (
        install_from([vulkan], pack(vulkan), engines),
        install_from([cuda], pack(cuda, name="cuda", backend="CUDA", title="CUDA"), engines),
    )


def test_the_best_that_works_is_used(two):
    vulkan, cuda = two
    records = {"vulkan": works(vulkan), "cuda": works(cuda)}
    assert choose("", two, records, "driver 1").name == "cuda"
    assert choose("", two, {"vulkan": works(vulkan)}, "driver 1").name == "vulkan"


def test_nothing_is_used_that_was_not_tried_or_was_tried_with_another_driver(two):
    vulkan, _ = two
    assert choose("", two, {}, "driver 1") == Chosen()
    assert choose("", two, {"vulkan": works(vulkan)}, "driver 2") == Chosen()


def test_a_choice_wins_and_a_choice_that_is_gone_is_none(two):
    _, cuda = two
    assert choose("vulkan", two, {"cuda": works(cuda)}, "driver 1").name == "vulkan"
    assert choose("rocm", two, {"cuda": works(cuda)}, "driver 1").name == "cuda"


def test_a_python_is_chosen_by_its_path(two, tmp_path):
    python = tmp_path / "python"
    python.write_text("")
    assert choose(str(python), two, {}, "driver 1").place == EnginePlace(python=str(python))


def test_what_crashed_is_left_alone_until_the_driver_is_another(two):
    vulkan, cuda = two
    crashed = Probe(build_of(cuda), "driver 1", Outcome.CRASHED, "It crashed.")
    records = {"vulkan": works(vulkan), "cuda": crashed}
    assert to_probe(two, records, "driver 1") == ()
    assert to_probe(two, records, "driver 2") == two
