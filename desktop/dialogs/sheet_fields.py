"""How pages stand on sheets: several on each side, and the paper of those and of booklets."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from desktop.dialogs.numbers import INSET, number_field
from desktop.words import tr
from layouts.imposition.grid import MOST_GUTTER, MOST_UP
from layouts.papers import PAPERS
from layouts.prepress.preset import Arrange, Preset

USUAL_PAPER = "A3"


class SheetFields(QObject):
    """Rows of a form; `changed` tells that the editor changed something."""

    changed = Signal()

    def __init__(self, add: Callable[[str, QWidget], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.arrange = QComboBox()
        for how, name in (
            ("none", tr("每页一张，不拼版")),
            ("reduced", tr("缩拼，供传看")),
            ("sequence", tr("按原大，依次排")),
            ("stack", tr("按原大，切后叠放成序")),
            ("repeat", tr("按原大，同一页排满")),
        ):
            self.arrange.addItem(name, how)
        self.up = number_field(0, MOST_UP, 0, none=tr("排满"))
        self.up.setToolTip(tr("一面拼几页；排满是放得下几页就拼几页"))
        self.duplex = QCheckBox(tr("一页和下一页是一张的正反面"))
        self.gutter = QDoubleSpinBox(
            minimum=0.0, maximum=MOST_GUTTER, singleStep=0.5, decimals=1, suffix=tr(" 毫米")
        )
        self.gutter.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.gutter.setToolTip(tr("相邻两页出血之间的距离"))
        self.paper = QComboBox()
        for name, field in (
            (tr("拼版"), self.arrange),
            (tr("每面页数"), self.up),
            (tr("双面"), self.duplex),
            (tr("页间距"), self.gutter),
            (tr("纸张"), self.paper),
        ):
            add(name, field)
        self.arrange.activated.connect(self._tell)
        self.up.valueChanged.connect(self._tell)
        self.duplex.toggled.connect(self._tell)
        self.gutter.valueChanged.connect(self._tell)
        self.paper.activated.connect(self._tell)

    @property
    def how(self) -> Arrange:
        """The arrangement that is chosen."""
        return cast("Arrange", self.arrange.currentData())

    @property
    def is_cut(self) -> bool:
        """Whether pages are cut out of the sheet."""
        return self.how not in {"none", "reduced"}

    def show_preset(self, preset: Preset) -> None:
        """Fill the fields; silent."""
        blockers = [QSignalBlocker(field) for field in self.fields()]
        self.arrange.setCurrentIndex(self.arrange.findData(preset.arrange))
        self._limit()
        self.up.setValue(preset.up)
        self.duplex.setChecked(preset.duplex)
        self.gutter.setValue(preset.gutter)
        self.paper.clear()
        for paper in dict.fromkeys((*PAPERS, preset.paper)):
            width, height = PAPERS.get(paper, (0, 0))
            shown = tr("{paper}，{w}×{h} 毫米", paper=paper, w=f"{width:g}", h=f"{height:g}")
            self.paper.addItem(shown if width else tr("{paper} 毫米", paper=paper), paper)
        self.paper.setCurrentIndex(self.paper.findData(preset.paper))
        del blockers

    def fields(self) -> tuple[QWidget, ...]:
        """All of them."""
        return self.arrange, self.up, self.duplex, self.gutter, self.paper

    def values(self, preset: Preset) -> dict[str, object]:
        """The keys of a preset that the fields have; those without meaning are as by themselves."""
        arranged = self.how != "none"
        on_sheets = arranged or preset.booklet
        return {
            "arrange": self.how,
            "up": self.up.value() if arranged else 0,
            "duplex": arranged and self.duplex.isChecked(),
            "gutter": self.gutter.value() if self.is_cut else 0.0,
            "paper": self.paper.currentData() if on_sheets else USUAL_PAPER,
        }

    def rows(self, preset: Preset) -> dict[QWidget, bool]:
        """Which rows mean something."""
        may = not preset.booklet and not preset.tagged and preset.standard in {"none", "x4", "x1a"}
        arranged = may and self.how != "none"
        return {
            self.arrange: may,
            self.up: arranged,
            self.duplex: arranged,
            self.gutter: arranged and self.is_cut,
            self.paper: arranged or preset.booklet,
        }

    def _limit(self) -> None:
        """As many as fit, reduced, is no number."""
        with QSignalBlocker(self.up):
            self.up.setMinimum(1 if self.how == "reduced" else 0)
            self.up.setSpecialValueText("" if self.how == "reduced" else tr("排满"))

    def _tell(self, *_value: object) -> None:
        self._limit()
        self.changed.emit()
