"""What mends a face that is missing: the layout asks for the one that stands in for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from fonts.roles import names_of, role_of
from layouts.errors import Finding, LayoutError
from layouts.house.load import FACES, document_of
from layouts.issue import edits
from layouts.issue.issue import Issue

FACE_KEYS = ("face", "latin", "bold", "bold_latin", "kai")
"""The settings of a style that name faces."""


def with_stand_in(issue: Issue, finding: Finding) -> Issue:
    """The issue with its layout asking for the face that stands in, in every style that asked for
    the one that is missing; the stock layout stays as it is.
    """
    _, *asked, used = names_of(finding.fix.removeprefix("face:"))
    try:
        styles = document_of(issue).get("styles")
    except LayoutError:  # nothing is set in it
        return issue
    if not isinstance(styles, dict):
        return issue
    for style, table in cast("dict[str, Mapping[str, object]]", styles).items():
        for key in FACE_KEYS:
            names = _names(table.get(key))
            kept = [name for name in names if name not in asked]
            if len(kept) < len(names):
                value = _asking(kept, used, asked[-1])
                issue = edits.set_design(issue, f"styles.{style}.{key}", value).issue
    return issue


def _asking(kept: list[str], used: str, missing: str) -> str | list[str]:
    """What a style asks for instead: the face that stands in, then what it asked for else."""
    ends_in_ours = bool(kept) and kept[-1] in FACES
    if used not in kept and not (used in FACES and ends_in_ours):
        kept = [used, *kept]
    if kept[-1] not in FACES:
        # behind a lone name ours of its kind was understood
        kept = [*kept, role_of(missing) or FACES[0]]
    return kept[0] if len(kept) == 1 else kept


def _names(raw: object) -> list[str]:
    """The names that a setting holds."""
    if isinstance(raw, list):
        return [str(name) for name in cast("list[object]", raw)]
    return [raw] if isinstance(raw, str) else []


def style_of(finding: Finding) -> str:
    """The first of the styles that ask for a missing face; empty for other findings."""
    return names_of(finding.fix.removeprefix("face:"))[0] if finding.fix.startswith("face:") else ""


def stand_in_of(finding: Finding) -> str:
    """The face that stands in, as a layout names it."""
    return names_of(finding.fix)[-1]
