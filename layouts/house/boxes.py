"""The settings of boxes (专栏框): how wide they are, and the look of each kind."""

from __future__ import annotations

from layouts.house.declaring import INK, STROKE, STYLE, Setting, SettingsTable
from layouts.house.kinds import Length, Number
from layouts.house.layout import BoxDesign, BoxLook

_AIR = Length(0, 60, relative=True)

BOX_LOOK = SettingsTable(
    {
        "ground": Setting(INK, "colour of its ground; none where not given", None),
        "frame": Setting(STROKE, "thickness of a rule all round it; 0 for none", 0),
        "over": Setting(STROKE, "thickness of a rule along its head; 0 for none", 0),
        "under": Setting(STROKE, "thickness of a rule along its foot; 0 for none", 0),
        "bar": Setting(STROKE, "width of an upright bar along its left edge; 0 for none", 0),
        "ink": Setting(INK, "colour of those rules and of the bar", "black"),
        "padding": Setting(_AIR, "least space above and below its text", "0.6em"),
        "padding_side": Setting(_AIR, "the same at either side", "0.8em"),
        "title_ground": Setting(
            INK,
            "colour of a band across its head under its title; none where not given",
            None,
        ),
        "title_rule": Setting(STROKE, "thickness of a rule under its title; 0 for none", 0),
        "title_gap": Setting(_AIR, "between its title and its text", "0.5em"),
        "title_style": Setting(STYLE, "style of its title; `box-title` where not given", None),
        "text_style": Setting(STYLE, "style of its text; `box` where not given", None),
    },
    BoxLook,
)

BOX = SettingsTable(
    {
        "width": Setting(Number(4, 120), "em of body: width of a box that names none", 14),
        "standoff": Setting(Number(0, 10), "em of body between a box and the text beside it", 1),
        "gutter": Setting(Number(0, 10), "em of its text between its own columns", 2),
        "link": Setting(BOX_LOOK, "boxes that lead to something else (链接)", {}),
        "summary": Setting(BOX_LOOK, "boxes that say in short what an article says (提要)", {}),
        "plain": Setting(BOX_LOOK, "any other boxes (专栏)", {}),
    },
    BoxDesign,
)
