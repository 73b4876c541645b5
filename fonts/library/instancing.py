"""One weight of a variable face as a face like any other, made by HarfBuzz's subsetter.

fontTools can do it too, in seventy times the time (measured: docs/performance.md) and without a
bound on what a hostile outline may cost; HarfBuzz counts its steps.
"""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

from struct import pack

import uharfbuzz as hb

WEIGHT = "wght"

ONE_AXIS = pack(">HHHHHHHH", 1, 0, 16, 2, 1, 20, 0, 8) + pack(
    ">4slllHH", WEIGHT.encode(), 100 << 16, 400 << 16, 900 << 16, 0, 256
)
"""An axis table (OpenType, fvar) with an axis of weight that nothing varies on."""


def version() -> str:
    """Whose instances these are: another HarfBuzz may write other bytes."""
    return hb.version_string()


def instance(data: bytes, weight: int | None) -> bytes | None:
    """A font file of one face without axes: at `weight`, which lies on its axis, every other axis
    where its maker left it; CFF2 becomes CFF, which a PDF can hold.

    The same bytes for the same face and weight. None where its tables are damaged.
    """
    face = hb.Face(hb.Blob(data))
    request = hb.SubsetInput()
    request.keep_everything()
    request.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    # the axes themselves are not asked for: their tags may be no text
    if face.has_var_data:
        request.pin_all_axes_to_default(face)
        if weight is not None:
            request.pin_axis_location(face, WEIGHT, float(weight))
    try:
        made = hb.subset(face, request).blob.data
    except (RuntimeError, ValueError, MemoryError):
        return None
    # left as it was where the axes are damaged
    kept = {"CFF2", "fvar"}.intersection(hb.Face(hb.Blob(made)).table_tags)
    return None if kept or not made else bytes(made)
