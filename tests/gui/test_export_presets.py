"""What a PDF is for: chosen, changed, saved and used in the export dialog."""

from __future__ import annotations

import pikepdf
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDesktopServices, QScreen
from PySide6.QtTest import QTest
from windows import dialog, give, settle

from desktop.dialogs import choose
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.marks import MarksDialog
from desktop.settings import presets_folder


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    """The dialog over the sample; what it saves as presets is forgotten afterwards."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    asking.target.setText(str(tmp_path / "out.pdf"))
    yield asking
    for path in presets_folder().glob("*.toml"):
        path.unlink()


def pick(asking, name):
    names = [
        asking.presets.item(row).text().split("\n")[0] for row in range(asking.presets.count())
    ]
    asking.presets.setCurrentRow(names.index(name))


def export(qtbot, asking, path):
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    asking.ok.click()
    qtbot.waitUntil(path.exists, timeout=20000)
    return pikepdf.open(path)


def labels(form):
    return [form.accessibleName() for form in form._fields() if form.isVisible()]


def test_every_purpose_is_listed_with_what_it_means(asking):
    rows = [asking.presets.item(row).text() for row in range(asking.presets.count())]
    assert [row.split("\n")[0] for row in rows] == [
        "印刷",
        "印刷（胶版纸）",
        "印刷兼容",
        "屏幕",
        "归档",
        "灰度",
        "小册子",
        "拼版",
    ]
    assert rows[0] == "印刷\nPDF/X-4 · 四色 · 出血 3 毫米"
    assert rows[1] == "印刷（胶版纸）\nPDF/X-4 · 四色 · 出血 3 毫米"
    assert rows[7] == "拼版\nPDF · 彩色 · 一面 4 页"
    assert rows[3].startswith("屏幕\nPDF/UA · ")
    assert rows[4].startswith("归档\nPDF/A + PDF/UA · ")  # docs/print.md: both in one file
    assert all(len(row.split("\n")) == 2 for row in rows)


def test_only_settings_that_mean_something_are_asked(asking):
    assert labels(asking.form) == [
        "出血",
        "标记",
        "文字",
        "拼版",
        "红色",
        "印刷条件",
        "总墨量上限",
        "图片分辨率",
    ]
    pick(asking, "屏幕")
    assert labels(asking.form) == [
        "图片分辨率",
        "导航",
        "文件大小",
        "缩略图",
        "权限",
        "打开密码",
    ]
    pick(asking, "归档")
    assert labels(asking.form) == ["图片分辨率", "导航"]
    pick(asking, "小册子")
    assert labels(asking.form)[:5] == ["装订", "爬移", "空白页", "纸张", "图片分辨率"]
    pick(asking, "拼版")
    assert labels(asking.form)[:4] == ["拼版", "每面页数", "双面", "纸张"]


def test_keys_alone_choose_another_purpose(asking):
    asking.presets.setFocus()
    for _ in range(3):
        QTest.keyClick(asking.presets, Qt.Key.Key_Down)
    assert asking.heading.text() == "屏幕"


def test_settings_wider_than_the_dialog_widen_it(qtbot, asking):
    """As those of a file for screens are in English."""
    asking.form.permissions.setMinimumWidth(420)
    pick(asking, "屏幕")
    area = asking.area

    def is_inside():
        right = area.mapTo(asking, area.rect().bottomRight()).x()
        return right < asking.width() and area.width() >= asking.form.sizeHint().width()

    qtbot.waitUntil(is_inside, timeout=5000)


def test_the_file_is_made_for_what_was_chosen(qtbot, asking, tmp_path):
    pick(asking, "屏幕")
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


def test_a_changed_setting_is_in_the_file_and_can_be_taken_back(qtbot, asking, tmp_path):
    assert not asking.undo.isVisible()
    asking.form.bleed.setValue(5)
    assert asking.undo.isVisible()
    asking.undo.click()
    assert asking.form.bleed.value() == 3
    assert not asking.undo.isVisible()
    asking.form.bleed.setValue(5)
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        page = pdf.pages[0]
        bleed = [float(b) - float(t) for b, t in zip(page.BleedBox, page.TrimBox, strict=True)]
    assert bleed == pytest.approx([-14.173, -14.173, 14.173, 14.173], abs=0.01)


def test_text_becomes_curves_where_the_shop_asks_for_it(asking):
    asking.form.curves.click()
    assert asking.form.preset().curves
    pick(asking, "归档")
    assert not asking.form.curves.isVisible()


def test_a_copy_is_locked_with_a_password_and_forbids_what_is_unticked(qtbot, asking, tmp_path):
    pick(asking, "屏幕")
    asking.form.permissions.copying.click()
    asking.form.password.field.setText("四个字的")
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out.pdf").exists, timeout=20000)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf", password="四个字的") as pdf:
        assert not pdf.allow.extract
        assert pdf.allow.accessibility


def test_a_password_is_hidden_until_the_editor_looks_at_it(asking):
    pick(asking, "屏幕")
    password = asking.form.password
    password.field.setText("四个字的")
    assert password.field.displayText() == "●" * 4
    password.shown.click()
    assert password.field.displayText() == "四个字的"
    password.shown.click()
    assert password.field.displayText() == "●" * 4
    assert asking.form.opening == "四个字的"


def test_marks_have_their_details_where_they_are_asked_for(qtbot, asking):
    asking.form.more.click()
    marks = dialog(qtbot, MarksDialog)
    marks.style_of.buttons()[1].click()
    marks.bar.click()
    marks.slug.setText("工单 118 {titel}")
    assert "{title}" in marks.hint.text()
    assert not marks.ok.isEnabled()
    marks.slug.setText("工单 118 {title}")
    marks.ok.click()
    preset = asking.form.preset()
    assert (preset.mark_style, preset.colour_bar) == ("double", False)
    assert preset.slug == "工单 118 {title}"
    asking.undo.click()
    assert asking.form.preset().mark_style == "crop"
    asking.form.marks.click()
    assert not asking.form.more.isEnabled()


def test_chosen_pages_go_into_a_file_each(qtbot, window, asking, tmp_path):
    asking.parts.pages.setText("2-9")
    assert not asking.ok.isEnabled()
    assert "本期共 6 页" in asking.state.text()
    asking.parts.pages.setText("2-3")
    asking.parts.single.click()
    asking.target.setText(str(tmp_path / "out.pdf"))
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out-03.pdf").exists, timeout=30000)
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out-02.pdf", "out-03.pdf"]


def test_a_booklet_says_before_and_after_how_many_blank_pages_it_adds(
    qtbot, window, asking, tmp_path
):
    """The sample has six pages."""
    pick(asking, "小册子")
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    assert [one.zh for one in window.session.findings if one.code == "pages-not-fold"] == [
        "共 6 页，不是 4 的倍数，折页装订要补 2 页空白"
    ]
    assert asking.form.keep_last.isChecked()
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 4
    qtbot.waitUntil(
        lambda: window.toast.sentence().endswith("共 6 页，另补 2 页空白"), timeout=5000
    )


def test_a_booklet_is_stitched_or_bound_in_signatures(asking):
    pick(asking, "小册子")
    binding = asking.form.binding
    assert binding.currentText() == "骑马订，整册一帖"
    binding.setCurrentIndex(binding.findText("胶订，每帖 16 页"))
    assert asking.form.preset().signature == 16


def test_pages_are_laid_several_up_and_the_window_says_on_how_many_sides(
    qtbot, window, asking, tmp_path
):
    """The sample has six pages: four on the first side, two on the other."""
    pick(asking, "拼版")
    sheets = asking.form.sheets
    assert (sheets.arrange.currentText(), sheets.up.value()) == ("缩拼，供传看", 4)
    assert sheets.paper.currentText() == "A4，297×210 毫米"
    assert not asking.form.bleed.isVisible()
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 2
    qtbot.waitUntil(lambda: window.toast.sentence().endswith("6 页拼成 2 面"), timeout=5000)


def choose_arrangement(asking, how):
    sheets = asking.form.sheets
    sheets.arrange.setCurrentIndex(sheets.arrange.findData(how))
    sheets.arrange.activated.emit(sheets.arrange.currentIndex())


def test_pages_to_be_cut_have_bleed_marks_and_a_gutter(asking):
    pick(asking, "拼版")
    sheets = asking.form.sheets
    choose_arrangement(asking, "repeat")
    assert asking.form.bleed.isVisible()
    assert asking.form.marks.isVisible()
    assert sheets.gutter.isVisible()
    sheets.up.setValue(0)
    assert sheets.up.text() == "排满"
    sheets.gutter.setValue(2)
    chosen = asking.form.preset()
    assert (chosen.arrange, chosen.up, chosen.gutter) == ("repeat", 0, 2)
    choose_arrangement(asking, "reduced")
    assert sheets.up.value() == 1
    assert asking.form.preset().gutter == 0


def test_a_file_for_print_may_be_laid_on_sheets_too(qtbot, asking, tmp_path):
    asking.form.sheets.arrange.setFocus()
    choose_arrangement(asking, "sequence")
    sheets = asking.form.sheets
    sheets.paper.setCurrentIndex(sheets.paper.findData("A2"))
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 3
        assert b"GTS_PDFXVersion" in pdf.Root.Metadata.read_bytes()


def test_what_is_left_of_sheets_that_are_not_wanted_is_nothing(asking):
    pick(asking, "拼版")
    choose_arrangement(asking, "none")
    chosen = asking.form.preset()
    assert (chosen.up, chosen.duplex, chosen.gutter, chosen.paper) == (0, False, 0.0, "A3")


def test_the_uncoated_condition_is_chosen_by_its_name(asking):
    form = asking.form
    form.condition.setCurrentIndex(form.condition.findText("胶版纸", Qt.MatchFlag.MatchContains))
    form.condition.activated.emit(form.condition.currentIndex())
    assert (form.preset().profile, form.preset().condition) == ("", "FOGRA47")


def test_the_last_page_may_come_before_the_blanks(asking):
    pick(asking, "小册子")
    asking.form.keep_last.setChecked(False)
    assert asking.form.preset().keep_last is False
    assert asking.undo.isVisible()


def test_a_spot_red_asks_for_its_name(qtbot, asking, tmp_path):
    assert not asking.form.spot_name.isVisible()
    asking.form.red.buttons()[1].click()
    assert asking.form.spot_name.isVisible()
    asking.form.spot_name.setText("PANTONE 186 C")
    with export(qtbot, asking, tmp_path / "out.pdf") as pdf:
        spaces = pdf.pages[0].Resources.ColorSpace
        assert "/PANTONE 186 C" in {
            str(space[1]) for space in spaces.values() if isinstance(space, pikepdf.Array)
        }


def test_settings_are_saved_as_a_purpose_of_ones_own(asking, monkeypatch):
    monkeypatch.setattr(choose, "line_of_text", lambda *_: "本市印刷厂")
    asking.form.bleed.setValue(5)
    asking.form.marks.setChecked(False)
    asking.keep.click()
    assert asking.presets.count() == 9
    assert asking.heading.text() == "本市印刷厂"
    assert (asking.form.bleed.value(), asking.form.marks.isChecked()) == (5, False)
    pick(asking, "印刷")
    assert asking.form.bleed.value() == 3
    pick(asking, "本市印刷厂")
    assert asking.form.bleed.value() == 5


def test_a_shops_profile_that_is_none_is_one_sentence_and_nothing_is_written(
    qtbot, asking, tmp_path, monkeypatch
):
    wrong = tmp_path / "shop.icc"
    wrong.write_bytes(b"no profile at all" * 20)
    monkeypatch.setattr(choose, "file_to_open", lambda *_: wrong)
    asking.form.condition.setCurrentIndex(asking.form.condition.count() - 1)
    asking.form.condition.activated.emit(asking.form.condition.currentIndex())
    assert asking.form.preset().profile == str(wrong)
    qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    asking.ok.click()
    qtbot.waitUntil(lambda: "shop.icc" in asking.state.text(), timeout=10000)
    assert not (tmp_path / "out.pdf").exists()


def test_no_profile_chosen_leaves_all_as_it_was(asking, monkeypatch):
    monkeypatch.setattr(choose, "file_to_open", lambda *_: None)
    before = asking.form.preset()
    asking.form.condition.setCurrentIndex(asking.form.condition.count() - 1)
    asking.form.condition.activated.emit(asking.form.condition.currentIndex())
    assert asking.form.preset() == before


@pytest.mark.parametrize("purpose", ["印刷", "小册子"])
def test_all_of_the_dialog_is_on_a_low_screen(qtbot, asking, monkeypatch, purpose):
    room = QRect(0, 0, 1366, 768)  # the screen of many an office notebook
    monkeypatch.setattr(QScreen, "availableGeometry", lambda screen: room)
    pick(asking, purpose)
    asking.parts.pages.setText("99")
    qtbot.waitUntil(lambda: bool(asking.state.text()))
    for seen in (asking.ok, asking.parts, asking.state):
        qtbot.waitUntil(
            lambda seen=seen: room.contains(
                QRect(seen.mapToGlobal(seen.rect().topLeft()), seen.size())
            )
        )
    last = [field for field in asking.form._fields() if field.isVisible()][-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    QTest.keyClick(asking.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() >= last.height() - 2)
