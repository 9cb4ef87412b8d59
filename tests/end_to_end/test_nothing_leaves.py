"""A local chat about a folder, in the real window and in a process of its own that has no way out."""

import json
import subprocess
import sys

import pytest

from tests.models import tiny_glm as tiny_glm_model
from tests.projects.trees import plant

HOUSE = {
    "door.py": "def open_door(key):\n    return key == 'brass'\n",
    "window.py": "def open_window(latch):\n    return bool(latch)\n",
}
CHAT = """
import json, sys, time
from glmdesk.cli.network_proof import leave_the_network

alone = leave_the_network()
from glmdesk import network

uses = network.watch()
from glmdesk.app.application import Application
from glmdesk.app.project_states import ProjectPhase
from glmdesk.app.states import EnginePhase
from glmdesk.ui.main import prepared
from glmdesk.ui.main_window import MainWindow

program = prepared()
application = Application()
window = MainWindow(application.preferences.settings)
window.fill(application)
window.show()


def wait(fact):
    end = time.monotonic() + 60
    while not fact():
        if time.monotonic() > end:
            sys.exit("it did not come to pass")
        program.processEvents()
        time.sleep(0.01)


session = application.session
application.start(sys.argv[1])
wait(lambda: application.engine.state.phase is EnginePhase.READY)
application.project.attach(sys.argv[2])
wait(lambda: application.project.state.phase is ProjectPhase.READY)
application.asking.send("Which key does open_door take?")
wait(lambda: session.chat.turns and not session.state.busy and not application.asking.busy)
question, answer = [turn.message for turn in session.chat.path()]
used = list(uses())
locked = application.connections.network.local_only
listed = len(application.connections.remembered)
application.close()
print(json.dumps({
    "alone": alone,
    "uses": used,
    "locked": locked,
    "listed": listed,
    "sources": [source.path for source in question.sources],
    "answer": answer.text,
}))
"""


@pytest.mark.parametrize("locked", [True, False], ids=["locked", "not locked"])
def test_a_local_chat_about_a_folder_uses_no_network(tmp_path, home, locked):
    (home / "config").mkdir(parents=True, exist_ok=True)
    settings = {"local_only": locked, "project_tools": True, "name_chats": True}
    (home / "config" / "settings.json").write_text(json.dumps(settings))
    model = tiny_glm_model.write(tmp_path / "tiny.gguf", thought="Hm.", answer="The brass one.")
    folder = plant(tmp_path / "house", HOUSE)
    command = [sys.executable, "-c", CHAT, str(model), str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=180)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert (found["uses"], found["listed"], found["locked"]) == ([], 0, locked)
    assert found["answer"] == "The brass one."
    assert "door.py" in found["sources"]
    if sys.platform.startswith("linux") and not found["alone"]:
        pytest.skip("this computer gives no network namespace; the audit hook alone saw no use")
