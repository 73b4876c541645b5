"""新建刊物: a publication made in a few steps, or out of an issue that is there already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.publication.basics_page import BasicsPage
from desktop.dialogs.publication.colophon_page import ColophonPage
from desktop.dialogs.publication.layout_page import OF_ISSUE, LayoutPage
from desktop.dialogs.publication.numbers_page import NumbersPage
from desktop.dialogs.publication.page import PublicationPage, scrolled
from desktop.dialogs.publication.sections_page import SectionsPage
from desktop.publishing.drafts import Draft
from desktop.tasks import Tasks
from desktop.widgets import set_property
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from layouts.issue.issue import Issue
from layouts.publication import Publication


class NewPublicationDialog(QDialog):
    """`made` carries a `Draft`: what the publication is, and where it is to lie.

    All steps are filled in from `start`; whoever has nothing to add finishes at once.
    """

    made = Signal(object)

    def __init__(
        self, start: Publication, home: Path, issue: Issue | None, tasks: Tasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new-publication")
        self.setWindowTitle(tr("从这一期做成刊物") if issue is not None else tr("新建刊物"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._start, self._issue = start, issue
        self.basics = BasicsPage(home)
        self.layouts = LayoutPage("", issue, tasks)
        self.sections, self.numbers, self.colophon = SectionsPage(), NumbersPage(), ColophonPage()
        self.pages: tuple[PublicationPage, ...] = (
            self.basics,
            self.layouts,
            self.sections,
            self.numbers,
            self.colophon,
        )
        self._make_parts()
        self._put_together()
        for page in self.pages:
            page.show_publication(start)
            page.changed.connect(self._follow)
        if issue is not None:
            self.layouts.take_issue()
        self.go_to(0)

    def _make_parts(self) -> None:
        self.step = QLabel()
        set_property(self.step, "role", "title")
        self.steps = QLabel()
        set_property(self.steps, "role", "quiet")
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(scrolled(page, page.title))
        self.state = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.state, "role", "quiet")
        self.state.setAccessibleName(tr("状态"))
        self.back = QPushButton(tr("上一步"))
        self.on = QPushButton(tr("下一步"))
        self.finish = QPushButton(tr("建好刊物"))
        self.cancel = QPushButton(tr("取消"))
        for button in (self.back, self.on, self.finish, self.cancel):
            button.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.go_to(self.stack.currentIndex() - 1))
        self.on.clicked.connect(self._go_on)
        self.finish.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.step, 1)
        head.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        for button in (self.cancel, self.back, self.on, self.finish):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.stack, 1)
        box.addLayout(foot)
        roomy(self, 680, 676)

    # -- steps -------------------------------------------------------------------------------------

    def go_to(self, step: int) -> None:
        """Show a step."""
        page = self.pages[step]
        self.layouts.show_name(self.publication)
        self.colophon.follow(self.publication)
        self.stack.setCurrentIndex(step)
        self.step.setText(page.title)
        self.steps.setText(tr("第 {step} 步，共 {all} 步", step=step + 1, all=len(self.pages)))
        self.back.setEnabled(step > 0)
        self.on.setVisible(step < len(self.pages) - 1)
        page.take_focus()
        self._follow()

    def _go_on(self) -> None:
        if not self.pages[self.stack.currentIndex()].problem():
            self.go_to(self.stack.currentIndex() + 1)

    def _follow(self) -> None:
        """Enter goes on where something is still to be filled in, and finishes at the end."""
        here = self.pages[self.stack.currentIndex()].problem()
        wrong = next((problem for page in self.pages if (problem := page.problem())), "")
        self.state.setText(here if self._is_begun else "")
        self.on.setEnabled(not here)
        self.finish.setEnabled(not wrong)
        last = self.stack.currentIndex() == len(self.pages) - 1
        first = self.finish if last or self._issue is not None else self.on
        for button in (self.on, self.finish):
            set_property(button, "primary", "true" if button is first else "false")
            button.setDefault(button is first)

    @property
    def _is_begun(self) -> bool:
        """Whether something was typed: nobody is reproached with an empty form."""
        return bool(self.basics.name.text()) or self.stack.currentIndex() > 0

    # -- the end -----------------------------------------------------------------------------------

    @property
    def publication(self) -> Publication:
        """The publication as it is filled in."""
        publication = self._start
        for page in self.pages:
            publication = page.taken_into(publication)
        return publication

    def accept(self) -> None:
        """Make the publication, unless something is missing: then go there."""
        for step, page in enumerate(self.pages):
            if page.problem():
                self.go_to(step)
                return
        takes = self._issue if self.layouts.chosen == OF_ISSUE else None
        draft = Draft(self.basics.chosen_folder, self.publication, takes)
        super().accept()
        self.made.emit(draft)
