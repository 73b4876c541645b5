"""What a preflight has to know of a publication, looked up once: afterwards no share is asked at
every key.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from layouts.errors import BanxinError
from layouts.house.whole import whole_layout
from layouts.issue.issue import Issue
from layouts.publication.entries import (
    NumberKey,
    TakenNumber,
    is_issue_there,
    read_entry,
    taken,
)
from layouts.publication.following import KnownNumbers
from layouts.publication.publication import Publication
from layouts.publication.read import find_publication, read_publication

_READ = 60
"""Numbers, the last ones, whose files are read: those of a year of a weekly."""


class SeenPublication(Struct, frozen=True):
    """A publication as it was when somebody looked: its numbers, and the text of its layout (empty
    where there is none). `file` is that of the issue that is looked over, as the numbers name it;
    `lost` are the numbers read whose issues do not lie where they were saved.
    """

    publication: Publication
    folder: Path
    keys: frozenset[NumberKey]
    totals: frozenset[int]
    entries: Mapping[NumberKey, TakenNumber]
    layout: bytes
    file: str = ""
    lost: frozenset[NumberKey] = frozenset()

    @property
    def own(self) -> frozenset[NumberKey]:
        """The numbers that the issue itself has, by its file."""
        return frozenset(
            key for key, entry in self.entries.items() if self.file and entry.file == self.file
        )

    @property
    def known(self) -> KnownNumbers:
        """The numbers of all other issues, to count on from."""
        own = {self.entries[key].total for key in self.own}
        return KnownNumbers(self.keys - self.own, self.totals - own, self.entries.get)


def see_publication(folder: Path, file: Path | None = None) -> SeenPublication:
    """Look at a publication; `file` is the issue's. PublicationError where it cannot be read."""
    publication = read_publication(folder)
    there = taken(folder)
    last = sorted(there.keys, key=lambda key: (key.supplement, key))[-_READ:]
    entries = {key: entry for key in last if (entry := read_entry(folder, key)) is not None}
    return SeenPublication(
        publication,
        folder,
        there.keys,
        there.totals,
        entries,
        _layout_text(publication.layout, folder),
        named_file(folder, file) if file is not None else "",
        frozenset(key for key, entry in entries.items() if not is_issue_there(folder, entry)),
    )


def publication_of_issue(issue: Issue, file: Path) -> SeenPublication | None:
    """The publication of an issue by where its file lies and what its masthead says; None where
    there is none, or its masthead names another. PublicationError where it cannot be read.
    """
    folder = find_publication(file)
    if folder is None:
        return None
    seen = see_publication(folder, file)
    name = issue.masthead.publication
    return seen if not name or is_called(name, seen.publication) else None


def is_called(name: str, publication: Publication) -> bool:
    """Whether a masthead's name is a publication's, whatever spaces and 《》 it has."""
    return _plain(name) == _plain(publication.name)


def _plain(name: str) -> str:
    return "".join(name.split()).strip("《》")


def named_file(folder: Path, file: Path) -> str:
    """A file as the folder's other users find it: relative where it lies inside."""
    whole, inside = Path(file).absolute(), folder.absolute()
    return whole.relative_to(inside).as_posix() if whole.is_relative_to(inside) else str(whole)


def _layout_text(name: str, folder: Path) -> bytes:
    try:
        return whole_layout(name, folder)
    except (BanxinError, OSError, ValueError):
        return b""
