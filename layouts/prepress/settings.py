"""Every key of an export preset, declared: what it takes, what it means, how it is by itself."""

from __future__ import annotations

import unicodedata
from typing import cast, get_args

from layouts.house.declaring import Setting, SettingsTable
from layouts.house.kinds import Choice, Flag, Number, Refused, Scope, Whole, Words
from layouts.messages.lists import listed
from layouts.messages.message import Sentence
from layouts.messages.presets import A_SHEET, ONE_OR_FOUR_EDGES, WORDS_NOT_EMPTY, WORDS_WITH_FIELDS
from layouts.messages.settings import UNSEEN_SIGN
from layouts.papers import PAPERS, paper_named
from layouts.prepress.preset import Arrange, Colour, MarkStyle, Printing, Standard
from layouts.prepress.slug_pattern import FIELDS, is_pattern

WIDEST_BLEED = 20.0
"""mm; more is a slip of the pen."""


class _EdgeLengths:
    """A length in mm at every edge: one number, or four from the left edge clockwise."""

    _edge = Number(0, WIDEST_BLEED)

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        edge = self._edge.expects()
        return ONE_OR_FOUR_EDGES(edge=edge)

    def read(self, raw: object, scope: Scope) -> tuple[float, ...]:
        """Left, top, right and bottom."""
        if not isinstance(raw, list | tuple):
            return (self._edge.read(raw, scope),) * 4
        edges = tuple(self._edge.read(edge, scope) for edge in cast("list[object]", raw))
        if len(edges) != 4:
            raise Refused
        return edges


class _SomeWords:
    """A string on one line that is not empty, every character of it seen: a plate that is called
    after one must not look like another.
    """

    _words = Words(longest=60)

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return WORDS_NOT_EMPTY()

    def read(self, raw: object, scope: Scope) -> str:
        """The string. Refused where it is none, too long, or blank."""
        words = self._words.read(raw, scope)
        if not words.strip():
            raise Refused
        hidden = next((sign for sign in words if unicodedata.category(sign) == "Cf"), None)
        if hidden is not None:
            raise Refused(UNSEEN_SIGN(code=ord(hidden)))
        return words


class _SlugPattern:
    """Words with fields in braces."""

    _words = Words()

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        fields = ", ".join(f"{{{field}}}" for field in FIELDS)
        return WORDS_WITH_FIELDS(fields=fields)

    def read(self, raw: object, scope: Scope) -> str:
        """The pattern. Refused where it is none, or has a field that is not known."""
        pattern = self._words.read(raw, scope)
        if not is_pattern(pattern):
            raise Refused
        return pattern


class _SheetName:
    """The name of a sheet, or its sides in mm."""

    _words = Words(longest=60)

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return A_SHEET(names=listed(PAPERS))

    def read(self, raw: object, scope: Scope) -> str:
        """The name. Refused where it is none."""
        paper = self._words.read(raw, scope)
        if paper_named(paper) is None:
            raise Refused
        return paper


SETTINGS = SettingsTable(
    {
        "zh": Setting(_SomeWords(), "its name in lists, Chinese"),
        "en": Setting(_SomeWords(), "the same in English"),
        "standard": Setting(Choice(get_args(Standard)), "what the file conforms to", "none"),
        "colour": Setting(
            Choice(get_args(Colour)), "what text, rules and photos are printed with", "rgb"
        ),
        "profile": Setting(
            Words(),
            (
                "file of the print condition's ICC profile; where empty that of FOGRA39 or "
                "FOGRA47, for grey the black of FOGRA39"
            ),
            "",
        ),
        "condition": Setting(_SomeWords(), "the name of that condition", "FOGRA39"),
        "red": Setting(
            Choice(("process", "spot")),
            "the layout's red out of magenta and yellow, or an ink of its own",
            "process",
        ),
        "spot_name": Setting(_SomeWords(), "what that ink is called", "专色红"),
        "bleed": Setting(_EdgeLengths(), "mm outside the page's edges", 0),
        "marks": Setting(Flag(), "crop and register marks, colour bar and slug line", False),
        "mark_style": Setting(
            Choice(get_args(MarkStyle)),
            "crop marks in line with the trim, or double ones with the bleed too",
            "crop",
        ),
        "mark_offset": Setting(Number(0, 10), "mm between the bleed and the marks", 0),
        "mark_weight": Setting(Number(0.1, 2), "width of the marks' strokes, pt", 0.25),
        "register_marks": Setting(Flag(), "register marks among the marks", True),
        "colour_bar": Setting(Flag(), "a colour bar among the marks", True),
        "slug": Setting(
            _SlugPattern(),
            "the slug line of the marks; empty: publication, page, date, size, condition",
            "",
        ),
        "ppi": Setting(
            Whole(0, 2400),
            "what photos of more than half as much again are brought down to; 0 leaves them",
            0,
        ),
        "ink_limit": Setting(
            Whole(100, 400), "per cent of all inks together that a photo may reach", 300
        ),
        "curves": Setting(
            Flag(), "text as curves: no font in the file, and nothing to search", False
        ),
        "tagged": Setting(Flag(), "structure for screen readers", False),
        "links": Setting(Flag(), "links, bookmarks and page labels", True),
        "booklet": Setting(
            Flag(), "saddle stitch: two pages a side, in the order of a duplex printer", False
        ),
        "signature": Setting(
            Whole(0, 64),
            "in a booklet for perfect binding the pages of a signature; 0: stitched",
            0,
        ),
        "creep": Setting(Number(0, 10), "mm that the innermost sheet sticks out when folded", 0),
        "keep_last": Setting(
            Flag(),
            "in a booklet blank pages come before the last page, which stays on the outside",
            True,
        ),
        "arrange": Setting(
            Choice(get_args(Arrange)),
            (
                "several pages up: reduced, for reading round; in turn at their own size, or so "
                "that the piles of the cut sheet go on each other; each repeated"
            ),
            "none",
        ),
        "up": Setting(Whole(0, 64), "pages on each side; 0: as many as fit", 0),
        "gutter": Setting(
            Number(0, 50), "mm between the bleeds of neighbours at their own size", 0
        ),
        "duplex": Setting(Flag(), "of several up, a page and the next are front and back", False),
        "paper": Setting(_SheetName(), "the sheet of a booklet and of several up", "A3"),
        "smallest": Setting(
            Flag(), "photos as plain JPEGs, never finer than ppi; all else packed tightly", False
        ),
        "thumbnails": Setting(Flag(), "a small picture of each page in the file", False),
        "printing": Setting(
            Choice(get_args(Printing)), "how well the file may be printed; low is 150 dpi", "full"
        ),
        "copying": Setting(Flag(), "text and photos may be copied out of the file", True),
        "changing": Setting(Flag(), "the file may be changed", True),
    },
)
"""Every key of a preset file."""
