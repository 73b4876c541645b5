"""The main window: the issue at the left, its pages, what is selected at the right, the page flow
below.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QStatusBar,
    QWidget,
)

from desktop.actions import Actions
from desktop.canvas.view import PageView
from desktop.files import Files
from desktop.incoming import incoming, take_copy
from desktop.keeping.autosave import Autosave
from desktop.keeping.bars import Bars
from desktop.keeping.folders import Folders
from desktop.keeping.recovering import Recovering
from desktop.keeping.watch import FileWatch
from desktop.panels.status import StatusBar
from desktop.publishing.belonging import Belonging
from desktop.session import Session
from desktop.settings import Settings
from desktop.start import StartPage
from desktop.widgets import BusyBar, Toast
from desktop.window_parts import photos
from desktop.window_parts.block_acts import BlockActs
from desktop.window_parts.box_acts import BoxActs
from desktop.window_parts.clipping import Clipping
from desktop.window_parts.commands import command_menus
from desktop.window_parts.covering import Covering
from desktop.window_parts.designing import Designing
from desktop.window_parts.editing import Editing
from desktop.window_parts.editor_page import EditorPage
from desktop.window_parts.entering import Entering
from desktop.window_parts.exporting import Exporting
from desktop.window_parts.first_pages import FirstPages
from desktop.window_parts.fitting import FittingActs
from desktop.window_parts.form_acts import FormActs
from desktop.window_parts.geometry import keep, restore
from desktop.window_parts.helping import Helping
from desktop.window_parts.house_lists import HouseLists
from desktop.window_parts.importing import Importing
from desktop.window_parts.layout_acts import LayoutActs
from desktop.window_parts.layout_packages import LayoutPackages
from desktop.window_parts.marks import Marks
from desktop.window_parts.menus import ContextMenus
from desktop.window_parts.noting import Noting
from desktop.window_parts.pasting import Pasting
from desktop.window_parts.photo_files import PhotoFiles
from desktop.window_parts.photo_rows import PhotoRowActs
from desktop.window_parts.preferring import Preferring
from desktop.window_parts.proposing import ReadingProposals
from desktop.window_parts.publishing import Publishing
from desktop.window_parts.saved_state import SavedState, window_title
from desktop.window_parts.seen import PanelState
from desktop.window_parts.services import Services
from desktop.window_parts.sheet_tables import SheetTables
from desktop.window_parts.taking import Taking
from desktop.window_parts.telling import Telling
from desktop.window_parts.toolbar import ToolBar
from desktop.window_parts.versions import Versions
from desktop.window_parts.viewing import Viewing
from desktop.window_parts.watching import Watching
from desktop.words import tr


class MainWindow(QMainWindow):
    """One issue, seen and edited."""

    def __init__(
        self, session: Session, settings: Settings | None = None, data: Path | None = None
    ) -> None:
        super().__init__()
        self.session = session
        self.settings = settings or Settings()
        self.services = Services(self, session, self.settings)
        self.autosave = Autosave(session, Folders(data), self)
        self.files = Files(self.services, self.autosave)
        self.recovering = Recovering(self.services, self.files)
        self.file_watch = FileWatch(self.services, self.files)
        self.editing = Editing(self.services)
        self.blocks = BlockActs(self.services)
        self.sheets = SheetTables(self.services)
        self.boxes = BoxActs(self.services)
        self.forms = FormActs(self.services)
        self.marks = Marks(self.services)
        self.proposing = ReadingProposals(self.services)
        self.photos = photos.PhotoActs(self.services)
        self.photo_rows = PhotoRowActs(self.services)
        self.covering = Covering(self.services)
        self.importing = Importing(self.services, self.files)
        self.belonging = Belonging(self.services)
        self.house = HouseLists(self.services, self.belonging)
        self.layouts = LayoutActs(self.services)
        self.publishing = Publishing(self.services, self.files, self.belonging)
        self.layout_packages = LayoutPackages(self.services, self.layouts)
        self.taking = Taking(
            self.services,
            self.files,
            self.importing,
            self.photos,
            self.sheets,
            self.layout_packages,
        )
        self.pasting = Pasting(self.services, self.importing)
        self.clipping = Clipping(
            self.services, self.editing, self.importing, self.pasting, self.taking, self.photos
        )
        self.exporting = Exporting(self.services, self.belonging)
        self.fitting = FittingActs(self.services)
        self.photo_files = PhotoFiles()
        self.view = PageView(session)
        self.designing = Designing(self.services, self.view)
        self.noting = Noting(self.services, self.view)
        self.versions = Versions(self.services, lambda: self.autosave.history)
        self.preferring = Preferring(self.services, self.speak)
        self.helping = Helping(self.services)
        self.first_pages = FirstPages(self.services)
        self._build()
        self._connect_acts()
        restore(self, self.columns, self.rows, self.settings)
        self._follow()
        QTimer.singleShot(0, self.house.look)  # the window first

    def _build(self) -> None:
        """Everything that has words, in the language spoken now."""
        self._make_parts()
        self.viewing = Viewing(self.services, self.view, self._panels())
        self.entering = Entering(self.services, self.view, self.viewing, self.inspector)
        self.actions_ = Actions(command_menus(self), self.session, self)
        self.designing.stand_in(self.columns, self.inspector, self.actions_)
        self.menus = ContextMenus(self.session, self.actions_, self.findings, self)
        areas = {**self._panels(), "pages": self.view, "bars": self.bars}
        self.helping.learn(areas, self.actions_)
        self._put_together()
        self._connect()
        self.session.setParent(None)
        # last of all: it goes when nothing is left that follows it
        self.session.setParent(self)

    def speak(self) -> None:
        """Make everything that has words anew; document, history, pages and what is selected stay
        as they are.
        """
        designing = self.designing.is_open()
        self.designing.close()
        before = PanelState.of(self)
        self._take_down()
        self._build()
        self._follow()
        before.show_in(self)
        if designing:
            self.designing.open()
        self.view.in_step.tell_page_anew()

    # -- its parts ---------------------------------------------------------------------------------

    def _take_down(self) -> None:
        """Let go of everything that has words."""
        self.view.setParent(None)
        self.start.give_up()
        self.helping.leave()
        self.actions_.release()
        for _command, action in self.actions_:
            self.removeAction(action)
            action.deleteLater()
        self.removeToolBar(self.tools)
        for part in (self.menus, self.actions_, self.viewing, self.watching, self.tools):
            part.deleteLater()
        # these delete what was there before
        self.setMenuBar(QMenuBar())
        self.setStatusBar(QStatusBar())
        self.setCentralWidget(QWidget())

    def _make_parts(self) -> None:
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.start, self.editor_page = StartPage(self.services), EditorPage()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.editor_page)
        self.bars = Bars(self.session, self.files, self.file_watch)
        page = self.editor_page
        page.fill(self.session, self.view, self.bars)
        self.columns, self.rows = page.columns, page.rows
        self.issue_panel, self.inspector = page.issue_panel, page.inspector
        self.searching, self.findings = page.searching, page.findings
        self.ribbon = page.ribbon
        self.status = StatusBar(self.session)

    def _panels(self) -> dict[str, QWidget]:
        return {
            "issue": self.issue_panel,
            "inspector": self.inspector,
            "ribbon": self.ribbon,
            "findings": self.findings,
        }

    def _put_together(self) -> None:
        self.actions_.fill(self.menuBar())
        self.saved_state = SavedState(self.session, self.files)
        self.menuBar().setCornerWidget(self.saved_state)
        self.tools = ToolBar(self.actions_, self.session, self.view, self.viewing, self)
        self.addToolBar(self.tools)
        self.setStatusBar(self.status)
        self.status.fit.setMenu(self.actions_.menus["fit"])
        self.inspector.article.fit.setMenu(self.actions_.menus["fit-article"])
        self.busy = BusyBar()
        self.status.addPermanentWidget(self.busy)
        self.busy.shown.connect(self._show_status)
        self.watching = Watching(self.busy, self)
        self.toast = Toast(self.pages)
        Telling(self.services, self.toast)  # goes with the toast
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("版心"))

    def _connect_acts(self) -> None:
        """What stays as long as the window, with the window."""
        session, services, view = self.session, self.services, self.view
        session.issue_changed.connect(self._follow)
        session.file_changed.connect(self._follow)
        session.troubled.connect(services.fail)
        session.refused.connect(
            lambda: services.say(tr("这个文件以只读打开，不能改；可以另存为自己的一份"))
        )
        self.files.opened.connect(view.setFocus)
        self.editing.caret_set.connect(view.setFocus)
        self.importing.photos_wanted.connect(self.photos.add)
        self.importing.issue_wanted.connect(self.publishing.new_for)
        self.blocks.caret_set.connect(view.setFocus)
        self.boxes.caret_set.connect(view.setFocus)
        view.photos_dropped.connect(self.taking.take_on_page)
        view.note_requested.connect(self.marks.ask_again)
        view.hinted.connect(services.say)
        view.page_changed.connect(self._frame_page)
        view.given.connect(self.clipping.take)
        view.pasted.connect(self.pasting.paste)

    def _connect(self) -> None:
        """What has words, with what stays."""
        self.services.began.connect(self.watching.watch)
        self.files.saved.connect(self.toast.outdate)
        self.files.saved.connect(self.belonging.note_saved)
        self.start.new_wanted.connect(self.files.new)
        self.start.open_wanted.connect(self.files.open)
        self.start.import_wanted.connect(self.importing.choose)
        self.start.folder_wanted.connect(self.importing.choose_folder)
        self.start.sample_wanted.connect(self.files.open_sample)
        self.start.recent_wanted.connect(self.files.open_path)
        self._connect_publications()
        self.viewing.changed.connect(self.actions_.refresh)
        self.designing.changed.connect(self.actions_.refresh)
        self.editing.shown.connect(self.viewing.show_place)
        self.photos.shown.connect(self.viewing.show_place)
        self.exporting.jump.connect(self.viewing.go_to_finding)
        self.searching.left.connect(self.view.setFocus)
        self.photos.crop_wanted.connect(self.entering.crop)
        self.photos.straighten_wanted.connect(self.entering.straighten)
        self.photos.outline_wanted.connect(self.entering.outline)
        self.view.edit_requested.connect(self.entering.edit_fields)
        self.view.menu_requested.connect(self.menus.over_pages)
        self.layout_packages.installed.connect(self.inspector.layouts_installed)
        self.layout_packages.installed.connect(self.start.look_for_layouts)
        self._connect_panels()

    def _connect_publications(self) -> None:
        start, publishing = self.start, self.publishing
        start.found_wanted.connect(publishing.found)
        start.add_wanted.connect(publishing.add)
        start.cards.new_wanted.connect(publishing.new)
        start.cards.settings_wanted.connect(publishing.set_up)
        start.cards.folder_wanted.connect(publishing.show_folder)
        start.cards.forgotten.connect(publishing.forget)
        publishing.changed.connect(start.look_again)

    def _connect_panels(self) -> None:
        self.issue_panel.files_dropped.connect(self.taking.take)
        self.issue_panel.edit_requested.connect(self.entering.edit_text)
        self.issue_panel.menu_requested.connect(self.menus.over_tree)
        self.issue_panel.import_requested.connect(self.importing.choose_for)
        self.issue_panel.photo_requested.connect(self.photos.choose_for)
        self.issue_panel.layer_requested.connect(self.entering.show_layer)
        self.ribbon.page_requested.connect(self._show_numbered)
        self.inspector.page_requested.connect(self._show_numbered)
        self.inspector.place_requested.connect(self.viewing.show_place)
        self.ribbon.take_photos(self.view.surface.pictures)
        self.ribbon.menu_requested.connect(self.menus.over_pages)
        self.findings.menu_requested.connect(self.menus.over_finding)
        self.findings.finding_activated.connect(self.viewing.show_finding)
        self.findings.import_report_wanted.connect(self.importing.report)
        self.findings.face_wanted.connect(self.designing.show_style)
        self.status.findings_requested.connect(self.viewing.toggle_findings)
        self.status.fit_requested.connect(self.fitting.again)
        self.inspector.crop_requested.connect(self.photos.crop)
        self.inspector.focus_requested.connect(self.entering.choose_focus)
        self.inspector.outline_requested.connect(self.photos.outline)
        self.inspector.replace_requested.connect(self.photos.replace)
        self.inspector.cover_photo_requested.connect(self.covering.choose)
        self.view.cover_dropped.connect(self.covering.drop)
        self.inspector.given.connect(self.clipping.take)
        self.inspector.pasted.connect(self.pasting.paste)
        self.inspector.design_requested.connect(self.designing.open)

    # -- following the session ---------------------------------------------------------------------

    def _follow(self) -> None:
        """Title and page as the issue stands."""
        open_ = self.session.issue is not None
        self.setWindowTitle(window_title(self.session))
        self.setWindowModified(open_ and not self.session.is_saved)
        self.inspector.stack.setEnabled(not self.session.read_only)
        page = self.editor_page if open_ else self.start
        if self.pages.currentWidget() is not page or (not open_ and not self.isVisible()):
            self.pages.setCurrentWidget(page)
            self.toast.outdate()  # the page that comes lies over it
            self._show_status(busy=not self.busy.isHidden())
            self.tools.setVisible(open_)  # the start page has its own buttons
            if not open_:
                self.searching.hide()
                self.viewing.show_findings(shown=False)
                QTimer.singleShot(0, self.start.refresh)  # the window first, then what takes files

    def _show_status(self, busy: bool) -> None:
        """The start page has nothing to say below it but what is being done."""
        self.status.setVisible(busy or self.session.issue is not None)

    def _show_numbered(self, number: int) -> None:
        """A page of the page flow, counted from 1; the keys stay where they are."""
        self.view.go_to_page(number - 1)

    def _frame_page(self, page: int) -> None:
        self.ribbon.set_page(page + 1)
        self.status.set_page(page + 1)

    # -- files dropped onto the window -------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, Qt's name
        """Take files of any kind: what cannot be read is named when it falls."""
        if incoming(event.mimeData()).files:
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, Qt's name
        """Files that fell beside all panels."""
        take_copy(event)
        self.taking.take(incoming(event.mimeData()).files)

    # -- window ------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """What pages are made of, and the file itself, may have been changed by another program
        while the editor was away.
        """
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not hasattr(self, "actions_"):
            return
        if not self.isActiveWindow():
            self.photo_files.look(self.session)
            return
        self.file_watch.look()
        self.house.look()
        if self.photo_files.changed(self.session):
            self.view.surface.pictures.look_again()
            self.inspector.photos_doubted.emit()
            self.session.recompose()
            self.photo_files.look(self.session)
        else:
            self.session.doubt_faces()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, Qt's name
        """Ask once about what is not saved, then remember the window."""
        loses = not self.files.may_leave
        if loses and not self._unasked:
            event.ignore()
            self.files.leave(lambda: QTimer.singleShot(0, self.close))
            return
        self.designing.close()
        keep(self, self.columns, self.rows, self.settings)
        self.helping.leave()
        self.actions_.release()
        self.services.tasks.stop()
        self.session.stop()
        self.view.surface.close()
        self.autosave.close(keep=loses)
        super().closeEvent(event)

    _unasked = False

    def end_unasked(self) -> None:
        """Close with no question, since there is no time for one: what is not saved is offered at
        the next start.
        """
        self._unasked = True
        self.close()

    def come_forward(self, path: Path | None) -> None:
        """Show the window, and the issue in a file where there is one that is not shown already."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if path is not None and path != self.session.path:
            self.files.open_path(path)
