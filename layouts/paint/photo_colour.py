"""Photos for an export preset: the colours and the resolution it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from layouts.paint.images import embed, probe
from layouts.paint.pictures import PackedPhoto, named_photos
from layouts.paint.preset import Preset
from layouts.paint.raster import Raster


class Use(NamedTuple):
    """The largest size at which an issue shows a photo: of the whole photo, uncropped, in points."""

    width: float
    height: float


def pack_for(uses: Mapping[str, Use], preset: Preset, profile: bytes, workers: int) -> dict[str, PackedPhoto]:  # noqa: ARG001
    """The photos by path, in the colours of a preset. PhotoError for one that cannot be read."""
    return named_photos({path: _raster(path, preset, profile) for path in uses})


def _raster(path: str, preset: Preset, profile: bytes) -> Raster:
    photo = probe(Path(path))
    if preset.colour == "rgb":
        return embed(photo)
    from layouts.paint.colour import Separation, print_raster

    return print_raster(photo.path, photo.kind, Separation(profile) if preset.colour == "cmyk" else None)
