import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from glmdesk import paths
from glmdesk.core.settings import Theme as Choice
from glmdesk.ui import icons, theme

READ = ("text", "muted", "accent", "local", "cloud", "warning", "error")
SYNTAX = tuple(name for name in theme.Colors.__dataclass_fields__ if name.startswith("syntax_"))
SCHEMES = (theme.LIGHT, theme.DARK, theme.high_contrast(theme.LIGHT), theme.high_contrast(theme.DARK))


@pytest.mark.parametrize("colors", SCHEMES)
@pytest.mark.parametrize("name", READ)
def test_text_can_be_read_on_every_background(colors: theme.Colors, name: str) -> None:
    for background in colors.backgrounds:
        assert theme.contrast(getattr(colors, name), background) >= 4.5, background


@pytest.mark.parametrize("colors", SCHEMES)
@pytest.mark.parametrize("name", SYNTAX)
def test_highlighted_code_can_be_read_also_when_selected(colors: theme.Colors, name: str) -> None:
    assert theme.contrast(getattr(colors, name), colors.code) >= 4.5
    assert theme.contrast(getattr(colors, name), colors.selected) >= 4.5


@pytest.mark.parametrize("colors", SCHEMES)
def test_what_was_found_can_be_read(colors: theme.Colors) -> None:
    assert theme.contrast(colors.text, colors.found) >= 4.5
    assert theme.contrast(colors.text, colors.found_here) >= 4.5


@pytest.mark.parametrize("colors", SCHEMES)
def test_the_words_on_an_accent_button_can_be_read(colors: theme.Colors) -> None:
    assert theme.contrast(colors.on_accent, colors.accent) >= 4.5


def test_contrast_of_black_and_white_is_21() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_choosing_dark_changes_the_palette_and_tells_once(qapp: QApplication) -> None:
    look = theme.current()
    look.apply(Choice.LIGHT, 100)
    seen: list[theme.Colors] = []
    look.changed.connect(seen.append)
    try:
        look.apply(Choice.DARK, 100)
        look.apply(Choice.DARK, 100)
        assert seen == [theme.DARK]
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.DARK.window
    finally:
        look.changed.disconnect(seen.append)
        look.apply(Choice.LIGHT, 100)


def test_the_font_setting_scales_every_font(qapp: QApplication) -> None:
    look = theme.current()
    look.apply(Choice.LIGHT, 100)
    base, large = look.font().pointSizeF(), look.font(theme.LARGE).pointSizeF()
    look.apply(Choice.LIGHT, 200)
    try:
        assert look.font().pointSizeF() == pytest.approx(2 * base)
        assert look.font(theme.LARGE).pointSizeF() == pytest.approx(2 * large)
        assert qapp.font().pointSizeF() == pytest.approx(2 * base)
    finally:
        look.apply(Choice.LIGHT, 100)


def test_icons_take_the_colour_of_the_theme(qapp: QApplication) -> None:
    look = theme.current()
    look.apply(Choice.DARK, 100)
    try:
        image = icons.pixmap("stop", "accent", 24).toImage()
        found = {image.pixelColor(x, y).name().upper() for x in range(24) for y in range(24)}
        assert theme.DARK.accent in found
    finally:
        look.apply(Choice.LIGHT, 100)


def test_every_icon_is_a_line_on_the_same_grid() -> None:
    files = [file for file in (paths.resources() / "icons").glob("*.svg") if file.stem != "glmdesk"]
    assert files
    for file in files:
        svg = file.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in svg, file
        assert 'stroke-width="1.5"' in svg, file
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"none", "currentColor"}, file


def test_a_name_without_a_file_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
