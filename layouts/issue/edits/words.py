"""What a double click selects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from layouts.issue.clusters import is_stop

Segmenter: TypeAlias = Callable[[str], Iterable[str]]
"""Cuts a text into words that together are the text again."""

_HAN = "々〇〻\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(
    (
        rf"[{_HAN}]+"
        r"|\d+(?:[.,:]\d+)*[%％℃]?"
        rf"|[^\W\d_{_HAN}]+(?:['’.@&+/-]?[^\W_{_HAN}]+)*"  # letters, joined as in R&D or a@b.cn
        r"|\u2028|[^\S\u2028]+|"  # LINE_BREAK of `layouts.issue.text`, by itself
        r"(?P<mark>[^\w\s])(?P=mark)*"
        r"|."
    ),
    re.DOTALL,
)
"""A run of Hanzi, a number, a Latin word, a line break, spaces, one mark again and again (——, ……),
or any character.
"""


def word_at(text: str, offset: int, segment: Segmenter | None = None) -> tuple[int, int]:
    """Start and end of the word around `offset`: a Latin word, a number, a run of Hanzi, or one of
    its words where `segment` cuts them.

    Between two words the one after is meant, at the end of a text the last one.
    """
    at = min(max(offset, 0), len(text) - 1)
    found = next((match for match in _WORD.finditer(text) if match.end() > at), None)
    if found is None:
        return 0, 0
    start, end = found.span()
    if segment is not None and re.match(f"[{_HAN}]", text[at]):
        start, end = _segment_at(text, at, segment)
    while not is_stop(text, end):
        end += 1
    return start, end


def _segment_at(text: str, at: int, segment: Segmenter) -> tuple[int, int]:
    end = 0
    for word in segment(text):
        start, end = end, end + len(word)
        if end > at:
            return start, end
    return at, at + 1
