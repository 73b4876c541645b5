"""Tables and photos as HTML for other programs' clipboards."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from layouts.issue.article import CellSpan, Table
from layouts.issue.edits.cell_area import area_of, columns_in, rows_in
from layouts.issue.parts import CAPTION, cells
from layouts.issue.photo import Photo
from layouts.issue.tables import CENTER, RIGHT, alignment_of, covered_parts

_BORDERS = ' border="1" style="border-collapse:collapse"'
"""Office programs draw none of themselves."""

_BREAK = '<br style="mso-data-placement:same-cell">'
"""A line break in a cell: a plain one has Excel and WPS begin another row."""

_EM_PIXELS = 14
"""Pixels of an em of 10.5 points, what running text is set in."""

_USUAL = 20
"""Em that a photo is given whose width the layout says."""


def table_html(table: Table, texts: Mapping[int, str]) -> str:
    """The rows of a table that are marked, what is not marked of them empty; `texts` are written
    already, by their numbers. Caption and notes as far as they are among them.

    Only a table with all its cells has its header; merged cells lie whole in a rectangle of cells,
    which has no other columns.
    """
    columns, count = len(table.header), len(cells(table))
    marked = [part for part in texts if 0 <= part < count]
    notes = [f"<p>{text}</p>" for part, text in texts.items() if part >= count]
    caption = texts.get(CAPTION)
    if not marked:
        alone = [] if caption is None else [f"<p>{caption}</p>"]
        return "\n".join((*alone, *notes))
    is_whole = len(marked) == count
    area = area_of(table, sorted(marked))
    is_rectangle = len(marked) == area.rows * area.columns
    spans = {span.row * columns + span.column: span for span in table.spans if is_rectangle}
    covered = covered_parts(table) if is_rectangle else frozenset[int]()
    rows = [
        "".join(
            _cell(table, part, texts.get(part, ""), spans.get(part), is_header=is_whole)
            for part in (row * columns + column for column in columns_in(area))
            if part not in covered
        )
        for row in rows_in(area)
    ]
    head = "" if caption is None else f"<caption>{caption}</caption>"
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return "\n".join((f"<table{_BORDERS}>{head}{body}</table>", *notes))


def _cell(table: Table, part: int, text: str, span: CellSpan | None, *, is_header: bool) -> str:
    row, column = divmod(part, len(table.header))
    is_head = row < table.header_rows or column < table.header_columns
    tag = "th" if is_header and is_head else "td"
    said = ""
    if span is not None:
        said += f' colspan="{span.columns}"' if span.columns > 1 else ""
        said += f' rowspan="{span.rows}"' if span.rows > 1 else ""
    alignment = alignment_of(table, row, column)
    said += f' style="text-align:{alignment}"' if alignment in (CENTER, RIGHT) else ""
    return f"<{tag}{said}>{text.replace('<br>', _BREAK)}</{tag}>"


def photo_html(photo: Photo, folder: Path, caption: str) -> str:
    """A photo by the address of its file, which lies beside the issue in `folder`; its caption,
    written already, and its credit below it.
    """
    address = (folder / photo.path).absolute().as_uri()
    width = round((photo.width or _USUAL) * _EM_PIXELS)
    alt = escape(photo.alt or photo.caption.string)
    image = f'<p><img src="{escape(address)}" alt="{alt}" width="{width}"></p>'
    words = (caption, escape(photo.credit, quote=False))
    return "\n".join((image, *(f"<p>{one}</p>" for one in words if one)))
