"""Faces by key, ours and those of others, opened when first asked for, and who stands in where a
face lacks a character.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import convert

from fonts.face import Face
from fonts.roles import BETWEEN, names_of

if TYPE_CHECKING:
    from fonts.choosing import ChosenFace, FacePlace, ForeignFaces
    from fonts.library.library import FaceLibrary

FOLDER = Path(__file__).resolve().parent

LAST_RESORTS = ("song", "kai")
"""Song Regular holds 30,000 glyphs: all of URO and Ext A and every symbol.

Kai holds 1,700 rarer Hanzi of names (𠮷) that no other has.
"""

BOLD = frozenset(("song-bold", "song-black", "hei-bold", "latin-bold"))
"""Faces for which the last Latin letters and marks that no Chinese face has come from the bold
Latin face.
"""

SIBLINGS: dict[str, tuple[str, ...]] = {
    "song-bold": ("song-black", "hei-bold"),
    "song-black": ("song-bold", "hei-bold"),
    "hei-bold": ("song-bold", "hei"),
    "latin": ("latin-italic",),
    "latin-italic": ("latin",),
}
"""Faces to ask before the last resort, so that a bold run stays bold and Latin stays Latin."""


class Catalogue:
    """Every face by its key: ours, and those of others that a key of several names comes to.

    Faces stay open as long as the catalogue lives; it holds no other state. `folders` are those of
    the house, whose faces go before those of the system; nothing is looked for before a face of
    others is asked for.
    """

    def __init__(self, listing: Path = FOLDER / "faces.toml", folders: Sequence[Path] = ()) -> None:
        self._entries = tomllib.loads(listing.read_text("utf8"))
        self._folder = listing.parent / "faces"
        self._faces: dict[str, Face] = {}
        self._choices: dict[str, ChosenFace] = {}
        self._folders = tuple(folders)
        self._beside: Path | None = None
        self._others: ForeignFaces | None = None
        self._before: ForeignFaces | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of our faces, in the order of the listing."""
        return tuple(self._entries)

    def look_in(self, folder: Path | None) -> None:
        """Look in a folder too, before all others: where a layout lies that names faces of others;
        None where it lies with ours.

        What another layout's folder gave until now is found anew.
        """
        if folder != self._beside:
            self._beside = folder
            self.look_again()

    def look_again(self) -> None:
        """Find faces of others anew: folders changed. What pages are set in until now stays open,
        for they are still painted.
        """
        self._before = self._others or self._before
        self._others, self._choices = None, {}

    def face(self, key: str) -> Face:
        """The face called `key`; KeyError where there is none.

        One key of several names finds a face whose own `key` may be another.
        """
        face = self._faces.get(key)
        if face is not None:
            return face
        entry = self._entries.get(key)
        if entry is not None:
            face = self._faces[key] = Face(
                key, self._folder / entry["file"], shift=entry.get("shift", 0) / 1000
            )
            return face
        if BETWEEN in key:
            return self.face(self.choice(key).face)
        try:
            return self._foreign.face(key)
        except KeyError:
            if self._before is None:
                raise
            return self._before.face(key)

    def key(self, key: str) -> str:
        """What runs call the face that a key of several names came to; of one name itself."""
        return self.choice(key).face if BETWEEN in key else key

    def choice(self, key: str) -> ChosenFace:
        """What a key of several names comes to: the same every time."""
        choice = self._choices.get(key)
        if choice is None:
            choice = self._choices[key] = self._foreign.choose(key)
        return choice

    def is_ours(self, key: str) -> bool:
        """Whether the key of a face is that of one of ours."""
        return key in self._entries

    def postscript_name(self, key: str) -> str:
        """The PostScript name of a face, as it stands in its file and in a PDF."""
        entry = self._entries.get(key)
        if entry is not None:
            return entry["postscript"]
        return self._place(key).known.postscript

    def called(self, key: str) -> tuple[str, str]:
        """What a face is called, in Chinese and in English, with its style where that is not the
        regular one.
        """
        entry = self._entries.get(key)
        if entry is not None:
            zh, en = entry.get("family_zh", entry["family"]), entry["family"]
            style = entry["style"]
        else:
            known = self._place(key).known
            zh, en, style = known.name, known.latin, known.style
        behind = "" if style in PLAIN_STYLES else f" {style}"
        return zh + behind, en + behind

    def name_for(self, key: str) -> str:
        """The name by which a layout asks for a face: the family's where that finds it."""
        if key in self._entries:
            return key
        known = self._place(key).known
        library = self.library
        if library is not None and library.find(known.name) == known:
            return known.name
        return known.postscript

    def candidates(self, key: str, text: str = "") -> Iterator[Face]:
        """The faces to ask for a text wanted in face `key`, in their order: itself, its siblings,
        the last resorts, Latin, rare faces of the system.

        Private-use characters mean something in the face asked for alone.
        """
        first = self.face(key)
        yield first
        if any(map(_is_private, text)):
            return
        seen = {first.key}
        for face in self._further(key):
            if face.key not in seen:
                seen.add(face.key)
                yield face

    def covering(self, key: str, text: str) -> Face | None:
        """The first of the candidates that has every character of a text; None where there is
        none.
        """
        return next((face for face in self.candidates(key, text) if face.covers(text)), None)

    def places(self, keys: Iterable[str]) -> list[FacePlace]:
        """Where the faces of others among these were found, for another process to `adopt`."""
        return [self._place(key) for key in keys if key not in self._entries]

    def adopt(self, places: Sequence[object]) -> None:
        """Find faces of others where another process found them, which told their `places`.

        FaceError where one is not there any more.
        """
        if places:
            from fonts.choosing import FacePlace

            self._foreign.adopt(convert(places, list[FacePlace]))

    def foundry(self, key: str) -> str | None:
        """The foundry whose licence the embedding of a face of others wants."""
        from fonts.library.permission import foundry

        return foundry(self._place(key).known)

    def is_gone(self, key: str) -> bool:
        """Whether the file of a face of others in use is gone, or another by now."""
        return self._place(key).is_gone

    def _place(self, key: str) -> FacePlace:
        """Where a face of others was found, which is opened for it."""
        self.face(key)
        for others in (self._others, self._before):
            place = others.place(key) if others else None
            if place is not None:
                return place
        raise KeyError(key)

    def _further(self, key: str) -> Iterator[Face]:
        ours = names_of(key)[-1]
        if BETWEEN in key:
            yield from self._foreign.more(key, self.choice(key).face)
        elif ours not in self._entries:
            # a face of others by its own key: nothing says which of ours is of its kind
            ours = LAST_RESORTS[0]
        bold = ours in BOLD
        latin = "latin-bold" if bold else "latin"
        for candidate in (ours, *SIBLINGS.get(ours, ()), *LAST_RESORTS, latin):
            # a listing may hold fewer faces than ours
            if candidate in self._entries:
                yield self.face(candidate)
        yield from self._foreign.rare(bold=bold)

    @property
    def asks_elsewhere(self) -> bool:
        """Whether faces of others were asked for, on this system and in folders: what was set may
        depend on them.
        """
        return self._others is not None

    @property
    def library(self) -> FaceLibrary | None:
        """The faces of others that can be used here; None where only ours may be."""
        return self._foreign.library

    @property
    def _foreign(self) -> ForeignFaces:
        """The faces of others, made when the first is asked for: what it takes is loaded then."""
        if self._others is None:
            from fonts.choosing import ForeignFaces
            from fonts.library.keeping import user_cache

            folders = (*([self._beside] if self._beside else []), *self._folders)
            self._others = ForeignFaces(_library(folders), self.face, user_cache())
        return self._others


PLAIN_STYLES = frozenset(("", "Regular", "Book", "Normal", "Medium", "Light"))
"""Styles of which a family that has no other makes nothing."""

FACES_VARIABLE = "BANXIN_FACES"
"""The environment variable for scripts: folders of faces, parted as those of PATH are, which are
looked through as well; `none`: no faces but ours, so that every machine writes the same bytes.
"""


def _library(folders: Sequence[Path]) -> FaceLibrary | None:
    """The faces of others that can be used here."""
    named = os.environ.get(FACES_VARIABLE, "")
    if named == "none":
        return None
    from fonts.library.keeping import user_cache
    from fonts.library.library import FaceLibrary

    more = [Path(part) for part in named.split(os.pathsep) if part]
    return FaceLibrary([*folders, *more], user_cache())


def _is_private(char: str) -> bool:
    """Whether a character is one that means what a face makes it mean (Unicode 16, category Co)."""
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"
