"""Words of an article set out a second time as a pull quote (拉线引语)."""

from __future__ import annotations

from functools import reduce

from layouts.issue.article import PullQuote
from layouts.issue.blocks import next_in_flow
from layouts.issue.edits.edited import NEW, TextEdited
from layouts.issue.edits.reading import PositionTuple, ordered, rank, spans
from layouts.issue.edits.tree import article_of, text_of, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.splice import NO_TEXT, cut, join, trim, without
from layouts.issue.text import MarkKind

_ONCE = (MarkKind.NOTE, MarkKind.COMMENT)
"""What is said of words is said where they stand in the text, not again."""


def pull_quote(issue: Issue, start: PositionTuple, end: PositionTuple) -> TextEdited:
    """Repeat the words between two positions of one article as a pull quote below the block they
    end in; the caret stands behind them.

    An empty one where the positions are the same. LookupError for positions that are in no article,
    or in two.
    """
    (first, _), (last, _) = ordered(issue, start, end)
    if first.article is None or first.of_article != last.of_article:
        raise LookupError(f"no words of one article from {first} to {last}")
    words = [
        cut(text_of(issue, span.place), span.start, span.end) for span in spans(issue, start, end)
    ]
    text = trim(reduce(without, _ONCE, reduce(join, words or [NO_TEXT])))
    blocks = article_of(issue, last).blocks
    # below a title: at the head; below a by-line: at the end
    at = max(-1, min(rank(last), len(blocks) - 1))
    # below the paragraph that a photo stands beside
    index = min(next_in_flow(blocks, at) + 1, len(blocks)) if at >= 0 else 0
    quoted = with_blocks(issue, last, (*blocks[:index], PullQuote(text, NEW), *blocks[index:]))
    return TextEdited(quoted, last._replace(block=index, part=0), len(text.string))
