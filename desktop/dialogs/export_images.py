"""Export pages as pictures: for WeChat and the web, as one long picture, or for print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit

from desktop.dialogs import choose
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.making_pictures import picture_name, write_pictures
from desktop.dialogs.numbers import number_field
from desktop.dialogs.path_row import path_row
from desktop.exports import export_name
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.imaging.picture_kinds import LEAST_QUALITY, LOSSY, MOST_QUALITY, PictureKind
from layouts.page.page import Edition
from layouts.page.page_ranges import pages_of
from layouts.pictures.order import (
    KILOBYTE,
    LEAST_PPI,
    LEAST_SLICE,
    MOST_PPI,
    PRINT_PPI,
    QUALITY,
    SCREEN_PPI,
    PictureOrder,
)

PAGES, SPREADS, LONG = "pages", "spreads", "long"
"""What becomes one picture, as the settings keep it."""

MOST_KB, MOST_ROWS = 100_000, 65_000
ENDINGS = {
    PictureKind.PNG: ".png",
    PictureKind.JPEG: ".jpg",
    PictureKind.WEBP: ".webp",
    PictureKind.TIFF: ".tif",
}


class ExportImagesDialog(WrappedDialog):
    """Asks what becomes a picture, of which kind, how fine and how large, and where it goes."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("导出图片"), tr("导出"))
        self.setObjectName("export-images")
        session, settings = services.session, services.settings
        self.what = _choices(
            (tr("每页一张"), PAGES), (tr("每个跨页一张"), SPREADS), (tr("整期一张长图"), LONG)
        )
        self.kind = _choices(
            ("PNG", PictureKind.PNG),
            ("JPEG", PictureKind.JPEG),
            ("WebP", PictureKind.WEBP),
            (tr("TIFF，印刷用（四色）"), PictureKind.TIFF),
        )
        self.resolution = number_field(LEAST_PPI, MOST_PPI, SCREEN_PPI, suffix=" dpi")
        self.resolution.setSingleStep(50)
        self.quality = number_field(
            LEAST_QUALITY, MOST_QUALITY, settings.number("export/quality", QUALITY)
        )
        self.most = number_field(
            0, MOST_KB, settings.number("export/most-kb", 0), suffix=" KB", none=tr("不限")
        )
        self.most.setSingleStep(100)
        self.rows = number_field(
            LEAST_SLICE - 1,
            MOST_ROWS,
            settings.number("export/slice-height", LEAST_SLICE - 1),
            suffix=tr(" 像素"),
            none=tr("不限"),
        )
        self.rows.setSingleStep(1000)
        self.pixels = QLabel(wordWrap=True)
        self.pixels.setProperty("role", "quiet")
        self.pages = QLineEdit(placeholderText=tr("全部；或如 1-3, 5"))
        self.folder = QLineEdit(str(settings.export_folder(session.path).absolute()))
        self.name = QLineEdit(export_name(session))
        self.example = QLabel(wordWrap=True)
        self.form = QFormLayout()
        self._lay_out()
        _choose_value(self.what, settings.text("export/pictures", PAGES))
        _choose_value(self.kind, settings.text("export/picture-kind", PictureKind.PNG))
        self._follow_kind()
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.what.currentIndexChanged.connect(self._follow_what)
        for changed in (
            self.resolution.valueChanged,
            self.rows.valueChanged,
            self.pages.textChanged,
            self.name.textChanged,
            self.folder.textChanged,
        ):
            changed.connect(self._update)
        session.edition_changed.connect(self._update)
        self.resize(480, 0)
        self.what.setFocus()
        self._update()

    def _lay_out(self) -> None:
        row = path_row(self.folder, tr("选择文件夹"), self._choose)
        row.setSpacing(8)
        self.form.setHorizontalSpacing(16)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        named = (
            (tr("内容"), self.what),
            (tr("格式"), self.kind),
            (tr("分辨率"), self.resolution),
            (tr("品质"), self.quality),
            (tr("每张最大"), self.most),
            (tr("每张最高"), self.rows),
            (tr("页面"), self.pages),
            (tr("名称"), self.name),
        )
        for text, field in named:
            field.setAccessibleName(text)
            self.form.addRow(text, field)
        self.folder.setAccessibleName(tr("文件夹"))
        self.form.addRow(tr("文件夹"), row)
        self.content.addLayout(self.form)
        self.content.addWidget(self.pixels)
        self.content.addWidget(self.example)
        self.content.addStretch(1)

    @property
    def _edition(self) -> Edition | None:
        session = self.services.session
        return session.edition if session.is_current else None

    @property
    def _kind(self) -> PictureKind:
        return PictureKind(self.kind.currentData())

    @property
    def _wanted(self) -> str:
        return str(self.what.currentData())

    def _follow_kind(self) -> None:
        """What is printed is finer than what is shown, and page by page."""
        settings, for_print = self.services.settings, self._kind is PictureKind.TIFF
        if for_print:
            _choose_value(self.what, PAGES)
        self.resolution.setValue(
            settings.number("export/print-dpi", PRINT_PPI)
            if for_print
            else settings.number("export/dpi", SCREEN_PPI)
        )
        self._update()

    def _follow_what(self) -> None:
        """Spreads and long pictures are for screens: no TIFF has them."""
        if self._wanted != PAGES and self._kind is PictureKind.TIFF:
            _choose_value(self.kind, PictureKind.PNG)
        self._update()

    def _update(self) -> None:
        wanted, kind = self._wanted, self._kind
        self.form.setRowVisible(self.resolution, wanted != LONG)
        self.form.setRowVisible(self.quality, kind in LOSSY)
        self.form.setRowVisible(self.most, kind is not PictureKind.TIFF)
        self.form.setRowVisible(self.rows, wanted == LONG)
        self.form.setRowVisible(self.pages, wanted != LONG)
        edition = self._edition
        count = len(edition.pages) if edition else 0
        chosen = pages_of(self.pages.text(), count) if count and wanted != LONG else range(count)
        self.ok.setEnabled(bool(chosen and self.name.text().strip() and self.folder.text().strip()))
        if edition is None:
            self.say(tr("正在排版，排好就可以导出。"))
            return
        self.pixels.setText(self._measures(edition))
        if chosen is None:
            self.say(tr("页面写作 1-3, 5，本期共 {n} 页。", n=count))
            return
        self.say("")
        self.example.setVisible(wanted == PAGES)
        name = picture_name(self.name.text().strip() + ENDINGS[kind], next(iter(chosen), 1), count)
        self.example.setText(tr("{n} 个文件：{name} 等", n=len(chosen), name=name))

    def _measures(self, edition: Edition) -> str:
        if self._wanted == LONG:
            return tr("宽 1080 像素，没有书眉和页码；超过上限时在文章末尾切开。")
        page, scale = edition.pages[0], self.resolution.value() / 72
        width, height = round(page.width * scale), round(page.height * scale)
        return tr("每页 {width} × {height} 像素", width=width, height=height)

    def make(self) -> None:
        """Write the pictures asked for, beside the window, and show how far it is."""
        session, wanted = self.services.session, self._wanted
        edition, layout = self._edition, session.layout
        chosen = pages_of(self.pages.text(), len(edition.pages)) if edition else None
        issue = session.issue
        if issue is None or edition is None or layout is None or (wanted != LONG and not chosen):
            return
        self._remember()
        order = PictureOrder(
            kind=self._kind,
            pages=() if wanted == LONG else tuple(chosen or ()),
            spreads=wanted == SPREADS,
            long=wanted == LONG,
            ppi=self.resolution.value(),
            quality=self.quality.value(),
            most_bytes=0 if self._kind is PictureKind.TIFF else self.most.value() * KILOBYTE,
            slice_height=self.rows.value() if self.rows.value() >= LEAST_SLICE else 0,
        )
        folder = Path(self.services.settings.text("folder")).absolute() / self.folder.text().strip()
        path = folder / f"{self.name.text().strip()}{ENDINGS[self._kind]}"
        self.start(
            lambda progress: write_pictures(issue, edition, layout.grid, order, path, progress),
            folder,
        )

    def _remember(self) -> None:
        settings = self.services.settings
        for_print = self._kind is PictureKind.TIFF
        settings.put("export/picture-kind", str(self._kind))
        settings.put("export/folder", self.folder.text().strip())
        settings.put("export/print-dpi" if for_print else "export/dpi", self.resolution.value())
        if not for_print:
            settings.put("export/pictures", self._wanted)
            settings.put("export/most-kb", self.most.value())
            settings.put("export/quality", self.quality.value())
            settings.put("export/slice-height", self.rows.value())

    def _choose(self) -> None:
        folder = choose.folder_to_write(self, tr("文件夹"), self.folder.text())
        if folder is not None:
            self.folder.setText(str(folder))


def _choices(*entries: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    for words, value in entries:
        box.addItem(words, value)
    return box


def _choose_value(box: QComboBox, value: str) -> None:
    """What was chosen last, or the first where that is not there any more."""
    box.setCurrentIndex(max(0, box.findData(value)))
