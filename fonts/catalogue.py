"""The faces we ship, by key, opened when first asked for, and who stands in where a face lacks a
character.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from fonts.face import Face

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
    """Every face by its key.

    Faces stay open as long as the catalogue lives; it holds no other state.
    """

    def __init__(self, listing: Path = FOLDER / "faces.toml") -> None:
        self._entries = tomllib.loads(listing.read_text("utf8"))
        self._folder = listing.parent / "faces"
        self._faces: dict[str, Face] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all faces, in the order of the listing."""
        return tuple(self._entries)

    def face(self, key: str) -> Face:
        """The face called `key`; KeyError where there is none."""
        face = self._faces.get(key)
        if face is None:
            entry = self._entries[key]
            face = self._faces[key] = Face(
                key, self._folder / entry["file"], shift=entry.get("shift", 0) / 1000
            )
        return face

    def postscript_name(self, key: str) -> str:
        """The PostScript name of a face, as it stands in its file and in a PDF."""
        return self._entries[key]["postscript"]

    def candidates(self, key: str) -> Iterator[Face]:
        """The faces to ask for what is wanted in face `key`, in their order: itself, its siblings,
        the last resorts, Latin.
        """
        latin = "latin-bold" if key in BOLD else "latin"
        # each once, where it comes first
        for candidate in dict.fromkeys((key, *SIBLINGS.get(key, ()), *LAST_RESORTS, latin)):
            # a listing may hold fewer faces than ours
            if candidate in self._entries:
                yield self.face(candidate)

    def covering(self, key: str, text: str) -> Face | None:
        """The first of the candidates that has every character of a text; None where there is
        none.
        """
        return next((face for face in self.candidates(key) if face.covers(text)), None)
