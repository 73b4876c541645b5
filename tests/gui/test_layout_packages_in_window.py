"""Layouts handed on: saved as a package, taken in again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from windows import give, settle, when_asked

from desktop.panels.inspector import LAYOUT
from layouts.house.installing import own_layouts
from layouts.house.load import layout_of, load_layout
from layouts.house.own_folder import own_layouts_folder
from layouts.house.package import read_layout_package
from layouts.issue import edits
from layouts.units import POINTS_PER_MM


@pytest.fixture(autouse=True)
def nobody_elses_layouts(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data-home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache-home"))


@pytest.fixture
def saved(qtbot, opened, tmp_path):
    """The layout of the small issue with a margin of its own, as a package."""
    session = opened.session
    session.do("改", edits.set_design(session.issue, "page.top", "34mm").issue)
    settle(qtbot, opened)
    path = tmp_path / "本局简报.banxin-layout"
    opened.layout_packages.save_as(path)
    return path


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    # into the window first: Qt sends a drop to where the drag is
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *held))


def test_a_package_has_the_changed_layout_under_its_files_name_and_a_picture(saved):
    package = read_layout_package(saved)
    assert 'title_zh = "本局简报"' in package.text
    assert 'top = "34mm"' in package.text
    assert QImage.fromData(package.preview).width() == 420


def test_a_package_that_was_saved_is_shown_in_its_folder_and_is_no_export(opened, saved):
    offers = []
    opened.services.offered.connect(lambda said, button, _act: offers.append((said, button)))
    opened.layout_packages.save_as(saved)
    assert offers == [("版式包已保存：本局简报.banxin-layout", "在文件夹中显示")]
    assert saved not in opened.services.settings.exports


def test_what_the_editor_set_goes_along(qtbot, opened, tmp_path):
    session = opened.session
    session.do("改", edits.set_setting(session.issue, "measure", 28).issue)
    path = tmp_path / "窄.banxin-layout"
    opened.layout_packages.save_as(path)
    assert "measure = 28" in read_layout_package(path).text


def test_a_package_dropped_on_the_window_is_installed_and_offered(qtbot, opened, saved):
    offers = []
    opened.services.offered.connect(lambda said, button, act: offers.append((said, button, act)))
    drop(opened, saved)
    assert [own.name for own in own_layouts()] == ["本局简报"]
    assert load_layout("本局简报").grid.top == pytest.approx(34 * POINTS_PER_MM)
    (said, button, act) = offers[-1]
    assert "本局简报" in said
    assert button == "用于本期"
    act()
    assert opened.session.issue.layout == "本局简报"
    assert layout_of(opened.session.issue).grid.top == pytest.approx(34 * POINTS_PER_MM)


def test_one_that_is_there_is_replaced_once_the_editor_agrees(qtbot, opened, saved):
    opened.layout_packages.install([saved])
    session = opened.session
    session.do("改", edits.set_design(session.issue, "page.top", "36mm").issue)
    opened.layout_packages.save_as(saved)
    when_asked(lambda box: box.defaultButton().click())
    opened.layout_packages.install([saved])
    assert load_layout("本局简报").grid.top == pytest.approx(34 * POINTS_PER_MM)
    when_asked(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click())
    opened.layout_packages.install([saved])
    assert load_layout("本局简报").grid.top == pytest.approx(36 * POINTS_PER_MM)


def test_an_issue_in_a_layout_that_is_replaced_is_set_in_the_new_one(qtbot, opened, saved):
    opened.layout_packages.install([saved])
    opened.layouts.change("本局简报")
    session = opened.session
    session.do("改", edits.set_design(session.issue, "page.top", "36mm").issue)
    opened.layout_packages.save_as(saved)
    session.stack.undo()
    when_asked(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click())
    opened.layout_packages.install([saved])
    settle(qtbot, opened)
    assert session.layout.grid.top == pytest.approx(36 * POINTS_PER_MM)
    assert session.composed_layout is session.layout


def test_one_that_was_installed_is_listed_at_once_and_not_read_at_every_key(
    qtbot, opened, saved, monkeypatch
):
    opened.inspector.tabs.setCurrentIndex(LAYOUT)
    layouts = opened.inspector.layout_form.layouts
    qtbot.waitUntil(layouts.isVisible)
    assert "本局简报" not in layouts.values()
    opened.layout_packages.install([saved])
    assert "本局简报" in layouts.values()
    monkeypatch.setattr("desktop.relaying.known_layouts", None)
    session = opened.session
    session.do("改", edits.set_contents(session.issue, not session.issue.contents).issue)
    settle(qtbot, opened)
    assert "本局简报" in layouts.values()


def test_one_that_was_installed_stands_on_the_start_page_with_its_picture(qtbot, opened, saved):
    opened.session.stack.setClean()
    give(opened, "file.close")
    layouts = opened.start.layouts
    qtbot.waitUntil(lambda: not opened.services.tasks.is_busy, timeout=20000)
    opened.layout_packages.install([saved])
    row = layouts.values().index("本局简报")
    blank = layouts.item(row).icon().cacheKey()
    qtbot.waitUntil(lambda: layouts.item(row).icon().cacheKey() != blank, timeout=20000)


def test_what_is_no_package_says_so_and_leaves_nothing(qtbot, opened, tmp_path):
    failures = []
    opened.services.failed.connect(lambda said, details: failures.append(said))
    path = tmp_path / "坏的.banxin-layout"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    drop(opened, path)
    assert "坏的.banxin-layout" in failures[-1]
    assert not own_layouts_folder().exists() or not list(own_layouts_folder().iterdir())


def test_a_folder_that_cannot_be_written_says_so(qtbot, opened, tmp_path):
    failures = []
    opened.services.failed.connect(lambda said, details: failures.append(said))
    opened.layout_packages.save_as(tmp_path / "没有" / "版式.banxin-layout")
    assert failures


def test_one_that_was_installed_is_on_the_start_page(qtbot, window, opened, saved):
    assert "本局简报" not in opened.start.layouts.values()
    opened.layout_packages.install([saved])
    assert "本局简报" in opened.start.layouts.values()


@pytest.mark.parametrize("publication", ["澜汀书讯", "", "a/b"])
def test_what_a_package_is_called_unless_the_editor_says_can_be_taken_in(
    qtbot, opened, monkeypatch, tmp_path, publication
):
    session = opened.session
    session.do("改", edits.set_masthead_field(session.issue, "publication", publication).issue)
    session.do("改", edits.set_design(session.issue, "page.top", "34mm").issue)
    settle(qtbot, opened)
    monkeypatch.setattr(
        "desktop.dialogs.choose.file_to_write",
        lambda _parent, _title, proposed, *_: tmp_path / proposed.rpartition("/")[2],
    )
    opened.layout_packages.save()
    (made,) = tmp_path.glob("*.banxin-layout")
    opened.layout_packages.install([made])
    assert [own.name for own in own_layouts()] == [made.name.removesuffix(".banxin-layout")]
