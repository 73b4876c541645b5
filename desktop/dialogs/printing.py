"""Printing as vectors: the platform's print dialog and a preview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop.canvas.painter import PagePainter
from desktop.tasks import Progress
from desktop.words import tr
from fonts.catalogue import Catalogue
from layouts.page.page import Edition, Page


def printer_for(edition: Edition) -> QPrinter:
    """A printer set to the size of the pages, without margins of its own: the pages have theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    page = edition.pages[0]
    printer.setPageSize(QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setDocName(edition.title)
    printer.setCreator("版心 Banxin")  # not words of the window: the name in the print queue
    return printer


def print_dialog(edition: Edition, parent: QWidget) -> QPrintDialog:
    """The platform's dialog over the pages; its printer holds the answers."""
    dialog = QPrintDialog(printer_for(edition), parent)
    dialog.setWindowTitle(tr("打印"))
    dialog.setMinMax(1, len(edition.pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog


def preview_dialog(edition: Edition, parent: QWidget) -> QPrintPreviewDialog:
    """A preview with its own print button."""
    printer = printer_for(edition)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(tr("打印预览"))
    dialog.resize(900, 760)
    dialog.paintRequested.connect(partial(paint_pages, edition))
    return dialog


def paint_pages(edition: Edition, printer: QPrinter, progress: Progress | None = None) -> str:
    """Paint the pages that the printer was asked for, in any thread; the sentence to show at the end."""
    pages = pages_wanted(edition, printer)
    if not pages:
        return tr("要打印的页不在本期里")
    painter = PagePainter(Catalogue())
    canvas = QPainter(printer)
    for done, page in enumerate(pages):
        if progress is not None:
            progress.step(done, len(pages), tr("正在打印第 {page} 页", page=page.number))
        if done:
            printer.newPage()
        _paint(canvas, painter, page, printer)
    canvas.end()
    return tr("已送去打印 {n} 页", n=len(pages))


def _paint(canvas: QPainter, painter: PagePainter, page: Page, printer: QPrinter) -> None:
    area = printer.pageLayout().fullRectPixels(printer.resolution())
    canvas.save()
    canvas.scale(area.width() / page.width, area.height() / page.height)
    painter.paint_for_print(canvas, page)
    canvas.restore()


def pages_wanted(edition: Edition, printer: QPrinter) -> Sequence[Page]:
    """The pages that a printer was asked for, in the order in which it wants them."""
    ranges = printer.pageRanges()  # none for all pages; "1-3,7" has holes, of which fromPage() and toPage() know nothing
    pages = [page for page in edition.pages if ranges.isEmpty() or ranges.contains(page.number)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages
