"""The quiet line below code that installs something: models invent names, and names can be looked up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from glmdesk.app.package_names import Looking, PackageNames
from glmdesk.core.errors import Explanation
from glmdesk.core.installs import Index, Installs
from glmdesk.core.package_facts import PackageFacts
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import translated


class InstallNote(QWidget):
    """Shows `Installs`; `grew` when there is more to read."""

    grew = Signal()

    def __init__(self, names: PackageNames | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Install note")
        self._names = names
        self._installs = Installs()
        self._looking: Looking | None = None
        self._words = Label(color="warning", scale=SMALL, parent=self)
        self._button = Button(name="Look up packages", kind=Kind.OUTLINE, color="text", parent=self)
        self._button.setFont(theme.current().font(SMALL))
        self._button.clicked.connect(self._look_up)

    def show_installs(self, installs: Installs) -> None:
        """Show what a block would install."""
        if installs == self._installs:
            return
        self._installs, self._looking = installs, None
        sentences = []
        if installs.scripts:
            words = self.tr("This runs a script from {hosts} that nobody has read here.")
            sentences.append(words.format(hosts=", ".join(installs.scripts)))
        if installs.packages:
            sentences.append(self.tr("Models invent names of packages; check them before you install."))
        self._say("warning", *sentences)
        indexes = ", ".join(dict.fromkeys(package.index.value for package in installs.packages))
        self._button.setText(self.tr("Look up on {index}").format(index=indexes))
        self._button.setEnabled(True)
        self._button.setVisible(bool(installs.packages) and self._names is not None)

    def words(self) -> str:
        """What the note says."""
        return self._words.text()

    def height_for(self, width: int) -> int:
        """The height, with the button beside the words or below them."""
        button = self._button.sizeHint() if self._button.isVisibleTo(self) else None
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 1
        beside = button is not None and line + Space.M + button.width() <= width
        wide = width - (button.width() + Space.M if button is not None and beside else 0)
        tall = self._words.heightForWidth(wide)
        right_to_left = self.isRightToLeft()
        if button is None:
            self._words.setGeometry(0, 0, width, tall)
            return tall
        if beside:
            height = max(tall, button.height())
            x = width - button.width()
            self._words.setGeometry(width - wide if right_to_left else 0, (height - tall) // 2, wide, tall)
            self._button.setGeometry(0 if right_to_left else x, 0, button.width(), height)
            return height
        self._words.setGeometry(0, 0, width, tall)
        x = width - button.width() if right_to_left else 0
        self._button.setGeometry(x, tall + Space.XS, button.width(), button.height())
        return tall + Space.XS + button.height()

    def _look_up(self) -> None:
        if self._names is not None:
            self._button.setEnabled(False)
            self._looking = self._names.look_up(self._installs.packages)
            self._looking.found.connect(self._show_facts)
            self._looking.refused.connect(self._show_refusal)

    def _show_facts(self, facts: Sequence[PackageFacts]) -> None:
        if self.sender() is not self._looking:
            return
        missing = any(not fact.there for fact in facts)
        self._button.setVisible(any(not fact.reached for fact in facts))
        self._button.setEnabled(True)
        self._say("error" if missing else "muted", *(self._sentence(fact) for fact in facts))

    def _sentence(self, fact: PackageFacts) -> str:
        name, index = fact.package.name, fact.package.index.value
        if not fact.reached:
            return self.tr("{index} could not be asked about {name}.").format(index=index, name=name)
        if not fact.there:
            words = self.tr("{name} is not on {index}: the model may have invented it.")
            return words.format(name=name, index=index)
        words = (
            self.tr("{name} is on {index}: {summary}") if fact.summary else self.tr("{name} is on {index}.")
        )
        if fact.package.index is Index.GO and fact.summary:
            words = self.tr("{name} is on {index}, newest version {summary}")
        return words.format(name=name, index=index, summary=fact.summary)

    def _show_refusal(self, explanation: Explanation) -> None:
        if self.sender() is self._looking:
            self._button.setEnabled(True)
            self._say("muted", f"{translated(explanation.happened)} {translated(explanation.action)}")

    def _say(self, color: str, *sentences: str) -> None:
        self._words.set_color(color)
        self._words.setText("\n".join(sentences))
        self.grew.emit()
