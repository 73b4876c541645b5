"""What a PDF can be made for, as a list: a name, and below it in a few words what that means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.theme import text_scale
from desktop.widgets.two_lines import TwoLineRows
from desktop.words import spoken, tr
from layouts.prepress.preset import Preset

WIDTH = 236
"""Pixels."""

_VALUE = Qt.ItemDataRole.UserRole


def preset_title(preset: Preset) -> str:
    """What a preset is called."""
    return spoken(preset)


def preset_summary(preset: Preset) -> str:
    """What the file will be: `PDF/X-4 · 四色 · 出血 3 毫米`."""
    standard = {
        "x4": "PDF/X-4",
        "x1a": "PDF/X-1a",
        "ua1": "PDF/UA",
        "a2u": "PDF/A",
        "a2a": "PDF/A + PDF/UA",
        "none": "PDF",
    }[preset.standard]
    colour = {"rgb": tr("彩色"), "cmyk": tr("四色"), "grey": tr("灰度")}[preset.colour]
    if preset.colour == "cmyk" and preset.red == "spot":
        colour = tr("黑加专色")
    parts = [standard, colour]
    if any(preset.bleed):
        parts.append(tr("出血 {length} 毫米", length=f"{max(preset.bleed):g}"))
    if preset.booklet:
        parts.append(tr("骑马订"))
    elif preset.arrange != "none":
        parts.append(tr("一面 {n} 页", n=preset.up) if preset.up else tr("一面排满"))
    elif not any(preset.bleed) and preset.ppi:
        parts.append(f"{preset.ppi} ppi")
    return " · ".join(parts)


class PresetList(QListWidget):
    """Presets, of which one is chosen: `currentRowChanged`, `current`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("用途"))
        self.setFixedWidth(round(WIDTH * text_scale()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLineRows(self))

    def show_presets(self, presets: Sequence[Preset], chosen: str) -> None:
        """List these and choose one by its name, the first where it is not there."""
        with QSignalBlocker(self):
            self.clear()
            for preset in presets:
                item = QListWidgetItem(f"{preset_title(preset)}\n{preset_summary(preset)}", self)
                item.setData(_VALUE, preset)
        names = [preset.name for preset in presets]
        self.setCurrentRow(names.index(chosen) if chosen in names else 0)

    @property
    def current(self) -> Preset:
        """The preset chosen in the list."""
        preset = self.currentItem().data(_VALUE)
        if not isinstance(preset, Preset):
            raise TypeError(preset)
        return preset
