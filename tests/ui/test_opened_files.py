"""What the system hands to the running program arrives as a path."""

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from glmdesk.ui.opened_files import OpenedFiles


def test_a_file_is_told_by_its_path(qapp, tmp_path):
    files, told = OpenedFiles(qapp), []
    files.opened.connect(told.append)
    try:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "model.gguf")))
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("glmdesk:no-file")))
        QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    finally:
        qapp.removeEventFilter(files)
        files.deleteLater()
    assert told == [str(tmp_path / "model.gguf")]
