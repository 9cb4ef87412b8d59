"""Pictures of the page about this computer: a scripted engine on a card, and what is done to get there."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QMenu

from glmdesk.ui.button import Button
from glmdesk.ui.screenshot_stage import Fact, Stage
from glmdesk.ui.screenshot_texts import QUESTION

ON_A_CARD: dict[str, Any] = {
    "devices": [
        {
            "id": "CUDA0",
            "name": "NVIDIA GeForce RTX 4070 Ti SUPER",
            "kind": "gpu",
            "backend": "CUDA",
            "total_bytes": 16 << 30,
            "free_bytes": 15 << 30,
        }
    ],
    "memory": {
        "devices": [
            {
                "id": "CUDA0",
                "weights_bytes": 12_385_000_000,
                "kv_bytes": 942_538_752,
                "compute_bytes": 421_000_000,
                "free_bytes": 15 << 30,
                "margin_bytes": 1_890_000_000,
            }
        ],
        "host": {
            "weights_bytes": 5_126_000_000,
            "kv_bytes": 0,
            "compute_bytes": 152_000_000,
            "available_bytes": 24 << 30,
        },
    },
}


def models_page(stage: Stage) -> Iterator[Fact]:
    """What fits, with an answer behind it."""
    yield from stage.begin()
    stage.ask(QUESTION)
    yield stage.answered
    stage.view.open_models_page()
    yield lambda: bool(stage.application.fit.state.plans) and not stage.application.fit.state.pending


def model_elsewhere(stage: Stage) -> Iterator[Fact]:
    """What a model would take that is not here, exactly."""
    yield from models_page(stage)
    stage.application.fit.show_model("glm-4.7-flash-q4_k_m")
    yield lambda: any(plan.exact for plan in stage.application.fit.state.plans)


def model_file_menu(stage: Stage) -> Iterator[Fact]:
    """What can be done with the file of the model in use."""
    yield from models_page(stage)
    more = stage.view.findChild(Button, "Model file")
    assert isinstance(more, Button)
    more.click()
    yield lambda: stage.view.findChild(QMenu, "Model file") is not None


def engine_panel(stage: Stage) -> Iterator[Fact]:
    """What runs, after an answer."""
    yield from models_page(stage)
    stage.view.open_engine_panel()
    yield lambda: stage.application.health.report.decode_tokens_per_s is not None
