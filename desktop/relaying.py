"""An issue in another layout: what it keeps, what that layout does not take, and how page 1 would
look in each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.panels.forms.house import setting_label
from desktop.tasks import Progress, Task, Tasks
from desktop.words import language, tr
from layouts.errors import BanxinError, LayoutError
from layouts.house.changing import Changed, change_layout
from layouts.house.load import known_layouts, layout_of, load_layout
from layouts.issue.issue import Issue

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class Laid(NamedTuple):
    """How an issue looks in a layout: page 1, and how many pages there are."""

    name: str
    picture: QImage
    pages: int


def layouts_for(issue: Issue) -> list[str]:
    """The layouts that an issue can be set in: all there are, and its own if that is none of
    them.
    """
    names = list(known_layouts())
    return names if issue.layout in names else [*names, issue.layout]


def layout_title(name: str, issue: Issue) -> str:
    """What a layout is called in the window's language; its name where it does not load."""
    try:
        layout = load_layout(name, folder=issue.folder)
    except LayoutError:
        return name
    return layout.title_zh if language() == "zh" else layout.title_en


def picture_title(title: str) -> str:
    """A layout's title in two lines, for under its picture: what is in brackets stands below."""
    for opening, closing in (("（", "）"), (" (", ")")):
        name, bracket, rest = title.partition(opening)
        if bracket:
            return f"{name}\n{rest.removesuffix(closing)}"
    return title


def said_of(changed: Changed) -> str:
    """The sentence about what a layout does not take; empty where it takes everything."""
    said: list[str] = []
    if changed.settings:
        names = tr("、").join(map(setting_label, changed.settings))
        said.append(tr("这个版式不让改{names}，已按版式自己的", names=names))
    if changed.places:
        said.append(tr("对原来版式的改动（{n} 处）留在原来的版式里", n=len(changed.places)))
    if said:
        said.append(tr("换回去都还在"))
    return tr("；").join(said)


def look(issue: Issue, name: str, width: int) -> Laid | None:
    """Page 1 of an issue in a layout, `width` pixels wide; in any thread.

    None where the layout does not load or the issue cannot be composed in it.
    """
    from desktop.window_parts.page_pictures import page_picture
    from fonts.catalogue import Catalogue
    from layouts.compose import compose

    catalogue = Catalogue()
    try:
        other = change_layout(issue, name).issue
        pages = compose(other, layout_of(other), catalogue).pages
    except BanxinError:
        return None
    return Laid(name, page_picture(pages[0], width, catalogue), len(pages)) if pages else None


class Looks(QObject):
    """Has an issue drawn in one layout after the other beside the window; `came` carries each
    `Laid`.
    """

    came = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        # of somebody who stays: a pool that goes waits for its work, and that for the interpreter
        self._tasks = tasks
        self._wanted: list[Task] = []

    def draw(self, issue: Issue, names: Sequence[str], width: int) -> None:
        """Draw an issue in these layouts, and no longer what was wanted before."""
        self.give_up()

        def drawing(name: str) -> Callable[[Progress], Laid | None]:
            def draw(progress: Progress) -> Laid | None:
                progress.check()
                return look(issue, name, width)

            return draw

        self._wanted = [self._tasks.run(drawing(name), self._take) for name in names]

    def draw_too(self, issue: Issue, name: str, width: int, called: str) -> None:
        """Draw another issue besides; what comes of it is `called` otherwise."""

        def draw(progress: Progress) -> Laid | None:
            progress.check()
            laid = look(issue, name, width)
            return laid._replace(name=called) if laid is not None else None

        self._wanted.append(self._tasks.run(draw, self._take))

    def give_up(self) -> None:
        """Nothing is wanted any longer."""
        for task in self._wanted:
            if task.is_running:
                task.cancel()
        self._wanted = []

    @property
    def is_busy(self) -> bool:
        """Whether pictures are still to come."""
        return any(task.is_running for task in self._wanted)

    def _take(self, laid: Laid | None) -> None:
        # a panel may have gone meanwhile: the window speaks another language
        if laid is not None and isValid(self):
            self.came.emit(laid)
