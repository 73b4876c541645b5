"""纸张与页边: the paper, its margins, and whether two pages face each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.panels.design.design import Design
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.laying import row_of
from desktop.panels.forms.form import ChoiceBox
from desktop.widgets import LabelledControl
from desktop.words import tr
from layouts.units import POINTS_PER_MM

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A4": (210, 297), "16k": (185, 260), "B5": (176, 250), "A5": (148, 210), "A3": (297, 420)}
)
"""Millimetres. 16 开 is 185 × 260 as trimmed (GB/T 788)."""

OWN = "own"


class PageGroup(DesignGroup):
    """Paper by its name or measures, margins, single-sided."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "page", expanded=True)

    def make(self) -> None:
        """Make the controls."""
        self.papers = ChoiceBox(self._choose)
        self.papers.offer(
            [
                *((key, paper_label(key)) for key in PAPERS),
                (OWN, tr("自定尺寸")),
            ]
        )
        self.body.addWidget(LabelledControl(tr("纸张"), self.papers))
        self.body.addLayout(row_of(self.add_field("page.width"), self.add_field("page.height")))
        self.body.addLayout(
            row_of(*(self.add_field(f"page.{side}") for side in ("top", "foot", "side")))
        )
        self.body.addLayout(row_of(self.add_field("page.bleed")))
        self.body.addWidget(self.add_field("page.single_sided"))

    def show_layout(self) -> None:
        """Paper and margins as they are."""
        super().show_layout()
        layout = self.design.layout
        if layout is not None:
            size = (
                layout.grid.width / POINTS_PER_MM,
                layout.grid.height / POINTS_PER_MM,
            )
            self.papers.show_value(paper_of(*size))

    def _choose(self, key: object) -> None:
        if key not in PAPERS:
            self.fields[0].control.setFocus()  # the width, to be typed
            return
        width, height = PAPERS[str(key)]
        said = self.design.set_all(
            {"page.width": f"{width:g}mm", "page.height": f"{height:g}mm"},
            tr("纸张 {paper}", paper=str(key)),
        )
        self.fields[0].refuse(said)
        self.show_layout() if said is None else None


def paper_of(width: float, height: float) -> str:
    """The name of a paper of so many millimetres."""
    return next(
        (
            key
            for key, (across, down) in PAPERS.items()
            if abs(across - width) < 0.2 and abs(down - height) < 0.2
        ),
        OWN,
    )


def paper_label(key: str) -> str:
    """`16 开（185 × 260 mm）`."""
    width, height = PAPERS[key]
    name = tr("16 开") if key == "16k" else key
    return tr(
        "{name}（{width} × {height} mm）", name=name, width=f"{width:g}", height=f"{height:g}"
    )
