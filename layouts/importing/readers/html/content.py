"""What of a web page is the article: its title, what is said of it, its text; the rest stands
around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from layouts.importing.readers.html.tree import HtmlElement, ancestors, is_silent, text_of, walk

_IDS = """
    ucap-content zoom artibody article_body articlebody article-body endtext content-body
    article-content article_content articlecontent news_content newscontent contenttext rwb_zw
    main-content js_article mw-content-text
"""
_CLASSES = """
    trs_editor trs_ueditor trs_editor_view rich_media_content article-content article_content
    articlecontent article-body article_body articlebody entry-content post-content post_content
    post-body markdown-body pages_content wp_articlecontent v_news_content news_content newscontent
    news-content detail-content detail_content article-con content_text content-text xxgk_content
    ewb-article-info main-text rm_txt_con
"""
"""Names that the editors of Chinese authorities, papers and blogs give the text of an article."""

_CONTENT_IDS, _CONTENT_CLASSES = frozenset(_IDS.split()), frozenset(_CLASSES.split())

_AROUND = frozenset(["nav", "header", "footer", "aside"])
_AROUND_ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "search"])
_AROUND_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|menus|footer|foot|sidebar|side-bar|breadcrumbs?|"
    r"crumbs?|ad|ads|advert|advertisement|banner|share|sharebar|bdsharebuttonbox|related|relevant|"
    r"recommend|recommended|comments?|copyright|toolbar|pagination|pager|login|qrcode|hot-news|"
    r"friendlink|friend-links|cookie|topbar|top-bar|back-to-top|skip-link)(?:$|[-_ ])"
)
_MOST_AROUND = 0.3
"""Share of a page's text that something named like an advertisement has at most; what has more is
the text, whatever its name.
"""

_LEAST, _LEAST_SHARE = 30, 0.2
"""Characters, and share of the page's text, that the article of a page has at least."""

_SAME = 0.7
"""Of two candidates that stand in each other the inner is taken, where it has so much of the text
of the outer.
"""

_TITLE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:title|tit|biaoti|bt|headline|arti_title|articletitle|article-title|newstitle)"
    r"(?:$|[-_ ])"
)
_LONGEST_TITLE, _LONGEST_LINE = 80, 120
_ABOUT = re.compile(r"来源|作者|时间|日期|发布|供稿|编辑|记者|通讯员|\d{4}\s*[-年./]\s*\d{1,2}")
_OFFICE = re.compile(
    r"word|libreoffice|openoffice|wps|kingsoft|pandoc|typora|obsidian", re.IGNORECASE
)

_WECHAT_ROLES = {
    "activity-name": "title",
    "js_author_name": "Author",
    "js_name": "Source",
    "publish_time": "Date",
    "js_content": "",
}
"""The parts of an article of WeChat that come in, by id, and what each is."""


class MainContent(NamedTuple):
    """What of a page comes in.

    `left_out` are the outermost elements that do not, each with the code of why; `through` those
    whose own characters do not though something inside does. `roles` says what an element is.
    `is_page`: a page of the web, not a document that somebody saved or a piece of one.
    """

    left_out: dict[HtmlElement, str]
    through: frozenset[HtmlElement]
    roles: dict[HtmlElement, str]
    is_page: bool


WHOLE = MainContent({}, frozenset(), {}, is_page=False)
"""All of a page, which is known to be a document."""


def content_of(root: HtmlElement, *, is_piece: bool) -> MainContent:
    """What of a page comes in; of a piece that somebody copied all does, but for what only a whole
    page has around it.
    """
    by_id = {name: one for one in reversed(list(walk(root))) if (name := one.get("id"))}
    if "js_content" in by_id:
        return _wechat(by_id)
    if _is_office(root):
        return WHOLE
    sizes = _sizes(root)
    article = None if is_piece else _article(root, sizes)
    if article is not None:
        kept, roles = _with_title(root, article)
        return _only(kept, roles)
    return MainContent(dict(_around(root, sizes)), frozenset(), {}, is_page=not is_piece)


def _wechat(by_id: dict[str, HtmlElement]) -> MainContent:
    found = {name: by_id[name] for name in _WECHAT_ROLES if name in by_id}
    roles = {one: _WECHAT_ROLES[name] for name, one in found.items() if _WECHAT_ROLES[name]}
    return _only(set(found.values()), roles)


def _only(kept: set[HtmlElement], roles: dict[HtmlElement, str]) -> MainContent:
    """A page of which only some elements come in."""
    through = frozenset(above for one in kept for above in ancestors(one))
    left_out = {
        child: "page-furniture"
        for above in through
        for child in above.children
        if isinstance(child, HtmlElement) and child not in through and child not in kept
    }
    return MainContent(left_out, through - kept, roles, is_page=True)


def _is_office(root: HtmlElement) -> bool:
    """Whether a document was saved or copied by a program that has no navigation around it."""
    for element in walk(root):
        if element.tag == "meta" and element.get("name").lower() in ("generator", "progid"):
            return bool(_OFFICE.search(element.get("content")))
        if "mso" in element.get("class").lower() or "mso-" in element.get("style"):
            return True
        if element.get("id").startswith("docs-internal-guid"):
            return True
    return False


def _sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters in each element, what nobody sees left out."""
    order = list(walk(root))
    sizes: dict[HtmlElement, int] = dict.fromkeys(order, 0)
    for element in reversed(order):
        if is_silent(element):
            sizes[element] = 0
            continue
        own = (len("".join(child.split())) for child in element.children if isinstance(child, str))
        sizes[element] += sum(own)
        if element.parent is not None and element.parent in sizes:
            sizes[element.parent] += sizes[element]
    return sizes


def _article(root: HtmlElement, sizes: dict[HtmlElement, int]) -> HtmlElement | None:
    """The element that holds the article, None where no name or tag tells."""
    least = max(_LEAST, _LEAST_SHARE * sizes[root])
    named = [one for one in sizes if _is_named_content(one) and sizes[one] >= least]
    if not named:
        return None
    best = max(named, key=sizes.__getitem__)
    inside = set(walk(best))
    inner = [one for one in named if one in inside and sizes[one] >= _SAME * sizes[best]]
    several = [one for one in named if one.tag == "article" and one is not best]
    if best.tag == "article" and any(one not in inside for one in several):
        return None  # a list of articles, of which none is the one
    return inner[-1]


def _is_named_content(element: HtmlElement) -> bool:
    if element.tag in ("article", "main") or element.get("role") in ("main", "article"):
        return True
    if element.get("id").lower() in _CONTENT_IDS:
        return True
    return not _CONTENT_CLASSES.isdisjoint(map(str.lower, element.classes))


def _with_title(
    root: HtmlElement, article: HtmlElement
) -> tuple[set[HtmlElement], dict[HtmlElement, str]]:
    """The article with the title above it and the lines between that say when and by whom."""
    kept = {article}
    inside = set(walk(article))
    if any(one.tag == "h1" for one in inside):
        return kept, {}
    before = _before(root, article, inside)
    title = _title_among(before, next(filter(None, page_titles(root)), ""))
    if title is None:
        return kept, {}
    behind = before[before.index(title) + 1 :]
    within = set(walk(title))
    kept.add(title)
    for one in behind:
        if one not in within and _short(one, _LONGEST_LINE) and _ABOUT.search(text_of(one)):
            kept.add(one)
            within |= set(walk(one))
    return kept, {title: "title"}


def _title_among(before: list[HtmlElement], named: str) -> HtmlElement | None:
    """The title of an article among what stands above it: what the page is `named` begins with it;
    else the nearest heading.
    """
    headings = [one for one in before if one.tag == "h1" and _short(one, _LONGEST_TITLE)]
    others = [one for one in before if _is_named_title(one)]
    said = [one for one in (*headings, *others) if named.startswith(text_of(one))]
    return next(
        filter(None, (found[-1] if found else None for found in (said, headings, others))), None
    )


def _before(root: HtmlElement, article: HtmlElement, inside: set[HtmlElement]) -> list[HtmlElement]:
    """The elements that begin before an article and end there, none of them navigation."""
    above = set(ancestors(article))
    found: list[HtmlElement] = []
    skipped: set[HtmlElement] = set()
    for one in walk(root):
        if one is article:
            break
        if one in skipped or one in above or one in inside:
            continue
        if one.tag in ("nav", "form", "head") or is_silent(one):
            skipped |= set(walk(one))
        else:
            found.append(one)
    return found


def _is_named_title(element: HtmlElement) -> bool:
    name = f"{element.get('class')} {element.get('id')}".lower()
    is_heading = element.tag in ("h2", "h3") or bool(_TITLE_NAMES.search(name))
    return is_heading and _short(element, _LONGEST_TITLE)


def _short(element: HtmlElement, most: int) -> bool:
    return 0 < len(text_of(element)) <= most


def _around(root: HtmlElement, sizes: dict[HtmlElement, int]) -> Iterator[tuple[HtmlElement, str]]:
    """What stands around the text of a page that does not say where the text is."""
    most = _MOST_AROUND * sizes[root]
    taken: set[HtmlElement] = set()
    for element, size in sizes.items():
        if element.parent in taken:
            taken.add(element)
        elif (element.tag == "nav" or size <= most) and _is_around(element):
            taken.add(element)
            yield element, "page-furniture"


def _is_around(element: HtmlElement) -> bool:
    if element.tag in ("body", "html", "p", "span", "a", "h1", "h2", "h3"):
        return False
    if _holds_title(element):
        return False
    if element.tag in _AROUND:
        return not any(above.tag in ("article", "main") for above in ancestors(element))
    if element.get("role") in _AROUND_ROLES:
        return True
    names = f"{element.get('class')} {element.get('id')}".lower()
    return len(names) > 1 and bool(_AROUND_NAMES.search(names))


def _holds_title(element: HtmlElement) -> bool:
    return element.tag == "header" and any(one.tag == "h1" for one in walk(element))


def page_titles(root: HtmlElement) -> Iterable[str]:
    """What a page says in its head that it is called."""
    for element in walk(root):
        if element.tag == "meta" and element.get("property") == "og:title":
            yield " ".join(element.get("content").split())
    for element in walk(root):
        if element.tag == "title":
            words = (child for child in element.children if isinstance(child, str))
            yield " ".join("".join(words).split())
            return
