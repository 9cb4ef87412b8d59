"""Brings the files of translators up to date: `python installers/translations.py`.

Every text that the program shows is collected by Qt's own tool: what stands in `tr` and `translate`, phrases,
and the names that buttons have for screen readers. New texts are added unfinished, and those that are gone
are taken out.
"""

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
TRANSLATIONS = CHECKOUT / "resources" / "translations"


def sources() -> list[Path]:
    """Every module of the program that may hold a text."""
    return sorted((CHECKOUT / "glmdesk").rglob("*.py"))


def names() -> list[str]:
    """The names that buttons are given where they show none, or another text."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= {
                    keyword.value.value
                    for keyword in node.keywords
                    if keyword.arg == "name"
                    and isinstance(keyword.value, ast.Constant)
                    and isinstance(node.func, ast.Name)
                    and node.func.id.endswith("Button")
                }
    return sorted(found)


def collect(*files: Path) -> None:
    """Bring `files`, which need not exist, up to date."""
    from PySide6.scripts import pyside_tool

    tool = Path(pyside_tool.__file__).parent.parent / "lupdate"
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "names.py"
        lines = [f"QT_TRANSLATE_NOOP('Name', {name!r})" for name in names()]
        listed.write_text("\n".join(lines), encoding="utf-8")
        command = [str(tool), "-silent", "-no-obsolete", "-locations", "none"]
        command += ["-tr-function-alias", "tr+=phrase", *map(str, sources()), str(listed)]
        subprocess.run([*command, "-ts", *map(str, files)], check=True)


if __name__ == "__main__":
    collect(*sorted(TRANSLATIONS.glob("*.ts")))
    sys.exit(0)
