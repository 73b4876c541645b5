"""Findings that the editor lets stand, each with a reason that is kept in the issue."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.errors import Finding
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Accepted, Issue


def accept(issue: Issue, finding: Finding, reason: str) -> Edited:
    """Let a finding stand; another reason takes the place of an older one.

    ValueError without a reason, or for what cannot be accepted.
    """
    said = one_line(reason).strip()
    if not said or not finding.key:
        raise ValueError("a finding is accepted by its key and with a reason")
    kept = tuple(one for one in issue.accepted if one.key != finding.key)
    new = Accepted(finding.key, said)
    return Edited(issue if new in issue.accepted else replace(issue, accepted=(*kept, new)))


def unaccept(issue: Issue, finding: Finding) -> Edited:
    """Have a finding count again."""
    kept = tuple(one for one in issue.accepted if one.key != finding.key)
    return Edited(issue if len(kept) == len(issue.accepted) else replace(issue, accepted=kept))
