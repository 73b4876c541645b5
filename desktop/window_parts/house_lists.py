"""The house's words in the window: read beside it, held against the issue, edited."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.house import (
    HouseFile,
    house_file,
    own_house_file,
    publication_house_file,
    read_house_file,
    with_more_words,
)
from desktop.publishing.belonging import Belonging
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import tr

READ_NOTHING = HouseFile(Path(), None)
"""What is known before the file was looked at."""


class HouseLists(QObject):
    """Keeps the session's words those of the house's file, which colleagues may change too."""

    def __init__(self, services: Services, belonging: Belonging) -> None:
        super().__init__(services)
        self._services = services
        self._belonging = belonging
        belonging.changed.connect(self.look)
        self._file = READ_NOTHING

    def look(self) -> None:
        """Read the file beside the window if it is another than the one that was read."""
        job = partial(_read_if_other, self._path, self._more, self._file)
        self._services.tasks.run(job, self._take, self._services.fail)

    def edit(self) -> None:
        """Read the file and show it as tables."""
        path = self._path

        def read(_progress: Progress) -> HouseFile:
            return read_house_file(path)

        task = self._services.tasks.run(read, self._show, self._services.fail)
        self._services.watch(task, tr("正在读本单位用词"))

    def _show(self, file: HouseFile) -> None:
        from desktop.dialogs.house_words import HouseWordsDialog

        window = self._services.window
        if window.findChild(HouseWordsDialog) is None:
            own = publication_house_file(self._belonging.known)
            settings = self._services.settings if file.path != own else None
            dialog = HouseWordsDialog(settings, file, window)
            dialog.saved.connect(self._saved)
            dialog.open()

    @property
    def _path(self) -> Path:
        """The file that counts: the publication's own, else the house's."""
        own = publication_house_file(self._belonging.known)
        return own or house_file(self._services.settings)

    @property
    def _more(self) -> tuple[Path, ...]:
        """Other files of the publication's."""
        known = self._belonging.known
        publication = known.publication if known is not None else None
        if known is None or publication is None:
            return ()
        return tuple(known.folder / name for name in publication.words[1:])

    def _saved(self, file: HouseFile) -> None:
        """A file was edited: what others say counts as well."""
        self._take(with_more_words(file, self._more))

    def _take(self, file: HouseFile | None) -> None:
        """Hold the issue against the words of a file; None: it is the one that was read."""
        if file is None:
            return
        self._file = file
        self._services.session.hold_against(file.words)
        if file.trouble is not None:
            self._services.fail(file.trouble, tr("本单位用词没有用上"))
        elif file.stamp is None and file.path != own_house_file():
            sentence = tr(
                "找不到本单位用词的文件 {name}（也许网络盘没有连上），现在不按它检查",
                name=file.path.name,
            )
            self._services.say(sentence)


def _read_if_other(
    path: Path, more: tuple[Path, ...], known: HouseFile, _progress: Progress
) -> HouseFile | None:
    if known.is_as_read(path, more):
        return None
    return with_more_words(read_house_file(path), more)
