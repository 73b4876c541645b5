"""Whole pages: an issue on one page, or a first page and one for each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layouts.house.layout import Layout
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue
from layouts.issue.text import LINE_BREAK
from layouts.webpage.blocks import PageContext, articles_markup
from layouts.webpage.heads import bracketed, colophon, contents, in_page, masthead
from layouts.webpage.look import NIGHT, PAPER, hexadecimal
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, lines, raw
from layouts.webpage.photos import Pictures
from layouts.webpage.style import style_sheet

INDEX, STYLE = "index.html", "style.css"
"""What the first page and the style sheet of a folder are called."""

UNTITLED = "简报"
"""What an issue is called that does not say so itself."""

_NO_SCRIPT = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What a page that is one file may load: nothing (Content Security Policy)."""


def issue_title(issue: Issue) -> str:
    """What a window or a search calls the issue."""
    head = issue.masthead
    number = f"第{head.number}期" if head.number is not None else ""
    return f"{head.publication} {number}".strip() or UNTITLED


def single_page(issue: Issue, layout: Layout, pictures: Pictures) -> str:
    """The whole issue as one page that needs no other file, its pictures as `pictures` has them."""
    context = PageContext(issue, layout, pictures)
    listed = contents(issue, layout, in_page)
    sections, number = list[Markup](), 0
    for section in issue.sections:
        sections.append(_section(section, number, context))
        number += len(section.articles)
    main = element("main", raw("\n"), lines(*sections), raw("\n"), id="text")
    inside = lines(masthead(issue, layout), listed, main, colophon(issue, layout))
    style = element("style", raw(style_sheet(context.look)))
    policy = element("meta", http_equiv="Content-Security-Policy", content=_NO_SCRIPT)
    styles = joined(policy, raw("\n"), style)
    return _document(issue_title(issue), styles, inside, context, listed=bool(listed))


def _section(section: Section, number: int, context: PageContext) -> Markup:
    """A section under its name; without one its articles are of a level with other sections."""
    numbered = iter(list(enumerate(section.articles, number)))
    if not section.name:
        return articles_markup(numbered, 2, context)
    name = f"section-{number + 1}-{_index(context.issue, section) + 1}"
    words = escaped(bracketed(section.name, context.layout))
    heading = element("h2", words, class_="section-name", id=name)
    inside = lines(heading, articles_markup(numbered, 3, context))
    if not section.articles:
        return NOTHING
    return element("section", raw("\n"), inside, raw("\n"), aria_labelledby=name)


def _index(issue: Issue, section: Section) -> int:
    return next(k for k, one in enumerate(issue.sections) if one is section)


# -- a page an article -----------------------------------------------------------------------------


class ArticlePage(NamedTuple):
    """A page of its own: one article with a title, or those without one that follow each other.

    `number` is that of its first article, counted over the issue from 0.
    """

    name: str
    title: str
    section: str
    number: int
    articles: tuple[Article, ...]


def leaves_of(issue: Issue) -> list[ArticlePage]:
    """The pages of the articles of an issue."""
    found: list[ArticlePage] = []
    number = 0
    for section in issue.sections:
        for group in _together(section.articles):
            title = group[0].title.string or section.name or UNTITLED
            name = f"article-{len(found) + 1:02d}.html"
            found.append(ArticlePage(name, title, section.name, number, group))
            number += len(group)
    return found


def _together(articles: Sequence[Article]) -> Iterator[tuple[Article, ...]]:
    waiting: list[Article] = []
    for article in articles:
        if article.title.string:
            if waiting:
                yield tuple(waiting)
                waiting = []
            yield (article,)
        else:
            waiting.append(article)
    if waiting:
        yield tuple(waiting)


def page_files(issue: Issue, layout: Layout, pictures: Pictures) -> Iterator[tuple[str, str]]:
    """The files of a page an article, by their names: the style sheet first, then the pages, the
    first one last.
    """
    context = PageContext(issue, layout, pictures)
    yield STYLE, style_sheet(context.look)
    leaves = leaves_of(issue)
    of_article = {leaf.number + k: leaf for leaf in leaves for k in range(len(leaf.articles))}
    for index in range(len(leaves)):
        yield leaves[index].name, _leaf(leaves, index, context)
    listed = contents(issue, layout, lambda number: of_article[number].name)
    main = element("main", listed, id="text")
    inside = lines(masthead(issue, layout), main, colophon(issue, layout))
    yield INDEX, _document(issue_title(issue), _linked_style(), inside, context, listed=False)


def _leaf(leaves: Sequence[ArticlePage], index: int, context: PageContext) -> str:
    leaf = leaves[index]
    title = issue_title(context.issue)
    home = element("a", escaped(title), href=INDEX)
    section = bracketed(leaf.section, context.layout) if leaf.section else ""
    top = element("header", home, element("p", escaped(section)), class_="top")
    text = articles_markup(iter(list(enumerate(leaf.articles, leaf.number))), 1, context)
    main = element("main", raw("\n"), text, raw("\n"), id="text")
    inside = lines(top, main, _neighbours(leaves, index))
    return _document(f"{leaf.title} · {title}", _linked_style(), inside, context, listed=False)


def _neighbours(leaves: Sequence[ArticlePage], index: int) -> Markup:
    """Links to the article before and the one after."""
    before = leaves[index - 1] if index else None
    after = leaves[index + 1] if index + 1 < len(leaves) else None
    links = [
        _neighbour(leaf, said, of)
        for leaf, said, of in ((before, "上一篇", "previous"), (after, "下一篇", "next"))
        if leaf is not None
    ]
    return element("nav", *links, class_="leaves", aria_label="前后文章") if links else NOTHING


def _neighbour(leaf: ArticlePage, said: str, of: str) -> Markup:
    words = joined(element("span", escaped(said)), escaped(leaf.title))
    return element("a", words, href=leaf.name, rel="prev" if of == "previous" else of, class_=of)


def _linked_style() -> Markup:
    return element("link", rel="stylesheet", href=STYLE)


# -- what every page has ---------------------------------------------------------------------------


def _document(
    title: str, style: Markup, inside: Markup, context: PageContext, *, listed: bool
) -> str:
    head = element("head", raw("\n"), _head(title, style, context.issue), raw("\n"))
    classes = ["page", *(["with-contents"] if listed else [])]
    classes += ["centred"] if context.look.centred else []
    skip = element("a", escaped("跳到正文"), href="#text", class_="skip")
    page = element("div", raw("\n"), inside, raw("\n"), class_=" ".join(classes))
    body = element("body", raw("\n"), skip, raw("\n"), page, raw("\n"))
    whole = element("html", raw("\n"), head, raw("\n"), body, raw("\n"), lang="zh-CN")
    return f"<!doctype html>\n{whole}\n"


def _head(title: str, style: Markup, issue: Issue) -> Markup:
    said = issue.masthead
    grounds = ((PAPER, "light"), (NIGHT, "dark"))
    return lines(
        element("meta", charset="utf-8"),
        _meta("viewport", "width=device-width, initial-scale=1"),
        element("title", escaped(title.replace(LINE_BREAK, " "))),
        _meta("author", said.issuer) if said.issuer else NOTHING,
        _meta("date", said.date.isoformat()) if said.date else NOTHING,
        _meta("generator", GENERATOR),
        _meta("color-scheme", "light dark"),
        *(
            _meta("theme-color", hexadecimal(ground), f"(prefers-color-scheme: {when})")
            for ground, when in grounds
        ),
        style,
    )


def _meta(name: str, content: str, media: str | None = None) -> Markup:
    return element("meta", name=name, content=content, media=media)


GENERATOR = "版心 Banxin"
"""By this a page of ours is known again."""
