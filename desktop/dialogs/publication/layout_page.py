"""版式: what every issue is set in, chosen by how page 1 of this publication looks in each."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.publication.page import PublicationPage, scrolled
from desktop.publishing.pictures import specimen_of
from desktop.relaying import Laid, Looks, layout_title, picture_title
from desktop.tasks import Tasks
from desktop.window_parts.picture_list import SPACING, PictureList
from desktop.words import tr
from layouts.house.load import known_layouts
from layouts.issue.issue import Issue
from layouts.publication import Publication

SHOWN = QSize(132, 187)
"""Pixels of a picture."""

OF_ISSUE = "of the open issue"
"""The value of the layout that the open issue has, its own changes in it."""


class LayoutPage(PublicationPage):
    """The layouts there are, the publication's own one, and that of the open `issue`."""

    def __init__(
        self,
        publication_folder: str,
        issue: Issue | None,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("版式"),
            tr("每期都用这个版式排。以后换一个，已经排好的各期不变。"),
            parent,
        )
        self._folder, self._issue = publication_folder, issue
        self._publication = Publication("")
        self._drawn: Publication | None = None
        self.layouts = PictureList(tr("版式"), picture=SHOWN, enter_goes_on=True)
        self.layouts.setViewportMargins(-SPACING, 0, 0, 0)  # the chosen one stands out, and whole
        self.layouts.chosen.connect(self._tell)
        self.take = QPushButton(tr("用打开的这一期的版式"))
        self.take.setAutoDefault(False)
        self.take.setToolTip(tr("连同在这一期里对版式做的改动"))
        self.take.clicked.connect(self._take)
        self.take.setVisible(issue is not None)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.layouts)
        column.addStretch(1)
        self.column.addWidget(scrolled(sheet, self.title), 1)
        self.column.addWidget(self.take)
        self._looks = Looks(tasks, self)
        self._looks.came.connect(self._show)

    # -- what stands here --------------------------------------------------------------------------

    def show_publication(self, publication: Publication) -> None:
        """Show the layout of a publication as chosen."""
        self._publication = publication
        self.layouts.clear()
        for name in known_layouts():
            title = layout_title(name, specimen_of(publication, self._folder))
            self.layouts.add(picture_title(title), name)
        if publication.layout not in known_layouts():
            self.layouts.add(tr("本刊的版式"), publication.layout)
        self.layouts.mark(publication.layout)

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with the layout chosen; its settings go with the layout they are for."""
        chosen = self.chosen
        if chosen in (OF_ISSUE, publication.layout):
            return publication
        return replace(publication, layout=chosen, settings={})

    @property
    def chosen(self) -> str:
        """The layout chosen; `OF_ISSUE` for that of the open issue."""
        values = self.layouts.values()
        row = self.layouts.currentRow()
        return str(values[row]) if row >= 0 else self._publication.layout

    def take_focus(self) -> None:
        """Have the keys at the chosen layout."""
        self.layouts.setFocus()

    def take_issue(self) -> None:
        """Choose the layout that the open issue has."""
        if OF_ISSUE not in self.layouts.values():
            self.layouts.add(tr("这一期的版式"), OF_ISSUE)
        self.layouts.mark(OF_ISSUE)
        self._drawn = None

    def _tell(self, _value: object = None) -> None:
        self.changed.emit()

    def _take(self) -> None:
        self.take_issue()
        self._draw()
        self.changed.emit()

    # -- pictures ----------------------------------------------------------------------------------

    def show_name(self, publication: Publication) -> None:
        """Have the pictures made with another name in the masthead, when they are next seen."""
        self._publication = publication

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, Qt's name
        """Whatever was filled in meanwhile stands in the pictures."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, Qt's name
        """Nobody looks: what is not drawn yet is not wanted."""
        super().hideEvent(event)
        if self._looks.is_busy:
            self._looks.give_up()
            self._drawn = None

    def _draw(self) -> None:
        if self._drawn == self._publication or not self.isVisible():
            return
        self._drawn = self._publication
        issue = specimen_of(self._publication, self._folder)
        width = round(SHOWN.width() * self.devicePixelRatioF())
        names = [str(value) for value in self.layouts.values() if value != OF_ISSUE]
        self._looks.draw(issue, names, width)
        if self._issue is not None and OF_ISSUE in self.layouts.values():
            self._looks.draw_too(self._issue, self._issue.layout, width, OF_ISSUE)

    def _show(self, laid: Laid) -> None:
        self.layouts.show_pictures({laid.name: laid.picture})
