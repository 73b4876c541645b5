"""The menu of fitting to whole pages (整页适配)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.fitting.aim import Aim

if TYPE_CHECKING:
    from desktop.window_parts.fitting import FittingActs


def fit_menu(fitting: FittingActs) -> Menu:
    """Aims for the issue and for one article, and taking off what fitting changed."""
    return Menu(
        tr("整页适配"),
        "Fit to pages",
        (
            Command(
                "layout.fit",
                tr("整页适配…"),
                "Fit the issue to pages",
                fitting.open,
                "Alt+8",
                "fit-issue",
                When.PAGES,
                hint=tr("让这一期恰好排满：看哪些地方要改，一起采用或挑着采用"),
            ),
            None,
            Command(
                "layout.fit-whole",
                tr("排满整页"),
                "Fill whole pages",
                partial(fitting.fit_to, Aim()),
                when=When.PAGES,
                hint=tr("页数不定，最后一页也排满"),
            ),
            Command(
                "layout.fit-pages",
                tr("排成指定页数…"),
                "To a number of pages",
                fitting.fit_pages,
                when=When.PAGES,
                hint=tr("排成几页由你定"),
            ),
            Command(
                "layout.fit-sheets",
                tr("排成 4 的倍数"),
                "To a multiple of 4",
                fitting.fit_sheets,
                when=When.PAGES,
                hint=tr("页数是 4 的倍数，便于折页装订"),
            ),
            None,
            _fit_article(fitting),
            None,
            Command(
                "layout.unfit",
                tr("去掉适配调整"),
                "Take the fitting off",
                fitting.take_off,
                when=When.FITTED,
                hint=tr("去掉适配作的全部改动，回到编辑排的样子"),
            ),
        ),
        name="fit",
    )


def _fit_article(fitting: FittingActs) -> Menu:
    return Menu(
        tr("适配本文"),
        "Fit this article",
        (
            Command(
                "article.save-lines",
                tr("省两行"),
                "Save two lines",
                fitting.save_lines,
                when=When.ARTICLE,
                hint=tr("这篇文章少占两行"),
            ),
            Command(
                "article.gain-line",
                tr("多一行"),
                "Gain a line",
                fitting.gain_line,
                when=When.ARTICLE,
                hint=tr("这篇文章多占一行"),
            ),
            None,
            Command(
                "article.one-page",
                tr("排在一页里"),
                "On one page",
                fitting.on_one_page,
                when=When.ARTICLE,
                hint=tr("这篇文章从开头的那一页起，当页排完"),
            ),
            Command(
                "article.one-spread",
                tr("排在一个跨页里"),
                "On one spread",
                fitting.on_one_spread,
                when=When.ARTICLE,
                hint=tr("这篇文章排在左右相对的两页里"),
            ),
        ),
        name="fit-article",
    )
