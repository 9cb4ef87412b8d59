"""Numbers and names as a person reads them, in the language and format of the system."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from glmdesk.core.context import MeterPart
from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import Phrase, chats_counted, messages_counted


def translated(phrase: str) -> str:
    """A phrase of `core.phrases` in the language of the window; other text stays as it is."""
    if isinstance(phrase, Phrase):
        values = {name: _value(value) for name, value in phrase.values.items()}
        return QCoreApplication.translate("", phrase.pattern).format(**values)
    return QCoreApplication.translate("", phrase) if phrase else ""


def _value(value: object) -> object:
    if isinstance(value, int):
        return number(value)
    return translated(value) if isinstance(value, str) else value


def explained(explanation: Explanation | None) -> tuple[str, str]:
    """What happened, and what was kept and can be done, in the language of the window."""
    if explanation is None:
        return "", ""
    rest = (translated(sentence) for sentence in (explanation.kept, explanation.action) if sentence)
    return translated(explanation.happened), " ".join(rest)


def number(value: int) -> str:
    """A whole number with thousands separators; the C locale, which has none, is read as English."""
    return _locale().toString(value)


def memory(size: int) -> str:
    """Bytes of memory: 11.9 GiB, as every system counts it; 152 MiB below a gibibyte."""
    if size < 1024**3:
        return QCoreApplication.translate("Words", "{n} MiB").format(n=number(round(size / 1024**2)))
    return QCoreApplication.translate("Words", "{n} GiB").format(n=_locale().toString(size / 1024**3, "f", 1))


def file_size(size: int) -> str:
    """Bytes of a file: 17.5 GB, as its maker and the disk count them; 98 MB, 640 kB where it is smaller."""
    if size < 10**6:
        return QCoreApplication.translate("Words", "{n} kB").format(n=number(round(size / 1e3)))
    if size < 10**9:
        return QCoreApplication.translate("Words", "{n} MB").format(n=number(round(size / 1e6)))
    return QCoreApplication.translate("Words", "{n} GB").format(n=_locale().toString(size / 1e9, "f", 1))


def rate(tokens_per_s: float) -> str:
    """Tokens a second: whole ones from ten on."""
    digits = 0 if tokens_per_s >= 10 else 1
    text = QCoreApplication.translate("Words", "{n} tokens/s")
    return text.format(n=_locale().toString(tokens_per_s, "f", digits))


def thousands(tokens: int) -> str:
    """Tokens as people say them: 32k for 32,768."""
    return f"{number(tokens // 1024)}k" if tokens >= 1024 else number(tokens)


def meter_part(part: MeterPart) -> str:
    """What fills a stretch of the context."""
    translate = QCoreApplication.translate
    return {
        MeterPart.SYSTEM: translate("MeterPart", "Instructions"),
        MeterPart.SOURCES: translate("MeterPart", "Files"),
        MeterPart.HISTORY: translate("MeterPart", "Earlier messages"),
        MeterPart.THOUGHTS: translate("MeterPart", "Thoughts"),
        MeterPart.DRAFT: translate("MeterPart", "Your draft"),
        MeterPart.ANSWER: translate("MeterPart", "This answer"),
        MeterPart.FORMAT: translate("MeterPart", "Chat format"),
    }[part]


def chats(count: int) -> str:
    """A number of chats."""
    return translated(chats_counted(count))


def messages(count: int) -> str:
    """A number of messages."""
    return translated(messages_counted(count))


def memory_size(size: int) -> str:
    """A size in memory, such as "1.2 GB"."""
    return _locale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def day(moment: float) -> str:
    """The local day of a Unix time, with its year when that is not this one: 12 November."""
    when = QDateTime.fromSecsSinceEpoch(int(moment)).date()
    this_year = when.year() == QDate.currentDate().year()
    return _locale().toString(when, "d MMMM" if this_year else "d MMMM yyyy")


def time_of_day(moment: float) -> str:
    """The local time of a Unix time, in the system's short form."""
    return _locale().toString(
        QDateTime.fromSecsSinceEpoch(int(moment)).time(), QLocale.FormatType.ShortFormat
    )


def _locale() -> QLocale:
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return locale
