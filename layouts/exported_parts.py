"""What of an issue goes into which file of an export: the cover, chosen pages, a file a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import ExportError
from layouts.issue.issue import Issue
from layouts.messages.exporting import PAGES_NOT_THERE, PARTS_APART
from layouts.page.choosing import chosen_pages
from layouts.page.covers import behind_cover, cover_alone
from layouts.page.page import Edition
from layouts.page.page_ranges import pages_of
from layouts.wanted_parts import WantedParts


def export_parts(
    parts: WantedParts, issue: Issue, edition: Edition, output: Path
) -> Iterator[tuple[Issue, Edition, Path]]:
    """An issue and its pages for each file.

    ExportError where pages are wanted that are not there, or with a cover apart, whose file has
    pages of its own.
    """
    cover = parts.cover if edition.cover_pages else "with"
    if cover in {"apart", "only"} and (parts.pages or parts.single):
        raise ExportError(*PARTS_APART())
    if cover in {"apart", "only"}:
        name = output if cover == "only" else output.with_stem(f"{output.stem}-cover")
        yield replace(issue, sections=()), cover_alone(edition), name
    if cover != "only":
        edition = edition if cover == "with" else behind_cover(edition)
        for some, file in _chosen(parts, edition, output):
            yield issue, some, file


def _chosen(parts: WantedParts, edition: Edition, output: Path) -> Iterator[tuple[Edition, Path]]:
    """The pages wanted of an edition, with the name of each file."""
    count = len(edition.pages)
    numbers = pages_of(parts.pages, count)
    if numbers is None:
        raise ExportError(*PAGES_NOT_THERE(pages=parts.pages, count=count))
    if parts.single:
        for number in numbers:
            yield chosen_pages(edition, [number]), page_file(output, number, count)
    else:
        yield (chosen_pages(edition, numbers) if parts.pages else edition), output


def page_file(output: Path, number: int, count: int) -> Path:
    """The file of one page of so many: numbers of one width, so that files sort as pages do."""
    return output.with_stem(f"{output.stem}-{number:0{max(2, len(str(count)))}d}")
