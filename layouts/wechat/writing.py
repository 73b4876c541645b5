"""Articles as they are handed over: a folder with pictures and covers, or HTML that holds all of
it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.text import LINE_BREAK
from layouts.messages import wechat as say
from layouts.webpage.markup import element, escaped, lines, raw
from layouts.webpage.page import GENERATOR
from layouts.webpage.writing import EmbeddedPictures, MadePictures, PagePicture, Told
from layouts.wechat.allowed import lost_findings
from layouts.wechat.article import links_typed, pasted, title_of
from layouts.wechat.covers import covers

ARTICLE, PICTURES = "article.html", "pictures"
"""What the page of a folder is called, and the folder of its pictures beside it."""

WIDEST = 1080
"""Pixels of a picture's width at most: what WeChat shows on the sharpest phones."""

_MARK = f"{GENERATOR} 公众号"
"""By this a folder of ours is known again."""

_HEAD = 1024


class WechatFolder(NamedTuple):
    """The files of an article by their names in one folder, its page last, and what there is to
    say of them.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...]


class _NumberedPictures:
    """Pictures beside the page, numbered in the order in which they stand: whoever puts them in by
    hand goes by that.
    """

    def __init__(self, told: Told | None) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._made = MadePictures(told, WIDEST)

    def shown(self, folder: Path, photo: Photo) -> PagePicture:
        """See `layouts.webpage.photos.Pictures`."""
        picture = self._made.picture(folder, photo)
        digest = hashlib.sha256(picture.data)
        if digest.digest() not in self._names:
            # by its content too: one left from before passes for none of these
            number = f"{len(self._names) + 1:02d}-{digest.hexdigest()[:8]}"
            self._names[digest.digest()] = f"{PICTURES}/{number}{picture.suffix}"
        name = self._names[digest.digest()]
        self.files[name] = picture.data
        return PagePicture(name, picture.width, picture.height)


def wechat_folder(
    issue: Issue, layout: Layout, chosen: int | None = None, told: Told | None = None
) -> WechatFolder:
    """One article, counted over the issue from 0, or all, as a page with its pictures and covers.

    PhotoError where a photo cannot be read, ExportError where there is no article.
    """
    pictures = _NumberedPictures(told)
    text = pasted(issue, layout, pictures, chosen)
    heads = {f"{name}{one.suffix}": one.data for name, one in covers(issue, chosen).items()}
    page = _page(title_of(issue, chosen), text).encode("utf-8")
    found = [*lost_findings(text), *_told(len(pictures.files), links_typed(issue, chosen))]
    return WechatFolder({**pictures.files, **heads, ARTICLE: page}, tuple(found))


def rich_text(
    issue: Issue, layout: Layout, chosen: int | None = None, told: Told | None = None
) -> str:
    """The same for a clipboard: HTML with its pictures inside. Errors as above."""
    return pasted(issue, layout, EmbeddedPictures(told, WIDEST), chosen)


def is_wechat_folder(folder: Path) -> bool:
    """Whether a folder holds an article that we wrote."""
    try:
        with (folder / ARTICLE).open("rb") as file:
            return _MARK.encode("utf-8") in file.read(_HEAD)
    except OSError:
        return False


def _told(pictures: int, links: int) -> list[Finding]:
    found: list[Finding] = []
    if pictures:
        words = say.PICTURES_BY_HAND(count=pictures)
        found.append(Finding("notice", "wechat-pictures", *words))
    if links:
        found.append(Finding("notice", "wechat-links", *say.LINKS_TYPED(count=links)))
    return found


def _page(title: str, text: str) -> str:
    """A page that a browser opens, out of which everything can be copied."""
    head = lines(
        element("meta", charset="utf-8"),
        element("meta", name="generator", content=_MARK),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escaped(title.replace(LINE_BREAK, " "))),
    )
    # as wide as the editor's own page
    body = element("body", raw(f"\n{text}\n"), style="max-width:677px;margin:0 auto;padding:16px")
    page = element(
        "html", element("head", raw("\n"), head, raw("\n")), raw("\n"), body, lang="zh-CN"
    )
    return f"<!doctype html>\n{page}\n"
