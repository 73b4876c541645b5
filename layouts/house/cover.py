"""The settings of the cover (封面): its photo, its headlines, its fixed parts."""

from __future__ import annotations

from layouts.house.declaring import INK, SPACE, STROKE, STYLE, Setting, SettingsTable
from layouts.house.fixed_design import CoverDesign, CoverHeadlines, CoverPhoto
from layouts.house.fixed_parts import ART_DOWN_THE_PAGE, DOWN_THE_PAGE, FROM_THE_TOP, fixed_part
from layouts.house.kinds import Flag, Length, Whole

FROM_THE_EDGE = Length(0, 3000)

COVER_PHOTO = SettingsTable(
    {
        "left": Setting(
            FROM_THE_EDGE, "from the page's left edge; at 0 it runs into the bleed, as at all", 0
        ),
        "top": Setting(FROM_THE_EDGE, "from its top edge", 0),
        "right": Setting(FROM_THE_EDGE, "from its right edge", 0),
        "foot": Setting(FROM_THE_EDGE, "from its lower edge", 0),
        "ground": Setting(INK, "colour of its place where an issue has no photo; none", None),
    },
    CoverPhoto,
)

COVER_HEADLINES = SettingsTable(
    {
        "style": Setting(STYLE, "their style"),
        "x": Setting(DOWN_THE_PAGE, "where they begin, from the page's left edge"),
        "top": Setting(DOWN_THE_PAGE, "above them, from the page's top edge"),
        "width": Setting(Length(1, 3000), "how wide they are set"),
        "foot": Setting(DOWN_THE_PAGE, "below them, from the page's top edge; more are left out"),
        "gap": Setting(SPACE, "space between two of them", "6pt"),
        "most": Setting(Whole(1, 12), "how many there are at most", 6),
        "lead_style": Setting(STYLE, "style of the first; `style` where not given", None),
        "section_style": Setting(
            STYLE, "style of the section's name above each; none where not given", None
        ),
        "page_style": Setting(
            STYLE, "style of its page number after each; none where not given", None
        ),
        "rule": Setting(STROKE, "thickness of a rule between two of them; 0 for none", 0),
        "rule_ink": Setting(INK, "its colour", "black"),
        "at_foot": Setting(Flag(), "they end at `foot`, else they begin at `top`", False),
    },
    CoverHeadlines,
)

COVER = SettingsTable(
    {
        "photo": Setting(COVER_PHOTO, "where the photo stands, under all else", {}),
        "headlines": Setting(
            COVER_HEADLINES,
            "headlines of the issue: those it names, else the first of each section",
            None,
        ),
        **fixed_part(
            "cover",
            DOWN_THE_PAGE,
            ART_DOWN_THE_PAGE,
            FROM_THE_TOP,
            "coloured grounds over the photo, on which lines are read",
        ),
        "back": Setting(
            Flag(), "the page behind it stays blank, so that the first page is a right one", True
        ),
        "counted": Setting(Flag(), "its pages count in page numbers", False),
    },
    CoverDesign,
)
