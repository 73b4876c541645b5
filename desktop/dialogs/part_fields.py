"""Which pages of an issue go into which file: the cover with the rest or apart, chosen pages, a
file a page.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.words import tr
from layouts.page.page import Edition
from layouts.page.page_ranges import pages_of
from layouts.wanted_parts import WantedParts


class PartFields(QWidget):
    """A row of fields; `changed` tells that the editor changed something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._covered = False
        self.pages = QLineEdit(placeholderText=tr("全部；或如 1-3, 5"))
        self.pages.setAccessibleName(tr("页面"))
        self.single = QCheckBox(tr("每页一个文件"))
        self.cover = QComboBox()
        self.cover.setAccessibleName(tr("封面"))
        for way, name in (
            ("with", tr("封面与正文在一个文件里")),
            ("apart", tr("封面另成一个文件")),
            ("only", tr("只导出封面")),
            ("none", tr("不导出封面")),
        ):
            self.cover.addItem(name, way)
        label = QLabel(tr("页面"))
        label.setBuddy(self.pages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.pages, 1)
        row.addWidget(self.single)
        row.addWidget(self.cover)
        self.pages.textChanged.connect(self._tell)
        self.single.toggled.connect(self._tell)
        self.cover.activated.connect(self._tell)

    def show_edition(self, edition: Edition | None) -> None:
        """Offer what can be asked of an edition."""
        self._count = len(edition.pages) if edition is not None else 0
        self._covered = edition is not None and edition.cover_pages > 0
        self.cover.setVisible(self._covered)
        self._offer()

    @property
    def parts(self) -> WantedParts:
        """What is asked for."""
        cover = self.cover.currentData() if self._covered else "with"
        if cover in {"apart", "only"}:
            return WantedParts(cover)
        return WantedParts(cover, self.pages.text().strip(), self.single.isChecked())

    @property
    def complaint(self) -> str:
        """What is wrong with the pages that were typed; empty where nothing is."""
        if not self._count or pages_of(self.parts.pages, self._count) is not None:
            return ""
        return tr("页面写作 1-3, 5，本期共 {n} 页。", n=self._count)

    def _tell(self, *_value: object) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """A cover apart has pages of its own: nothing is chosen of them."""
        whole = self._covered and self.cover.currentData() in {"apart", "only"}
        self.pages.setEnabled(not whole)
        self.single.setEnabled(not whole)
