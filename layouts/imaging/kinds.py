"""The kinds of pictures that can be set: how their files begin and what they are called. The one
list that dialogs, drops, imports and packages go by.
"""

from __future__ import annotations

HEAD = 64
"""Bytes of a file that tell its kind."""

_MAGIC = (
    ("JPEG", b"\xff\xd8\xff"),
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("TIFF", b"II*\0"),
    ("TIFF", b"MM\0*"),
    # BigTIFF, whose offsets are of eight bytes
    ("TIFF", b"II+\0"),
    ("TIFF", b"MM\0+"),
    ("GIF", b"GIF87a"),
    ("GIF", b"GIF89a"),
    ("BMP", b"BM"),
)

_HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
"""Brands of the file type box (ISO/IEC 23008-12 annex B, AVIF 1.1 6)."""

SUFFIXES: dict[str, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "HEIF": (".heic", ".heif", ".hif"),
    "AVIF": (".avif",),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp",),
    "GIF": (".gif",),
}
"""How the names of files of each kind end, the usual one first."""

ART_SUFFIXES = (".svg", ".png", *SUFFIXES["JPEG"], *SUFFIXES["TIFF"])
"""How the names of pictures end that a layout may name: drawings, and the kinds that scanners and
drawing programs write.
"""

PHOTO_SUFFIXES = tuple(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)


def kind_of(head: bytes) -> str | None:
    """What a file is by its first `HEAD` bytes; None where it is no picture that can be set."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        # between the two stands the length of the file
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    return next((kind for kind, magic in _MAGIC if head.startswith(magic)), None)


def _by_brand(head: bytes) -> str | None:
    """HEIF and AVIF share a container; where the first brand leaves it open, one of the others
    says AVIF.
    """
    end = min(len(head), int.from_bytes(head[:4], "big"))
    brand = head[8:12]
    brands = {brand, *(head[at : at + 4] for at in range(16, end - 3, 4))}
    if brand in _AVIF_BRANDS or (brand in {b"mif1", b"msf1"} and brands & _AVIF_BRANDS):
        return "AVIF"
    return "HEIF" if brand in _HEIF_BRANDS else None
