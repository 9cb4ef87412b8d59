"""Every colour, distance, radius and type size of the window, as plain values without Qt.

No other module names a colour or a size. Text has a contrast of at least 4.5 to 1 on every background it may
stand on (tests/ui/test_theme.py); `faint` is for decoration and disabled controls only.
"""

from dataclasses import dataclass, replace
from enum import IntEnum


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
    found: str  # background of what was searched for
    found_here: str  # the same, where the reader was taken to
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
    found="#FFF0B8",
    found_here="#FFD24A",
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
    found="#463C1B",
    found_here="#75601F",
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
GUTTER = int(Space.S)  # before a message's text, so that the icon of a button stands where the text begins
SIDEBAR_WIDTH, SIDEBAR_WIDEST = 248, 360  # at the system's font size, and however large the font
NARROW = 860
"""Width of a window below which the sidebar gives its room to the chat, until it is asked for."""

LINE_HEIGHT_PERCENT = 150

SMALL = 0.85
BASE = 1.0
READING = 1.15  # what is written and answered: at the size of controls its lines would be too long
BLOCK = 1.05  # of blocks of code: lines of a hundred characters fit the column
LARGE = 1.2
HUGE = 1.5
CODE = 0.95


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


def _channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1; WCAG 2.2."""
    channels = (channel / 255 for channel in _channels(color))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
