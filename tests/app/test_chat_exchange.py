"""Chats go out as files and come in from them, and a notice counts what came and what was left out."""

import json
from pathlib import Path

import pytest

from glmdesk.app.chat_exchange import ChatExchange, Form
from glmdesk.app.chat_file import ChatFile
from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.chat_list import ChatList
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Message, Role, Text, Turn

EXPORTS = Path(__file__).parents[1] / "data" / "exports"


class Run:
    """The chats of a folder, and the files they go to and come from."""

    def __init__(self, folder):
        self.tasks, self.chats, file = Tasks(), ChatList(), ChatFile(folder)
        self.keeper = ChatKeeper(self.chats, file, self.tasks)
        self.exchange = ChatExchange(self.chats, file, self.tasks)
        self.keeper.start()

    def say(self, text):
        chat = self.chats.current
        turn = Turn(f"{len(chat.turns)}", chat.leaf, Message(Role.USER, (Text(text),)))
        self.chats.keep(chat.with_turn(turn))
        self.chats.rename(chat.id, text)
        return chat.id

    def close(self):
        self.keeper.close()
        self.tasks.close()


@pytest.fixture
def run(qapp, tmp_path):
    (tmp_path / "data").mkdir()
    made = Run(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def told(qtbot, run):
    """Calls something and gives the notice that comes of it."""

    def call(ask, *arguments):
        with qtbot.waitSignal(run.exchange.noticed) as noticed:
            ask(*arguments)
        return noticed.args[0]

    return call


def test_a_chat_is_written_as_markdown_for_people(run, told, tmp_path):
    chat_id = run.say("Why?")
    notice = told(run.exchange.export, chat_id, str(tmp_path / "out.md"), Form.MARKDOWN)
    assert "Why?" in (tmp_path / "out.md").read_text("utf-8")
    assert (notice.severity, str(tmp_path / "out.md") in notice.explanation.kept) == ("info", True)


def test_a_chat_is_written_as_json_with_what_is_shown_of_it_now(run, told, tmp_path):
    chat_id = run.say("Why?")
    run.say("And now?")
    told(run.exchange.export, chat_id, str(tmp_path / "out.json"), Form.JSON)
    [chat] = json.loads((tmp_path / "out.json").read_text("utf-8"))["chats"]
    assert (chat["id"], len(chat["turns"])) == (chat_id, 2)


def test_all_chats_go_out_and_come_in_again_as_known(run, told, tmp_path):
    for text in ("one", "two"):
        run.say(text)
        run.chats.new()
    notice = told(run.exchange.export_all, str(tmp_path / "all.json"))
    assert notice.explanation.happened == "Chats exported to all.json: 2."
    again = told(run.exchange.bring_in, [str(tmp_path / "all.json")]).explanation
    assert (again.happened, again.kept) == (
        "No new chats came in from glmdesk.",
        "Chats that were here already: 2.",
    )


def test_chats_of_another_program_are_listed_and_can_be_opened(qtbot, run, told):
    notice = told(run.exchange.bring_in, [str(EXPORTS / "open_webui.json")])
    assert "came in from Open WebUI" in notice.explanation.happened
    brought = [chat for chat in run.chats.state.chats if chat.title]
    with qtbot.waitSignal(run.chats.opened) as opened:
        run.chats.open(brought[0].id)
    assert opened.args[0].turns


def test_several_files_are_one_import_with_one_notice(run, told, tmp_path):
    (tmp_path / "other.json").write_text("[1, 2]")
    files = [EXPORTS / "jan-export.json", tmp_path / "other.json", EXPORTS / "chatgpt.json"]
    notice = told(run.exchange.bring_in, [str(file) for file in files])
    assert notice.explanation.happened == "2 chats with 7 messages came in from Jan and ChatGPT."
    assert "Not readable: other.json." in notice.explanation.kept
    assert notice.severity == "warning"


def test_a_chat_deleted_while_others_come_in_stays_deleted(qtbot, run, told):
    chat_id = run.say("delete me")
    run.chats.new()
    done = []
    run.tasks.run(lambda: None, done.append, in_order=True)
    qtbot.waitUntil(lambda: bool(done))
    run.exchange.noticed.connect(lambda _: done.append("noticed"))
    run.exchange.bring_in([str(EXPORTS / "jan-export.json")])
    run.chats.delete(chat_id)
    qtbot.waitUntil(lambda: "noticed" in done)
    assert chat_id not in [chat.id for chat in run.chats.state.chats]


def test_what_is_left_out_is_counted_with_the_reason(run, told, tmp_path):
    export = json.loads((EXPORTS / "chatgpt.json").read_text("utf-8"))
    file = tmp_path / "conversations.json"
    file.write_text(json.dumps([*export, {"unlike": "a chat"}]), "utf-8")
    notice = told(run.exchange.bring_in, [str(file)])
    assert notice.severity == "warning"
    assert "Entries left out, being no chats: 1." in notice.explanation.kept


def test_a_file_without_chats_is_refused_with_what_to_choose(run, told, tmp_path):
    (tmp_path / "other.json").write_text("[1, 2]")
    notice = told(run.exchange.bring_in, [str(tmp_path / "other.json")])
    assert (notice.severity, "other.json" in notice.explanation.happened) == ("error", True)


def test_a_place_that_cannot_be_written_to_is_told(run, told, tmp_path):
    notice = told(run.exchange.export, run.say("Why?"), str(tmp_path / "no" / "out.md"), Form.MARKDOWN)
    assert notice.severity == "error"
    assert "out.md could not be written" in notice.explanation.happened
