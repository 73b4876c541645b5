"""What speaks for and against a guess, and how much: every weight and limit of recognition.

A weight is in log-odds: 0 leaves a guess as it was, 2 makes even odds 88 in 100. They were set by
hand on manuscripts as they arrive, and say how often the cue told the truth there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

LIKELY: Final = 0.5
"""A guess less likely than this is not made."""

UNLIKELY: Final = 0.3
"""What is less likely is not even asked about."""

DOUBTFUL: Final = 0.75
"""A guess less likely than this is shown to an editor."""

SUREST: Final = 0.99

# By-lines: how likely a line of such words is one, wherever it stands.
NAMED: Final = 0.9
"""It says what it is, 供稿： or 通讯员 X."""
ROLE_AFTER: Final = 0.82
"""区图书馆供稿, 张三 报道."""
UNIT_AND_PERSON: Final = 0.66
PERSON_ONLY: Final = 0.5
UNIT_ONLY: Final = 0.45
BRACKETED: Final = 0.12
BULLETED: Final = 0.25
"""□ 张三: the mark of newspapers."""

LONGEST_CREDIT: Final = 90
"""Characters of a by-line with all its fields; a longer one is a paragraph that begins like one."""
LONGEST_VALUE: Final = 45
MOST_HEAD_WORDS: Final = 4
LONGEST_HEAD_WORD: Final = 12
"""Words, and characters of one, in the line that a web page has under its title."""

# Places of by-lines that do not say what they are; added to how likely their words are.
DAY_BELOW: Final = 0.25
"""A signature (落款): the body, and the day below it."""
FLUSH_RIGHT: Final = 0.25
UNDER_TITLE: Final = 0.15
AT_END: Final = 0.1

LONGEST_TITLE: Final = 50
"""Characters of a line without a mark at its end that can be a title; `manuscript.titles` has the
same.
"""
TOO_LONG_FOR_TITLE: Final = 64
"""Characters of a first line that is rather a paragraph: three lines of a headline."""
LONGEST_SAID_TITLE: Final = 120
"""Characters of a title that its style says is one."""
LONGEST_HEADING: Final = 40
LONGEST_UNLABELLED: Final = 30
RUNNING: Final = 30
"""Characters from which a paragraph is running text whatever it ends with."""
MOST_TITLE_LINES: Final = 3
CENTRED_BY_SPACES: Final = 3.0
FLUSH_BY_SPACES: Final = 8.0
"""Em of spaces before a short line that stand for centring it, or setting it right."""
LARGER: Final = 1.12
"""Times the size of the text from which a line is larger than it: 小四 beside 五号 is 1.14."""
SMALLER: Final = 0.95


SAYING_MUCH: Final = 10
"""Characters from which a line below a rule is rather the title of the next manuscript than a
sub-heading.
"""


class Cue(StrEnum):
    """What there is to see of a line."""

    ALWAYS = "always"
    STYLED = "styled"
    FIRST = "first"
    CENTRED = "centred"
    LARGER = "larger"
    BOLD = "bold"
    NO_END = "no-end"
    ENDS_EMPHATIC = "ends-emphatic"
    ENDED = "ended"
    PAUSES = "pauses"
    ENDS_COLON = "ends-colon"
    FITTING = "fitting"
    TOO_LONG = "too-long"
    TOO_SHORT = "too-short"
    INDENTED = "indented"
    STICKS_OUT = "sticks-out"
    LABELLED = "labelled"
    SENTENCES = "sentences"
    PARTED = "parted"
    AFTER_BYLINE = "after-byline"
    AFTER_NAMES = "after-names"
    SHORT_SENTENCE = "short-sentence"
    LIKE_TITLE = "like-title"
    AFTER_BREAK = "after-break"
    AFTER_COUNT = "after-count"
    SAYS_MUCH = "says-much"
    BYLINE_BELOW = "byline-below"
    TEXT_BELOW = "text-below"
    NOTHING_BELOW = "nothing-below"
    SIBLINGS = "siblings"


TITLE: Mapping[Cue, float] = {
    Cue.ALWAYS: -1.5,
    Cue.STYLED: 5.0,
    Cue.FIRST: 2.0,
    Cue.CENTRED: 2.0,
    Cue.LARGER: 2.0,
    Cue.BOLD: 1.2,
    Cue.NO_END: 1.2,
    Cue.ENDS_EMPHATIC: 0.7,
    Cue.ENDED: -2.0,
    Cue.PAUSES: -3.0,
    Cue.ENDS_COLON: -2.5,
    Cue.FITTING: 0.6,
    Cue.TOO_LONG: -2.5,
    Cue.TOO_SHORT: -1.0,
    Cue.INDENTED: -0.8,
    Cue.LABELLED: -1.5,
    Cue.SENTENCES: -3.0,
    Cue.BYLINE_BELOW: 2.5,
    Cue.SHORT_SENTENCE: 1.4,
}
"""What speaks for the first line of an article being its title."""

START: Mapping[Cue, float] = {
    Cue.ALWAYS: -2.6,
    Cue.STYLED: 4.0,
    Cue.LIKE_TITLE: 3.0,
    Cue.AFTER_BYLINE: 4.0,
    Cue.AFTER_NAMES: 2.2,
    Cue.AFTER_BREAK: 1.2,
    Cue.SAYS_MUCH: 1.0,
    Cue.AFTER_COUNT: 5.0,
    Cue.BYLINE_BELOW: 3.0,
    Cue.TEXT_BELOW: 0.6,
    Cue.NOTHING_BELOW: -3.0,
    Cue.CENTRED: 0.5,
    Cue.LARGER: 0.5,
    Cue.INDENTED: -1.5,
}
"""What speaks for a line that could be a title beginning another article."""

HEADING: Mapping[Cue, float] = {
    Cue.ALWAYS: 0.1,
    Cue.STYLED: 4.0,
    Cue.BOLD: 1.6,
    Cue.LARGER: 1.5,
    Cue.CENTRED: 0.8,
    Cue.STICKS_OUT: 0.5,
    Cue.SIBLINGS: 0.5,
    Cue.PARTED: 0.2,
    Cue.PAUSES: -0.3,
    Cue.NOTHING_BELOW: -2.0,
}
"""What speaks for a short line without a label, between paragraphs, being a sub-heading."""

LABELLED_HEADING: Final = 0.95
LABELLED_SENTENCE: Final = 0.7
"""一、加强领导。 alone on its line."""
LIST_ITEM: Final = 0.85
"""A labelled line with nothing below it but the next one."""
TITLE_AGAIN: Final = 0.7
"""A second title by its style, where no by-line says that the first article is at its end."""
TITLE_LINE: Final = 0.9
"""A second line that looks like the first."""
PLAIN_TITLE_LINE: Final = 0.65
"""A second line without a look, right below the first."""
DASHED: Final = 0.97
SMALLER_BELOW_TITLE: Final = 0.8
CAPTION_SAID: Final = 0.95
CAPTION_BY_PLACE: Final = 0.7
BRACKETED_SECTION: Final = 0.95
SECTION_BY_LEVEL: Final = 0.8
IN_THE_MIDDLE: Final = 0.7
"""A by-line with text on both sides."""


def likelihood(cues: Iterable[Cue], weights: Mapping[Cue, float]) -> float:
    """How likely a guess is that these cues speak for and against, 0 to 1."""
    odds = weights[Cue.ALWAYS] + sum(weights.get(cue, 0.0) for cue in cues)
    return min(1 / (1 + math.exp(-odds)), SUREST)
