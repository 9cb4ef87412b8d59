"""The program's icon in the sizes and containers that systems want, all from one drawing."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installers.building.ground import APP_ID, BUILD, RESOURCES

SVG = RESOURCES / "icons" / "glmdesk.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
FOLDER = BUILD / "icons"
_IN_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
_IN_ICO = (16, 24, 32, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """The icon as a PNG of `size` pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only text
    return bytes(data.data())


def for_linux() -> list[tuple[Path, Path]]:
    """Files and their places below `share`: every size, and the drawing itself."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    places = [(SVG, Path("icons/hicolor/scalable/apps") / f"{APP_ID}.svg")]
    for size in SIZES:
        made = FOLDER / f"{size}.png"
        made.write_bytes(png(size))
        places.append((made, Path(f"icons/hicolor/{size}x{size}/apps") / f"{APP_ID}.png"))
    return places


def for_programs() -> None:
    """The containers of Windows and macOS: build/icons/glmdesk.ico and .icns."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "glmdesk.ico").write_bytes(_ico())
    (FOLDER / "glmdesk.icns").write_bytes(_icns())


def _ico() -> bytes:
    pictures = [png(size) for size in _IN_ICO]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(_IN_ICO, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def _icns() -> bytes:
    pictures = [(kind, png(size)) for size, kind in _IN_ICNS.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
