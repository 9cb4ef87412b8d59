"""The language of the window: that of the system where there is one of ours, or the one that was chosen.

Translations are read from the very files that translators edit, so that nothing has to be compiled, shipped
beside them or kept in step with them.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from glmdesk import paths

ENGLISH = "en"


class Translation(QTranslator):
    """The finished translations of one `.ts` file; what is not there is shown in English."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words_in(path)

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1, /
    ) -> str | None:
        """None, and not an empty text, makes Qt look further."""
        return self._words.get((context or "", source))


class Language(QObject):
    """What is installed for one language; `remove` goes back to English."""

    def __init__(self, application: QCoreApplication, chosen: str) -> None:
        super().__init__(application)
        self._application = application
        self.name = chosen if chosen in offered() else language_for(QLocale.system().uiLanguages())
        system = QLocale.system()
        known = system.language() is QLocale(self.name).language()
        QLocale.setDefault(system if known and not chosen else QLocale(self.name))
        self._installed: list[QTranslator] = []
        if self.name != ENGLISH:
            of_qt = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if of_qt.load(f"qtbase_{self.name}", folder):
                self._install(of_qt)
            self._install(Translation(translations() / f"glmdesk_{self.name}.ts", self))

    def remove(self) -> None:
        """Take it all back."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(QLocale.system())
        self.deleteLater()

    def _install(self, translator: QTranslator) -> None:
        self._application.installTranslator(translator)
        self._installed.append(translator)


def translations() -> Path:
    """The folder of the `.ts` files."""
    return paths.resources() / "translations"


def offered() -> tuple[str, ...]:
    """The languages that there are, English first."""
    found = sorted(path.stem.removeprefix("glmdesk_") for path in translations().glob("glmdesk_*.ts"))
    return (ENGLISH, *found)


def language_for(wished: Sequence[str]) -> str:
    """The first language of ours among `wished`, which are tags such as "pt-PT" or "zh-Hans-CN".

    Portuguese of any country gets the one there is; Chinese in traditional letters does not get simplified.
    """
    for tag in wished:
        parts = tag.replace("_", "-").split("-")
        if parts[0] in (ENGLISH, "es"):
            return parts[0]
        if parts[0] == "pt":
            return "pt_BR"
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
    return ENGLISH


def words_in(path: Path) -> dict[tuple[str, str], str]:
    """The finished translations of a `.ts` file by context and English text."""
    words = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 - it ships with the program
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                words[name, message.findtext("source") or ""] = translation.text
    return words
