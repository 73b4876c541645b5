"""A list of lines, rules or pictures of a fixed part: chosen, changed, added, removed, moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose
from desktop.panels.design.buttons import small_button
from desktop.panels.design.design import Design
from desktop.panels.design.fields import DesignField
from desktop.panels.design.laying import lay_fields
from desktop.panels.design.making import design_field
from desktop.panels.design.pairs import DETAIL, PairDelegate
from desktop.panels.design.picture import taken
from desktop.words import spoken, tr
from layouts.house.art import PictureFile
from layouts.house.declaring import REQUIRED, Rows, Setting, SettingsTable
from layouts.house.kinds import Choice, Flag, Length, Reference, Template, Words
from layouts.house.names import SettingName, Unit, name_of
from layouts.house.overlay import setting_at

PICTURE_WIDTH = "60mm"
"""How wide a picture begins."""

MOST_ROWS = 6
"""Rows of a list that are seen at once; more are scrolled."""

Row = dict[str, object]
Said = Callable[[Row], tuple[str, str]]
"""What a row says, and a detail at its right."""


class RowTarget:
    """One key of the chosen row of an array."""

    def __init__(self, editor: ArrayEditor, key: str, setting: Setting) -> None:
        self._editor = editor
        self.key = key
        self.setting = setting
        self.name: SettingName = name_of(f"{editor.place}.{key}")

    def own(self) -> object:
        """What the chosen row has."""
        return self._in(self._editor.rows())

    def stock(self) -> object:
        """What the stock layout's row at the same place has; what it lacks does not differ."""
        stock = self._editor.stock_rows()
        return self._in(stock) if len(stock) == len(self._editor.rows()) else self.own()

    def give(self, value: object) -> str | None:
        """Have the chosen row hold a value."""
        rows, at = self._editor.rows(), self._editor.at
        if at >= len(rows):
            return None
        kept = {key: old for key, old in rows[at].items() if key != self.key}
        rows[at] = kept if value is None else {**rows[at], self.key: value}
        return self._editor.give(rows)

    def _in(self, rows: list[Row]) -> object:
        at = self._editor.at
        if at >= len(rows):
            return None
        default = None if self.setting.default is REQUIRED else self.setting.default
        return rows[at].get(self.key, default)


class ArrayEditor(QWidget):
    """The rows of an array at a place, the chosen one with its fields below. `chosen` carries its
    number.
    """

    chosen = Signal(int)

    def __init__(self, design: Design, place: str, said: Said) -> None:
        super().__init__()
        self.design, self.place, self.at = design, place, 0
        self._said = said
        kind = setting_at(place).kind
        assert isinstance(kind, Rows), place  # noqa: S101
        self.table: SettingsTable = kind.table
        self.title = QLabel(spoken(name_of(place)))
        self.list = _RowsList()
        self.list.setAccessibleName(self.title.text())
        self.list.setItemDelegate(PairDelegate(self.list))
        self.list.currentRowChanged.connect(self._choose)
        self.list.installEventFilter(self)
        self.form = QFrame()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "error")
        self.note.hide()
        self.has_pictures = any(
            isinstance(setting.kind, PictureFile) for setting in self.table.settings.values()
        )
        if self.has_pictures:
            self.setObjectName("layout-art")
        self.fields: dict[str, DesignField] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self.title.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addStretch(1)
        self.buttons = {
            "add": small_button("add", tr("添加"), self.add),
            "remove": small_button("trash", tr("删除"), self.remove),
            "up": small_button("move-up", tr("上移"), lambda: self.move_row(-1)),
            "down": small_button("move-down", tr("下移"), lambda: self.move_row(1)),
        }
        for button in self.buttons.values():
            head.addWidget(button)
        self.form.setProperty("role", "card")
        form = QVBoxLayout(self.form)
        form.setContentsMargins(12, 10, 12, 12)
        form.setSpacing(10)
        self.fields = {
            key: design_field(self.design, RowTarget(self, key, setting))
            for key, setting in self.table.settings.items()
        }
        lay_fields(form, list(self.fields.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addWidget(self.form)

    # -- its rows ----------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """The rows as the layout has them, to be changed at will."""
        return _rows(self.design.own(self.place))

    def stock_rows(self) -> list[Row]:
        """Those of the stock layout."""
        return _rows(self.design.stock(self.place))

    def give(self, rows: list[Row]) -> str | None:
        """Have the array hold these rows; a sentence where it cannot."""
        return self.design.set(self.place, rows)

    def follow(self) -> None:
        """Show the rows as they are now."""
        rows = self.rows()
        self.at = min(self.at, max(0, len(rows) - 1))
        with QSignalBlocker(self.list):
            while self.list.count() > len(rows):
                self.list.takeItem(self.list.count() - 1)
            for k, row in enumerate(rows):
                if k == self.list.count():
                    self.list.addItem(QListWidgetItem())
                item = self.list.item(k)
                text, detail = self._said(row)
                item.setText(text)
                item.setData(DETAIL, detail)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {detail}")
            self.list.setCurrentRow(self.at if rows else -1)
        self.list.setVisible(bool(rows))
        self.list.updateGeometry()
        self._follow_row()

    def _follow_row(self) -> None:
        rows = self.rows()
        self.form.setVisible(bool(rows))
        if rows:
            for field in self.fields.values():
                field.follow()
        self.buttons["remove"].setEnabled(bool(rows))
        self.buttons["up"].setEnabled(self.at > 0)
        self.buttons["down"].setEnabled(self.at < len(rows) - 1)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.design.another_visit()
            self.at = row
            self._follow_row()
            self.chosen.emit(row)

    # -- acts --------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new row after the chosen one, like it and a little below it where there is one.

        Of a new picture it is asked which.
        """
        if self.has_pictures:
            path = choose.file_to_open(self, tr("选择图片"), "", choose.art_filter())
            if path is not None:
                self.add_picture(path)
            return
        rows = self.rows()
        self._insert(rows, _below(rows[self.at]) if rows else self._fresh())

    def add_picture(self, path: Path) -> None:
        """A row for a picture, which is brought beside the issue."""
        name, why = taken(self.design, path)
        self.note.setText(why)
        self.note.setVisible(bool(why))
        if not why:
            row = {**self._fresh(), "file": name, "width": PICTURE_WIDTH}
            self._insert(self.rows(), row)

    def _insert(self, rows: list[Row], made: Row) -> None:
        rows.insert(self.at + 1 if rows else 0, made)
        before, self.at = self.at, min(self.at + 1, len(rows) - 1)
        self.design.another_visit()
        said = self.give(rows)
        self.note.setText(said or "")
        self.note.setVisible(bool(said))
        if said is not None:
            self.at = before
        self.design.another_visit()
        self._show_chosen()

    def remove(self) -> None:
        """Take the chosen row away."""
        rows = self.rows()
        if self.at < len(rows):
            del rows[self.at]
            self.design.another_visit()
            self.give(rows)
            self.design.another_visit()
            self._show_chosen()

    def move_row(self, by: int) -> None:
        """Move the chosen row up or down."""
        rows, to = self.rows(), self.at + by
        if 0 <= to < len(rows):
            rows[self.at], rows[to] = rows[to], rows[self.at]
            self.design.another_visit()
            self.at = to
            self.give(rows)
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.design.follow()
        self.follow()
        self.list.setFocus()

    def _fresh(self) -> Row:
        """A first row: what has no default needs some value."""
        return {
            key: _first_value(setting, name_of(f"{self.place}.{key}").unit)
            for key, setting in self.table.settings.items()
            if setting.default is REQUIRED
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Alt with arrows moves a row, Delete takes it away."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if alt and event.key() in steps:
                self.move_row(steps[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
        return super().eventFilter(watched, event)


def _below(row: Row) -> Row:
    """A copy of a row further down, by the measures of its place: else it would hide the row it was
    made from.
    """
    made = dict(row)
    for key in ("baseline", "y"):
        match made.get(key):
            case str() as written if _MILLIMETRES.fullmatch(written):
                made[key] = f"{float(written.removesuffix('mm')) + BELOW:g}mm"
            case int() | float() as rows:
                made[key] = rows + 1
            case _:
                pass
    return made


_MILLIMETRES = re.compile(r"\d+(?:\.\d+)? ?mm")

BELOW = 6
"""Millimetres from a row of the masthead to one made from it."""


class _RowsList(QListWidget):
    """As high as its rows, up to six of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "boxed")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(80)

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """All rows, or the most that are seen."""
        rows = max(1, min(self.count(), MOST_ROWS))
        each = self.sizeHintForRow(0) if self.count() else 30
        return QSize(120, rows * each + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As high as it wants to be."""
        return self.sizeHint()


def _rows(value: object) -> list[Row]:
    """An array's rows as dictionaries of their own."""
    if not isinstance(value, list | tuple):
        return []
    return [dict(row) for row in cast("list[Mapping[str, object]]", value)]


def _first_value(setting: Setting, unit: Unit) -> object:
    match setting.kind:
        case Template() | Words():
            return tr("文字")
        case Reference("styles"):
            return "body"
        case Reference("inks"):
            return "black"
        case Choice(options):
            return str(options[0])
        case Flag():
            return False
        case Length():
            return "40mm" if unit == "mm" else "1pt"
        case _:
            return 1
