"""A draft in one act from the window, the last exports, and what the export dialog mends in place."""

from __future__ import annotations

import datetime

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu
from windows import dialog, give, open_issue, press

import desktop.window_parts.exporting
from desktop.dialogs import choose
from desktop.dialogs.accept_finding import AcceptDialog
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.settings import MOST_EXPORTS

FAULTY = """---
publication: 试刊
issue: 14
---

## 【要闻】

### 题目

正文👍有字👍。

会议由XXX主持。

![没有这张](missing.jpg)
"""
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def half_past_five(monkeypatch):
    moment = datetime.datetime(2026, 11, 29, 17, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(desktop.window_parts.exporting, "now", lambda: moment)


@pytest.fixture
def shown(monkeypatch):
    paths = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()))
    return paths


@pytest.fixture
def faulty(qtbot, window, tmp_path):
    path = tmp_path / "第14期.md"
    path.write_text(FAULTY, encoding="utf-8")
    open_issue(qtbot, window, path)
    return window


def draft(qtbot, window):
    press(window, Qt.Key.Key_R, BOTH)
    qtbot.waitUntil(lambda: "校样已导出" in window.toast.sentence(), timeout=10000)


def notes(path):
    with pikepdf.open(path) as pdf:
        return [
            str(note.Contents)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.Subtype == "/Text"
        ]


def test_one_key_writes_a_draft_beside_the_issue_whatever_was_found(qtbot, faulty, shown, tmp_path):
    draft(qtbot, faulty)
    path = tmp_path / "第14期 校样 2026-11-29 1730.pdf"
    assert faulty.toast.sentence() == f"校样已导出：{path.name}，共 1 页"
    assert notes(path) == []
    for text, wanted in (("在文件夹中显示", tmp_path), ("打开", path)):
        button = next(button for button in faulty.toast._buttons if button.text() == text)
        button.click()
        assert shown[-1] == str(wanted)


def test_a_second_draft_of_the_minute_replaces_nothing(qtbot, faulty, tmp_path):
    draft(qtbot, faulty)
    faulty.toast.hide()
    draft(qtbot, faulty)
    assert (tmp_path / "第14期 校样 2026-11-29 1730 (2).pdf").is_file()


def test_a_draft_carries_what_was_found_where_that_is_wished(qtbot, faulty, tmp_path):
    give(faulty, "export.draft-notes")
    assert faulty.actions_["export.draft-notes"].isChecked()
    draft(qtbot, faulty)
    found = notes(tmp_path / "第14期 校样 2026-11-29 1730.pdf")
    assert any("missing.jpg" in words for words in found)
    assert any("U+1F44D" in words for words in found)


def test_a_draft_that_cannot_be_written_says_so(qtbot, faulty, tmp_path, monkeypatch):
    exporting = desktop.window_parts.exporting
    monkeypatch.setattr(exporting, "draft_file", lambda *_: tmp_path / "gone" / "draft.pdf")
    press(faulty, Qt.Key.Key_R, BOTH)
    qtbot.waitUntil(lambda: "draft.pdf" in faulty.toast.sentence(), timeout=10000)
    assert "校样已导出" not in faulty.toast.sentence()


def test_a_missing_photo_keeps_its_place_on_the_page(faulty):
    pages = faulty.session.edition.pages
    (picture,) = [picture for page in pages for picture in page.pictures]
    assert picture.missing is not None
    assert "missing.jpg" in picture.missing.zh
    # as wide as whole em of text leave, so that its standoff is what is said
    assert picture.width / picture.height == pytest.approx(1.5, rel=0.125)


def test_the_last_exports_can_be_opened_and_shown(qtbot, faulty, shown, tmp_path):
    draft(qtbot, faulty)
    path = tmp_path / "第14期 校样 2026-11-29 1730.pdf"
    menu = QMenu(faulty)
    faulty.exporting.fill_recent(menu)
    (entry,) = menu.actions()
    assert entry.text() == path.name
    opens, shows = entry.menu().actions()
    opens.trigger()
    shows.trigger()
    assert shown == [str(path), str(tmp_path)]


def test_ten_exports_are_kept_and_none_that_is_gone(settings, tmp_path):
    paths = [tmp_path / f"{k}.pdf" for k in range(MOST_EXPORTS + 3)]
    for path in paths:
        path.write_bytes(b"")
        settings.remember_export(path)
    assert settings.exports == paths[:2:-1]
    paths[-1].unlink()
    assert settings.exports == paths[-2:2:-1]


def test_the_list_of_exports_says_when_it_is_empty(window):
    menu = QMenu(window)
    window.exporting.fill_recent(menu)
    (entry,) = menu.actions()
    assert (entry.text(), entry.isEnabled()) == ("还没有导出过", False)


# -- the export dialog -----------------------------------------------------------------------------


def choose_row(qtbot, asking, words):
    def rows():
        every = map(asking.findings.topLevelItem, range(asking.findings.topLevelItemCount()))
        return [row for row in every if words in row.text(1)]

    qtbot.waitUntil(lambda: bool(rows()), timeout=5000)
    asking.findings.setCurrentItem(rows()[0])


def test_the_dialog_says_why_in_whole_sentences_and_offers_a_draft(qtbot, faulty):
    give(faulty, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    qtbot.waitUntil(lambda: "不能导出" in asking.state.text(), timeout=5000)
    assert "“印刷”不能导出，有 2 个错误。第一个：" in asking.state.text()
    assert asking.state.text().endswith("改正以后就能导出。")
    asking.draft.click()
    assert not asking.isVisible()
    qtbot.waitUntil(lambda: "校样已导出" in faulty.toast.sentence(), timeout=10000)


def test_characters_in_no_face_are_left_out_in_the_dialog(qtbot, faulty):
    give(faulty, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    choose_row(qtbot, asking, "U+1F44D")
    assert (asking.fix.text(), asking.put.isVisible()) == ("全部删去", True)
    asking.fix.click()
    qtbot.waitUntil(lambda: "U+1F44D" not in asking.state.text(), timeout=5000)
    text = faulty.session.issue.sections[0].articles[0].blocks[0].text
    assert text.string == "正文有字。"


def test_characters_in_no_face_are_replaced_in_the_dialog(qtbot, faulty, monkeypatch):
    monkeypatch.setattr(choose, "line_of_text", lambda *_: "（赞）")
    give(faulty, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    choose_row(qtbot, asking, "U+1F44D")
    asking.put.click()
    text = faulty.session.issue.sections[0].articles[0].blocks[0].text
    assert text.string == "正文（赞）有字（赞）。"
    faulty.session.stack.undo()
    assert "👍" in faulty.session.issue.sections[0].articles[0].blocks[0].text.string
    asking.reject()


def test_a_finding_is_accepted_in_the_dialog(qtbot, faulty):
    give(faulty, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    choose_row(qtbot, asking, "待补")
    assert asking.let_stand.isVisible()
    asking.let_stand.click()
    why = asking.findChild(AcceptDialog)
    why.reason.setText("本刊惯例")
    why.accept()
    assert [accepted.reason for accepted in faulty.session.issue.accepted] == ["本刊惯例"]
    asking.reject()


def test_the_panel_leaves_out_and_replaces_all_of_a_kind(qtbot, faulty, monkeypatch):
    monkeypatch.setattr(choose, "line_of_text", lambda *_: "OK")
    panel = faulty.findings
    panel.flow.update()
    row = next(
        k
        for k, finding in enumerate(panel.model.rows)
        if getattr(finding, "code", "") == "glyph-missing"
    )
    panel.list.setCurrentIndex(panel.model.index(row))
    assert (panel.fix.text(), panel.put.isHidden()) == ("全部删去", False)
    panel.put.click()
    text = faulty.session.issue.sections[0].articles[0].blocks[0].text
    assert text.string == "正文OK有字OK。"
