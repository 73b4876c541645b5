"""What hangs the window's parts together: photos changed elsewhere, work side by side, files
dropped where nothing is yet.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from masthead_art import NAME, issue_with
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import SAMPLE, copied, open_issue, settle

from desktop.selection import SelectionKind, of_article, of_section
from desktop.tasks import Progress
from fonts.catalogue import FACES_VARIABLE
from layouts.issue.photo import Photo
from layouts.issue.places import Place

sys.path.append(str(Path(__file__).parents[1] / "fonts"))

from making import squares, written


def photo(path, width, height, colour=Qt.GlobalColor.darkRed):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))


def leave(window, monkeypatch):
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def come_back(window, monkeypatch):
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_a_photo_changed_elsewhere_is_set_anew_and_only_then(qtbot, window, tmp_path, monkeypatch):
    photo(tmp_path / "photo.jpg", 1200, 800)
    path = tmp_path / "issue.md"
    path.write_text(
        "## 【要闻】\n\n### 甲稿\n\n![图](photo.jpg){side=right width=12em}\n\n"
        + "正文写得长一些。" * 60,
        encoding="utf-8",
    )
    open_issue(qtbot, window, path)
    orders = []
    recompose = window.session.recompose
    monkeypatch.setattr(window.session, "recompose", lambda: (orders.append(1), recompose()))
    leave(window, monkeypatch)
    come_back(window, monkeypatch)
    assert not orders
    high = next(page for page in window.session.edition.pages if page.pictures).pictures[0].height
    leave(window, monkeypatch)
    photo(tmp_path / "photo.jpg", 1200, 1200)
    come_back(window, monkeypatch)
    assert orders == [1]
    settle(qtbot, window)
    assert (
        next(page for page in window.session.edition.pages if page.pictures).pictures[0].height
        > high
    )
    leave(window, monkeypatch)
    come_back(window, monkeypatch)
    assert orders == [1]


@pytest.mark.usefixtures("others_looked_for")
def test_a_face_that_comes_or_goes_while_the_editor_is_away_is_seen_to(
    qtbot, window, tmp_path, monkeypatch
):
    folder = tmp_path / "faces"
    folder.mkdir()
    monkeypatch.setenv(FACES_VARIABLE, str(folder))
    window.session.look_for_faces()
    (tmp_path / "house.toml").write_text(
        'based_on = "jianbao-a4"\n[styles.body]\nface = ["Hand", "song"]\n', "utf-8"
    )
    path = tmp_path / "issue.md"
    path.write_text(
        "---\nlayout: house.toml\n---\n\n## 【要闻】\n\n### 甲稿\n\n永国永。\n", "utf-8"
    )
    open_issue(qtbot, window, path)

    def codes() -> list[str]:
        assert window.session.settle()
        findings = window.session.edition.findings
        return [finding.code for finding in findings if finding.code.startswith("face-")]

    assert codes() == ["face-missing"]
    leave(window, monkeypatch)
    written(squares("永国", family="Hand", postscript="Hand"), folder / "hand.ttf")
    come_back(window, monkeypatch)
    assert codes() == []
    leave(window, monkeypatch)
    (folder / "hand.ttf").unlink()
    come_back(window, monkeypatch)
    assert codes() == ["face-gone"]
    runs = [
        run for page in window.session.edition.pages for line in page.lines for run in line.runs
    ]
    assert "Hand" in {run.face for run in runs}, "what was opened is still set"


def test_a_picture_of_the_layout_changed_elsewhere_is_drawn_anew(
    qtbot, window, tmp_path, monkeypatch
):
    issue_with(tmp_path, NAME)
    path = tmp_path / "issue.md"
    path.write_text("---\nlayout: house.toml\n---\n\n## 【要闻】\n\n### 甲稿\n\n正文。\n", "utf-8")
    open_issue(qtbot, window, path)
    before = window.session.edition.pages[0].shapes
    leave(window, monkeypatch)
    art = tmp_path / "art"
    (art / "name.svg").write_bytes((art / "emblem.svg").read_bytes())
    come_back(window, monkeypatch)
    settle(qtbot, window)
    assert window.session.edition.pages[0].shapes != before


def test_two_long_jobs_share_the_bar_and_each_is_cancelled_alone(qtbot, opened):
    gates = [threading.Event(), threading.Event()]
    said = []

    def job(gate: threading.Event):
        def run(progress: Progress) -> None:
            while not gate.wait(0.005):
                progress.check()

        return run

    tasks = [opened.services.tasks.run(job(gate)) for gate in gates]
    for task, sentence in zip(tasks, ("第一件", "第二件"), strict=True):
        task.cancelled.connect(lambda sentence=sentence: said.append(sentence))
        opened.services.watch(task, sentence)
    assert opened.busy.accessibleName() == "第二件"
    qtbot.waitUntil(opened.busy.isVisible)
    opened.busy._cancel.click()
    qtbot.waitUntil(lambda: said == ["第二件"])
    qtbot.waitUntil(lambda: opened.busy.accessibleName() == "第一件")
    assert opened.busy.isVisible()
    gates[0].set()
    qtbot.waitUntil(lambda: not opened.busy.isVisible())
    assert said == ["第二件"]


def test_manuscripts_dropped_where_no_section_is_make_one(qtbot, opened, tmp_path):
    window, panel = opened, opened.issue_panel
    while window.session.issue.sections:
        window.session.select(of_section(Place(0)))
        panel.ordering.remove()
    settle(qtbot, window)
    path = tmp_path / "稿件.md"
    path.write_text("### 新来的稿\n\n正文。\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = panel.tree.visualRect(panel.model.of_kind(SelectionKind.COLOPHON)).center()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(
            at,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(panel.tree.viewport(), event)
        assert event.isAccepted()
    drop = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel.tree.viewport(), drop)
    qtbot.waitUntil(lambda: bool(window.session.issue.sections))
    assert [
        [article.title.string for article in section.articles]
        for section in window.session.issue.sections
    ] == [["新来的稿"]]
    assert window.session.stack.undoText() == "导入 1 篇稿件"


def test_a_file_nobody_can_read_is_said_with_the_reason(opened, tmp_path):
    path = tmp_path / "录音.mp3"
    path.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    opened.taking.take([path])
    assert opened.toast.sentence() == "录音.mp3：是音频或视频，没有导入"


def test_each_of_several_that_are_not_taken_is_named(opened, tmp_path):
    sound, odd, gone = (tmp_path / name for name in ("录音.mp3", "未知.xyz", "没有.bin"))
    sound.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    odd.write_bytes(b"\x7fELF" + bytes(300))
    opened.taking.take([sound, odd, gone])
    said = opened.toast.sentence().split("\n")
    assert said[0] == "3 个文件没有收"
    assert [line.partition("：")[0] for line in said[1:]] == ["录音.mp3", "未知.xyz", "没有.bin"]
    assert all(line.partition("：")[2] for line in said[1:])


def test_beside_manuscripts_they_are_named_when_those_are_in(qtbot, opened, tmp_path):
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "好稿.txt").write_text(
        "柳渡分馆开门\n\n分馆今天开门，来了八十位读者。\n", encoding="utf-8"
    )
    (folder / "讲话.mp3").write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    sound = tmp_path / "录音.mp3"
    sound.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    opened.taking.take([folder, sound], Place(0, 0))
    settle(qtbot, opened)
    said = opened.toast.sentence()
    assert said.startswith("已导入 1 篇文章")
    assert "录音.mp3：是音频或视频，没有导入" in said
    assert "讲话.mp3：是音频或视频，没有导入" in said


def test_a_manuscript_without_an_ending_is_known_by_what_is_in_it(qtbot, opened, tmp_path):
    path = tmp_path / "来稿"
    path.write_text("柳渡分馆开门\n\n分馆今天开门，来了八十位读者。\n", encoding="utf-8")
    opened.taking.take([path], Place(0, 0))
    settle(qtbot, opened)
    assert len(opened.session.issue.sections[0].articles) == 2


def test_photos_that_cannot_be_copied_are_named_and_the_others_stand(qtbot, opened, tmp_path):
    photo(tmp_path / "好.png", 40, 30)
    opened.taking.take([tmp_path / "没有.png", tmp_path / "好.png"], Place(0, 0))
    settle(qtbot, opened)
    assert any(isinstance(b, Photo) for b in opened.session.issue.sections[0].articles[0].blocks)
    assert "没有.png" in opened.toast.sentence()


def test_what_falls_onto_a_page_beside_photos_is_named_too(qtbot, opened, tmp_path):
    photo(tmp_path / "好.png", 40, 30)
    sound = tmp_path / "录音.mp3"
    sound.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    opened.taking.take_on_page([tmp_path / "好.png", sound], Place(0, 0), 0, 0)
    assert opened.toast.sentence() == "录音.mp3：是音频或视频，没有导入"
    settle(qtbot, opened)
    assert any(isinstance(b, Photo) for b in opened.session.issue.sections[0].articles[0].blocks)


def test_photos_without_an_issue_are_not_passed_over_in_silence(window, tmp_path):
    photo(tmp_path / "好.png", 40, 30)
    window.taking.take([tmp_path / "好.png"])
    assert "好.png" in window.toast.sentence()


def test_an_issue_is_opened_alone(qtbot, opened, tmp_path):
    from layouts.documents import save_document

    other = tmp_path / "别期.banxin"
    save_document(opened.session.issue, other, tmp_path)
    opened.session.stack.setClean()
    with qtbot.waitSignal(opened.files.opened, timeout=20000):
        opened.taking.take([other, tmp_path / "稿.txt"])
    assert "稿.txt" in opened.toast.sentence()


def test_the_masthead_is_filled_in_with_its_page_in_view(qtbot, window, tmp_path):
    open_issue(qtbot, window, copied(SAMPLE, tmp_path))
    last = len(window.view.pages) - 1
    assert last > 0
    window.view.go_to_page(last)
    assert window.view.page > 0
    tabs = window.inspector.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert window.inspector.form() is window.inspector.masthead
    assert window.view.page == 0


def test_letters_typed_with_an_article_selected_are_answered(opened):
    opened.session.select(of_article(Place(0, 0)))
    before = opened.session.issue
    QTest.keyClick(opened.view, Qt.Key.Key_A)
    assert opened.session.issue is before
    assert "双击文字" in opened.toast.sentence()
