"""What a crash left: each issue with its first page, its last edit, and what it has that its file
has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from desktop.dialogs.history_words import subject_word
from desktop.dialogs.questions import moment
from desktop.settings import issue_title
from desktop.tasks import Progress
from desktop.widgets import set_property
from desktop.widgets.two_lines import TwoLineRows
from desktop.window_parts.geometry import roomy
from desktop.window_parts.paper import paper_icon
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.store.compare import Change
from layouts.store.recovery import Recovered

PICTURE = QSize(180, 254)
"""Pixels of page 1, at the proportion of A4."""

MOST_CHANGES = 7
"""Changes that are listed; of more, their number."""


class RecoveryDialog(QDialog):
    """Offers what was recovered.

    `restored` and `discard_wanted` carry a Recovered; closing it decides nothing.
    """

    restored = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, found: Sequence[Recovered], services: Services) -> None:
        super().__init__(services.window)
        self.setObjectName("recovery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("恢复没有保存的稿件"))
        self._services = services
        self._found = list(found)
        self._pictures: dict[int, QImage] = {}
        self._make_parts()
        self._put_together()
        for recovered in self._found:
            self._add(recovered)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._draw(self._found)

    def _make_parts(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("可以恢复的稿件"))
        self.list.setMinimumSize(240, PICTURE.height())
        self.list.setItemDelegate(TwoLineRows(self.list))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self._restore)
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self.picture.setFixedSize(PICTURE)
        self.picture.setAccessibleName(tr("第一页"))
        self.place, self.changes, self.damage = (
            QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in range(3)
        )
        for label, name in (
            (self.place, tr("位置")),
            (self.changes, tr("写了这些")),
            (self.damage, tr("损坏")),
        ):
            label.setAccessibleName(name)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        set_property(self.place, "role", "quiet")
        set_property(self.damage, "role", "warning")
        self.buttons = QDialogButtonBox()
        self.restore = self._button(tr("恢复"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.discard = self._button(tr("丢弃…"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.later = self._button(tr("以后再说"), QDialogButtonBox.ButtonRole.RejectRole)
        self.restore.setDefault(True)
        set_property(self.restore, "primary", "true")
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._discard)
        self.later.clicked.connect(self.reject)

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        self.buttons.addButton(button, role)
        return button

    def _put_together(self) -> None:
        said = QLabel(tr("上次没有正常关闭。下面的修改还在，没有写进文件："), wordWrap=True)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.heading = QLabel()
        set_property(self.heading, "role", "heading")
        for part in (self.place, self.heading, self.changes, self.damage):
            right.addWidget(part)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 2)
        row.addWidget(self.picture)
        row.addLayout(right, 3)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(said)
        column.addLayout(row, 1)
        column.addWidget(line)
        column.addWidget(self.buttons)
        roomy(self, 820, 400)

    def _add(self, recovered: Recovered) -> None:
        item = QListWidgetItem(
            f"{_title(recovered)}\n{tr('最后修改：{time}', time=moment(recovered.when))}", self.list
        )
        item.setToolTip(str(recovered.path or ""))

    @property
    def current(self) -> Recovered | None:
        """The one that stands out."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def remove(self, recovered: Recovered) -> None:
        """Take one off the list; close where it was the last."""
        if recovered in self._found:
            row = self._found.index(recovered)
            del self._found[row]
            self.list.takeItem(row)
        if not self._found:
            self.reject()

    def _show(self, _row: int) -> None:
        recovered = self.current
        if recovered is None:
            return
        self.place.setText(_place(recovered))
        self.heading.setText(tr("比文件里新的") if recovered.saved is not None else tr("写了这些"))
        self.changes.setAccessibleName(self.heading.text())
        self.changes.setText("\n".join(change_lines(recovered.newer)))
        self.damage.setText(
            tr("记录的末尾损坏了，恢复到损坏之前的最后一步。") if recovered.damaged else ""
        )
        self.damage.setVisible(recovered.damaged)
        self.restore.setAccessibleDescription(_title(recovered))
        self._show_picture()

    def _show_picture(self) -> None:
        image = self._pictures.get(id(self.current))
        self.picture.setPixmap(
            paper_icon(image, PICTURE, self.devicePixelRatioF()).pixmap(
                PICTURE, self.devicePixelRatioF()
            )
        )

    # -- pictures ----------------------------------------------------------------------------------

    def _draw(self, found: Sequence[Recovered]) -> None:
        """Have the first pages made, one after the other, beside the window."""
        if not found:
            return
        recovered, rest = found[0], found[1:]
        width = round(PICTURE.width() * self.devicePixelRatioF())
        task = self._services.tasks.run(lambda progress: _first_page(recovered, width, progress))
        task.done.connect(partial(self._take_picture, recovered))
        task.ended.connect(lambda: self._draw(rest))
        self.destroyed.connect(task.cancel)

    def _take_picture(self, recovered: Recovered, image: QImage) -> None:
        self._pictures[id(recovered)] = image
        self._show_picture()

    # -- what is decided ---------------------------------------------------------------------------

    def _restore(self) -> None:
        recovered = self.current
        if recovered is not None:
            self.accept()
            self.restored.emit(recovered)

    def _discard(self) -> None:
        if self.current is not None:
            self.discard_wanted.emit(self.current)


def change_lines(changes: Sequence[Change]) -> list[str]:
    """What an issue has that its file has not, a line for each change; one line where it is too
    little to be seen.
    """
    if not changes:
        return [tr("有看不出的改动")]
    lines = [_line(change) for change in changes[:MOST_CHANGES]]
    if len(changes) > MOST_CHANGES:
        lines.append(tr("还有 {n} 处", n=len(changes) - MOST_CHANGES))
    return lines


def _line(change: Change) -> str:
    if change.subject != "article" and change.what == "added":
        return tr("新增：{title}", title=subject_word(change))
    if change.subject != "article":
        return {
            "masthead": tr("报头有改动"),
            "colophon": tr("报尾有改动"),
            "layout": tr("版式有改动"),
            "sections": tr("栏目有改动"),
            "accepted": tr("接受的检查结果有改动"),
        }[change.subject]
    title = change.title or tr("没有标题")
    match change.what:
        case "added":
            return tr("新增：{title}", title=title)
        case "removed":
            return tr("删去：{title}", title=title)
        case "moved":
            return tr("移动：{title}", title=title)
        case _ if change.only_marks:
            return tr("改动：{title}（只改格式）", title=title)
        case _ if not change.added and not change.removed:
            return tr("改动：{title}（文字没有改）", title=title)
        case _:
            return tr(
                "改动：{title}（加 {added} 字，减 {removed} 字）",
                title=title,
                added=change.added,
                removed=change.removed,
            )


def _title(recovered: Recovered) -> str:
    return issue_title(recovered.issue) or (recovered.path.stem if recovered.path else tr("未命名"))


def _place(recovered: Recovered) -> str:
    if recovered.path is None:
        return tr("还没有保存过")
    if recovered.file_changed:
        return tr("{path}（之后又被别的程序改过，保存时会再问）", path=recovered.path)
    return (
        str(recovered.path)
        if recovered.path.exists()
        else tr("{path}（文件已经不在了，保存会重新写出）", path=recovered.path)
    )


def _first_page(recovered: Recovered, width: int, progress: Progress) -> QImage:
    """Page 1, composed in any thread."""
    from desktop.window_parts.page_pictures import first_page

    progress.check()
    return first_page(recovered.issue, width)
