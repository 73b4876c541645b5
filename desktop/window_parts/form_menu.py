"""The menu of paragraphs (段落): lists, numbers, and how their lines turn over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.issue.form import ItemLabel, Turnover

if TYPE_CHECKING:
    from desktop.window_parts.form_acts import FormActs


def form_menu(acts: FormActs) -> Menu:
    """What a paragraph can be besides running text."""
    return Menu(tr("段落"), "Paragraph", (*_lists(acts), None, *_numbers(acts)), name="form")


def _lists(acts: FormActs) -> tuple[Command, ...]:
    hint = tr("段落自己编号，移动、插入、删除以后号码都对；再点一次取消")
    labels = (
        (ItemLabel.HAN, tr("编号 一、"), "Chinese numbers"),
        (ItemLabel.HAN_IN_BRACKETS, tr("编号 （一）"), "Chinese numbers in brackets"),
        (ItemLabel.FIGURE, tr("编号 1."), "Numbers 1."),
        (ItemLabel.FIGURE_IN_BRACKETS, tr("编号 （1）"), "Numbers (1)"),
        (ItemLabel.CIRCLED, tr("编号 ①"), "Numbers in circles"),
    )
    return (
        Command(
            "text.number-layout", tr("编号（按版式）"), "Numbers as the layout has them",
            acts.number_as_layout, when=When.TEXT, checked=acts.is_numbered_as_layout, hint=hint,
        ),
        *(
            Command(
                f"text.number-{label.name.lower()}", text, english, partial(acts.number, label),
                when=When.TEXT, checked=partial(acts.is_numbered, label), hint=hint,
            )
            for label, text, english in labels
        ),
        Command(
            "text.bullet", tr("列项符号"), "Bullet", acts.bullet, "Ctrl+Shift+L",
            when=When.TEXT, checked=acts.is_bulleted, hint=tr("段落前加列项符号；再点一次取消"),
        ),
    )  # fmt: skip


def _numbers(acts: FormActs) -> tuple[Command | None, ...]:
    return (
        Command(
            "text.item-down", tr("列项降一级"), "Item one level down",
            partial(acts.shift, onward=True), "Tab", when=When.TEXT, in_text=True,
        ),
        Command(
            "text.item-up", tr("列项升一级"), "Item one level up",
            partial(acts.shift, onward=False), "Shift+Tab", when=When.TEXT, in_text=True,
        ),
        Command(
            "text.item-hanging", tr("转行突排"), "Hang the lines of an item",
            partial(acts.turn, Turnover.HANGING), when=When.TEXT,
            checked=partial(acts.turns, Turnover.HANGING), hint=tr("转行以后与文字对齐"),
        ),
        Command(
            "text.item-margin", tr("转行顶格"), "Lines of an item to the margin",
            partial(acts.turn, Turnover.MARGIN), when=When.TEXT,
            checked=partial(acts.turns, Turnover.MARGIN), hint=tr("首行缩进，转行回到版心左边"),
        ),
        None,
        Command(
            "text.item-continue", tr("接着上面编号"), "Count on from the list above", acts.go_on,
            when=When.TEXT, checked=acts.goes_on, hint=tr("中间隔着别的段落，号码也接着数"),
        ),
        Command(
            "text.item-start", tr("编号从几起…"), "Begin numbers at", acts.start_at, when=When.TEXT,
        ),
    )  # fmt: skip
