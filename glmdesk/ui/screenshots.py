"""Pictures of every state of the window worth looking at, light and dark, by `glmdesk --screenshots DIR`.

The real application with a worker that replays a script, in a home of its own for each scene: no model is
loaded, no network used and no setting of the person who asks is read or written.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from glmdesk import paths
from glmdesk.app.application import Application
from glmdesk.app.pictured_cloud import pictured_secrets
from glmdesk.app.pictured_computer import PicturedComputer
from glmdesk.core.settings import Settings, Theme
from glmdesk.ui import theme
from glmdesk.ui.languages import Language
from glmdesk.ui.main import prepared
from glmdesk.ui.main_window import MainWindow
from glmdesk.ui.screenshot_scene import Scene
from glmdesk.ui.screenshot_scenes import SCENES
from glmdesk.ui.screenshot_stage import Fact, Stage

PATIENCE_MS = 60_000
_GLANCE_MS = 20
_SETTLE_MS = 180  # what is laid out in steps is done by then
_SCHEMES = (Theme.LIGHT, Theme.DARK)


def run(directory: str | Path) -> int:
    """Save `SCENE-light.png` and `SCENE-dark.png` for each scene in `directory`; returns the exit status."""
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    prepared().setQuitOnLastWindowClosed(False)
    failed = [scene.name for scene in SCENES if not _play(scene, folder)]
    for name in failed:
        sys.stderr.write(f"The state “{name}” was not reached within {PATIENCE_MS // 1000} s.\n")
    return 1 if failed else 0


def _play(scene: Scene, folder: Path) -> bool:
    """Play one scene and take its pictures; False when something that it waits for does not happen."""
    with played(scene) as window:
        if window is None:
            return False
        for choice in _SCHEMES:
            theme.current().apply(choice, int(scene.settings.get("font_percent", 100)))
            _settle()
            _picture(window).save(str(folder / f"{scene.name}-{choice.value}.png"))
        return True


@contextmanager
def played(scene: Scene) -> Iterator[MainWindow | None]:
    """A window in the state of `scene`; None when something that it waits for does not happen."""
    with _own_home() as home:
        script = home / "script.json"
        script.write_text(json.dumps(scene.script), encoding="utf-8")
        (paths.config() / "settings.json").write_text(json.dumps(scene.settings), encoding="utf-8")
        language = Language(prepared(), str(scene.settings.get("language", "en")))
        application = Application(
            script=str(script),
            check=scene.check,
            planning=PicturedComputer(home),
            deliver=scene.deliver,
            secrets=pictured_secrets(),
        )
        window = MainWindow(application.preferences.settings)
        view = window.fill(application)
        application.preferences.changed.connect(_show_settings)
        QApplication.setLayoutDirection(scene.direction)
        _show_settings(application.preferences.settings)
        window.resize(QSize(*scene.size))
        window.move(min(0, window.screen().availableGeometry().width() - window.width()), 0)
        window.show()
        try:
            reached = all(_wait_for(fact) for fact in scene.play(Stage(application, view)))
            yield window if reached else None
        finally:
            window.close()
            application.close()
            window.deleteLater()
            language.remove()
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            _settle()


@contextmanager
def _own_home() -> Iterator[Path]:
    before = os.environ.get(paths.OVERRIDE)
    with tempfile.TemporaryDirectory(prefix="glmdesk-pictures-", ignore_cleanup_errors=True) as folder:
        os.environ[paths.OVERRIDE] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ[paths.OVERRIDE]
            else:
                os.environ[paths.OVERRIDE] = before


def _show_settings(settings: Settings) -> None:
    theme.current().apply(settings.theme, settings.font_percent)


def _wait_for(fact: Fact) -> bool:
    """Run the event loop until `fact` is true; False when that takes too long."""
    clock = QElapsedTimer()
    clock.start()
    loop = QEventLoop()
    glance = QTimer()
    glance.timeout.connect(_ending(loop, lambda: fact() or clock.elapsed() > PATIENCE_MS))
    glance.start(_GLANCE_MS)
    if not fact():
        loop.exec()
    return fact()


def _ending(loop: QEventLoop, over: Callable[[], bool]) -> Callable[[], None]:
    def look() -> None:
        if over():
            loop.quit()

    return look


def _settle() -> None:
    """Let what is posted and laid out later happen before the picture is taken."""
    clock = QElapsedTimer()
    clock.start()
    _wait_for(lambda: clock.elapsed() > _SETTLE_MS)
    QCoreApplication.sendPostedEvents()


def _picture(window: MainWindow) -> QPixmap:
    """The window with the dialogs and menus that lie over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            place = other.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(place, other.grab())
            if not other.windowFlags() & Qt.WindowType.FramelessWindowHint:
                frame = QRect(place, other.size()).adjusted(-1, -1, 0, 0)
                painter.setPen(QColor(theme.current().colors.faint))  # what the system's own would do
                painter.drawRect(frame)
    painter.end()
    return picture
