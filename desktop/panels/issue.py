"""本期: the issue as a tree, in which everything is moved, renamed and taken out."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.following import Following
from desktop.icons import icon
from desktop.panels.flow import flow_of
from desktop.panels.ordering import Ordering
from desktop.panels.tree.model import IssueModel
from desktop.panels.tree.view import IssueTree
from desktop.selection import (
    NOTHING,
    Selection,
    SelectionKind,
    of_article,
    of_box,
    of_photo,
    of_section,
)
from desktop.session import Session
from desktop.words import tr
from layouts.issue.article import Article, Section
from layouts.issue.fitting import NO_FITTING
from layouts.issue.places import Place


class IssuePanel(QWidget):
    """The issue's tree with its heading. What needs a dialog is asked of the window by signals.

    `files_dropped(paths, place)`, `edit_requested(place)`: put a caret there;
    `import_requested(place)`, `photo_requested(place)`, `menu_requested(point)`: a context menu is
    wanted there on the screen; `layer_requested`: the list of what fitting changed.
    """

    files_dropped = Signal(object, object)
    edit_requested = Signal(object)
    menu_requested = Signal(QPoint)
    import_requested = Signal(object)
    photo_requested = Signal(object)
    layer_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.flow = flow_of(session)
        self.ordering = Ordering(session)
        self.model = IssueModel(self)
        self.tree = IssueTree(self.model, self)
        self.heading = QLabel(self)
        # what fitting changed lies over all that stands in the tree
        self.layer = QPushButton(self)
        self._fitting = NO_FITTING
        self._closed: dict[int, object] = {}
        self._following = False
        self.setAccessibleName(tr("本期"))
        self._lay_out()
        self._connect()
        self.follow()

    def _lay_out(self) -> None:
        self.add_button = QToolButton(self)
        self.add_button.setIcon(icon("add", "quiet"))
        self.add_button.setAutoRaise(True)
        self.add_button.setAccessibleName(tr("添加到本期"))
        self.add_button.setToolTip(tr("添加文章、栏目、稿件或图片"))
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.setStyleSheet(
            "QToolButton::menu-indicator { image: none; } QToolButton { padding: 3px; }"
        )
        self.add_button.setMenu(self._add_menu())
        self.heading.setProperty("role", "quiet")
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 8, 2)
        top.addWidget(self.heading, 1)
        top.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        self.layer.setProperty("role", "link")
        self.layer.setToolTip(tr("整页适配作的改动：看一看，或者去掉"))
        self.layer.clicked.connect(self.layer_requested)
        self.layer.hide()
        beside = QHBoxLayout()
        beside.setContentsMargins(12, 0, 8, 2)
        beside.addWidget(self.layer)
        beside.addStretch(1)
        column.addLayout(beside)
        column.addWidget(self.tree, 1)
        self.setTabOrder(self.add_button, self.tree)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        tree = self.tree
        self._issue_later = Following(self.session, self.follow, self)
        self._selection_later = Following(self.session, self._follow_selection, self)
        self.session.issue_changed.connect(self._issue_later.changed)
        self.session.selection_changed.connect(self._selection_later.changed)
        self.flow.changed.connect(self._follow_pages)
        self.model.renamed.connect(self.ordering.rename)
        self.model.rowsInserted.connect(self._open_new)
        self.model.modelReset.connect(self._open_all)
        tree.selectionModel().selectionChanged.connect(self._select)
        tree.clicked.connect(self._click)
        tree.collapsed.connect(self._remember)
        tree.expanded.connect(self._remember)
        tree.dropped.connect(self.ordering.move)
        tree.files_dropped.connect(self.files_dropped)
        tree.stepped.connect(self.ordering.step)
        tree.removed.connect(self.ordering.remove)
        tree.opened.connect(self._open)

    # -- following the session ---------------------------------------------------------------------

    def follow(self) -> None:
        """Show the issue as it is now."""
        self._following = True
        try:
            self.model.show(self.session.issue)
        finally:
            self._following = False
        self.add_button.setEnabled(self.session.issue is not None)
        self._follow_layer()
        self._follow_pages()
        self._follow_selection()

    def _follow_pages(self, _changed: object = None) -> None:
        if self.session.composed_issue is not None and self._same_count():
            self.model.show_pages(self.flow.first)
        pages = len(self.flow.pages)
        heading = tr("本期 · {n} 页", n=pages) if pages else tr("本期")
        if heading != self.heading.text():
            self.heading.setText(heading)

    def _follow_layer(self) -> None:
        """Say how much fitting changed, where it did."""
        issue = self.session.issue
        fitting = NO_FITTING if issue is None else issue.fitting
        if issue is not None and fitting != self._fitting:
            from layouts.fitting.listing import changes_in

            self.layer.setText(tr("适配调整 {n} 处", n=len(changes_in(issue))))
        self._fitting = fitting
        self.layer.setVisible(fitting != NO_FITTING)

    def _same_count(self) -> bool:
        """Whether articles of the pages are numbered as those of the issue are."""
        issue, composed = self.session.issue, self.session.composed_issue
        if issue is composed or issue is None or composed is None:
            return issue is composed
        return [len(section.articles) for section in issue.sections] == [
            len(section.articles) for section in composed.sections
        ]

    def _follow_selection(self) -> None:
        self._following = True
        try:
            self.tree.show_selected(self._rows_of(self.session.selection))
        finally:
            self._following = False

    def _rows_of(self, selection: Selection) -> list[QModelIndex]:
        if self.model.issue is None:
            return []
        match selection.kind:
            case SelectionKind.MASTHEAD | SelectionKind.CONTENTS:
                return [self.model.of_kind(SelectionKind.MASTHEAD)]
            case SelectionKind.COLOPHON:
                return [self.model.of_kind(SelectionKind.COLOPHON)]
            case SelectionKind.TEXT:
                places = [place.of_article for place in selection.places]
            case _:
                places = list(selection.places)
        return [index for index in map(self.model.at, places) if index.isValid()]

    # -- rows open and closed ----------------------------------------------------------------------

    def _remember(self, index: QModelIndex) -> None:
        value = self.model.node(index).value
        key = _name_of(value)
        if self.tree.isExpanded(index):
            self._closed.pop(key, None)
        else:
            self._closed[key] = value

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._open_below(self.model.index(row, 0, parent))

    def _open_all(self) -> None:
        self._open_new(QModelIndex(), 0, self.model.rowCount() - 1)

    def _open_below(self, index: QModelIndex) -> None:
        if _name_of(self.model.node(index).value) not in self._closed:
            self.tree.expand(index)
        for row in range(self.model.rowCount(index)):
            self._open_below(self.model.index(row, 0, index))

    # -- acts --------------------------------------------------------------------------------------

    def _select(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._following:
            return
        indexes = self.tree.selectionModel().selectedIndexes()
        if indexes:
            self._select_rows(indexes, self.tree.currentIndex())

    def _select_rows(self, indexes: list[QModelIndex], current: QModelIndex) -> None:
        kind = self.model.kind_of(current if current in indexes else indexes[0])
        places = sorted(
            place
            for index in indexes
            if self.model.kind_of(index) is kind and (place := self.model.place_of(index))
        )
        if kind is SelectionKind.ARTICLE:
            self.session.select(of_article(*places))
        elif kind is SelectionKind.SECTION:
            self.session.select(of_section(places[0]))
        elif kind is SelectionKind.PHOTO:
            self.session.select(of_photo(*places))
        elif kind is SelectionKind.BOX:
            self.session.select(of_box(places[0]))
        else:
            self.session.select(Selection(kind))

    def _click(self, _index: QModelIndex) -> None:
        """A click on a row that is selected already chooses it again: it comes into view."""
        self._select(QItemSelection(), QItemSelection())

    def _open(self, place: Place | None) -> None:
        index = self.tree.currentIndex()
        if place is None:
            return
        if self.model.kind_of(index) is SelectionKind.SECTION:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.edit_requested.emit(place)

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("新建文章"), self.ordering.add_article)
        menu.addAction(tr("新建栏目"), self._add_section)
        menu.addSeparator()
        menu.addAction(
            tr("导入稿件…"), lambda: self.import_requested.emit(self.ordering.after_selection())
        )
        self._photo_action = menu.addAction(
            tr("插入图片…"), lambda: self.photo_requested.emit(self.session.selection.place)
        )
        menu.aboutToShow.connect(
            lambda: self._photo_action.setEnabled(self.ordering.article() is not None)
        )
        return menu

    def _add_section(self) -> None:
        """A new section, its name waiting to be typed."""
        place = self.ordering.add_section()
        if place is not None:
            self.tree.rename(self.model.at(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802, Qt's name
        """Select the row under the pointer, nothing on the blank below them, and ask the window
        for its menu; asked by keys it is that of the row that has them.
        """
        if self.session.issue is None:
            return
        viewport, at = self.tree.viewport(), event.globalPos()
        index = self.tree.indexAt(viewport.mapFromGlobal(at))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.tree.currentIndex()
            self.tree.scrollTo(index)
            at = viewport.mapToGlobal(self.tree.visualRect(index).bottomLeft() + QPoint(40, 0))
        self._aim(index)
        self.menu_requested.emit(at)

    def _aim(self, index: QModelIndex) -> None:
        """What a menu is about: a row, with the others where it is one of several selected."""
        if not index.isValid():
            self.session.select(NOTHING)
            return
        kind, place = self.model.kind_of(index), self.model.place_of(index)
        now = self.session.selection
        # a caret in an article selects its row too
        if kind is not now.kind or (place is not None and place not in now.places):
            self._select_rows([index], index)


def _name_of(value: object) -> int:
    """What a part of the issue is recognised by when it was edited: where it came from, and else
    the object.
    """
    if isinstance(value, Section | Article) and value.source.line:
        return hash((type(value), value.source))
    return id(value)
