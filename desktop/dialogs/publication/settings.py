"""刊物设置: all of a publication as tabs; others may be changing it at the same time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import questions
from desktop.dialogs.publication.basics_page import BasicsPage
from desktop.dialogs.publication.colophon_page import ColophonPage
from desktop.dialogs.publication.layout_page import OF_ISSUE, LayoutPage
from desktop.dialogs.publication.numbers_page import NumbersPage
from desktop.dialogs.publication.page import PublicationPage, scrolled
from desktop.dialogs.publication.presets_page import PresetsPage
from desktop.dialogs.publication.sections_page import SectionsPage
from desktop.exports import show_in_folder
from desktop.publishing.drafts import Draft, write_draft
from desktop.publishing.known import away
from desktop.tasks import Tasks
from desktop.widgets import MiddleElidedLabel, set_property
from desktop.window_parts.geometry import roomy
from desktop.window_parts.services import sentence_of
from desktop.words import tr
from layouts.errors import BanxinError
from layouts.files import stamp_of
from layouts.issue.issue import Issue
from layouts.publication import FILE, Publication, read_publication


class PublicationDialog(QDialog):
    """Shows a publication's fields; nothing is written before OK. `saved` carries its folder."""

    saved = Signal(object)

    def __init__(
        self,
        folder: Path,
        publication: Publication,
        issue: Issue | None,
        tasks: Tasks,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("publication")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder, self._issue = folder, issue
        self.basics = BasicsPage(None)
        self.layouts = LayoutPage(str(folder), issue, tasks)
        self.sections, self.numbers, self.colophon = SectionsPage(), NumbersPage(), ColophonPage()
        self.presets = PresetsPage(folder)
        self.pages: tuple[PublicationPage, ...] = (
            self.basics,
            self.sections,
            self.numbers,
            self.colophon,
            self.layouts,
            self.presets,
        )
        self._put_together()
        for page in self.pages:
            page.changed.connect(self._follow)
        self._show(publication)
        self.basics.take_focus()

    def _put_together(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("刊物的各部分"))
        for page in self.pages:
            self.tabs.addTab(scrolled(page, page.title), page.title)
        self.tabs.currentChanged.connect(self._turn)
        where = MiddleElidedLabel(str(self._folder))
        set_property(where, "role", "quiet")
        where.setAccessibleName(tr("刊物文件夹 {path}", path=str(self._folder)))
        show = QPushButton(tr("打开文件夹"))
        show.setAutoDefault(False)
        set_property(show, "role", "link")
        show.clicked.connect(lambda: show_in_folder(self._folder / FILE))
        row = QHBoxLayout()
        row.addWidget(where, 1)
        row.addWidget(show)
        line = QFrame()
        line.setProperty("role", "line")
        self.state = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.state.setAccessibleName(tr("状态"))
        self.state.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.tabs, 1)
        box.addWidget(line)
        box.addLayout(row)
        box.addWidget(self.state)
        box.addWidget(self._buttons())
        roomy(self, 720, 640)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("保存"))
        self.ok.setProperty("primary", "true")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _turn(self, _tab: int) -> None:
        self.layouts.show_name(self.publication)
        self.colophon.follow(self.publication)

    # -- what it shows -----------------------------------------------------------------------------

    @property
    def publication(self) -> Publication:
        """The publication as it stands here."""
        publication = self._before
        for page in self.pages:
            publication = page.taken_into(publication)
        return publication

    @property
    def is_changed(self) -> bool:
        """Whether anything here is other than in the file that was read."""
        return self.publication != self._shown or self.layouts.chosen == OF_ISSUE

    def _show(self, publication: Publication) -> None:
        self._before = publication
        self._stamp = stamp_of(str(self._folder / FILE))
        self.setWindowTitle(tr("刊物设置：{name}", name=publication.name))
        for page in self.pages:
            page.show_publication(publication)
        # as the pages have it: what they tidy was not the editor
        self._shown = self.publication
        self._follow()

    def _follow(self) -> None:
        wrong = next((problem for page in self.pages if (problem := page.problem())), "")
        self.ok.setEnabled(not wrong)
        self._say(wrong)

    def _say(self, sentence: str, role: str = "warning") -> None:
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        set_property(self.state, "role", role)

    # -- others --------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Who comes back from another window sees what others wrote meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()

    def look_again(self) -> None:
        """Show what others wrote since it was read; what was changed here stays as it is here."""
        stamp = stamp_of(str(self._folder / FILE))
        if stamp == self._stamp:
            return
        if stamp is None:
            self._say(away())
            return
        if not self.is_changed:
            try:
                self._show(read_publication(self._folder))
                self._say(tr("别人刚改过这个刊物，现在显示的是改过的。"), "notice")
            except BanxinError as error:
                self._say(sentence_of(error))
            return
        self._say(tr("别人刚改过这个刊物。您改动的项按您的存，其余的按别人的。"), "notice")

    # -- the end -----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Write what was changed, and close; stay where that cannot be."""
        if self.is_changed or self.presets.is_copied:
            taken = self._issue if self.layouts.chosen == OF_ISSUE else None
            try:
                self.presets.write()
                write_draft(Draft(self._folder, self.publication, taken, self._shown))
            except (BanxinError, OSError) as error:
                self._say(sentence_of(error), "error")
                return
        super().accept()
        self.saved.emit(self._folder)

    def reject(self) -> None:
        """Close, and leave everything as it was."""
        if not self.is_changed or questions.about_dropping_publication(self) == questions.DISCARD:
            super().reject()
