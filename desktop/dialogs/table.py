"""Tables: how large a new one is; caption, notes, and columns of one that is there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.numbers import number_field
from desktop.widgets import EmSpinBox, GrowingLine, LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.issue.article import Table
from layouts.issue.edits.typed import lines, retyped
from layouts.issue.photo import ALL_COLUMNS, MOST_COLUMNS, WIDEST, PhotoPlace
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text

WIDTH = 460
"""Pixels of the dialog."""

MOST_ROWS, WIDEST_NEW = 200, 40
"""What a new table is offered; a newsletter's have a dozen."""

NOTES_HEIGHT, COLUMNS_HEIGHT = 64, 240
"""Pixels: three notes; six columns, more are scrolled."""


class InsertTableDialog(QDialog):
    """Asks for rows, the header among them, and columns; `chosen` carries both."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("insert-table")
        self.setWindowTitle(tr("插入表格"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = number_field(2, MOST_ROWS, 4)
        self.columns = number_field(1, WIDEST_NEW, 3)
        self.rows.selectAll()
        hint = QLabel(tr("第一行是表头。表格插在光标所在的段落下面。"), wordWrap=True)
        hint.setProperty("role", "quiet")
        buttons = _buttons(self, tr("插入"))
        self.accepted.connect(lambda: self.chosen.emit(self.rows.value(), self.columns.value()))
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(LabelledControl(tr("行数"), self.rows), 0, 0)
        grid.addWidget(LabelledControl(tr("列数"), self.columns), 0, 1)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addLayout(grid)
        box.addWidget(hint)
        box.addWidget(buttons)


class TableChange(NamedTuple):
    """What a table is to be: words above and below it, what heads it, and how its columns stand;
    widths in em, None for what the content says.
    """

    caption: Text
    notes: tuple[Text, ...]
    data_source: Text
    header_rows: int
    header_columns: int
    zebra: bool | None
    place: PhotoPlace
    turned: bool
    across: int
    alignments: tuple[str, ...]
    widths: tuple[float | None, ...]


class TableDialog(QDialog):
    """Asks for caption, notes, source, headers, alignments and widths; `given` carries a
    TableChange.
    """

    given = Signal(object)

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setObjectName("table")
        self.setWindowTitle(tr("表格设置"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.caption = GrowingLine()
        self.caption.setText(table.caption.string if table.caption is not None else "")
        self.caption.setPlaceholderText(tr("如：表1　各馆人次"))
        self.notes = QPlainTextEdit("\n".join(note.string for note in table.notes))
        self.notes.setPlaceholderText(tr("如：注：截至六月底"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self.data_source = GrowingLine()
        self.data_source.setText(table.data_source.string if table.data_source is not None else "")
        self.data_source.setPlaceholderText(tr("如：资料来源：市统计局"))
        self.header_rows = number_field(1, max(1, len(table.rows)), table.header_rows)
        self.header_columns = number_field(0, len(table.header) - 1, table.header_columns)
        self.zebra = SegmentedControl(
            [(name, words, None) for name, words in zip(_ZEBRA, _zebra_words(), strict=True)]
        )
        self.zebra.set_value(_ZEBRA[_ZEBRA_VALUES.index(table.zebra)])
        self.zebra.setAccessibleName(tr("隔行底色"))
        self.where = QComboBox()
        for where, words in _places():
            self.where.addItem(words, where)
        self.where.setCurrentIndex(self.where.findData(TURNED if table.turned else table.place))
        self.where.currentIndexChanged.connect(self._show_across)
        self.across = QComboBox()
        for number in (*range(1, MOST_COLUMNS + 1), ALL_COLUMNS):
            self.across.addItem(tr("{n} 栏", n=number) if number else tr("全部栏"), number)
        self.across.setCurrentIndex(self.across.findData(table.across))
        self._show_across()
        self.alignments: list[SegmentedControl] = []
        self.widths: list[EmSpinBox] = []
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addWidget(LabelledControl(tr("表题，排在表格上面"), self.caption))
        box.addWidget(LabelledControl(tr("表注，排在表格下面，每行一条"), self.notes))
        box.addWidget(LabelledControl(tr("资料来源，排在表注下面"), self.data_source))
        box.addLayout(self._heads())
        box.addWidget(self._columns())
        box.addWidget(_buttons(self, tr("确定")))
        self.accepted.connect(lambda: self.given.emit(self.change()))
        self.caption.setFocus()

    def _show_across(self) -> None:
        """A page turned by a quarter is the table's alone, whatever columns others have."""
        self.across.setEnabled(self.where.currentData() != TURNED)

    def _heads(self) -> QGridLayout:
        """What heads the table, and its stripes."""
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(LabelledControl(tr("表头行数"), self.header_rows), 0, 0)
        grid.addWidget(LabelledControl(tr("表头列数"), self.header_columns), 0, 1)
        grid.addWidget(LabelledControl(tr("隔行底色"), self.zebra), 0, 2)
        grid.addWidget(LabelledControl(tr("放在"), self.where), 1, 0)
        grid.addWidget(LabelledControl(tr("跨栏"), self.across), 1, 1)
        return grid

    def _columns(self) -> QWidget:
        """A line for each column: its header, alignment and width."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for column, words in enumerate((tr("列"), tr("对齐"), tr("列宽"))):
            title = QLabel(words)
            title.setProperty("role", "quiet")
            grid.addWidget(title, 0, column)
        for number, header in enumerate(self._table.header):
            self._add_column(grid, number, header.string)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setAccessibleName(tr("列宽"))
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(inside.sizeHint().height() + 8, COLUMNS_HEIGHT))
        return area

    def _add_column(self, grid: QGridLayout, number: int, header: str) -> None:
        name = " ".join(header.split()) or tr("第 {n} 列", n=number + 1)
        align = SegmentedControl(
            [
                ("auto", tr("自动"), None),
                ("left", tr("左"), None),
                ("center", tr("中"), None),
                ("right", tr("右"), None),
            ]
        )
        align.set_value(([*self._table.alignments] + ["auto"] * (number + 1))[number])
        align.setAccessibleName(tr("{column}：对齐", column=name))
        width = EmSpinBox(1, WIDEST)
        width.lineEdit().setPlaceholderText(tr("自动"))
        width.set_em(([*self._table.widths] + [None] * (number + 1))[number])
        width.setAccessibleName(tr("{column}：列宽", column=name))
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(width)
        for column, widget in enumerate((label, align, width)):
            grid.addWidget(widget, number + 1, column)
        self.alignments.append(align)
        self.widths.append(width)

    def change(self) -> TableChange:
        """What was chosen. Words that stay keep their marks."""
        table = self._table
        notes = lines(self.notes.toPlainText())
        before = [*table.notes, *(NO_TEXT for _ in notes)]
        turned = self.where.currentData() == TURNED
        return TableChange(
            retyped(table.caption or NO_TEXT, self.caption.text().strip()),
            tuple(retyped(old, new) for old, new in zip(before, notes, strict=False)),
            retyped(table.data_source or NO_TEXT, self.data_source.text().strip()),
            self.header_rows.value(),
            self.header_columns.value(),
            _ZEBRA_VALUES[_ZEBRA.index(str(self.zebra.value() or "layout"))],
            PhotoPlace.TEXT if turned else PhotoPlace(self.where.currentData()),
            turned,
            self.across.currentData(),
            tuple(str(align.value() or "auto") for align in self.alignments),
            tuple(width.em() for width in self.widths),
        )


_ZEBRA = ("layout", "yes", "no")
_ZEBRA_VALUES = (None, True, False)


TURNED = "turned"
"""In place of a place: on pages of its own, turned by a quarter."""


def _places() -> list[tuple[str, str]]:
    return [
        (PhotoPlace.TEXT, tr("文中")),
        (PhotoPlace.TOP, tr("页首")),
        (PhotoPlace.FOOT, tr("页脚")),
        (TURNED, tr("横排转页")),
    ]


def _zebra_words() -> tuple[str, str, str]:
    return tr("随版式"), tr("有"), tr("无")


def _buttons(dialog: QDialog, agreed: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.button(QDialogButtonBox.StandardButton.Ok).setText(agreed)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
