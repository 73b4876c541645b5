"""The house's own words and rules, read from its file when they are needed.

The file lies with the program's settings; another, on a share of the office say, can be named.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths

from desktop.publishing.known import KnownPublication
from desktop.settings import Settings
from layouts.errors import BanxinError
from layouts.files import Stamp, stamp_of

if TYPE_CHECKING:
    from layouts.importing.wording import HouseWords

FILE = "house/file"
"""Where the settings keep which file the house's words are in; empty for our own."""


class HouseFile(NamedTuple):
    """A house file as it was when it was read; without a `stamp` where there was none.

    `words` are None where there was no file, or where `trouble` says why it could not be read.
    `more` are the files whose words stand behind its own.
    """

    path: Path
    stamp: Stamp
    words: HouseWords | None = None
    trouble: BanxinError | None = None
    more: tuple[tuple[Path, Stamp], ...] = ()

    def is_as_read(self, path: Path, more: Iterable[Path]) -> bool:
        """Whether these files are the ones that were read, and as they were then."""
        known = ((self.path, self.stamp), *self.more)
        return known == tuple((one, stamp_of(str(one))) for one in (path, *more))


def own_house_file() -> Path:
    """The file with the program's settings, there or not."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "house.toml"


def house_file(settings: Settings) -> Path:
    """The file of the house's words, there or not."""
    named = settings.text(FILE)
    return Path(named) if named else own_house_file()


def name_house_file(settings: Settings, path: Path) -> None:
    """Take the house's words from this file from now on."""
    settings.put(FILE, "" if path == own_house_file() else str(path))


def publication_house_file(publication: KnownPublication | None) -> Path | None:
    """The file of a publication's own words, which go before the house's; None where it has none.

    Others that it names count too (`with_more_words`).
    """
    if publication is None or publication.publication is None:
        return None
    words = publication.publication.words
    return publication.folder / words[0] if words else None


def with_more_words(file: HouseFile, others: Iterable[Path]) -> HouseFile:
    """A file's words with those of others behind them; one that cannot be read says why."""
    for path in others:
        more = read_house_file(path)
        file = file._replace(more=(*file.more, (path, more.stamp)))
        if more.words is None:
            file = file._replace(trouble=file.trouble or more.trouble)
            continue
        if file.words is not None:
            from layouts.importing.wording import words_together

            file = file._replace(words=words_together(file.words, more.words))
    return file


def read_house_file(path: Path) -> HouseFile:
    """The words in a house file, or why there are none.

    On a share this may take its time: best called beside the window.
    """
    from layouts.importing.wording import load_house_words

    stamp = stamp_of(str(path))  # before: what is written while it is read counts as changed
    if stamp is None:
        return HouseFile(path, None)
    try:
        return HouseFile(path, stamp, load_house_words(path))
    except BanxinError as error:
        return HouseFile(path, stamp, None, error)
