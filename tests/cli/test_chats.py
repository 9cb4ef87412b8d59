"""The chats from the terminal: the same file as the window's, the same care."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from glmdesk import paths
from glmdesk.cli import chats, output
from glmdesk.cli.arguments import parse
from glmdesk.core.chat import Chat, Message, Role, Text, Turn
from glmdesk.core.errors import GlmdeskError
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
Capture = pytest.CaptureFixture[str]


def save(*titles: str) -> None:
    store = ChatStore.open(paths.data())
    for title in titles:
        store.save(
            Chat(title, title).with_turn(Turn("t", None, Message(Role.USER, (Text(f"About {title}"),))))
        )
    store.close()


def damage() -> bytes:
    """Noise in the place of the file's header; gives what is there now."""
    path = paths.data() / FILE_NAME
    path.write_bytes(os.urandom(100) + path.read_bytes()[100:])
    return path.read_bytes()


def glmdesk(*arguments: str | Path) -> int:
    """The exit status of `glmdesk chats`, errors told as the program tells them."""
    try:
        return chats.run(parse(["chats", *map(str, arguments)]))
    except GlmdeskError as error:
        output.problem(error.explanation)
        return 1


def told(capsys: Capture, *arguments: str | Path, status: int = 0) -> dict[str, Any]:
    """What `chats` prints for machines."""
    assert glmdesk(*arguments, "--json") == status
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def said(capsys: Capture, *arguments: str | Path, status: int = 0) -> str:
    """What `chats` prints for people, errors included."""
    assert glmdesk(*arguments) == status
    shown = capsys.readouterr()
    return shown.out + shown.err


def listed(capsys: Capture) -> list[str]:
    return [chat["title"] for chat in told(capsys, "list")["chats"]]


def test_chats_are_listed_the_one_used_last_first(capsys: Capture) -> None:
    save("one", "two")
    assert listed(capsys) == ["two", "one"]
    assert [line.split()[-1] for line in said(capsys, "list").splitlines()] == ["two", "one"]


def test_json_may_stand_before_the_action_too(capsys: Capture) -> None:
    assert glmdesk("--json", "list") == 0
    assert json.loads(capsys.readouterr().out) == {"chats": []}


def test_everything_goes_out_as_json_and_is_known_when_it_comes_in_again(
    capsys: Capture, tmp_path: Path
) -> None:
    save("one", "two")
    target = tmp_path / "all.json"
    assert told(capsys, "export", target) == {"path": str(target), "chats": 2}
    outcome = told(capsys, "import", target)
    assert (outcome["source"], outcome["added"], outcome["known"]) == ("glmdesk", [], 2)


def test_one_chat_goes_out_as_markdown_and_all_to_a_folder(capsys: Capture, tmp_path: Path) -> None:
    save("one", "two")
    assert told(capsys, "export", tmp_path / "one.md", "one")["chats"] == 1
    assert "About one" in (tmp_path / "one.md").read_text("utf-8")
    assert told(capsys, "export", tmp_path / "folder")["chats"] == 2
    assert {path.name for path in (tmp_path / "folder").iterdir()} == {"one.md", "two.md"}


def test_several_chats_are_never_put_into_one_markdown_file(capsys: Capture, tmp_path: Path) -> None:
    save("one", "two")
    assert "several" in said(capsys, "export", tmp_path / "all.md", status=1)
    assert not (tmp_path / "all.md").exists()


def test_a_chat_that_is_not_there_is_named(capsys: Capture, tmp_path: Path) -> None:
    save("one")
    assert "There is no chat nine" in said(capsys, "export", tmp_path / "x.json", "one", "nine", status=1)
    assert not (tmp_path / "x.json").exists()


def test_chats_of_another_program_come_in_and_what_is_left_out_is_counted(capsys: Capture) -> None:
    outcome = told(capsys, "import", EXPORTS / "open_webui.json")
    assert (outcome["source"], len(outcome["added"]), outcome["messages"]) == ("Open WebUI", 2, 10)
    assert (outcome["left_out"], outcome["empty"]) == (1, 1)
    assert {chat["id"] for chat in told(capsys, "list")["chats"]} == set(outcome["added"])
    assert "Chats that were here already: 2." in said(capsys, "import", EXPORTS / "open_webui.json")


def test_nothing_comes_in_while_the_window_holds_the_file(capsys: Capture) -> None:
    window = ChatStore.open(paths.data())
    said(capsys, "import", EXPORTS / "jan-export.json", status=1)
    window.close()
    assert listed(capsys) == []


def test_a_sound_file_is_told_as_sound(capsys: Capture) -> None:
    save("one", "two")
    found = told(capsys, "check")
    assert (found["sound"], found["chats"], found["messages"]) == (True, 2, 2)
    assert "is sound: 2 chats, 2 messages" in said(capsys, "check")


def test_a_damaged_file_is_told_with_what_is_left_and_not_touched(capsys: Capture) -> None:
    save("one")
    backups_of(paths.data()).make()
    save("two")
    before = damage()
    found = told(capsys, "check", status=1)
    assert (found["sound"], found["backup"]["chats"], found["readable"]["chats"]) == (False, 1, 2)
    assert "restore --salvage  what can be read: 2 chats" in said(capsys, "check", status=1)
    assert "glmdesk chats check" in said(capsys, "list", status=1)
    assert (paths.data() / FILE_NAME).read_bytes() == before


def test_a_backup_is_made_when_something_changed(capsys: Capture) -> None:
    save("one")
    first = told(capsys, "backup")
    assert first["made"] == first["backups"][0]["path"]
    again = told(capsys, "backup")
    assert (again["made"], again["backups"]) == (None, first["backups"])


def test_the_newest_backup_is_restored_and_the_damaged_file_kept(capsys: Capture) -> None:
    save("one")
    told(capsys, "backup")
    save("two")
    before = damage()
    restored = told(capsys, "restore")
    assert Path(restored["kept"]).read_bytes() == before
    assert (restored["chats"], listed(capsys)) == (1, ["one"])


def test_a_backup_can_be_named_by_its_number(capsys: Capture) -> None:
    save("one")
    told(capsys, "backup")
    save("two")
    told(capsys, "backup")
    told(capsys, "restore", "1")
    assert listed(capsys) == ["one"]
    assert "There is no backup 9" in said(capsys, "restore", "9", status=1)


def test_what_can_be_read_is_kept_and_one_may_start_empty(capsys: Capture) -> None:
    save("one", "two")
    damage()
    assert told(capsys, "restore", "--salvage")["chats"] == 2
    assert told(capsys, "restore", "--empty")["chats"] == 0
    assert listed(capsys) == []


def test_without_a_backup_nothing_is_restored(capsys: Capture) -> None:
    save("one")
    assert "no backup" in said(capsys, "restore", status=1)
    assert listed(capsys) == ["one"]


@pytest.mark.parametrize(
    "arguments", [[], ["delete"], ["export"], ["import"], ["restore", "1", "--empty"], ["restore", "newest"]]
)
def test_bad_usage_exits_with_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as exit_:
        glmdesk(*arguments)
    assert exit_.value.code == 2
    assert "usage: glmdesk chats" in capsys.readouterr().err
