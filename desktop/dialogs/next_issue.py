"""The next issue of a publication: what it will be called, when it appears, what was held over for
it. Enter makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.days import today
from desktop.publishing.known import KnownPublication
from desktop.publishing.orders import NewIssueOrder, issues_folder
from desktop.widgets import DateField, LabelledControl, MiddleElidedLabel, set_property
from desktop.window_parts.services import sentence_of
from desktop.words import tr
from layouts.errors import BanxinError
from layouts.publication import HeldArticle, NextIssue, next_numbers

_VALUE = Qt.ItemDataRole.UserRole

MOST_ROWS, ROW = 6, 30
"""Articles held over that are seen at once, and pixels of each."""

WIDTH = 460


class NextIssueDialog(QDialog):
    """`ordered` carries a `NewIssueOrder`; `other_wanted`: an issue of no publication."""

    ordered = Signal(object)
    other_wanted = Signal()

    def __init__(
        self, known: Sequence[KnownPublication], chosen: Path | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("next-issue")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = [one for one in known if one.following is not None]
        self._following: NextIssue | None = None
        self._make_parts()
        self._put_together()
        folders = [one.folder for one in self._known]
        at = folders.index(chosen) if chosen in folders else 0
        self.publication.setCurrentIndex(at)
        self._show(at)
        self.publication.currentIndexChanged.connect(self._show)
        self.supplement.clicked.connect(self._count)
        self.date.line.chosen.connect(self._count)
        self.ok.setFocus()

    def _make_parts(self) -> None:
        self.publication = QComboBox()
        self.publication.addItems([one.name for one in self._known])
        self.publication.setAccessibleName(tr("刊物"))
        self.publication.setVisible(len(self._known) > 1)
        self.number = QLabel()
        set_property(self.number, "role", "title")
        self.date = DateField(tr("日期"))
        self.supplement = QCheckBox(tr("增刊（另外编号）"))
        self.held = QListWidget()
        self.held.setFrameShape(QListWidget.Shape.NoFrame)
        self.held_field = LabelledControl(tr("转下来的文章，勾选的放进这一期"), self.held)
        self.where = MiddleElidedLabel()
        set_property(self.where, "role", "quiet")
        self.state = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.state, "role", "error")
        self.state.setAccessibleName(tr("状态"))
        self.state.hide()

    def _put_together(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("新建"))
        self.ok.setProperty("primary", "true")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        other = QPushButton(tr("不用刊物…"))
        other.setToolTip(tr("自己填刊名、期号，选一个版式"))
        set_property(other, "role", "link")
        other.setAutoDefault(False)
        other.clicked.connect(self._want_other)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        for part in (
            self.publication,
            self.number,
            self.date,
            self.supplement,
            self.held_field,
            self.where,
            self.state,
        ):
            box.addWidget(part)
        box.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(other)
        foot.addWidget(buttons, 1)
        box.addLayout(foot)
        self.setMinimumWidth(WIDTH)

    # -- what it shows -----------------------------------------------------------------------------

    @property
    def known(self) -> KnownPublication:
        """The publication chosen."""
        return self._known[max(0, self.publication.currentIndex())]

    def _show(self, _index: int) -> None:
        known = self.known
        self.setWindowTitle(tr("新建一期：{name}", name=known.name))
        self._following = known.following
        self.supplement.setChecked(False)
        if known.following is not None:
            self.date.show_day(known.following.date)
        self.held.clear()
        for one in known.held:
            item = QListWidgetItem(_held_words(one), self.held)
            item.setData(_VALUE, one)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        rows = min(len(known.held), MOST_ROWS)
        self.held.setFixedHeight(rows * ROW)
        self.held_field.setVisible(bool(known.held))
        self._say_number()
        self.adjustSize()

    def _count(self, _value: object = None) -> None:
        """What it is called follows from its date, whose year counts, and from its kind."""
        known, day = self.known, self.date.day()
        if known.publication is None or day is None:
            return
        self.state.hide()
        try:
            self._following = next_numbers(
                known.folder, known.publication, day, supplement=self.supplement.isChecked()
            )
        except BanxinError as error:
            self.state.setText(sentence_of(error))
            self.state.show()
        self._say_number()

    def _say_number(self) -> None:
        following = self._following
        if following is None:
            return
        if self.supplement.isChecked():
            words = tr("增刊第 {number} 期", number=following.number)
        else:
            words = tr("第 {number} 期", number=following.number)
        if following.total is not None:
            words += tr("（总第 {total} 期）", total=following.total)
        self.number.setText(words)
        self.where.setText(tr("存放在 {folder}", folder=str(issues_folder(self.known.folder))))

    # -- the answer --------------------------------------------------------------------------------

    def accept(self) -> None:
        """Have the issue made, once its date is one."""
        following, publication = self._following, self.known.publication
        if not self.date.settle() or following is None or publication is None:
            self.date.line.setFocus()
            return
        order = NewIssueOrder(
            self.known.folder,
            publication,
            self.date.day() or today(),
            following.number,
            tuple(self._ticked()),
            self.supplement.isChecked(),
        )
        super().accept()
        self.ordered.emit(order)

    def _ticked(self) -> list[HeldArticle]:
        rows = (self.held.item(row) for row in range(self.held.count()))
        return [row.data(_VALUE) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def _want_other(self) -> None:
        self.reject()
        self.other_wanted.emit()


def _held_words(held: HeldArticle) -> str:
    """An article held over in words: its title, its section, the issue it was meant for."""
    parts = [held.section] if held.section else []
    if held.number is not None:
        parts.append(tr("第 {number} 期转来", number=held.number))
    title = held.title or tr("（无标题）")
    return f"{title}    {' · '.join(parts)}"
