"""Ignore rules say what git says: generated folders and rules, compared with `git check-ignore`."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from glmdesk.projects.files import ProjectFiles
from glmdesk.projects.ignoring import Ignoring, Rules
from glmdesk.projects.personal_rules import personal_rules
from tests.projects.trees import plant, readable

NAMES = ["a", "b", "ab", "foo", "bar.py", "x.c", "build", "b c", "#h", "!n", "a[1]", "foo.py", "d-e", "é"]
ATOMS = [
    "a",
    "b",
    "*",
    "?",
    "foo",
    "[ab]",
    "[!a]",
    "*.py",
    "**",
    "build",
    "b c",
    "\\#h",
    "\\!n",
    "a*",
    "*b",
    "x.c",
]
ATOMS += ["[a-c]", "a\\[1\\]", "f?o", "[!]]", "[^b]", "d-e", "[]a]", "**b", "***", "é", "?c"]


MEMBER = ["-c", "user.name=A", "-c", "user.email=a@example.org"]


def pattern(dice: random.Random) -> str:
    text = "/".join(dice.choice(ATOMS) for _ in range(dice.choice([1, 1, 1, 2, 2, 3])))
    for chance, change in (
        (0.25, lambda it: f"/{it}"), (0.3, lambda it: f"{it}/"), (0.15, lambda it: f"**/{it}"),
        (0.15, lambda it: f"{it}/**"), (0.25, lambda it: f"!{it}"), (0.05, lambda it: f"{it} "),
        (0.03, lambda it: f"#{it}"),
    ):  # fmt: skip
        if dice.random() < chance:
            text = change(text)
    return text


def grow(folder: Path, dice: random.Random, depth: int = 0) -> None:
    for name in dice.sample(NAMES, dice.randint(3, 6)):
        if depth < 3 and dice.random() < 0.5:
            (folder / name).mkdir()
            grow(folder / name, dice, depth + 1)
        else:
            (folder / name).write_text("x\n")
    if depth == 0 or dice.random() < 0.25:
        rules = [pattern(dice) for _ in range(dice.randint(1, 5))]
        (folder / ".gitignore").write_text("\n".join(rules) + "\n", encoding="utf-8")


def left_out_by_git(folder: Path, paths: list[str]) -> set[str]:
    told = subprocess.run(
        ["git", "-C", str(folder), "-c", "core.excludesFile=", "check-ignore", "--no-index", "--stdin", "-z"],
        input="\0".join(f"./{path}" for path in paths),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return {path[2:] for path in told.stdout.split("\0") if path}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here to compare with")
def test_the_rules_of_the_repository_count_in_a_folder_of_it_as_they_do_for_git(tmp_path: Path) -> None:
    dice = random.Random(1975)
    compared = 0
    for number in range(15):
        top = tmp_path / str(number)
        subprocess.run(["git", "init", "-q", str(top)], check=True)
        grow(top, dice)
        rules = [pattern(dice) for _ in range(dice.randint(0, 2))]
        (top / ".git/info/exclude").write_text("\n".join(rules) + "\n", encoding="utf-8")
        below = [
            folder for folder in sorted(top.rglob("*")) if folder.is_dir() and ".git" not in folder.parts
        ]
        outside = left_out_by_git(top, [folder.relative_to(top).as_posix() for folder in below])
        for folder in below:
            if folder.relative_to(top).as_posix() not in outside:
                with ProjectFiles(folder) as files:
                    told = {found.path: found.reason for found in files.walk()}
                ours = {path for path, reason in told.items() if reason == "ignored"}
                assert ours == (left_out_by_git(folder, list(told)) if told else set())
                compared += len(told)
    assert compared >= 300


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here to compare with")
def test_the_rules_of_a_repository_that_is_elsewhere_count_as_they_do_for_git(tmp_path: Path) -> None:
    """In a worktree, a submodule, and a copy whose store was put apart, `.git` is a file."""
    main, apart = tmp_path / "main", tmp_path / "apart"
    for step in (
        ["init", "-q", str(main)],
        ["-C", str(main), *MEMBER, "commit", "-q", "--allow-empty", "-m", "first"],
        ["-C", str(main), "worktree", "add", "-q", str(tmp_path / "tree")],
        ["init", "-q", "--separate-git-dir", str(tmp_path / "store"), str(apart)],
        ["-c", "protocol.file.allow=always", "-C", str(main), "submodule", "-q", "add", str(main), "sub"],
    ):
        subprocess.run(["git", *step], check=True, capture_output=True)
    plant(main, {".git/info/exclude": "*.tree\n", ".git/modules/sub/info/exclude": "*.sub\n"})
    plant(tmp_path, {"store/info/exclude": "*.apart\n"})
    names = [f"deep/a.{suffix}" for suffix in ("tree", "sub", "apart", "py")]
    left_out = []
    for copy in (tmp_path / "tree", main / "sub", apart):
        assert (copy / ".git").is_file()
        plant(copy, dict.fromkeys(names, "x"))
        theirs = left_out_by_git(copy, names)
        assert theirs == set(names) - readable(copy)
        left_out += theirs
    assert left_out == ["deep/a.tree", "deep/a.sub", "deep/a.apart"]


@pytest.mark.parametrize(
    "pointer", ["gitdir: nowhere", "gitdir: /dev", "gitdir: .", "nothing of git's", "", "gitdir: a\0b"]
)
def test_a_pointer_to_no_repository_leaves_out_nothing(tmp_path: Path, pointer: str) -> None:
    plant(tmp_path, {".git": pointer, "a.py": "x"})
    assert readable(tmp_path) == {"a.py"}


def test_a_folder_that_its_repository_leaves_out_can_be_attached_all_the_same(tmp_path: Path) -> None:
    plant(tmp_path, {".gitignore": "*\n", ".git/info/exclude": "*.py\n", "out/deep/a.py": "x"})
    assert readable(tmp_path / "out/deep") == {"a.py"}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here to compare with")
def test_thousands_of_files_are_left_out_exactly_where_git_leaves_them_out(tmp_path: Path) -> None:
    dice = random.Random(2026)
    compared = 0
    for number in range(45):
        folder = tmp_path / str(number)
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        grow(folder, dice)
        rules = [pattern(dice) for _ in range(dice.randint(0, 2))]
        (folder / ".git/info/exclude").write_text("\n".join(rules) + "\n", encoding="utf-8")
        with ProjectFiles(folder) as files:
            told = {found.path: found.reason for found in files.walk()}
        theirs = left_out_by_git(folder, list(told))
        ours = {path for path, reason in told.items() if reason == "ignored"}
        assert ours == theirs
        compared += len(told)
    assert compared >= 2_000


@pytest.mark.parametrize(
    ("lines", "path", "is_folder", "verdict"),
    [
        (["*.log"], "deep/down/a.log", False, True),
        (["/a.log"], "deep/a.log", False, None),
        (["build/"], "build", False, None),
        (["build/"], "build", True, True),
        (["*.log", "!keep.log"], "keep.log", False, False),
        (["# note", "", "   "], "note", False, None),
        (["[z-a"], "z", False, None),
        (["a//b"], "a/b", False, None),
    ],
)
def test_a_rule_speaks_for_what_git_says_it_speaks_for(
    lines: list[str], path: str, is_folder: bool, verdict: bool | None
) -> None:
    rules = Rules(lines)
    assert rules.verdict(path, path.rpartition("/")[2], is_folder=is_folder) is verdict


def test_the_nearest_file_of_rules_counts_first() -> None:
    outer = Ignoring().inside("", Rules(["*.txt"]))
    inner = outer.inside("notes", Rules(["!*.txt"]))
    assert outer.leaves_out("a.txt", "a.txt", is_folder=False)
    assert not inner.leaves_out("notes/a.txt", "a.txt", is_folder=False)


def test_a_project_can_leave_out_for_us_what_it_keeps_in_git(tmp_path: Path) -> None:
    plant(tmp_path, {".gitignore": "a.py\n", ".glmdeskignore": "!a.py\nb.py\n", "a.py": "x", "b.py": "x"})
    assert readable(tmp_path) == {".gitignore", ".glmdeskignore", "a.py"}


def test_the_rules_of_a_person_count_in_every_project(tmp_path: Path) -> None:
    home = plant(tmp_path / "home", {".gitconfig": "[core]\n\texcludesFile = ~/mine\n", "mine": "*.tmp\n"})
    assert personal_rules(home, lambda _: None) == ("*.tmp",)
    project = plant(tmp_path / "project", {"a.tmp": "x", "a.py": "x"})
    with ProjectFiles(project, personal_rules=["*.tmp"]) as files:
        assert [found.path for found in files.walk() if found.reason is None] == ["a.py"]


def test_without_settings_the_rules_are_where_git_looks_for_them(tmp_path: Path) -> None:
    plant(tmp_path, {".config/git/ignore": "one\n", "other/git/ignore": "two\n"})
    assert personal_rules(tmp_path, lambda _: None) == ("one",)
    assert personal_rules(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "other")}.get) == ("two",)
