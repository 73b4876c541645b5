"""The window of the guide: contents and search at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.guide.browser import GuideBrowser
from desktop.guide.pages import PAGES, GuideSection, sections
from desktop.guide.topics import Topic
from desktop.widgets.rows import tall_rows
from desktop.words import language, tr

SIZE = (1000, 720)
CONTENTS = 260
"""Pixels of window and contents, where the screen has room."""

SECTION = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """Stands beside the work and does not hold it up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(tr("版心指南"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._been: list[tuple[str, str]] = []
        self._make_parts()
        self._put_together()
        self._fill()
        for keys, act in (
            ("Esc", self.close),
            ("F1", self.search.setFocus),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+W", self.close),
            ("Alt+Left", self.go_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _make_parts(self) -> None:
        self.search = QLineEdit(placeholderText=tr("在指南中查找"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("在指南中查找"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._next)
        self.contents = QTreeWidget()
        self.contents.setAccessibleName(tr("目录"))
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setIndentation(12)
        tall_rows(self.contents)
        self.contents.currentItemChanged.connect(self._show_chosen)
        self.back = QPushButton(tr("后退"))
        self.back.setEnabled(False)
        self.back.clicked.connect(self.go_back)
        self.browser = GuideBrowser()
        self.browser.setAccessibleName(tr("指南正文"))
        self.browser.followed.connect(self.go)

    def _put_together(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        halves.addWidget(left)
        halves.addWidget(self.browser)
        halves.setStretchFactor(1, 1)
        halves.setSizes([CONTENTS, SIZE[0] - CONTENTS])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - 40))

    def _fill(self) -> None:
        for page in PAGES[language()]:
            top: QTreeWidgetItem | None = None
            for section in sections(page):
                item = QTreeWidgetItem([section.title])
                item.setData(0, SECTION, section)
                item.setToolTip(0, section.title)
                if top is None:
                    top = item
                    font = item.font(0)
                    font.setBold(True)
                    item.setFont(0, font)
                    self.contents.addTopLevelItem(item)
                else:
                    top.addChild(item)
        self.contents.expandAll()

    # -- going somewhere ---------------------------------------------------------------------------

    def show_topic(self, topic: Topic) -> None:
        """Show what the guide says on something."""
        self.search.clear()
        title = topic.title(language())
        for item in self._items():
            if _section(item).title == title:
                self.contents.setCurrentItem(item)
                self._show_chosen(item)
                return

    def go(self, page: str, anchor: str) -> None:
        """Follow a link to a page of ours."""
        if self.browser.page:
            here = self.contents.currentItem()
            self._been.append((self.browser.page, _section(here).anchor if here else ""))
            self.back.setEnabled(True)
        self._open(page, anchor)

    def go_back(self) -> None:
        """Return to where the last link was followed."""
        if self._been:
            self._open(*self._been.pop())
        self.back.setEnabled(bool(self._been))

    def _open(self, page: str, anchor: str) -> None:
        item = next(
            (
                item
                for item in self._items()
                if _section(item).page == page and anchor in {"", _section(item).anchor}
            ),
            None,
        )
        self.contents.blockSignals(True)  # the page may hold more headings than the contents
        if item is not None:
            self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        self.browser.show_page(page, anchor)
        self.browser.mark(self.search.text())

    def _show_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            section = _section(item)
            self.browser.show_page(section.page, section.anchor)
            self.browser.mark(self.search.text())

    # -- searching ---------------------------------------------------------------------------------

    def _filter(self, words: str) -> None:
        """List only sections that hold the words; the first of them is shown."""
        for item in self._items():
            fits = _section(item).holds(words)
            item.setHidden(not fits)
            parent = item.parent()
            if fits and parent is not None:
                parent.setHidden(False)
        found = self._found()
        if words and found and self.contents.currentItem() not in found:
            self.contents.setCurrentItem(found[0])
        self.browser.mark(words)

    def _next(self) -> None:
        """Enter: the next section that holds the words."""
        found = self._found()
        if found:
            here = self.contents.currentItem()
            at = found.index(here) + 1 if here in found else 0
            self.contents.setCurrentItem(found[at % len(found)])

    def _found(self) -> list[QTreeWidgetItem]:
        words = self.search.text()
        return [item for item in self._items() if _section(item).holds(words)]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for k in range(self.contents.topLevelItemCount()):
            top = self.contents.topLevelItem(k)
            if top is not None:
                yield top
                children = (top.child(n) for n in range(top.childCount()))
                yield from (child for child in children if child is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another theme: the page is dressed in it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "browser"):
            self.browser.restyle()


def _section(item: QTreeWidgetItem) -> GuideSection:
    section = item.data(0, SECTION)
    assert isinstance(section, tuple)  # noqa: S101, for the type checker
    return GuideSection(*section)
