"""The settings that dress a layout: running heads, what headings and notes are dressed with, and
where rules and grounds of fixed parts stand.
"""

from __future__ import annotations

from layouts.house.declaring import ALIGN, INK, STROKE, STYLE, Setting, SettingsTable
from layouts.house.fixed_design import FixedGround, FixedRule
from layouts.house.kinds import Flag, Kind, Length, Number, Template
from layouts.house.layout import BoxedDesign, NoteDesign, Ornament, RunningHeadDesign, ThumbDesign
from layouts.house.template import HEAD_FIELDS

INSET = Length(-1000, 1000)
"""A length from an edge of the type area inwards; outwards, into the margin, where it is below
zero.
"""

_HEAD = Template(HEAD_FIELDS)

RUNNING_HEAD = SettingsTable(
    {
        "left": Setting(_HEAD, "its text at the left edge of every page", ""),
        "center": Setting(_HEAD, "its text in the middle", ""),
        "right": Setting(_HEAD, "its text at the right edge of every page", ""),
        "outside": Setting(_HEAD, "its text at the outer edge: recto pages are odd", ""),
        "inside": Setting(_HEAD, "its text at the inner edge", ""),
        "style": Setting(STYLE, "its style; that of page numbers where not given", None),
        "rise": Setting(Length(0, 300), "from the top of the type area up to its baseline", "6mm"),
        "rule": Setting(STROKE, "thickness of the rule under it; 0 for none", 0),
        "rule_drop": Setting(
            Length(-100, 100), "from its baseline down to the middle of that rule", "4pt"
        ),
        "ink": Setting(INK, "colour of the rule", "black"),
        "first_page": Setting(Flag(), "whether page 1 has one", False),
    },
    RunningHeadDesign,
)

THUMB = SettingsTable(
    {
        "width": Setting(Length(0, 100), "how far a tab reaches into the page; 0 for none", 0),
        "height": Setting(Length(1, 1000), "how high a tab is", "18mm"),
        "top": Setting(Length(0, 2000), "from the page's top edge to the first section's", "30mm"),
        "gap": Setting(Length(0, 1000), "between the tabs of two sections, one a step lower", 0),
        "ink": Setting(INK, "colour of the tabs", "black"),
        "style": Setting(
            STYLE, "style of the section's name in its tab; none where not given", None
        ),
        "first_page": Setting(Flag(), "whether page 1 has one", False),
    },
    ThumbDesign,
)

BOXED = SettingsTable(
    {
        "rule": Setting(STROKE, "thickness of the frame; 0 for none", "0.75pt"),
        "ink": Setting(INK, "colour of the frame", "black"),
        "ground": Setting(INK, "colour of a ground in it; none where not given", None),
        "padding": Setting(Number(0.5, 4), "em between the frame and the text", 1),
    },
    BoxedDesign,
)

_OFF = Length(0, 100, relative=True)

ORNAMENT = SettingsTable(
    {
        "over": Setting(STROKE, "thickness of a rule over the words; 0 for none", 0),
        "under": Setting(STROKE, "thickness of a rule under the words; 0 for none", 0),
        "beside": Setting(
            STROKE, "thickness of rules beside the words, to the column's edges; 0 for none", 0
        ),
        "gap": Setting(_OFF, "between the words and those rules", "0.4em"),
        "length": Setting(
            Length(1, 1000, relative=True),
            "of those rules; to the column's edges where not given",
            None,
        ),
        "bar": Setting(STROKE, "width of an upright bar before the words; 0 for none", 0),
        "bar_gap": Setting(_OFF, "between that bar and the words", "0.5em"),
        "ink": Setting(INK, "colour of rules and bar", "black"),
        "ground": Setting(INK, "colour of a ground under the words; none where not given", None),
        "padding": Setting(_OFF, "of the ground above and below the words", "0.3em"),
        "padding_side": Setting(_OFF, "of the ground left and right of the words", "0.6em"),
        "fits": Setting(
            Flag(), "the ground is as wide as the words, else as wide as the column", False
        ),
    },
    Ornament,
)

ORNAMENTS = SettingsTable(
    {
        "section": Setting(ORNAMENT, "what headings of sections are dressed with", {}),
        "headline": Setting(ORNAMENT, "what headlines are dressed with", {}),
        "contents-title": Setting(ORNAMENT, "what the heading of the contents is dressed with", {}),
    }
)

NOTE = SettingsTable(
    {
        "bar": Setting(STROKE, "width of an upright bar beside it; 0 for none", 0),
        "ink": Setting(INK, "colour of that bar", "black"),
        "inset": Setting(Number(0, 10), "em of its own that stay free at either side", 2),
    },
    NoteDesign,
)


def _span(what: str) -> dict[str, Setting]:
    return {
        "length": Setting(
            Length(0.1, 3000), f"how long {what} is; as the type area is wide where not given", None
        ),
        "align": Setting(ALIGN, f"at which edge {what} of that length stands", "left"),
        "inset": Setting(INSET, f"how far inside that edge {what} of that length begins", 0),
        "bleed": Setting(Flag(), "runs from edge to edge of the paper and into the bleed", False),
    }


def fixed_rule(y: Kind, about: str) -> SettingsTable:
    """The table of a rule of a fixed part, whose `y` is measured as said."""
    return SettingsTable(
        {
            "y": Setting(y, f"its middle, {about}"),
            "width": Setting(
                STROKE, "its thickness; a thick one is a band that reversed lines can stand on"
            ),
            "ink": Setting(INK, "its colour"),
            **_span("a rule"),
        },
        FixedRule,
    )


def fixed_ground(y: Kind, about: str) -> SettingsTable:
    """The table of a ground of a fixed part, whose `y` and height are measured as said."""
    return SettingsTable(
        {
            "y": Setting(y, f"its upper edge, {about}"),
            "height": Setting(y, "its height, in the same measure"),
            "ink": Setting(INK, "its colour"),
            **_span("a ground"),
        },
        FixedGround,
    )
