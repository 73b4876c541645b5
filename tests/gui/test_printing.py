"""Printing through the dialog's own path, into files: pages on other paper, ranges, order, marks."""

from __future__ import annotations

import datetime

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog
from windows import on_two_pages

import desktop.window_parts.exporting
from desktop.canvas.painter import PagePainter
from desktop.dialogs.printing import PrintDialog, placed_on
from fonts.catalogue import Catalogue
from layouts.page.page import Page

A4, LETTER, A3 = (595.28, 841.89), (612.0, 792.0), (841.89, 1190.55)
DPI = 72


@pytest.fixture(autouse=True)
def half_past_five(monkeypatch):
    moment = datetime.datetime(2026, 11, 29, 17, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(desktop.window_parts.exporting, "now", lambda: moment)


@pytest.fixture
def printed(qtbot, opened, tmp_path, monkeypatch):
    """Answers the dialog as an editor would and gives the file."""

    def print_with(answer):
        path = tmp_path / "print.pdf"

        def answered(dialog):
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
            answer(dialog, printer)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(PrintDialog, "exec", answered)
        opened.exporting.print_pages()
        qtbot.waitUntil(lambda: "已送去打印" in opened.toast.sentence(), timeout=10000)
        opened.toast.hide()
        return path

    return print_with


def paper(size):
    return lambda _dialog, printer: printer.setPageSize(QPageSize(size))


def rendered(path, number=0):
    document = pypdfium2.PdfDocument(path)
    page = document[number]
    size = page.get_size()
    image = page.render(scale=DPI / 72).to_pil().convert("L")
    document.close()
    return size, image


def ink(image):
    """The rectangle of all that is darker than paper."""
    return image.point(lambda grey: 255 if grey < 200 else 0).getbbox()


def drawn(opened):
    """Where the ink of page 1 is as it is set, points."""
    image = PagePainter(Catalogue()).page_image(opened.session.edition.pages[0], DPI)
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(QPoint(x, y)).lightness() < 200
    ]
    xs, ys = zip(*dark, strict=True)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def expected(opened, size, scale):
    page = opened.session.edition.pages[0]
    x, y = (size[0] - page.width * scale) / 2, (size[1] - page.height * scale) / 2
    left, top, right, bottom = drawn(opened)
    return [x + left * scale, y + top * scale, x + right * scale, y + bottom * scale]


@pytest.mark.parametrize(
    ("kind", "size", "scale"),
    [
        (QPageSize.PageSizeId.A4, A4, 1.0),
        (QPageSize.PageSizeId.Letter, LETTER, LETTER[1] / A4[1]),
        (QPageSize.PageSizeId.A3, A3, 2**0.5),
    ],
)
def test_a_page_fits_other_paper_evenly_and_in_the_middle(opened, printed, kind, size, scale):
    measured, image = rendered(printed(paper(kind)))
    assert measured == pytest.approx(size, abs=1.0)
    assert ink(image) == pytest.approx(expected(opened, size, scale), abs=2.5)


def test_at_100_per_cent_a_page_is_as_large_as_it_is_set(opened, printed):
    def answer(dialog, printer):
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        dialog.options_.whole.setChecked(True)

    measured, image = rendered(printed(answer))
    assert measured == pytest.approx(LETTER, abs=1.0)
    assert ink(image) == pytest.approx(expected(opened, LETTER, 1.0), abs=2.5)
    # it is remembered
    assert not opened.exporting._print_wishes().fit


def test_a_draft_is_marked_where_that_is_wished(opened, printed):
    plain = ink(rendered(printed(paper(QPageSize.PageSizeId.A4)))[1])

    def answer(dialog, printer):
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog.options_.draft.setChecked(True)

    marked = ink(rendered(printed(answer))[1])
    assert marked[3] > plain[3]
    assert marked[3] == pytest.approx(A4[1] - 17, abs=4)
    assert opened.exporting._print_wishes().stamp == "校样 2026-11-29 17:30"


def test_pages_are_printed_as_asked_for_and_from_the_last_on(qtbot, opened, printed):
    on_two_pages(qtbot, opened)
    count = len(opened.session.edition.pages)
    assert count >= 2

    def last(_dialog, printer):
        printer.setPageRanges(QPageRanges.fromString(str(count)))

    document = pypdfium2.PdfDocument(printed(last))
    assert len(document) == 1
    document.close()
    _, only = rendered(printed(last))

    def backwards(_dialog, printer):
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    _, first = rendered(printed(backwards))
    assert ink(first) == ink(only)


@pytest.mark.parametrize(
    ("paper", "fit", "place"),
    [
        ((400, 600), True, (0, 0, 1.0)),
        ((400.5, 600.2), True, (0.25, 0.1, 1.0)),  # a dot more is the same paper
        ((200, 600), True, (0, 150, 0.5)),
        ((800, 600), True, (200, 0, 1.0)),
        ((200, 300), False, (-100, -150, 1.0)),
    ],
)
def test_where_a_page_comes_to_lie(paper, fit, place):
    assert placed_on(Page(1, 400, 600), *paper, fit=fit) == pytest.approx(place)
