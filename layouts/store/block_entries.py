"""The blocks of an article in issue.json: for each kind what stands there, and the way there and
back.

What the schema lets through and no editor could have made is put right, never refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from layouts.errors import Source
from layouts.issue.article import (
    Block,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.file_name import PHOTOS, fit_name, original_name
from layouts.issue.photo import (
    LAST_LINE,
    NO_BLEED,
    WHOLE,
    WIDEST,
    Bleed,
    Crop,
    Photo,
    PhotoPlace,
    PhotoPoint,
    PhotoTone,
    RowCaptions,
    Side,
    Standoffs,
    Wrap,
    bare,
)
from layouts.issue.sidebar import Sidebar
from layouts.issue.sound_photo import sound_photo
from layouts.store.box_entries import (
    PullQuoteEntry,
    SidebarEntry,
    box_entry,
    quote_entry,
    read_box,
    read_quote,
)
from layouts.store.form_entries import FormEntry, form_entry, read_form
from layouts.store.table_entries import TableEntry, read_table, table_entry
from layouts.store.text_entries import AnyText, read_text, text_entry

NamePhoto = Callable[[Photo], str]
"""The name of a photo's file in the package's photos/; empty where it is not in it."""


DEEPEST_LEVEL = 4


class _Block(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="type"):
    """What the blocks of an article have in common."""


class ParagraphEntry(_Block, frozen=True, tag="paragraph"):
    """A paragraph of running text in issue.json, or what its `form` says."""

    text: AnyText
    id: str = ""
    form: FormEntry | None = None


class SubheadingEntry(_Block, frozen=True, tag="subheading"):
    """A heading inside an article, level 1 to 4."""

    text: AnyText
    level: int = 1
    id: str = ""


class NoteEntry(_Block, frozen=True, tag="note"):
    """An editor's note (按语)."""

    paragraphs: tuple[AnyText, ...]
    id: str = ""


class DividerEntry(_Block, frozen=True, tag="rule"):
    """A rule (分隔线) between what stands above and below it."""

    id: str = ""


class PageBreakEntry(_Block, frozen=True, tag="page-break"):
    """What follows starts on a new page."""

    id: str = ""


class PhotoEntry(_Block, frozen=True, tag="photo"):
    """A photo: `file` is its name in photos/, `name` what it was called before, `path` where it
    stood when it could not be packed.
    """

    id: str = ""
    file: Annotated[str, Meta(pattern=r"^(?:[0-9a-f]{64}\.[0-9a-z]{1,8})?$")] = ""
    name: str = ""
    path: str = ""
    caption: AnyText = ""
    alt: str = ""
    side: Literal["left", "right", "both", "none"] = "right"
    width: float | None = None
    line: int = 0
    standoff: float | None = None
    crop: tuple[float, float, float, float] | None = None
    """Cut off at the left, top, right and bottom, as fractions."""
    row: str = ""
    """Photos beside each other with the same `row` stand in one row."""
    place: Literal["text", "top", "foot", "page", "spread"] = "text"
    across: int = 1
    """Columns it goes across, 0 for all."""
    bleed: tuple[bool, bool, bool, bool] | None = None
    """At the left, top, right and foot."""
    wrap: Literal["box", "alpha", "outline", "polygon"] = "box"
    polygon: tuple[tuple[float, float], ...] = ()
    """Corners, as fractions of the upright photo."""
    standoffs: tuple[float, float, float, float] | None = None
    """At the left, top, right and foot, em."""
    grid: int = 0
    captions: Literal["as-written", "together", "each"] = "as-written"
    """Of photos in a row: what the first of them says."""
    straighten: float = 0.0
    """Degrees, counter-clockwise."""
    brightness: float = 0.0
    contrast: float = 0.0
    grey: bool = False
    frame: float = 0.0
    """Points."""
    credit: str = ""
    focus: tuple[float, float] | None = None


BlockEntry = (
    ParagraphEntry
    | SubheadingEntry
    | PullQuoteEntry
    | NoteEntry
    | SidebarEntry
    | TableEntry
    | PageBreakEntry
    | DividerEntry
    | PhotoEntry
)


def _photo_entry(photo: Photo, name_photo: NamePhoto | None) -> PhotoEntry:
    file = name_photo(photo) if name_photo is not None else ""
    return PhotoEntry(
        id=photo.id,
        file=file,
        name=original_name(photo) if file else photo.name,
        path="" if file else photo.path,
        caption=text_entry(photo.caption),
        alt=photo.alt,
        side=photo.side.value,
        width=photo.width,
        line=photo.line,
        standoff=photo.standoff,
        # JSON has no infinity
        crop=None if photo.crop == WHOLE or not all(map(math.isfinite, photo.crop)) else photo.crop,
        row=photo.row,
        **_place_and_looks(photo),
    )


def _place_and_looks(photo: Photo) -> dict[str, Any]:  # Any: the fields of PhotoEntry differ
    """What most photos do not have: nothing of it then stands in the file."""
    if photo == bare(photo):
        return {}
    photo = sound_photo(photo)
    return {
        "place": photo.place.value,
        "across": photo.across,
        "bleed": photo.bleed if any(photo.bleed) else None,
        "wrap": photo.wrap.value,
        "polygon": photo.polygon,
        "standoffs": photo.standoffs,
        "grid": photo.grid,
        "captions": photo.captions.value,
        "straighten": photo.tone.straighten,
        "brightness": photo.tone.brightness,
        "contrast": photo.tone.contrast,
        "grey": photo.tone.grey,
        "frame": photo.frame,
        "credit": photo.credit,
        "focus": photo.focus,
    }


def _subheading(entry: SubheadingEntry, source: Source) -> Subheading:
    return Subheading(
        read_text(entry.text), max(1, min(entry.level, DEEPEST_LEVEL)), source, entry.id
    )


def _photo(entry: PhotoEntry, source: Source) -> Photo:
    crop = Crop(*entry.crop or WHOLE)
    fits = min(crop) >= 0 and crop.left + crop.right < 1 and crop.top + crop.bottom < 1
    photo = Photo(
        f"{PHOTOS}/{entry.file}" if entry.file else entry.path,
        read_text(entry.caption),
        source,
        Side(entry.side),
        entry.width if entry.width is not None and 0 < entry.width <= WIDEST else None,
        max(0, min(entry.line, LAST_LINE)),
        entry.standoff if entry.standoff is not None and 0 <= entry.standoff <= WIDEST else None,
        entry.alt,
        crop if fits else WHOLE,
        entry.id,
        fit_name(entry.name),
        entry.row,
        PhotoPlace(entry.place),
        entry.across,
        Bleed(*entry.bleed) if entry.bleed is not None else NO_BLEED,
        Wrap(entry.wrap),
        tuple(PhotoPoint(*corner) for corner in entry.polygon),
        None if entry.standoffs is None else Standoffs(*entry.standoffs),
        entry.grid,
        RowCaptions(entry.captions),
        PhotoTone(entry.straighten, entry.brightness, entry.contrast, entry.grey),
        entry.frame,
        entry.credit,
        None if entry.focus is None else PhotoPoint(*entry.focus),
    )
    return photo if photo == bare(photo) else sound_photo(photo)


ENTRY: BlockTable[[NamePhoto | None], BlockEntry] = BlockTable(
    {
        Paragraph: lambda block, _: ParagraphEntry(
            text_entry(block.text), block.id, form_entry(block.form)
        ),
        Subheading: lambda block, _: SubheadingEntry(text_entry(block.text), block.level, block.id),
        PullQuote: lambda block, _: quote_entry(block),
        Note: lambda block, _: NoteEntry(tuple(map(text_entry, block.paragraphs)), block.id),
        Sidebar: lambda box, _: box_entry(box),
        Table: lambda table, _: table_entry(table),
        PageBreak: lambda block, _: PageBreakEntry(block.id),
        Divider: lambda block, _: DividerEntry(block.id),
        Photo: _photo_entry,
    }
)
"""What stands in the file for a block, given the name of each photo's file."""

BLOCK: Mapping[type[BlockEntry], Callable[[Any, Source], Block]] = MappingProxyType(
    {
        ParagraphEntry: lambda entry, source: Paragraph(
            read_text(entry.text), source, entry.id, read_form(entry.form)
        ),
        SubheadingEntry: _subheading,
        PullQuoteEntry: read_quote,
        NoteEntry: lambda entry, source: Note(
            tuple(map(read_text, entry.paragraphs)), source, entry.id
        ),
        SidebarEntry: read_box,
        TableEntry: read_table,
        PhotoEntry: _photo,
        PageBreakEntry: lambda entry, source: PageBreak(source, entry.id),
        DividerEntry: lambda entry, source: Divider(source, entry.id),
    }
)
"""The block that what stands in the file is."""
