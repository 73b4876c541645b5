"""A font file becomes the faces it holds, by a few of their tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from struct import iter_unpack

from fonts.library.coverage import count_hanzi
from fonts.library.known import Axis, FaceError, KnownFace, Outlines
from fonts.library.names import (
    COPYRIGHT,
    FAMILY,
    FULL,
    LICENCE,
    LICENCE_URL,
    MAC_FULL,
    MAKER,
    POSTSCRIPT,
    STYLE,
    TYPOGRAPHIC_FAMILY,
    TYPOGRAPHIC_STYLE,
    WWS_FAMILY,
    Record,
    by_language,
    one_name,
    read_names,
)
from fonts.library.sfnt import FaceTables, FontFile, open_font

_MOST_TABLE = 4_000_000
"""Bytes read of a table of names or characters; the largest, a character map with all variation
sequences, has 250,000.
"""

_NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap")

_REGULAR, _BOLD = 400, 700


def read_faces(path: str) -> tuple[KnownFace, ...]:
    """The faces of a font file in the order of their indexes.

    FaceError where it holds none that can be used; one without outlines in a collection is passed
    over.
    """
    with open_font(path) as file:
        hanzi: dict[object, int] = {}
        every = file.faces()
        try:
            found = [_known(file, index, face, hanzi) for index, face in enumerate(every)]
        except OSError as error:
            raise FaceError(path, "gone") from error
    faces = tuple(face for face in found if face is not None)
    if not faces:
        readable = any(_outlines(face) or face.is_cut for face in every)
        raise FaceError(path, "damaged" if readable else "no-outlines")
    return faces


def _known(
    file: FontFile, index: int, face: FaceTables, hanzi: dict[object, int]
) -> KnownFace | None:
    outlines = _outlines(face)
    if outlines is None or any(tag not in face.places for tag in _NEEDED):
        return None
    names = read_names(file.table(face, "name", _MOST_TABLE))
    os2 = file.table(face, "OS/2", 100)
    head = file.table(face, "head", 54)
    maps = face.places["cmap"]
    # the faces of a collection share theirs
    if maps not in hanzi:
        hanzi[maps] = count_hanzi(
            file.table(face, "cmap", _MOST_TABLE), file.table(face, "maxp", 32)
        )
    families = by_language(names, TYPOGRAPHIC_FAMILY, FAMILY)
    mac_style = int.from_bytes(head[44:46], "big")
    return KnownFace(
        path=file.path,
        index=index,
        postscript=_postscript(names, file.path, index),
        families=families,
        full_names=by_language(names, FULL),
        aliases=_aliases(names, families),
        style=one_name(names, TYPOGRAPHIC_STYLE, STYLE),
        weight=_weight(os2, mac_style),
        italic=bool(mac_style & 2 or int.from_bytes(os2[62:64], "big") & 0x201),
        outlines=outlines,
        axes=_axes(file.table(face, "fvar", 65536)),
        fs_type=int.from_bytes(os2[8:10], "big") if len(os2) >= 10 else None,
        vendor=os2[58:62].decode("latin-1").strip("\0 ") if len(os2) >= 62 else "",
        maker=one_name(names, MAKER),
        copyright=one_name(names, COPYRIGHT),
        licence=one_name(names, LICENCE),
        licence_url=one_name(names, LICENCE_URL),
        hanzi=hanzi[maps],
        size=file.size,
        modified=file.modified,
    )


def _outlines(face: FaceTables) -> Outlines | None:
    if "glyf" in face.places and "loca" in face.places:
        return "glyf"
    if "CFF2" in face.places:
        return "CFF2"
    return "CFF" if "CFF " in face.places else None


def _postscript(names: list[Record], path: str, index: int) -> str:
    """The PostScript name; for a face without one, a name by its file."""
    found = "".join(char for char in one_name(names, POSTSCRIPT)[:63] if not char.isspace())
    return found or f"{Path(path).stem}-{index}"


def _aliases(names: list[Record], families: Mapping[str, str]) -> tuple[str, ...]:
    ids = (FAMILY, MAC_FULL, WWS_FAMILY)
    every = dict.fromkeys(name.text for name in names if name.name_id in ids)
    return tuple(name for name in every if name not in families.values())


def _weight(os2: bytes, mac_style: int) -> int:
    weight = int.from_bytes(os2[4:6], "big")
    # one to nine: the scale of fonts before 1995
    if 1 <= weight <= 9:
        weight *= 100
    if 100 <= weight <= 1000:
        return weight
    return _BOLD if mac_style & 1 else _REGULAR


def _axes(fvar: bytes) -> Mapping[str, Axis]:
    """The axes of a variable face by tag, none where the table is damaged (OpenType, fvar)."""
    if len(fvar) < 16:
        return {}
    start, count, size = (int.from_bytes(fvar[at : at + 2], "big") for at in (4, 8, 10))
    listed = fvar[start : start + count * size]
    if size != 20 or len(listed) < count * size:
        return {}
    return {
        tag.decode("latin-1"): Axis(low / 65536, default / 65536, high / 65536)
        for tag, low, default, high in iter_unpack(">4slll4x", listed)
        if low <= default <= high
    }
