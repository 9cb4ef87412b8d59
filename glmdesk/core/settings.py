"""What a person can set, as one immutable value with the defaults a new person gets.

A field that is described here is in the settings of the window and is found there; nothing else is to be done
for it. Fields without a description are remembered for a person who sets them elsewhere in the window.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from glmdesk.core.chat_options import THOUGHTS, Thoughts, WhenFull
from glmdesk.core.instructions import BUILT_IN, Instructions
from glmdesk.core.phrases import phrase
from glmdesk.core.sampling import STYLES, Preset, Sampling
from glmdesk.core.setting_kinds import Amount, Choice, Option, Page, Passage, Switch, setting

LARGEST_CONTEXT = 202_752
"""Tokens; what GLM-4.7-Flash was trained for (its config.json, max_position_embeddings)."""

SMALLEST_CONTEXT = 1024


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `model` is a path, empty for the starter model; 0 context tokens means automatic.

    What a chat may decide otherwise is explained in `ChatOptions`.
    """

    theme: Theme = setting(
        Theme.SYSTEM,
        Choice(
            page=Page.APPEARANCE,
            name=phrase("Colours"),
            also=phrase("theme dark light"),
            options=(
                Option(Theme.SYSTEM, phrase("System")),
                Option(Theme.LIGHT, phrase("Light")),
                Option(Theme.DARK, phrase("Dark")),
            ),
        ),
    )
    model: str = ""
    recent_models: tuple[str, ...] = ()
    context_tokens: int = setting(
        0,
        Amount(
            page=Page.CONTEXT,
            name=phrase("Size of the context"),
            hint=phrase("How much of a chat the model can see. Changing it loads the model again."),
            also=phrase("memory tokens"),
            least=SMALLEST_CONTEXT,
            most=LARGEST_CONTEXT,
            step=1024,
            unit=phrase("tokens"),
            zero=phrase("Automatic"),
        ),
    )
    preset: Preset = setting(
        Preset.GENERAL,
        Choice(
            page=Page.ANSWERS,
            name=phrase("Style of the answers"),
            also=phrase("preset sampling temperature"),
            options=STYLES,
        ),
    )
    thinking: bool = setting(
        True,
        Switch(page=Page.ANSWERS, name=phrase("Thinking"), words=phrase("Think before answering")),
    )
    thinking_tokens: int = setting(
        0,
        Amount(
            page=Page.ANSWERS,
            name=phrase("Longest thought"),
            hint=phrase("A thought that gets there is closed, and the answer begins."),
            also=phrase("thinking budget tokens"),
            least=64,
            most=65_536,
            step=512,
            unit=phrase("tokens"),
            zero=phrase("No limit"),
        ),
    )
    thinking_seconds: int = setting(
        0,
        Amount(
            page=Page.ANSWERS,
            name=phrase("Longest time to think"),
            also=phrase("thinking budget seconds"),
            least=5,
            most=3600,
            step=10,
            unit=phrase("seconds"),
            zero=phrase("No limit"),
        ),
    )
    thoughts: Thoughts = setting(
        Thoughts.AUTOMATIC,
        Choice(
            page=Page.CONTEXT,
            name=phrase("Earlier thoughts"),
            also=phrase("preserved thinking keep forget"),
            options=THOUGHTS,
        ),
    )
    kept_gigabytes: int = setting(
        4,
        Amount(
            page=Page.CONTEXT,
            name=phrase("Room to go on at once"),
            hint=phrase("What the model has read of long chats is kept, so it need not be read again."),
            also=phrase("resume state cache disk restart"),
            least=1,
            most=200,
            step=1,
            unit="GB",
            zero=phrase("Keep nothing"),
        ),
    )
    when_full: WhenFull = setting(
        WhenFull.ASK,
        Choice(
            page=Page.CONTEXT,
            name=phrase("When a chat does not fit"),
            also=phrase("full overflow truncate"),
            options=(
                Option(WhenFull.ASK, phrase("Ask"), phrase("Nothing is left out before you choose.")),
                Option(
                    WhenFull.LEAVE_OUT,
                    phrase("Leave out"),
                    phrase("The oldest messages are no longer given; a line in the chat says which."),
                ),
                Option(
                    WhenFull.SUMMARISE,
                    phrase("Summarise"),
                    phrase("The model writes a summary of the oldest messages, which you can read."),
                ),
            ),
        ),
    )
    summarise_every: int = setting(
        0,
        Amount(
            page=Page.CONTEXT,
            name=phrase("Summarise and forget"),
            hint=phrase("After so many questions the older ones are summarised; the last stay whole."),
            also=phrase("compact summary"),
            least=2,
            most=200,
            step=1,
            unit=phrase("questions"),
            zero=phrase("Never"),
        ),
    )
    samplings: dict[Preset, Sampling] = field(default_factory=dict)  # a person's own values
    instructions: tuple[Instructions, ...] = BUILT_IN
    system_prompt: str = setting(
        "",
        Passage(
            page=Page.ANSWERS,
            name=phrase("Instructions"),
            hint=phrase("Given to the model before every chat."),
            also=phrase("system prompt"),
            empty=phrase("None: the model answers as it was trained to"),
            presets=True,
        ),
    )
    language: str = setting(
        "",
        Choice(
            page=Page.APPEARANCE,
            name=phrase("Language"),
            hint=phrase("In force when the program is opened the next time."),
            also="language idioma 语言",
            options=(
                Option("", phrase("As the system")),
                Option("en", "English"),
                Option("es", "Español"),
                Option("pt_BR", "Português (Brasil)"),
                Option("zh_CN", "简体中文"),
            ),
        ),
    )
    name_chats: bool = setting(
        True,
        Switch(
            page=Page.ANSWERS,
            name=phrase("Titles"),
            words=phrase("Let the model name new chats"),
            hint=phrase("After the first answer, while nothing else is to be done."),
        ),
    )
    font_percent: int = setting(
        100,
        Amount(
            page=Page.APPEARANCE,
            name=phrase("Size of text"),
            also=phrase("font zoom"),
            least=80,
            most=200,
            step=5,
            unit="%",
            slides=True,
        ),
    )
    local_only: bool = setting(
        False,
        Switch(
            page=Page.CLOUD,
            name=phrase("Local only"),
            words=phrase("Let nothing leave this computer"),
            hint=phrase("No connection is opened: no cloud, no downloads."),
            also=phrase("offline airplane privacy lock"),
        ),
    )
    download_megabytes: int = setting(
        0,
        Amount(
            page=Page.MODELS,
            name=phrase("Speed of downloads"),
            hint=phrase("No more than this, so that others can use the connection too."),
            also=phrase("bandwidth limit network slow"),
            least=1,
            most=1000,
            step=1,
            unit=phrase("MB a second"),
            zero=phrase("No limit"),
        ),
    )
    cloud_budget: float = setting(
        0,
        Amount(
            page=Page.CLOUD,
            name=phrase("Budget for a month"),
            hint=phrase("An answer that could pass it is not asked for."),
            also=phrase("money cost price limit"),
            least=0.01,
            most=10_000,
            step=1,
            unit="USD",
            zero=phrase("None"),
            digits=2,
        ),
    )
    routing: bool = setting(
        False,
        Switch(
            page=Page.CLOUD,
            name=phrase("Routing"),
            words=phrase("Suggest local or cloud for each question"),
            hint=phrase("The reason is shown before sending, and only chats that you let go are sent."),
            also=phrase("router automatic choice"),
        ),
    )
    project_tools: bool = setting(
        False,
        Switch(
            page=Page.PROJECTS,
            name=phrase("Looking for itself"),
            words=phrase("Let the model list, search and open files of an attached folder"),
            hint=phrase("It reads and never writes; each look is shown in the answer."),
            also=phrase("tools agent project folder"),
        ),
    )
    services: tuple[str, ...] = ()  # addresses that a person added
    keyed_services: tuple[str, ...] = ()  # ids of those that a key was given for
    sent_projects: tuple[str, ...] = ()  # folders that may be sent without being asked again
    last_place: str = ""  # where the last question to a service went
    update_news: bool = setting(
        False,
        Switch(
            page=Page.DATA,
            name=phrase("Updates"),
            words=phrase("Tell me when there is a newer glmdesk"),
            hint=phrase("Once a day one small signed file is fetched; nothing is sent or installed."),
        ),
    )
    updates_asked: float = 0.0  # Unix seconds
    engine: str = ""  # its name, the path of a Python, or empty for the best that works
    shortcuts: dict[str, tuple[str, ...]] = field(default_factory=dict)  # a person's own, see ui.actions
    sidebar_shown: bool = True
    welcomed: bool = False  # led to a first model, or had no wish to be
    folded_folders: tuple[str, ...] = ()
