"""The issue as a Qt tree.

The issue is a frozen value, so only what is another object in the next value is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import PurePath
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.blocks import opening
from desktop.selection import SelectionKind
from desktop.words import tr
from layouts.issue.article import Article, ArticleKind, Section
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.photo_rows import row_at
from layouts.issue.places import Place
from layouts.issue.sidebar import Sidebar

FIGURE, NUMBER, ROW = (Qt.ItemDataRole.UserRole + k for k in (1, 2, 3))
"""Roles: the figure at a row's right (articles of a section, first page of an article); an
article's number; which photo of how many beside each other one is.
"""

LONGEST = 40
"""Characters of a text that stands in for a title that is missing."""

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Node:
    """A row: a part of the issue and its rows below.

    `block` is the place of a photo or a box among the blocks of its article.
    """

    __slots__ = ("block", "children", "key", "kind", "label", "page", "parent", "row", "value")

    def __init__(self, key: int, kind: SelectionKind, value: object, parent: Node | None) -> None:
        self.key = key
        self.kind = kind
        self.value = value
        self.parent = parent
        self.row = 0
        self.block = 0
        self.page = 0
        self.label = ""
        self.children: list[Node] = []


class _WantedRow(NamedTuple):
    """What should stand in a row."""

    kind: SelectionKind
    value: object
    block: int = 0


class IssueModel(QAbstractItemModel):
    """Rows: 报头与要目, the sections with their articles and the articles' photos and boxes, 报尾.

    `renamed` asks for a new name of what is at a place: the panel makes it an edit.
    """

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.issue: Issue | None = None
        self._keys = count(1)
        self._nodes: dict[int, Node] = {}
        self._first: Mapping[int, int] | None = None
        self._root = Node(0, SelectionKind.ISSUE, None, None)

    # -- following the issue -----------------------------------------------------------------------

    def show(self, issue: Issue | None) -> None:
        """Show a value of the issue; rows of parts that are the same objects stay as they are."""
        before, self.issue = self.issue, issue
        if (
            issue is None
            or before is None
            or issue.source != before.source
            or issue.folder != before.folder
        ):
            self.beginResetModel()
            self._nodes.clear()
            self._root.children = []
            if issue is not None:
                self._fill(self._root, _slots_of_issue(issue))
            self.endResetModel()
        elif issue.sections is not before.sections or issue.contents != before.contents:
            self._sync(self._root, _slots_of_issue(issue))

    def show_pages(self, first: Mapping[int, int]) -> None:
        """Show on which page each article begins, by its number."""
        if first is self._first:
            return
        self._first = first
        for number, node in enumerate(self._articles()):
            page = first.get(number, 0)
            if page != node.page:
                node.page = page
                self._tell(node, FIGURE)

    def _articles(self) -> Iterator[Node]:
        for section in self._root.children[1:-1]:
            yield from section.children

    def _fill(self, parent: Node, slots: Sequence[_WantedRow]) -> None:
        parent.children = [self._made(slot, parent) for slot in slots]
        _number(parent)

    def _made(self, slot: _WantedRow, parent: Node) -> Node:
        node = Node(next(self._keys), slot.kind, slot.value, parent)
        self._first = None  # it shows no page yet
        node.block = slot.block
        node.label = _label(node, self.issue)
        self._nodes[node.key] = node
        self._fill(node, _slots_below(slot.value))
        return node

    def _drop(self, node: Node) -> None:
        del self._nodes[node.key]
        for child in node.children:
            self._drop(child)

    def _sync(self, parent: Node, slots: Sequence[_WantedRow]) -> None:
        """Bring the rows under `parent` to `slots`: what begins and ends alike is left alone."""
        nodes = parent.children
        head = tail = 0
        shorter = min(len(nodes), len(slots))
        while head < shorter and nodes[head].value is slots[head].value:
            head += 1
        while tail < shorter - head and nodes[-1 - tail].value is slots[-1 - tail].value:
            tail += 1
        old, new = nodes[head : len(nodes) - tail], slots[head : len(slots) - tail]
        if len(old) == len(new) and _in_place(old, new):
            for node, slot in zip(old, new, strict=True):
                self._renew(node, slot)
        else:
            self._rearrange(parent, head, old, new)
        for node, slot in zip(nodes, slots, strict=True):
            node.block = slot.block

    def _rearrange(
        self, parent: Node, head: int, old: Sequence[Node], new: Sequence[_WantedRow]
    ) -> None:
        index = self.index_of(parent)
        wanted = {id(slot.value) for slot in new}
        for node in reversed(old):
            if id(node.value) not in wanted:
                self.beginRemoveRows(index, node.row, node.row)
                del parent.children[node.row]
                self._drop(node)
                _number(parent)
                self.endRemoveRows()
        for row, slot in enumerate(new, head):
            self._settle(parent, index, row, slot)

    def _settle(self, parent: Node, index: QModelIndex, row: int, slot: _WantedRow) -> None:
        """Have the right node in a row: there already, further down, or new."""
        nodes = parent.children
        if row < len(nodes) and nodes[row].value is slot.value:
            return
        later = next((k for k in range(row + 1, len(nodes)) if nodes[k].value is slot.value), None)
        if later is not None:
            self.beginMoveRows(index, later, later, index, row)
            nodes.insert(row, nodes.pop(later))
            _number(parent)
            self.endMoveRows()
        else:
            self.beginInsertRows(index, row, row)
            nodes.insert(row, self._made(slot, parent))
            _number(parent)
            self.endInsertRows()

    def _renew(self, node: Node, slot: _WantedRow) -> None:
        if node.value is slot.value:
            return
        node.value = slot.value
        below = len(node.children)
        self._sync(node, _slots_below(slot.value))
        label = _label(node, self.issue)
        # of a photo its row may be another
        if (
            label != node.label
            or node.kind is SelectionKind.PHOTO
            or (node.kind is SelectionKind.SECTION and len(node.children) != below)
        ):
            node.label = label
            self._tell(node)

    def _tell(self, node: Node, *roles: int) -> None:
        index = self.index_of(node)
        self.dataChanged.emit(index, index, list(roles))

    # -- places ------------------------------------------------------------------------------------

    def node(self, index: Index) -> Node:
        """The node of a row; the root for no row."""
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """The row of a node."""
        return self.createIndex(node.row, 0, node.key) if node.parent is not None else QModelIndex()

    def place(self, node: Node) -> Place | None:
        """Where in the issue a row's part stands; None for masthead and colophon."""
        match node.kind:
            case SelectionKind.SECTION:
                return Place(node.row - 1)
            case SelectionKind.ARTICLE if node.parent:
                return Place(node.parent.row - 1, node.row)
            case SelectionKind.PHOTO | SelectionKind.BOX if node.parent and node.parent.parent:
                return Place(node.parent.parent.row - 1, node.parent.row, node.block)
            case _:
                return None

    def kind_of(self, index: Index) -> SelectionKind:
        """What kind of part a row shows; Kind.ISSUE for no row."""
        return self.node(index).kind

    def place_of(self, index: Index) -> Place | None:
        """Where in the issue a row's part stands."""
        return self.place(self.node(index))

    def at(self, place: Place) -> QModelIndex:
        """The row of a section, an article (or what has no row of its own inside it), a photo or a
        box; no row where there is none.
        """
        try:
            node = self._root.children[place.section + 1]
            if place.article is not None:
                node = node.children[place.article]
                if place.block is not None:
                    node = next(
                        (child for child in node.children if child.block == place.block), node
                    )
        except IndexError:
            return QModelIndex()
        return self.index_of(node)

    def of_kind(self, kind: SelectionKind) -> QModelIndex:
        """The row of the masthead or the colophon."""
        row = 0 if kind is SelectionKind.MASTHEAD else self.rowCount() - 1
        return self.index(row, 0)

    # -- what Qt asks ------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """A row of a parent."""
        nodes = self.node(parent).children
        return (
            self.createIndex(row, 0, nodes[row].key)
            if column == 0 and 0 <= row < len(nodes)
            else QModelIndex()
        )

    def parent(self, child: Index = NO_INDEX) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride], QObject has another parent()
        """The row above a row in the tree; an invalid index for sections."""
        above = self.node(child).parent
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """How many rows stand under a row."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """One column, whatever the row."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        node = self.node(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return node.label
        if role == Qt.ItemDataRole.EditRole:
            return node.value.title.string if isinstance(node.value, Article) else node.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if role == FIGURE:
            return self._figure(node)
        if role == ROW:
            return _in_row(node)
        if role == NUMBER and node.parent and node.kind is SelectionKind.ARTICLE:
            return (
                sum(len(section.children) for section in self._root.children[1 : node.parent.row])
                + node.row
            )
        return None

    def _figure(self, node: Node) -> str:
        if node.kind is SelectionKind.SECTION:
            return str(len(node.children))
        return str(node.page) if node.kind is SelectionKind.ARTICLE and node.page else ""

    def _spoken(self, node: Node) -> str:
        match node.kind:
            case SelectionKind.SECTION:
                return tr("栏目：{name}，{count} 篇", name=node.label, count=len(node.children))
            case SelectionKind.ARTICLE if node.page:
                return tr("文章：{name}，第 {page} 页", name=node.label, page=node.page)
            case SelectionKind.ARTICLE:
                return tr("文章：{name}", name=node.label)
            case SelectionKind.PHOTO if row := _in_row(node):
                at, count = row
                return tr(
                    "图片：{name}，并排第 {n} 张，共 {count} 张", name=node.label, n=at, count=count
                )
            case SelectionKind.PHOTO:
                return tr("图片：{name}", name=node.label)
            case SelectionKind.BOX:
                return tr("专栏框：{name}", name=node.label)
            case _:
                return node.label

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, Qt's name
        """Ask for another name."""
        place = self.place(self.node(index))
        if role != Qt.ItemDataRole.EditRole or place is None:
            return False
        self.renamed.emit(place, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        node = self.node(index)
        if node is self._root:
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        )
        if node.kind in {SelectionKind.SECTION, SelectionKind.ARTICLE}:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        titled = isinstance(node.value, Article) and node.value.kind is not ArticleKind.BRIEF
        return (
            flags | Qt.ItemFlag.ItemIsEditable
            if node.kind is SelectionKind.SECTION or titled
            else flags
        )


def _slots_of_issue(issue: Issue) -> list[_WantedRow]:
    sections = [_WantedRow(SelectionKind.SECTION, section) for section in issue.sections]
    return [
        _WantedRow(SelectionKind.MASTHEAD, issue.contents),
        *sections,
        _WantedRow(SelectionKind.COLOPHON, SelectionKind.COLOPHON),
    ]


_FLOATS: Mapping[type, SelectionKind] = {
    Photo: SelectionKind.PHOTO,
    Sidebar: SelectionKind.BOX,
}
"""What of an article has a row of its own."""


def _slots_below(value: object) -> list[_WantedRow]:
    if isinstance(value, Section):
        return [_WantedRow(SelectionKind.ARTICLE, article) for article in value.articles]
    if isinstance(value, Article):
        return [
            _WantedRow(_FLOATS[type(block)], block, k)
            for k, block in enumerate(value.blocks)
            if type(block) in _FLOATS
        ]
    return []


def _in_place(old: Sequence[Node], new: Sequence[_WantedRow]) -> bool:
    """Whether every row holds what it held or something new, nothing that stood in another row."""
    known = {id(node.value) for node in old}
    return all(
        slot.value is node.value or id(slot.value) not in known
        for node, slot in zip(old, new, strict=True)
    )


def _in_row(node: Node) -> tuple[int, int] | None:
    """Which photo (from 1) of how many of its row one is; None where it stands in none."""
    article = node.parent.value if node.parent is not None else None
    if node.kind is not SelectionKind.PHOTO or not isinstance(article, Article):
        return None
    row = row_at(article.blocks, node.block)
    return (node.block - row.start + 1, len(row)) if len(row) > 1 else None


def _number(parent: Node) -> None:
    for row, node in enumerate(parent.children):
        node.row = row


def _label(node: Node, issue: Issue | None) -> str:
    value = node.value
    if isinstance(value, Section):
        return value.name or tr("（未命名栏目）")
    if isinstance(value, Article):
        return article_label(value)
    if isinstance(value, Photo):
        # two photos without a caption are told apart by their files
        unsaid = tr("（无图注）")
        return value.caption.string or f"{unsaid}{value.name or PurePath(value.path).name}"
    if isinstance(value, Sidebar):
        said = (text.string for text in value.paragraphs if text.string.strip())
        return _shortened(next(said, "")) or tr("（空框）")
    if node.kind is SelectionKind.MASTHEAD:
        return tr("报头与要目") if issue is None or issue.contents else tr("报头")
    return tr("报尾")


def article_label(article: Article) -> str:
    """What an article is called in lists: its title, or the beginning of its text."""
    if title := " ".join(article.title.string.split()):
        return title
    for block in article.blocks:
        if string := _shortened(opening(block)):
            return string
    return tr("（无标题）")


def _shortened(text: str) -> str:
    string = text.strip()
    return string if len(string) <= LONGEST else f"{string[:LONGEST]}…"
