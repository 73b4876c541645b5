"""Makes the profile of black ink alone out of that of all four: `python
resources/build_grey_profile.py`.

ISO Coated v2 300 % carries the measurements that it was made of (FOGRA39L, its tag `targ`): among
them how light paper is under 0 to 100 % of black ink. Those make an ICC profile of one component
(ICC.1:2001-04 6.3.3, monochrome output profiles): for each grey the light that comes back, measured
against the paper. Between two measurements the gain of the dots (Murray-Davies) is interpolated in
a straight line. The darkest grey is the ink, which gives back 2 % of the light, and no ideal black.

The same profile gives the same bytes.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from itertools import pairwise
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "profiles"
SOURCE: Final = "ISOcoated_v2_300_bas.icc"
TARGET: Final = "FOGRA39_black.icc"

NAME: Final = "Black ink on coated paper (FOGRA39, from ISO Coated v2 300% basICColor)"
RIGHTS: Final = (
    "Altered from ISO Coated v2 300% (basICColor), Copyright (c) 2007-2010 basICColor "
    "GmbH; zlib licence"
)

STEPS: Final = 256
D50: Final = (0.9642, 1.0, 0.8249)
MADE: Final = (2026, 11, 29, 0, 0, 0)

Ramp = list[tuple[float, float]]
"""How much black there is, in parts of one, and the light that comes back, in parts of what the
paper gives back.
"""


def tags(profile: bytes) -> dict[bytes, bytes]:
    """The tags of a profile by signature (ICC.1:2001-04 6.2)."""
    (count,) = struct.unpack_from(">I", profile, 128)
    entries = [struct.unpack_from(">4sII", profile, 132 + 12 * k) for k in range(count)]
    return {signature: profile[start : start + length] for signature, start, length in entries}


def black_ramp(measurements: str) -> Ramp:
    """The measured patches without cyan, magenta and yellow; CGATS text of C, M, Y, K in per cent
    and L*, a*, b*.
    """
    lightness: dict[float, float] = {}
    _, _, rows = measurements.partition("BEGIN_DATA\n")
    for line in rows.partition("END_DATA")[0].splitlines():
        cyan, magenta, yellow, black, light, *_ = map(float, line.split())
        if cyan == magenta == yellow == 0:
            lightness[black / 100] = luminance(light)
    return [(black, light / lightness[0.0]) for black, light in sorted(lightness.items())]


def luminance(lightness: float) -> float:
    """The relative luminance of an L* (CIE 15:2018 8.2.1)."""
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389


def light_of(black: float, ramp: Ramp) -> float:
    """The light under an amount of black, by the part of the paper that its dots cover
    (Murray-Davies).
    """
    solid = ramp[-1][1]
    covered = [(at, (1 - light) / (1 - solid)) for at, light in ramp]
    k = min(bisect_right([at for at, _ in covered], black), len(covered) - 1)
    (before, low), (after, high) = covered[k - 1], covered[k]
    part = low + (high - low) * (black - before) / (after - before)
    return 1 - part * (1 - solid)


def grey_profile(source: bytes) -> bytes:
    """The profile of black alone, out of the one of four inks."""
    known = tags(source)
    ramp = black_ramp(
        known[b"targ"][8:].rstrip(b"\0").decode("ascii").replace("\r\n", "\n").replace("\r", "\n")
    )
    curve = [round(65535 * light_of(1 - grey / (STEPS - 1), ramp)) for grey in range(STEPS)]
    if any(lighter <= darker for darker, lighter in pairwise(curve)):
        raise SystemExit("the measurements are no ramp")
    name, rights = NAME.encode("ascii") + b"\0", RIGHTS.encode("ascii") + b"\0"
    description = (
        b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    )
    parts = {
        b"desc": description,
        b"cprt": b"text" + bytes(4) + rights,
        b"wtpt": known[b"wtpt"],
        b"kTRC": b"curv" + bytes(4) + struct.pack(f">I{STEPS}H", STEPS, *curve),
    }
    return assembled(parts)


def assembled(parts: dict[bytes, bytes]) -> bytes:
    """Header, table of tags and tags, each on a multiple of four (ICC.1:2001-04 6.1)."""
    at = 128 + 4 + 12 * len(parts)
    table, body = struct.pack(">I", len(parts)), b""
    for signature, data in parts.items():
        table += struct.pack(">4sII", signature, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    illuminant = struct.pack(">3i", *(round(part * 65536) for part in D50))
    header = struct.pack(
        ">I4xI4s4s4s6H4s", at + len(body), 0x02100000, b"prtr", b"GRAY", b"XYZ ", *MADE, b"acsp"
    )
    return (header + bytes(24) + struct.pack(">I", 1) + illuminant).ljust(128, b"\0") + table + body


if __name__ == "__main__":
    (FOLDER / TARGET).write_bytes(grey_profile((FOLDER / SOURCE).read_bytes()))
    print(f"{TARGET}: {(FOLDER / TARGET).stat().st_size} bytes")
