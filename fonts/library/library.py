"""The faces that an editor has besides ours: on the system, in folders of the house, beside a
layout.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from fonts.library.aliases import aliases_of, plain, sibling_of
from fonts.library.discovery import FontFiles, font_files
from fonts.library.index import Index, indexed
from fonts.library.known import FaceFile, KnownFace, UnreadFile
from fonts.library.opening import opened

REGULAR, BOLD = 400, 700


class FaceLibrary:
    """Every face that can be used, found and read when first asked for.

    `folders` are looked through before the system, so that a face of the house goes before an
    installed one of its name. `cache` is a folder for what was read and for instances of variable
    faces, None to keep nothing.
    """

    def __init__(
        self, folders: Sequence[Path] = (), cache: Path | None = None, *, system: bool = True
    ) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._system = system

    @cached_property
    def _found(self) -> FontFiles:
        return font_files(self._folders, system=self._system)

    @cached_property
    def _index(self) -> Index:
        return indexed(self._found.paths, self._cache)

    def again(self) -> FaceLibrary:
        """The same places, looked through anew: faces are installed while a program runs."""
        return FaceLibrary(self._folders, self._cache, system=self._system)

    @property
    def faces(self) -> tuple[KnownFace, ...]:
        """Every face, those of the folders first."""
        return self._index.faces

    @property
    def unread(self) -> tuple[UnreadFile, ...]:
        """The font files that give no face, and why."""
        return self._index.unread

    @property
    def unread_in_folders(self) -> tuple[UnreadFile, ...]:
        """Those of them that lie in a folder, where the editor put them; the system has many."""
        folders = tuple(str(folder) + os.sep for folder in self._folders)
        return tuple(file for file in self.unread if file.path.startswith(folders))

    @property
    def unlisted(self) -> tuple[str, ...]:
        """What could not be looked through: folders that are gone, or `system`."""
        return self._found.unlisted

    def find(
        self, name: str, weight: int | None = None, *, italic: bool = False
    ) -> KnownFace | None:
        """The face of this PostScript name, or of this family or full name in any language.

        A family of several faces gives the one nearest to `weight`, which is 400 where it is None.
        """
        asked = plain(name)
        if exact := self._by_postscript.get(asked):
            return exact
        return nearest(self._by_name.get(asked, ()), weight or REGULAR, italic=italic)

    def stand_in(self, name: str) -> KnownFace | None:
        """A face of the same role as the one of this name (`aliases`); None where there is none."""
        return next((face for other in aliases_of(name) if (face := self.find(other))), None)

    def sibling(self, known: KnownFace) -> KnownFace | None:
        """The face to ask for characters that a `_GB2312` face lacks: its GBK sibling, or another
        of its role with more Hanzi.
        """
        for name in (known.postscript, *sorted(known.names)):
            if (wider := sibling_of(name)) is None:
                continue
            for other in (wider, *aliases_of(name)):
                face = self.find(other)
                if face is not None and face.hanzi > known.hanzi:
                    return face
        return None

    def bolder(self, known: KnownFace) -> KnownFace | None:
        """The face of the same family that is nearest to bold and bolder than this one; None where
        its family has none.

        A variable face that goes far enough is its own: open it at `BOLD`.
        """
        if known.axis and known.axis.high >= BOLD:
            return known
        family = {plain(name): None for name in known.families.values()}
        bolder = [
            face
            for name in family
            for face in self._by_name.get(name, ())
            if face.weight >= known.weight + 150
        ]
        return nearest(bolder, BOLD, italic=known.italic)

    def open(self, known: KnownFace, weight: int | None = None) -> FaceFile:
        """A face ready for HarfBuzz; of a variable one the instance of this weight.

        FaceError where its file is gone, damaged or too large.
        """
        return opened(known, weight, self._cache)

    @cached_property
    def _by_postscript(self) -> dict[str, KnownFace]:
        found: dict[str, KnownFace] = {}
        for face in self.faces:
            found.setdefault(plain(face.postscript), face)
        return found

    @cached_property
    def _by_name(self) -> dict[str, tuple[KnownFace, ...]]:
        found: dict[str, list[KnownFace]] = {}
        for face in self.faces:
            for name in {plain(name) for name in face.names}:
                found.setdefault(name, []).append(face)
        return {name: tuple(faces) for name, faces in found.items()}


def nearest(faces: Iterable[KnownFace], weight: int, *, italic: bool = False) -> KnownFace | None:
    """The face whose weight is nearest, upright or italic as asked where there are both."""

    def far(face: KnownFace) -> tuple[bool, float]:
        axis = face.axis
        at = face.weight if axis is None else min(max(weight, axis.low), axis.high)
        return face.italic != italic, abs(at - weight)

    return min(faces, key=far, default=None)
