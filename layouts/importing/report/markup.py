"""HTML of the report, piece by piece; everything that comes from a manuscript is escaped."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from html import escape

from layouts.messages.message import Sentence
from layouts.sound_text import unsound

LONGEST_COMPARED = 4000
"""Characters of a text whose changes are marked one by one; a longer one is shown as it is."""

MOST_PAIRS = 400_000
"""Pairs of equal characters in the two texts, each of which `difflib` looks at again and again: a
page of Chinese has some 50,000, as many characters that are all the same 16,000,000.
"""


def both(sentence: Sentence) -> str:
    """A sentence in both languages; the page shows the one that is chosen."""
    if sentence.zh == sentence.en:
        return shown(sentence.zh)
    return f'<span class="z">{shown(sentence.zh)}</span><span class="e">{shown(sentence.en)}</span>'


def shown(text: str) -> str:
    """Text as HTML: escaped, without what would act in the page or steer it, lines kept."""
    escaped = escape(text.translate(unsound()), quote=True)
    return escaped.replace("\u200b", "").replace("\u2028", "<br>").replace("\n", "<br>")


def tag(name: str, content: str, of: str = "") -> str:
    """An element of class `of`."""
    return f'<{name} class="{of}">{content}</{name}>' if of else f"<{name}>{content}</{name}>"


def changes(before: str, after: str) -> str:
    """A text as it is now, with what is new in it marked; what it was stands beside it. Characters
    that went, and nothing came for, are struck out.
    """
    if before == after or not _can_be_compared(before, after):
        return shown(after)
    parts: list[str] = []
    for kind, start, end, new_start, new_end in _opcodes(before, after):
        new = shown(after[new_start:new_end])
        if kind == "delete":
            parts.append(f"<del>{shown(before[start:end])}</del>")
        parts.append(new if kind == "equal" or not new else f"<ins>{new}</ins>")
    return "".join(parts)


def _can_be_compared(before: str, after: str) -> bool:
    """Whether marking every change takes no more than a moment."""
    if max(len(before), len(after)) > LONGEST_COMPARED:
        return False
    counts = Counter(after)
    return sum(times * counts[one] for one, times in Counter(before).items()) <= MOST_PAIRS


def _opcodes(before: str, after: str) -> Sequence[tuple[str, int, int, int, int]]:
    return difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
