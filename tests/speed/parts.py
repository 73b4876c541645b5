"""What single parts cost beside a yardstick measured in the same run, and how they grow: ratios, so
that another machine gives much the same.

    python tests/speed/parts.py [--rounds 9]

The yardstick is sorting 100,000 numbers that were shuffled the same way. Each part is timed beside
it, round by round; medians are printed. `growth` is the time of four times as much work divided by
four: about 1.00 where a part is linear. The last column is what was measured on 2026-11-29.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

TITLE = "副区长沈嘉禾赴湖滨集团所属公交公司督导国庆假期客运服务保障和安全生产工作并慰问一线职工"
NEWSLETTER = {
    "song": 1000,
    "song-bold": 120,
    "song-black": 40,
    "hei": 120,
    "kai": 400,
    "fangsong": 120,
    "latin": 60,
}
"""Glyphs of each face that an issue of eleven pages uses."""


class Part(NamedTuple):
    """One thing the program does: `run(n)` does it for n times as much; `grows` where that has a
    meaning.
    """

    name: str
    run: Callable[[int], object]
    grows: bool
    noted: float


def parts() -> list[Part]:
    """All parts that are measured."""
    from fonts.catalogue import Catalogue
    from fonts.subset import subset
    from layouts.text.headline import balance, headline_units
    from layouts.text.words import Dictionary, open_words
    from resources import resource

    words = open_words()
    units = headline_units(TITLE, lambda start, end: float(end - start), words)
    catalogue = Catalogue()
    glyphs = {
        key: [catalogue.face(key).glyph(chr(0x4E00 + 7 * k)) for k in range(count)]
        for key, count in NEWSLETTER.items()
    }
    return [
        Part(
            "opening the word list",
            lambda _: Dictionary(resource("words/words.dat")),
            grows=False,
            noted=0.012,
        ),
        Part(
            "cutting 4,500 characters into words",
            lambda n: words.segment("高质量发展中沈嘉禾" * 500 * n),
            grows=True,
            noted=2.453,
        ),
        Part(
            "balancing a title of forty units",
            lambda _: balance(units, 24),
            grows=False,
            noted=0.008,
        ),
        Part(
            "subsetting the faces of a newsletter",
            lambda _: [subset(catalogue.face(key), some) for key, some in glyphs.items()],
            grows=False,
            noted=0.467,
        ),
    ]


def seconds(work: Callable[[], object]) -> float:
    """How long this process was busy with it."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    numbers = list(range(100_000))
    random.Random(1).shuffle(numbers)
    print(f"{'':40} {'yardsticks':>11} {'growth':>7} {'noted':>7}")
    for part in parts():
        part.run(1)
        beside: list[float] = []
        growth: list[float] = []
        for _ in range(rounds):
            yardstick = seconds(lambda: sorted(numbers))
            once = seconds(lambda part=part: part.run(1))
            beside.append(once / yardstick)
            if part.grows:
                growth.append(seconds(lambda part=part: part.run(4)) / once / 4)
        grown = f"{statistics.median(growth):7.2f}" if growth else " " * 7
        print(f"{part.name:40} {statistics.median(beside):11.3f} {grown} {part.noted:7.3f}")


if __name__ == "__main__":
    main()
