"""Issues as files: new, saved, opened again, imported into; what is not saved is asked about
once.
"""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from windows import SAMPLE, dialog, give, idle, press, settle, type_text, wait_saved

from desktop.dialogs import choose
from desktop.dialogs.import_manuscripts import ImportDialog
from desktop.dialogs.import_report import ImportReport
from desktop.dialogs.new_issue import NewIssueDialog
from desktop.files import read_issue
from desktop.selection import TextPosition, of_article, of_photo, of_text
from desktop.settings import LastIssue, issue_title
from desktop.window_parts.stowing import stow
from layouts.errors import Source
from layouts.issue import edits
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place, block_at, text_at


def plain(issue: Issue):
    """What is left of an issue without the places it was read from, and without the names we gave
    to what is in it.
    """
    nowhere = Source("")

    def block(value):
        return replace(value, source=nowhere, id="")

    def article(value):
        return replace(value, source=nowhere, id="", blocks=tuple(map(block, value.blocks)))

    sections = tuple(
        replace(section, source=nowhere, id="", articles=tuple(map(article, section.articles)))
        for section in issue.sections
    )
    return issue.masthead, issue.colophon, issue.layout, issue.contents, sections


@pytest.fixture
def answers(monkeypatch, tmp_path):
    """What the file dialogs answer; set by each test."""
    given = {
        "open": None,
        "files": [],
        "write": tmp_path / "新的一期.md",
        "unsaved": choose.DROP,
        "text": "新栏目",
    }
    asked = []
    monkeypatch.setattr(choose, "file_to_open", lambda *_: asked.append("open") or given["open"])
    monkeypatch.setattr(choose, "files_to_open", lambda *_: asked.append("files") or given["files"])
    monkeypatch.setattr(choose, "file_to_write", lambda *_: asked.append("write") or given["write"])
    monkeypatch.setattr(
        choose, "about_unsaved", lambda *_: asked.append("unsaved") or given["unsaved"]
    )
    monkeypatch.setattr(choose, "line_of_text", lambda *_: asked.append("text") or given["text"])
    given["asked"] = asked
    return given


def test_new_by_keys_typed_saved_and_opened_again(qtbot, window, answers):
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asking = dialog(qtbot, NewIssueDialog)
    asking.publication.lineEdit().selectAll()
    type_text(asking.publication.lineEdit(), "澜汀书讯")
    asking.number.setValue(14)
    QTest.keyClick(asking.publication.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.issue is not None)
    settle(qtbot, window)
    assert window.session.issue.masthead.publication == "澜汀书讯"
    window.viewing.edit(of_text(TextPosition(Place(0, 0, TITLE), 0)))
    type_text(window.view, "安全检查")
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    type_text(window.view, "正文第一段。")
    assert text_at(window.session.issue, Place(0, 0, TITLE)).string == "安全检查"
    assert window.isWindowModified()
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert answers["asked"] == ["write"]
    wait_saved(qtbot, window)
    again = read_issue(answers["write"]).issue
    assert plain(again) == plain(window.session.issue)


def test_saved_again_without_a_question_and_said_beside_the_menus(qtbot, opened, answers):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.duplicate")
    assert opened.saved_state.label.text() == "未保存"
    give(opened, "file.save")
    assert opened.saved_state.label.text() == "正在保存…"
    wait_saved(qtbot, opened)
    assert answers["asked"] == []
    assert opened.saved_state.label.text() == f"已保存 {datetime.datetime.now().astimezone():%H:%M}"
    assert len(read_issue(opened.session.path).issue.sections[0].articles) == 2


def test_title_names_the_issue(opened):
    assert opened.windowTitle() == "版心 — 澜汀书讯 2025 年第 14 期[*]"


def test_a_file_that_is_no_issue_is_one_sentence(qtbot, window, tmp_path):
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\xff\xfe\x00")
    window.files.open_path(broken)
    qtbot.waitUntil(lambda: bool(window.toast.sentence()), timeout=3000)
    assert window.toast.sentence().startswith("打不开")
    assert window.session.issue is None


def test_a_missing_file_leaves_the_open_issue(qtbot, opened, tmp_path):
    opened.files.open_path(tmp_path / "gone.md")
    qtbot.waitUntil(lambda: bool(opened.toast.sentence()), timeout=3000)
    assert opened.session.issue.masthead.publication == "澜汀书讯"


def test_a_file_that_cannot_be_written_is_one_sentence(qtbot, opened, answers, tmp_path):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.duplicate")
    answers["write"] = tmp_path / "nowhere" / "deep" / "issue.md"
    (tmp_path / "nowhere").write_text("a file, no folder")
    give(opened, "file.save-as")
    qtbot.waitUntil(lambda: bool(opened.toast.sentence()))
    assert opened.toast.sentence().startswith("没有保存")
    assert not opened.session.is_saved


@pytest.mark.parametrize(
    ("answer", "closed", "written"),
    [(choose.SAVE, True, True), (choose.DROP, True, False), (choose.STAY, False, False)],
)
def test_unsaved_changes_are_asked_about_once(qtbot, opened, answers, answer, closed, written):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.remove")
    answers["unsaved"] = answer
    path = opened.session.path
    give(opened, "file.close")
    idle(opened)
    assert answers["asked"] == ["unsaved"]
    assert (opened.session.issue is None) is closed
    assert ("副馆长" not in path.read_text("utf-8")) is written


def test_nothing_is_asked_where_nothing_is_lost(qtbot, window, answers):
    give(window, "file.sample")
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=5000)
    settle(qtbot, window)
    give(window, "file.close")
    assert answers["asked"] == []
    assert window.session.issue is None


def test_the_sample_is_an_untitled_copy(qtbot, window):
    give(window, "file.sample")
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=5000)
    settle(qtbot, window)
    assert window.session.path is None
    assert window.session.issue.folder != SAMPLE.parent
    assert not [finding for finding in window.session.findings if finding.code == "photo-unusable"]


# -- recent issues ---------------------------------------------------------------------------------


def test_recent_issues_are_remembered_and_open_again(qtbot, opened, issue_file):
    assert [entry.title for entry in opened.settings.recent] == ["澜汀书讯 2025 年第 14 期"]
    menu = opened.actions_.menus["recent"]
    menu.aboutToShow.emit()
    assert "澜汀书讯" in menu.actions()[0].text()
    with qtbot.waitSignal(opened.files.opened, timeout=3000):
        menu.actions()[0].trigger()
    settle(qtbot, opened)
    issue_file.unlink()
    assert opened.settings.recent == []


def test_the_next_number_is_offered():
    known = LastIssue("澜汀书讯", 14, 850, datetime.date(2025, 8, 31), "国资委")
    assert known.following(datetime.date(2025, 9, 15)) == Masthead(
        "澜汀书讯", 15, 851, datetime.date(2025, 9, 15), "国资委"
    )
    assert known.following(datetime.date(2026, 1, 4)) == Masthead(
        "澜汀书讯", 1, 851, datetime.date(2026, 1, 4), "国资委"
    )


def test_an_old_issue_does_not_turn_the_numbering_back(settings, opened, tmp_path):
    issue = opened.session.issue
    older = replace(
        issue, masthead=replace(issue.masthead, number=3, date=datetime.date(2025, 2, 1))
    )
    settings.remember(tmp_path / "第14期.md", older)
    assert settings.last_issue("澜汀书讯").number == 14


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (Masthead("澜汀书讯", 14, date=datetime.date(2025, 8, 31)), "澜汀书讯 2025 年第 14 期"), (Masthead("澜汀书讯"), "澜汀书讯"), (Masthead(), ""),
        (Masthead("澜汀书讯", 3), "澜汀书讯 第 3 期"),
        (Masthead("澜汀书讯", 2, date=datetime.date(2025, 8, 31), series="增刊"), "澜汀书讯 2025 年增刊第 2 期"),
    ],
)  # fmt: skip
def test_titles_of_issues(opened, head, title):
    assert issue_title(replace(opened.session.issue, masthead=head)) == title


# -- manuscripts -----------------------------------------------------------------------------------


def manuscripts(tmp_path):
    folder = tmp_path / "来稿"
    folder.mkdir()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(folder / "现场.png"))
    texts = (
        "### 第一篇\n\n![现场](现场.png)\n\n第一篇的正文。\n",
        "### 第二篇\n\n第二篇的正文，\n\n下半句在另一行。\n",
        "### 第三篇\n\n第三篇的正文。\n",
    )
    paths = [folder / f"稿{k}.md" for k in range(3)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_three_manuscripts_are_one_step(qtbot, opened, answers, tmp_path):
    answers["files"] = manuscripts(tmp_path)
    opened.session.select(of_article(Place(0, 0)))
    before = opened.session.issue
    give(opened, "article.import")
    asking = dialog(qtbot, ImportDialog)
    assert asking.place == Place(0, 1)
    assert asking.tree.topLevelItemCount() == 3
    QTest.keyClick(asking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.issue is not before)
    section = opened.session.issue.sections[0]
    assert [article.title.string for article in section.articles] == [
        "副馆长赴各街分馆开展冬季消防检查",
        "第一篇",
        "第二篇",
        "第三篇",
    ]
    photo = next(block for block in section.articles[1].blocks if isinstance(block, Photo))
    assert (opened.session.issue.folder / photo.path).is_file()
    assert opened.session.selection == of_article(Place(0, 1), Place(0, 2), Place(0, 3))
    settle(qtbot, opened)
    assert not [finding for finding in opened.session.findings if finding.code == "photo-unusable"]
    opened.session.stack.undo()
    assert opened.session.issue is before


def test_dropped_manuscripts_go_where_they_fell_and_are_reported(qtbot, opened, tmp_path):
    opened.taking.take(manuscripts(tmp_path), Place(1, 0))
    qtbot.waitUntil(lambda: len(opened.session.issue.sections[1].articles) == 4, timeout=3000)
    assert opened.session.issue.sections[1].articles[0].title.string == "第一篇"
    assert opened.toast.sentence() == "已导入 3 篇文章"
    opened.toast._buttons[0].click()
    assert dialog(qtbot, ImportReport).list.count() == 4  # all of them, and each


def test_a_bad_manuscript_does_not_keep_the_others_out(qtbot, opened, tmp_path):
    paths = manuscripts(tmp_path)
    paths[1].write_bytes(b"")
    opened.taking.take(paths, Place(0, 0))
    qtbot.waitUntil(lambda: len(opened.session.issue.sections[0].articles) == 3, timeout=3000)


# -- photos ----------------------------------------------------------------------------------------


def picture(path):
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    image.save(str(path))
    return path


def test_photos_are_copied_beside_the_issue(qtbot, opened, answers, tmp_path):
    elsewhere = tmp_path / "手机"
    elsewhere.mkdir()
    answers["files"] = [picture(elsewhere / "IMG 1.png"), picture(elsewhere / "IMG 2.png")]
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "photo.add")
    qtbot.waitUntil(lambda: opened.session.selection.kind == "photo", timeout=3000)
    photos = [
        block
        for block in opened.session.issue.sections[0].articles[0].blocks
        if isinstance(block, Photo)
    ]
    assert len(photos) == 2
    assert all((opened.session.issue.folder / photo.path).is_file() for photo in photos)
    assert opened.session.stack.undoText() == "插入 2 张图片"
    settle(qtbot, opened)
    assert not [finding for finding in opened.session.findings if finding.code == "photo-unusable"]


def test_a_pasted_image_becomes_a_png_beside_the_issue(qtbot, opened):
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    opened.session.select(of_article(Place(0, 0)))
    opened.view.setFocus()
    opened.clipping.paste()
    qtbot.waitUntil(lambda: opened.session.selection.kind == "photo", timeout=3000)
    photo = opened.session.issue.sections[0].articles[0].blocks[0]
    assert isinstance(photo, Photo)
    assert photo.path.endswith(".png")
    assert (opened.session.issue.folder / photo.path).is_file()


def test_pasted_files_are_photos(qtbot, opened, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "a.png")))])
    QGuiApplication.clipboard().setMimeData(data)
    opened.session.select(of_article(Place(1, 0)))
    opened.clipping.paste()
    qtbot.waitUntil(lambda: opened.session.selection == of_photo(Place(1, 0, 0)), timeout=3000)
    assert opened.session.issue.sections[1].articles[0].blocks[0].path == "a.png"


def test_two_photos_of_one_name_stay_two(tmp_path):
    folder, one, other = tmp_path / "期", tmp_path / "甲", tmp_path / "乙"
    for each in (folder, one, other):
        each.mkdir()
    (one / "p (1).png").write_bytes(b"one")
    (other / "p (1).png").write_bytes(b"other")
    names = [
        stow(path, folder) for path in (one / "p (1).png", other / "p (1).png", one / "p (1).png")
    ]
    assert names == ["photos/p-1.png", "photos/p-1-2.png", "photos/p-1.png"]
    assert (folder / "photos" / "p-1-2.png").read_bytes() == b"other"


def test_copied_articles_are_pasted_whole(opened):
    opened.view.setFocus()
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "edit.copy")
    assert "为确保元旦" in QGuiApplication.clipboard().text()
    opened.session.select(of_article(Place(1, 0)))
    give(opened, "edit.paste")
    assert [article.title.string for article in opened.session.issue.sections[1].articles][
        1
    ] == "副馆长赴各街分馆开展冬季消防检查"
    give(opened, "edit.undo")
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "edit.cut")
    assert opened.session.issue.sections[0].articles == ()


def test_all_photos_that_are_marked_are_copied(opened, tmp_path):
    session, issue = opened.session, opened.session.issue
    for name in ("一.png", "二.png"):
        QImage(8, 8, QImage.Format.Format_RGB32).save(str(issue.folder / name))
    for k, name in enumerate(("一.png", "二.png")):
        issue = edits.add_photo(issue, Place(0, 0, k), name).issue
    session.do("x", issue)
    opened.view.setFocus()
    session.select(of_photo(Place(0, 0, 0), Place(0, 0, 1)))
    give(opened, "edit.copy")
    session.select(of_article(Place(1, 0)))
    give(opened, "edit.paste")
    pasted = session.selection
    assert [block_at(session.issue, place).path for place in pasted.places] == ["一.png", "二.png"]
    assert {place.of_article for place in pasted.places} == {Place(1, 0)}


def test_manuscripts_come_in_though_what_stood_there_is_gone_meanwhile(qtbot, opened, tmp_path):
    path = tmp_path / "后到.txt"
    path.write_text("消防演练进校园\n\n供稿：宣教科 吴三\n\n" + "演练在操场举行。" * 9, "utf-8")
    opened.importing.read([path], Place(1, 5))
    qtbot.waitUntil(lambda: len(opened.session.issue.sections[1].articles) == 2, timeout=20000)
    assert opened.session.issue.sections[1].articles[1].title.string == "消防演练进校园"


@pytest.mark.parametrize("meanwhile", ["another issue", "photo gone"])
def test_a_photo_that_was_copied_takes_no_other_place(qtbot, opened, answers, tmp_path, meanwhile):
    session, tasks = opened.session, opened.services.tasks
    for name in ("旧.png", "新.png"):
        QImage(8, 8, QImage.Format.Format_RGB32).save(str(tmp_path / name))
    opened.photos.add([tmp_path / "旧.png"], Place(0, 0, 0))
    settle(qtbot, opened)
    photo = next(
        Place(0, 0, k)
        for k, block in enumerate(session.issue.sections[0].articles[0].blocks)
        if isinstance(block, Photo)
    )
    session.select(of_photo(photo))
    answers["open"] = tmp_path / "新.png"
    opened.photos.replace()
    opened.photos.add([tmp_path / "新.png"], photo)
    if meanwhile == "photo gone":
        session.do("删除", edits.remove_articles(session.issue, [Place(0, 0)]).issue)
    else:
        (tmp_path / "另一期").mkdir()
        session.open(replace(session.issue, folder=tmp_path / "另一期"), None)
    left = session.issue
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=10000)
    assert session.issue is left
