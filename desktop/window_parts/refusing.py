"""Files of which nothing came, each named with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.panels.signs import sentence
from desktop.words import tr
from layouts.errors import Finding

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.result import ImportedSource

MOST_SAID = 8
"""Files that are named in one message."""


def line_of(path: Path, why: str) -> str:
    """A file and why it is not taken."""
    return f"{path.name}{tr('：')}{why}"


def line_of_finding(path: Path, finding: Finding) -> str:
    """A file and what was found wrong with it."""
    return line_of(path, sentence(finding))


def told(refused: Sequence[str]) -> str:
    """How many files were not taken, and the first of them."""
    most = refused[:MOST_SAID]
    left = len(refused) - len(most)
    more = [tr("另有 {n} 个", n=left)] if left else []
    return "\n".join((tr("{n} 个文件没有收", n=len(refused)), *most, *more))


def lines_of(sources: Iterable[ImportedSource]) -> list[str]:
    """A line for each file of which nothing came in; photos that wait for their article are shown
    by the report.
    """
    return [
        line_of_finding(source.path, finding)
        for source in sources
        if not source.brought and source.instead is None and not waits(source)
        for finding in source.findings[:1]
    ]


def waits(source: ImportedSource) -> bool:
    """Whether a source is a photo that waits in the report for its article."""
    return any(finding.code == "photo-unmatched" for finding in source.findings)
