"""File dialogs start where the editor's work is and speak the language of the window; keys are
called as they are printed on keyboards.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog
from windows import give

from desktop.dialogs import choose
from desktop.words import install_translations

QT_S_OWN = QFileDialog.Option.DontUseNativeDialog


@pytest.fixture
def asked(monkeypatch):
    """What file dialogs were opened with: name of the question, folder or file, options."""
    calls = []

    def ask(question):
        def answer(_parent, _title, where, *rest, options=None):
            calls.append((question, where, options if options is not None else rest[-1]))
            return "" if question == "getExistingDirectory" else ([], "") if question == "getOpenFileNames" else ("", "")  # fmt: skip

        return answer

    for question in ("getOpenFileName", "getOpenFileNames", "getExistingDirectory", "getSaveFileName"):  # fmt: skip
        monkeypatch.setattr(QFileDialog, question, ask(question))
    return calls


@pytest.mark.parametrize(
    "key", ["file.open", "article.import", "article.import-folder", "file.save-as"]
)
def test_a_dialog_starts_beside_the_issue(opened, asked, issue_file, key):
    give(opened, key)
    assert asked[-1][1].startswith(str(issue_file.parent))


def test_photos_and_manuscripts_begin_where_the_last_came_from(opened, asked, settings, tmp_path):
    from desktop.selection import of_article
    from layouts.issue.places import Place

    camera = tmp_path / "camera"
    camera.mkdir()
    opened.session.select(of_article(Place(0, 0)))
    settings.put("photos/folder", str(camera))
    give(opened, "photo.add")
    assert asked[-1][1] == str(camera)
    camera.rmdir()  # the card was taken out
    give(opened, "photo.add")
    assert asked[-1][1] == str(tmp_path)


@pytest.mark.parametrize(("window_s", "system_s", "own"), [("zh", "zh", False), ("en", "zh", True), ("zh", "en", True)])  # fmt: skip
def test_a_dialog_speaks_the_language_of_the_window(
    window, asked, monkeypatch, window_s, system_s, own
):
    monkeypatch.setattr(choose, "system_language", lambda: system_s)
    monkeypatch.setattr(choose, "language", lambda: window_s)
    choose.file_to_open(window, "", "", "")
    choose.files_to_open(window, "", "", "")
    choose.folder_to_open(window, "", "")
    choose.folder_to_write(window, "", "")
    choose.file_to_write(window, "", "", "", "")
    choose.file_to_use(window, "", "", "")
    assert [bool(options & QT_S_OWN) for _, _, options in asked] == [own] * 6


@pytest.mark.parametrize("language", ["zh", "en"])
def test_keys_are_called_as_on_keyboards(qapp, language):
    install_translations(qapp, language)
    names = [
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        for keys in ("Alt+Up", "Alt+Down", "Ctrl+Return", "Alt+Backspace")
    ]
    assert names == ["Alt+↑", "Alt+↓", "Ctrl+Enter", "Alt+Backspace"]
    install_translations(qapp, "zh")


def test_qt_s_own_dialog_has_no_english_left(qtbot, qapp, tmp_path):
    dialog = QFileDialog(None, "打开", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QT_S_OWN)
    dialog.show()
    assert latin_words_of(dialog) == []


def latin_words_of(dialog):
    """Words of Latin letters among the labels, buttons, hints and headings of a dialog."""
    import re

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel

    said = [label.text() for label in dialog.findChildren(QLabel)]
    for button in dialog.findChildren(QAbstractButton):
        said += [button.text(), button.toolTip()]
    for header in dialog.findChildren(QHeaderView):
        model = header.model()
        said += [
            str(model.headerData(k, Qt.Orientation.Horizontal)) for k in range(model.columnCount())
        ]
    return [text for text in said if re.search(r"[A-Za-z]{3,}", re.sub(r"&\w|<.*?>", "", text))]


@pytest.mark.parametrize(
    ("filters", "typed", "written"),
    [
        (choose.layouts_filter, "馆讯.banxin-layout", "馆讯.banxin-layout"),
        (choose.layouts_filter, "馆讯", "馆讯.banxin-layout"),
        (choose.layouts_filter, "第1.2期", "第1.2期.banxin-layout"),
        (lambda: choose.saved_filter(".md"), "第1期", "第1期.md"),
        (lambda: choose.saved_filter(".md"), "第1期.banxin", "第1期.banxin"),
    ],
)
def test_a_file_is_called_as_its_kind(window, monkeypatch, tmp_path, filters, typed, written):
    chosen = filters().split(";;")[0]
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / typed), chosen)
    )
    assert choose.file_to_write(window, "", "", filters(), "") == tmp_path / written
