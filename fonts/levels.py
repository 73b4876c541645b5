"""How far faces of others are raised, kept in the user's cache: measuring 500 Hanzi of PostScript
outlines takes as long as setting a page.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from fonts.face import Face
from fonts.library.keeping import keep, kept
from fonts.library.known import FaceError, KnownFace
from fonts.measuring import level
from fonts.subset import subset

FORM = 1
"""Changes with how levels are measured, and with Song Regular: what was kept before is not used."""

MOST = 2_000
"""Faces that are remembered; beyond that it begins anew."""

Name = tuple[str, int, int, int, int]
"""Path, index, size, time of the file, and the weight of an instance, 0 where it is none."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    form: int
    levels: list[tuple[Name, float]]


def kept_level(
    cache: Path | None, known: KnownFace, weight: int | None, face: Face, ours: Face
) -> float:
    """`level` of a face, out of the cache where it was measured before.

    FaceError where the face cannot be embedded for its tables are broken: tried once, when it is
    measured.
    """
    file = cache / "levels.msgpack" if cache else None
    name = (known.path, known.index, known.size, known.modified, weight or 0)
    before = _read(file) if file else {}
    if name in before:
        return before[name]
    try:
        subset(face, [0])
    except ValueError as error:
        raise FaceError(known.path, "damaged") from error
    found = level(face, ours)
    if file:
        levels = {**(before if len(before) < MOST else {}), name: found}
        keep(file, msgspec.msgpack.encode(_Kept(FORM, list(levels.items()))))
    return found


def _read(file: Path) -> dict[Name, float]:
    """What was kept; nothing where it is damaged or of another version."""
    try:
        found = msgspec.msgpack.decode(kept(file) or b"", type=_Kept)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
    return dict(found.levels) if found.form == FORM else {}
