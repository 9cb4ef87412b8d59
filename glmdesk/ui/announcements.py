"""What a screen reader is told while the focus is elsewhere: beginnings and ends, never single words."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Tell a screen reader what happened while the focus was elsewhere."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not needed for the first picture

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
