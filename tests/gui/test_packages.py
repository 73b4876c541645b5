"""Documents as .banxin files: opened, saved beside the window, typed on meanwhile, and nothing of
it lost when that fails.
"""

from __future__ import annotations

import re
import threading
import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from test_window_files import answers, picture, plain  # noqa: F401, a fixture
from windows import SAMPLE, give, idle, open_issue, press, settle, type_text, wait_saved

from desktop.dialogs import choose, questions
from desktop.keeping import saving
from desktop.keeping.document import kept_picture
from desktop.selection import TextPosition, of_article, of_text
from desktop.settings import cache_folder
from desktop.window_parts.stowing import stow
from layouts.documents import read_document, save_document
from layouts.errors import SaveError
from layouts.issue.ids import with_ids
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place, articles, block_at, text_at
from layouts.store.history import versions
from layouts.store.package import thumbnail

HEAD = Place(0, 0, TITLE)


@pytest.fixture
def package(tmp_path):
    """The sample as a package."""
    path = tmp_path / "我的文件" / "书讯.banxin"
    path.parent.mkdir()
    sample = read_document(SAMPLE, tmp_path)
    save_document(sample.issue, path, tmp_path / "making")
    return path


@pytest.fixture
def packed(qtbot, window, package):
    """The window with that package open."""
    open_issue(qtbot, window, package)
    return window


@pytest.fixture
def gate(monkeypatch):
    """Holds saving in its thread until it is opened."""
    opened = threading.Event()
    write = saving.write_document

    def held(order, *rest):
        assert opened.wait(10)
        return write(order, *rest)

    monkeypatch.setattr(saving, "write_document", held)
    yield opened
    opened.set()


def write_title(window, text):
    window.viewing.edit(of_text(TextPosition(HEAD, 0)))
    type_text(window.view, text)


def title(issue):
    return text_at(issue, HEAD).string


def in_file(path, tmp_path):
    return read_document(path, tmp_path / "looking").issue


# -- opening ---------------------------------------------------------------------------------------


def test_a_package_opens_with_its_photos_and_nothing_beside_it(qtbot, packed, package, tmp_path):
    photos = [
        block
        for _, article in articles(packed.session.issue)
        for block in article.blocks
        if isinstance(block, Photo)
    ]
    assert photos
    assert all((packed.session.issue.folder / photo.path).is_file() for photo in photos)
    assert packed.session.issue.folder.is_relative_to(tmp_path / "data")
    assert not [finding for finding in packed.session.findings if finding.code == "photo-unusable"]
    assert packed.session.is_saved
    assert sorted(path.name for path in package.parent.iterdir()) == sorted(
        [package.name, f"~${package.name}.lock"]
    )
    give(packed, "file.close")
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_everything_that_is_opened_has_names_that_stay(packed, opened):
    assert with_ids(packed.session.issue) is packed.session.issue


def test_a_package_is_dropped_on_the_empty_window_and_on_an_open_issue(qtbot, opened, package):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(package))])
    middle = opened.rect().center()
    enter = QDragEnterEvent(
        middle,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(opened, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(middle),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(opened.files.opened, timeout=5000):
        QApplication.sendEvent(opened, drop)
    assert opened.session.path == package


def test_the_dialog_to_open_shows_packages_first(window, package, answers, monkeypatch, qtbot):
    filters = []
    monkeypatch.setattr(choose, "file_to_open", lambda *asked: filters.append(asked[-1]) or package)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        give(window, "file.open")
    settle(qtbot, window)
    assert "(*.banxin *.md" in filters[0]
    assert window.session.path == package


def test_recent_packages_show_the_picture_they_bring(qtbot, window, package):
    window.settings.remember(package, read_document(package, package.parent.parent / "x").issue)
    (cache_folder() / kept_picture(package)).unlink(missing_ok=True)
    from PySide6.QtGui import QImage

    from desktop.start import _pictures
    from desktop.tasks import Progress

    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    from desktop.window_parts.page_pictures import png

    save_document(
        read_document(package, package.parent.parent / "x").issue,
        package,
        package.parent.parent / "x",
        thumbnail=png(image),
    )
    found = _pictures([], [package], cache_folder(), 120, Progress(lambda *_: None))
    assert found[0][0] == package
    assert found[0][1].pixelColor(3, 3) == Qt.GlobalColor.red


@pytest.mark.parametrize(
    ("damage", "said"), [(b"", "不是版心文件"), (b"PK nonsense" * 40, "不是版心文件")]
)
def test_a_damaged_package_is_one_sentence(qtbot, opened, tmp_path, damage, said):
    path = tmp_path / "坏.banxin"
    path.write_bytes(damage)
    before = opened.session.issue
    opened.files.open_path(path)
    qtbot.waitUntil(lambda: said in opened.toast.sentence(), timeout=5000)
    assert opened.session.issue is before
    assert not (tmp_path / "~$坏.banxin.lock").exists()


def newer(path):
    """Make a package one of a program to come."""
    with zipfile.ZipFile(path) as old:
        entries = [(entry, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for entry, data in entries:
            new.writestr(
                entry,
                re.sub(rb'"version": [0-9]+', b'"version": 99', data)
                if entry.filename == "issue.json"
                else data,
            )


def test_a_package_of_a_newer_program_is_refused_and_never_written_over(
    qtbot,
    opened,
    package,
    answers,
):
    newer(package)
    before = package.read_bytes()
    opened.files.open_path(package)
    qtbot.waitUntil(lambda: "打不开" in opened.toast.sentence(), timeout=5000)
    assert "更新" in opened.toast.sentence() or "新版" in opened.toast.sentence()
    answers["write"] = package
    give(opened, "file.save-as")
    idle(opened)
    qtbot.waitUntil(lambda: "没有保存" in opened.toast.sentence(), timeout=5000)
    assert package.read_bytes() == before
    assert opened.session.path != package


# -- saving ----------------------------------------------------------------------------------------


def test_a_new_issue_is_saved_as_a_package(qtbot, window, answers, monkeypatch, tmp_path):
    proposed = []
    path = tmp_path / "第9期.banxin"
    monkeypatch.setattr(choose, "file_to_write", lambda *asked: proposed.append(asked) or path)
    give(window, "file.sample")
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=5000)
    settle(qtbot, window)
    before = plain(window.session.issue)
    write_title(window, "新")
    settle(qtbot, window)
    give(window, "file.save")
    wait_saved(qtbot, window)
    assert proposed[0][2].endswith(".banxin")
    assert proposed[0][3].startswith("版心文件")
    assert "(*.md)" in proposed[0][3]
    assert title(in_file(path, tmp_path)).startswith("新")
    assert plain(window.session.issue)[0] == before[0]
    assert thumbnail(path).startswith(b"\x89PNG")
    assert (cache_folder() / kept_picture(path)).is_file()
    assert not window.isWindowModified()
    settle(qtbot, window)
    assert not [finding for finding in window.session.findings if finding.code == "photo-unusable"]


def test_save_writes_back_the_kind_that_was_opened(
    qtbot,
    opened,
    packed,
    package,
    answers,
    tmp_path,
):
    write_title(packed, "改")
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    assert title(in_file(package, tmp_path)).startswith("改")
    assert answers["asked"] == []


def test_save_as_a_manuscript_puts_the_photos_beside_it(qtbot, packed, answers, tmp_path):
    answers["write"] = tmp_path / "稿" / "书讯.md"
    answers["write"].parent.mkdir()
    give(packed, "file.save-as")
    qtbot.waitUntil(lambda: packed.session.path == answers["write"], timeout=5000)
    wait_saved(qtbot, packed)
    assert list((tmp_path / "稿" / "photos").iterdir())
    settle(qtbot, packed)
    assert not [finding for finding in packed.session.findings if finding.code == "photo-unusable"]


def test_a_photo_added_to_a_package_is_in_the_file(qtbot, packed, package, answers, tmp_path):
    answers["files"] = [picture(tmp_path / "现场.png")]
    packed.session.select(of_article(Place(0, 0)))
    give(packed, "photo.add")
    qtbot.waitUntil(lambda: packed.session.selection.kind == "photo", timeout=3000)
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    photo = block_at(packed.session.issue, packed.session.selection.place)
    with zipfile.ZipFile(package) as read:
        assert read.read(photo.path) == (tmp_path / "现场.png").read_bytes()
    settle(qtbot, packed)
    give(packed, "edit.undo")
    give(packed, "edit.redo")
    settle(qtbot, packed)
    assert not [finding for finding in packed.session.findings if finding.code == "photo-unusable"]
    assert packed.session.is_saved


def test_typing_goes_on_while_a_save_is_under_way_and_is_not_taken_for_saved(
    qtbot, packed, package, gate, tmp_path
):
    write_title(packed, "甲")
    give(packed, "file.save")
    assert packed.saved_state.label.text() == "正在保存…"
    type_text(packed.view, "乙")
    assert title(packed.session.issue).startswith("甲乙")
    gate.set()
    idle(packed)
    assert title(in_file(package, tmp_path)).startswith("甲")
    assert not title(in_file(package, tmp_path)).startswith("甲乙")
    assert packed.isWindowModified()
    assert packed.saved_state.label.text() == "未保存"
    packed.session.stack.undo()
    assert not title(packed.session.issue).startswith("甲乙")
    give(packed, "file.save")
    wait_saved(qtbot, packed)


def test_undone_to_what_was_saved_before_is_not_what_the_file_holds_now(
    qtbot, packed, package, gate
):
    gate.set()
    write_title(packed, "甲")
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    gate.clear()
    packed.session.select(of_article(Place(0, 0)))
    give(packed, "article.duplicate")
    give(packed, "file.save")
    give(packed, "article.duplicate")
    gate.set()
    idle(packed)
    assert not packed.session.is_saved
    packed.session.stack.undo()
    assert packed.session.is_saved, "the value that lies in the file"
    packed.session.stack.undo()
    assert not packed.session.is_saved, "it was saved once, but the file is newer"


def test_saved_twice_quickly_both_are_written(qtbot, packed, package, gate, tmp_path):
    write_title(packed, "甲")
    give(packed, "file.save")
    type_text(packed.view, "乙")
    give(packed, "file.save")
    gate.set()
    wait_saved(qtbot, packed)
    assert title(in_file(package, tmp_path)).startswith("甲乙")


def test_a_save_that_fails_leaves_file_document_and_mark(qtbot, packed, package, monkeypatch):
    def full(*_args, **_kwargs):
        raise SaveError("没有保存：磁盘已满", "not saved: the disk is full")

    before = package.read_bytes()
    write_title(packed, "甲")
    issue = packed.session.issue
    monkeypatch.setattr("desktop.keeping.document.save_document", full)
    give(packed, "file.save")
    qtbot.waitUntil(lambda: packed.toast.sentence() == "没有保存：磁盘已满", timeout=5000)
    assert package.read_bytes() == before
    assert packed.session.issue is issue
    assert packed.isWindowModified()
    monkeypatch.undo()
    give(packed, "file.save")
    wait_saved(qtbot, packed)


# -- somebody else wrote there ---------------------------------------------------------------------


def change_outside(path, tmp_path, text="外"):
    """Another program writes the package."""
    document = read_document(path, tmp_path / "elsewhere")
    from layouts.issue.edits import set_title

    changed = set_title(document.issue, Place(0, 0), text).issue
    save_document(changed, path, tmp_path / "elsewhere")


@pytest.mark.parametrize("answer", [questions.OVER, questions.ELSEWHERE, questions.STAY])
def test_a_changed_file_is_asked_about_before_it_is_written_over(
    qtbot,
    packed,
    package,
    answers,
    monkeypatch,
    tmp_path,
    answer,
):
    asked = []
    monkeypatch.setattr(
        questions, "about_saving_over_change", lambda *args: asked.append(args) or answer
    )
    answers["write"] = tmp_path / "我的.banxin"
    write_title(packed, "我")
    change_outside(package, tmp_path)
    give(packed, "file.save")
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    idle(packed)
    assert asked[0][1] == package
    assert asked[0][2] is not None, "when it was changed"
    assert title(in_file(package, tmp_path)).startswith("我" if answer == questions.OVER else "外")
    assert packed.session.is_saved is (answer != questions.STAY)
    assert (tmp_path / "我的.banxin").exists() is (answer == questions.ELSEWHERE)


def come_back(window, monkeypatch):
    from PySide6.QtCore import QEvent

    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    idle(window)


def test_a_file_changed_meanwhile_is_offered_when_the_editor_comes_back(
    qtbot, packed, package, monkeypatch, tmp_path
):
    come_back(packed, monkeypatch)
    settle(qtbot, packed)
    assert packed.bars.isHidden()
    write_title(packed, "我")
    change_outside(package, tmp_path)
    come_back(packed, monkeypatch)
    qtbot.waitUntil(packed.bars.changed.isVisible, timeout=5000)
    assert "书讯.banxin 在打开之后被别的程序改过" in packed.bars.changed.label.text()
    packed.bars.reload.click()
    qtbot.waitUntil(lambda: title(packed.session.issue) == "外", timeout=5000)
    assert packed.bars.isHidden()
    assert packed.session.is_saved
    packed.session.stack.undo()
    assert title(packed.session.issue).startswith("我"), "what was typed is behind the reload"
    assert not packed.session.is_saved


def test_it_is_reloaded_when_asked_for(qtbot, packed, package, tmp_path):
    change_outside(package, tmp_path)
    give(packed, "file.reload")
    qtbot.waitUntil(lambda: title(packed.session.issue) == "外", timeout=5000)
    assert packed.session.is_saved
    assert packed.session.stack.undoText() == "重新载入"


def test_mine_is_kept_and_saved_without_another_question(
    qtbot, packed, package, monkeypatch, tmp_path
):
    change_outside(package, tmp_path)
    come_back(packed, monkeypatch)
    qtbot.waitUntil(packed.bars.changed.isVisible, timeout=5000)
    mine = title(packed.session.issue)
    packed.bars.mine.click()
    assert packed.bars.isHidden()
    assert not packed.session.is_saved
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    assert title(in_file(package, tmp_path)) == mine


# -- leaving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "closed", "written"),
    [(choose.SAVE, True, True), (choose.DROP, True, False), (choose.STAY, False, False)],
)
def test_closing_the_window_asks_once(
    qtbot,
    packed,
    package,
    answers,
    tmp_path,
    answer,
    closed,
    written,
):
    write_title(packed, "我")
    answers["unsaved"] = answer
    packed.close()
    if closed:
        qtbot.waitUntil(lambda: not packed.isVisible(), timeout=5000)
    else:
        idle(packed)
        assert packed.isVisible()
    assert answers["asked"] == ["unsaved"]
    assert title(in_file(package, tmp_path)).startswith("我") is written
    if closed:
        assert not list((tmp_path / "data" / "journals").glob("*"))


def test_closing_while_it_is_being_saved_waits_and_asks_nothing(
    qtbot,
    packed,
    package,
    answers,
    gate,
    tmp_path,
):
    write_title(packed, "我")
    give(packed, "file.save")
    packed.close()
    assert packed.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not packed.isVisible(), timeout=5000)
    assert answers["asked"] == []
    assert title(in_file(package, tmp_path)).startswith("我")


def test_closing_while_an_older_value_is_saved_asks_once_and_writes_both(
    qtbot,
    packed,
    package,
    answers,
    gate,
    tmp_path,
):
    write_title(packed, "我")
    give(packed, "file.save")
    type_text(packed.view, "们")
    answers["unsaved"] = choose.SAVE
    packed.close()
    assert answers["asked"] == ["unsaved"]
    gate.set()
    qtbot.waitUntil(lambda: not packed.isVisible(), timeout=5000)
    assert answers["asked"] == ["unsaved"]
    assert title(in_file(package, tmp_path)).startswith("我们")


def test_what_would_have_been_given_up_counts_again_where_nothing_else_was_opened(
    qtbot,
    packed,
    answers,
    tmp_path,
):
    write_title(packed, "我")
    answers["unsaved"] = choose.DROP
    packed.files.open_path(tmp_path / "没有.banxin")
    qtbot.waitUntil(lambda: bool(packed.toast.sentence()), timeout=5000)
    answers["unsaved"] = choose.STAY
    press(packed, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert answers["asked"] == ["unsaved", "unsaved"]
    assert packed.session.issue is not None


# -- versions --------------------------------------------------------------------------------------


def test_each_save_keeps_a_version_and_so_does_work(qtbot, packed, package):
    write_title(packed, "一")
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    idle(packed)
    assert len(versions(packed.autosave.history)) == 1
    type_text(packed.view, "二")
    assert packed.autosave._work.isActive()
    packed.autosave._work.timeout.emit()
    idle(packed)
    assert len(versions(packed.autosave.history)) == 2
    packed.autosave._work.timeout.emit()
    idle(packed)
    assert len(versions(packed.autosave.history)) == 2, "nothing was done since"


def test_a_save_that_fails_while_closing_keeps_the_window(
    qtbot,
    packed,
    package,
    answers,
    monkeypatch,
):
    def full(*_args, **_kwargs):
        raise SaveError("没有保存：磁盘已满", "not saved: the disk is full")

    write_title(packed, "我")
    answers["unsaved"] = choose.SAVE
    monkeypatch.setattr("desktop.keeping.document.save_document", full)
    packed.close()
    qtbot.waitUntil(lambda: packed.toast.sentence() == "没有保存：磁盘已满", timeout=5000)
    idle(packed)
    assert packed.isVisible()
    assert packed.isWindowModified()
    monkeypatch.setattr("desktop.keeping.document.save_document", save_document)
    packed.close()
    qtbot.waitUntil(lambda: not packed.isVisible(), timeout=5000)
    assert answers["asked"] == ["unsaved", "unsaved"]


def test_what_is_typed_after_saying_save_is_asked_about_again(
    qtbot,
    packed,
    package,
    answers,
    gate,
    tmp_path,
):
    write_title(packed, "我")
    answers["unsaved"] = choose.SAVE
    packed.files.close_issue()
    answers["unsaved"] = choose.STAY
    type_text(packed.view, "们")
    gate.set()
    idle(packed)
    assert answers["asked"] == ["unsaved", "unsaved"]
    assert title(packed.session.issue).startswith("我们")
    assert not title(in_file(package, tmp_path)).startswith("我们")


def test_a_new_issue_that_gets_no_name_stays_open(qtbot, window, answers):
    give(window, "file.sample")
    qtbot.waitUntil(lambda: window.session.issue is not None, timeout=5000)
    settle(qtbot, window)
    write_title(window, "我")
    answers.update(unsaved=choose.SAVE, write=None)
    give(window, "file.close")
    assert answers["asked"] == ["unsaved", "write"]
    assert title(window.session.issue).startswith("我")


def test_a_clean_issue_that_is_being_saved_elsewhere_is_waited_for(
    qtbot,
    packed,
    answers,
    gate,
    tmp_path,
):
    answers["write"] = tmp_path / "另一份.banxin"
    give(packed, "file.save-as")
    packed.close()
    assert packed.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not packed.isVisible(), timeout=5000)
    assert answers["asked"] == ["write"]
    assert (tmp_path / "另一份.banxin").exists()
    assert not list(tmp_path.glob("~$*"))


# -- our own folders -------------------------------------------------------------------------------


def test_a_manuscript_saved_above_the_data_folder_gets_its_photos_too(qtbot, packed, monkeypatch):
    folders = packed.autosave.folders
    home = folders.data.parent
    target = home / "书讯.md"
    monkeypatch.setattr(choose, "file_to_write", lambda *_: target)
    give(packed, "file.save-as")
    wait_saved(qtbot, packed)
    photos = [
        block
        for _, article in articles(packed.session.issue)
        for block in article.blocks
        if isinstance(block, Photo)
    ]
    assert photos
    assert {photo.path.rpartition("/")[0] for photo in photos} == {"photos"}
    packed.close()
    folders.release()
    folders.sweep()
    assert all((home / photo.path).is_file() for photo in photos)


def test_a_photo_out_of_our_own_folder_is_copied_beside_an_issue_above_it(window, monkeypatch):
    monkeypatch.setattr(
        "desktop.window_parts.stowing.data_folder", lambda: window.autosave.folders.data
    )
    ours = window.autosave.folders.fresh()
    picture(ours / "现场.png")
    home = window.autosave.folders.data.parent
    assert stow(ours / "现场.png", home) == "photos/现场.png"
    assert stow(ours / "现场.png", ours) == "现场.png"
