"""The look: every colour, distance, radius and type size of the window, and the one object that applies them.

No other module names a colour or a size. Text has a contrast of at least 4.5 to 1 on every background it may
stand on (tests/ui/test_theme.py); `faint` is for decoration and disabled controls only.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from glmdesk.core.context import MeterPart
from glmdesk.core.settings import Theme as Choice


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one scheme, as `#rrggbb`."""

    dark: bool
    window: str
    panel: str
    raised: str
    code: str  # background of code
    hover: str  # background of a control under the pointer
    selected: str  # background of the chosen row, and of selected text
    text: str
    muted: str
    faint: str
    line: str
    accent: str  # actions, focus, links
    on_accent: str  # text on an accent background
    local: str
    cloud: str
    warning: str
    error: str
    syntax_keyword: str
    syntax_string: str
    syntax_comment: str
    syntax_number: str
    syntax_function: str
    syntax_type: str

    @property
    def backgrounds(self) -> tuple[str, ...]:
        """Every colour that text may stand on."""
        return (self.window, self.panel, self.raised, self.code, self.hover, self.selected)


LIGHT = Colors(
    dark=False,
    window="#FAFAF8",
    panel="#F2F2EF",
    raised="#FFFFFF",
    code="#F3F3F0",
    hover="#EEEEEA",
    selected="#E4ECFC",
    text="#1F2328",
    muted="#59626E",
    faint="#8B939E",
    line="#E2E3E0",
    accent="#2F5FD0",
    on_accent="#FFFFFF",
    local="#1A7A48",
    cloud="#7A3FC4",
    warning="#9A5B00",
    error="#B3261E",
    syntax_keyword="#8A2C8F",
    syntax_string="#1B6B3A",
    syntax_comment="#626A75",
    syntax_number="#94490A",
    syntax_function="#2450B8",
    syntax_type="#0C6470",
)

DARK = Colors(
    dark=True,
    window="#16181C",
    panel="#1B1E23",
    raised="#22262C",
    code="#1F2329",
    hover="#2A2F36",
    selected="#283449",
    text="#E6E8EB",
    muted="#A0A8B3",
    faint="#6C7580",
    line="#2D3239",
    accent="#86AAFF",
    on_accent="#16181C",
    local="#56C596",
    cloud="#C5A1FF",
    warning="#F0B45A",
    error="#FF8A80",
    syntax_keyword="#D7A0E8",
    syntax_string="#8CCF9B",
    syntax_comment="#98A1AD",
    syntax_number="#E8B383",
    syntax_function="#94B8FF",
    syntax_type="#74CBD6",
)


class Space(IntEnum):
    """Distances in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


RADIUS_CARD = 8
RADIUS_CONTROL = 6
COLUMN_WIDTH = 760  # the reader's column is at most this wide
LINE_HEIGHT_PERCENT = 150
MOTION_MS = 120

SMALL = 0.85
BASE = 1.0
LARGE = 1.2
HUGE = 1.5
CODE = 0.95


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
        """The interface font at `scale` of the base size; scales are SMALL, BASE, LARGE and HUGE."""
        font = _scaled(self._system_font, scale * self._percent / 100)
        font.setWeight(weight)
        return font

    def code_font(self) -> QFont:
        """The system's fixed font, a little smaller than the text around it."""
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font = _scaled(self._system_font, CODE * self._percent / 100)
        font.setFamilies([family])
        font.setFixedPitch(True)
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def scaled(self, pixels: int) -> int:
        """A length that grows with the font, such as that of an icon beside words."""
        return round(pixels * self._percent / 100)

    def motion_ms(self) -> int:
        """How long a fold or a fade takes; 0 when the system asks for no motion."""
        style = QApplication.style()
        wanted = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return min(MOTION_MS, wanted)

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


def high_contrast(colors: Colors) -> Colors:
    """The same scheme without its quiet greys, with borders that are plain to see."""
    return replace(colors, muted=colors.text, faint=colors.muted, line=colors.muted)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21; the formula of WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(color: str, ground: str, share: float) -> str:
    """`color` laid over `ground` with an opacity of `share`, 0 to 1."""
    pairs = zip(_channels(color), _channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs)


def meter_colors(colors: Colors) -> dict[MeterPart, str]:
    """The context bar: what stays is in the accent, what is new is plainer, the frame around it is grey."""
    return {
        MeterPart.SYSTEM: colors.muted,
        MeterPart.HISTORY: colors.accent,
        MeterPart.THOUGHTS: mix(colors.accent, colors.window, 0.5),
        MeterPart.DRAFT: mix(colors.accent, colors.text, 0.4),
        MeterPart.ANSWER: mix(colors.accent, colors.window, 0.75),
        MeterPart.FORMAT: colors.faint,
    }


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
        role.ToolTipText: colors.text,
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


def _channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1; WCAG 2.2."""
    channels = (channel / 255 for channel in _channels(color))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
