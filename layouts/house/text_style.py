"""How text is set: alignment, what may not start or end a line, punctuation, style."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from layouts.page.item import Ink

MOST_READING: Final = 0.5
"""The size of readings above the words, em (CLREQ 3.3.3)."""

LEAST_READING: Final = 4.5
"""Points: readings that would be smaller stand in brackets."""

_UNDER_READINGS, _OF_READING = 0.96, 0.98
"""What a line takes under its readings together with the ink of the line above that reaches out of
its em, and what letters take from the top of b to the foot of g, em of theirs.
"""

_HAIR = 1e-6


class Align(StrEnum):
    """How the last or only line of a style stands in its measure."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Readings(StrEnum):
    """Where readings (注音) stand."""

    ABOVE = "above"
    BRACKETS = "brackets"


class Prohibition(StrEnum):
    """How much may not start or end a line (CLREQ 3.1.6 and GB/T 15834 5.1)."""

    NONE = "none"
    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


class MarkWidths(StrEnum):
    """How wide marks are by nature: an em each (全角), an em only where they end a sentence (开明:
    。．？！), or half an em each (半角).
    """

    FULL = "full"
    SENTENCE_ENDS = "sentence-ends"
    HALF = "half"


class Levelling(StrEnum):
    """Where columns end level, beside those above a headline across them: nowhere, on the last page
    of the issue, on each page that text leaves before it is full, where each section ends, where
    each article with a headline ends.
    """

    NEVER = "never"
    ISSUE = "issue"
    PAGE = "pages"
    SECTION = "sections"
    ARTICLE = "articles"


class Punctuation(Struct, frozen=True):
    """How marks are spaced (标点挤压): every number in em.

    What styles there are, with their values: `layouts/house/punctuation.py`.

    `widths` are those of marks that no neighbour squeezes. `pairs` squeezes neighbouring marks
    (CLREQ 3.1.6.4); `stops` also ！ and ？; `line_end` is the width of a mark that ends a line (0.5
    by GB/T 15834 5.1.10, 1 to leave it); `line_start` trims an opening mark there; `hang` has one
    pause or stop hang outside the measure in styles that have room for it, and marks that end a
    line otherwise keep half an em. `autospace` stands between Han and Latin, shrinking to
    `autospace_min` and growing to `autospace_max`. `squeeze` is the most one mark inside a line
    gives up to pull text in. `total_fit` weighs whole paragraphs instead of line by line; without
    it lines are filled first come, first served, as office programs do. `units` keeps numbers with
    what they count, dates and the like on one line. `connector` is the width of a hyphen between
    Hanzi.
    """

    name: str
    prohibition: Prohibition
    widths: MarkWidths
    pairs: bool
    stops: bool
    line_end: float
    line_start: bool
    hang: bool
    autospace: float
    autospace_min: float
    autospace_max: float
    squeeze: float
    total_fit: bool
    units: bool
    connector: float


class Style(Struct, frozen=True):
    """How one kind of text is set.

    `face`, `latin`, `bold`, `kai` are keys of the font catalogue: Chinese, Latin and digits, and
    what inline bold and kai change to. A key is one name of ours, or several names in order of
    preference, joined by `|`, ours last (`fonts.roles`). `leading` is the distance of baselines
    inside the style; `before` and `after` are spaces in points, taken up to whole rows of the grid
    together with the lines where the style is a heading. `indent` and `tracking` are em.
    `readings` says where those stand that have room above. `hang` says that its lines stand where
    a mark may hang at their end.
    """

    name: str
    face: str
    latin: str
    size: float
    leading: float
    ink: Ink
    align: Align = Align.JUSTIFY
    indent: float = 0.0
    tracking: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: str = "song-bold"
    bold_latin: str = "latin-bold"
    kai: str = "kai"
    max_lines: int = 3
    readings: Readings = Readings.BRACKETS
    hang: bool = False

    @property
    def reading_size(self) -> float:
        """The size of readings above the words, em; 0 where they stand in brackets, as they do in
        whatever style has no room for legible ones between its lines.
        """
        if self.readings is Readings.BRACKETS:
            return 0.0
        room = (self.leading / self.size - _UNDER_READINGS) / _OF_READING
        size = min(MOST_READING, room)
        return size if size * self.size >= LEAST_READING - _HAIR else 0.0

    @property
    def faces(self) -> tuple[str, ...]:
        """The keys of all faces that it may take."""
        return (self.face, self.latin, self.bold, self.bold_latin, self.kai)
