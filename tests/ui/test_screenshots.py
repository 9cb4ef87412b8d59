"""Pictures of the window: the real application with a scripted worker, in a home of its own."""

import os

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from glmdesk.ui import screenshots, theme
from glmdesk.ui.screenshot_scenes import SCENES


@pytest.fixture
def scene():
    return {scene.name: scene for scene in SCENES}


def picture(folder, name):
    image = QImage(str(folder / f"{name}.png"))
    assert not image.isNull(), name
    return image


def test_a_scene_gives_a_light_and_a_dark_picture_and_leaves_the_home_alone(
    qapp: QApplication, scene, tmp_path, home
):
    assert screenshots._play(scene["narrow-720x480"], tmp_path)
    light, dark = (picture(tmp_path, f"narrow-720x480-{name}") for name in ("light", "dark"))
    assert light.size() == dark.size()
    corners = [image.pixelColor(2, 479).name().upper() for image in (light, dark)]
    assert corners == [theme.LIGHT.window, theme.DARK.window]
    assert os.environ["GLMDESK_HOME"] == str(home)
    assert list(home.rglob("*.json")) == []


def test_a_lost_engine_can_be_seen(qapp: QApplication, scene, tmp_path):
    assert screenshots._play(scene["engine-lost"], tmp_path)
    picture(tmp_path, "engine-lost-light")


def test_every_picture_has_a_name_of_its_own():
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))
