"""The text of a fixed line with its fields: `第{number}期[（总第{total}期）]`."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.panels.design.design import Design, SettingTarget
from desktop.panels.design.fields import WordsField
from desktop.words import language, tr
from layouts.house.kinds import Template
from layouts.house.template import NAMED_FIELDS
from layouts.issue.masthead import COLOPHON, MASTHEAD


class TemplateField(WordsField):
    """The text, and a menu that puts a field into it where the caret is."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, label, grows=True)
        self.insert = QToolButton()
        self.insert.setText(tr("插入字段"))
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.insert.setProperty("role", "quiet-menu")
        self.insert.setToolTip(tr("插入一个随每期变化的内容；方括号里的一段，字段没填时整段不排"))
        menu = QMenu(self.insert)
        kind = target.setting.kind
        known = kind.fields if isinstance(kind, Template) else ()
        for name in known:
            menu.addAction(field_name(name), lambda name=name: self._insert(name))
        self.insert.setMenu(menu)
        self._head.addWidget(self.insert)
        QWidget.setTabOrder(self.line, self.insert)

    def _insert(self, name: str) -> None:
        text, at = self.line.text(), self.line.cursorPosition()
        mark = f"{{{name}}}"
        self.line.setText(text[:at] + mark + text[at:])
        self.line.setCursorPosition(at + len(mark))
        self.line.setFocus()
        self.give(self.line.text())


def field_name(name: str) -> str:
    """What a field of a template is called."""
    if name == "page":
        return tr("页码")
    if name in NAMED_FIELDS:
        return {
            "section": tr("栏目"),
            "title": tr("本页第一个标题"),
            "last_title": tr("本页最后一个标题"),
        }[name]
    for field in (*MASTHEAD, *COLOPHON):
        if field.in_templates == name:
            return field.zh if language() == "zh" else field.en
    return name
