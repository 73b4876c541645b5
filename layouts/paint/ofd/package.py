"""The zip that an OFD is (GB/T 33190-2016 5): the same parts give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LEVEL = 6
"""zlib's level: places of glyphs are digits, of which it saves more than of a PDF's operators."""

_PACKED = frozenset({".jpg", ".png"})
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""

_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts by their names, in their order."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _BEGINNING)
            # else what the file says of its making depends on the system
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            stored = any(name.endswith(suffix) for suffix in _PACKED)
            archive.writestr(entry, data, ZIP_STORED if stored else ZIP_DEFLATED, LEVEL)
    return out.getvalue()
