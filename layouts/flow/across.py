"""How many columns a headline stands across (跨栏)."""

from __future__ import annotations

from layouts.house.layout import Layout
from layouts.issue.article import Article, ArticleKind
from layouts.issue.photo import ALL_COLUMNS


def columns_across(article: Article, layout: Layout, *, beside_list: bool) -> int:
    """The columns that the headings at the head of an article stand across: what it says itself,
    else what the layout has. One that begins `beside_list` leaves that its column.
    """
    across = layout.across if article.across is None else article.across
    if across == 1 or article.kind is not ArticleKind.HEADLINE or not article.title.string:
        return 1
    most = layout.grid.columns - (beside_list and layout.contents.place == "column")
    return max(1, most if across == ALL_COLUMNS else min(across, most))


def first_across(articles: tuple[Article, ...], layout: Layout) -> bool:
    """Whether the first headline of an issue, beside the list of contents, stands across
    columns.
    """
    return bool(articles) and columns_across(articles[0], layout, beside_list=True) > 1
