"""What photos beside each other are called in one caption of all: 左图, 右上图 …; that caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from layouts.issue.splice import concat
from layouts.issue.text import Text

COLON, BETWEEN = "：", "；"

_IN_LINE = {1: ("",), 2: ("左", "右"), 3: ("左", "中", "右")}
_FEW_LINES = {1: ("",), 2: ("上", "下"), 3: ("上", "中", "下")}
_NUMERALS = "一二三四五六七八九十"

_NAMED = re.compile(r"[左右上下中前后第一二三四五六七八九十排]{1,6}图\s*[：:]|图\s*[①-⑳]")
_ENDED = re.compile(r"[。！？…；;.!?]\s*\Z")


def names_of(counts: Sequence[int]) -> tuple[str, ...]:
    """What each photo is called, where so many stand beside each other in each line."""
    return tuple(
        _name(counts, line, place) for line, count in enumerate(counts) for place in range(count)
    )


def _name(counts: Sequence[int], line: int, place: int) -> str:
    across, down = _in_line(counts[line], place), _of_lines(len(counts), line)
    if len(counts) == 1:
        return f"{across}图"
    if counts[line] == 1:
        return f"{down}图"
    if len(down) == 1 and len(across) == 1:
        # 左上图, 右中图; but 上中图, as they are called
        return f"{down}{across}图" if across == "中" else f"{across}{down}图"
    return f"{down}排{across}图"


def _in_line(count: int, place: int) -> str:
    """左, 中, 右; of four and more 左一, 左二 … 中 … 右二, 右一."""
    if count in _IN_LINE:
        return _IN_LINE[count][place]
    if count % 2 and place == count // 2:
        return "中"
    left = place < count // 2
    return f"左{_NUMERALS[place]}" if left else f"右{_NUMERALS[count - 1 - place]}"


def _of_lines(count: int, line: int) -> str:
    return _FEW_LINES[count][line] if count in _FEW_LINES else f"第{_NUMERALS[line]}"


class CaptionPart(NamedTuple):
    """Some of the words of one caption of all: those of photo `photo` of its row, and what the
    program writes before and after them.
    """

    photo: int
    before: str
    words: Text
    after: str

    @property
    def string(self) -> str:
        """All of it, as it is printed."""
        return f"{self.before}{self.words.string}{self.after}"

    @property
    def text(self) -> Text:
        """The same with the marks of the words."""
        return concat(Text(self.before), self.words, Text(self.after))


def caption_of_all(captions: Sequence[Text], counts: Sequence[int]) -> tuple[CaptionPart, ...]:
    """One caption of all photos of a row from the words of each: 左图：…；右图：…. Words that name
    their photo themselves stay as they are; those of the last alone are of all.
    """
    names = names_of(counts)
    said = [k for k, caption in enumerate(captions) if caption.string.strip()]
    if said == [len(captions) - 1]:
        return (CaptionPart(said[0], "", captions[said[0]], ""),)
    return tuple(
        CaptionPart(
            k,
            "" if _NAMED.match(captions[k].string.lstrip()) else f"{names[k]}{COLON}",
            captions[k],
            "" if k == said[-1] or _ENDED.search(captions[k].string) else BETWEEN,
        )
        for k in said
    )
