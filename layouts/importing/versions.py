"""Two versions of one manuscript (终稿, (2), v2, a date): which files may be such, and which is
newest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.importing.registry import SourceKind

_FINAL = "终稿|定稿|终版|最终版|最终稿|最终|审定稿|审定版|发布稿|发布版|清稿|final"
_MENDED = (
    "修改稿|修改版|修订稿|修订版|修改后|修改|已改|改后|改稿|改|修订|修|校对稿|校对|校|送审稿|新版|最新版"
    "|最新|新|rev|new"
)
_FIRST = "初稿|草稿|原稿|原文|旧版|旧|old|draft"
_COPIES = "副本|拷贝|备份|copy|backup"

_SUFFIX = re.compile(
    rf"(?:(?P<final>{_FINAL})|(?P<mended>{_MENDED})|(?P<first>{_FIRST})|(?P<copy>{_COPIES}))"
    r"(?P<times>\d{1,2})?"
    r"|\((?P<count>\d{1,2})\)"
    r"|(?:v|ver|version|版本|版|第)\s?(?P<version>\d{1,2}(?:\.\d{1,2})*)(?:稿|版)?"
    r"|(?P<round>[一二三四五六])(?:稿|改|校|审)"
    r"|(?P<date>(?:20\d\d[-.年_]?)?\d{1,2}[-.月_]\d{1,2}日?|20\d\d[01]\d[0-3]\d|(?<!\d)[01]\d[0-3]\d)"
)
"""What is added at the end of a name when a manuscript is sent once more."""

_BETWEEN = re.compile(r"[\s_\-—–·.,、+()\[\]【】]*\Z")

_RANK = {"first": -1, "copy": 0, "mended": 1, "final": 2}
_ROUNDS = {numeral: number for number, numeral in enumerate("一二三四五六", 1)}
_FIRST_OF_KINDS = (
    SourceKind.DOCX,
    SourceKind.ODT,
    SourceKind.WPS,
    SourceKind.DOC,
    SourceKind.RTF,
    SourceKind.HTML,
    SourceKind.MARKDOWN,
)
"""Of one manuscript as two kinds of file (稿.docx, 稿.pdf) the one that says most is taken."""

LIKE = 0.6
"""The part of the shorter text that must stand in the other too: under this, two files of like
names are two manuscripts.
"""

_SHINGLE = 5
"""Characters that are compared at a time."""

ENOUGH = 40
"""Characters of a text that can be told from another by what it says."""


class NamedVersion(NamedTuple):
    """What a name says of its version: the manuscript's bare name, and what later ones have more
    of, in this order: a date, a word (初稿 < 修改 < 终稿), counts.
    """

    name: str
    date: str = ""
    word: int = 0
    counts: tuple[int, ...] = ()


def version_of(stem: str) -> NamedVersion:
    """What the name of a file (without its ending) says of its version."""
    name = unicodedata.normalize("NFKC", stem).casefold().strip()
    date, word = "", 0
    counts: list[int] = []
    while found := _last(name):
        match, start = found
        if match["date"]:
            date = date or _date(match["date"])
        elif said := next((group for group in _RANK if match[group]), ""):
            word = max(word, _RANK[said], key=abs)
            if match["times"]:
                counts.insert(0, int(match["times"]) * 100)
        else:
            counts.insert(0, _count(match))
        name = name[:start]
    return NamedVersion(name, date, word, tuple(counts))


def _last(name: str) -> tuple[re.Match[str], int] | None:
    """The addition at the end of a name and where the name before it ends; None without one."""
    trimmed = _BETWEEN.sub("", name)
    tail = name[len(trimmed) :]
    for start in range(max(0, len(trimmed) - 14), len(trimmed) + 1):
        match = _SUFFIX.match(name, start)
        if match and match.end() >= len(trimmed) and match.end() > match.start():
            before = _BETWEEN.sub("", name[:start])
            if before and match.end() <= len(trimmed) + len(tail):
                return match, len(before)
    return None


def _date(written: str) -> str:
    """A date as it sorts: year, month and day with two digits each, the year empty where none is
    said.
    """
    digits = re.findall(r"\d+", written)
    if len(digits) == 1:
        return digits[0].rjust(8)
    *year, month, day = digits
    return f"{year[0] if year else '':>4}{month:0>2}{day:0>2}"


def _count(match: re.Match[str]) -> int:
    if match["round"]:
        return _ROUNDS[match["round"]]
    written = match["count"] or match["version"]
    first, *more = written.split(".")
    return int(first) * 100 + (int(more[0]) if more else 0)


class Candidate(NamedTuple):
    """A file that may be a version: where it is, of what kind, what it says, when it was written
    (nanoseconds).
    """

    path: Path
    kind: SourceKind
    text: str
    written: int


def versions(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Which candidates are older versions, each with the one to take instead.

    Of like names and like texts the newest is taken. Texts alone say nothing: a house writes of
    two schools in the same words.
    """
    named = [version_of(candidate.path.stem) for candidate in candidates]
    shingles: dict[int, frozenset[str]] = {}
    chosen: dict[int, int] = {}
    for number in range(len(candidates)):
        for other in range(number):
            if other in chosen or number in chosen:
                continue
            if _is_one(candidates, named, number, other, shingles):
                older, newer = sorted(
                    (number, other), key=lambda k: _newness(candidates[k], named[k])
                )
                chosen[older] = newer
    return {older: _end(chosen, newer) for older, newer in chosen.items()}


def _is_one(
    candidates: Sequence[Candidate],
    named: Sequence[NamedVersion],
    one: int,
    other: int,
    shingles: dict[int, frozenset[str]],
) -> bool:
    """Whether two files hold one manuscript."""
    first, second = candidates[one].text, candidates[other].text
    if named[one].name != named[other].name or min(len(first), len(second)) < ENOUGH:
        return False
    for number in (one, other):
        shingles.setdefault(number, _shingles(candidates[number].text))
    shared = len(shingles[one] & shingles[other])
    return shared >= LIKE * min(len(shingles[one]), len(shingles[other]))


def _shingles(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1))


def _newness(candidate: Candidate, version: NamedVersion) -> tuple[object, ...]:
    richness = (
        -_FIRST_OF_KINDS.index(candidate.kind)
        if candidate.kind in _FIRST_OF_KINDS
        else -len(_FIRST_OF_KINDS)
    )
    return (version.date, version.word, version.counts, richness, candidate.written)


def _end(chosen: dict[int, int], number: int) -> int:
    while number in chosen:
        number = chosen[number]
    return number
