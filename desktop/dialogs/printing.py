"""Printing as vectors: the platform's print dialog and a preview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from desktop.canvas.painter import PagePainter
from desktop.tasks import Progress
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from fonts.catalogue import Catalogue
from layouts.page.page import Edition, Page


def printer_for(edition: Edition) -> QPrinter:
    """A printer set to the size of the pages, without margins of its own: the pages have theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    page = edition.pages[0]
    printer.setPageSize(
        QPageSize(
            QSizeF(page.width, page.height),
            QPageSize.Unit.Point,
            "",
            QPageSize.SizeMatchPolicy.FuzzyMatch,
        )
    )
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setDocName(edition.title)
    printer.setCreator("版心 Banxin")  # not words of the window: the name in the print queue
    return printer


class PrintDialog(QPrintDialog):
    """The platform's dialog over the pages; its printer holds the answers.

    Qt does not own the printer of such a dialog: the dialog keeps it.
    """

    def __init__(self, edition: Edition, parent: QWidget) -> None:
        self._kept = printer_for(edition)
        super().__init__(self._kept, parent)
        self.setWindowTitle(tr("打印"))
        self.setMinMax(1, len(edition.pages))
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)


class PreviewDialog(QPrintPreviewDialog):
    """A preview with its own print button.

    It keeps its printer, which Qt does not own. `failed` carries why nothing was printed.
    """

    failed = Signal(object)

    def __init__(self, edition: Edition, parent: QWidget) -> None:
        self._kept = printer_for(edition)
        super().__init__(self._kept, parent)
        self.setWindowTitle(tr("打印预览"))
        bar = self.findChild(QToolBar)
        # what does not fit is not seen: the print button is its last
        wanted = bar.sizeHint().width() if bar is not None else 0
        roomy(self, max(900, wanted), 760)
        self.paintRequested.connect(partial(self._paint, edition))

    def _paint(self, edition: Edition, printer: QPrinter) -> None:
        try:
            paint_pages(edition, printer)
        except OSError as error:
            self.failed.emit(error)


def paint_pages(edition: Edition, printer: QPrinter, progress: Progress | None = None) -> str:
    """Paint the pages that the printer was asked for, in any thread; the sentence to show at the
    end.

    OSError where the file to print into cannot be written or the printer has gone.
    """
    pages = pages_wanted(edition, printer)
    if not pages:
        return tr("要打印的页不在本期里")
    painter = PagePainter(Catalogue())
    canvas = QPainter()
    if not canvas.begin(printer):
        raise _not_printed(printer)
    for done, page in enumerate(pages):
        if progress is not None:
            progress.step(done, len(pages), tr("正在打印第 {page} 页", page=page.number))
        if done and not printer.newPage():
            canvas.end()
            raise _not_printed(printer)
        _paint(canvas, painter, page, printer)
    canvas.end()
    return tr("已送去打印 {n} 页", n=len(pages))


def _not_printed(printer: QPrinter) -> OSError:
    return OSError(None, tr("没有打印成"), printer.outputFileName() or printer.printerName())


def _paint(canvas: QPainter, painter: PagePainter, page: Page, printer: QPrinter) -> None:
    area = printer.pageLayout().fullRectPixels(printer.resolution())
    canvas.save()
    canvas.scale(area.width() / page.width, area.height() / page.height)
    painter.paint_for_print(canvas, page)
    canvas.restore()


def pages_wanted(edition: Edition, printer: QPrinter) -> Sequence[Page]:
    """The pages that a printer was asked for, in the order in which it wants them."""
    # none for all pages; "1-3,7" has holes, of which fromPage() and toPage() know nothing
    ranges = printer.pageRanges()
    pages = [page for page in edition.pages if ranges.isEmpty() or ranges.contains(page.number)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages
