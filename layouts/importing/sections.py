"""Which section a manuscript's folder says it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from layouts.importing.beside import plain
from layouts.importing.order import bare_name
from layouts.importing.versions import version_of

LONGEST_NAME = 10
"""Characters of a section's name; a longer folder name is a manuscript's."""


class FolderSections:
    """Knows what lies in each folder, and so whether one is a section or a manuscript's own."""

    def __init__(self, folders: Sequence[tuple[str, ...]], known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._held = Counter(
            names[:depth] for names in folders for depth in range(1, len(names) + 1)
        )

    def section(self, path: Path, folders: tuple[str, ...]) -> str:
        """The name of the section of a manuscript; empty where its folders name none.

        A folder that bears the name of one of the issue's sections is it; else the nearest that is
        not the manuscript's own, with its photos.
        """
        names = [bare_name(name) for name in folders]
        for name in reversed(names):
            if name in self._known:
                return name
        for depth in range(len(folders), 0, -1):
            alone = self._held[folders[:depth]] == 1
            if (
                not (alone and _is_own(names[depth - 1], path))
                and len(names[depth - 1]) <= LONGEST_NAME
            ):
                return names[depth - 1]
        return ""


def _is_own(name: str, path: Path) -> bool:
    """Whether a folder is called as the one manuscript in it."""
    folder, stem = plain(version_of(name).name), plain(version_of(bare_name(path.stem)).name)
    return bool(folder and stem) and (folder in stem or stem in folder)
