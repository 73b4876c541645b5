"""What of an issue with a cover goes into which file of an export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from layouts.issue.issue import Issue
from layouts.page.covers import behind_cover, cover_alone
from layouts.page.page import Edition


def export_parts(
    cover: str, issue: Issue, edition: Edition, output: Path
) -> Iterator[tuple[Issue, Edition, Path]]:
    """An issue and its pages for each file: the `cover` is with the rest, apart in a file of its
    own, the only thing, or none.
    """
    if cover == "with" or not edition.cover_pages:
        yield issue, edition, output
        return
    if cover in {"apart", "only"}:
        name = output if cover == "only" else output.with_stem(f"{output.stem}-cover")
        yield replace(issue, sections=()), cover_alone(edition), name
    if cover != "only":
        yield issue, behind_cover(edition), output
