"""Rules of a file for everybody (PDF/UA-1, and level A of PDF/A-2): what a machine can see of them.

Whether a description is any good, only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import pikepdf

from layouts.messages.lists import listed
from layouts.messages.proof_access import (
    CONTENT_NOT_TAGGED,
    FIGURES_NOT_DESCRIBED,
    HEADINGS_SKIP,
    LANGUAGE_NOT_SAID,
    LINK_NOT_DESCRIBED,
    LINK_OUTSIDE_STRUCTURE,
    NOT_TAGGED,
    TABS_WITHOUT_STRUCTURE,
    TAGS_SUSPECT,
    TITLE_NOT_SHOWN,
    TYPES_UNKNOWN,
    XMP_WITHOUT_TITLE,
)
from layouts.proof.evidence import Evidence
from layouts.proof.objects import Identity, entries, get, identity, is_dictionary, items, name, text
from layouts.proof.rule import Breach, ProofRule, clauses

_GROUPING = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
_BLOCKS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = (
    "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure "
    "Formula Form"
)

STANDARD_TYPES = frozenset(f"{_GROUPING} {_BLOCKS} {_INLINE}".split())
"""ISO 32000-1 14.8.4."""


def structure(evidence: Evidence) -> Iterator[Breach]:
    """The file is tagged, and says so (ISO 14289-1 7.1; ISO 19005-2 6.7.2.2, 6.7.3.3)."""
    marked = get(evidence.root, "/MarkInfo")
    if get(marked, "/Marked") is not True or get(evidence.root, "/StructTreeRoot") is None:
        yield Breach(*NOT_TAGGED())
    if get(marked, "/Suspects") is True:
        yield Breach(*TAGS_SUSPECT())


def all_tagged(evidence: Evidence) -> Iterator[Breach]:
    """Everything on a page is in the structure or an artifact (ISO 14289-1 7.1)."""
    for page in evidence.pages:
        missed = sum(not painted.tagged for painted in page.content.painted)
        if missed:
            yield Breach(*CONTENT_NOT_TAGGED(count=missed), page.number)


def language(evidence: Evidence) -> Iterator[Breach]:
    """The document says its language (ISO 14289-1 7.2; ISO 19005-2 6.7.4)."""
    if not text(get(evidence.root, "/Lang")):
        yield Breach(*LANGUAGE_NOT_SAID())


def title(evidence: Evidence) -> Iterator[Breach]:
    """It has a title, and the window shows it in place of the file name (ISO 14289-1 7.1)."""
    if not evidence.xmp.get("dc:title"):
        yield Breach(*XMP_WITHOUT_TITLE())
    if get(get(evidence.root, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        yield Breach(*TITLE_NOT_SHOWN())


def described_figures(evidence: Evidence) -> Iterator[Breach]:
    """Every figure says what it shows (ISO 14289-1 7.3)."""
    lacking = sum(
        name(get(node.value, "/S")) == "Figure"
        and not text(get(node.value, "/Alt"))
        and not text(get(node.value, "/ActualText"))
        for node in evidence.having("/S")
    )
    if lacking:
        yield Breach(*FIGURES_NOT_DESCRIBED(count=lacking))


def described_annotations(evidence: Evidence) -> Iterator[Breach]:
    """Links are described and stand in the structure; the tabulator goes by it (ISO 14289-1 7.18:
    7.18.1, 7.18.3, 7.18.5).
    """
    for page in evidence.pages:
        for annotation in page.annotations:
            if (
                name(get(annotation, "/Subtype")) != "Popup"
                and get(annotation, "/StructParent") is None
            ):
                yield Breach(*LINK_OUTSIDE_STRUCTURE(), page.number)
            if name(get(annotation, "/Subtype")) == "Link" and not text(
                get(annotation, "/Contents")
            ):
                yield Breach(*LINK_NOT_DESCRIBED(), page.number)
        if page.annotations and name(get(page.entry, "/Tabs")) != "S":
            yield Breach(*TABS_WITHOUT_STRUCTURE(), page.number)


def standard_types(evidence: Evidence) -> Iterator[Breach]:
    """Every element is of a type that readers know, by itself or by the role map (ISO 14289-1 7.1;
    ISO 19005-2 6.7.3.4).
    """
    roles = {
        key[1:]: name(value)
        for key, value in entries(get(get(evidence.root, "/StructTreeRoot"), "/RoleMap"))
    }
    kinds = {
        name(get(node.value, "/S"))
        for node in evidence.having("/P")
        if name(get(node.value, "/Type")) == "StructElem"
    }
    unknown = sorted(kind for kind in kinds if not _known(kind, roles))
    if unknown:
        yield Breach(*TYPES_UNKNOWN(types=listed(unknown)))


def _known(kind: str, roles: Mapping[str, str]) -> bool:
    """Whether a type is a standard one or leads to one."""
    for _ in range(len(roles) + 1):
        if kind in STANDARD_TYPES:
            return True
        kind = roles.get(kind, "")
    return False


def headings(evidence: Evidence) -> Iterator[Breach]:
    """Headings skip no level (ISO 14289-1 7.4.2)."""
    deepest = 0
    for level in _levels(get(evidence.root, "/StructTreeRoot")):
        if level > deepest + 1:
            yield Breach(*HEADINGS_SKIP(above=deepest, level=level))
            return
        deepest = level


def _levels(tree: object) -> Iterator[int]:
    """The levels of headings H1 to H6 in the order of the structure; an element that is its own
    ancestor is gone through once.
    """
    waiting, met = [tree], set[Identity]()
    while waiting:
        element = waiting.pop()
        if not is_dictionary(element) or identity(element) in met:
            continue
        if cast("pikepdf.Object", element).is_indirect:
            met.add(identity(element))
        kind = name(get(element, "/S"))
        if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            yield int(kind[1])
        held = get(element, "/K")
        waiting += reversed(items(held) or [held])


RULES = (
    ProofRule("proof-structure", clauses(ua1="7.1", a2a="6.7.2.2"), structure),
    ProofRule("proof-types", clauses(ua1="7.1", a2a="6.7.3.4"), standard_types),
    ProofRule("proof-tagged", clauses(ua1="7.1"), all_tagged),
    ProofRule("proof-language", clauses(ua1="7.2", a2a="6.7.4"), language),
    ProofRule("proof-title", clauses(ua1="7.1"), title),
    ProofRule("proof-figures", clauses(ua1="7.3"), described_figures),
    ProofRule("proof-links", clauses(ua1="7.18"), described_annotations),
    ProofRule("proof-headings", clauses(ua1="7.4.2"), headings),
)
