"""The menu of boxes (专栏框) and of pull quotes that text runs round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.issue.photo import Side
from layouts.issue.sidebar import BoxKind

if TYPE_CHECKING:
    from desktop.window_parts.box_acts import BoxActs


def box_menu(acts: BoxActs) -> Menu:
    """Making boxes, taking them back, and where they stand."""
    hint = tr("把选中的段落排成框，或在段落旁插一个空框；再点一次变回正文")
    kinds = (
        (BoxKind.LINK, tr("链接框"), "Link box"),
        (BoxKind.SUMMARY, tr("提要框"), "Summary box"),
        (BoxKind.PLAIN, tr("其他专栏框"), "Other box"),
    )
    making = (
        Command(
            f"box.{kind}",
            text,
            english,
            partial(acts.toggle, kind),
            when=When.ARTICLE,
            checked=partial(acts.is_kind, kind),
            hint=hint,
        )
        for kind, text, english in kinds
    )
    return Menu(tr("专栏框"), "Box", (*making, None, *_standing(acts)), name="box")


def _standing(acts: BoxActs) -> Iterator[Command]:
    sides = (
        (Side.LEFT, tr("框居左"), "Box left", tr("框在左边，正文绕到右边")),
        (Side.RIGHT, tr("框居右"), "Box right", tr("框在右边，正文绕到左边")),
        (
            Side.BOTH,
            tr("框居中，两侧绕排"),
            "Box with text on both sides",
            tr("框在中间，正文排在两边"),
        ),
        (Side.NONE, tr("框单独成行"), "Box alone", tr("框占满一栏，旁边没有正文")),
    )
    for side, text, english, hint in sides:
        turn, checked = partial(acts.set_side, side), partial(acts.is_side, side)
        yield Command(
            f"box.side-{side}", text, english, turn, when=When.BOX, checked=checked, hint=hint
        )
    yield Command(
        "box.between",
        tr("引语立在两栏之间"),
        "Pull quote between two columns",
        acts.toggle_between,
        when=When.BOX,
        checked=acts.is_between,
        hint=tr("引语跨在相邻两栏中间，两栏的正文都绕开它"),
    )
