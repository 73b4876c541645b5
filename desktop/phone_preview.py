"""An article for WeChat as a phone shows it: 375 pixels wide, on white whatever the window is."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser, QWidget

from layouts.wechat.styles import MEASURE, SIZE

PHONE = 375
"""Pixels of the screens of most phones, as WeChat counts them."""

_MARGIN = (PHONE - MEASURE) // 2

_FRAME = 10
"""Pixels that the window's style takes at both sides together, and a little more."""

_LEADING = re.compile(r"font-size:([0-9]+)px;line-height:([0-9]+)%")
_PICTURE_WIDTH = re.compile(r'<img ([^>]*)style="width:([0-9]+)%">')
_WIDE_TABLE = re.compile(r'<table style="width:100%')


class PhonePreview(QTextBrowser):
    """Shows what `layouts.wechat` writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(PHONE)
        self.setFixedWidth(PHONE + self.verticalScrollBar().sizeHint().width() + _FRAME)

    def show_article(self, html: str) -> None:
        """Show an article from its beginning."""
        font = QFont(self.font())
        font.setPixelSize(SIZE)
        self.document().setDefaultFont(font)
        self.setHtml(f'<body bgcolor="#ffffff">{as_qt_reads(html)}</body>')
        self.document().setDocumentMargin(_MARGIN)


def as_qt_reads(html: str) -> str:
    """The same article with widths where Qt looks for them, in attributes, of pictures in pixels;
    lines as high as browsers have them, of the size and not of the face.
    """
    sized = _LEADING.sub(_high, _PICTURE_WIDTH.sub(_sized, html))
    return _WIDE_TABLE.sub('<table width="100%" cellspacing="0" style="width:100%', sized)


def _sized(match: re.Match[str]) -> str:
    return f'<img {match[1]}width="{round(MEASURE * int(match[2]) / 100)}">'


def _high(match: re.Match[str]) -> str:
    height = round(int(match[1]) * int(match[2]) / 100)
    return f"font-size:{match[1]}px;line-height:{height}px"
