"""The empty state: publications with their next issue, recent issues by a picture of page 1, new
from a layout, open, try the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
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

from desktop.days import today
from desktop.keeping.document import kept_picture
from desktop.publishing.cards import PICTURE as CARD
from desktop.publishing.cards import PublicationCards
from desktop.publishing.known import KnownPublication, look_at_all
from desktop.publishing.pictures import publication_pictures
from desktop.relaying import picture_title
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

LAYOUT, LAYOUT_AIR = QSize(102, 144), 8
"""Pixels of a layout's picture, and beside it: the six that we ship stand in a row."""

NO_BREAK = "\u00a0"


class StartPage(QWidget):
    """What the window shows while no issue is open: publications, recent issues, layouts.

    `new_wanted` carries a layout's name, empty for any; `found_wanted`: a publication is to be
    made, `add_wanted`: one of others to be listed.
    """

    new_wanted = Signal(object)
    import_wanted = Signal()
    folder_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)
    found_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._services = services
        self._drawn = False
        self._drawing: Task | None = None
        self._looking: Task | None = None
        self.cards = PublicationCards()
        self.layouts = PictureList(tr("用版式新建一期"), picture=LAYOUT, air=LAYOUT_AIR)
        self.layouts.chosen.connect(self.new_wanted)
        self.recent = PictureList(tr("最近打开"))
        self.recent.chosen.connect(self.recent_wanted)
        self.manuscripts = _button(
            tr("从稿件新建…"), tr("选几篇 Word、WPS、文本或网页稿件，排成一期"), self.import_wanted
        )
        self.folder = _button(
            tr("从文件夹新建…"),
            tr("选一个装着稿件和图片的文件夹，排成一期；也可以把文件夹拖到这里"),
            self.folder_wanted,
        )
        self.open = _button(tr("打开…"), "", self.open_wanted)
        self.sample = _button(tr("试用示例"), "", self.sample_wanted)
        self.found = _button(
            tr("新建刊物…"),
            tr("刊名、版式、栏目、报头报尾和编号，存成各期共用的刊物"),
            self.found_wanted,
            link=True,
        )
        self.add = _button(
            tr("加入已有的…"), tr("选同事已经建好的刊物文件夹"), self.add_wanted, link=True
        )
        self._recent_label = _heading(tr("最近打开"), self.recent)
        self._put_together()

    def _put_together(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 32, 0, 24)
        box.setSpacing(8)
        box.addLayout(self._top())
        box.addSpacing(24)
        box.addLayout(self._publications())
        box.addWidget(self.cards)
        box.addSpacing(16)
        box.addWidget(self._recent_label)
        box.addWidget(self.recent)
        box.addSpacing(16)
        box.addWidget(_heading(tr("用版式新建一期"), self.layouts))
        box.addWidget(self.layouts)
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

    def _top(self) -> QHBoxLayout:
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
        return top

    def _publications(self) -> QVBoxLayout:
        """The heading with what can be done, and what a publication is, where there is none."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(_heading(tr("刊物", meaning="several"), self.found))
        row.addSpacing(8)
        row.addWidget(self.found)
        row.addWidget(self.add)
        row.addStretch(1)
        self._about = QLabel(
            tr("每期都要做的简报，存成刊物：期号、日期、栏目和报头报尾自己就位，以后每期点两下。")
        )
        self._about.setWordWrap(True)
        set_property(self._about, "role", "quiet")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._about)
        return column

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

    def list_layouts(self) -> None:
        """List the layouts that there are, their pictures still to be made."""
        self.layouts.clear()
        for name in known_layouts():
            layout = load_layout(name)
            title = layout.title_zh if language() == "zh" else layout.title_en
            self.layouts.add(picture_title(title), name)
        self._drawn = False

    def look_for_layouts(self) -> None:
        """A layout was installed: show it among the others."""
        self.list_layouts()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """List what was opened since; the layouts when the page is first seen."""
        if not self.layouts.count():
            self.list_layouts()
        recent = self._services.settings.recent
        self.recent.clear()
        for entry in recent:
            # a long one breaks behind the publication
            title = entry.title.replace(" ", NO_BREAK).replace(NO_BREAK, " ", 1)
            self.recent.add(title or entry.path.name, entry.path, str(entry.path))
        for widget in (self._recent_label, self.recent):
            widget.setVisible(bool(recent))
        self._draw(recent)
        self.look_again()
        (self.recent if recent else self.layouts).setFocus()

    def look_again(self) -> None:
        """Look at the publications as they are now; some may lie on a share that is slow."""
        folders = self._services.settings.publication_folders
        gone = self._looking
        if gone is not None:
            gone.cancel()
        if not folders:
            self._looking = None
            self._show_known([])
            return
        self._looking = self._services.tasks.run(
            lambda progress: look_at_all(folders, today(), progress),
            self._show_known,
            self._services.fail,
        )

    def _show_known(self, known: list[KnownPublication]) -> None:
        self._looking = None
        first = bool(known) and not self.cards.cards
        self.cards.show_known(known)
        self._about.setVisible(not known)
        set_property(self.folder, "primary", "false" if known else "true")
        if not known:
            return
        if first and not self._services.window.isHidden() and self.isVisible():
            self.cards.cards[0].new.setFocus()
        width, folder = round(CARD.width() * self.devicePixelRatioF()), cache_folder()
        self._services.tasks.run(
            lambda progress: publication_pictures(known, folder, width, progress),
            self._show_cards,
            self._services.fail,
        )

    def _show_cards(self, pictures: list[tuple[object, QImage]]) -> None:
        self.cards.show_pictures(dict(pictures))

    def event(self, event: QEvent) -> bool:
        """Who comes back to the window sees what colleagues did meanwhile."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible() and self.cards.cards:
            self.look_again()
        return super().event(event)

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
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
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


def _button(text: str, tip: str, wanted: SignalInstance, *, link: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(True)  # outside a dialog Enter presses no other
    if link:
        set_property(button, "role", "link")
    button.clicked.connect(lambda _checked=False: wanted.emit())
    return button


def _heading(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    set_property(label, "role", "heading")
    label.setBuddy(buddy)
    return label
