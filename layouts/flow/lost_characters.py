"""Characters that no face has: 〓 stands for them on the page, and a finding says so, one for all
of a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.issue.issue import Issue
from layouts.messages.lists import listed
from layouts.messages.setting import (
    CHARACTER_IN_NO_FACE,
    CHARACTER_IN_NO_FACE_OFTEN,
    CHARACTER_WHOLE_IN_NO_FACE,
)
from layouts.text.classes import EXTENDING, end_of
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.issue.edits.find import Match

CODE = "glyph-missing"


def lost_characters(prepared: Prepared, source: Source | None) -> Iterator[Finding]:
    """A finding for each character with its marks that cannot be drawn, naming what of it no face
    has.
    """
    letters, string = prepared.letters, prepared.string
    lost: dict[int, list[int]] = {}
    for k in prepared.missing:
        start = k
        # a mark is reported with the character it stands on
        while start and letters[start] in EXTENDING:
            start -= 1
        lost.setdefault(start, []).append(k)
    for start, places in sorted(lost.items()):
        end = end_of(letters, start)
        near = string[max(0, start - 6) : end + 6]
        yield _not_drawn(string[start:end], [string[k] for k in places], near, source)


def _not_drawn(whole: str, lost: Sequence[str], near: str, source: Source | None) -> Finding:
    codes = listed(f"U+{ord(char):04X}" for char in lost)
    said = (
        CHARACTER_IN_NO_FACE(near=near, codes=codes)
        if whole == lost[0]
        else CHARACTER_WHOLE_IN_NO_FACE(near=near, whole=whole, codes=codes)
    )
    # what is left out where it is mended: with its base gone, a mark has nothing to stand on
    gone = whole if whole[0] == lost[0] else "".join(lost)
    return Finding("error", "glyph-missing", *said, source, fix=f"drop:{gone}")


def one_of_a_kind(findings: Iterable[Finding], issue: Issue) -> list[Finding]:
    """Findings once each, and of those about one lost character the first alone, which says how
    often it comes in the issue.
    """
    # the same one: a title stands on its page and in the contents
    kept: dict[Finding, None] = {}
    known: set[str] = set()
    for finding in findings:
        if finding.code != CODE:
            kept[finding] = None
        elif finding.fix not in known:
            known.add(finding.fix)
            kept[_counted(finding, issue)] = None
    return list(kept)


def _counted(finding: Finding, issue: Issue) -> Finding:
    # few issues have such a character, and an export starts sooner without
    from layouts.issue.edits.find import find

    lost = finding.fix.removeprefix("drop:")
    found = find(issue, lost, match_case=True, match_width=True)
    if found and (finding.source is None or not finding.source.line):
        # no line of a manuscript says where: what was imported or typed in the window
        finding = _placed(finding, found[0])
    if len(found) < 2:
        return finding
    zh, en = CHARACTER_IN_NO_FACE_OFTEN(first=finding, count=len(found))
    return replace(finding, zh=zh, en=en)


def _placed(finding: Finding, match: Match) -> Finding:
    if match.place is None or match.note is not None:
        return finding
    return replace(finding, place=match.place, span=(match.start, match.end))
