"""The empty state: new from a layout, open, recent issues by a picture of page 1, try the
sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.keeping.document import kept_picture
from desktop.settings import Recent, cache_folder
from desktop.tasks import Progress, Task
from desktop.widgets import set_property
from desktop.window_parts.picture_list import PICTURE, SPACING, PictureList
from desktop.window_parts.services import Services
from desktop.words import language, tr
from layouts.documents import is_package
from layouts.house.load import known_layouts, load_layout
from layouts.issue.issue import Masthead
from layouts.page.page import Page

WIDTH = 760
"""Pixels of the column everything stands in."""

NO_BREAK = "\u00a0"


class StartPage(QWidget):
    """What the window shows while no issue is open.

    `new_wanted` carries a layout's name, empty for any.
    """

    new_wanted = Signal(object)
    import_wanted = Signal()
    folder_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._services = services
        self._drawn = False
        self._drawing: Task | None = None
        self.layouts = PictureList(tr("用版式新建一期"))
        self.layouts.chosen.connect(self.new_wanted)
        self.recent = PictureList(tr("最近打开"))
        self.recent.chosen.connect(self.recent_wanted)
        self.manuscripts = QPushButton(tr("从稿件新建…"))
        self.manuscripts.setToolTip(tr("选几篇 Word、WPS、文本或网页稿件，排成一期"))
        self.manuscripts.clicked.connect(self.import_wanted)
        self.folder = QPushButton(tr("从文件夹新建…"))
        self.folder.setToolTip(tr("选一个装着稿件和图片的文件夹，排成一期；也可以把文件夹拖到这里"))
        self.folder.clicked.connect(self.folder_wanted)
        self.open = QPushButton(tr("打开…"))
        self.open.clicked.connect(self.open_wanted)
        self.sample = QPushButton(tr("试用示例"))
        self.sample.clicked.connect(self.sample_wanted)
        self._recent_label = _heading(tr("最近打开"), self.recent)
        self._put_together()
        for name in known_layouts():
            layout = load_layout(name)
            self.layouts.add(layout.title_zh if language() == "zh" else layout.title_en, name)

    def _put_together(self) -> None:
        title = QLabel(tr("版心"))
        set_property(title, "role", "title")
        subtitle = QLabel(tr("排一期简报：把装稿件的文件夹拖进来，选一个版式，或接着上次的做。"))
        subtitle.setWordWrap(True)
        set_property(subtitle, "role", "quiet")
        top = QHBoxLayout()
        top.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(subtitle)
        top.addLayout(words, 1)
        for button in (self.open, self.sample):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        words.addSpacing(12)
        words.addLayout(self._incoming())
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 32, 0, 24)
        box.setSpacing(8)
        box.addLayout(top)
        box.addSpacing(24)
        box.addWidget(_heading(tr("新建"), self.layouts))
        box.addWidget(self.layouts)
        box.addSpacing(16)
        box.addWidget(self._recent_label)
        box.addWidget(self.recent)
        box.addStretch(1)
        self._sheet = QWidget()
        grid = QGridLayout(self._sheet)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 8)
        grid.setColumnStretch(2, 1)
        grid.addWidget(column, 0, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        for pictures in (self.layouts, self.recent):
            pictures.currentItemChanged.connect(partial(self._show_current, pictures))

    def _show_current(
        self, pictures: PictureList, item: QListWidgetItem | None, _before: object
    ) -> None:
        """What the keys come to is seen whole."""
        if item is None:
            return
        place = pictures.visualItemRect(item)
        middle = pictures.viewport().mapTo(self._sheet, place.center())
        half = place.size() / 2
        self._area.ensureVisible(
            middle.x(), middle.y(), half.width() + SPACING, half.height() + SPACING
        )

    def _incoming(self) -> QHBoxLayout:
        """What most begin with: manuscripts that came by mail."""
        set_property(self.folder, "primary", "true")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder)
        row.addWidget(self.manuscripts)
        row.addStretch(1)
        return row

    def refresh(self) -> None:
        """List what was opened since."""
        recent = self._services.settings.recent
        self.recent.clear()
        for entry in recent:
            # a long one breaks behind the publication
            title = entry.title.replace(" ", NO_BREAK).replace(NO_BREAK, " ", 1)
            self.recent.add(title or entry.path.name, entry.path, str(entry.path))
        for widget in (self._recent_label, self.recent):
            widget.setVisible(bool(recent))
        self._draw(recent)
        (self.recent if recent else self.layouts).setFocus()

    def _draw(self, recent: Sequence[Recent]) -> None:
        """Have the pictures loaded, those of layouts made, beside the window."""
        names = [] if self._drawn else list(known_layouts())
        width = round(PICTURE.width() * self.devicePixelRatioF())
        folder = cache_folder()
        paths = [entry.path for entry in recent]
        self.give_up()
        self._drawing = self._services.tasks.run(
            lambda progress: _pictures(names, paths, folder, width, progress),
            self._show_pictures,
            self._services.fail,
        )

    def give_up(self) -> None:
        """No pictures are wanted any longer."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _show_pictures(self, pictures: list[tuple[object, QImage]]) -> None:
        self._drawing, self._drawn = None, True
        found = dict(pictures)
        for view in (self.layouts, self.recent):
            view.show_pictures(found)


def keep_picture(page: Page, path: Path, folder: Path, width: int, progress: Progress) -> None:
    """Keep a picture of an issue's first page for the start page, in any thread."""
    from desktop.window_parts.page_pictures import page_picture

    progress.check()
    page_picture(page, width).save(str(folder / kept_picture(path)))


def _pictures(
    names: Sequence[str], paths: Sequence[Path], folder: Path, width: int, progress: Progress
) -> list[tuple[object, QImage]]:
    from layouts.store.package import thumbnail

    found: list[tuple[object, QImage]] = []
    for path in paths:
        progress.check()
        image = QImage(str(folder / kept_picture(path)))
        if image.isNull() and is_package(path):
            # made on another machine: it brings its picture
            image = QImage.fromData(thumbnail(path))
        if not image.isNull():
            found.append((path, image))
    return [*found, *((name, _layout_picture(name, folder, width, progress)) for name in names)]


def _layout_picture(name: str, folder: Path, width: int, progress: Progress) -> QImage:
    """The picture of a layout, made anew when its file or the size has changed."""
    from layouts.house.load import find_layout

    progress.check()
    stamp = find_layout(name, Path(), None).stat().st_mtime_ns
    kept = folder / f"{name}-{stamp}-{width}.png"
    image = QImage(str(kept))
    if image.isNull():
        from desktop.window_parts.page_pictures import first_page, specimen

        image = first_page(specimen(name, Masthead()), width)
        image.save(str(kept))
    return image


def _heading(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    set_property(label, "role", "heading")
    label.setBuddy(buddy)
    return label
