"""Our own demands on print files: what a standard allows and a press room still sends back
(design/print.md 2).
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.messages.proof_inks import (
    BLACK_KNOCKS_OUT,
    HAIRLINE_NOT_PRINTED,
    MORE_PLATES_THAN_BLACK,
    RICH_BLACK_TEXT,
    THIN_LINE,
    WHITE_OVERPRINTS,
)
from layouts.proof.evidence import Evidence
from layouts.proof.painted import Painted
from layouts.proof.rule import Breach, ProofRule, house

FULL = 0.85
"""Of black: from here on a colour passes for black."""

LARGE = 36.0
"""pt: letters so large that several inks may lie over each other in them, and that may knock out
what is below.
"""

ALWAYS = frozenset({"All", "Black", "None"})
"""Colorants that ask for no further plate: register marks, black, and none at all (ISO 32000-1
8.6.6.4).
"""

ONE_PLATE = frozenset({"Black", "None"})
"""Colorants that ask for no plate but black."""

HAIRLINE, THIN = 0.125, 0.25
"""pt: a line that no plate holds, and one that many do not."""


def white_overprints(evidence: Evidence) -> Iterator[Breach]:
    """White never overprints: it would not be there."""
    for page, painted in evidence.painted():
        if (
            painted.overprint
            and painted.kind != "image"
            and painted.colour.is_white
            and not painted.colour.pattern
        ):
            yield Breach(*WHITE_OVERPRINTS(), page.number)


def rich_black_text(evidence: Evidence) -> Iterator[Breach]:
    """Text is black on the black plate alone: four inks never meet well enough for small
    letters.
    """
    for page, painted in evidence.painted():
        inks = painted.colour.cmyk
        if (
            painted.kind == "text"
            and painted.size < LARGE
            and inks
            and inks[3] >= FULL
            and sum(inks[:3]) > 0
        ):
            yield Breach(*RICH_BLACK_TEXT(), page.number)


def black_knocks_out(evidence: Evidence) -> Iterator[Breach]:
    """Black text overprints, so that no paper shows beside it.

    Grey 0 is no CMYK: it knocks out whatever its state (ISO 32000-1 8.6.7).

    A page on the black plate alone has nothing that text could knock out.
    """
    coloured = {
        page.number
        for page in evidence.pages
        if any(map(_needs_another_plate, page.content.painted))
    }
    for page, painted in evidence.painted():
        if (
            page.number in coloured
            and painted.kind == "text"
            and painted.size < LARGE
            and _is_black(painted)
            and not _overprints(painted)
        ):
            yield Breach(*BLACK_KNOCKS_OUT(), page.number)


def _needs_another_plate(painted: Painted) -> bool:
    inks, space = painted.colour.cmyk, painted.colour.space
    if inks:
        return any(inks[:3])
    return space.family != "DeviceGray" and not (space.colorants and set(space.colorants) <= ALWAYS)


def _is_black(painted: Painted) -> bool:
    return painted.colour.cmyk == (0.0, 0.0, 0.0, 1.0) and not painted.colour.pattern


def _overprints(painted: Painted) -> bool:
    return (
        painted.overprint
        and painted.overprint_mode == 1
        and painted.colour.space.family == "DeviceCMYK"
    )


def one_ink(evidence: Evidence) -> Iterator[Breach]:
    """What is made for black alone (an output intent of grey) asks for no other plate: no spot ink,
    and no marks on All.
    """
    if not any(intent.profile and intent.profile.space == "GRAY" for intent in evidence.intents):
        return
    for page in evidence.pages:
        named = {
            one
            for space in page.content.spaces
            for layer in space.layers()
            for one in layer.colorants
        }
        for colorant in sorted(named - ONE_PLATE):
            yield Breach(*MORE_PLATES_THAN_BLACK(colorant=colorant), page.number)


def hairlines(evidence: Evidence) -> Iterator[Breach]:
    """No line under 0.125 pt; 0 is one dot of the platesetter's, a hundredth of a millimetre."""
    for page, painted in evidence.painted():
        if painted.kind == "stroke" and painted.size < HAIRLINE:
            yield Breach(*HAIRLINE_NOT_PRINTED(size=painted.size), page.number)


def thin_lines(evidence: Evidence) -> Iterator[Breach]:
    """Lines of 0.25 pt and more are safe."""
    for page, painted in evidence.painted():
        if painted.kind == "stroke" and HAIRLINE <= painted.size < THIN - 1e-6:
            yield Breach(*THIN_LINE(size=painted.size), page.number)


RULES = (
    ProofRule("proof-white-overprint", house("x1a", "x4"), white_overprints),
    ProofRule("proof-rich-black", house("x1a", "x4"), rich_black_text),
    ProofRule("proof-black-text", house("x1a", "x4"), black_knocks_out, "warning"),
    ProofRule("proof-one-ink", house("x4"), one_ink),
    ProofRule("proof-hairline", house("x1a", "x4"), hairlines),
    ProofRule("proof-thin-line", house("x1a", "x4"), thin_lines, "warning"),
)
