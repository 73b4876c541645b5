"""Spaces between Hanzi that nobody meant.

Chinese has no spaces between words, so most are left over from typing and copying. Meant are those
of titles and slogans (凝“芯”聚力 共创未来), inside quotation marks, in names (王 芳), between unit
and name in by-lines and lists, before a label of its own (地点：), and in poems. In running text a
space goes unless it is one of these; elsewhere it goes only where it tears a word that the
dictionary knows and leaves one character of it behind (区图书 馆).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.tidying.characters import CLOSING, HAN, OPENING, STOPS, is_hanzi
from layouts.importing.tidying.passage import PassageRole, TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.issue.text import LINE_BREAK
from layouts.patterns import later
from layouts.text.words import Dictionary, open_words

_BESIDE = f"[{HAN}{STOPS}{CLOSING}{OPENING}…—]"
_GAP = later(rf"(?<={_BESIDE})[ \u00a0\u3000]+(?={_BESIDE})")
_RUN_END = later(rf"[^{HAN}]")
_LABEL = later(
    r"(?:^|[，。；：！？、（“])第?[一二三四五六七八九十百零〇\d]{1,5}[章节条款项部分篇讲届集期回课]?、?$"
)
_NUMERAL = later(r"(?:^|[。；：\s])[（(]?[一二三四五六七八九十]{1,3}[）)、]$")
_REPORTER = later(r"(?:记者|通讯员|作者|摄影|编辑|责编|撰稿|供稿)$")
_FIELD = later(rf"[{HAN}]{{1,6}}[：:]")
IDEOGRAPHIC = "\u3000"

LONGEST_ITEM = 6
"""Hanzi of an item in a list whose items only spaces part."""

LONGEST_RUN = 40
"""Hanzi on either side of a space that are cut into words: more change nothing."""

LONGEST_CLAUSE = 200
"""Characters on either side of a space among which a clause begins and ends."""

_VERSE = (4, 5, 6, 7, 8)
"""Hanzi in the lines of verse and slogans."""


class _HanziGap(NamedTuple):
    """A space, and the runs of Hanzi on both sides of it."""

    start: int
    end: int
    left: str
    right: str


def needless_spaces(passage: TidyPassage) -> Iterator[Mending]:
    """Spaces between Hanzi, and beside full-width marks, that nobody meant."""
    string = passage.string
    if passage.is_byline or LINE_BREAK in string:
        return
    for match in _GAP().finditer(string):
        start, end = match.span()
        if passage.is_guarded(start, end):
            continue
        gap = _HanziGap(start, end, _run_before(string, start), _run_after(string, end))
        if _is_needless(passage, gap):
            yield Mending(start, end, "")


def _is_needless(passage: TidyPassage, gap: _HanziGap) -> bool:
    string = passage.string
    before, after = string[gap.start - 1], string[gap.end]
    if is_hanzi(before) and is_hanzi(after):
        return _is_torn(gap) or (_is_running(passage, gap) and not _is_meant(string, gap))
    if IDEOGRAPHIC in string[gap.start : gap.end]:
        return False
    if _NUMERAL().search(string, max(0, gap.start - 8), gap.start):
        return True
    if after in "，。、；：！？）”’》】" or before in "（“‘《【":
        return passage.is_sentence or passage.role is PassageRole.BODY
    if not passage.is_sentence or _FIELD().match(string, gap.end):
        return False
    return before in STOPS or (_is_running(passage, gap) and (is_hanzi(before) or is_hanzi(after)))


def _is_running(passage: TidyPassage, gap: _HanziGap) -> bool:
    """Whether the text around is running: not a slogan in quotation marks, no wide space."""
    string = passage.string
    if not passage.is_sentence or IDEOGRAPHIC in string[gap.start : gap.end]:
        return False
    return passage.depths[gap.start] == 0


def _run_before(string: str, place: int) -> str:
    start = place
    while start and place - start < LONGEST_RUN and is_hanzi(string[start - 1]):
        start -= 1
    return string[start:place]


def _run_after(string: str, place: int) -> str:
    match = _RUN_END().search(string, place, place + LONGEST_RUN)
    return string[place : match.start() if match else place + LONGEST_RUN]


def _is_torn(gap: _HanziGap) -> bool:
    """Whether a word of the dictionary is torn, one character of it left on one side."""
    words = open_words()
    word, cut = _across(words, gap)
    if not word or cut not in (1, len(word) - 1) or len(word) < 2:
        return False
    stump = gap.left if cut == 1 else gap.right
    is_spaced_out = len(stump) == 1 or (len(gap.left) == 1 and len(gap.right) == 1)
    return not is_spaced_out and words.is_common(word) and not words.is_name(word)


def _across(words: Dictionary, gap: _HanziGap) -> tuple[str, int]:
    """The word that lies across a gap when it is closed, and how much of it on the left."""
    place = 0
    for word in words.segment(gap.left + gap.right):
        if place < len(gap.left) < place + len(word):
            return word, len(gap.left) - place
        place += len(word)
    return "", 0


def _is_meant(string: str, gap: _HanziGap) -> bool:
    words = open_words()
    if _REPORTER().search(gap.left) or string[: gap.start - len(gap.left)].endswith("@"):
        return True
    word, _ = _across(words, gap)
    if word and words.is_name(word) and not words.is_common(word):
        return True
    if _LABEL().search(string, max(0, gap.start - 10), gap.start):
        return True
    if _FIELD().match(string, gap.end):
        return True
    if words.is_name(gap.right) or (words.is_name(gap.left) and len(gap.right) <= 4):
        return True
    clause = _clause(string, gap)
    items = clause.split(" ")
    hanzi = {sum(map(is_hanzi, item)) for item in items}
    if len(hanzi) == 1 and hanzi <= set(_VERSE):
        return True
    lengths = [len(item) for item in items]
    return len(items) > 2 and max(lengths) <= LONGEST_ITEM and _is_listing(string, gap)


def _clause(string: str, gap: _HanziGap) -> str:
    """What stands between the marks around a gap."""
    start = _clause_start(string, gap)
    last = min(len(string), gap.end + LONGEST_CLAUSE)
    ends = [place for mark in STOPS if (place := string.find(mark, gap.end, last)) >= 0]
    return string[start : min(ends, default=last)].strip("“”‘’（） ")


def _clause_start(string: str, gap: _HanziGap) -> int:
    first = max(0, gap.start - LONGEST_CLAUSE)
    found = max(string.rfind(mark, first, gap.start) for mark in STOPS)
    return found + 1 if found >= 0 else first


def _is_listing(string: str, gap: _HanziGap) -> bool:
    """Whether the clause follows a colon, as lists do."""
    start = _clause_start(string, gap)
    return start > 0 and string[start - 1] == "："
