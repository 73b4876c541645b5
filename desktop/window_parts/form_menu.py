"""The menu of paragraphs (段落): lists and their numbers, verse, signatures, names, initials."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.issue.form import (
    LEAST_INITIAL,
    MOST_INITIAL,
    FormKind,
    ItemLabel,
    ParagraphForm,
    Turnover,
)

if TYPE_CHECKING:
    from desktop.window_parts.form_acts import FormActs


def form_menu(acts: FormActs) -> Menu:
    """What a paragraph can be besides running text."""
    rule = Command(
        "text.divider", tr("插入分隔线"), "Rule between paragraphs", acts.divide, when=When.TEXT,
        hint=tr("在这一段下面加一条线"),
    )  # fmt: skip
    moves = (
        Command(
            "text.move-up", tr("段落上移"), "Move paragraph up", partial(acts.move, down=False),
            "Alt+Shift+Up", when=When.TEXT, hint=tr("编号随着改"),
        ),
        Command(
            "text.move-down", tr("段落下移"), "Move paragraph down", partial(acts.move, down=True),
            "Alt+Shift+Down", when=When.TEXT, hint=tr("编号随着改"),
        ),
    )  # fmt: skip
    others = (*_others(acts), _initials(acts), None, *moves, rule)
    commands = (*_lists(acts), None, *_numbers(acts), None, *others)
    return Menu(tr("段落"), "Paragraph", commands, name="form")


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
            hint=tr("列项成为上面一项的下级，换用下一级的编号"),
        ),
        Command(
            "text.item-up", tr("列项升一级"), "Item one level up",
            partial(acts.shift, onward=False), "Shift+Tab", when=When.TEXT, in_text=True,
            hint=tr("列项与上一级并列，换用上一级的编号"),
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
            hint=tr("这一项的号码由你定，后面的接着数"),
        ),
    )  # fmt: skip


def _others(acts: FormActs) -> Iterator[Command]:
    forms = (
        (FormKind.VERSE, tr("诗行"), "Verse", tr("一行一行保留，整首按最长的一行居中")),
        (FormKind.SIGNATURE, tr("落款"), "Signature", tr("单位和日期排在右边，日期右空四字")),
        (FormKind.NAMES, tr("名单均排"), "Names", tr("姓名用空格隔开，两字的排成三字宽")),
        (
            FormKind.LEADER,
            tr("目录行"),
            "Line with a leader",
            tr("最后一个空格后面的内容排到右边，中间加点"),
        ),
    )
    for kind, text, english, hint in forms:
        form = ParagraphForm(kind)
        yield Command(
            f"text.form-{kind}", text, english, partial(acts.be, text, form), when=When.TEXT,
            checked=partial(acts.has, form), hint=hint,
        )  # fmt: skip
    form, text = ParagraphForm(FormKind.VERSE, indented=True), tr("诗行缩进")
    yield Command(
        "text.form-verse-indented", text, "Indented verse", partial(acts.be, text, form),
        when=When.TEXT, checked=partial(acts.has, form), hint=tr("诗行靠左缩进，不居中"),
    )  # fmt: skip


def _initials(acts: FormActs) -> Menu:
    name = tr("首字下沉")
    return Menu(name, "Drop initial", tuple(
        Command(
            f"text.initial-{rows}", tr("下沉 {rows} 行", rows=rows), f"Initial {rows} lines tall",
            partial(acts.be, name, ParagraphForm(initial=rows)), when=When.TEXT,
            checked=partial(acts.has, ParagraphForm(initial=rows)),
            hint=tr("段落的第一个字放大，占几行高"),
        )
        for rows in range(LEAST_INITIAL, MOST_INITIAL + 1)
    ), name="initial")  # fmt: skip
