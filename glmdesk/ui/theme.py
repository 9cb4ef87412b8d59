"""The one object that gives the window its look: tokens become palette and fonts, and changes are told.

The tokens can be had from here too, for those who need both.
"""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from glmdesk.core.settings import Theme as Choice
from glmdesk.ui.tokens import (
    BASE,
    BLOCK,
    CODE,
    COLUMN_WIDTH,
    DARK,
    HUGE,
    LARGE,
    LIGHT,
    LINE_HEIGHT_PERCENT,
    RADIUS_CARD,
    RADIUS_CONTROL,
    READING,
    SMALL,
    Colors,
    Space,
    contrast,
    high_contrast,
    mix,
)

__all__ = [
    "BASE",
    "BLOCK",
    "CODE",
    "COLUMN_WIDTH",
    "DARK",
    "HUGE",
    "LARGE",
    "LIGHT",
    "LINE_HEIGHT_PERCENT",
    "RADIUS_CARD",
    "RADIUS_CONTROL",
    "READING",
    "SMALL",
    "Colors",
    "Space",
    "Theme",
    "contrast",
    "current",
    "high_contrast",
    "mix",
    "palette_of",
]


class Theme(QObject):
    """The colours and fonts in use; `changed` carries the new `Colors`, also when only the fonts changed.

    There is one for the application, given by `current()`. It holds back its signal when nothing changed.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._choice = Choice.SYSTEM
        self._percent = 100
        self._applied: tuple[Colors, int] | None = None
        self.colors = LIGHT
        self._hints.colorSchemeChanged.connect(self._on_system_scheme)
        application.setStyle("Fusion")
        self.apply(self._choice, self._percent)

    def apply(self, choice: Choice, font_percent: int) -> None:
        """Show `choice`, with the system's interface font at `font_percent`."""
        self._choice, self._percent = choice, font_percent
        self._tell_system(choice)
        self._refresh()

    def font(self, scale: float = BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface font at `scale` of the base size; scales are SMALL, BASE, READING, LARGE and HUGE."""
        font = _scaled(self._system_font, scale * self._percent / 100)
        font.setWeight(weight)
        return font

    def code_font(self, scale: float = BASE) -> QFont:
        """The system's fixed font, a little smaller than the text of size `scale` around it."""
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font = _scaled(self._system_font, CODE * scale * self._percent / 100)
        font.setFamilies([family])
        font.setFixedPitch(True)
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def scaled(self, pixels: int) -> int:
        """A length that grows with the font, such as that of an icon beside words."""
        return round(pixels * self._percent / 100)

    def _tell_system(self, choice: Choice) -> None:
        """Title bars and native menus follow where the platform can do that."""
        if choice is Choice.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            dark = choice is Choice.DARK
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _on_system_scheme(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        dark = self._choice is Choice.DARK or (
            self._choice is Choice.SYSTEM and self._hints.colorScheme() is Qt.ColorScheme.Dark
        )
        colors = DARK if dark else LIGHT
        if self._wants_contrast():
            colors = high_contrast(colors)
        if self._applied == (colors, self._percent):
            return
        self._applied = (colors, self._percent)
        self.colors = colors
        self._application.setPalette(palette_of(colors))
        self._application.setFont(self.font())
        self.changed.emit(colors)

    def _wants_contrast(self) -> bool:
        accessibility = getattr(self._hints, "accessibility", None)  # since Qt 6.10
        if accessibility is None:
            return False
        return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def current() -> Theme:
    """The application's theme, made at first use; a QApplication must exist."""
    application = QCoreApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the theme needs a QApplication")
    return application.findChild(Theme) or Theme(application)


def palette_of(colors: Colors) -> QPalette:
    """The palette of a scheme, for every widget that draws itself by the style."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for color_role, color in {
        role.Window: colors.window,
        role.WindowText: colors.text,
        role.Base: colors.raised,
        role.AlternateBase: colors.panel,
        role.ToolTipBase: colors.raised,
        role.ToolTipText: colors.muted,
        role.PlaceholderText: colors.muted,
        role.Text: colors.text,
        role.Button: colors.panel,
        role.ButtonText: colors.text,
        role.BrightText: colors.error,
        role.Highlight: colors.selected,
        role.HighlightedText: colors.text,
        role.Accent: colors.accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.Light: colors.raised,
        role.Midlight: colors.hover,
        role.Mid: colors.line,
        role.Dark: colors.faint,
        role.Shadow: colors.line,
    }.items():
        palette.setColor(color_role, QColor(color))
    for color_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, color_role, QColor(colors.faint))
    return palette


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return scaled
