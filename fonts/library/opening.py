"""A known face becomes a font file of one face, in memory; of a variable one, the instance of a
weight.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from fonts.library.instancing import ONE_AXIS, instance, version
from fonts.library.keeping import keep, kept
from fonts.library.known import FaceError, FaceFile, KnownFace
from fonts.library.sfnt import one_face, open_font

_LEFT = ("DSIG", "EBDT", "EBLC", "EBSC", "SVG ", "sbix", "CBDT", "CBLC", "COLR", "CPAL")
"""Tables that no page needs: signatures, bitmaps, colours."""

MOST_KEPT = 400_000_000
"""Bytes of instances in the cache folder; beyond, those made longest ago go."""

_DIGEST = 16


def opened(known: KnownFace, weight: int | None, cache: Path | None) -> FaceFile:
    """A face read into memory. FaceError where it is gone, damaged or too large."""
    data = read_face(known)
    at = weight_of(known, weight)
    if known.axes or known.outlines == "CFF2":
        data = _instanced(known, data, at, cache)
    return FaceFile(known.path, known.index, data, at)


def weight_of(known: KnownFace, weight: int | None) -> int | None:
    """The weight that a variable face is instanced at for the one asked; None for other faces."""
    axis = known.axis
    if axis is None:
        return None
    return round(axis.default if weight is None else min(max(weight, axis.low), axis.high))


def read_face(known: KnownFace) -> bytes:
    """A font file of a known face alone, its axes as they are. FaceError as `opened`."""
    with open_font(known.path) as file:
        if (file.size, file.modified) != (known.size, known.modified):
            # another file by now: it may hold any face, and none that was asked for
            raise FaceError(known.path, "gone")
        try:
            faces = file.faces()
            if known.index >= len(faces):
                raise FaceError(known.path, "damaged")
            # HarfBuzz makes CFF of CFF2 where it takes an axis away, so one that has none gets one
            still = known.outlines == "CFF2" and not known.axes
            add = {"fvar": ONE_AXIS} if still else None
            return one_face(file, faces[known.index], _LEFT, add)
        except OSError as error:
            raise FaceError(known.path, "gone") from error


def _instanced(known: KnownFace, data: bytes, weight: int | None, cache: Path | None) -> bytes:
    place = None
    if cache:
        named = blake2b(data, digest_size=_DIGEST, key=version().encode()).hexdigest()
        place = cache / "instances" / f"{named}-{weight}"
        found = kept(place)
        # whole, and no other program's: it begins with the digest of what follows
        if found and found[:_DIGEST] == _digest(found[_DIGEST:]):
            return found[_DIGEST:]
    made = instance(data, weight)
    if made is None:
        raise FaceError(known.path, "damaged")
    if place:
        keep(place, _digest(made) + made)
        _prune(place.parent)
    return made


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _prune(folder: Path) -> None:
    """Let go of the oldest instances; another process may be doing the same."""
    with suppress(OSError):
        states = sorted(
            ((path, path.stat()) for path in folder.iterdir()),
            key=lambda one: one[1].st_mtime_ns,
            reverse=True,
        )
        total = 0
        for path, state in states:
            total += state.st_size
            if total > MOST_KEPT:
                path.unlink(missing_ok=True)
