"""Every word of the window is said through tr(), in Chinese, and has its English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from desktop.words import install_translations, language, system_language, tr
from resources.translations.update import (
    COMPILED,
    SOURCES,
    TABLE,
    calls_of_tr,
    complete,
    count_of_forms,
    message_of,
    placeholders,
    read_table,
    words_of,
)

HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
MODULES = sorted(SOURCES.rglob("*.py"))
DATA = "# not words of the window"
HEADINGS = "guide/topics.py"
"""Names the headings of the guide in both its languages."""
"""What a line ends with, or the comment above it begins with, where Chinese belongs to an issue or
a file: no translation concerns it.
"""


@pytest.fixture(autouse=True)
def chinese_again(qapp):
    yield
    install_translations(qapp, "zh")


def short(path: Path) -> str:
    return path.relative_to(SOURCES.parent).as_posix()


# The source


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_tr_is_called_with_one_literal(path: Path) -> None:
    if short(path) == "desktop/words.py":
        return
    loose = [
        call.lineno
        for call in calls_of_tr(ast.parse(path.read_text("utf8")))
        if message_of(call) is None
    ]
    assert not loose


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_what_tr_fills_in_is_what_it_is_given(path: Path) -> None:
    for call in calls_of_tr(ast.parse(path.read_text("utf8"))):
        given = {keyword.arg for keyword in call.keywords} - {"meaning"}
        message = message_of(call)
        if message is not None and None not in given:
            assert placeholders(message.text) == given, f"{short(path)}:{call.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_chinese_is_shown_untranslated(path: Path) -> None:
    if short(path).endswith(HEADINGS):
        return
    source = path.read_text("utf8")
    lines = source.splitlines()
    found = [
        (node.lineno, node.value)
        for node in untranslated(ast.parse(source))
        if HANZI.search(str(node.value))
    ]
    assert not [
        f"{short(path)}:{line} {text}"
        for line, text in found
        if not any(DATA in said for said in lines[max(0, line - 2) : line])
    ]


def untranslated(node: ast.AST) -> Iterator[ast.Constant]:
    """Text literals that are neither in tr(), nor a docstring, nor one of the two languages of a
    finding or an error.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call):
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if name in {"tr", "Finding"} or name.endswith("Error"):
            return
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child)


def test_the_rule_finds_what_it_forbids() -> None:
    tree = ast.parse(
        '"""文档"""\nlabel.setText("保存")\nlabel.setText(tr("保存"))\nlabel.setText(f"{n} 页")\nraise BanxinError("坏", "bad")'
    )
    assert [node.value for node in untranslated(tree)] == ["保存", " 页"]


# The table


def test_every_text_has_its_english() -> None:
    """`python resources/translations/update.py` adds what is new; its translation is written into
    banxin_en.ts.
    """
    table = read_table(TABLE)
    said = words_of(SOURCES)
    assert not [
        f"{place}: {message}"
        for message, place in said.items()
        if not complete(table.get(message, ()), message.text)
    ]


def test_no_english_has_chinese_in_it() -> None:
    assert not [
        form for forms in read_table(TABLE).values() for form in forms if HANZI.search(form)
    ]


@pytest.mark.parametrize("mark", ["…", "："])
def test_english_ends_as_the_chinese_does(mark: str) -> None:
    """A command that asks first ends with an ellipsis in both."""
    ends = {"…": "…", "：": ":"}[mark]
    said = words_of(SOURCES)
    table = {message.text: forms for message, forms in read_table(TABLE).items() if message in said}
    assert not [
        text
        for text, forms in table.items()
        if text.endswith(mark) and not all(form.rstrip().endswith(ends) for form in forms)
    ]


def test_the_compiled_words_are_those_of_the_table(qapp) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    said = words_of(SOURCES)
    for message, forms in read_table(TABLE).items():
        if message in said:
            for form, n in zip(forms, (1, 2), strict=False):
                count = n if count_of_forms(message.text) > 1 else -1
                assert (
                    translator.translate("banxin", message.text, message.meaning or None, count)
                    == form
                ), message


# The window's language


def test_chinese_is_the_source(qapp) -> None:
    install_translations(qapp, "zh")
    assert tr("撤销") == "撤销"
    assert language() == "zh"


def test_english_is_a_translation(qapp) -> None:
    install_translations(qapp, "en")
    assert tr("撤销") == "Undo"
    assert language() == "en"


def test_values_are_filled_into_either(qapp) -> None:
    assert tr("版式 {em} 字", em="17") == "版式 17 字"
    install_translations(qapp, "en")
    assert tr("版式 {em} 字", em="17") == "Layout: 17 em"


def test_a_text_that_nobody_translated_is_shown_as_it_is(qapp) -> None:
    install_translations(qapp, "en")
    assert tr("没有人翻译过的 {name}", name="X") == "没有人翻译过的 X"


def test_buttons_of_qt_speak_chinese_too(qapp, qtbot) -> None:
    install_translations(qapp, "zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().startswith("取消")
    install_translations(qapp, "en")
    other = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(other)
    assert other.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"


def test_the_last_language_is_the_only_one(qapp) -> None:
    for spoken in ("en", "zh", "en", "zh"):
        install_translations(qapp, spoken)
    qapp.processEvents()
    assert tr("撤销") == "撤销"
    # of Qt, of what it lacks, and of the keys
    assert len(qapp.findChildren(QTranslator, "banxin")) == 3


@pytest.mark.parametrize(
    ("names", "spoken"),
    [(["zh-Hans-CN", "en-US"], "zh"), (["en-US", "zh-CN"], "en"), (["fr-FR"], "en"), ([], "en")],
)
def test_the_system_says_which_language(monkeypatch, names: list[str], spoken: str) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802, Qt's name
            return names

    monkeypatch.setattr(QLocale, "system", System)
    assert system_language() == spoken


def test_the_file_dialogs_of_qt_speak_chinese_throughout(qapp):
    install_translations(qapp, "zh")
    said = {
        ("QFileDialog", "&Look in:"): "查找范围(&L)：",
        ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
        ("QAbstractFileIconProvider", "Folder"): "文件夹",
    }
    for (context, text), chinese in said.items():
        assert qapp.translate(context, text) == chinese
