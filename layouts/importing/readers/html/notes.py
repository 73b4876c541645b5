"""Footnotes and comments of a page: what stands at its end and belongs to words above.

A footnote is a short link and one that leads back to it, in every program that writes them: Word,
WPS, LibreOffice, pandoc, GitHub, Google Docs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from layouts.importing.readers.html.tree import HtmlElement, ancestors, text_of, walk
from layouts.issue.text import Comment

_SIGN = re.compile(r"[\[(（〔【]?\s*(?:\d{1,3}|[①-⑳a-zA-Z*†‡§注]{1,6}\d{0,2})\s*[\])）〕】]?")
"""What the link to a note shows: [1], 1, ①, *, [林1]."""

_LONGEST_SIGN = 10
_DEEPEST = 40
"""Elements above a note's link that are looked at for what holds the note."""

_MOST_BACK = 20
"""Links that lead back to one place: a note that is called up twice has two."""

_HOLDERS = frozenset(["p", "li", "div", "dd", "aside", "td"])
_REFERENCE = re.compile(r"mso-comment-reference\s*:\s*([^;]*?)_(\d+)\s*(?:;|$)", re.IGNORECASE)
_DATE = re.compile(r"mso-comment-date\s*:\s*(\d{8}T\d{4})", re.IGNORECASE)
_WORD_COMMENT = re.compile(r"_?(?:mso)?com_(\d+)", re.IGNORECASE)
_WORD_ANCHOR = re.compile(r"#?_msocom_(\d+)", re.IGNORECASE)


class CalledUp(NamedTuple):
    """What a link calls up: the words of a note, or a remark on the words before."""

    note: str = ""
    comment: Comment | None = None


class PageNotes(NamedTuple):
    """Notes and comments of a page.

    `called` are those that a link calls up; `on` are comments on the words of an element; `held`
    are the elements that hold the words of them all, and `signs` the links and lines that go with
    them.
    """

    called: dict[HtmlElement, CalledUp]
    on: dict[HtmlElement, Comment]
    held: frozenset[HtmlElement]
    signs: frozenset[HtmlElement]


class _PageLinks(NamedTuple):
    named: dict[str, HtmlElement]
    leading: dict[str, list[HtmlElement]]
    order: dict[HtmlElement, int]


def asides_of(root: HtmlElement) -> PageNotes:
    """The notes and comments of a page."""
    links = _links(root)
    comments, held, signs = _word_comments(root)
    called: dict[HtmlElement, CalledUp] = {}
    on: dict[HtmlElement, Comment] = {}
    for element in links.order:
        if found := _REFERENCE.search(element.get("style")):
            if comment := comments.get(found[2]):
                on[element] = comment._replace(author=found[1], time=_time(element))
        elif (anchor := _WORD_ANCHOR.fullmatch(element.get("href"))) and anchor[1] in comments:
            signs.add(element)
            if anchor[1] not in {_number(one) for one in on}:
                called[element] = CalledUp(comment=comments[anchor[1]])
        elif element.get("href").startswith("#") and (note := _note(element, links)):
            called[element] = note[0]
            held.add(note[1])
    return PageNotes(called, on, frozenset(held), frozenset(signs))


def _links(root: HtmlElement) -> _PageLinks:
    links = _PageLinks({}, defaultdict(list), {})
    for place, element in enumerate(walk(root)):
        if not element.attributes:
            continue
        for name in _names(element):
            links.named.setdefault(name, element)
        href = element.get("href")
        if href.startswith("#"):
            links.leading[href[1:]].append(element)
        if href or "mso-comment" in element.get("style"):
            links.order[element] = place
    return links


def _names(element: HtmlElement) -> list[str]:
    return list(filter(None, (element.get("id"), element.get("name"))))


def _note(link: HtmlElement, links: _PageLinks) -> tuple[CalledUp, HtmlElement] | None:
    """The note a link calls up and the element that holds it; None where it is another link."""
    target = links.named.get(link.get("href")[1:])
    sign = text_of(link)
    if target is None or len(sign) > _LONGEST_SIGN or not _SIGN.fullmatch(sign):
        return None
    for name in _own_names(link):
        for back in links.leading.get(name, ())[:_MOST_BACK]:
            if back is link or links.order[back] < links.order[link]:
                continue
            holder = _holder(back)
            if holder is not None and _reaches(holder, target):
                return _aside(holder, back, link), holder
    return None


def _own_names(link: HtmlElement) -> Iterable[str]:
    """What a link back may lead to: the link itself, what it stands in, what stands in it."""
    yield from _names(link)
    if link.parent is not None:
        yield from _names(link.parent)
    for child in link.children:
        if isinstance(child, HtmlElement):
            yield from _names(child)


def _reaches(holder: HtmlElement, target: HtmlElement) -> bool:
    if target is holder:
        return True
    return holder in islice(ancestors(target), _DEEPEST)


def _holder(back: HtmlElement) -> HtmlElement | None:
    """The element that holds the words of a note: the paragraph of its link back, or the item or
    division of the note's own that holds several.
    """
    above = list(islice(ancestors(back), _DEEPEST))
    place = next((place for place, one in enumerate(above) if one.tag in _HOLDERS), None)
    if place is None:
        return None
    outer = above[place + 1] if place + 1 < len(above) else None
    if above[place].tag == "p" and outer is not None and _is_note(outer):
        return outer
    return above[place]


def _is_note(element: HtmlElement) -> bool:
    if element.tag in ("li", "dd", "aside"):
        return True
    marked = "mso-element" in element.get("style") or _HAS_NUMBER.search(element.get("id"))
    return element.tag == "div" and bool(marked)


_HAS_NUMBER = re.compile(r"(?:ftn|edn|fn|note|cmnt)[-_]?\d", re.IGNORECASE)


def _aside(holder: HtmlElement, back: HtmlElement, link: HtmlElement) -> CalledUp:
    words = text_of(holder, frozenset([back]))
    if any(name.startswith("cmnt") for name in _names(link)):
        return CalledUp(comment=Comment("", "", words))
    return CalledUp(note=words)


def _word_comments(
    root: HtmlElement,
) -> tuple[dict[str, Comment], set[HtmlElement], set[HtmlElement]]:
    """The comments at the end of a page of Word's, by number, and what holds them."""
    comments: dict[str, Comment] = {}
    held: set[HtmlElement] = set()
    signs: set[HtmlElement] = set()
    for element in walk(root):
        style = element.get("style").replace(" ", "").lower()
        if "mso-element:comment-list" in style:
            signs.add(element)
        numbers = [found[1] for name in _names(element) if (found := _WORD_COMMENT.fullmatch(name))]
        if not numbers:
            continue
        holder = element if element.tag == "div" else _comment_holder(element)
        if holder is not None and numbers[0] not in comments:
            back = frozenset(one for one in walk(holder) if "msocomoff" in one.classes)
            comments[numbers[0]] = Comment("", "", text_of(holder, back))
            held.add(holder)
    return comments, held, signs


def _comment_holder(element: HtmlElement) -> HtmlElement | None:
    above = islice(ancestors(element), _DEEPEST)
    return next((one for one in above if one.tag in _HOLDERS), None)


def _number(element: HtmlElement) -> str:
    found = _REFERENCE.search(element.get("style"))
    return found[2] if found else ""


def _time(element: HtmlElement) -> str:
    """20261129T0830 as ISO 8601."""
    found = _DATE.search(element.get("style"))
    if not found:
        return ""
    day = found[1]
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}T{day[9:11]}:{day[11:13]}"
