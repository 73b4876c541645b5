"""The issue as a Word file, out of the window and back into it."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtGui import QDesktopServices
from windows import MANUSCRIPT, dialog, give, open_issue

from desktop.dialogs import choose
from desktop.dialogs.export_word import ExportWordDialog
from desktop.dialogs.word_back import WordBackDialog


@pytest.fixture
def exported(qtbot, window, tmp_path, monkeypatch):
    """A manuscript, open in the window, and its Word file."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    path = tmp_path / "issue.md"
    path.write_text(MANUSCRIPT, "utf8")
    open_issue(qtbot, window, path)
    give(window, "export.word")
    asking = dialog(qtbot, ExportWordDialog)
    asking.target.setText(str(tmp_path / "out"))
    asking.ok.click()
    path = tmp_path / "out.docx"
    qtbot.waitUntil(path.exists, timeout=20000)
    qtbot.waitUntil(lambda: "out.docx" in window.toast.sentence(), timeout=5000)
    return path


def changed(path):
    document = docx.Document(str(path))
    titles = [one for one in document.paragraphs if one.style.name == "Title"]
    titles[1].runs[0].text = "召开全年工作会议"
    byline = next(one for one in document.paragraphs if one.style.name == "供稿")
    byline.runs[0].text = "【供稿：总馆】"
    document.save(str(path))


def opened(qtbot, window, path, monkeypatch):
    monkeypatch.setattr(choose, "file_to_open", lambda *_: path)
    give(window, "article.take-back")
    back = dialog(qtbot, WordBackDialog)
    qtbot.waitUntil(lambda: back._task is not None and not back._task.is_running, timeout=20000)
    return back


def test_what_was_changed_in_word_is_shown_and_taken_article_by_article(
    qtbot, window, exported, monkeypatch
):
    changed(exported)
    before = window.session.issue
    back = opened(qtbot, window, exported, monkeypatch)
    assert back.changes.topLevelItemCount() == 2
    assert "【供稿：交发集团 杨竹总馆】" in back.text.toPlainText()
    back.part.click()
    qtbot.waitUntil(lambda: back.changes.topLevelItemCount() == 1, timeout=20000)
    first, second = (section.articles[0] for section in window.session.issue.sections)
    assert first.byline.string == "【供稿：总馆】"
    assert second.title.string == "召开半年度工作会议"
    back.whole.click()
    qtbot.waitUntil(lambda: back.state.text() == "Word 里的改动都收进来了", timeout=20000)
    assert window.session.issue.sections[1].articles[0].title.string == "召开全年工作会议"
    back.reject()
    for _ in range(2):
        give(window, "edit.undo")
    assert window.session.issue == before


def test_a_file_of_somebody_elses_is_told_in_the_dialog(qtbot, window, exported, monkeypatch):
    docx.Document().save(str(exported))
    back = opened(qtbot, window, exported, monkeypatch)
    assert "不是从版心导出的 Word 文件" in back.state.text()
    assert not back.whole.isEnabled()
