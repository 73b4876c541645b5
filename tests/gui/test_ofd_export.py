"""The pages as OFD, out of the window."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QDesktopServices
from windows import dialog, give, settle

from desktop.dialogs.export_ofd import ExportOfdDialog
from layouts.errors import Finding


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.ofd")
    asking = dialog(qtbot, ExportOfdDialog)
    asking.target.setText(str(tmp_path / "out"))
    return asking


def test_the_pages_are_written_and_told_of(qtbot, window, asking, tmp_path):
    asking.ok.click()
    qtbot.waitUntil((tmp_path / "out.ofd").exists, timeout=20000)
    assert (tmp_path / "out.ofd").read_bytes().startswith(b"PK")
    qtbot.waitUntil(lambda: "out.ofd" in window.toast.sentence(), timeout=5000)


def test_what_cannot_be_written_is_said_in_the_dialog(qtbot, asking, tmp_path):
    (tmp_path / "out.ofd").mkdir()
    asking.ok.click()
    qtbot.waitUntil(lambda: "out.ofd" in asking.state.text(), timeout=20000)
    assert asking.ok.isEnabled()
    asking.reject()


def test_it_is_cancelled(qtbot, window, asking, tmp_path):
    asking.make()
    asking.reject()
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy, timeout=20000)
    assert list(tmp_path.glob("*.ofd")) == []


def test_errors_are_refused_with_the_first(qtbot, window, asking):
    session = window.services.session
    wrong = Finding("error", "photo-unusable", "图片 甲.jpg 不存在", "the photo is not there")
    session.edition = replace(session.edition, findings=(wrong,))
    session.edition_changed.emit()
    assert not asking.ok.isEnabled()
    assert "甲.jpg" in asking.state.text()
    asking.reject()
