"""The issue, or an article, for a WeChat official account, out of the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from windows import dialog, give, settle

from desktop.dialogs.export_wechat import ExportWechatDialog
from desktop.phone_preview import PHONE


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.wechat")
    asking = dialog(qtbot, ExportWechatDialog)
    asking.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(asking.copy_button.isEnabled, timeout=20000)
    return asking


def test_the_preview_says_the_issue_in_a_phones_width(asking):
    assert "澜汀书讯" in asking.preview.toPlainText()
    assert asking.preview.document().size().width() == PHONE
    assert asking.preview.viewport().width() >= PHONE


def test_the_covers_are_shown(asking):
    shapes = [label.pixmap().width() / label.pixmap().height() for label in asking.covers.values()]
    assert shapes == pytest.approx([900 / 383, 1], rel=0.02)


def test_one_article_is_copied_with_its_pictures(qtbot, asking):
    asking.what.setCurrentIndex(1)
    qtbot.waitUntil(asking.copy_button.isEnabled, timeout=20000)
    asking.copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    assert 'src="data:image/jpeg' in data.html()
    assert "有书读" in data.text()
    assert "古籍修复室" not in data.text()


def test_an_article_without_photos_has_no_cover(qtbot, asking):
    asking.what.setCurrentIndex(2)
    qtbot.waitUntil(asking.copy_button.isEnabled, timeout=20000)
    assert asking.no_cover.isVisible()
    assert not any(label.isVisible() for label in asking.covers.values())


def test_it_is_saved_to_a_folder(qtbot, window, asking, tmp_path):
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out" / "article.html").exists, timeout=20000)
    qtbot.waitUntil(lambda: "article.html" in window.toast.sentence(), timeout=5000)


def test_a_folder_of_somebody_elses_is_told_in_the_dialog(qtbot, asking, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    asking.ok.click()
    qtbot.waitUntil(lambda: "已经有别的东西" in asking.state.text(), timeout=20000)
    assert asking.ok.isEnabled()
