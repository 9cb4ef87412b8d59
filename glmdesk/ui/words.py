"""Numbers and names as a person reads them, in the language and format of the system."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from glmdesk.core.context import MeterPart


def translated(phrase: str) -> str:
    """A phrase of `core.phrases` in the language of the window."""
    return QCoreApplication.translate("", phrase) if phrase else ""


def number(value: int) -> str:
    """A whole number with thousands separators; the C locale, which has none, is read as English."""
    return _locale().toString(value)


def meter_part(part: MeterPart) -> str:
    """What fills a stretch of the context."""
    translate = QCoreApplication.translate
    return {
        MeterPart.SYSTEM: translate("MeterPart", "Instructions"),
        MeterPart.HISTORY: translate("MeterPart", "Earlier messages"),
        MeterPart.THOUGHTS: translate("MeterPart", "Thoughts"),
        MeterPart.DRAFT: translate("MeterPart", "Your draft"),
        MeterPart.ANSWER: translate("MeterPart", "This answer"),
        MeterPart.FORMAT: translate("MeterPart", "Chat format"),
    }[part]


def chats(count: int) -> str:
    """A number of chats."""
    one, many = (
        QCoreApplication.translate("Words", "{n} chat"),
        QCoreApplication.translate("Words", "{n} chats"),
    )
    return (one if count == 1 else many).format(n=number(count))


def messages(count: int) -> str:
    """A number of messages."""
    one, many = (
        QCoreApplication.translate("Words", "{n} message"),
        QCoreApplication.translate("Words", "{n} messages"),
    )
    return (one if count == 1 else many).format(n=number(count))


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
