"""The controllers' fake engine with what only views ask of one."""

from glmdesk.app.states import EnginePhase, EngineState
from tests.app.fake_engine import FakeEngine as ControllersEngine

MODEL_PATH = "/models/glm.gguf"
MODEL_NAME = "GLM-4.7-Flash"


class FakeEngine(ControllersEngine):
    """Says what the test makes it say, and counts how often it was asked to restart."""

    def __init__(self):
        super().__init__()
        self.restarts = 0

    def restart(self):
        self.restarts += 1

    def phase(self, phase: EnginePhase, **fields):
        fields.setdefault("model_path", MODEL_PATH)
        fields.setdefault("model_name", MODEL_NAME)
        self.become(EngineState(phase, **fields))
