"""The layout panel (版式设计): parts that fold, in the order in which pages are designed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
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
from desktop.panels.design.compare import CompareGroup
from desktop.panels.design.design import Design
from desktop.panels.design.grid import GridGroup
from desktop.panels.design.group import DesignGroup, TableGroup
from desktop.panels.design.inks import InksGroup
from desktop.panels.design.locks import LocksGroup
from desktop.panels.design.opened import OpenGroup
from desktop.panels.design.page import PageGroup
from desktop.panels.design.styles import StylesGroup
from desktop.panels.forms.form import MARGINS
from desktop.session import Session
from desktop.widgets import MiddleElidedLabel
from desktop.widgets.form_area import FormArea
from desktop.words import language, tr
from layouts.house.declaring import SettingsTable
from layouts.house.schema import LAYOUT

FIRST = ("masthead", "contents", "page_number", "running_head", "body", "ornaments")
LAST = ("note", "notes", "pull_quote", "photo", "table", "colophon", "punctuation")
"""Parts that the schema makes; those it has and nobody named stand between the two."""

MADE_BY_HAND = frozenset({"page", "grid", "styles", "inks", "open", "locks"})

WIDTH = 348
"""Pixels that the panel likes: two fields of a length and its unit beside each other."""


class LayoutPanel(QWidget):
    """All of a layout. `closed`: the editor is done; `stock_wanted`: the pages in the stock layout
    are to be seen, or no longer.
    """

    closed = Signal()
    stock_wanted = Signal(bool)

    def __init__(self, session: Session, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.design = Design(session, self)
        self.groups: list[DesignGroup] = []
        self.setObjectName("layout-design")
        self.setAccessibleName(tr("版式设计"))
        self._menu = menu
        self._lay_out()
        self._following = Following(session, self.follow, self)
        session.issue_changed.connect(self._following.changed)
        self.design.changed.connect(self._show)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self.design.another_visit)
        self.follow()

    # -- its parts ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.area = FormArea()
        column.addWidget(self.area, 1)
        column.addWidget(self._foot())
        form = QWidget()
        self.column = QVBoxLayout(form)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(4)
        self._make_groups()
        self.column.addStretch(1)
        self.area.take(form)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("role", "toolbar")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        title = QLabel(tr("版式设计"))
        title.setProperty("role", "heading")
        self.layout_name = MiddleElidedLabel()
        self.layout_name.setProperty("role", "quiet")
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu)
        self.more.setToolTip(tr("版式包和库存版式"))
        self.more.setAccessibleName(tr("版式包和库存版式"))
        self.more.setProperty("role", "bare")
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(tr("收起版式设计"))
        close.setAccessibleName(tr("收起版式设计"))
        close.clicked.connect(self.closed)
        row.addWidget(title)
        row.addWidget(self.layout_name, 1)
        row.addWidget(self.more)
        row.addWidget(close)
        return head

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        self.hold = QPushButton(tr("按住看库存版式"))
        self.hold.setToolTip(tr("按住鼠标或空格键，页面按没改过的版式显示；松开回来"))
        self.hold.pressed.connect(lambda: self.stock_wanted.emit(True))
        self.hold.released.connect(lambda: self.stock_wanted.emit(False))
        self.done = QPushButton(tr("完成"))
        self.done.clicked.connect(self.closed)
        row.addWidget(self.hold)
        row.addStretch(1)
        row.addWidget(self.done)
        return foot

    def _make_groups(self) -> None:
        design = self.design
        self.compare = CompareGroup(design)
        self.page, self.grid, self.styles = (
            PageGroup(design),
            GridGroup(design),
            StylesGroup(design),
        )
        self.inks, self.opened, self.locks = (
            InksGroup(design),
            OpenGroup(design),
            LocksGroup(design),
        )
        tables = {place: TableGroup(design, place) for place in table_places()}
        self.tables = tables
        self.groups = [
            self.compare,
            self.page,
            self.grid,
            self.styles,
            *tables.values(),
            self.inks,
            self.opened,
            self.locks,
        ]
        for group in self.groups:
            self.column.addWidget(group)

    def show_style(self, style: str) -> None:
        """Unfold the styles at one of them, the field of its face under the keys."""
        self.styles.set_expanded(True)
        self.styles.choose(style)
        self.area.seek(self.styles.by_key["face"])

    # -- following ---------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the layout of the issue as it is now."""
        if self.isHidden() and self.parent() is not None:
            return
        self.design.follow()

    def _show(self) -> None:
        layout = self.design.layout
        if layout is not None:
            self.layout_name.setText(layout.title_zh if language() == "zh" else layout.title_en)
        self.hold.setEnabled(bool(self.design.differences))
        for group in self.groups:
            group.follow()

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Room for two fields."""
        return QSize(WIDTH, 600)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def table_places() -> list[str]:
    """The tables of the schema that are made from it, in order."""
    known = [
        key
        for key, setting in LAYOUT.settings.items()
        if isinstance(setting.kind, SettingsTable) and key not in MADE_BY_HAND
    ]
    between = [key for key in known if key not in FIRST and key not in LAST]
    return [key for key in (*FIRST, *between, *LAST) if key in known]
