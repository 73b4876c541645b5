"""The settings of an export preset, as far as they mean something for what it is made for."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.dialogs import choose
from desktop.dialogs.marks import MarksDialog
from desktop.dialogs.numbers import INSET, number_field
from desktop.dialogs.permission_fields import PasswordField, PermissionFields
from desktop.dialogs.sheet_fields import SheetFields
from desktop.widgets.segmented import SegmentedControl
from desktop.words import tr
from layouts.prepress.conditions import CONDITIONS
from layouts.prepress.preset import Preset

MOST_BLEED = 20.0
MOST_CREEP = 10.0
MOST_PPI = 2400
LEAST_INK, MOST_INK = 200, 400

SIGNATURES = (8, 16, 32)
"""Pages of a signature that are offered: so many fold well in office paper."""

_OTHER = "other"
"""The choice that asks for a file."""


class PresetForm(QWidget):
    """A form for a preset; what it does not show stays as it was.

    `changed` tells that the editor changed something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset: Preset | None = None
        self._marks: dict[str, object] = {}
        """What was asked for of the marks' details."""
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._make_page_fields()
        self._make_ink_fields()
        self._make_screen_fields()

    def preset(self) -> Preset:
        """The preset as filled in."""
        preset = self._preset
        if preset is None:
            raise ValueError("no preset was shown")
        bleed = self.bleed.value()
        edges = preset.bleed if bleed == max(preset.bleed) else (bleed, bleed, bleed, bleed)
        changes = {
            self.bleed: {"bleed": edges},
            self.marks_row: {"marks": self.marks.isChecked(), **self._marks},
            self.curves: {"curves": self.curves.isChecked()},
            self.red: {"red": self.red.value()},
            self.spot_name: {"spot_name": self.spot_name.text().strip() or preset.spot_name},
            self.condition: self._condition(preset),
            self.ink_limit: {"ink_limit": self.ink_limit.value()},
            self.ppi: {"ppi": self.ppi.value()},
            self.tagged: {"tagged": self.tagged.isChecked()},
            self.links: {"links": self.links.isChecked()},
            self.binding: {"signature": self.binding.currentData()},
            self.creep: {"creep": self.creep.value()},
            self.keep_last: {"keep_last": self.keep_last.isChecked()},
            self.smallest: {"smallest": self.smallest.isChecked()},
            self.thumbnails: {"thumbnails": self.thumbnails.isChecked()},
            self.permissions: self.permissions.values(),
        }
        shown = {
            name: value
            for field, fields in changes.items()
            if self._is_shown(field)
            for name, value in fields.items()
        }
        return replace(preset, **shown, **self.sheets.values(preset))

    @property
    def opening(self) -> str:
        """The password that opens the file; empty where there is to be none. No preset keeps it."""
        return self.password.text() if self._is_shown(self.password) else ""

    def show_preset(self, preset: Preset) -> None:
        """Fill the form; silent."""
        self._preset = preset
        blockers = [QSignalBlocker(field) for field in self._fields()]
        self.bleed.setValue(max(preset.bleed))
        self.bleed.setToolTip(_edges(preset.bleed))
        self.marks.setChecked(preset.marks)
        self.more.setEnabled(preset.marks)
        self._marks = {}
        self.curves.setChecked(preset.curves)
        self.red.set_value(preset.red)
        self.spot_name.setText(preset.spot_name)
        self._show_condition(preset)
        self.ink_limit.setValue(preset.ink_limit)
        self.ppi.setValue(preset.ppi)
        self.tagged.setChecked(preset.tagged)
        self.links.setChecked(preset.links)
        self._show_binding(preset.signature)
        self.creep.setValue(preset.creep)
        self.keep_last.setChecked(preset.keep_last)
        self.sheets.show_preset(preset)
        self.smallest.setChecked(preset.smallest)
        self.thumbnails.setChecked(preset.thumbnails)
        self.permissions.show_preset(preset)
        del blockers
        self._show_what_matters()

    # -- its fields --------------------------------------------------------------------------------

    def _make_page_fields(self) -> None:
        self.bleed = _length(MOST_BLEED, tr(" 毫米"))
        self.marks = QCheckBox()
        self.more = QPushButton(tr("细节…"))
        self.more.setProperty("role", "link")
        self.more.setAutoDefault(False)
        self.more.setToolTip(tr("标记的样式、距离、线宽和说明行"))
        self.creep = _length(MOST_CREEP, tr(" 毫米"))
        self.keep_last = QCheckBox(tr("空白页排在末页之前，末页留在封底"))
        self.keep_last.setToolTip(tr("页数不是 4 的倍数时补空白页；末页有报尾，应在最外面"))
        self.creep.setToolTip(tr("对折后最里面一张比最外面一张多伸出的宽度；纸越厚、页越多就越大"))
        self._add(tr("出血"), self.bleed, self.bleed.valueChanged)
        self.marks.setAccessibleName(tr("标记"))
        self.marks_row = QWidget()
        row = QHBoxLayout(self.marks_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.marks, 1)
        row.addWidget(self.more)
        self.more.clicked.connect(self._ask_marks)
        self.marks.toggled.connect(self.more.setEnabled)
        self._add(tr("标记"), self.marks_row, self.marks.toggled)
        self.curves = QCheckBox(tr("转为曲线，不带字体"))
        self.curves.setToolTip(tr("印厂要求转曲时用；文字不能再检索，也不能再改"))
        self._add(tr("文字"), self.curves, self.curves.toggled)
        self.binding = QComboBox()
        self._add(tr("装订"), self.binding, self.binding.activated)
        self._add(tr("爬移"), self.creep, self.creep.valueChanged)
        self._add(tr("空白页"), self.keep_last, self.keep_last.toggled)
        self.sheets = SheetFields(self._add, self)
        self.sheets.changed.connect(self._show_what_matters)
        self.sheets.changed.connect(self.changed)

    def _make_ink_fields(self) -> None:
        self.red = SegmentedControl((("process", tr("四色"), None), ("spot", tr("专色"), None)))
        self.spot_name = QLineEdit()
        self.condition = QComboBox()
        self.ink_limit = number_field(LEAST_INK, MOST_INK, 300, suffix=" %")
        self.ppi = number_field(0, MOST_PPI, 0, suffix=" ppi", none=tr("不改变"))
        self.ppi.setSingleStep(50)
        self.ppi.setToolTip(tr("图片比这细一半以上时，导出时降到这个分辨率"))
        self._add(tr("红色"), self.red, self.red.valueChanged)
        self._add(tr("专色名"), self.spot_name, self.spot_name.editingFinished)
        self._add(tr("印刷条件"), self.condition)
        self._add(tr("总墨量上限"), self.ink_limit, self.ink_limit.valueChanged)
        self._add(tr("图片分辨率"), self.ppi, self.ppi.valueChanged)
        self.condition.activated.connect(self._choose_profile)
        self.red.valueChanged.connect(self._show_what_matters)

    def _make_screen_fields(self) -> None:
        self.links = QCheckBox(tr("链接和书签"))
        self.tagged = QCheckBox(tr("无障碍标签，供读屏软件朗读"))
        self._add(tr("导航"), self.links, self.links.toggled)
        self._add(tr("结构"), self.tagged, self.tagged.toggled)
        self.smallest = QCheckBox(tr("尽量小，图片压得更紧"))
        self.smallest.setToolTip(tr("适合用邮件和手机发送；图片放大后会看得出来"))
        self._add(tr("文件大小"), self.smallest, self.smallest.toggled)
        self.thumbnails = QCheckBox(tr("带页面缩略图"))
        self.thumbnails.setToolTip(tr("给自己不画缩略图的阅读器和文件管理器"))
        self._add(tr("缩略图"), self.thumbnails, self.thumbnails.toggled)
        self.permissions = PermissionFields()
        self.password = PasswordField()
        self._add(tr("权限"), self.permissions, self.permissions.changed)
        self._add(tr("打开密码"), self.password)

    def _add(self, name: str, field: QWidget, signal: SignalInstance | None = None) -> None:
        field.setAccessibleName(name)
        self._form.addRow(name, field)
        if signal is not None:
            signal.connect(self._tell)

    def _ask_marks(self) -> None:
        """Ask for the details of the marks."""
        dialog = MarksDialog(self.preset(), self)
        dialog.accepted.connect(lambda: self._take_marks(dialog.values()))
        dialog.open()

    def _take_marks(self, marks: dict[str, object]) -> None:
        self._marks = marks
        self.changed.emit()

    def _tell(self, *_value: object) -> None:
        self.changed.emit()

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.bleed, self.marks, self.curves, self.binding, self.creep, self.keep_last,
            *self.sheets.fields(),
            self.red, self.spot_name, self.condition, self.ink_limit, self.ppi, self.links,
            self.tagged, self.smallest, self.thumbnails, self.permissions, self.password,
        )  # fmt: skip

    def _is_shown(self, field: QWidget) -> bool:
        return self._form.isRowVisible(field)

    def _show_what_matters(self) -> None:
        preset = self._preset
        if preset is None:
            return
        offset = preset.standard in {"x4", "x1a"}
        on_sheets = preset.booklet or self.sheets.how != "none"
        arranged = self.sheets.rows(preset)
        cut = arranged[self.sheets.gutter]
        # of pages on a sheet that is cut, the sheet has the marks
        self.more.setVisible(not cut)
        self.marks.setText(tr("裁切线") if cut else tr("裁切线、套准标记和色标"))
        # print houses and archives want files that open (`layouts.prepress.contradictions`)
        sent = preset.standard in {"none", "ua1"} and preset.colour == "rgb" and not cut
        trimmed = (offset and self.sheets.how != "reduced") or cut
        rows = {
            **arranged,
            self.bleed: trimmed,
            self.marks_row: trimmed,
            self.curves: offset,
            self.binding: preset.booklet,
            self.creep: preset.booklet,
            self.keep_last: preset.booklet,
            self.red: preset.colour == "cmyk",
            self.spot_name: preset.colour == "cmyk" and self.red.value() == "spot",
            self.condition: preset.colour == "cmyk",
            self.ink_limit: preset.colour == "cmyk",
            self.ppi: True,
            self.links: not offset and not on_sheets,
            # PDF/UA is tagged or it is none
            self.tagged: preset.standard == "none" and not on_sheets,
            self.smallest: sent,
            self.thumbnails: sent,
            self.permissions: sent,
            self.password: sent,
        }
        for field, visible in rows.items():
            self._form.setRowVisible(field, visible)

    def _show_binding(self, signature: int) -> None:
        self.binding.clear()
        self.binding.addItem(tr("骑马订，整册一帖"), 0)
        for pages in sorted({*SIGNATURES, signature} - {0}):
            self.binding.addItem(tr("胶订，每帖 {n} 页", n=pages), pages)
        self.binding.setCurrentIndex(self.binding.findData(signature))

    # -- the print condition -----------------------------------------------------------------------

    def _show_condition(self, preset: Preset) -> None:
        self.condition.clear()
        self.condition.addItem(tr("铜版纸 ISO Coated v2 300 %（FOGRA39）"), "FOGRA39")
        self.condition.addItem(tr("胶版纸 ISO 12647-2 第 4 类（FOGRA47）"), "FOGRA47")
        if preset.profile:
            self.condition.addItem(Path(preset.profile).name, preset.profile)
        chosen = preset.profile or preset.condition
        self.condition.setCurrentIndex(max(self.condition.findData(chosen), 0))
        self.condition.addItem(tr("印厂的 ICC 文件…"), _OTHER)

    def _condition(self, preset: Preset) -> dict[str, str]:
        chosen = str(self.condition.currentData())
        if chosen in CONDITIONS:
            return {"profile": "", "condition": chosen}
        name = preset.condition if chosen == preset.profile else Path(chosen).stem
        return {"profile": chosen, "condition": name}

    def _choose_profile(self) -> None:
        """The last entry asks for a file; where none is chosen all stays as it was."""
        if self._preset is None:
            return
        if self.condition.currentData() != _OTHER:
            self.changed.emit()
            return
        path = choose.file_to_open(
            self,
            tr("印厂的 ICC 文件"),
            self._preset.profile,
            f"ICC (*.icc *.icm);;{tr('所有文件')} (*)",
        )
        if path is not None:
            self._preset = replace(self._preset, profile=str(path), condition=path.stem)
        self._show_condition(self._preset)
        self.changed.emit()


def _length(most: float, suffix: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox(minimum=0.0, maximum=most, singleStep=0.5, decimals=1, suffix=suffix)
    field.lineEdit().setTextMargins(INSET, 0, 0, 0)
    return field


def _edges(bleed: tuple[float, float, float, float]) -> str:
    """What one number cannot say."""
    if len(set(bleed)) == 1:
        return ""
    left, top, right, bottom = (f"{edge:g}" for edge in bleed)
    return tr(
        "各边不同：左 {left}、上 {top}、右 {right}、下 {bottom} 毫米",
        left=left,
        top=top,
        right=right,
        bottom=bottom,
    )
