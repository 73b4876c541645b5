"""What of a preset does not go together, with the sentence for each."""

from __future__ import annotations

from collections.abc import Mapping

from layouts.messages.lists import listed
from layouts.messages.message import Sentence
from layouts.messages.presets import (
    A2A_NEEDS_TAGS,
    ARRANGED_IS_NOT_READ,
    BOOKLET_STANDS_ALONE,
    COLOUR_MUST_BE_PRINTED,
    CONDITION_NEEDS_PROFILE,
    CURVES_ARE_NO_TEXT,
    GUTTER_OF_CUT_SHEETS,
    LINKS_IN_PRINT,
    OF_ARRANGED_ALONE,
    PAPER_OF_SHEETS,
    PROFILE_NEEDS_CONDITION,
    REDUCED_NEEDS_UP,
    SIGNATURE_UNFIT,
    SPOT_NAME_TAKEN,
    SPOT_NEEDS_CMYK,
)
from layouts.messages.protection import (
    PERMISSIONS_IN_STANDARD,
    SMALLEST_IN_PRINT,
    THUMBNAILS_IN_PRINT,
)
from layouts.papers import PAPERS, paper_named
from layouts.prepress.conditions import CONDITIONS, FIRST_CONDITION
from layouts.prepress.preset import Preset

PAGES_PER_SHEET = 4
"""Of a booklet, folded once."""

_PRINT = ("x4", "x1a")

_TEXT = ("ua1", "a2u", "a2a")
"""Standards that ask for text that can be read as such (ISO 14289-1 7.21.7, ISO 19005-2
6.2.11.7).
"""


def contradictions(preset: Preset, document: Mapping[str, object]) -> list[tuple[str, Sentence]]:
    """Keys whose values do not go together, with the sentence for each."""
    printed = preset.standard in _PRINT
    standard = preset.standard
    cases = [
        (printed and preset.colour == "rgb", "colour", COLOUR_MUST_BE_PRINTED(standard=standard)),
        (printed and preset.links, "links", LINKS_IN_PRINT(standard=standard)),
        (preset.red == "spot" and preset.colour != "cmyk", "red", SPOT_NEEDS_CMYK()),
        (
            preset.red == "spot"
            # names that have a meaning of their own in a PDF (ISO 32000-1 8.6.6.4)
            and preset.spot_name in {"All", "None", "Cyan", "Magenta", "Yellow", "Black"},
            "spot_name",
            SPOT_NAME_TAKEN(name=preset.spot_name),
        ),
        (standard == "a2a" and not preset.tagged, "tagged", A2A_NEEDS_TAGS()),
        (
            preset.curves and (preset.tagged or standard in _TEXT),
            "curves",
            CURVES_ARE_NO_TEXT(),
        ),
        (
            # asked of what is written: by itself it would be FOGRA39
            bool(preset.profile) and "condition" not in document,
            "profile",
            PROFILE_NEEDS_CONDITION(),
        ),
        (
            preset.signature % PAGES_PER_SHEET > 0 or (preset.signature > 0 and not preset.booklet),
            "signature",
            SIGNATURE_UNFIT(),
        ),
        (
            preset.booklet and (preset.marks or any(preset.bleed) or standard != "none"),
            "booklet",
            BOOKLET_STANDS_ALONE(),
        ),
    ]
    cases += _of_conditions(preset)
    cases += _of_sheets(preset)
    archived = standard in {"a2u", "a2a"}
    cases += [
        (
            preset.smallest and (printed or archived or preset.colour == "cmyk"),
            "smallest",
            SMALLEST_IN_PRINT(standard=standard),
        ),
        (
            preset.thumbnails and (printed or preset.colour != "rgb"),
            "thumbnails",
            THUMBNAILS_IN_PRINT(),
        ),
        *(
            (limited and (printed or archived), key, PERMISSIONS_IN_STANDARD(standard=standard))
            for key, limited in (
                ("printing", preset.printing != "full"),
                ("copying", not preset.copying),
                ("changing", not preset.changing),
            )
        ),
    ]
    return [(key, said) for wrong, key, said in cases if wrong]


def _of_conditions(preset: Preset) -> list[tuple[bool, str, Sentence]]:
    """A condition whose profile does not come with us, and is not named."""
    four_inks = preset.colour == "cmyk" or (preset.colour == "grey" and preset.standard == "x1a")
    return [
        (
            four_inks and not preset.profile and preset.condition not in CONDITIONS,
            "condition",
            CONDITION_NEEDS_PROFILE(condition=preset.condition, names=listed(CONDITIONS)),
        ),
        (
            # black alone on uncoated paper has no profile of ours
            preset.colour == "grey"
            and not four_inks
            and not preset.profile
            and preset.condition.removesuffix(" K") != FIRST_CONDITION,
            "condition",
            CONDITION_NEEDS_PROFILE(
                condition=preset.condition, names=listed([f"{FIRST_CONDITION} K"])
            ),
        ),
    ]


def _of_sheets(preset: Preset) -> list[tuple[bool, str, Sentence]]:
    """What says something of sheets that are not there, or of others."""
    arranged = preset.arrange != "none"
    return [
        (
            arranged and (preset.booklet or preset.tagged or preset.standard in _TEXT),
            "arrange",
            ARRANGED_IS_NOT_READ(),
        ),
        (preset.arrange == "reduced" and preset.up == 0, "up", REDUCED_NEEDS_UP()),
        (preset.gutter > 0 and not preset.is_cut, "gutter", GUTTER_OF_CUT_SHEETS()),
        *(
            (said and not arranged, key, OF_ARRANGED_ALONE())
            for key, said in (("up", preset.up > 0), ("duplex", preset.duplex))
        ),
        (
            paper_named(preset.paper) != PAPERS["A3"] and not (arranged or preset.booklet),
            "paper",
            PAPER_OF_SHEETS(),
        ),
    ]
