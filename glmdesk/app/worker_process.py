"""The worker's process: started by a command, written to, read from, and ended; one at a time."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

CLOSE_PATIENCE_S = 2.0
STDERR_LINES = 400


class WorkerProcess(QObject):
    """`arrived` carries the bytes that it wrote, `ended` its exit status: the negative number of a signal.

    One that could not be started ends with -1. `log` is what it wrote for diagnostics, over all its runs;
    `command` may be changed for the next run.
    """

    arrived = Signal(object)
    ended = Signal(int)

    def __init__(
        self, command: Sequence[str], environment: dict[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.command = list(command)
        self._environment = environment
        self._process: QProcess | None = None
        self.log: deque[str] = deque(maxlen=STDERR_LINES)

    @property
    def runs(self) -> bool:
        """Whether there is one."""
        return self._process is not None

    @property
    def id(self) -> int:
        """The system's id of the process, 0 while there is none."""
        return self._process.processId() if self._process else 0

    def start(self) -> None:
        """Run the command."""
        process = self._process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in self._environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._keep_log)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        process.start(self.command[0], self.command[1:])

    def write(self, line: bytes) -> None:
        """Send a line to it, if there is one."""
        if self._process is not None:
            self._process.write(line)

    def wait(self, limit_s: float) -> bool:
        """Wait for something that it writes, and hand that on; whether anything came in time."""
        process = self._process
        return process is not None and process.waitForReadyRead(int(limit_s * 1000))

    def hang_up(self) -> None:
        """Close its input, upon which it ends by itself."""
        if self._process is not None:
            self._process.closeWriteChannel()

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Close its input, then terminate, then kill, each with a time limit; nothing is told of this end."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        for end in (process.closeWriteChannel, process.terminate, process.kill):
            end()
            if process.waitForFinished(int(CLOSE_PATIENCE_S * 1000)):
                break
        process.deleteLater()

    def _read(self) -> None:
        if self._process is not None:
            self.arrived.emit(bytes(self._process.readAllStandardOutput().data()))

    def _keep_log(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            self.log.extend(text.splitlines())

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished(-1, QProcess.ExitStatus.CrashExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._keep_log()
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        crashed = status is QProcess.ExitStatus.CrashExit
        self.ended.emit(-code if crashed and code > 0 else code)
