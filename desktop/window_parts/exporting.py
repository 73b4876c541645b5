"""What the export menu does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.window_parts.services import Services
from desktop.words import tr


class Exporting(QObject):
    """Opens the dialogs that make files and paper. `jump` carries a finding to go to."""

    jump = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services

    def export_pdf(self) -> None:
        """Ask for the file and write the PDF."""
        from desktop.dialogs.export_pdf import ExportPdfDialog

        dialog = ExportPdfDialog(self._services)
        dialog.jump.connect(self.jump)
        dialog.open()

    def export_images(self) -> None:
        """Ask for pages and resolution and write images."""
        from desktop.dialogs.export_images import ExportImagesDialog

        ExportImagesDialog(self._services).open()

    def print_pages(self) -> None:
        """Print through the platform's dialog."""
        from desktop.dialogs.printing import PrintDialog, paint_pages

        edition = self._services.session.edition
        if not self._services.session.settle() or edition is None:
            return
        edition = self._services.session.edition or edition
        dialog = PrintDialog(edition, self._services.window)
        if dialog.exec():
            printer = dialog.printer()
            task = self._services.tasks.run(
                lambda progress: paint_pages(edition, printer, progress),
                self._services.say,
                self._services.fail,
            )
            self._services.watch(task, tr("正在打印"))
        dialog.deleteLater()

    def print_preview(self) -> None:
        """Show the pages as the printer gets them."""
        from desktop.dialogs.printing import PreviewDialog

        if self._services.session.settle() and self._services.session.edition is not None:
            dialog = PreviewDialog(self._services.session.edition, self._services.window)
            dialog.failed.connect(self._services.fail)
            dialog.exec()
            dialog.deleteLater()
