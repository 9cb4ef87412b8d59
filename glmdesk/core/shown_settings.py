"""What the window shows of each setting: its page, its name, what it may be, and words that find it.

A field of `Settings` that stands here is in the settings of the window and is found there;
nothing else is to be done for it. The others are remembered for a person who sets them elsewhere.
"""

from glmdesk.core.chat_options import Thoughts, WhenFull
from glmdesk.core.phrases import phrase
from glmdesk.core.sampling import Preset
from glmdesk.core.setting_kinds import Amount, Choice, Line, Option, Page, Passage, Switch, described
from glmdesk.core.settings import LARGEST_CONTEXT, SMALLEST_CONTEXT, Settings, Theme

_STYLES = (
    Option(
        Preset.GENERAL,
        phrase("General"),
        phrase("Varied wording; the same question can get another answer."),
    ),
    Option(
        Preset.CODING,
        phrase("Coding"),
        phrase("Keeps closer to the likeliest word, as code needs it."),
    ),
    Option(
        Preset.AGENT,
        phrase("Exact"),
        phrase("Always the likeliest word; the same question gets the same answer."),
    ),
)

_THOUGHTS = (
    Option(
        Thoughts.AUTOMATIC,
        phrase("Automatic"),
        phrase("Kept while there is ample room, then forgotten; the chat says when."),
    ),
    Option(
        Thoughts.KEEP,
        phrase("Keep"),
        phrase("They stay in the context: they take room, and nothing is read again."),
    ),
    Option(
        Thoughts.FORGET,
        phrase("Forget"),
        phrase("They take no room, but the last answer is read again each time."),
    ),
)

SETTINGS = described(
    Settings(),
    {
        "theme": Choice(
            page=Page.APPEARANCE,
            name=phrase("Colours"),
            also=phrase("theme dark light"),
            options=(
                Option(Theme.SYSTEM, phrase("System")),
                Option(Theme.LIGHT, phrase("Light")),
                Option(Theme.DARK, phrase("Dark")),
            ),
        ),
        "context_tokens": Amount(
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
        "preset": Choice(
            page=Page.ANSWERS,
            name=phrase("Style of the answers"),
            also=phrase("preset sampling temperature"),
            options=_STYLES,
        ),
        "thinking": Switch(
            page=Page.ANSWERS, name=phrase("Thinking"), words=phrase("Think before answering")
        ),
        "thinking_tokens": Amount(
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
        "thinking_seconds": Amount(
            page=Page.ANSWERS,
            name=phrase("Longest time to think"),
            also=phrase("thinking budget seconds"),
            least=5,
            most=3600,
            step=10,
            unit=phrase("seconds"),
            zero=phrase("No limit"),
        ),
        "thoughts": Choice(
            page=Page.CONTEXT,
            name=phrase("Earlier thoughts"),
            also=phrase("preserved thinking keep forget"),
            options=_THOUGHTS,
        ),
        "kept_gigabytes": Amount(
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
        "when_full": Choice(
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
        "summarise_every": Amount(
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
        "system_prompt": Passage(
            page=Page.ANSWERS,
            name=phrase("Instructions"),
            hint=phrase("Given to the model before every chat."),
            also=phrase("system prompt"),
            empty=phrase("None: the model answers as it was trained to"),
            presets=True,
        ),
        "language": Choice(
            page=Page.APPEARANCE,
            name=phrase("Language"),
            also="language idioma 语言",
            options=(
                Option("", phrase("As the system")),
                Option("en", "English"),
                Option("es", "Español"),
                Option("pt_BR", "Português (Brasil)"),
                Option("zh_CN", "简体中文"),
            ),
        ),
        "name_chats": Switch(
            page=Page.ANSWERS,
            name=phrase("Titles"),
            words=phrase("Let the model name new chats"),
            hint=phrase("After the first answer, while nothing else is to be done."),
        ),
        "font_percent": Amount(
            page=Page.APPEARANCE,
            name=phrase("Size of text"),
            also=phrase("font zoom"),
            least=80,
            most=200,
            step=5,
            unit="%",
            slides=True,
        ),
        "local_only": Switch(
            page=Page.CLOUD,
            name=phrase("Local only"),
            words=phrase("Let nothing leave this computer"),
            hint=phrase("No connection is opened: no cloud, no downloads."),
            also=phrase("offline airplane privacy lock"),
        ),
        "download_megabytes": Amount(
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
        "hub_mirror": Line(
            page=Page.MODELS,
            name=phrase("Mirror"),
            hint=phrase("Asked before Hugging Face for models, such as: https://hf-mirror.com"),
            also=phrase("download endpoint address hub"),
            empty=phrase("Hugging Face itself"),
        ),
        "cloud_budget": Amount(
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
        "routing": Switch(
            page=Page.CLOUD,
            name=phrase("Routing"),
            words=phrase("Suggest local or cloud for each question"),
            hint=phrase("The reason is shown before sending, and only chats that you let go are sent."),
            also=phrase("router automatic choice"),
        ),
        "project_tools": Switch(
            page=Page.PROJECTS,
            name=phrase("Looking for itself"),
            words=phrase("Let the model list, search and open files of an attached folder"),
            hint=phrase("It reads and never writes; each look is shown in the answer."),
            also=phrase("tools agent project folder"),
        ),
        "editor": Line(
            page=Page.PROJECTS,
            name=phrase("Editor"),
            hint=phrase("The command that opens a file, such as: code --goto {path}:{line}"),
            also=phrase("open program command"),
            empty=phrase("One that is found"),
        ),
        "update_news": Switch(
            page=Page.DATA,
            name=phrase("Updates"),
            words=phrase("Tell me when there is a newer glmdesk"),
            hint=phrase("Once a day one small signed file is fetched; nothing is sent or installed."),
        ),
    },
)
