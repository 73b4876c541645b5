"""On which day a photo was taken, and which day a text tells of: what happened on 8 November was
photographed then, whatever the camera called the file.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path

from layouts.imaging.taken import day_inside
from layouts.importing.recognition.days import ToldDay, event_day

_STAMPED = re.compile(r"(?<!\d)(20\d{2})([-_.]?)([01]\d)\2([0-3]\d)(?:[-_. T]?\d{6}|(?!\d))")
"""The day in names that cameras give: IMG_20261108_091803, PXL_…, 2026-11-08 09.18.03."""

_SAVED = re.compile(r"微信|mmexport|wx_camera|qq|screenshot|截[图屏]", re.IGNORECASE)
"""Names whose day is the one on which somebody saved a picture that was sent to them."""


def day_taken(path: Path) -> datetime.date | None:
    """The day on which a photo was taken, by its file's name or by what the camera wrote into it;
    None where neither says. The photo is one that `probe` has looked at and found sound.
    """
    if _SAVED.search(path.stem):
        return None
    match = _STAMPED.search(path.stem)
    return _day(match[1], match[3], match[4]) if match else day_inside(path)


def day_told_in(texts: Iterable[str]) -> ToldDay | None:
    """The first day that a text tells of; None where it tells of none."""
    return next((day for text in texts if (day := event_day(text)) is not None), None)


def is_of_day(told: ToldDay | None, taken: datetime.date) -> bool:
    """Whether a text tells of the day on which a photo was taken."""
    return told in (taken, (taken.month, taken.day))


def _day(*numerals: str) -> datetime.date | None:
    try:
        return datetime.date(*map(int, numerals))
    except ValueError:
        return None
