"""What single words of an RTF do: end paragraphs, cells and rows, say how the file is written."""

from __future__ import annotations

from collections.abc import Callable

from layouts.importing.readers.rtf.codepages import RtfFont, codec_of_page
from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.formats import PARAGRAPHS
from layouts.importing.readers.rtf.groups import Destination, RtfGroup
from layouts.importing.readers.rtf.rows import RowShape
from layouts.issue.text import LINE_BREAK

Action = Callable[[RtfContext, RtfGroup, int | None], None]

_PLATFORMS = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
"""Words that stand for a code page."""

_MEASURES = {
    "paperw": "paper",
    "pgwsxn": "paper",
    "margl": "left",
    "marglsxn": "left",
    "margr": "right",
    "margrsxn": "right",
}
"""Words that say how wide a page and its margins are."""


def emit(context: RtfContext, group: RtfGroup, string: str) -> None:
    """Characters, to wherever those of the group go."""
    if group.destination is Destination.TEXT:
        group.story.add(string, group.char, group.link)
    elif group.destination is Destination.FONTS:
        context.font.name += string
    elif group.destination is Destination.GATHER:
        if group.char.deleted:
            group.story.lose_deleted(string)
        elif not group.char.hidden:
            group.gathered.append(string)


def set_font(context: RtfContext, word: str, number: int | None) -> None:
    """A word of the table of fonts."""
    if word == "f":
        context.font = context.fonts[number or 0] = RtfFont()
    elif word == "fcharset":
        context.font.charset = number or 0
    elif word == "cpg":
        context.font.codec = codec_of_page(number or 0)


def _end_paragraph(context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    if group.destination is Destination.TEXT:
        group.story.end_paragraph(group.char, group.paragraph)
    else:
        emit(context, group, LINE_BREAK)


def _turn_page(_context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    if group.destination is Destination.TEXT:
        group.story.turn_page(group.paragraph)


def _end_cell(context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    if group.destination is Destination.TEXT:
        group.story.end_cell(group.paragraph)
    else:
        emit(context, group, LINE_BREAK)


def _end_inner_cell(context: RtfContext, group: RtfGroup, number: int | None) -> None:
    """The cell of a table in a table: a paragraph of the outer cell."""
    group.paragraph = PARAGRAPHS["intbl"](group.paragraph, None)
    _end_paragraph(context, group, number)


def _begin_row(_context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    group.story.row = RowShape()


def _row_heads(_context: RtfContext, group: RtfGroup, number: int | None) -> None:
    group.story.row.heads = number != 0


def _row_left(_context: RtfContext, group: RtfGroup, number: int | None) -> None:
    group.story.row.left = number or 0


def _cell_edge(_context: RtfContext, group: RtfGroup, number: int | None) -> None:
    group.story.row.end_cell(number or 0)


def _end_row(_context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    if group.destination is Destination.TEXT:
        group.story.end_row()


def _substitutes(_context: RtfContext, group: RtfGroup, number: int | None) -> None:
    group.substitutes = max(0, 1 if number is None else number)


def _based_on(context: RtfContext, _group: RtfGroup, number: int | None) -> None:
    context.based_on = -1 if number is None else number


def _default_font(context: RtfContext, _group: RtfGroup, number: int | None) -> None:
    context.default_font = number or 0


def _code_page(context: RtfContext, _group: RtfGroup, number: int | None) -> None:
    context.page = codec_of_page(number or 0)


def _chinese_follows(_context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    group.associated = group.is_scripted = True


def _other_scripts_follow(_context: RtfContext, group: RtfGroup, _number: int | None) -> None:
    group.associated = False
    group.is_scripted = True


def _measure(name: str) -> Action:
    return lambda context, _group, number: setattr(context.measures, name, number or 0)


def _platform(page: int) -> Action:
    return lambda context, group, _number: _code_page(context, group, page)


ACTIONS: dict[str, Action] = {
    "par": _end_paragraph,
    "sect": _end_paragraph,
    "page": _turn_page,
    "cell": _end_cell,
    "nestcell": _end_inner_cell,
    "trowd": _begin_row,
    "trhdr": _row_heads,
    "trleft": _row_left,
    "cellx": _cell_edge,
    "row": _end_row,
    "uc": _substitutes,
    "sbasedon": _based_on,
    "deff": _default_font,
    "ansicpg": _code_page,
    "dbch": _chinese_follows,
    **dict.fromkeys(("rtlch", "ltrch", "loch", "hich"), _other_scripts_follow),
    **{word: _measure(name) for word, name in _MEASURES.items()},
    **{word: _platform(page) for word, page in _PLATFORMS.items()},
}
"""Words that do something, in whatever group they stand."""
