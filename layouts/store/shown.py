"""Texts with their marks in characters, so that a comparison shows what of them changed: **粗**,
〔河湾（hé wān）〕, 〔数字｜注：……〕.

Two texts that differ in a mark, in what it says or where it ends read differently. The words are of
the issue, Chinese like it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.text import Comment, Mark, MarkKind, Text


class Around(NamedTuple):
    """What stands before and after characters that carry a mark."""

    before: str
    after: str


def _comment(value: Comment) -> Around:
    day_and_minute = value.time[:16].replace("T", " ")  # Word writes 2026-11-29T13:47:57Z
    said = " ".join(filter(None, ("批注", value.author, day_and_minute)))
    return Around("〔", f"｜{said}：{value.text}〕")


UNDERLINES: Mapping[str, str] = MappingProxyType(
    {"": "下划线", DOUBLE: "双下划线", WAVY: "波浪线", DOTTED: "点线", THICK: "粗下划线"}
)
"""What lines under words are called, by how they are drawn."""

AROUND: Mapping[MarkKind, Callable[[Any], Around]] = MappingProxyType(
    {
        MarkKind.BOLD: lambda _: Around("**", "**"),
        MarkKind.KAI: lambda _: Around("*", "*"),
        MarkKind.DOTS: lambda _: Around("〔", "｜着重〕"),
        MarkKind.UNDERLINE: lambda kind: Around("〔", f"｜{UNDERLINES[kind]}〕"),
        MarkKind.STRIKE: lambda _: Around("〔", "｜删除线〕"),
        MarkKind.SUPERSCRIPT: lambda _: Around("^", "^"),
        MarkKind.SUBSCRIPT: lambda _: Around("~", "~"),
        MarkKind.LINK: lambda address: Around("〔", f"｜链接：{address}〕"),
        MarkKind.RUBY: lambda reading: Around("〔", f"（{reading}）〕"),
        MarkKind.NOTE: lambda words: Around("〔", f"｜注：{words}〕"),
        MarkKind.COMMENT: _comment,
    }
)
"""By the value of a mark of each kind."""


def shown(text: Text) -> str:
    """The characters of a text with those that stand for its marks.

    Of marks that begin together the longer stands outside.
    """
    if not text.marks:
        return text.string
    out: list[str] = []
    done = 0
    for place, what in _events(text.marks):
        out += (text.string[done:place], what)
        done = place
    return "".join((*out, text.string[done:]))


def _events(marks: tuple[Mark, ...]) -> list[tuple[int, str]]:
    """What stands at which place: there ends come before beginnings, the mark that began last ends
    first.
    """
    events: list[tuple[int, int, int, str]] = []
    outside_first = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for number, mark in enumerate(outside_first):
        before, after = AROUND[mark.kind](mark.value)
        # sorted by place, ends (0) before beginnings (1), and of ends the innermost first
        events += ((mark.start, 1, number, before), (mark.end, 0, -number, after))
    return [(place, what) for place, _, _, what in sorted(events)]
