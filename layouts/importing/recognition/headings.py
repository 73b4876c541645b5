"""Sub-headings in the text of an article: by their labels, by their look, and short lines between
paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layouts.importing.recognition import cues
from layouts.importing.recognition.cues import Cue
from layouts.importing.recognition.items import Role, SourceItem
from layouts.importing.recognition.looks import UsualLook, cues_of, is_running
from layouts.importing.recognition.spotting import Spotted
from layouts.manuscript.marks import label_end, label_level

_PARTS = re.compile(r"第[一二三四五六七八九十百\d]{1,3}(部分|章|篇|节|[、：])[\s\u3000：:、]*")
_CHAPTERS = ("部分", "章", "篇")
_NO_HEADING_ENDS = ("。", "；", "，", "、", "：", "……", ";", ",", ":", "—", ".")
_QUESTION = re.compile(r"[问答QA]\s*[:：]|记者\s*[:：]")
_SPEECH = re.compile(r"“[^“”]*[！？!?…，]”")
"""What somebody says, all of a line: “等等我！”."""

_FIELDS = re.compile(r"[\u3400-\u9fff]{2,4}[:：].*[\s\u3000][\u3400-\u9fff]{2,4}[:：]")
"""Things of a form beside each other: 时间：…　地点：…"""

_SPEAKER = re.compile(r"[\u3400-\u9fff]{1,8}[:：]")
_LONGEST_SENTENCE = 25
"""Characters of 一、加强组织领导。 as a heading; a longer sentence is text."""


class HeadingGuess(NamedTuple):
    """A sub-heading at an index of the items, its level 1 to 4 and how likely it is one; below
    `LIKELY` it is text that could be one.
    """

    place: int
    level: int
    confidence: float


def heading_level(string: str) -> int:
    """The level that a label gives, chapters and sections (第一章, 第一节) too; 0 without one."""
    match = _PARTS.match(string)
    if match and match[1] in _CHAPTERS:
        return 1
    return 2 if match and match[1] == "节" else label_level(string)


def find_headings(
    items: Sequence[SourceItem], spots: Sequence[Spotted], usual: UsualLook, top: int
) -> Iterator[HeadingGuess]:
    """The sub-headings among the items of an article's text; `top` is the level by style of the
    highest in the article, 0 where none has one.
    """
    yield from _by_label(items, spots)
    yield from _without_label(items, spots, usual, top)


def _by_label(items: Sequence[SourceItem], spots: Sequence[Spotted]) -> Iterator[HeadingGuess]:
    alone = {
        place: heading_level(item.string)
        for place, item in enumerate(items)
        if spots[place].role in (Role.TEXT, Role.HEADING) and _stands_alone(item)
    }
    for run in _runs(alone):
        empty = [place for place in run if _is_empty(items, spots, alone, place)]
        are_items = len(empty) * 2 > len(run)
        for place in run:
            item = items[place]
            if item.look.heading or spots[place].role is Role.HEADING:
                yield HeadingGuess(place, alone[place], cues.LABELLED_HEADING)
            elif are_items or _goes_on_a_list(items, alone, place):
                yield HeadingGuess(place, alone[place], 1 - cues.LIST_ITEM)
            elif item.string.endswith("。"):
                yield HeadingGuess(place, alone[place], cues.LABELLED_SENTENCE)
            else:
                yield HeadingGuess(place, alone[place], cues.LABELLED_HEADING)


def _stands_alone(item: SourceItem) -> bool:
    """Whether a labelled line may be a heading: nothing of the text stands behind it."""
    string = item.string
    if not heading_level(string) or len(string) > cues.LONGEST_HEADING:
        return False
    if item.look.heading:
        return True
    words = string[label_end(string) :]
    if string.endswith("。"):
        is_text = heading_level(string) > 2 or "。" in words[:-1] or "；" in words
        return not is_text and len(string) <= _LONGEST_SENTENCE
    return bool(words) and "。" not in words and not words.endswith(("；", ";", "，", "、", ","))


def _runs(alone: dict[int, int]) -> Iterator[list[int]]:
    """The headings of one level that no heading of a higher level parts."""
    open_runs: dict[int, list[int]] = {}
    for place, level in alone.items():
        for lower in [one for one in open_runs if one > level]:
            yield open_runs.pop(lower)
        open_runs.setdefault(level, []).append(place)
    yield from open_runs.values()


def _is_empty(
    items: Sequence[SourceItem], spots: Sequence[Spotted], alone: dict[int, int], place: int
) -> bool:
    """Whether nothing stands between a labelled line and the next of its level or a higher."""
    for below in range(place + 1, len(items)):
        if spots[below].role in (Role.BREAK, Role.PHOTO, Role.CAPTION):
            continue
        if below in alone:
            return alone[below] <= alone[place]
        # A labelled item of the same level that goes on as text is its neighbour too.
        return heading_level(items[below].string) == alone[place] and not items[place].look.heading
    return True


def _goes_on_a_list(items: Sequence[SourceItem], alone: dict[int, int], place: int) -> bool:
    """Whether the line right above has a label of the same level and is text."""
    above = place - 1
    return above >= 0 and above not in alone and heading_level(items[above].string) == alone[place]


def _without_label(
    items: Sequence[SourceItem], spots: Sequence[Spotted], usual: UsualLook, top: int
) -> Iterator[HeadingGuess]:
    speakers = _speakers(items)
    candidates = {
        place
        for place, item in enumerate(items)
        if _may_be_heading(items, spots, place) and _said_by(item.string) not in speakers
    }
    above = 0
    for place, item in enumerate(items):
        if place in candidates:
            seen = list(cues_of(item, usual))
            seen += [Cue.SIBLINGS] if len(candidates) > 1 else []
            seen += [] if _has_text_below(items, spots, place) else [Cue.NOTHING_BELOW]
            seen += [Cue.PAUSES] if re.search("[，、]", item.string) else []
            level = max(1, item.look.heading - top + 1) if item.look.heading else above + 1
            yield HeadingGuess(place, min(level, 4), cues.likelihood(seen, cues.HEADING))
        elif heading_level(item.string) in (1, 2) and _stands_alone(item):
            above = heading_level(item.string)


def _may_be_heading(items: Sequence[SourceItem], spots: Sequence[Spotted], place: int) -> bool:
    """Whether a line could be a sub-heading without a label."""
    item, spotted = items[place], spots[place]
    if heading_level(item.string):
        return False
    if item.look.heading and spotted.role is Role.HEADING:
        return True
    if spotted.role is not Role.TEXT or spotted.credit is not None or item.goes_on:
        return False
    string = item.string
    if not 2 <= len(string) <= cues.LONGEST_UNLABELLED or string.endswith(_NO_HEADING_ENDS):
        return False
    if "。" in string or "；" in string or _QUESTION.match(string):
        return False
    if _FIELDS.match(string) or _SPEECH.fullmatch(string):
        return False
    return not _among_short_lines(items, spots, place)


def _speakers(items: Sequence[SourceItem]) -> set[str]:
    """Who speaks more than once (主持人：今年有何新举措？)."""
    counted = Counter(_said_by(item.string) for item in items)
    return {name for name, times in counted.items() if name and times > 1}


def _said_by(string: str) -> str:
    """The name and its colon that a line begins with; "" without one."""
    match = _SPEAKER.match(string)
    return match[0] if match else ""


def _among_short_lines(items: Sequence[SourceItem], spots: Sequence[Spotted], place: int) -> bool:
    """Whether a line is one of several short ones in a row, as those of poems and lists are."""
    near = [
        other
        for other in (place - 1, place + 1)
        if 0 <= other < len(items) and spots[other].role is Role.TEXT
    ]
    return any(
        not is_running(items[other].string) and not heading_level(items[other].string)
        for other in near
    )


def _has_text_below(items: Sequence[SourceItem], spots: Sequence[Spotted], place: int) -> bool:
    """Whether text of its own, a lower heading or a table follows a line."""
    for below in range(place + 1, len(items)):
        if spots[below].role in (Role.BREAK, Role.PHOTO, Role.CAPTION):
            continue
        return True
    return False
