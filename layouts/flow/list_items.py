"""Items of lists: their labels, and their lines, which hang or go back to the margin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from layouts.flow.pieces import TextPiece
from layouts.flow.setting import HYPHENATE_BELOW, LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import ListDesign
from layouts.house.lists import BULLETS, item_label
from layouts.house.text_style import Style
from layouts.issue.article import Block
from layouts.issue.form import ParagraphForm, Turnover
from layouts.issue.numbering import counted
from layouts.issue.splice import concat
from layouts.issue.text import Text
from layouts.text.labelled import label_width

STEP = 2.0
"""Em by which an item that hangs stands further in than those of the level above it (GB/T 1.1-2020
9.5: 空两个汉字, 空四个汉字).
"""

NARROW = 18.0
"""Columns of fewer characters have steps and hangs of half that."""

LABEL_GAP = 0.25
"""Em at least between 1. or a sign and its words; 、 and ） have their own blank, ① needs none."""

WORDS_AT_LEAST = 6.0
"""Em that a hanging item leaves its words: in a column too narrow for that it hangs less."""


class ListItem(NamedTuple):
    """An item as its layout has it: its label, the labels of its list, whether it hangs."""

    label: str
    labels: frozenset[str]
    level: int
    hangs: bool


def list_items(blocks: Sequence[Block], lists: ListDesign) -> dict[int, ListItem]:
    """The items among the blocks of an article."""
    found = counted(blocks)
    labels = {index: item_label(item.form, item.number, lists) for index, item in found.items()}
    of_list: dict[int, set[str]] = {}
    for index, item in found.items():
        of_list.setdefault(item.of_list, set()).add(labels[index])
    return {
        index: ListItem(
            labels[index],
            frozenset(of_list[item.of_list]),
            item.form.level,
            turnover_of(item.form, lists) is Turnover.HANGING,
        )
        for index, item in found.items()
    }


def turnover_of(form: ParagraphForm, lists: ListDesign) -> Turnover:
    """Where the lines of an item begin: as it says, else as the layout has its level."""
    if form.turnover is Turnover.LAYOUT:
        return Turnover(lists.level(form.level).turnover)
    return form.turnover


def item_piece(
    text: Text, item: ListItem, origin: Origin, setter: Setter, beside: bool, more: int
) -> TextPiece:
    """An item over its column: all of it in by two em and back to the margin, or hanging under its
    words, a whole number of em wide, so that all labels of its list end alike.
    """
    style, grid = setter.style("body"), setter.layout.grid
    measure = grid.column_width / style.size
    room = max(0.0, measure - LEAST_MEASURE)
    labelled = concat(Text(item.label), text)
    labels = item.labels if item.hangs else (item.label,)
    width = max(_label_width(label, style, setter) for label in labels)
    indent = min(style.indent, room)
    hang = 0.0
    if item.hangs:
        step = STEP if measure >= NARROW else STEP / 2
        width = math.ceil(width - EPSILON)
        most = max(0.0, measure - WORDS_AT_LEAST - width)
        indent = min((step * item.level) if style.indent else step * (item.level - 1), most)
        hang = min(indent + width, room)
    narrow = beside or grid.measure < HYPHENATE_BELOW
    prepared = setter.labelled(labelled, (len(item.label), width), style, origin.source, narrow)
    lines = setter.paragraph(prepared, measure - hang, indent - hang, beside, more)
    return TextPiece(prepared, lines, origin, indent, align=style.align, more=more, hang=hang)


def _label_width(label: str, style: Style, setter: Setter) -> float:
    """How wide a label is with the gap behind it, em."""
    gap = LABEL_GAP if label.endswith(".") or label in BULLETS else 0.0
    return label_width(setter.prepare(Text(label), style), len(label)) + gap
