"""Draws the photos of the sample issue: `python resources/sample/make_photos.py` (needs numpy and
Pillow, nothing of ours).

They are computed from noise and perspective, with fixed seeds, so that the sample needs nobody's
leave. LICENSE.md says CC0.
"""

from __future__ import annotations

from make_photos_avenue import avenue
from make_photos_dawn import dawn
from make_photos_nightfall import nightfall
from make_photos_reading_room import reading_room
from make_photos_tools import FOLDER, save


def main() -> None:
    """Write the four photos of the sample issue."""
    FOLDER.mkdir(exist_ok=True)
    for seed, (name, picture) in enumerate(
        (
            ("dawn.jpg", dawn),
            ("reading-room.jpg", reading_room),
            ("avenue.jpg", avenue),
            ("nightfall.jpg", nightfall),
        )
    ):
        save(name, picture(), seed)
        print(f"{name}: {(FOLDER / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
