"""Findings mended and accepted from the panel and by keys; undone by name; shown on the pages."""

from __future__ import annotations

import datetime

import pytest
from panel_session import opened, small_issue
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from windows import open_issue

import desktop.session
from desktop.canvas.finding_frames import marked_boxes
from desktop.canvas.overlays import Overlay
from desktop.dialogs.accept_finding import AcceptDialog
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.panels import mending
from desktop.panels.findings import FindingsPanel
from desktop.panels.findings_rows import PAGE, RIGHT
from desktop.panels.forms.house import face_label
from desktop.panels.status import StatusBar
from desktop.selection import SelectionKind, TextPosition
from layouts.issue import edits
from layouts.issue.places import Place, text_at

SPOILED = "会议指出,要抓落实,由XXX主持。"
TEXT = Place(0, 0, 0)


@pytest.fixture
def session(qapp, catalogue, tmp_path):
    issue = edits.set_text(small_issue(tmp_path), TEXT, SPOILED).issue
    session = opened(catalogue, issue)
    yield session
    session.stop()


@pytest.fixture
def panel(qtbot, session):
    panel = FindingsPanel(session)
    panel.resize(1000, 300)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def settled(panel, session):
    assert session.settle()
    panel.flow.update()


def codes(panel):
    return [finding.code for finding in panel.model.rows if hasattr(finding, "code")]


def choose(panel, code):
    row = next(
        k for k, finding in enumerate(panel.model.rows) if getattr(finding, "code", "") == code
    )
    panel.list.setCurrentIndex(panel.model.index(row))


def test_the_preflight_runs_by_itself_and_its_findings_are_listed(panel):
    assert codes(panel).count("mark-half-width") == 2
    assert "placeholder" in codes(panel)
    assert panel.heading.text() == f"检查 · {len(codes(panel))} 条"


def test_a_finding_leads_to_the_very_characters(panel, session):
    choose(panel, "placeholder")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.selection.kind is SelectionKind.TEXT
    start, end = session.selection.caret.ordered
    assert (start, end) == (
        TextPosition(TEXT, SPOILED.index("XXX")),
        TextPosition(TEXT, SPOILED.index("XXX") + 3),
    )


def test_one_finding_is_mended_and_undone_by_name(panel, session):
    choose(panel, "mark-half-width")
    assert panel.fix.isVisible()
    assert panel.fix.text() == "改为全角"
    panel.fix.click()
    settled(panel, session)
    assert text_at(session.issue, TEXT).string == "会议指出，要抓落实,由XXX主持。"
    assert codes(panel).count("mark-half-width") == 1
    assert session.stack.undoText() == "检查：改为全角"
    session.stack.undo()
    settled(panel, session)
    assert text_at(session.issue, TEXT).string == SPOILED
    assert codes(panel).count("mark-half-width") == 2


def test_a_click_on_the_words_of_the_fix_mends(panel, session):
    row = next(
        k
        for k, finding in enumerate(panel.model.rows)
        if getattr(finding, "code", "") == "mark-half-width"
    )
    rect = panel.list.visualRect(panel.model.index(row))
    QTest.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(rect.left() + 60, rect.center().y()),
    )
    assert text_at(session.issue, TEXT).string == SPOILED
    QTest.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(rect.right() - RIGHT - PAGE - 8, rect.center().y()),
    )
    assert text_at(session.issue, TEXT).string != SPOILED


def test_the_next_finding_is_chosen_where_one_was_mended(panel, session):
    choose(panel, "mark-half-width")
    panel.fix.click()
    settled(panel, session)
    assert panel.current is not None


def test_all_of_a_kind_are_one_step(panel, session):
    choose(panel, "mark-half-width")
    assert panel.fix_all.text() == "同类全部改正（2）"
    panel.fix_all.click()
    settled(panel, session)
    assert text_at(session.issue, TEXT).string == "会议指出，要抓落实，由XXX主持。"
    assert "mark-half-width" not in codes(panel)
    session.stack.undo()
    assert text_at(session.issue, TEXT).string == SPOILED


def test_what_has_no_fix_offers_none(panel):
    choose(panel, "placeholder")
    assert not panel.fix.isVisible()
    assert not panel.fix_all.isVisible()
    assert panel.accept.isVisible()


def accepted(panel, session, reason="原稿如此"):
    choose(panel, "placeholder")
    panel.accept.click()
    dialog = panel.findChild(AcceptDialog)
    assert not dialog.ok.isEnabled()
    assert dialog.findChild(QLineEdit).accessibleName() == "理由"
    QTest.keyClicks(dialog.reason, "") if not reason else dialog.reason.setText(reason)
    assert dialog.ok.isEnabled()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    settled(panel, session)


def test_a_finding_is_accepted_with_a_reason_and_folded_away(panel, session):
    before = len(codes(panel))
    accepted(panel, session)
    assert session.issue.accepted[0].reason == "原稿如此"
    assert "placeholder" not in codes(panel)
    assert panel.heading.text() == f"检查 · {before - 1} 条"
    folder = panel.model.index(panel.model.rowCount() - 1)
    assert folder.data() == "已接受 1 条"
    panel.list.setCurrentIndex(folder)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert "placeholder" in codes(panel)
    assert "原稿如此" in panel.model.index(panel.model.rowCount() - 1).data()
    assert session.stack.undoText() == "接受检查结果"


def test_an_accepted_finding_counts_no_longer_and_can_count_again(qtbot, panel, session):
    status = StatusBar(session)
    qtbot.addWidget(status)
    warnings = sum(finding.level == "warning" for finding in session.findings)
    accepted(panel, session)
    assert status.check.text() == f"检查：0 错误 · {warnings - 1} 提醒"
    panel.list.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    choose(panel, "placeholder")
    assert panel.accept.text() == "不再接受"
    panel.accept.click()
    settled(panel, session)
    assert session.issue.accepted == ()
    assert status.check.text() == f"检查：0 错误 · {warnings} 提醒"


def test_the_day_comes_from_the_window(panel, session, monkeypatch):
    monkeypatch.setattr(desktop.session, "today", lambda: datetime.date(2026, 8, 1))
    session.recompose()
    settled(panel, session)
    choose(panel, "date-far")
    panel.fix.click()
    assert session.issue.masthead.date == datetime.date(2026, 8, 1)
    assert session.selection.kind is not SelectionKind.TEXT


def test_commands_reach_the_chosen_finding(qtbot, opened):
    window = opened
    session = window.session
    session.do("输入", edits.set_text(session.issue, Place(0, 0, 0), SPOILED).issue)
    settled(window.findings, session)
    window.actions_["check.mend"].trigger()
    assert window.findings.isVisible()
    # nothing was chosen: the first one is, and nothing is mended
    assert window.findings.current is not None
    assert text_at(session.issue, Place(0, 0, 0)).string == SPOILED
    choose(window.findings, "mark-half-width")
    window.actions_["check.mend-all"].trigger()
    assert text_at(session.issue, Place(0, 0, 0)).string == "会议指出，要抓落实，由XXX主持。"
    settled(window.findings, session)
    choose(window.findings, "placeholder")
    window.actions_["check.accept"].trigger()
    assert window.findChild(AcceptDialog) is not None
    window.findChild(AcceptDialog).reject()


def test_the_words_are_marked_on_the_page(qtbot, opened):
    window = opened
    session = window.session
    session.do("输入", edits.set_text(session.issue, Place(0, 0, 0), SPOILED).issue)
    settled(window.findings, session)
    finding = next(finding for finding in session.findings if finding.code == "placeholder")
    page = finding.page - 1
    # it stands under the contents of a short issue
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    (box,) = marked_boxes(window.session.composed_issue, window.view.map, finding, page)
    assert box.width == pytest.approx(3 * 0.5 * session.layout.grid.size, rel=0.8)
    before = window.view.viewport().grab().toImage()
    window.view.set_overlay(Overlay.FINDINGS, on=True)
    assert window.view.viewport().grab().toImage() != before


def test_an_export_is_refused_until_its_errors_are_accepted(qtbot, window, tmp_path):
    Image.new("RGB", (300, 200)).save(tmp_path / "photo.png")
    path = tmp_path / "issue.md"
    path.write_text(
        "## 【要闻】\n\n### 题目\n\n![图为现场](photo.png)\n\n" + "甲稿第一段。" * 40,
        encoding="utf-8",
    )
    open_issue(qtbot, window, path)
    session = window.session
    settled(window.findings, session)
    dialog = ExportPdfDialog(window.services)
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    coarse = next(finding for finding in session.findings if finding.level == "error")
    assert coarse.code == "photo-ppi"
    mending.let_stand(session, coarse, "只有这一张")
    settled(window.findings, session)
    assert dialog.ok.isEnabled()
    assert any("只有这一张" in finding.zh for finding in session.findings)


def test_a_number_left_out_since_the_last_issue_is_found(qtbot, window, tmp_path):
    for number, date in ((14, "2025-08-31"), (16, "2025-09-15")):
        path = tmp_path / f"{number}.md"
        front = f"---\npublication: 试刊\nissue: {number}\ndate: {date}\nissuer: 编辑部\n---\n\n"
        path.write_text(f"{front}## 【要闻】\n\n### 题目\n\n正文。", encoding="utf-8")
        open_issue(qtbot, window, path)
        assert window.session.settle()
        found = [
            finding.fix for finding in window.session.findings if finding.code == "number-not-next"
        ]
        assert found == ([] if number == 14 else ["number:15:"])


def test_a_photo_changed_by_another_program_is_told_until_the_issue_is_opened_again(
    qtbot, window, tmp_path
):
    Image.new("RGB", (3000, 2000)).save(tmp_path / "photo.png")
    path = tmp_path / "issue.md"
    path.write_text("## 【要闻】\n\n### 题目\n\n![图为现场](photo.png)\n\n正文。", encoding="utf-8")
    open_issue(qtbot, window, path)
    session = window.session
    assert session.settle()
    Image.new("RGB", (3000, 2100)).save(tmp_path / "photo.png")
    session.recompose()
    assert session.settle()
    assert "photo-changed" in [finding.code for finding in session.findings]
    open_issue(qtbot, window, path)
    assert session.settle()
    assert "photo-changed" not in [finding.code for finding in session.findings]


def test_a_missing_face_is_settled_by_the_stand_in_or_chosen_in_the_layout_panel(
    qtbot, session, panel
):
    issue = edits.set_design(session.issue, "styles.headline.face", ["方正小标宋_GBK", "song-bold"])
    session.do("字体", issue.issue)
    settled(panel, session)
    choose(panel, "face-missing")
    assert panel.face.isVisible()
    assert panel.face.text() == "换成…"
    wanted: list[str] = []
    panel.face_wanted.connect(wanted.append)
    qtbot.mouseClick(panel.face, Qt.MouseButton.LeftButton)
    assert wanted == ["headline"]
    assert panel.fix.text() == "就用粗宋"
    qtbot.mouseClick(panel.fix, Qt.MouseButton.LeftButton)
    settled(panel, session)
    assert "face-missing" not in codes(panel)
    assert session.issue.design["styles.headline.face"] == "song-bold"


def test_other_findings_want_no_face(panel, session):
    settled(panel, session)
    choose(panel, "mark-half-width")
    assert not panel.face.isVisible()


def test_a_face_of_several_names_is_called_by_the_first(qapp):
    assert face_label("方正小标宋_GBK|FZXBSK--GBK1-0|song-bold") == "方正小标宋_GBK"
    assert face_label("song-bold") == "粗宋"


def test_the_field_of_the_face_is_in_view_though_the_panel_was_closed_and_folded(qtbot, opened):
    opened.designing.show_style("section")
    panel = opened.designing.panel
    field, viewport = panel.styles.by_key["face"], panel.area.viewport()

    def is_in_view() -> bool:
        top = field.mapTo(viewport, QPoint(0, 0)).y()
        return top >= 0 and top + field.height() <= viewport.height()

    qtbot.wait(300)
    assert field.isVisible()
    assert is_in_view()
