"""The issue as pages of the web, out of the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from windows import dialog, give, settle

from desktop.dialogs.export_web import ExportWebDialog


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.web")
    asking = dialog(qtbot, ExportWebDialog)
    asking.target.setText(str(tmp_path / "out.html"))
    return asking


def test_one_file_is_written_and_told_of(qtbot, window, asking, tmp_path):
    asking.whole.setChecked(True)
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out.html").exists, timeout=20000)
    assert (tmp_path / "out.html").read_bytes().startswith(b"<!doctype html>")
    qtbot.waitUntil(lambda: "out.html" in window.toast.sentence(), timeout=5000)


def test_a_page_an_article_fills_a_folder_without_an_ending(qtbot, asking, tmp_path):
    asking.pages.setChecked(True)
    assert asking.target.text() == str(tmp_path / "out")
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out" / "index.html").exists, timeout=20000)


def test_what_cannot_be_written_is_said_in_the_dialog(qtbot, asking, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    asking.pages.setChecked(True)
    asking.target.setText(str(tmp_path / "full"))
    asking.ok.click()
    qtbot.waitUntil(lambda: "已经有别的东西" in asking.state.text(), timeout=20000)
    assert asking.ok.isEnabled()
