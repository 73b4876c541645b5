"""Printing as vectors: the platform's print dialog and a preview."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QCheckBox, QRadioButton, QToolBar, QVBoxLayout, QWidget

from desktop.canvas.painter import POINTS_PER_INCH, PagePainter
from desktop.tasks import Progress
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from fonts.catalogue import Catalogue
from layouts.draft import stamped
from layouts.page.page import Edition, Page

SAME_SIZE = 0.003
"""The part by which paper may differ from a page that is printed as it is: less than a millimetre
of A4.
"""


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


class PrintWishes(NamedTuple):
    """What no platform asks: whether pages are made to fit other paper, and the words of a draft in
    their margin, empty for none.
    """

    fit: bool = True
    stamp: str = ""


AS_USUAL = PrintWishes()


class PrintOptions(QWidget):
    """A page of the print dialog: how large pages are printed, and whether as a draft."""

    def __init__(self, wishes: PrintWishes) -> None:
        super().__init__()
        # Qt shows it as the name of the tab
        self.setWindowTitle(tr("版面"))
        self.fit = QRadioButton(tr("适合纸张：等比缩放，居中"))
        self.whole = QRadioButton(tr("实际大小 100 %"))
        self.draft = QCheckBox(tr("页边印校样标记和时间"))
        (self.fit if wishes.fit else self.whole).setChecked(True)
        self.draft.setChecked(bool(wishes.stamp))
        column = QVBoxLayout(self)
        for part in (self.fit, self.whole, self.draft):
            column.addWidget(part)
        column.addStretch(1)


class PrintDialog(QPrintDialog):
    """The platform's dialog over the pages; its printer holds the answers.

    Qt does not own the printer of such a dialog: the dialog keeps it. Where the platform has no
    room for our own page, what was wished before holds.
    """

    def __init__(self, edition: Edition, parent: QWidget, wishes: PrintWishes = AS_USUAL) -> None:
        self._kept = printer_for(edition)
        super().__init__(self._kept, parent)
        self.setWindowTitle(tr("打印"))
        self.setMinMax(1, len(edition.pages))
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.options_ = PrintOptions(wishes)
        if sys.platform.startswith("linux"):
            self.setOptionTabs([self.options_])
        else:
            self.options_.setParent(self)
            self.options_.hide()

    @property
    def fits(self) -> bool:
        """Whether pages are to be made to fit the paper."""
        return self.options_.fit.isChecked()

    @property
    def is_draft(self) -> bool:
        """Whether pages are to be marked as a draft."""
        return self.options_.draft.isChecked()


class PreviewDialog(QPrintPreviewDialog):
    """A preview with its own print button.

    It keeps its printer, which Qt does not own. `failed` carries why nothing was printed.
    """

    failed = Signal(object)

    def __init__(self, edition: Edition, parent: QWidget, wishes: PrintWishes = AS_USUAL) -> None:
        self._kept, self._wishes = printer_for(edition), wishes
        super().__init__(self._kept, parent)
        self.setWindowTitle(tr("打印预览"))
        bar = self.findChild(QToolBar)
        if bar is not None:
            # what does not fit a narrow screen is not seen: the print button comes first
            bar.insertAction(bar.actions()[0], bar.actions()[-1])
        wanted = bar.sizeHint().width() if bar is not None else 0
        roomy(self, max(900, wanted), 760)
        self.paintRequested.connect(partial(self._paint, edition))

    def _paint(self, edition: Edition, printer: QPrinter) -> None:
        try:
            paint_pages(edition, printer, wishes=self._wishes)
        except OSError as error:
            self.failed.emit(error)


def paint_pages(
    edition: Edition,
    printer: QPrinter,
    progress: Progress | None = None,
    wishes: PrintWishes = AS_USUAL,
) -> str:
    """Paint the pages that the printer was asked for, in any thread; the sentence to show at the
    end.

    OSError where the file to print into cannot be written or the printer has gone.
    """
    pages = pages_wanted(edition, printer)
    if not pages:
        return tr("要打印的页不在本期里")
    faces = Catalogue()
    painter = PagePainter(faces)
    if wishes.stamp:
        pages = [stamped(page, wishes.stamp, faces) for page in pages]
    canvas = QPainter()
    if not canvas.begin(printer):
        raise _not_printed(printer)
    for done, page in enumerate(pages):
        if progress is not None:
            progress.step(done, len(pages), tr("正在打印第 {page} 页", page=page.number))
        if done and not printer.newPage():
            canvas.end()
            raise _not_printed(printer)
        _paint(canvas, painter, page, printer, fit=wishes.fit)
    canvas.end()
    return tr("已送去打印 {n} 页", n=len(pages))


def _not_printed(printer: QPrinter) -> OSError:
    return OSError(None, tr("没有打印成"), printer.outputFileName() or printer.printerName())


def _paint(
    canvas: QPainter, painter: PagePainter, page: Page, printer: QPrinter, *, fit: bool
) -> None:
    area = printer.pageLayout().fullRectPixels(printer.resolution())
    points = printer.resolution() / POINTS_PER_INCH
    place = placed_on(page, area.width() / points, area.height() / points, fit=fit)
    canvas.save()
    canvas.scale(points, points)
    canvas.translate(place.x, place.y)
    canvas.scale(place.scale, place.scale)
    painter.paint_for_print(canvas, page)
    canvas.restore()


class OnPaper(NamedTuple):
    """Where a page's left upper corner comes to lie on the paper, points, and how much smaller or
    larger it is printed.
    """

    x: float
    y: float
    scale: float


def placed_on(page: Page, width: float, height: float, *, fit: bool) -> OnPaper:
    """A page in the middle of paper of so many points, never stretched: as large as it is, or with
    `fit` as large as it goes.
    """
    scale = min(width / page.width, height / page.height) if fit else 1.0
    # paper is measured in whole dots: A4 on A4 stays as it is
    scale = 1.0 if abs(scale - 1.0) < SAME_SIZE else scale
    return OnPaper((width - page.width * scale) / 2, (height - page.height * scale) / 2, scale)


def pages_wanted(edition: Edition, printer: QPrinter) -> Sequence[Page]:
    """The pages that a printer was asked for, in the order in which it wants them."""
    # none for all pages; "1-3,7" has holes, of which fromPage() and toPage() know nothing
    ranges = printer.pageRanges()
    pages = [page for page in edition.pages if ranges.isEmpty() or ranges.contains(page.number)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages
