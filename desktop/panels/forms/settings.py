"""Controls for what a layout leaves to the editor, made from what each setting takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.panels.forms.form import ChoiceBox, LineField, check_box, link
from desktop.panels.forms.house import option_label, setting_label, size_label
from desktop.widgets import EmSpinBox, LabelledControl
from desktop.words import tr
from layouts.house.kinds import Choice, Flag, Kind, Length, Number, Reference, Whole
from layouts.house.layout import Layout
from layouts.house.limits import Listed
from layouts.house.punctuation import PRESETS
from layouts.house.schema import OPEN_PLACES
from layouts.house.text_style import Prohibition
from layouts.units import ZIHAO

Commit = Callable[[str, object], str | None]
"""Takes a setting's name and its value, None for the layout's own; answers with a sentence where it
is refused.
"""

DECIMALS = 3


class SettingField(QWidget):
    """One setting: its control, and a way back to the layout's own value where it has another."""

    def __init__(self, name: str, kind: Kind, commit: Commit) -> None:
        super().__init__()
        self.name = name
        self.kind = kind
        self.control: QWidget = self
        self._commit = commit
        self.own = link(tr("按版式"), lambda: self.give(None))
        self.own.setToolTip(tr("恢复版式自己的值"))
        self.own.setAccessibleName(tr("{name}按版式", name=setting_label(name)))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)

    def give(self, value: object) -> None:
        """Set a value; say why where it is refused."""
        self.refuse(self._commit(self.name, value))

    def refuse(self, sentence: str | None) -> None:
        """Show why a value is not taken."""

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.control, self.own]

    def show_setting(self, value: object, layout: Layout) -> None:
        """Show a setting, None for the layout's own value, in the layout as it is loaded with
        it.
        """
        self.own.setVisible(value is not None)
        self.refuse(None)
        self.show_value(value, layout)

    def show_value(self, value: object, layout: Layout) -> None:
        """Show it in the control."""

    def put(self, field: QWidget, control: QWidget) -> None:
        """The control in its field, with the way back beside it on its line."""
        self.control = control
        self.row.addWidget(field, 1)
        self.row.addWidget(self.own, 0, Qt.AlignmentFlag.AlignBottom)


class MeasureField(SettingField):
    """A whole number of characters."""

    def __init__(self, name: str, kind: Kind, commit: Commit) -> None:
        super().__init__(name, kind, commit)
        low, high = (kind.low, kind.high) if isinstance(kind, Whole | Number) else (1, 200)
        self.box = EmSpinBox(low, high)
        self.box.setDecimals(0)
        self.box.em_changed.connect(self._choose)
        self.field = LabelledControl(setting_label(name), self.box)
        self.put(self.field, self.box)

    def _choose(self, em: float | None) -> None:
        self.give(None if em is None else int(em))

    def refuse(self, sentence: str | None) -> None:
        """Say below the field why a value cannot be; nothing where it can."""
        self.field.set_note(sentence or "", "error")

    def show_value(self, value: object, layout: Layout) -> None:
        """The number; the layout's own stands there quietly."""
        if value is None:
            self.box.set_own(layout.grid.measure)
        self.box.set_em(float(value) if isinstance(value, int | float) else None)


class WrittenField(SettingField):
    """A number as it is written."""

    def __init__(self, name: str, kind: Kind, commit: Commit) -> None:
        super().__init__(name, kind, commit)
        self.field = LineField(setting_label(name), self._read)
        self.put(self.field, self.field.line)

    def _read(self, text: str) -> str | None:
        written = text.strip()
        try:
            value = float(written) if written else None
        except ValueError:
            return tr("请填数字，例如 1.6")
        return self._commit(self.name, value)

    def refuse(self, sentence: str | None) -> None:
        """Below the control, unless the editor is still writing."""
        if sentence is not None or not self.field.line.hasFocus():
            self.field.refuse(sentence)

    def show_value(self, value: object, layout: Layout) -> None:
        """The number; the layout's own stands there quietly."""
        own = layout.grid.leading / layout.grid.size
        self.field.line.setPlaceholderText(
            tr("版式 {value} 倍", value=f"{round(own, DECIMALS):g}") if value is None else ""
        )
        written = self.field.line.text().strip()
        same = isinstance(value, int | float) and _number(written) == value
        if not same:
            self.field.show_text(
                ""
                if value is None
                else f"{value:g}"
                if isinstance(value, int | float)
                else str(value)
            )


class SizeField(SettingField):
    """A type size by its name, or as it is written: `四号`, `14pt`."""

    def __init__(self, name: str, kind: Kind, commit: Commit) -> None:
        super().__init__(name, kind, commit)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        low, high = (kind.low, kind.high) if isinstance(kind, Length) else (0, 100)
        names = [size for size, points in ZIHAO.items() if low <= points <= high]
        for size in reversed(names):
            self.box.addItem(size_label(ZIHAO[size]), size)
        self.box.activated.connect(self._choose)
        self._line().editingFinished.connect(self._written)
        self._line().setAccessibleName(setting_label(name))
        self.field = LabelledControl(setting_label(name), self.box)
        self.put(self.field, self.box)
        self._shown = ""

    def _choose(self, row: int) -> None:
        self.give(self.box.itemData(row))

    def _line(self) -> QLineEdit:
        line = self.box.lineEdit()
        assert line is not None, "the box is editable"  # noqa: S101
        return line

    def _written(self) -> None:
        text = self._line().text().strip()
        if text != self._shown and self.box.findText(text) < 0:
            self._shown = text
            self.give(f"{text}pt" if _number(text) is not None else text or None)

    def refuse(self, sentence: str | None) -> None:
        """Say below the field why a value cannot be; nothing where it can."""
        self.field.set_note(sentence or "", "error")

    def show_value(self, value: object, layout: Layout) -> None:
        """The size that is set, by its name where it has one."""
        self._shown = size_label(layout.grid.size)
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findText(self._shown))
            self._line().setText(self._shown)


class OptionField(SettingField):
    """One of a few words."""

    def __init__(self, name: str, kind: Kind, commit: Commit, options: tuple[str, ...]) -> None:
        super().__init__(name, kind, commit)
        self.box = ChoiceBox(self.give)
        self.box.offer([(option, option_label(option)) for option in options])
        self.field = LabelledControl(setting_label(name), self.box)
        self.put(self.field, self.box)

    def refuse(self, sentence: str | None) -> None:
        """Say below the field why a value cannot be; nothing where it can."""
        self.field.set_note(sentence or "", "error")

    def show_value(self, value: object, layout: Layout) -> None:
        """What is in force."""
        own = {
            "punctuation": layout.punctuation.name,
            "prohibition": str(layout.punctuation.prohibition),
            "balance": str(layout.balance),
            "notes": layout.notes.place,
        }
        self.box.show_value(value if isinstance(value, str) else own[self.name])


class FlagField(SettingField):
    """A setting that is true or false, as a box to check."""

    def __init__(self, name: str, kind: Kind, commit: Commit) -> None:
        super().__init__(name, kind, commit)
        self.box = check_box(setting_label(name), self.give)
        self.put(self.box, self.box)

    def show_value(self, value: object, layout: Layout) -> None:
        """What is in force."""
        self.box.setChecked(value if isinstance(value, bool) else layout.contents.page_numbers)


def setting_fields(kinds: Mapping[str, Kind], commit: Commit) -> dict[str, SettingField]:
    """A control for each open setting, in the order in which layouts name them."""
    return {name: _field(name, kinds[name], commit) for name in OPEN_PLACES if name in kinds}


def _field(name: str, kind: Kind, commit: Commit) -> SettingField:
    options = _options(kind)
    if options:
        return OptionField(name, kind, commit, options)
    if isinstance(kind, Flag):
        return FlagField(name, kind, commit)
    if isinstance(kind, Length):
        return SizeField(name, kind, commit)
    return (
        MeasureField(name, kind, commit)
        if isinstance(kind, Whole)
        else WrittenField(name, kind, commit)
    )


def _options(kind: Kind) -> tuple[str, ...]:
    if isinstance(kind, Listed):
        return kind.allowed
    if isinstance(kind, Choice):
        return (
            tuple(map(str, kind.options))
            if set(kind.options) != set(Prohibition)
            else tuple(map(str, Prohibition))
        )
    return tuple(PRESETS) if isinstance(kind, Reference) and kind.to == "punctuation" else ()


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
