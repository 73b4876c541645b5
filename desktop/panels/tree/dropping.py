"""Where something dragged over the tree would come to stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex, QPoint
from PySide6.QtWidgets import QTreeView

from desktop.incoming import incoming, sorted_files
from desktop.panels.tree.model import IssueModel, Node
from desktop.selection import SelectionKind
from layouts.issue.places import Place

PLACES = "application/x-banxin-places"
"""What is dragged inside the window: places as text."""

FLOATS = frozenset({SelectionKind.PHOTO, SelectionKind.BOX})
"""Rows under that of their article, which is meant where they are pointed at."""


class TreeDrop(NamedTuple):
    """A place to drop at, and where its line is drawn: the height in the viewport, and from which
    x; a frame where it has a `height`.
    """

    place: Place
    y: int
    left: int
    height: int = 0


def packed(places: Sequence[Place]) -> QMimeData:
    """Places of the issue as data to drag; `unpacked` reads them."""
    data = QMimeData()
    data.setData(
        PLACES,
        ";".join(f"{p.section},{'' if p.article is None else p.article}" for p in places).encode(),
    )
    return data


def unpacked(data: QMimeData) -> tuple[Place, ...]:
    """The places that are dragged, none where it is something else."""
    if not data.hasFormat(PLACES):
        return ()
    parts = [part.split(",") for part in bytes(data.data(PLACES).data()).decode().split(";")]
    return tuple(
        Place(int(section), int(article) if article else None) for section, article in parts
    )


def kind_of(data: QMimeData) -> SelectionKind:
    """What is dragged: a section, photo files for an article, or articles and manuscripts."""
    places = unpacked(data)
    if places:
        return SelectionKind.ARTICLE if places[0].article is not None else SelectionKind.SECTION
    files = incoming(data).files
    is_photos = len(sorted_files(files).photos) == len(files)
    return SelectionKind.PHOTO if is_photos else SelectionKind.ARTICLE


def target_of(
    view: QTreeView, at: QPoint, kind: SelectionKind, indents: tuple[int, int]
) -> TreeDrop | None:
    """Where something dropped at a point would go; `indents` are the left edges of the lines for
    sections and for articles.
    """
    model = view.model()
    if not isinstance(model, IssueModel) or model.issue is None:
        return None
    index = view.indexAt(at)
    if not index.isValid():
        index = model.index(model.rowCount() - 1, 0)
    node = model.node(index)
    rect = view.visualRect(index)
    lower = at.y() > rect.center().y()
    if kind is SelectionKind.SECTION:
        return _section_target(view, model, node, lower=lower, left=indents[0])
    if kind is SelectionKind.PHOTO:
        return _photo_target(view, model, node)
    return _article_target(view, model, node, lower=lower, left=indents[1])


def _photo_target(view: QTreeView, model: IssueModel, node: Node) -> TreeDrop | None:
    """Photos go into the article whose row (or a photo's or box's) is pointed at, into the first of
    a section.
    """
    if node.kind in FLOATS and node.parent:
        node = node.parent
    if node.kind is SelectionKind.SECTION and node.children:
        node = node.children[0]
    place = model.place(node)
    if node.kind is not SelectionKind.ARTICLE or place is None:
        return None
    rect = view.visualRect(model.index_of(node))
    return TreeDrop(place, rect.top(), 0, rect.height())


def _section_target(
    view: QTreeView, model: IssueModel, node: Node, *, lower: bool, left: int
) -> TreeDrop:
    count = model.rowCount() - 2
    while node.parent is not None and node.parent.parent is not None:
        node, lower = node.parent, True
    row = (
        0
        if node.kind is SelectionKind.MASTHEAD
        else count
        if node.kind is SelectionKind.COLOPHON
        else node.row - 1 + int(lower)
    )
    return TreeDrop(Place(row), view.visualRect(model.index(row + 1, 0)).top(), left)


def _article_target(
    view: QTreeView, model: IssueModel, node: Node, *, lower: bool, left: int
) -> TreeDrop | None:
    sections = model.rowCount() - 2
    if sections == 0:  # a section is made for them
        return TreeDrop(Place(0, 0), view.visualRect(model.index(1, 0)).top(), left)
    if node.kind in FLOATS and node.parent:
        node, lower = node.parent, True
    if node.kind is SelectionKind.ARTICLE and node.parent:
        row = node.row + int(lower)
        return TreeDrop(
            Place(node.parent.row - 1, row), _edge(view, model.index_of(node), below=lower), left
        )
    if node.kind is SelectionKind.SECTION and lower and view.isExpanded(model.index_of(node)):
        return TreeDrop(
            Place(node.row - 1, 0),
            _edge(view, model.index_of(node), below=False) + _height(view, model, node),
            left,
        )
    # the upper half of a section's row is the end of the section above; a closed section takes at
    # its end
    row = (
        node.row
        if node.kind is SelectionKind.SECTION and (lower or node.row == 1)
        else node.row - 1
    )
    row = min(max(row, 1), sections)
    section = model.node(model.index(row, 0))
    if row == node.row and not lower and node.kind is SelectionKind.SECTION:
        return TreeDrop(
            Place(0, 0),
            _edge(view, model.index_of(node), below=False) + _height(view, model, node),
            left,
        )
    y = view.visualRect(model.index(row + 1, 0)).top()
    return TreeDrop(Place(row - 1, len(section.children)), y, left)


def _height(view: QTreeView, model: IssueModel, node: Node) -> int:
    return view.visualRect(model.index_of(node)).height()


def _edge(view: QTreeView, index: QModelIndex, *, below: bool) -> int:
    """The top of a row, or the foot of it and the rows open below it."""
    if not below:
        return view.visualRect(index).top()
    model = view.model()
    while view.isExpanded(index) and model.rowCount(index):
        index = model.index(model.rowCount(index) - 1, 0, index)
    return view.visualRect(index).bottom() + 1
