"""One window for each person and data folder: a second start hands its arguments over and ends."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_LONGEST_MESSAGE = 64 * 1024  # bytes


def hand_over(address: str, arguments: Sequence[str]) -> bool:
    """Give `arguments` to the instance that runs; False when there is none that answers."""
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(json.dumps(list(arguments)).encode() + b"\n")
    sent = socket.waitForBytesWritten(_PATIENCE_MS)
    answered = sent and socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for later starts; `started_again` carries their arguments, a tuple of strings."""

    started_again = Signal(object)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def listen(self) -> bool:
        """Become the one instance; what a crashed one left behind is removed. False when that fails."""
        if self._server.listen(self._address):
            return True
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST_MESSAGE:
                socket.abort()
            return
        arguments = _parsed(bytes(socket.readLine(_LONGEST_MESSAGE).data()))
        if arguments is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.started_again.emit(arguments)


def _parsed(line: bytes) -> tuple[str, ...] | None:
    try:
        values = json.loads(line)
    except ValueError:
        return None
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return None
    return tuple(values)
