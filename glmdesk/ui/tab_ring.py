"""Where Tab goes inside a part of the window: from top to bottom, whatever was built first."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from glmdesk.ui.text_view import TextView


def move_focus(area: QWidget, roots: Sequence[QWidget], *, forward: bool) -> bool:
    """Move the focus to the next stop inside `roots`, or out of `area`; False where there is none."""
    ways = ([root, *stops(root)] if _takes_focus(root) else stops(root) for root in roots)
    found = [stop for way in ways for stop in way]
    focus = QApplication.focusWidget()
    if not forward:
        found.reverse()
    index = found.index(focus) + 1 if focus in found else 0
    target = found[index] if index < len(found) and (focus is not area or forward) else None
    target = target or _outside(area, forward=forward)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def stops(root: QWidget) -> list[QWidget]:
    """What can be used inside `root`, in the order in which it is read."""
    inside = [widget for widget in root.findChildren(QWidget) if _is_stop(widget)]
    right_to_left = root.isRightToLeft()

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(root, QPoint(0, 0))
        return corner.y(), -corner.x() if right_to_left else corner.x()

    return sorted(inside, key=place)


def _takes_focus(widget: QWidget) -> bool:
    """Whether it can be gone to at all."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_stop(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or not _takes_focus(widget):
        return False
    if isinstance(widget, TextView):
        return any(True for _ in widget.links())
    return isinstance(widget, QAbstractButton | QPlainTextEdit)


def _outside(area: QWidget, *, forward: bool) -> QWidget | None:
    """The next widget of the window that takes the focus by Tab and is not in `area`."""
    widget: QWidget | None = area
    while True:
        assert widget is not None  # the chain is a ring
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is None or widget is area:
            return None
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled() and not area.isAncestorOf(widget):
            return widget
