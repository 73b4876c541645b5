"""Boxes and pull quotes in issue.json: what stands there, and the way there and back."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import PullQuote
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.sound_floats import sound_box, sound_quote
from layouts.issue.splice import NO_TEXT
from layouts.store.text_entries import AnyText, read_text, text_entry


class PullQuoteEntry(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag="pull-quote",
):
    """Words of the article said again, large between two rules (拉线引语)."""

    text: AnyText
    id: str = ""
    side: Literal["left", "right", "both", "none"] = "none"
    width: float | None = None
    line: int = 0
    between: bool = False
    """Between two columns, text on both sides."""
    place: Literal["text", "top", "foot", "page", "spread"] = "text"
    across: int = 1


class SidebarEntry(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag="box",
):
    """A box (专栏框); its first paragraph is its title where it is `titled`."""

    paragraphs: tuple[AnyText, ...]
    kind: Literal["link", "summary", "plain"] = "link"
    titled: bool = True
    side: Literal["left", "right", "both", "none"] = "right"
    width: float | None = None
    line: int = 0
    columns: int = 1
    """Of its own, 1 to 3."""
    place: Literal["text", "top", "foot", "page", "spread"] = "text"
    across: int = 1
    """Columns it goes across, 0 for all."""
    id: str = ""


def quote_entry(quote: PullQuote) -> PullQuoteEntry:
    """What stands in the file for a pull quote."""
    return PullQuoteEntry(
        text_entry(quote.text),
        quote.id,
        quote.side.value,
        _finite(quote.width),
        quote.line,
        quote.between,
        quote.place.value,
        quote.across,
    )


def read_quote(entry: PullQuoteEntry, source: Source) -> PullQuote:
    """The pull quote that it is, its numbers put right."""
    quote = PullQuote(read_text(entry.text), source, entry.id)
    # as nearly all are: alone on rows of its column
    if entry == PullQuoteEntry(entry.text, entry.id):
        return quote
    return sound_quote(
        replace(
            quote,
            side=Side(entry.side),
            width=entry.width,
            line=entry.line,
            between=entry.between,
            place=PhotoPlace(entry.place),
            across=entry.across,
        )
    )


def box_entry(box: Sidebar) -> SidebarEntry:
    """What stands in the file for a box."""
    return SidebarEntry(
        tuple(map(text_entry, box.paragraphs)),
        box.kind.value,
        box.titled,
        box.side.value,
        _finite(box.width),
        box.line,
        box.columns,
        box.place.value,
        box.across,
        box.id,
    )


def _finite(width: float | None) -> float | None:
    """A width as JSON has it, which knows no infinity."""
    return width if width is not None and math.isfinite(width) else None


def read_box(entry: SidebarEntry, source: Source) -> Sidebar:
    """The box that it is, its numbers put right."""
    # no editor can make a box without any text to write in
    paragraphs = tuple(map(read_text, entry.paragraphs)) or (NO_TEXT,)
    return sound_box(
        Sidebar(
            paragraphs,
            source,
            BoxKind(entry.kind),
            entry.titled,
            Side(entry.side),
            entry.width,
            entry.line,
            entry.columns,
            PhotoPlace(entry.place),
            entry.across,
            entry.id,
        )
    )
