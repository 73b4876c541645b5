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


def time_words(when: datetime.datetime, now: datetime.datetime) -> str:
    """A moment as people say it: 今天 17:30, 昨天 09:05, 11月3日 16:20, 2025年11月3日 16:20; both
    in the clock of this place.
    """
    there, here = when.astimezone(now.tzinfo), now
    time = f"{there:%H:%M}"
    days = (here.date() - there.date()).days
    if days == 0:
        return tr("今天 {time}", time=time)
    if days == 1:
        return tr("昨天 {time}", time=time)
    return f"{day_words(there.date(), year=there.year != here.year)} {time}"


def kept_time_words(kept: str) -> str:
    """The same of a moment that a file keeps as ISO 8601; what is none is said as it stands."""
    try:
        when = datetime.datetime.fromisoformat(kept)
    except ValueError:
        return kept
    return time_words(when, datetime.datetime.now().astimezone())


def weekday(day: datetime.date) -> str:
    """The day of the week: 星期六, Saturday."""
    return days_locale().dayName(day.isoweekday())


def days_locale() -> QLocale:
    """The words of calendars in the language of the window, whatever the system's is."""
    return QLocale(QLocale.Language.Chinese if language() == "zh" else QLocale.Language.English)
