"""The settings of fixed parts (报头、报尾): their lines, rules, art and grounds."""

from __future__ import annotations

from layouts.house.art import PictureFile
from layouts.house.declaring import ALIGN, INK, STYLE, Rows, Setting, SettingsTable
from layouts.house.fixed_design import ArtDesign, FixedLine
from layouts.house.kinds import Choice, Flag, Kind, Length, Number, Template
from layouts.house.ornaments import INSET, fixed_ground, fixed_rule
from layouts.house.template import ISSUE_FIELDS


def fixed_line(baseline: Kind, about: str) -> SettingsTable:
    """The settings of a line; `about` says where its `baseline` is measured from."""
    return SettingsTable(
        {
            "template": Setting(Template(ISSUE_FIELDS), "the text with its {fields} and [groups]"),
            "style": Setting(STYLE, "its style"),
            "align": Setting(
                ALIGN,
                (
                    "where it stands in the type area; `justify` spreads its characters over it "
                    "(均排), at most 1.5 em apart"
                ),
            ),
            "baseline": Setting(baseline, about),
            "squeeze_to_fit": Setting(
                Flag(), "narrow its spacing where it is too long for the type area", True
            ),
            "inset": Setting(
                INSET,
                (
                    "how far inside the edge it is aligned to; a centred line stands so far right "
                    "of the middle"
                ),
                0,
            ),
            "width": Setting(Length(1, 3000), "the room it has; all where not given", None),
            "at": Setting(
                ALIGN, "where that room stands; where the line is aligned to if not given", None
            ),
        },
        FixedLine,
    )


def fixed_art(y: Kind, about: str) -> SettingsTable:
    """The settings of a picture; `about` says where its top `y` is measured from."""
    return SettingsTable(
        {
            "file": Setting(
                PictureFile(),
                "the picture, beside the layout's file or in a folder there; an SVG is printed as "
                "a drawing, measured by what it paints",
            ),
            "align": Setting(
                Choice(("left", "center", "right")), "where it stands in the type area", "center"
            ),
            "x": Setting(
                Length(-1000, 3000), "its left edge from the page's instead, whatever `align`", None
            ),
            "y": Setting(y, about),
            "width": Setting(
                Length(1, 3000), "its width; with a height too it is fitted into both", None
            ),
            "height": Setting(Length(1, 3000), "its height; proportions stay", None),
            "behind": Setting(
                Flag(), "under rules and tints, for a ground (底图); else over them", False
            ),
            "ink": Setting(
                INK, "print all of it in this ink, the more the darker it is; white stays", None
            ),
            "alt": Setting(
                Template(ISSUE_FIELDS),
                "what a screen reader says, with {fields} and [groups]; what replaces a line says "
                "that line where this is empty, other art then counts as decoration",
                "",
            ),
            "instead_of": Setting(
                Choice(tuple(ISSUE_FIELDS)),
                "a field, as `publication`: lines of this part that print it are left out where "
                "the picture is there, and stand where it is missing",
                None,
            ),
        },
        ArtDesign,
    )


DOWN_THE_PAGE = Length(0, 3000)

ART_DOWN_THE_PAGE = Length(-1000, 3000)

DOWN_THE_COLOPHON = Number(-5, 100)


def fixed_part(
    part: str, down: Kind, art_down: Kind, about: str, ground: str
) -> dict[str, Setting]:
    """Lines, rules, art and grounds of a part: measured `down` the page or in its own rows, as
    `about` says; `ground` says what its grounds are for.
    """
    return {
        "lines": Setting(Rows(fixed_line(down, about)), f"lines of the {part}", []),
        "rules": Setting(Rows(fixed_rule(down, about)), f"rules of the {part}", []),
        "art": Setting(
            Rows(fixed_art(art_down, f"its top, {about}")),
            f"pictures of the {part} (题字、徽标)",
            [],
        ),
        "grounds": Setting(Rows(fixed_ground(down, about)), ground, []),
    }


FROM_THE_TOP = "from the page's top edge"

MASTHEAD = SettingsTable(
    {
        "height": Setting(DOWN_THE_PAGE, "from the page's top edge to where text may start"),
        **fixed_part(
            "masthead",
            DOWN_THE_PAGE,
            ART_DOWN_THE_PAGE,
            FROM_THE_TOP,
            "coloured grounds under the masthead; narrow ones are upright rules",
        ),
    }
)

COLOPHON = SettingsTable(
    {
        "leading": Setting(Length(5, 100, relative=True), "distance of two of its rows", "1row"),
        "rows": Setting(Number(0, 100), "its height in rows of that leading"),
        **fixed_part(
            "colophon",
            DOWN_THE_COLOPHON,
            DOWN_THE_COLOPHON,
            "in rows from the top",
            "coloured grounds under the colophon",
        ),
    }
)
