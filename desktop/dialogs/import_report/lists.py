"""Comments that came with manuscripts, and what did not come in."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.rows import WrappedRows
from desktop.words import spoken, tr
from layouts.importing.report.whereabouts import where_said
from layouts.importing.result import ImportedSource
from layouts.importing.revising import Key
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_at, texts_of
from layouts.issue.text import Comment, Mark, MarkKind

VALUE = Qt.ItemDataRole.UserRole

WIDE_COLUMNS = 2
"""Columns of sentences, which share what width there is."""

FILE, FILE_WIDTH = 3, 130
"""The column with a manuscript's name, and its pixels at first."""


class ImportedComment(NamedTuple):
    """A comment on words of an article: the numbers of its source and article, where it is as if
    the article were the first of its issue, and the words.
    """

    source: int
    article: int
    place: Place
    mark: Mark
    comment: Comment
    quote: str


def comments_in(
    issue: Issue, places: Mapping[Key, Place], sources: Container[int]
) -> list[ImportedComment]:
    """The comments that still stand on what sources of these numbers brought, in order."""
    return [
        comment
        for (source, number), place in places.items()
        if source in sources
        for comment in _comments(source, number, article_at(issue, place))
    ]


def _comments(source: int, index: int, article: Article) -> Iterator[ImportedComment]:
    for place, text in texts_of(article, Place(0, 0)):
        for mark in text.marks:
            if mark.kind is MarkKind.COMMENT and isinstance(mark.value, Comment):
                quote = text.string[mark.start : mark.end]
                yield ImportedComment(source, index, place, mark, mark.value, quote)


class CommentList(QWidget):
    """The comments; `wanted` carries one to be shown on the page, `removed` one to be deleted."""

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = _table(tr("批注"), [tr("批注"), tr("说的是"), tr("谁"), tr("稿件")])
        self.tree.itemActivated.connect(self._see)
        self.tree.currentItemChanged.connect(self._enable)
        self.see = QPushButton(tr("到页面上看"))
        self.see.clicked.connect(self._see)
        self.remove = QPushButton(tr("删除批注"))
        self.remove.clicked.connect(lambda: self._tell(self.removed))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.see)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.addWidget(self.tree, 1)
        box.addLayout(row)
        self._enable()

    def show_comments(self, comments: Sequence[ImportedComment], names: Mapping[int, str]) -> None:
        """Show these instead of those before; with the names of their manuscripts by number."""
        self.tree.setColumnHidden(FILE, len(names) == 1)
        current = self.tree.currentItem()
        at = self.tree.indexOfTopLevelItem(current) if current is not None else -1
        self.tree.clear()
        for comment in comments:
            said = comment.comment
            texts = [said.text, comment.quote, said.author, names[comment.source]]
            row = QTreeWidgetItem(self.tree, texts)
            row.setData(0, VALUE, comment)
            for column in range(len(texts)):
                row.setToolTip(column, row.text(column))
        following = self.tree.topLevelItem(min(at, len(comments) - 1))
        if following is not None:  # there, after one was deleted
            self.tree.setCurrentItem(following)
        self._enable()

    def _see(self) -> None:
        self._tell(self.wanted)

    def _tell(self, signal: SignalInstance) -> None:
        item = self.tree.currentItem()
        if item is not None:
            signal.emit(item.data(0, VALUE))

    def _enable(self) -> None:
        for button in (self.see, self.remove):
            button.setEnabled(self.tree.currentItem() is not None)


class LostList(QTreeWidget):
    """What of the sources is in no article, with the characters that went with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, tr("未收入"), [tr("是什么"), tr("文字"), tr("在哪里"), tr("稿件")])

    def show_lost(self, sources: Sequence[ImportedSource]) -> int:
        """Show what these left out, instead of those before; how much there is."""
        self.setColumnHidden(FILE, len(sources) == 1)
        self.clear()
        for source in sources:
            for one in source.lost:
                said = spoken(one)
                where = where_said(one.where)
                place = spoken(where)
                texts = [said, one.text, place, source.path.name]
                row = QTreeWidgetItem(self, texts)
                for column in range(len(texts)):
                    row.setToolTip(column, row.text(column))
        return self.topLevelItemCount()


def _table(name: str, headers: Sequence[str]) -> QTreeWidget:
    tree = QTreeWidget()
    _prepare(tree, name, headers)
    return tree


def _prepare(tree: QTreeWidget, name: str, headers: Sequence[str]) -> None:
    tree.setAccessibleName(name)
    tree.setHeaderLabels(list(headers))
    tree.setRootIsDecorated(False)
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.setItemDelegate(WrappedRows(tree, 0))
    tree.header().setStretchLastSection(False)
    for column in range(len(headers)):
        wide = column < WIDE_COLUMNS
        mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
        tree.header().setSectionResizeMode(column, mode)
    tree.header().setSectionResizeMode(FILE, QHeaderView.ResizeMode.Interactive)
    tree.header().resizeSection(FILE, FILE_WIDTH)
