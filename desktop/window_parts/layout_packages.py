"""Layout packages in the window: the layout of the open issue saved as one, one taken in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.dialogs import choose
from desktop.exports import show_in_folder
from desktop.window_parts.layout_acts import LayoutActs
from desktop.window_parts.page_pictures import page_picture, png
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import BanxinError, LayoutError
from layouts.house.layout import Layout
from layouts.house.own_folder import NAME
from layouts.issue.issue import Issue
from layouts.issue.layout_name import PACKAGE

PREVIEW_WIDTH = 420
"""Pixels of the picture of page 1 that a package shows."""

FOLDER = "layouts/folder"


class LayoutPackages(QObject):
    """Saves and takes in `.banxin-layout` files. `installed`: one is among the user's own now."""

    installed = Signal()

    def __init__(self, services: Services, layouts: LayoutActs) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._layouts = layouts
        self.installed.connect(self._session.reload_layout)

    # -- saving ------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask where, and save the layout of the issue with all it has otherwise."""
        issue, layout = self._session.issue, self._session.layout
        if issue is None or layout is None:
            return
        folder = self._services.settings.folder(FOLDER, work=self._session.path)
        proposed = str(folder / f"{_proposed(issue, layout)}{PACKAGE}")
        title = tr("另存为版式包")
        path = choose.file_to_write(
            self._services.window, title, proposed, choose.layouts_filter(), PACKAGE
        )
        if path is not None:
            self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Save the layout of the issue as a package; a sentence where it cannot be done."""
        from layouts.files import write_aside

        issue = self._session.issue
        if issue is None or not self._session.settle():
            return
        try:
            write_aside(path, self._package(issue, path.name.removesuffix(PACKAGE)))
        except (BanxinError, OSError) as error:
            self._services.fail(error, tr("版式包没有保存"))
            return
        self._services.settings.put(FOLDER, str(path.parent))
        # no export: nothing else opens it
        said = tr("版式包已保存：{name}", name=path.name)
        self._services.offered.emit(said, tr("在文件夹中显示"), partial(show_in_folder, path))

    def _package(self, issue: Issue, title: str) -> bytes:
        """The layout of an issue as one that stands on no other, called by its file's name."""
        from desktop.designs import settled_design
        from layouts.house.load import document_of
        from layouts.house.package import layout_package, pictures_with
        from layouts.house.whole import whole_text
        from layouts.house.written import written_layout

        design = {"title_zh": title, "title_en": title} | settled_design(issue)
        text = whole_text(written_layout(issue.layout, issue.folder), design)
        pictures = pictures_with(document_of(issue))
        edition = self._session.edition
        assert edition is not None, "settled"  # noqa: S101
        picture = page_picture(edition.pages[0], PREVIEW_WIDTH, self._session.catalogue)
        return layout_package(text, pictures, png(picture))

    # -- taking in ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for packages, and take them in."""
        folder = str(self._services.settings.folder(FOLDER, work=self._session.path))
        title = tr("装入版式包")
        paths = choose.files_to_open(self._services.window, title, folder, choose.layouts_filter())
        self.install(paths)

    def install(self, paths: Sequence[Path]) -> None:
        """Take packages in among the user's own layouts; one that is there is replaced, once the
        editor agrees.
        """
        for path in paths:
            try:
                name = self._installed(path)
            except LayoutError as error:
                self._services.fail(error, tr("版式包 {name} 没有装入", name=path.name))
                continue
            if name:
                self.installed.emit()
                self._tell(name)

    def _installed(self, path: Path) -> str:
        from layouts.house.installing import install_layout
        from layouts.house.own_folder import own_file

        name = path.name.removesuffix(PACKAGE)
        replace = own_file(name) is not None
        if replace and not choose.may_replace_layout(self._services.window, name):
            return ""
        return install_layout(path, name, replace=replace)

    def _tell(self, name: str) -> None:
        issue = self._session.issue
        said = tr("已装入版式“{name}”，新建时可以选", name=name)
        if issue is None or self._session.read_only or issue.layout == name:
            self._services.say(said)
            return
        self._services.offered.emit(said, tr("用于本期"), lambda: self._layouts.change(name))


def _proposed(issue: Issue, layout: Layout) -> str:
    """A name that colleagues can take the package in by: that of the publication, which tells it
    from the layouts they have.
    """
    name = str(issue.masthead.publication).strip()
    return name if NAME().fullmatch(name) else layout.title_zh
