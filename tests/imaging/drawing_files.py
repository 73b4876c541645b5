"""Drawings written for the tests, good and bad."""

from __future__ import annotations

import random
from collections.abc import Iterator

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, view: str = "0 0 100 100", before: str = "") -> bytes:
    """A drawing; what is inside begins in line 2."""
    return f'{before}<svg {SPACE} viewBox="{view}">\n{inside}\n</svg>'.encode()


RICH = svg(
    """<style>.red{fill:#c8161d} #ring{fill-rule:evenodd}</style>
<defs><path id="leaf" d="M0 0C10 -10 20 -10 30 0S10 10 0 0z"/></defs>
<g transform="translate(50 50) rotate(30)" class="red"><use xlink:href="#leaf"/>
<use href="#leaf" transform="scale(-1 1)"/></g>
<path id="ring" class="red" d="M50 2a48 48 0 1 1 0 96a48 48 0 1 1 0-96zM50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z"/>
<rect x="10" y="80" width="30" height="8" rx="2" fill="rgb(10%, 20%, 30%)"/>
<circle cx="70" cy="84" r="6" fill="navy"/><polygon points="1,1 9,1 5,9"/>
<ellipse cx="30" cy="20" rx="9" ry="4" style="fill:#fff"/>"""
)
"""All that a drawing may have."""

_WORDS = [
    b"1e999", b"-1e308", b"NaN", b"0", b"#", b"url(#leaf)", b"<script/>", b"<use href='#leaf'/>",
    b"<!DOCTYPE svg [<!ENTITY a 'b'>]>", b"&a;", b"<g>", b"</g>", b"M", b"a", b"z", b"%", b"\0",
    b"transform=\"matrix(1e9 0 0 1 0 0)\"", b"<image href='file:///etc/passwd'/>", b"\xff\xfe",
    b" onload=\"x()\"", b"<style>@import url(//x);</style>", b"matrix(", b",,,,", b"stroke=\"red\"",
]  # fmt: skip


def mutants(seed: int, count: int) -> Iterator[bytes]:
    """Drawings with bytes changed, cut out, doubled and put in; the same for the same seed."""
    for number in range(count):
        dice = random.Random(f"{seed}:{number}")
        data = bytearray(RICH)
        for _ in range(dice.choice((1, 1, 2, 5))):
            at = dice.randrange(len(data) + 1)
            end = min(len(data), at + dice.randint(0, 60))
            match dice.randrange(9):
                case 0:
                    data[at:end] = b""
                case 1:
                    data[at:at] = data[at:end] * dice.randint(1, 400)
                case 2:
                    data[at:at] = dice.choice(_WORDS)
                case 3:
                    data[at:end] = bytes(dice.randrange(256) for _ in range(end - at))
                case 4 if data:
                    data[at % len(data)] ^= 1 << dice.randrange(8)
                case 5:
                    data[at:at] = str(dice.uniform(-1e9, 1e9)).encode()
                case _:  # another number in the place of one
                    found = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
                    if found:
                        data[dice.choice(found)] = dice.choice(b"0123456789.-e ")
        yield bytes(data)


def laughs(levels: int = 10) -> bytes:
    """A billion laughs."""
    entities = "".join(
        f'<!ENTITY l{k} "{f"&l{k - 1};" * 10 if k else "ha"}">' for k in range(levels)
    )
    return f"<!DOCTYPE svg [{entities}]><svg {SPACE}><title>&l{levels - 1};</title></svg>".encode()


def uses(levels: int) -> bytes:
    """Groups that each use the one before ten times."""
    groups = "".join(
        f'<g id="g{k}">{f"<use href={chr(34)}#g{k - 1}{chr(34)}/>" * 10}</g>'
        for k in range(1, levels)
    )
    return svg(f'<defs><path id="g0" d="M0 0h1v1z"/>{groups}</defs><use href="#g{levels - 1}"/>')
