"""A page of the guide as it is read: Markdown in the looks of the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.guide.pages import FOLDER, markdown, slug
from desktop.theme import POINTS, current_theme

MARGIN = 32
"""Pixels beside the text."""

INDENT = 26
"""Pixels that lists stand in."""

LEADING = 160
"""Per cent of a line's height: Chinese wants more than Latin."""

GROWTH = {1: 1.6, 2: 1.3, 3: 1.1, 4: 1.0}
"""How large headings are beside the text."""

BEFORE = {1: 8, 2: 28, 3: 20, 4: 16}
"""Pixels above headings."""


class GuideBrowser(QTextBrowser):
    """Shows one page, scrolled to one heading.

    `followed`: a link to a page of ours and the anchor in it; nothing else is opened.
    """

    followed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = self._anchor = ""
        self._top = 0
        self._document: QTextDocument | None = None
        self._anchors: dict[str, QTextBlock] = {}
        self._pictures: dict[str, QImage] = {}
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: str, anchor: str = "") -> None:
        """Show a page; the heading called `anchor` at the top, else its beginning."""
        if page != self.page:
            self.page = page
            self._fill()
        self._anchor = anchor
        self._return_to(self._anchors.get(anchor))

    def _return_to(self, block: QTextBlock | None) -> None:
        """Scroll a block to the top, the whole page without one."""
        self._top = 0
        if block is not None:
            self.setTextCursor(QTextCursor(block))
            box = self.document().documentLayout().blockBoundingRect(block)
            self.verticalScrollBar().setValue(round(box.top()) - MARGIN // 2)
            self._top = self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(self._top)

    def mark(self, words: str) -> None:
        """Have all places stand out that hold one of some words."""
        theme, found = current_theme(), list[QTextEdit.ExtraSelection]()
        look = QTextCharFormat()
        look.setBackground(QColor(theme.accent_soft))
        look.setForeground(QColor(theme.accent))
        for word in words.split():
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, look  # pyright: ignore[reportAttributeAccessIssue]
                found.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)

    def restyle(self) -> None:
        """Dress the page anew: another theme or size of text."""
        self._fill_again(self._read_on())

    def _read_on(self) -> int | None:
        """The block that the reader scrolled to; None where it is still the heading asked for."""
        if self.verticalScrollBar().value() == self._top:
            return None
        return self.cursorForPosition(QPoint(MARGIN, 0)).blockNumber()

    def _fill_again(self, first: int | None) -> None:
        self._fill()
        found = self._anchors.get(self._anchor)
        self._return_to(found if first is None else self.document().findBlockByNumber(first))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802, Qt's name
        """Pictures lie beside the pages and are no wider than the text; nothing is fetched."""
        file = QUrl(name).fileName()
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if file not in self._pictures:
            self._pictures[file] = QImage(str(FOLDER / file))
        image = self._pictures[file]
        if image.isNull():
            return image
        ratio = self.devicePixelRatioF()
        shown = image.scaledToWidth(
            round(self._width_of(image) * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        return shown

    def _width_of(self, image: QImage) -> int:
        """How wide a picture is shown, pixels: no wider than the text, never larger than it is."""
        room = self.viewport().width() - 2 * MARGIN - 8
        return max(1, min(image.width(), room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Pictures follow the width."""
        first = self._read_on()  # Qt scrolls where the page becomes shorter
        super().resizeEvent(event)
        if self.page and event.size().width() != event.oldSize().width():
            self._fill_again(first)

    def _follow(self, link: QUrl) -> None:
        page, anchor = link.fileName() or self.page, link.fragment()
        if not link.scheme() and markdown(page):
            self.followed.emit(page, anchor)

    # -- looks -------------------------------------------------------------------------------------

    def _fill(self) -> None:
        document = QTextDocument(self)  # dressed first and shown then: each touch is laid out anew
        document.setDefaultFont(self.font())
        document.setIndentWidth(INDENT)
        document.setMarkdown(
            markdown(self.page), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self._anchors = {}
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(MARGIN)
        frame.setTopMargin(MARGIN // 2)
        frame.setBottomMargin(MARGIN)
        document.rootFrame().setFrameFormat(frame)
        self.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document

    def _dress(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(BEFORE.get(level, 2 if cursor.currentTable() else 6))
        shape.setBottomMargin(2 if cursor.currentTable() else 6)
        cursor.mergeBlockFormat(shape)
        if level:
            self._anchors.setdefault(slug(block.text()), block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(_heading(level))  # not merged: Qt's own steps of size would stay
            return
        self._fit_pictures(block, cursor)
        for fragment in _code(block):
            cursor.setPosition(fragment[0])
            cursor.setPosition(fragment[1], QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(QColor(current_theme().hover))
            cursor.mergeCharFormat(look)

    def _fit_pictures(self, block: QTextBlock, cursor: QTextCursor) -> None:
        """Room for pictures as they are shown; the page would keep that of the whole file."""
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            iterator += 1
            if not fragment.charFormat().isImageFormat():
                continue
            look = fragment.charFormat().toImageFormat()
            image = self.loadResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(look.name())
            )
            if isinstance(image, QImage) and not image.isNull():
                size = image.deviceIndependentSize()
                look.setWidth(size.width())
                look.setHeight(size.height())
                cursor.setPosition(fragment.position())
                cursor.setPosition(
                    fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor
                )
                cursor.setCharFormat(look)
                # a part of the picture's height would stay blank beneath it
                single = QTextBlockFormat()
                single.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
                cursor.mergeBlockFormat(single)


def _heading(level: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontPointSize(POINTS * GROWTH[min(level, 4)])
    look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _code(block: QTextBlock) -> list[tuple[int, int]]:
    """Where names of keys and files begin and end."""
    found = list[tuple[int, int]]()
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().fontFixedPitch():
            found.append((fragment.position(), fragment.position() + fragment.length()))
        iterator += 1
    return found


def _dress_table(table: QTextTable) -> None:
    look = table.format()
    look.setCellPadding(6)
    look.setCellSpacing(0)
    look.setBorderCollapse(True)
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(current_theme().border)))
    look.setTopMargin(8)
    look.setBottomMargin(16)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        heading = QTextCharFormat()
        heading.setBackground(QColor(current_theme().window))
        heading.setFontWeight(QFont.Weight.DemiBold)
        cell.setFormat(heading)
