"""Numbers and names as a person reads them, in the language and format of the system."""

from PySide6.QtCore import QCoreApplication, QLocale

from glmdesk.core.context import MeterPart


def number(value: int) -> str:
    """A whole number with thousands separators; the C locale, which has none, is read as English."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return locale.toString(value)


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
