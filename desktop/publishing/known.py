"""What the window knows of a publication: read from its folder, which others change too, and which
may lie on a share that is away.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from desktop.days import day_words, weekday
from desktop.tasks import Progress
from desktop.words import spoken, tr
from layouts.errors import BanxinError
from layouts.publication import (
    Counting,
    HeldArticle,
    NextIssue,
    NumberingRule,
    Publication,
    held_over,
    next_numbers,
    read_publication,
)
from layouts.publication.days import next_date
from layouts.publication.entries import NumberKey


class KnownPublication(NamedTuple):
    """A publication as its folder says it is.

    `publication` and `following` are None where `trouble` says why they cannot be had; `held` are
    the articles that wait for the next issue.
    """

    folder: Path
    publication: Publication | None = None
    following: NextIssue | None = None
    held: tuple[HeldArticle, ...] = ()
    trouble: str = ""

    @property
    def name(self) -> str:
        """What it is called; as its folder where that cannot be read."""
        return self.publication.name if self.publication is not None else self.folder.name


def look_at(folder: Path, day: datetime.date) -> KnownPublication:
    """A publication as it is now; on a share this may take its time: called beside the window."""
    if not folder.is_dir():
        return KnownPublication(folder, trouble=away())
    try:
        publication = read_publication(folder)
    except BanxinError as error:
        return KnownPublication(folder, trouble=_where(error))
    try:
        following = next_numbers(folder, publication, day)
        held, _ = held_over(folder)
    except BanxinError as error:
        return KnownPublication(folder, publication, trouble=spoken(error))
    waiting = tuple(one for one in held if one.taken is None)
    return KnownPublication(folder, publication, following, waiting)


def _where(error: BanxinError) -> str:
    """What is wrong with the publication's file, and in which line: it may be mended by hand."""
    source = error.source
    if source is None or not source.line:
        return spoken(error)
    name = Path(source.file).name
    return tr(
        "{name} 第 {line} 行：{sentence}", name=name, line=source.line, sentence=spoken(error)
    )


def look_at_all(
    folders: list[Path], day: datetime.date, progress: Progress
) -> list[KnownPublication]:
    """All of these, in their order."""
    found: list[KnownPublication] = []
    for folder in folders:
        progress.check()
        found.append(look_at(folder, day))
    return found


def first_numbers(numbering: NumberingRule, day: datetime.date) -> NextIssue:
    """What the first issue would be of a publication that is not made yet."""
    before = numbering.before
    date = next_date(numbering, before.date, day)
    goes_on = numbering.count is Counting.THROUGH or (
        before.date is not None and before.date.year == date.year
    )
    number = (before.number or 0) + 1 if goes_on else 1
    key = NumberKey(date.year if numbering.count is Counting.YEAR else 0, number)
    return NextIssue(key, (before.total or 0) + 1 if numbering.total else None, date, None)


def away() -> str:
    """What is said of a folder that is not there."""
    return tr("找不到这个文件夹（也许网络盘没有连上）")


def number_words(following: NextIssue) -> str:
    """What the next issue is called: `第 15 期（总第 851 期）`."""
    if following.total is None:
        return tr("第 {number} 期", number=following.number)
    return tr("第 {number} 期（总第 {total} 期）", number=following.number, total=following.total)


def date_words(following: NextIssue, today: datetime.date) -> str:
    """When it appears: `12月5日 星期六`."""
    day = following.date
    return f"{day_words(day, year=day.year != today.year)} {weekday(day)}"


def next_words(following: NextIssue, today: datetime.date) -> str:
    """The next issue in words: `第 15 期（总第 851 期） · 12月5日 星期六`."""
    return f"{number_words(following)} · {date_words(following, today)}"
