"""Pages as images outside the canvas: first pages of layouts and recent issues, exported PNGs.

Safe in any thread.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from desktop.canvas.painter import PagePainter
from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import Source
from layouts.house.load import layout_of
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.page.page import Page

POINTS_PER_INCH = 72
SAMPLE_TEXT = (
    # not words of the window: an issue's
    "本期编辑部走访各单位，记下一年来的工作和体会。"
    "文字随版式排成行，照片、标题和要目各就各位，编辑只管安排稿件的先后。"
)

SAMPLE_TITLES = (
    ("领导关注", ("走访基层单位，听取意见建议", "召开全年工作推进会")),  # not words of the window
    ("工作动态", ("年度重点任务如期完成", "一线见闻三则")),  # not words of the window
)


def png(image: QImage) -> bytes:
    """An image as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def first_page(issue: Issue, width: int) -> QImage:
    """Page 1 of an issue, `width` pixels wide. BanxinError where its layout does not load."""
    catalogue = Catalogue()
    edition = compose(issue, layout_of(issue), catalogue)
    return page_picture(edition.pages[0], width, catalogue)


def page_picture(page: Page, width: int, catalogue: Catalogue | None = None) -> QImage:
    """A page `width` pixels wide."""
    return PagePainter(catalogue or Catalogue()).page_image(
        page, width / page.width * POINTS_PER_INCH
    )


def specimen(layout: str, head: Masthead) -> Issue:
    """A small issue that shows what a layout looks like."""
    name, issuer = head.publication or "刊名", head.issuer or "编印单位"  # not words of the window
    date = head.date or datetime.date(2026, 1, 1)
    head = replace(head, publication=name, number=head.number or 1, date=date, issuer=issuer)
    names = tuple(name for name, _ in SAMPLE_TITLES)
    source = Source(layout)
    return Issue(head, sample_sections(names), Path(), source, layout=layout)


def sample_sections(names: Sequence[str]) -> tuple[Section, ...]:
    """Sections of these names, with an article or two in each of the first."""
    source = Source("")
    paragraph = Paragraph(Text(SAMPLE_TEXT), source)
    titles = (titles for _, titles in SAMPLE_TITLES)
    return tuple(
        Section(
            name,
            tuple(
                Article(ArticleKind.HEADLINE, Text(title), (paragraph,) * 4, source)
                for title in next(titles, SAMPLE_TITLES[-1][1][:1])
            ),
            source,
        )
        for name in names
    )
