"""The drawing items of a page.

All lengths are points, the origin is the page's top left corner, y grows downwards.

These are plain tuples because a long issue holds tens of thousands of them.
"""

from typing import NamedTuple

from layouts.errors import Source
from layouts.geometry import Outline
from layouts.messages.message import Sentence
from layouts.photo_tone import AS_IT_IS, PhotoTone, tone_key


class Ink(NamedTuple):
    """A colour by its name in the layout and its sRGB value (three fractions).

    `cmyk` is what the layout prints it with (four fractions), None where the print profile decides.
    `spot` marks the one colour of a layout that may be printed with an ink of its own (专色).
    """

    name: str
    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float] | None = None
    spot: bool = False


PAGE_NUMBER = "page-number"
"""The role of the lines that number the pages: they are drawn when all else stands."""

COVER = "cover"
"""The role of what stands on the cover (封面), its photo too."""

CREDIT = "credit"
"""The style, and the role of the lines, that say who took a photo."""

PHOTO_WORDS = frozenset({"caption", CREDIT})
"""The roles of what is said of photos: no running text."""

RUNNING_HEAD = "running-head"
"""The role of the lines over the type area: they are drawn with those."""

RUNNING_ROLES = frozenset({PAGE_NUMBER, RUNNING_HEAD})
"""The running parts of a page (页码, 书眉)."""

BLACK = Ink("black", (0.0, 0.0, 0.0))

LOST = Ink("lost", (0.7, 0.17, 0.17))
"""What stands for a character that no face has is set in this, to be seen among what is right."""

GETA = "〓"
"""Stands for a character that no face has, as it has in Chinese and Japanese proofs since the days
of lead (下駄).
"""

REGISTRATION = Ink("registration", (0.0, 0.0, 0.0))
"""Every plate at once, for marks outside the page (ISO 32000-1 8.6.6.4); known by identity,
whatever a layout calls its inks.
"""


class GlyphRun(NamedTuple):
    """Glyphs of one face at one size on one baseline.

    `glyphs` holds one code point per glyph id of the face. The pen starts at (x, y); before glyph k
    it moves by every kern (k, dx); after each glyph it moves by the glyph's own advance
    (`Face.advance` × size) plus `tracking`. Kerns are sorted by k. `text` are the characters shown.
    Glyph k shows `text[clusters[k]:clusters[k + 1]]`, or `text[k]` where `clusters` is None.
    """

    face: str
    size: float
    x: float
    y: float
    glyphs: str
    tracking: float
    kerns: tuple[tuple[int, float], ...]
    text: str
    ink: Ink = BLACK
    clusters: tuple[int, ...] | None = None


class Parted(NamedTuple):
    """Words that hyphens part at a line's ends: what a reader finds must be whole, and no hyphen is
    of the source.

    The first `told` characters of the line are the rest of a word that an earlier line tells; its
    last `letters` begin `word`.
    """

    told: int
    letters: int
    word: str


SOFT_HYPHEN = "\u00ad"
"""The text of the hyphen that ends a parted word (ISO 32000-1 14.8.2.2.3)."""


class Put(NamedTuple):
    """Characters `start` up to `end` of a text that its source does not have: a reading, or the
    sign of a note where `note` says so.

    A reading stands above the `over` characters before it; for 0 it is one of them, in brackets,
    and `of` are the words that it is of.
    """

    start: int
    end: int
    note: bool = False
    over: int = 0
    of: str = ""


class Target(NamedTuple):
    """Characters `start` up to `end` of a line's text lead to an address."""

    start: int
    end: int
    uri: str


class Line(NamedTuple):
    """One set line: its slot (x, width), baseline y, type size, runs from left to right, and what
    it came from.

    `text` are the source characters of the line, typed spaces that were dissolved left out.
    `article` counts from 0 over the whole issue, `paragraph` over the blocks of the article; both
    None for masthead, contents and running parts. `role` names the style. `part` counts the texts
    of one block (paragraphs of a note, cells of a table). The first character stands at offset
    `start` of its source text; `gone` are the offsets of dissolved spaces at or after it. A line is
    `ragged` that was to fill its slot and would have been spread too far; it is `parted` where a
    hyphenated word runs over an end of it. `puts` are the characters of its text that stand for
    something the source says of the words before them; `targets` those that lead out of the
    document.
    """

    x: float
    y: float
    width: float
    size: float
    runs: tuple[GlyphRun, ...]
    text: str
    role: str
    article: int | None = None
    paragraph: int | None = None
    source: Source | None = None
    part: int = 0
    start: int = 0
    gone: tuple[int, ...] = ()
    ragged: bool = False
    parted: Parted | None = None
    puts: tuple[Put, ...] = ()
    targets: tuple[Target, ...] = ()


class Rule(NamedTuple):
    """A straight stroke.

    With `dash`, lengths on and off in points; a dash of length 0 with `round_caps` is a dot of the
    stroke's width.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: Ink = BLACK
    dash: tuple[float, ...] = ()
    round_caps: bool = False


class BoxArea(NamedTuple):
    """The frame of a box (专栏框) or of a pull quote that text runs round, points: nothing is drawn
    for it. `article` and `paragraph` say which block of the issue it is, as in Line.
    """

    x: float
    y: float
    width: float
    height: float
    article: int | None = None
    paragraph: int | None = None


class Box(NamedTuple):
    """A rectangle filled with an ink: rules of tables, grounds of boxes; points."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


IN_ONE_INK = "ink:"
"""Begins the key of a picture that is printed in one ink; no absolute path begins so."""


class Picture(NamedTuple):
    """A photo in its frame, upright (EXIF orientation already taken into account for width and
    height). `path` is absolute.

    `missing` says why there is no photo to draw, None where there is one: its place is kept, and
    `path` is empty. `crop` is cut off at its left, top, right and bottom edge (fractions of its
    upright width and height): what is left fills the frame. It is cropped once its `tone`
    has turned it. `article` and `paragraph` say which block of the issue it is, as in Line.

    Text runs round its `contour` where it has one, rings of corners (x, y) of the page; what lies
    outside the frame is not shown.

    A picture with a `role` is art of the layout (题字, 徽标): `masthead` or `colophon`. With an
    `ink` it is printed in that alone, the more the darker it is. What is `behind` lies under all
    else, other art over all but the lines.
    """

    x: float
    y: float
    width: float
    height: float
    path: str
    alt: str
    source: Source | None = None
    article: int | None = None
    paragraph: int | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    missing: Sentence | None = None
    role: str = ""
    ink: Ink | None = None
    behind: bool = False
    tone: PhotoTone = AS_IT_IS
    contour: tuple[tuple[tuple[float, float], ...], ...] = ()

    @property
    def key(self) -> str:
        """What its pixels are called among those of an edition: the same file may stand there as a
        photo, in several tones, and as art in one ink.
        """
        return picture_key(self.path, self.ink, self.tone)


def picture_key(path: str, ink: Ink | None, tone: PhotoTone = AS_IT_IS) -> str:
    """The key of a picture's pixels: see `Picture.key`."""
    return f"{IN_ONE_INK}{ink.name}:{path}" if ink is not None else tone_key(tone, path)


class Fill(NamedTuple):
    """An area filled with an ink: outlines in points of the page, inside by the even-odd or the
    nonzero winding rule (ISO 32000-1 8.5.3.3).
    """

    outlines: tuple[Outline, ...]
    ink: Ink
    even_odd: bool = False


class ArtShape(NamedTuple):
    """A drawing of filled areas in its frame, the later over the earlier: art of the layout (题字,
    徽标).

    `role`, `behind` and `alt` as those of a Picture.
    """

    x: float
    y: float
    width: float
    height: float
    fills: tuple[Fill, ...]
    alt: str
    role: str
    behind: bool = False


class Frame(NamedTuple):
    """A rectangle of the page, points: what of a link answers on one line."""

    x: float
    y: float
    width: float
    height: float


class Link(NamedTuple):
    """A rectangle that leads to the anchor named `target`, or out of the document to `uri`.

    `frames` are what of it answers, by lines.
    """

    x: float
    y: float
    width: float
    height: float
    target: str
    uri: str = ""
    frames: tuple[Frame, ...] = ()


class Anchor(NamedTuple):
    """A named place that links and bookmarks lead to."""

    name: str
    x: float
    y: float
