"""JPEGs of low quality, for files that must be small."""

from __future__ import annotations

import io

from PIL import Image

QUALITY = 60
"""JPEG quality: what shows on a screen only beside the original. Its colours are stored at half the
resolution, which the eye does not see at all.
"""


def smaller_jpeg(photo: bytes) -> bytes:
    """A JPEG of low quality; as it is where it has four inks."""
    with Image.open(io.BytesIO(photo), formats=("JPEG",)) as image:
        if image.mode not in {"L", "RGB"}:
            return photo
        out = io.BytesIO()
        image.save(out, "JPEG", quality=QUALITY, subsampling="4:2:0", optimize=True, comment=b"")
    return out.getvalue()
