"""Preferences: a table of rows, each applied at once; a new one is one more row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose
from desktop.settings import Settings
from desktop.widgets import LabelledControl, set_property
from desktop.words import tr

WIDTH = 460
"""Pixels of the dialog at least."""


def _nothing() -> None:
    """What is kept is enough: it is asked for when it is needed."""


class Choice(NamedTuple):
    """One of several values, each with its name; the first is in force until another is chosen.
    `apply` puts in force what was chosen.
    """

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    apply: Callable[[], object] = _nothing


class Line(NamedTuple):
    """A line of text; `otherwise` says what holds where it is empty."""

    key: str
    label: str
    otherwise: str
    apply: Callable[[], object] = _nothing


class Folder(NamedTuple):
    """A folder; `otherwise` says what holds where none is named."""

    key: str
    label: str
    otherwise: str
    apply: Callable[[], object] = _nothing


Preference = Choice | Line | Folder


class PreferencesDialog(QDialog):
    """Asks nothing: what is changed holds."""

    def __init__(self, settings: Settings, rows: Sequence[Preference], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("首选项"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.fields: dict[str, LabelledControl] = {
            row.key: CONTROLS[type(row)](settings, row) for row in rows
        }
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("关闭"))
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        for field in self.fields.values():
            box.addWidget(field)
        box.addStretch(1)
        box.addWidget(buttons)


def _choice(settings: Settings, row: Choice) -> LabelledControl:
    box = QComboBox()
    for value, name in row.options:
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(settings.text(row.key))))

    def choose_value(at: int) -> None:
        settings.put(row.key, row.options[at][0])
        settings.sync()
        row.apply()

    box.activated.connect(choose_value)
    return LabelledControl(row.label, box)


def _line(settings: Settings, row: Line) -> LabelledControl:
    line = QLineEdit(settings.text(row.key), placeholderText=row.otherwise)
    line.setClearButtonEnabled(True)

    def keep(text: str) -> None:
        settings.put(row.key, " ".join(text.split()))
        row.apply()

    line.textChanged.connect(keep)
    return LabelledControl(row.label, line)


class FolderField(LabelledControl):
    """A folder by its path; one that is not there is said and not kept."""

    def __init__(self, settings: Settings, row: Folder) -> None:
        holder = QWidget()
        self.line = QLineEdit(settings.text(row.key), placeholderText=row.otherwise)
        self.line.setAccessibleName(row.label)
        self.line.setClearButtonEnabled(True)
        self.choose = QPushButton(tr("选择…"))
        self.choose.setAccessibleName(tr("选择文件夹"))
        self.choose.setAutoDefault(False)
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.choose)
        super().__init__(row.label, holder)
        holder.setFocusProxy(self.line)
        self._settings, self._row = settings, row
        self.line.textChanged.connect(self._keep)
        self.choose.clicked.connect(self._ask)

    def _keep(self, text: str) -> None:
        named = text.strip()
        fine = not named or (Path(named).is_absolute() and Path(named).is_dir())
        set_property(self.line, "invalid", "false" if fine else "true")
        self.set_note("" if fine else tr("没有这个文件夹"), "error")
        if fine:
            self._settings.put(self._row.key, named)
            self._row.apply()

    def _ask(self) -> None:
        start = self._settings.folder(self._row.key)
        folder = choose.folder_to_write(self, self._row.label, str(start))
        if folder is not None:
            self.line.setText(str(folder))


CONTROLS: Mapping[type[Preference], Callable[..., LabelledControl]] = {
    Choice: _choice,
    Line: _line,
    Folder: FolderField,
}
"""The control of each kind of row."""
