"""The real view of pages over a real session, driven as by hand: for the tests of the canvas."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.view import PageView
from desktop.selection import SelectionKind, TextPosition
from desktop.session import Session
from fonts.catalogue import Catalogue
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, text_at
from layouts.page.hit import Rect, fixed_box, hit, section_box
from layouts.page.item import Line, Picture

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Driver:
    """A view, and hands on its mouse and keys.

    Points are those of a page: page from 0, x and y in points.
    """

    def __init__(self, session: Session, view: PageView) -> None:
        self.session = session
        self.view = view

    @property
    def issue(self) -> Issue:
        assert self.session.issue is not None
        return self.session.issue

    # -- where things are --------------------------------------------------------------------------

    def at(self, page: int, x: float, y: float) -> QPoint:
        """A point of a page in the viewport."""
        shown = self.view.shown(page)
        return shown.point(x, y).toPoint()

    def line(self, text: str, role: str = "body") -> tuple[int, Line]:
        """The first line of a role that holds a text, with its page; brought into view."""
        for page, shown in enumerate(self.view.pages):
            for line in shown.lines:
                if line.role == role and text in line.text:
                    self.view.show_rect(page, Rect(line.x, line.y - line.size, line.x + 10, line.y))
                    return page, line
        raise LookupError(text)

    def picture(self) -> tuple[int, Picture]:
        """The first picture, brought into view."""
        page, picture = next(
            (page, picture)
            for page, shown in enumerate(self.view.pages)
            for picture in shown.pictures
        )
        self.view.show_rect(
            page, Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
        )
        return page, picture

    def photo(self) -> tuple[Place, Photo]:
        """The first photo of the issue."""
        for s, section in enumerate(self.issue.sections):
            for a, article in enumerate(section.articles):
                for k, block in enumerate(article.blocks):
                    if isinstance(block, Photo):
                        return Place(s, a, k), block
        raise LookupError

    def middle(self) -> QPoint:
        """The middle of the first picture in the viewport."""
        page, picture = self.picture()
        return self.at(page, picture.x + picture.width / 2, picture.y + picture.height / 2)

    # -- hands -------------------------------------------------------------------------------------

    def click(
        self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mouseClick(self.view.viewport(), button, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)
        QTest.mouseRelease(self.view.viewport(), LEFT, NONE, at)

    def press(self, at: QPoint) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, NONE, at)

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), at)
        QApplication.processEvents()
        self.session.settle()

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, NONE, at)
        self.session.settle()

    @contextmanager
    def drag(self, start: QPoint, end: QPoint, steps: int = 6) -> Iterator[None]:
        """Press, move in steps; the body runs before the button is let go."""
        self.press(start)
        for k in range(1, steps + 1):
            self.move(start + (end - start) * k / steps)
        yield
        self.release(end)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.view, key, modifiers)
        self.session.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.view, text)
        self.session.settle()

    def commit(self, text: str) -> None:
        """Commit a string as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.view, event)
        self.session.settle()

    def compose(self, text: str, cursor: int | None = None) -> None:
        """Compose a string that is not committed yet; it is on the pages then."""
        at = len(text) if cursor is None else cursor
        attributes = [
            QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, at, 1, None)
        ]
        QApplication.sendEvent(self.view, QInputMethodEvent(text, attributes))
        self.shown()

    def shown(self) -> None:
        """Wait until what is composed is on the pages; `settle` waits for the issue without it."""
        end = time.monotonic() + 20
        while self.view.editor.caret.area() is None and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.001)
        assert self.view.editor.caret.area() is not None

    # -- what is there -----------------------------------------------------------------------------

    def edit(self, place: Place, offset: int) -> None:
        """Put the caret somewhere."""
        self.view.editor.go(TextPosition(place, offset))
        self.view.setFocus()

    @property
    def position(self) -> TextPosition:
        assert self.session.selection.kind is SelectionKind.TEXT
        assert self.session.selection.caret is not None
        return self.session.selection.caret.position

    @property
    def marked(self) -> str:
        """The marked text, inside one text."""
        caret = self.session.selection.caret
        assert caret is not None
        first, last = caret.ordered
        assert first.place == last.place
        return self.text(first.place)[first.offset : last.offset]

    def text(self, place: Place) -> str:
        return text_at(self.issue, place).string

    def caret_is_seen(self) -> bool:
        area = self.view.editor.caret.area()
        return area is not None and self.view.viewport().rect().contains(area.center().toPoint())


def opened(catalogue: Catalogue, issue: Issue) -> Driver:
    """A view of an issue, shown with its pages."""
    session = Session(catalogue)
    view = PageView(session)
    view.resize(1100, 820)
    view.show()
    view.setFocus()
    session.open(issue, None)
    assert session.settle()
    QApplication.processEvents()
    return Driver(session, view)


def closed(driver: Driver) -> None:
    """End the threads of a view and its session."""
    driver.session.stop()
    driver.view.ahead.stop()
    driver.view.surface.close()
    driver.view.close()
    driver.view.deleteLater()
    driver.session.deleteLater()


__all__ = [
    "CONTROL",
    "LEFT",
    "NONE",
    "SHIFT",
    "Driver",
    "closed",
    "fixed_box",
    "hit",
    "opened",
    "section_box",
]
