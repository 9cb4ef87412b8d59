"""The errors a person can meet, each made of what happened, what was kept and one thing to do.

GlmdeskError
 ├─ ModelError            a file of weights cannot be used
 │   ├─ ModelMissing      it is not where it should be
 │   ├─ ModelUnusable     it is there, but is not what llama.cpp can load
 │   └─ ModelTooLarge     it is good, but the computer has no room for it
 ├─ EngineError           the worker process failed
 │   ├─ EngineLost        it ended by itself
 │   ├─ EngineSilent      it is there but does not answer
 │   └─ EngineRefused     an engine cannot be installed
 ├─ PromptError           a conversation cannot be made into a prompt
 │   ├─ ContextExceeded   it is longer than the context
 │   └─ TemplateRefused   the model's own chat template misbehaves
 ├─ DownloadError         a file could not be brought here
 │   ├─ DownloadRefused   it must not or cannot be, until a person changes something
 │   ├─ DownloadHalted    the network or a server gave up for now; it can go on
 │   │   └─ DiskFull      there is no room for more of it
 │   └─ DownloadDamaged   all of it came, but it is not what was published
 ├─ ProjectError          a folder of code cannot be read
 │   └─ IndexDamaged      what was known of it is of no use any more, and begun anew
 ├─ SettingsError         a settings file cannot be read
 ├─ AttachmentRefused     a file cannot be added to a question
 └─ HardwareUnreadable    a hardware file describes no computer
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explanation:
    """What a person reads: three short sentences; `kept` and `action` may be empty, `happened` never is.

    Those that are a `core.phrases.phrase` are shown in the language of the window.
    """

    happened: str
    kept: str = ""
    action: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is of the three."""
        return tuple(sentence for sentence in (self.happened, self.kept, self.action) if sentence)

    def __str__(self) -> str:
        return " ".join(self.sentences)


class GlmdeskError(Exception):
    """The root: everything that may be shown to a person as it stands."""

    def __init__(self, happened: str, kept: str = "", action: str = "", *, detail: str = "") -> None:
        self.explanation = Explanation(happened, kept, action)
        self.detail = detail
        super().__init__(str(self.explanation))


class ModelError(GlmdeskError):
    """A file of weights cannot be used."""


class ModelMissing(ModelError):
    """The file of weights is not where it should be."""


class ModelUnusable(ModelError):
    """The file is there, but llama.cpp cannot load it."""


class ModelTooLarge(ModelError):
    """The file is good, but the computer has no room for it."""


class EngineError(GlmdeskError):
    """The worker process failed."""


class EngineLost(EngineError):
    """The worker process ended by itself; `cause` is a `glmdesk.engine.loss.Cause`, empty where unknown."""

    def __init__(
        self, happened: str, kept: str = "", action: str = "", *, detail: str = "", cause: str = ""
    ) -> None:
        super().__init__(happened, kept, action, detail=detail)
        self.cause = cause


class EngineSilent(EngineError):
    """The worker process is there but does not answer."""


class EngineRefused(EngineError):
    """An engine cannot be installed, or not on this computer."""


class PromptError(GlmdeskError):
    """A conversation cannot be made into a prompt."""


class ContextExceeded(PromptError):
    """The prompt is longer than the context."""


class TemplateRefused(PromptError):
    """The model's own chat template takes too long, builds too much or raises."""


class DownloadError(GlmdeskError):
    """A file could not be brought here."""


class DownloadRefused(DownloadError):
    """It must not or cannot be brought here until a person changes something."""


class DownloadHalted(DownloadError):
    """Nothing more comes for now; what came is kept, and it can go on later."""


class DiskFull(DownloadHalted):
    """The disk has no room for the rest."""


class DownloadDamaged(DownloadError):
    """All of it came, but it is not what was published; it is kept aside and cannot be loaded."""


class ProjectError(GlmdeskError):
    """A folder of code cannot be read."""


class IndexDamaged(ProjectError):
    """What was known of a folder is of no use any more; asked again, it is begun anew."""


class SettingsError(GlmdeskError):
    """A settings file cannot be read."""


class HardwareUnreadable(GlmdeskError):
    """A hardware file describes no computer."""


class StoreError(GlmdeskError):
    """The chats on disk cannot be read or written."""


class StoreFull(StoreError):
    """The disk has no room for what was to be saved."""


class StoreReadOnly(StoreError):
    """The chats can be read, but nothing can be saved."""


class StoreBusy(StoreError):
    """Another program holds the file of chats."""


class StoreDamaged(StoreError):
    """The file of chats is not what was written to it, or it is gone although backups of it exist."""


class AttachmentRefused(GlmdeskError):
    """A file cannot be added to a question."""


class ImportRefused(StoreError):
    """A file of chats is in no form that is known, or is broken."""
