"""What the chat says about its messages: who, when, how fast, how it ended."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTime

from glmdesk.core.chat import (
    Ending,
    LeftOut,
    Message,
    Omission,
    Reasoning,
    Role,
    ToolCall,
    ToolResult,
)
from glmdesk.core.estimates import Estimate
from glmdesk.core.phrases import Phrase
from glmdesk.core.spending import Spent
from glmdesk.ui.money_words import cost, usd
from glmdesk.ui.words import number, translated

_SEPARATOR = " · "
_LONGEST_QUOTE = 80  # characters
_LONGEST_TITLE = 120  # characters


def author(role: Role) -> str:
    """Who wrote a message."""
    translate = QCoreApplication.translate
    return {
        Role.USER: translate("Message", "You"),
        Role.ASSISTANT: translate("Message", "Assistant"),
        Role.SYSTEM: translate("Message", "Instructions"),
        Role.TOOL: translate("Message", "Tool"),
    }[role]


def time_of_day(created: float) -> str:
    """The local time of a Unix time, such as 14:03; empty where it is not known."""
    if not created:
        return ""
    time: QTime = QDateTime.fromSecsSinceEpoch(int(created)).time()
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return time.toString("HH:mm")
    return locale.toString(time, QLocale.FormatType.ShortFormat)


def row_name(message: Message) -> str:
    """The accessible name of a message, such as "You, 14:03"."""
    return ", ".join(part for part in (author(message.role), time_of_day(message.created)) if part)


def heading(message: Message) -> str:
    """The line above a question: "You · 14:03"."""
    return _SEPARATOR.join(part for part in (author(message.role), time_of_day(message.created)) if part)


def duration(seconds: float, *, decimals: bool = False) -> str:
    """Seconds as a person says them: 14 s, 2 min 5 s; with `decimals` also 1.2 s and 40 ms."""
    translate = QCoreApplication.translate
    if decimals and seconds < 0.1:
        return translate("Message", "{count} ms").format(count=max(1, round(seconds * 1000)))
    if seconds < 60:
        short = decimals and seconds < 10
        told = _decimal(seconds) if short else number(round(seconds))
        return translate("Message", "{seconds} s").format(seconds=told)
    minutes, rest = divmod(round(seconds), 60)
    return translate("Message", "{minutes} min {seconds} s").format(minutes=number(minutes), seconds=rest)


def takes(estimate: Estimate) -> str:
    """What an answer is expected to take: "about 12 s, $0.0021", "free"; empty where nothing is known."""
    translate = QCoreApplication.translate
    told = []
    if estimate.seconds is not None:
        told.append(translate("Message", "about {time}").format(time=duration(max(1.0, estimate.seconds))))
    if estimate.usd is not None:
        told.append(usd(estimate.usd) if estimate.usd else translate("Money", "free"))
    return ", ".join(told)


def thought_title(thought: Reasoning, *, running: bool) -> str:
    """The one line of a thought: "Thinking … 6 s", later "Thought for 14 s · 412 tokens"."""
    translate = QCoreApplication.translate
    if running:
        return translate("Message", "Thinking … {time}").format(time=duration(int(thought.seconds)))
    title = translate("Message", "Thought")
    if thought.seconds > 0:
        time = duration(thought.seconds, decimals=thought.seconds < 1)
        title = translate("Message", "Thought for {time}").format(time=time)
    return title + _SEPARATOR + token_count(thought.tokens) if thought.tokens else title


def made_how(message: Message, spent: tuple[Spent, ...] = ()) -> str:
    """Where an answer was made, how fast and for how much, as far as it is known."""
    translate = QCoreApplication.translate
    told = [message.place, message.model] if message.place else [translate("Message", "local")]
    if spent:
        told.append(cost(spent))
    if message.timing is not None and message.timing.decode_tps > 0:
        rate = translate("Message", "{rate} tok/s").format(rate=_rate(message.timing.decode_tps))
        told.append(rate)
    if message.timing is not None and message.timing.ttft_s > 0:
        time = duration(message.timing.ttft_s, decimals=True)
        told.append(translate("Message", "{time} to first word").format(time=time))
    if message.usage is not None and message.usage.prompt:
        told.append(_read(message.usage.prompt, message.usage.cached))
    return _SEPARATOR.join(told)


def how_it_ended(message: Message) -> str:
    """What a person reads where an answer is not whole; empty where it is."""
    translate = QCoreApplication.translate
    match message.ending:
        case Ending.PAUSED:
            words = translate("Message", "Paused, because it repeats itself: “{text}”")
            return words.format(text=_shortened(message.note, _LONGEST_QUOTE))
        case Ending.LENGTH:
            return translate("Message", "Cut where the room in the context ended")
        case Ending.STOPPED:
            return translate("Message", "Stopped")
        case Ending.INTERRUPTED if message.place:
            kept = translate("Message", "The text so far was kept.")
            note = told(message.note)
            return f"{note} {kept}" if message.text else note
        case Ending.INTERRUPTED:
            return translate("Message", "The engine stopped; the text so far was kept")
        case Ending.FAILED:
            note = told(message.note)
            return note or translate("Message", "No answer could be made")
        case _:
            return ""


def told(note: str) -> str:
    """Sentences that stand in lines of their own, each in the language of the window."""
    if isinstance(note, Phrase):
        return " ".join(translated(note).splitlines())
    return " ".join(map(translated, note.splitlines()))


def left_out_title(left_out: LeftOut) -> str:
    """The line about what a model is no longer given: "8 earlier messages left out · 3,120 tokens"."""
    translate = QCoreApplication.translate
    count = len(left_out.turns)
    match left_out.what:
        case Omission.TURNS if left_out.summary:
            words = translate("Message", "{count} earlier messages summarised")
        case Omission.TURNS:
            words = translate("Message", "{count} earlier messages left out")
        case Omission.THOUGHTS:
            words = translate("Message", "Earlier thoughts left out: {count}")
        case Omission.SOURCES:
            words = translate("Message", "Files of earlier questions left out: {count}")
    title = words.format(count=number(count))
    if left_out.readings > 1:
        readings = translate("Message", "in {count} readings").format(count=number(left_out.readings))
        title += _SEPARATOR + readings
    return title + _SEPARATOR + token_count(left_out.tokens) if left_out.tokens else title


def left_out_text(left_out: LeftOut) -> str:
    """What the line about it opens to."""
    translate = QCoreApplication.translate
    if left_out.summary:
        words = translate("Message", "In their place the model is given this summary, which it wrote itself:")
        return f"{words}\n\n{left_out.summary}"
    match left_out.what:
        case Omission.TURNS:
            return translate(
                "Message",
                "From this question on the model is not given the oldest messages of this chat. They stay "
                "where they are, and search finds them.",
            )
        case Omission.THOUGHTS:
            return translate(
                "Message",
                "From this question on the model is given its earlier answers without the thoughts before "
                "them. The thoughts stay in the chat.",
            )
        case Omission.SOURCES:
            return translate(
                "Message",
                "From this question on the model is given the earlier questions without the files that came "
                "with them.",
            )


def tool_title(part: ToolCall | ToolResult) -> str:
    """A call of a tool, or its result, as the one line that opens to the whole."""
    if isinstance(part, ToolResult):
        return _shortened(_result_words(part), _LONGEST_TITLE)
    words = _call_words(part)
    return _shortened(words if part.complete else words + " …", _LONGEST_TITLE)


def _call_words(call: ToolCall) -> str:
    """What a model did with a tool of projects; of any other tool its name and arguments."""
    translate = QCoreApplication.translate
    given = {name: str(value) for name, value in call.arguments.items()}
    path = given.get("path", "")
    match call.name:
        case "search" if given.get("pattern"):
            return translate("Message", "Searched for {pattern}").format(pattern=given["pattern"])
        case "open_lines" if path:
            lines = f":{given['start']}-{given['end']}" if {"start", "end"} <= given.keys() else ""
            return translate("Message", "Opened {place}").format(place=path + lines)
        case "outline" if path:
            return translate("Message", "Looked at the outline of {path}").format(path=path)
        case "list_files":
            return translate("Message", "Listed {folder}").format(folder=given.get("folder") or "/")
    arguments = ", ".join(f"{name}={value!r}" for name, value in call.arguments.items())
    words = translate("Message", "Asked for {tool}({arguments})")
    return words.format(tool=call.name, arguments=arguments)


def _result_words(result: ToolResult) -> str:
    translate = QCoreApplication.translate
    lines = result.text.strip().splitlines()
    if len(lines) <= 1:
        return translate("Message", "{tool} answered: {text}").format(tool=result.name, text="".join(lines))
    match result.name:
        case "search":
            words = translate("Message", "Found {count} lines")
        case "open_lines":
            words = translate("Message", "Read {count} lines")
        case _:
            words = translate("Message", "Result · {count} lines")
    return words.format(count=number(len(lines)))


def project_pieces(count: int) -> str:
    """How many pieces of a project came with a question."""
    return QCoreApplication.translate("Message", "{count} pieces of the project").format(count=number(count))


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rstrip() + " …"


def token_count(count: int) -> str:
    """A number of tokens in words."""
    if count == 1:
        return QCoreApplication.translate("Message", "1 token")
    return QCoreApplication.translate("Message", "{count} tokens").format(count=number(count))


def _read(prompt: int, cached: int) -> str:
    translate = QCoreApplication.translate
    read = translate("Message", "{tokens} read").format(tokens=token_count(prompt))
    if not cached:
        return read
    return translate("Message", "{read}, {cached} cached").format(read=read, cached=number(cached))


def _rate(rate: float) -> str:
    return number(round(rate)) if rate >= 10 else _decimal(rate)


def _decimal(value: float) -> str:
    """One decimal, in the system's notation."""
    return QLocale().toString(float(value), "f", 1)
