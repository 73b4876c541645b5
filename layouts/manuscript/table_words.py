"""What a table cannot say in its cells, in braces below it: `{widths="8 auto 6.5"
spans="1,0:2x1"}`.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from layouts.issue.article import CellSpan, Table
from layouts.issue.tables import fitting_spans, fitting_widths
from layouts.manuscript.quoted import number
from layouts.patterns import later

# `number` writes the smallest float with 324 places
_WIDTH = r"(?:[0-9]{1,4}(?:\.[0-9]{1,400})?(?:em)?|auto|自动)"
# row,column:rows×columns
_SPAN = r"[0-9]{1,5},[0-9]{1,5}:[0-9]{1,5}[x×][0-9]{1,5}"
# either may be missing; with neither (`{}`) they are no words about a table, see `are_table_words`
_WORDS = later(
    rf"\{{ *(?:(?:widths|列宽) ?[=＝] ?[\"“]({_WIDTH}(?: +{_WIDTH})*)[\"”])?"
    rf" *(?:(?:spans|合并) ?[=＝] ?[\"“]({_SPAN}(?: +{_SPAN})*)[\"”])? *\}}"
)


def are_table_words(content: str) -> bool:
    """Whether a paragraph's Markdown is nothing but words about a table."""
    return (
        content.startswith("{")
        and (found := _WORDS().fullmatch(content)) is not None
        and any(found.groups())
    )


def with_words(table: Table, content: str) -> Table | None:
    """A table with the widths and merged cells that words below it say; None where they say none,
    or some that it cannot have.
    """
    found = _WORDS().fullmatch(content) if are_table_words(content) else None
    if found is None:
        return None
    widths = tuple(map(_width, found[1].split())) if found[1] else ()
    spans = (
        tuple(CellSpan(*map(int, re.split("[,:x×]", span))) for span in found[2].split())
        if found[2]
        else ()
    )
    said = replace(table, widths=widths or table.widths, spans=spans or table.spans)
    # words that do not fit stay text, which the editor sees
    return said if fitting(said) == said else None


def fitting(table: Table) -> Table:
    """A table with those of its widths and merged cells that it can have."""
    columns, rows = len(table.header), len(table.rows) + 1
    return replace(
        table,
        widths=fitting_widths(table.widths, columns),
        spans=fitting_spans(table.spans, rows, columns),
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
    return f"{{{' '.join(items)}}}" if items else ""


def _width(written: str) -> float | None:
    return None if written in ("auto", "自动") else float(written.removesuffix("em"))


def _written_width(width: float | None) -> str:
    return "auto" if width is None else number(width)
