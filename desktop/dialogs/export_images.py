"""Export pages as PNG images, for WeChat and the web."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.dialogs import choose
from desktop.dialogs.making import MakingDialog
from desktop.dialogs.numbers import number_field
from desktop.exports import export_name
from desktop.tasks import Progress
from desktop.window_parts.page_ranges import pages_of
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.page.page import Edition

LEAST_DPI, MOST_DPI = 72, 600


class ExportImagesDialog(MakingDialog):
    """Asks for resolution, pages, folder and name."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("导出页面图片"), tr("导出"))
        self.setObjectName("export-images")
        session, settings = services.session, services.settings
        self.resolution = number_field(
            LEAST_DPI, MOST_DPI, settings.number("export/dpi", 150), suffix=" dpi"
        )
        self.resolution.setSingleStep(50)
        self.pixels = QLabel()
        self.pages = QLineEdit(placeholderText=tr("全部；或如 1-3, 5"))
        self.folder = QLineEdit(str(settings.export_folder(session.path).absolute()))
        self.name = QLineEdit(export_name(session))
        self.example = QLabel()
        choice = QPushButton(tr("选择…"))
        choice.setAccessibleName(tr("选择文件夹"))
        choice.setAutoDefault(False)
        choice.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(choice)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        named = (
            (tr("分辨率"), self.resolution),
            (tr("页面"), self.pages),
            (tr("文件夹"), self.folder),
            (tr("名称"), self.name),
        )
        for text, field in named:
            field.setAccessibleName(text)
        form.addRow(tr("分辨率"), self.resolution)
        form.addRow("", self.pixels)
        form.addRow(tr("页面"), self.pages)
        form.addRow(tr("文件夹"), row)
        form.addRow(tr("名称"), self.name)
        form.addRow("", self.example)
        self.content.addLayout(form)
        self.content.addStretch(1)
        for changed in (
            self.resolution.valueChanged,
            self.pages.textChanged,
            self.name.textChanged,
            self.folder.textChanged,
        ):
            changed.connect(self._update)
        session.edition_changed.connect(self._update)
        self.resize(480, 0)
        self.resolution.setFocus()
        self._update()

    @property
    def _edition(self) -> Edition | None:
        session = self.services.session
        return session.edition if session.is_current else None

    def _update(self) -> None:
        edition = self._edition
        count = len(edition.pages) if edition else 0
        chosen = pages_of(self.pages.text(), count) if count else None
        self.ok.setEnabled(bool(chosen and self.name.text().strip() and self.folder.text().strip()))
        if edition is None:
            self.say(tr("正在排版，排好就可以导出。"))
            return
        page = edition.pages[0]
        scale = self.resolution.value() / 72
        self.pixels.setText(
            tr(
                "每页 {width} × {height} 像素",
                width=round(page.width * scale),
                height=round(page.height * scale),
            )
        )
        if chosen is None:
            self.say(tr("页面写作 1-3, 5，本期共 {n} 页。", n=count))
            return
        self.say("")
        self.example.setText(
            tr(
                "{n} 个文件：{name} 等",
                n=len(chosen),
                name=image_name(self.name.text().strip(), chosen[0], count),
            )
        )

    def make(self) -> None:
        """Write the pages asked for as pictures, beside the window, and show how far it is."""
        edition = self._edition
        chosen = pages_of(self.pages.text(), len(edition.pages)) if edition else None
        if edition is None or not chosen:
            return
        dpi, folder, name = (
            self.resolution.value(),
            Path(self.folder.text().strip()),
            self.name.text().strip(),
        )
        self.services.settings.put("export/dpi", dpi)
        self.services.settings.put("export/folder", str(folder))
        self.start(
            lambda progress: export_images(edition, chosen, folder, name, dpi, progress),
            folder,
        )

    def _choose(self) -> None:
        folder = choose.folder_to_write(self, tr("文件夹"), self.folder.text())
        if folder is not None:
            self.folder.setText(str(folder))


def image_name(name: str, page: int, count: int) -> str:
    """The file name of a page: numbers of one width, so that files sort as pages do."""
    return f"{name}-{page:0{max(2, len(str(count)))}d}.png"


def export_images(
    edition: Edition, pages: list[int], folder: Path, name: str, dpi: int, progress: Progress
) -> str:
    """Write pages as PNG files, in any thread."""
    from desktop.canvas.painter import PagePainter
    from desktop.window_parts.page_pictures import png
    from fonts.catalogue import Catalogue
    from layouts.files import write_folder

    painter = PagePainter(Catalogue())

    def made() -> Iterator[tuple[str, bytes]]:
        for done, number in enumerate(pages):
            progress.step(done, len(pages), tr("正在导出第 {page} 页", page=number))
            image = painter.page_image(edition.pages[number - 1], dpi)
            yield image_name(name, number, len(edition.pages)), png(image)

    write_folder(folder, made(), check=lambda _: progress.check())
    return tr("已导出 {n} 页图片", n=len(pages))
