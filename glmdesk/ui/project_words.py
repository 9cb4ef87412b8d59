"""What the panel of a project says: its arithmetic, and why files are left out."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.project_states import ProjectPhase, ProjectState
from glmdesk.ui.message_words import token_count
from glmdesk.ui.words import number


def reason_words(reason: str) -> str:
    """Why a file is not read; the reasons are those of `projects.sorting.Reason`."""
    translate = QCoreApplication.translate
    known = {
        "ignored": translate("Project", "by ignore rules"),
        "excluded": translate("Project", "left out by hand"),
        "link": translate("Project", "links"),
        "hard_link": translate("Project", "files with several names"),
        "special": translate("Project", "devices and pipes"),
        "unreadable": translate("Project", "not readable"),
        "name": translate("Project", "names that are no text"),
        "deep": translate("Project", "folders too deep"),
        "secret": translate("Project", "files of secrets"),
        "large": translate("Project", "too large"),
        "binary": translate("Project", "not text"),
        "minified": translate("Project", "minified"),
        "generated": translate("Project", "generated"),
        "lock": translate("Project", "lock files"),
        "vendored": translate("Project", "copies of other projects"),
        "empty": translate("Project", "empty"),
        "gone": translate("Project", "gone meanwhile"),
    }
    return known.get(reason, reason)


def files(count: int) -> str:
    """A number of files."""
    one, many = (
        QCoreApplication.translate("Project", "{n} file"),
        QCoreApplication.translate("Project", "{n} files"),
    )
    return (one if count == 1 else many).format(n=number(count))


def extent_words(state: ProjectState) -> str:
    """How much there is: "412 files, about 705,000 tokens", and how much of it is read."""
    translate = QCoreApplication.translate
    about = translate("Project", "{files}, about {tokens}").format(
        files=files(state.files), tokens=token_count(state.tokens)
    )
    if state.phase is ProjectPhase.READY and not state.files:
        return translate("Project", "Nothing in this folder is text that can be read.")
    if state.phase is ProjectPhase.READY and not state.watched:
        return translate("Project", "{about}; changes are looked for when you write").format(about=about)
    if state.phase is not ProjectPhase.READING:
        return about
    if not state.waiting:
        return translate("Project", "Reading the folder …")
    return translate("Project", "{about}; {waiting} not read yet").format(
        about=about, waiting=number(state.waiting)
    )


def left_out_words(state: ProjectState) -> str:
    """How many files are left out."""
    count = sum(state.skipped.values())
    return QCoreApplication.translate("Project", "{files} left out").format(files=files(count))


def found_words(state: ProjectState) -> str:
    """What goes along with the question: the whole project, so many pieces, or nothing."""
    translate = QCoreApplication.translate
    found = state.found
    if found is None:
        return translate("Project", "Write a question to see what goes along with it.")
    if found.whole:
        if not found.sources:
            return translate("Project", "The whole project is in this chat already.")
        return translate("Project", "The whole project goes along: {tokens}").format(
            tokens=token_count(found.tokens)
        )
    if not found.sources:
        return translate("Project", "Nothing new in this folder is about the question.")
    one, many = (
        translate("Project", "{count} piece, {tokens}"),
        translate("Project", "{count} pieces, {tokens}"),
    )
    count = len(found.sources)
    return (one if count == 1 else many).format(count=number(count), tokens=token_count(found.tokens))
