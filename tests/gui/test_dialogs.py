"""Dialogs: what they ask, refuse and make, and that keys alone work them."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from windows import dialog, give, open_issue, press, settle

from desktop.dialogs.about import AboutDialog
from desktop.dialogs.export_images import ExportImagesDialog
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.go_to import GoToPageDialog
from desktop.dialogs.making_pictures import picture_name
from desktop.dialogs.new_issue import NewIssueDialog
from desktop.dialogs.printing import pages_wanted, paint_pages, printer_for
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.selection import of_photo
from layouts.house.load import known_layouts
from layouts.issue.places import Place
from layouts.page.page import Edition, Page
from layouts.page.page_ranges import pages_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def opened_folders(monkeypatch):
    folders = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: folders.append(url.toLocalFile()))
    return folders


# -- PDF -------------------------------------------------------------------------------------------


def test_the_pdf_is_that_of_the_command_line(qtbot, opened, opened_folders, tmp_path):
    press(
        opened, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    asking = dialog(qtbot, ExportPdfDialog)
    assert asking.target.text() == str(opened.session.path.with_suffix(".pdf"))
    assert asking.presets.current.name == "print"
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    QTest.keyClick(asking.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened_folders), timeout=10000)
    reference = tmp_path / "reference.pdf"
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "export",
        str(opened.session.path),
        "-o",
        str(reference),
        "--preset",
        "print",
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert opened.session.path.with_suffix(".pdf").read_bytes() == reference.read_bytes()
    assert opened_folders == [str(tmp_path)]
    assert opened.toast.sentence().startswith("已导出 第14期.pdf")
    assert opened.toast.sentence().endswith("可以付印")


def test_errors_refuse_the_pdf_and_lead_to_their_place(qtbot, window, tmp_path):
    path = tmp_path / "issue.md"
    path.write_text(
        "## 【要闻】\n\n### 题目\n\n![没有这张](missing.jpg)\n\n正文。\n", encoding="utf-8"
    )
    open_issue(qtbot, window, path)
    give(window, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    qtbot.waitUntil(lambda: "不能导出" in asking.state.text(), timeout=5000)
    assert not asking.ok.isEnabled()
    assert asking.state.text() == "“印刷”不能导出：图片 missing.jpg 不存在。改正以后就能导出。"
    assert asking.findings.topLevelItem(0).text(0) == "错误"
    assert not asking.let_stand.isVisible()
    asking.go.click()
    assert window.session.selection.kind == "photo"
    assert not path.with_suffix(".pdf").exists()


def test_a_damaged_photo_is_found_before_the_export_and_leads_to_its_place(qtbot, window, tmp_path):
    """Its head says how large it is, which is all that setting pages asks."""
    path, photo = tmp_path / "issue.md", tmp_path / "torn.bmp"
    Image.effect_noise((1600, 1200), 90).save(photo)
    photo.write_bytes(photo.read_bytes()[:60_000])
    path.write_text("## 【要闻】\n\n### 题目\n\n正文。\n\n![断了](torn.bmp)\n", encoding="utf-8")
    open_issue(qtbot, window, path)
    assert not [finding for finding in window.session.findings if finding.level == "error"]
    give(window, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    qtbot.waitUntil(lambda: "torn.bmp" in asking.state.text(), timeout=5000)
    assert not asking.ok.isEnabled()
    assert "torn.bmp" in asking.findings.topLevelItem(0).text(1)
    asking.go.click()
    assert window.session.selection == of_photo(Place(0, 0, 1))


def test_without_findings_the_dialog_has_no_empty_band(qtbot, window):
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    assert not asking.state.isVisible()
    assert not asking.findings.isVisible()
    assert asking.height() <= asking.sizeHint().height() + 1


def test_a_pdf_that_cannot_be_written_is_one_sentence_in_the_dialog(qtbot, opened, tmp_path):
    give(opened, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    asking.target.setText(str(tmp_path / "nowhere" / "issue.pdf"))
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    asking.ok.click()
    qtbot.waitUntil(lambda: "无法写入" in asking.state.text(), timeout=5000)
    assert asking.ok.isEnabled()


# -- images ----------------------------------------------------------------------------------------


def test_pages_as_images(qtbot, opened, opened_folders, tmp_path):
    give(opened, "export.images")
    asking = dialog(qtbot, ExportImagesDialog)
    asking.resolution.setValue(100)
    asking.pages.setText("1")
    asking.folder.setText(str(tmp_path / "图"))
    asking.name.setText("第14期")
    asking.ok.click()
    qtbot.waitUntil(lambda: bool(opened_folders), timeout=10000)
    assert [path.name for path in (tmp_path / "图").iterdir()] == ["第14期-01.png"]
    image = QImage(str(tmp_path / "图" / "第14期-01.png"))
    assert (image.width(), image.height()) == (827, 1169)
    assert round(image.dotsPerMeterX() / 39.37) == 100
    assert {
        image.pixelColor(x, y).lightness() < 128
        for x in range(100, 700, 3)
        for y in range(100, 400, 3)
    } == {True, False}


def test_images_want_pages_that_are_there(qtbot, opened):
    give(opened, "export.images")
    asking = dialog(qtbot, ExportImagesDialog)
    asking.pages.setText("99")
    assert not asking.ok.isEnabled()
    asking.pages.setText("")
    assert asking.ok.isEnabled()


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("", [1, 2, 3, 4, 5]), ("1-3,5", [1, 2, 3, 5]), ("1－3，5", [1, 2, 3, 5]), ("3-", [3, 4, 5]), ("-2", [1, 2]), ("2, 2", [2]), ("5、1", [1, 5]),
        ("6", None), ("0", None), ("3-2", None), ("x", None), ("-", None), ("1--2", None), ("1,,2", None),
    ],
)  # fmt: skip
def test_page_ranges(written, pages):
    assert pages_of(written, 5) == pages


def test_image_names_sort_as_pages_do():
    assert picture_name("期.png", 3, 12) == "期-03.png"
    assert picture_name("期.png", 3, 120) == "期-003.png"


# -- print -----------------------------------------------------------------------------------------


def test_printing_is_vectors_at_the_size_of_the_page(opened, tmp_path):
    edition = opened.session.edition
    printer = printer_for(edition)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    said = paint_pages(edition, printer)
    assert said == f"已送去打印 {len(edition.pages)} 页"
    import pikepdf

    with pikepdf.open(tmp_path / "print.pdf") as pdf:
        assert len(pdf.pages) == len(edition.pages)
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        assert not pdf.pages[0].get_images()  # nothing was turned into pixels


@pytest.mark.parametrize(
    ("asked", "order", "printed"),
    [
        ("", "FirstPageFirst", [1, 2, 3, 4]),
        ("1,3-4", "FirstPageFirst", [1, 3, 4]),
        ("2-3", "LastPageFirst", [3, 2]),
        ("9", "FirstPageFirst", []),
    ],
)
def test_the_pages_asked_for_are_printed(qapp, tmp_path, asked, order, printed):
    edition = Edition(
        tuple(Page(number, 100.0 * number, 100.0) for number in range(1, 5)), (), (), "题", ""
    )
    printer = printer_for(edition)
    printer.setPageRanges(QPageRanges.fromString(asked))
    printer.setPageOrder(QPrinter.PageOrder[order])
    assert [page.number for page in pages_wanted(edition, printer)] == printed


# -- new issue -------------------------------------------------------------------------------------


def test_a_known_publication_offers_its_next_number(qtbot, opened):
    give(opened, "file.new")
    asking = dialog(qtbot, NewIssueDialog)
    assert asking.publication.currentText() == "澜汀书讯"
    new_year = datetime.datetime.now().astimezone().date().year > 2025
    assert asking.number.value() == (1 if new_year else 15)
    assert asking.total.value() == 851
    assert asking.issuer.text() == "澜川省澜汀市公共阅读促进工作委员会"
    issue = asking.issue(Path())
    assert [section.name for section in issue.sections] == ["领导关注", "重点工作"]
    assert issue.masthead.date == datetime.datetime.now().astimezone().date()
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert opened.session.issue.masthead.number == 14


def test_layouts_are_shown_by_a_picture_of_page_one(qtbot, window):
    give(window, "file.new")
    asking = dialog(qtbot, NewIssueDialog)

    def drawn():
        return all(
            len(_colours(asking.layouts.item(row).icon().pixmap(150, 212).toImage())) > 2
            for row in range(asking.layouts.count())
        )

    qtbot.waitUntil(drawn, timeout=10000)
    assert asking.layouts.count() == len(known_layouts())
    asking.reject()


def _colours(image):
    return {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


# -- help ------------------------------------------------------------------------------------------


def test_shortcuts_are_listed_and_found(qtbot, opened):
    give(opened, "help.shortcuts")
    asking = dialog(qtbot, ShortcutsDialog)
    assert asking.tree.topLevelItemCount() == 8
    asking.line.setText("export pdf")
    visible = [
        asking.tree.topLevelItem(k) for k in range(8) if not asking.tree.topLevelItem(k).isHidden()
    ]
    assert [top.text(0) for top in visible] == ["导出"]
    assert visible[0].child(0).text(1) == "Ctrl+Alt+X"
    asking.reject()


def test_about_holds_the_licences(qtbot, window):
    give(window, "help.about")
    asking = dialog(qtbot, AboutDialog)
    assert "Apache" in asking.findChild(QPlainTextEdit).toPlainText()
    asking.reject()


# -- all -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("file.new", NewIssueDialog), ("export.pdf", ExportPdfDialog), ("export.images", ExportImagesDialog), ("view.go-to-page", GoToPageDialog),
        ("help.shortcuts", ShortcutsDialog), ("help.about", AboutDialog),
    ],
)  # fmt: skip
def test_every_control_has_a_name_esc_closes_and_one_button_is_the_default(
    qtbot, opened, key, kind
):
    give(opened, key)
    asking = dialog(qtbot, kind)
    for control in asking.findChildren(QWidget):
        if isinstance(
            control, QAbstractButton | QAbstractItemView | QAbstractSpinBox | QComboBox | QLineEdit
        ) and _is_ours(control):
            assert (
                control.accessibleName() or getattr(control, "text", str)() or control.toolTip()
            ), (key, control)
    assert asking.windowTitle()
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert not asking.isVisible()


def _is_ours(control):
    """Not a part of a larger control."""
    inside = isinstance(
        control.parentWidget(), QAbstractSpinBox | QComboBox | QAbstractItemView | QLineEdit
    )
    return (
        control.isVisible()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not inside
        and not control.objectName().startswith("qt_")
    )


def test_png_bytes_are_png():
    from desktop.window_parts.page_pictures import png

    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert png(image).startswith(b"\x89PNG")
    assert QImage.fromData(png(image)).size() == image.size()
