"""栏目: the sections of every issue, dragged into their order, and who answers for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.dialogs.publication.page import PublicationPage
from desktop.icons import icon
from desktop.incoming import text_in
from desktop.widgets import tall_rows
from desktop.words import tr
from layouts.publication import FixedSection, Publication

NAME, WHO, OPTIONAL = range(3)
"""The columns."""

WIDTHS = (200, 220)
"""Pixels of the first two; the last takes the rest."""

_ROW = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsUserCheckable
)
"""A row is dragged between others, never into one."""

Key = Qt.Key


class SectionList(QTreeWidget):
    """Rows that are typed into, ticked, dragged, and moved by Alt and the arrows. `edited`: any of
    that was done.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("栏目", meaning="several"))
        self.setHeaderLabels([tr("栏目"), tr("负责"), tr("可以没有")])
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        tall_rows(self)
        for column, width in enumerate(WIDTHS):
            self.header().resizeSection(column, width)
        self.header().setSectionResizeMode(OPTIONAL, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._tell)

    @property
    def sections(self) -> tuple[FixedSection, ...]:
        """The sections as they stand; a row without a name is none."""
        return tuple(
            FixedSection(
                _plain(row.text(NAME)),
                row.text(WHO).strip(),
                row.checkState(OPTIONAL) is Qt.CheckState.Checked,
            )
            for k in range(self.topLevelItemCount())
            if (row := self.topLevelItem(k)) is not None and _plain(row.text(NAME))
        )

    @property
    def _current(self) -> int:
        """The row chosen, -1 where none is."""
        chosen = self.currentItem()
        return -1 if chosen is None else self.indexOfTopLevelItem(chosen)

    def show_sections(self, sections: Sequence[FixedSection]) -> None:
        """Show these."""
        self.blockSignals(True)
        self.clear()
        for section in sections:
            self.addTopLevelItem(_row(section))
        self.blockSignals(False)

    def _tell(self, _item: object = None, _column: int = 0) -> None:
        self.edited.emit()

    def add(self) -> None:
        """A new row behind the current one, ready to type into."""
        row = self._current
        made = _row(FixedSection(""))
        self.insertTopLevelItem(row + 1 if row >= 0 else self.topLevelItemCount(), made)
        self.setCurrentItem(made, NAME)
        self.edited.emit()
        self.setFocus()
        self.editItem(made, NAME)

    def remove(self) -> None:
        """Take the chosen rows out."""
        for row in self.selectedItems():
            self.takeTopLevelItem(self.indexOfTopLevelItem(row))
        self.edited.emit()

    def paste(self) -> None:
        """A section for each line on the clipboard, who answers for it behind a tab; one that is
        there already is not added again. Several rows chosen give way to what is pasted.
        """
        if len(self.selectedItems()) > 1:
            self.remove()
        there = {section.name for section in self.sections}
        for line in text_in(QGuiApplication.clipboard().mimeData()).splitlines():
            name, _, who = line.partition("\t")
            if _plain(name) and _plain(name) not in there:
                there.add(_plain(name))
                self.addTopLevelItem(_row(FixedSection(_plain(name), who.strip())))
        self.edited.emit()

    def move_by(self, step: int) -> None:
        """Move the current row up or down."""
        row = self._current
        if row < 0 or not 0 <= row + step < self.topLevelItemCount():
            return
        moved = self.takeTopLevelItem(row)
        if moved is not None:
            self.insertTopLevelItem(row + step, moved)
            self.setCurrentItem(moved)
            self.edited.emit()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, Qt's name
        """A row was dragged to another place."""
        super().dropEvent(event)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Insert, Delete, Alt+↑ and Alt+↓ as in other lists."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        acts: dict[tuple[int, bool], Callable[[], None]] = {
            (Key.Key_Insert, False): self.add,
            (Key.Key_Delete, False): self.remove,
            (Key.Key_Up, True): lambda: self.move_by(-1),
            (Key.Key_Down, True): lambda: self.move_by(1),
        }
        act = acts.get((event.key(), alt))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()


class SectionsPage(PublicationPage):
    """The list and its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("栏目", meaning="several"),
            tr(
                "每期按这个次序排好；拖动换次序，一行一个也可以从别处粘贴。"
                "缺了栏目或次序不对，检查会指出来。"
            ),
            parent,
        )
        self.list = SectionList()
        self.list.edited.connect(self.changed)
        self.column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for name, tip, act in (
            ("add", tr("添加栏目（Insert）"), self.list.add),
            ("remove", tr("删除选中的栏目（Delete）"), self.list.remove),
            ("move-up", tr("上移（Alt+↑）"), lambda: self.list.move_by(-1)),
            ("move-down", tr("下移（Alt+↓）"), lambda: self.list.move_by(1)),
        ):
            buttons.addWidget(_button(name, tip, act))
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def show_publication(self, publication: Publication) -> None:
        """Show the sections."""
        self.list.show_sections(publication.sections)

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with the sections that stand here."""
        return replace(publication, sections=self.list.sections)

    def problem(self) -> str:
        """No two sections have one name."""
        names = [section.name for section in self.list.sections]
        twice = next((name for name in names if names.count(name) > 1), "")
        return tr("栏目“{name}”写了两次", name=twice) if twice else ""

    def take_focus(self) -> None:
        """Have the keys in the list."""
        self.list.setFocus()


def _row(section: FixedSection) -> QTreeWidgetItem:
    row = QTreeWidgetItem([section.name, section.who, ""])
    row.setFlags(_ROW)
    state = Qt.CheckState.Checked if section.optional else Qt.CheckState.Unchecked
    row.setCheckState(OPTIONAL, state)
    return row


def _plain(name: str) -> str:
    """A section's name without what stands round it on the page."""
    return name.strip().strip("【】[] ")


def _button(icon_name: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(act)
    return button
