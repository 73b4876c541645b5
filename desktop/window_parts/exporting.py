"""What the export menu does."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.dialogs.own_presets import presets_of
from desktop.exports import draft_file, open_file, show_in_folder
from desktop.publishing.belonging import Belonging
from desktop.window_parts.services import Services
from desktop.words import tr

if TYPE_CHECKING:
    from desktop.dialogs.printing import PrintWishes

NOTES = "export/draft-notes"
FIT, MARKED = "print/fit", "print/draft"


def now() -> datetime.datetime:
    """The editor's own time."""
    return datetime.datetime.now().astimezone()


class Exporting(QObject):
    """Opens the dialogs that make files and paper, and makes drafts without one. `jump` carries a
    finding to go to.
    """

    jump = Signal(object)

    def __init__(self, services: Services, belonging: Belonging) -> None:
        super().__init__(services)
        self._services = services
        self._belonging = belonging

    def export_pdf(self) -> None:
        """Ask for the file and write the PDF."""
        from desktop.dialogs.export_pdf import ExportPdfDialog

        dialog = ExportPdfDialog(self._services, presets_of(self._belonging.known))
        dialog.jump.connect(self.jump)
        dialog.draft_wanted.connect(self.draft)
        dialog.open()

    def draft(self) -> None:
        """Write a draft of the pages as they stand, beside the issue, without a question."""
        from desktop.window_parts.drafting import DraftOrder, make_draft

        session, settings = self._services.session, self._services.settings
        issue, layout = session.issue, session.layout
        if issue is None or layout is None:
            return
        current = session.is_current and session.composed_issue is issue
        order = DraftOrder(
            issue,
            layout,
            session.edition if current else None,
            session.findings if self.has_notes() else (),
        )
        moment = now()
        path = draft_file(session, settings, moment)
        task = self._services.tasks.run(
            lambda progress: make_draft(order, path, moment, progress),
            lambda sentence: self._services.report_made(sentence, path),
            self._services.fail,
        )
        self._services.watch(task, tr("正在出校样"))

    def has_notes(self) -> bool:
        """Whether drafts carry what was found as notes."""
        return self._services.settings.flag(NOTES, False)

    def toggle_notes(self) -> None:
        """Put what was found into drafts as notes, or leave it out."""
        self._services.settings.put(NOTES, not self.has_notes())

    def fill_recent(self, menu: QMenu) -> None:
        """Fill the menu of the files made last."""
        menu.clear()
        for path in self._services.settings.exports:
            entry = QMenu(path.name, menu)
            entry.setToolTip(str(path))
            entry.addAction(tr("打开")).triggered.connect(
                lambda _checked=False, path=path: open_file(path)
            )
            entry.addAction(tr("在文件夹中显示")).triggered.connect(
                lambda _checked=False, path=path: show_in_folder(path)
            )
            menu.addMenu(entry)
        if menu.isEmpty():
            menu.addAction(tr("还没有导出过")).setEnabled(False)

    def export_images(self) -> None:
        """Ask what becomes a picture and of which kind, and write it."""
        from desktop.dialogs.export_images import ExportImagesDialog

        ExportImagesDialog(self._services).open()

    def export_ofd(self) -> None:
        """Ask for the file and write the pages as OFD."""
        from desktop.dialogs.export_ofd import ExportOfdDialog

        ExportOfdDialog(self._services).open()

    def export_web(self) -> None:
        """Ask for one page or several and write the issue for the web."""
        from desktop.dialogs.export_web import ExportWebDialog

        ExportWebDialog(self._services).open()

    def export_word(self) -> None:
        """Ask where to and write the issue for those who read and edit in Word."""
        from desktop.dialogs.export_word import ExportWordDialog

        ExportWordDialog(self._services).open()

    def export_wechat(self) -> None:
        """Ask for an article or the issue, to be copied or saved for a WeChat account."""
        from desktop.dialogs.export_wechat import ExportWechatDialog

        ExportWechatDialog(self._services).open()

    def export_set(self) -> None:
        """Ask which of all the ways out are wanted, and take them in one act."""
        from desktop.dialogs.export_set import ExportSetDialog

        ExportSetDialog(self._services, presets_of(self._belonging.known)).open()

    def print_pages(self) -> None:
        """Print through the platform's dialog."""
        from desktop.dialogs.printing import PrintDialog, paint_pages

        edition = self._services.session.edition
        if not self._services.session.settle() or edition is None:
            return
        edition = self._services.session.edition or edition
        dialog = PrintDialog(edition, self._services.window, self._print_wishes())
        if dialog.exec():
            printer = dialog.printer()
            settings = self._services.settings
            settings.put(FIT, dialog.fits)
            settings.put(MARKED, dialog.is_draft)
            wishes = self._print_wishes()
            task = self._services.tasks.run(
                lambda progress: paint_pages(edition, printer, progress, wishes),
                self._services.say,
                self._services.fail,
            )
            self._services.watch(task, tr("正在打印"))
        dialog.deleteLater()

    def _print_wishes(self) -> PrintWishes:
        """How pages were printed last; a draft is of now."""
        from desktop.dialogs.printing import PrintWishes
        from layouts.draft import stamp_words

        settings = self._services.settings
        marked = settings.flag(MARKED, False)
        return PrintWishes(settings.flag(FIT, True), stamp_words(now()) if marked else "")

    def print_preview(self) -> None:
        """Show the pages as the printer gets them."""
        from desktop.dialogs.printing import PreviewDialog

        if self._services.session.settle() and self._services.session.edition is not None:
            dialog = PreviewDialog(
                self._services.session.edition, self._services.window, self._print_wishes()
            )
            dialog.failed.connect(self._services.fail)
            dialog.exec()
            dialog.deleteLater()
