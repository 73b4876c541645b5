"""The tool bar: file acts, history, whole pages and findings at the left; arrangement, zoom and
export at the right.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.actions import Actions
from desktop.canvas.view import PageView
from desktop.following import Following
from desktop.icons import icon
from desktop.panels.signs import tally
from desktop.session import Session
from desktop.widgets import BadgeButton, set_property
from desktop.window_parts.viewing import Viewing
from desktop.words import tr

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 4.0)


class ToolBar(QToolBar):
    """The tools most used. Its buttons are the menus' own actions."""

    def __init__(
        self, actions: Actions, session: Session, view: PageView, viewing: Viewing, parent: QWidget
    ) -> None:
        super().__init__(tr("工具栏"), parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._session = session
        self._view = view
        self._viewing = viewing
        self._spare: list[tuple[QAction, QWidget]] = []
        self._add_left()
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._add_right()
        self._following = Following(session, self.refresh, self)
        session.edition_changed.connect(self._following.changed)
        session.issue_changed.connect(self._following.changed)
        session.findings_changed.connect(self.refresh)
        view.zoom_changed.connect(self._show_zoom)
        viewing.changed.connect(self.refresh)
        self.refresh()

    def _add_left(self) -> None:
        self._plain("file.new", tr("新建"))
        self._plain("file.open", tr("打开"))
        import_ = self._outlined("article.import", tr("导入稿件"))
        import_.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        _keep(import_, self._actions["article.import"], tr("导入稿件"), "add")
        self.addSeparator()
        for key in ("edit.undo", "edit.redo"):
            button = self._button(key)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addSeparator()
        self.fit = self._outlined("layout.fit", tr("整页适配"))
        self.fit.setIcon(icon("fit-issue"))
        self.findings = BadgeButton(tr("检查"))
        self.findings.setToolTip(self._actions["check.panel"].toolTip())
        self.findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.findings.clicked.connect(self._actions["check.panel"].trigger)
        self.addWidget(self.findings)

    def _add_right(self) -> None:
        self.arrangement = self._menu_button(tr("页面排列"), ("view.spreads", "view.single"))
        self.zoom = self._menu_button(
            tr("显示比例"),
            ("view.zoom-in", "view.zoom-out", "", "view.fit-page", "view.fit-width", ""),
        )
        self._spare.append((self.actions()[-2], self.arrangement))
        for zoom in ZOOMS:
            action = self.zoom.menu().addAction(f"{round(zoom * 100)} %")
            action.triggered.connect(lambda _checked=False, zoom=zoom: self._viewing.zoom_to(zoom))
        self.export = QToolButton()
        self.export.setDefaultAction(self._actions["export.pdf"])
        _keep(self.export, self._actions["export.pdf"], tr("导出 PDF"))
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.export.setMenu(
            self._menu_of(
                (
                    "export.pdf",
                    "export.draft",
                    "",
                    "export.web",
                    "export.wechat",
                    "export.images",
                    "",
                    "file.print-preview",
                    "file.print",
                ),
                self.export,
            )
        )
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.setAccessibleName(tr("导出 PDF"))
        set_property(self.export, "primary", "true")
        self.addWidget(self.export)

    # -- as things stand ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """The export at the end is never what a narrow window cuts off."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Follow buttons that have become larger or smaller."""
        followed = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return followed

    def _make_room(self) -> None:
        """Leave out what menus have as well, until the rest fits."""
        layout = self.layout()
        spacing = 0 if layout is None else layout.spacing()
        rooms = [widget.sizeHint().width() + spacing for _action, widget in self._spare]
        wanted = self.sizeHint().width() + sum(
            room
            for room, (action, _widget) in zip(rooms, self._spare, strict=True)
            if not action.isVisible()
        )
        for room, (action, _widget) in zip(rooms, self._spare, strict=True):
            action.setVisible(wanted <= self.width())
            wanted -= 0 if action.isVisible() else room

    def refresh(self) -> None:
        """Bring words and badges up to date."""
        open_ = self._session.issue is not None
        self._show_zoom(self._view.zoom)
        self.arrangement.setEnabled(open_)
        self.zoom.setEnabled(open_)
        self.findings.setEnabled(open_)
        found = tally(self._session.findings)
        self.findings.set_badge(str(found.total or ""), found.worst or "neutral")
        self.findings.setAccessibleName(
            tr("检查：{counts}", counts=found.told()) if found.total else self.findings.text()
        )

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{round(zoom * 100)} %")
        self.arrangement.setText(tr("跨页") if self._viewing.is_spreads(True) else tr("单页"))

    # -- its parts ---------------------------------------------------------------------------------

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[key])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(
            self._actions.command(key).hint or self._actions[key].text().removesuffix("…")
        )
        self.addWidget(button)
        return button

    def _plain(self, key: str, text: str) -> QToolButton:
        button = self._button(key)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        _keep(button, self._actions[key], text)
        return button

    def _outlined(self, key: str, text: str) -> QToolButton:
        button = self._plain(key, text)
        set_property(button, "outlined", "true")
        return button

    def _menu_button(self, name: str, keys: tuple[str, ...]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu_of(keys, button))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_property(button, "outlined", "true")
        self.addWidget(button)
        return button

    def _menu_of(self, keys: tuple[str, ...], parent: QWidget) -> QMenu:
        return self._actions.menu(keys, parent)


def _keep(button: QToolButton, action: QAction, text: str, symbol: str = "") -> None:
    """Another text and icon than the menu's: a button takes its action's again whenever that
    changes.
    """

    def put() -> None:
        if text:
            button.setText(text)
        if symbol:
            button.setIcon(icon(symbol))

    put()
    action.changed.connect(put)
