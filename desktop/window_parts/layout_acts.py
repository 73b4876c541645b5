"""Which layout the open issue is set in: another one in one act, by pictures or by name."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.relaying import layout_title, layouts_for, said_of
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import LayoutError
from layouts.house.changing import change_layout


class LayoutActs(QObject):
    """What the layout menu does with layouts."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def choose(self) -> None:
        """Show page 1 in every layout, to choose by."""
        from desktop.dialogs.layout_gallery import LayoutGallery

        issue = self._session.issue
        if issue is not None and not self._session.refuses():
            gallery = LayoutGallery(issue, self._session.tasks, self._services.window)
            gallery.chosen.connect(self.change)
            gallery.open()

    def fill(self, menu: QMenu) -> None:
        """Fill the menu of layouts."""
        menu.clear()
        issue = self._session.issue
        if issue is None:
            return
        for name in layouts_for(issue):
            action = menu.addAction(layout_title(name, issue))
            action.setCheckable(True)
            action.setChecked(issue.layout == name)
            action.triggered.connect(lambda _checked=False, name=name: self.change(name))

    def change(self, name: str) -> None:
        """Set the issue in another layout, and say what that one decides itself."""
        issue = self._session.issue
        if issue is None or name == issue.layout:
            return
        try:
            changed = change_layout(issue, name)
        except LayoutError as error:
            self._services.fail(error, tr("版式没有换"))
            return
        self._session.do(tr("更换版式"), changed.issue)
        said = tr("已换成“{title}”", title=layout_title(name, issue))
        more = said_of(changed)
        sentence = f"{said}{tr('；')}{more}" if more else said
        self._services.offered.emit(sentence, tr("撤销"), self._session.stack.undo)
