"""Which of an editor's own faces a key of several names comes to, opened and brought level with
ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from fonts.face import Face
from fonts.levels import kept_level
from fonts.library.known import FaceError, KnownFace
from fonts.library.permission import permission
from fonts.roles import names_of, parted

if TYPE_CHECKING:
    from fonts.library.library import FaceLibrary

RARE = (
    "SimSun-ExtB",
    "SimSun-ExtG",
    "Songti SC",
    "HanaMinA",
    "HanaMinB",
    "BabelStone Han",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
)
"""Faces that systems may have with Hanzi that no face of ours has, in the order they are asked."""

LEAST_BOLD, BOLD_WEIGHT = 600, 700
"""From which weight on a face counts as bold, and that of an instance (OpenType, usWeightClass)."""

Why = Literal["missing", "forbidden", "damaged", "too-large", "gone", "no-hanzi"]


class PassedOver(Struct, frozen=True):
    """A name of a key whose face is not used, and why."""

    name: str
    why: Why


class ChosenFace(Struct, frozen=True):
    """What a key of several names came to.

    `face` is the key of the face used, ours or another's; `passed` are the names before it whose
    faces are not.
    """

    key: str
    face: str
    passed: tuple[PassedOver, ...] = ()


class FacePlace(Struct, frozen=True):
    """A face of others as another process finds it: its key, its file, the weight of an instance,
    and how far it is raised, where that was measured.
    """

    key: str
    known: KnownFace
    weight: int | None
    shift: float | None = None

    @property
    def is_gone(self) -> bool:
        """Whether its file is there no longer, or is another by now."""
        try:
            state = os.stat(self.known.path)  # noqa: PTH116, as the index asks
        except OSError:
            return True
        return (state.st_size, state.st_mtime_ns) != (self.known.size, self.known.modified)


class ForeignFaces:
    """The faces of others that were asked for.

    What was opened stays: a file that is gone later is still printed from. `cache` is a folder for
    what was measured, None to keep nothing.
    """

    def __init__(
        self, library: FaceLibrary | None, ours: Callable[[str], Face], cache: Path | None = None
    ) -> None:
        self.library = library
        self._cache = cache
        self._ours = ours
        self._places: dict[str, FacePlace] = {}
        self._faces: dict[str, Face] = {}
        self._unopened: dict[str, Why] = {}
        self._rare: dict[str, Face | None] = {}

    def choose(self, key: str) -> ChosenFace:
        """The face that a key of several names comes to: the first of its names that there is and
        that may be embedded, else one of the same role, else ours.
        """
        *names, ours = names_of(key)
        latin = ours.startswith("latin")
        passed: list[PassedOver] = []
        for name in names:
            found = self._named(name, latin=latin)
            if isinstance(found, Face):
                return ChosenFace(key, found.key, tuple(passed))
            # a family without a bold of its own has lost nothing: a bolder one of its kind is meant
            if not name.endswith("@bold"):
                passed.append(PassedOver(name, found))
        for name in () if latin else names:
            stand_in = self._same_role(name)
            if stand_in is not None:
                return ChosenFace(key, stand_in.key, tuple(passed))
        return ChosenFace(key, ours, tuple(passed))

    def face(self, key: str) -> Face:
        """The face of a key that `choose` gave here or in another process; KeyError where there is
        none.
        """
        face = self._faces.get(key)
        if face is not None:
            return face
        known, weight = self._known(key)
        if known is None:
            raise KeyError(key)
        opened = self._open(known, weight)
        if not isinstance(opened, Face):
            raise KeyError(key)
        # by whatever way it was found, it is what this key calls
        self._faces[key] = opened
        return opened

    def more(self, key: str, used: str) -> Iterator[Face]:
        """The faces to ask for what face `used` of a key lacks: the sibling of the same design,
        then those that the key names behind it.
        """
        place = self._places.get(used)
        if place is not None and self.library is not None:
            sibling = self.library.sibling(place.known)
            if sibling is not None and isinstance(face := self._open(sibling, None), Face):
                yield face
        *names, ours = names_of(key)
        for name in names:
            found = self._named(name, latin=ours.startswith("latin"))
            if isinstance(found, Face) and found.key != used:
                yield found

    def rare(self, *, bold: bool) -> Iterator[Face]:
        """Faces of the system for Hanzi that none of ours has; the bold ones first where the text
        is bold.
        """
        if self.library is None:
            return
        for suffix in ("@bold", "") if bold else ("",):
            for name in RARE:
                if name + suffix not in self._rare:
                    found = self._named(name + suffix, latin=False)
                    self._rare[name + suffix] = found if isinstance(found, Face) else None
                face = self._rare[name + suffix]
                if face is not None:
                    yield face

    def place(self, key: str) -> FacePlace | None:
        """Where a face of others was found; None for one that was not asked for."""
        return self._places.get(key)

    def adopt(self, places: list[FacePlace]) -> None:
        """Find faces where another process found them. FaceError where one is not there."""
        for place in places:
            if place.key not in self._faces:
                self._keep(place)

    def _named(self, name: str, *, latin: bool) -> Face | Why:
        """The face of one name of a key, or why it is not used."""
        if self.library is None:
            return "missing"
        bare, behind = parted(name)
        weight = None if behind in ("", "bold") else int(behind)
        known = self.library.find(bare, weight)
        if known is not None and behind == "bold":
            known, weight = self._bold(known)
        if known is None:
            return "missing"
        if not known.hanzi and not latin:
            return "no-hanzi"
        return self._open(known, weight)

    def _bold(self, known: KnownFace) -> tuple[KnownFace | None, int | None]:
        """The bold of a face's family, and the weight to have it at."""
        if known.weight >= LEAST_BOLD:
            return known, None
        if known.axis is not None and known.axis.high >= LEAST_BOLD:
            return known, BOLD_WEIGHT
        return (self.library.bolder(known) if self.library else None), None

    def _same_role(self, name: str) -> Face | None:
        bare, behind = parted(name)
        stand_in = self.library.stand_in(bare) if self.library and not behind else None
        if stand_in is None or not stand_in.hanzi:
            return None
        face = self._open(stand_in, None)
        return face if isinstance(face, Face) else None

    def _open(self, known: KnownFace, weight: int | None) -> Face | Why:
        """The face, opened and level with ours; what cannot be opened is not tried again."""
        if known.axis is None:
            weight = None
        key = self._key(known, weight)
        if key in self._faces:
            return self._faces[key]
        if key not in self._unopened:
            if not permission(known).embeds:
                self._unopened[key] = "forbidden"
            else:
                try:
                    return self._keep(FacePlace(key, known, weight))
                except FaceError as error:
                    self._unopened[key] = _why(error)
        return self._unopened[key]

    def _keep(self, place: FacePlace) -> Face:
        if self.library is None:
            raise FaceError(place.known.path, "gone")
        file = self.library.open(place.known, place.weight)
        whole = permission(place.known).whole_only
        face = Face(
            place.key,
            Path(file.path),
            file.index,
            data=file.data,
            whole=whole,
            is_deep=place.known.outlines == "CFF2",
        )
        if place.shift is None:
            song = self._ours("song")
            face.shift = kept_level(self._cache, place.known, place.weight, face, song)
        else:
            face.shift = place.shift
        self._faces[place.key] = face
        self._places[place.key] = replace(place, shift=face.shift)
        return face

    def _key(self, known: KnownFace, weight: int | None) -> str:
        """What runs call a face: its PostScript name, what tells two of one name apart, and the
        weight of an instance.
        """
        key = known.postscript
        if self.library is None or self.library.find(key) != known:
            key += f"#{crc32(f'{known.path}:{known.index}'.encode()):08x}"
        return key if weight is None else f"{key}@{weight}"

    def _known(self, key: str) -> tuple[KnownFace | None, int | None]:
        """The face that a key of `_key` calls, and the weight of its instance."""
        if self.library is None:
            return None, None
        bare, behind = parted(key)
        weight = int(behind) if behind.isdecimal() else None
        found = self.library.find(bare)
        if found is not None and self._key(found, weight) == key:
            return found, weight
        other = next((one for one in self.library.faces if self._key(one, weight) == key), None)
        return other, weight


def _why(error: FaceError) -> Why:
    """Why a face that is known could not be opened."""
    return error.why if error.why in ("gone", "too-large") else "damaged"
