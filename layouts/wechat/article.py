"""What is pasted into the editor of WeChat: one article of an issue, or all of it."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.errors import ExportError
from layouts.house.layout import Layout
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue
from layouts.issue.lead import RUN_IN
from layouts.issue.places import articles, texts_of
from layouts.issue.text import MarkKind
from layouts.messages import wechat as say
from layouts.webpage.heads import FilledLine, bracketed, filled_rows
from layouts.webpage.markup import NOTHING, Markup, element, escaped, lines, raw
from layouts.webpage.page import issue_title
from layouts.webpage.photos import Pictures
from layouts.wechat.blocks import WechatContext, WechatWriter
from layouts.wechat.inline import framed, typed_address

_BETWEEN = "\N{IDEOGRAPHIC SPACE}"


def articles_of(issue: Issue) -> list[tuple[Section, Article]]:
    """The articles of an issue in order, each with its section."""
    return [(section, article) for section in issue.sections for article in section.articles]


def chosen_article(issue: Issue, asked: str) -> int:
    """The article that somebody names, counted over the issue from 0: by its number from 1, by its
    title, or by words that are in one title alone. ExportError where that is none.
    """
    titles = [article.title.string for _, article in articles_of(issue)]
    wanted = asked.strip()
    numbers = [str(k + 1) for k in range(len(titles))]
    if wanted in numbers:
        return numbers.index(wanted)
    plain = [title.removeprefix(RUN_IN).strip() for title in titles]
    found = [k for k, title in enumerate(plain) if title and title == wanted]
    found = found or [k for k, title in enumerate(plain) if wanted and wanted in title]
    if not found:
        raise ExportError(*say.NO_SUCH_ARTICLE(asked=asked, count=len(titles)))
    if len(found) > 1:
        said = ", ".join(numbers[k] for k in found)
        raise ExportError(*say.SEVERAL_SUCH_ARTICLES(asked=asked, count=len(found), numbers=said))
    return found[0]


def title_of(issue: Issue, chosen: int | None) -> str:
    """What goes into the field of the title: that of the chosen article, else of the issue."""
    if chosen is None:
        return issue_title(issue)
    section, article = articles_of(issue)[chosen]
    return article.title.string.removeprefix(RUN_IN).strip() or section.name or issue_title(issue)


def pasted(issue: Issue, layout: Layout, pictures: Pictures, chosen: int | None = None) -> Markup:
    """One article, counted over the issue from 0, or all with masthead and colophon: HTML whose
    styles are inline alone, for the editor of WeChat.

    PhotoError where a photo cannot be read, ExportError where there is no article.
    """
    all_ = articles_of(issue)
    if not all_:
        raise ExportError(*say.NO_ARTICLES())
    context = WechatContext(issue, layout, pictures)
    if chosen is not None:
        section, article = all_[chosen]
        parts = [_bar(section, context), WechatWriter(article, context).markup()]
        return _whole(parts)
    parts = [_masthead(context)]
    for section in issue.sections:
        if section.articles:
            parts.append(_bar(section, context))
            parts += [WechatWriter(article, context).markup() for article in section.articles]
    return _whole([*parts, _colophon(context)])


def links_typed(issue: Issue, chosen: int | None = None) -> int:
    """How many links come out as words."""
    all_ = list(articles(issue))
    return sum(
        bool(typed_address(mark, text.string[mark.start : mark.end]))
        for place, article in (all_ if chosen is None else [all_[chosen]])
        for _, text in texts_of(article, place)
        for mark in text.marks
        if mark.kind is MarkKind.LINK
    )


def _whole(parts: Sequence[Markup]) -> Markup:
    return element("section", raw("\n"), lines(*parts), raw("\n"), style="margin:0;padding:0")


def _bar(section: Section, context: WechatContext) -> Markup:
    if not section.name:
        return NOTHING
    styles = context.styles
    name = escaped(bracketed(section.name, context.layout))
    said = element("p", name, style=styles["bar-name"])
    return framed(said, styles["bar-frame"], styles["bar"])


def _masthead(context: WechatContext) -> Markup:
    rows = filled_rows(context.layout.masthead.lines, context.issue)
    return _fixed([*rows], ("head", "head-frame", "head-cell-whole"), context)


def _colophon(context: WechatContext) -> Markup:
    rows = filled_rows(context.layout.colophon.lines, context.issue)
    return _fixed([*rows], ("colophon", "colophon-frame", "colophon-cell"), context)


def _fixed(
    rows: Sequence[Sequence[FilledLine]], roles: tuple[str, str, str], context: WechatContext
) -> Markup:
    """Lines of a fixed part; what stands on one line on paper does here, as far as it fits."""
    styles, (role, frame, cell) = context.styles, roles
    said = [
        element(
            "p",
            escaped(_BETWEEN.join(line.text for line in row)),
            style=styles["name" if any(line.is_name for line in row) else role],
        )
        for row in rows
    ]
    return framed(lines(*said), styles[frame], styles[cell]) if said else NOTHING
