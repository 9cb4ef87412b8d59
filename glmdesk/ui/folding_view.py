"""One muted line of a message that opens to more; while it is folded, none of its content exists."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from glmdesk.ui.code_view import CodeView
from glmdesk.ui.fold_button import FoldButton
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.theme import Space
from glmdesk.ui.thinking_view import Folds

Body = TypeVar("Body", ProseView, CodeView)


class FoldingView(Stack, Generic[Body]):
    """A title, and the body that its kind makes and fills; `index` is the part's key in `folds`."""

    def __init__(
        self, name: str, index: int, folds: Folds, inset: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._index, self._folds, self._inset = index, folds, inset
        self._head = FoldButton(name="Open or fold", parent=self)
        self._head.clicked.connect(self._toggle)
        self._body: Body | None = None

    @property
    def is_open(self) -> bool:
        """Whether the body can be read."""
        return self._folds.get(self._index, False)

    def placed(self) -> Iterable[Placed]:
        yield Placed(self._head)
        if self._body is not None:
            yield Placed(self._body, Space.XS, self._inset)

    def plain_text(self) -> str:
        """What can be read: the line, and the body while it is open."""
        body = f"\n{self._body.plain_text()}" if self._body is not None else ""
        return self._head.text() + body

    def _show_title(self, title: str) -> None:
        """Say `title`, and show or drop the body."""
        self._head.say(title)
        self._refresh()

    def _made_body(self) -> Body:
        """A body, empty, with this as its parent."""
        raise NotImplementedError

    def _fill(self, body: Body) -> None:
        """Show what is in it now."""
        raise NotImplementedError

    def _refresh(self) -> None:
        self._head.show_open(self.is_open)
        if self.is_open:
            if self._body is None:
                self._body = self._made_body()
                self._body.show()
            self._fill(self._body)
        elif self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _toggle(self) -> None:
        self._folds[self._index] = not self.is_open
        self._refresh()
        self.grew.emit()
