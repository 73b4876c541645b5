"""The header of an ICC profile (ICC.1 7.2): what kind of device it is of."""

from __future__ import annotations

from msgspec import Struct

HEADER = 128

COMPONENTS = {"CMYK": 4, "RGB": 3, "GRAY": 1, "Lab": 3}


class Profile(Struct, frozen=True):
    """What a profile says of itself: major version, device class such as `prtr`, colour space such
    as `CMYK`.
    """

    version: int
    kind: str
    space: str

    @property
    def components(self) -> int:
        """Of a colour; 0 for a space that we do not know."""
        return COMPONENTS.get(self.space, 0)


def profile(data: bytes) -> Profile | None:
    """The header; None where it is no profile."""
    if len(data) < HEADER or data[36:40] != b"acsp":
        return None
    return Profile(
        data[8], data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip()
    )
