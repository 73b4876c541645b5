"""What a table cannot say in its cells, in braces below it: `{widths="8 auto 6.5"
spans="1,0:2x1"}`.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.photo import ALL_COLUMNS, PhotoPlace
from layouts.issue.sound_floats import sound_table
from layouts.issue.tables import (
    CENTER,
    LEFT,
    RIGHT,
    fitting_alignments,
    fitting_heads,
    fitting_spans,
    fitting_widths,
)
from layouts.manuscript.quoted import number
from layouts.patterns import later

# `number` writes the smallest float with 324 places
_WIDTH = r"(?:[0-9]{1,4}(?:\.[0-9]{1,400})?(?:em)?|auto|自动)"
# row,column:rows×columns
_SPAN = r"[0-9]{1,5},[0-9]{1,5}:[0-9]{1,5}[x×][0-9]{1,5}"
# row,column:alignment
_ALIGN = r"[0-9]{1,5},[0-9]{1,5}:(?:left|center|right|左|中|右)"


def _item(name: str, chinese: str, value: str) -> str:
    return rf" *(?:(?:{name}|{chinese}) ?[=＝] ?{value})?"


def _list(value: str) -> str:
    return rf"[\"“]({value}(?: +{value})*)[\"”]"


# each may be missing; with none (`{}`) they are no words about a table, see `are_table_words`
_WORDS = later(
    r"\{"
    + _item("widths", "列宽", _list(_WIDTH))
    + _item("spans", "合并", _list(_SPAN))
    + _item("header-rows", "表头行", r"([0-9]{1,3})")
    + _item("header-columns", "表头列", r"([0-9]{1,3})")
    + _item("aligns", "单格对齐", _list(_ALIGN))
    + _item("zebra", "隔行底色", "(yes|no|是|否)")
    + _item("place", "放在", "(top|foot|页首|页脚)")
    + _item("across", "跨栏", "([1-6]|all|全部)")
    + _item("turned", "横排转页", "(yes|no|是|否)")
    + r" *\}"
)
_PLACES = {
    "top": PhotoPlace.TOP,
    "foot": PhotoPlace.FOOT,
    "页首": PhotoPlace.TOP,
    "页脚": PhotoPlace.FOOT,
}
_YES = ("yes", "是")
_CHINESE = {"左": LEFT, "中": CENTER, "右": RIGHT}


def are_table_words(content: str) -> bool:
    """Whether a paragraph's Markdown is nothing but words about a table."""
    return (
        content.startswith("{")
        and (found := _WORDS().fullmatch(content)) is not None
        and any(found.groups())
    )


def with_words(table: Table, content: str) -> Table | None:
    """A table with what words below it say of it; None where they say nothing, or what it cannot
    have.
    """
    found = _WORDS().fullmatch(content) if are_table_words(content) else None
    if found is None:
        return None
    widths, spans, rows, columns, aligns, zebra, place, across, turned = found.groups()
    said = replace(
        table,
        widths=tuple(map(_width, widths.split())) if widths else table.widths,
        spans=tuple(map(_span, spans.split())) if spans else table.spans,
        header_rows=int(rows) if rows else table.header_rows,
        header_columns=int(columns) if columns else table.header_columns,
        own_alignments=tuple(map(_own, aligns.split())) if aligns else table.own_alignments,
        zebra=zebra in _YES if zebra else table.zebra,
        place=_PLACES[place] if place else table.place,
        across=_across(across) if across else table.across,
        turned=turned in _YES if turned else table.turned,
    )
    # words that do not fit stay text, which the editor sees
    return said if fitting(said) == said else None


def fitting(table: Table) -> Table:
    """A table with what it can have of what words below it say."""
    columns, rows = len(table.header), len(table.rows) + 1
    return replace(
        sound_table(table),
        widths=fitting_widths(table.widths, columns),
        spans=fitting_spans(table.spans, rows, columns),
        header_rows=fitting_heads(table.header_rows, rows, 1),
        header_columns=fitting_heads(table.header_columns, columns, 0),
        own_alignments=fitting_alignments(table.own_alignments, rows, columns),
    )


def table_words(table: Table) -> str:
    """The words about a table; empty where there is nothing to say.

    `table` has only what it can have.
    """
    items: list[str] = []
    if table.widths:
        items.append(f'widths="{" ".join(map(_written_width, table.widths))}"')
    if table.spans:
        spans = (f"{span.row},{span.column}:{span.rows}x{span.columns}" for span in table.spans)
        items.append(f'spans="{" ".join(spans)}"')
    if table.header_rows != 1:
        items.append(f"header-rows={table.header_rows}")
    if table.header_columns:
        items.append(f"header-columns={table.header_columns}")
    if table.own_alignments:
        own = (f"{one.row},{one.column}:{one.alignment}" for one in table.own_alignments)
        items.append(f'aligns="{" ".join(own)}"')
    if table.zebra is not None:
        items.append(f"zebra={'yes' if table.zebra else 'no'}")
    if table.place is not PhotoPlace.TEXT:
        items.append(f"place={table.place.value}")
    if table.across != 1:
        items.append(f"across={table.across or 'all'}")
    if table.turned:
        items.append("turned=yes")
    return f"{{{' '.join(items)}}}" if items else ""


def _span(written: str) -> CellSpan:
    return CellSpan(*map(int, re.split("[,:x×]", written)))


def _across(written: str) -> int:
    return int(written) if written.isdecimal() else ALL_COLUMNS


def _own(written: str) -> CellAlignment:
    row, column, alignment = re.split("[,:]", written)
    return CellAlignment(int(row), int(column), _CHINESE.get(alignment, alignment))


def _width(written: str) -> float | None:
    return None if written in ("auto", "自动") else float(written.removesuffix("em"))


def _written_width(width: float | None) -> str:
    return "auto" if width is None else number(width)
