"""What is asked when the file of chats is damaged: which chats to go on with; nothing is chosen for a person.

Closing the dialog decides nothing: the file stays as it is, and the dialog can be opened again.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.states import ChatCounts, ChatsDamaged
from glmdesk.ui import words
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Hairline, Surface
from glmdesk.ui.theme import LARGE, SMALL, Space
from glmdesk.ui.words import explained

_WIDTH = 560


class RecoveryDialog(QDialog):
    """Shows a `ChatsDamaged` and asks the keeper for what is chosen."""

    def __init__(self, damage: ChatsDamaged, keeper: ChatKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Recover chats")
        self.setWindowTitle(self.tr("Recover chats"))
        self._damage, self._keeper = damage, keeper
        self._column = QVBoxLayout()
        self._column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        self._column.setSpacing(Space.M)
        self._add_words()
        self._add_choices()
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        foot.addWidget(
            Label(self.tr("New chats are saved once you have chosen."), color="muted", scale=SMALL), 1
        )
        later = Button(self.tr("Decide later"), name="Decide later", kind=Kind.OUTLINE, color="text")
        later.clicked.connect(self.reject)
        foot.addWidget(later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column, 1)
        whole.addWidget(Hairline())
        whole.addLayout(foot)
        width = max(_WIDTH, whole.minimumSize().width())
        self.resize(width, whole.totalHeightForWidth(width))

    def _add_words(self) -> None:
        damage = self._damage
        self._column.addWidget(Label(explained(damage.explanation)[0], scale=LARGE, bold=True))
        if damage.failed is not None:
            self._column.addWidget(Label(" ".join(explained(damage.failed)), color="error"))
        if not damage.there:
            self._column.addWidget(Label(self.tr("It should be here:")))
        else:
            kept = self.tr("It is here, and it is kept in this folder whatever you choose:")
            self._column.addWidget(Label(kept))
        self._column.addWidget(_place(damage.path))

    def _add_choices(self) -> None:
        damage = self._damage
        backup, readable = damage.in_backup, damage.readable
        by_backup = backup.messages >= readable.messages
        if damage.backup_made is not None:
            text = self.tr("Use the backup of {day} ({counts})")
            self._offer(
                text.format(day=words.day(damage.backup_made), counts=_counted(backup)),
                self.tr("It was made at {time}. What was said after that is not in it.").format(
                    time=words.time_of_day(damage.backup_made)
                ),
                "Use the backup",
                self._keeper.restore,
                Kind.PRIMARY if by_backup else Kind.OUTLINE,
            )
        if readable.chats:
            self._offer(
                self.tr("Keep what can be read ({counts})").format(counts=_counted(readable)),
                self.tr("It is the newest there is, but messages may be missing from it."),
                "Keep what can be read",
                self._keeper.salvage,
                Kind.OUTLINE if by_backup and damage.backup_made is not None else Kind.PRIMARY,
            )
        if damage.backup_made is None and not readable.chats:
            nothing = self.tr("There is no backup that can be used, and nothing of the file can be read.")
            self._column.addWidget(Label(nothing))
        self._offer(
            self.tr("Start empty"),
            self.tr("The list of chats begins anew. The damaged file and all backups stay where they are.")
            if damage.there
            else self.tr("The list of chats begins anew. All backups stay where they are."),
            "Start empty",
            self._keeper.start_empty,
            Kind.OUTLINE,
        )

    def _offer(self, text: str, hint: str, name: str, run: Callable[[], None], kind: Kind) -> None:
        button = Button(text, name=name, kind=kind, color="text")
        button.setAccessibleName(text)
        button.setAccessibleDescription(hint)
        button.clicked.connect(self.accept)
        button.clicked.connect(run)
        if kind is Kind.PRIMARY:
            button.setDefault(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        choice = QVBoxLayout()
        choice.setSpacing(Space.XS)
        choice.addWidget(button)
        choice.addWidget(Label(hint, color="muted", scale=SMALL))
        self._column.addSpacing(Space.XS)
        self._column.addLayout(choice)


def _place(path: str) -> Surface:
    """Where the file is, to be read and copied."""
    surface = Surface("code", border="line")
    label = Label(path, scale=SMALL)
    label.setObjectName("Place of the damaged file")
    label.setAccessibleName(path)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    inside = QVBoxLayout(surface)
    inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    inside.addWidget(label)
    return surface


def _counted(counts: ChatCounts) -> str:
    return f"{words.chats(counts.chats)}, {words.messages(counts.messages)}"
