"""The label an editor's note begins with (按语、编者按), set in the bold of its style."""

from __future__ import annotations

from layouts.issue.text import MarkKind, Text
from layouts.patterns import later

_LABEL = later("[【〔]?(?:(?:编者)?按语?|编者的话|编后语?|导语|导读|提要|背景|链接)[】〕]?[：:]")
"""Names that editors give such notes, with the colon behind them."""

LONGEST = 7
"""Characters that the longest of them has."""


def labelled(text: Text) -> Text:
    """A note's first paragraph with its label in bold, where it has one that nothing marks yet."""
    if "：" not in text.string[:LONGEST] and ":" not in text.string[:LONGEST]:
        return text
    label = _LABEL().match(text.string)
    if label is None or any(mark.start < label.end() for mark in text.marks):
        return text
    from layouts.issue.splice import marked

    return marked(text, 0, label.end(), MarkKind.BOLD)
