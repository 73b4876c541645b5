"""Days as the window writes them, everywhere in one form: 2026年1月31日, 31 Jan 2026."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale

from desktop.words import language, tr


def today() -> datetime.date:
    """The editor's own day."""
    return datetime.date.today()  # noqa: DTZ011, the day of this place


def day_words(day: datetime.date, *, year: bool = True) -> str:
    """A day in words, without its year where everybody knows which."""
    form = (
        tr("yyyy年M月d日", meaning="form of a date")
        if year
        else tr("M月d日", meaning="form of a date")
    )
    return days_locale().toString(QDate(day.year, day.month, day.day), form)


def weekday(day: datetime.date) -> str:
    """The day of the week: 星期六, Saturday."""
    return days_locale().dayName(day.isoweekday())


def days_locale() -> QLocale:
    """The words of calendars in the language of the window, whatever the system's is."""
    return QLocale(QLocale.Language.Chinese if language() == "zh" else QLocale.Language.English)
