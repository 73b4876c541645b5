"""The label of a selected box or pull quote: what it is, where it stands, how wide it is."""

from __future__ import annotations

from desktop.canvas.labels import SEPARATOR, side_name
from desktop.canvas.measuring import in_em, in_lines, in_millimetres
from desktop.canvas.where import paragraph_number
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.article import PullQuote
from layouts.issue.edits.floats import TextFloat
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_at
from layouts.issue.sidebar import BoxKind
from layouts.page.item import BoxArea


def kind_name(kind: BoxKind) -> str:
    """What a kind of box is called."""
    return {
        BoxKind.LINK: tr("链接框"),
        BoxKind.SUMMARY: tr("提要框"),
        BoxKind.PLAIN: tr("专栏框"),
    }[kind]


def box_name(box: TextFloat) -> str:
    """What a box or pull quote is called."""
    return tr("拉线引语") if isinstance(box, PullQuote) else kind_name(box.kind)


def box_label(layout: Layout, issue: Issue, place: Place, box: TextFloat, area: BoxArea) -> str:
    """`链接框 · 右侧 · 12 字 · 第 2 段第 1 行 · 44 × 30 mm · 7 行`."""
    between = isinstance(box, PullQuote) and box.between
    number = paragraph_number(article_at(issue, place), place.block or 0)
    return SEPARATOR.join(
        (
            box_name(box),
            tr("两栏之间") if between else side_name(box.side),
            in_em(round(area.width / layout.grid.size, 2)),
            tr("第 {paragraph} 段第 {line} 行", paragraph=number, line=box.line + 1),
            in_millimetres(area.width, area.height),
            in_lines(area.height, layout.grid),
        )
    )
