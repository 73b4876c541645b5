"""What is marked, for the clipboard: as plain text and as HTML that Word and WPS understand."""

from __future__ import annotations

from html import escape
from itertools import groupby

from layouts.issue.article import Note, Subheading, Table
from layouts.issue.edits.reading import Span, Spot, spans
from layouts.issue.edits.tree import block_of, text_of
from layouts.issue.issue import Issue
from layouts.issue.places import TITLE, Place
from layouts.issue.splice import cut
from layouts.issue.text import MarkKind, Text

_TAGS = {MarkKind.BOLD: ("<b>", "</b>"), MarkKind.KAI: ('<span style="font-family:楷体,楷体_GB2312,KaiTi">', "</span>")}


def plain_text(issue: Issue, start: Spot, end: Spot) -> str:
    """The characters between two spots, a line for each paragraph; cells of a row are parted by tabs."""
    return "\n".join("\t".join(_cut(issue, span).string for span in row) for row in _rows(issue, start, end))


def html(issue: Issue, start: Spot, end: Spot) -> str:
    """The text between two spots as HTML: titles and sub-headings as headings, notes as quotations, tables, bold and kai."""
    parts: list[str] = []
    rows = _rows(issue, start, end)
    for (tag, _), group in groupby(rows, lambda row: _container(issue, row[0].place)):
        lines = list(group)
        if tag == "table":
            inner = "".join("<tr>" + "".join(f"<td>{_inline(_cut(issue, span))}</td>" for span in row) + "</tr>" for row in lines)
            parts.append(f"<table>{inner}</table>")
        elif tag == "blockquote":
            parts.append("<blockquote>" + "".join(f"<p>{_inline(_cut(issue, row[0]))}</p>" for row in lines) + "</blockquote>")
        else:
            parts += [f"<{tag}>{_inline(_cut(issue, row[0]))}</{tag}>" for row in lines]
    return "\n".join(parts)


def _rows(issue: Issue, start: Spot, end: Spot) -> list[list[Span]]:
    """The spans line by line: those of one row of a table together."""
    return [list(row) for _, row in groupby(spans(issue, start, end), lambda span: _line(issue, span.place))]


def _line(issue: Issue, place: Place) -> tuple[Place, int]:
    """What the texts of one line have in common."""
    block = _block(issue, place)
    return place._replace(part=0), place.part // len(block.header) if isinstance(block, Table) else place.part


def _container(issue: Issue, place: Place) -> tuple[str, Place | None]:
    """The HTML element of a line, and what must be the same for lines to share it."""
    block = _block(issue, place)
    if isinstance(block, Table | Note):
        return ("table" if isinstance(block, Table) else "blockquote"), place._replace(part=0)
    if isinstance(block, Subheading):
        return f"h{min(block.level + 2, 6)}", None
    return ("h2" if place.block == TITLE else "p"), None


def _block(issue: Issue, place: Place) -> object:
    """The block of a text; None for a title, a by-line and a section's name."""
    return None if place.article is None or place.block is None or place.block < 0 else block_of(issue, place)


def _cut(issue: Issue, span: Span) -> Text:
    return cut(text_of(issue, span.place), span.start, span.end)


def _inline(text: Text) -> str:
    out: list[str] = []
    end = 0
    for s, e, kind, _ in text.marks:
        opening, closing = _TAGS[kind]
        out += (escape(text.string[end:s], quote=False), opening, escape(text.string[s:e], quote=False), closing)
        end = e
    return "".join((*out, escape(text.string[end:], quote=False)))
