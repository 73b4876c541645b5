"""Rules about pages: their boxes, and what must not lie on them."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.messages.proof_pages import (
    BOX_EMPTY,
    BOX_OUTSIDE,
    NOTES_IN_PRINT,
    PAGE_TOO_LARGE,
    TRIM_MISSING,
    TRIM_TWICE,
)
from layouts.proof.evidence import Evidence, PageFacts
from layouts.proof.objects import Box, box, get, name
from layouts.proof.rule import Breach, ProofRule, clauses

ROUNDING = 0.01
"""pt by which one box may stand over another: boxes are written with few decimals."""

FINISHED = ("TrimBox", "ArtBox")

NESTED = (
    ("MediaBox", ("CropBox", "BleedBox", *FINISHED)),
    ("CropBox", ("BleedBox", *FINISHED)),
    ("BleedBox", FINISHED),
)
"""Which box holds which. A CropBox that cuts into the bleed hides what is printed."""

LARGEST = 14400
"""pt: the longest side of a page in PDF 1.4 (PDF Reference 1.4 annex C)."""

PRINTERS = frozenset({"TrapNet", "PrinterMark"})


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + ROUNDING
        and outer[1] <= inner[1] + ROUNDING
        and outer[2] >= inner[2] - ROUNDING
        and outer[3] >= inner[3] - ROUNDING
    )


def finished_size(evidence: Evidence) -> Iterator[Breach]:
    """Each page says its finished size once: a TrimBox or an ArtBox, not both (ISO 15930-4 6.8, ISO
    15930-7 6.12).
    """
    for page in evidence.pages:
        found = [key for key in FINISHED if get(page.entry, f"/{key}") is not None]
        if len(found) == 2:
            yield Breach(*TRIM_TWICE(), page.number)
        elif not found or page.finished is None:
            yield Breach(*TRIM_MISSING(), page.number)


def nested(evidence: Evidence) -> Iterator[Breach]:
    """Trim inside bleed inside crop inside media, and none of them empty (ISO 15930-4 6.8, ISO
    15930-7 6.12).
    """
    for page in evidence.pages:
        for outer, inside in NESTED:
            for inner in inside:
                if (
                    outer in page.boxes
                    and inner in page.boxes
                    and not _holds(page.boxes[outer], page.boxes[inner])
                ):
                    yield Breach(*BOX_OUTSIDE(inner=inner, outer=outer), page.number)
        for key, (left, bottom, right, top) in page.boxes.items():
            if right - left < 1 or top - bottom < 1:
                yield Breach(*BOX_EMPTY(box=key), page.number)


def not_too_large(evidence: Evidence) -> Iterator[Breach]:
    """No side of a page over 14400 pt (ISO 15930-4, from PDF 1.4)."""
    for page in evidence.pages:
        left, bottom, right, top = page.boxes.get("MediaBox", (0.0, 0.0, 0.0, 0.0))
        if max(right - left, top - bottom) > LARGEST:
            yield Breach(*PAGE_TOO_LARGE(), page.number)


def no_annotations(evidence: Evidence) -> Iterator[Breach]:
    """No links or notes where ink goes; marks of the printer's alone may be there (ISO 15930-4
    6.13, ISO 15930-7 6.17).
    """
    for page in evidence.pages:
        if any(_in_print(page, annotation) for annotation in page.annotations):
            yield Breach(*NOTES_IN_PRINT(), page.number)


def _in_print(page: PageFacts, annotation: object) -> bool:
    if name(get(annotation, "/Subtype")) in PRINTERS:
        return False
    place, printed = box(get(annotation, "/Rect")), page.printed or page.boxes.get("MediaBox")
    if not place or not printed:
        return True
    return (
        place[0] < printed[2]
        and place[2] > printed[0]
        and place[1] < printed[3]
        and place[3] > printed[1]
    )


RULES = (
    ProofRule("proof-trim", clauses(x1a="6.8", x4="6.12"), finished_size),
    ProofRule("proof-boxes", clauses(x1a="6.8", x4="6.12"), nested),
    ProofRule("proof-too-large", clauses(x1a=""), not_too_large),
    ProofRule("proof-annotations", clauses(x1a="6.13", x4="6.17"), no_annotations),
)
