"""跨栏: over how many columns the headings of an article stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.panels.forms.form import ChoiceBox
from desktop.widgets import LabelledControl
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.article import Article, ArticleKind
from layouts.issue.photo import ALL_COLUMNS

BY_LAYOUT = -1
"""The value of a headline that stands as the layout has it."""


class AcrossField(LabelledControl):
    """The choice of columns; `chosen` is told of so many, or None for as the layout has it."""

    def __init__(self, chosen: Callable[[int | None], object]) -> None:
        self.choice = ChoiceBox(self._choose)
        super().__init__(tr("标题跨栏"), self.choice)
        self._chosen = chosen

    def show_articles(self, articles: Sequence[Article], layout: Layout | None) -> None:
        """Show what articles say; hidden where there is one column, or none has a headline."""
        columns = layout.grid.columns if layout is not None else 1
        self.setVisible(
            columns > 1 and all(article.kind is ArticleKind.HEADLINE for article in articles)
        )
        some = [(n, tr("{n} 栏", n=n)) for n in range(1, columns)]
        self.choice.offer([(BY_LAYOUT, tr("按版式")), *some, (ALL_COLUMNS, tr("全部栏"))])
        values = {_shown(article.across, columns) for article in articles}
        self.choice.show_value(values.pop() if len(values) == 1 else None)

    def _choose(self, value: object) -> None:
        if isinstance(value, int):
            self._chosen(None if value == BY_LAYOUT else value)


def _shown(across: int | None, columns: int) -> int:
    if across is None:
        return BY_LAYOUT
    return ALL_COLUMNS if across >= columns else across
