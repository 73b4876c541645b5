"""Reads, opens, instances, draws, shapes and subsets mutated faces, each of which must give a face
or a reason.

    python tests/fonts/fuzzing_faces.py [--cases 5000] [--seed 1] [--processes 2] [--keep FOLDER]

Bit flips, truncations, numbers at their limits, tables pointed elsewhere, doubled, dropped and
swapped, composites that hold themselves, faces of a collection that are one. Each case is done by a
worker process, which is ended after five seconds, may hold 500 MB more than an idle one, and is
missed when it dies: HarfBuzz is C++, which no Python exception stops. Seeded: the same call, the
same cases.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from math import isfinite
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import making  # noqa: E402, after the path

from fonts.face import Face  # noqa: E402
from fonts.library.known import FaceError  # noqa: E402
from fonts.library.library import FaceLibrary  # noqa: E402
from fonts.measuring import capitals, em_box, level, reach  # noqa: E402
from fonts.raster import GlyphRaster  # noqa: E402
from fonts.subset import subset  # noqa: E402

SECONDS = 5
MEMORY = 500_000_000
LIMITS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
SAMPLE = "永国酬爱郁灵鹰袋，。“”—1a"

SONG = Face("song", making.OURS / "BanxinSong-Regular.ttf")

Mutation = Callable[[random.Random, bytes], bytes]


def seeds() -> list[tuple[str, bytes]]:
    """A face of each kind, with names, layout, axes and composites."""
    kai = making.OURS / "BanxinKai-Regular.ttf"
    found = {
        "glyf": making.squares(SAMPLE, names=making.chinese((1, "方正小标宋_GBK"))),
        "cff": making.squares(SAMPLE, cff=True),
        "variable": making.variable(),
        "cff2": making.variable(cff2=True),
        "kai": making.cut(kai, SAMPLE, features=["*"]),
        "composite": making.nested(),
    }
    written = [(name, _bytes(font)) for name, font in found.items()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "c.ttc")
        making.collection([making.squares(), making.squares(cff=True)], path)
        return [*written, ("collection", path.read_bytes())]


def _bytes(font: object) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def limited(chance: random.Random, data: bytes) -> bytes:
    """Numbers of two or four bytes at their limits."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        size = chance.choice((2, 4))
        at = chance.randrange(0, max(len(changed) - size, 1)) // 2 * 2
        number = chance.choice(LIMITS) & ((1 << 8 * size) - 1)
        changed[at : at + size] = number.to_bytes(size, "big")
    return bytes(changed)


def table_changed(chance: random.Random, data: bytes) -> bytes:
    """As `limited`, within one table: large ones would take all the changes."""
    places = _tables(data)
    if not places:
        return flipped(chance, data)
    _, offset, length = chance.choice(places)
    part = data[offset : offset + min(length, chance.choice((16, 64, 256, 1 << 20)))]
    if len(part) < 4:
        return data
    changed = chance.choice((flipped, limited))(chance, part)
    return data[:offset] + changed + data[offset + len(part) :]


def table_moved(chance: random.Random, data: bytes) -> bytes:
    """A table that points elsewhere, is longer than it is, or is another one."""
    places = _tables(data)
    if not places:
        return limited(chance, data)
    at, offset, length = chance.choice(places)
    _, other, other_length = chance.choice(places)
    entry = chance.choice(
        (
            (chance.choice(LIMITS), length),
            (offset, chance.choice(LIMITS)),
            (other, other_length),
            (offset, max(length - chance.randrange(1, 64), 0)),
            (offset + chance.choice((1, 2, 4, 100)), length),
        )
    )
    moved = b"".join(min(number, 0xFFFFFFFF).to_bytes(4, "big") for number in entry)
    return data[: at + 8] + moved + data[at + 16 :]


def table_renamed(chance: random.Random, data: bytes) -> bytes:
    places = _tables(data)
    if not places:
        return cut(chance, data)
    at, _, _ = chance.choice(places)
    tags = (
        b"glyf",
        b"CFF ",
        b"CFF2",
        b"fvar",
        b"gvar",
        b"name",
        b"cmap",
        b"GSUB",
        b"VARC",
        b"avar",
    )
    return data[:at] + chance.choice(tags) + data[at + 4 :]


def filled(chance: random.Random, data: bytes) -> bytes:
    """A stretch of one byte, or of chance."""
    at = chance.randrange(len(data))
    length = chance.choice((4, 32, 512))
    new = bytes([chance.choice((0, 1, 0xFF))]) * length
    if chance.random() < 0.5:
        new = chance.randbytes(length)
    return data[:at] + new + data[at + length :]


def _tables(data: bytes) -> list[tuple[int, int, int]]:
    """Where each entry of a table directory lies, and what it says: offset, length."""
    start = 0
    if data[:4] == b"ttcf":
        start = int.from_bytes(data[12:16], "big")
    count = min(int.from_bytes(data[start + 4 : start + 6], "big"), 64)
    every = [
        (
            at,
            int.from_bytes(data[at + 8 : at + 12], "big"),
            int.from_bytes(data[at + 12 : at + 16], "big"),
        )
        for at in range(start + 12, start + 12 + 16 * count, 16)
    ]
    return [entry for entry in every if entry[1] + entry[2] <= len(data)]


MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    cut,
    limited,
    table_changed,
    table_changed,
    table_changed,
    table_moved,
    table_renamed,
    filled,
)


def case(seed: int, number: int, every: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The face of a case, and which kind it was made of."""
    chance = random.Random(f"{seed}-{number}")
    name, data = chance.choice(every)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if data:
            data = chance.choice(MUTATIONS)(chance, data)
    return name, data


def used(folder: Path) -> str:
    """Everything that is done with a face of others: what came of it."""
    library = FaceLibrary((folder,), folder / "cache", system=False)
    if not library.faces:
        return str(library.unread[0].why)
    outcome = "used"
    for known in library.faces[:2]:
        try:
            data = library.open(known, 550).data
        except FaceError as error:
            outcome = error.why
            continue
        face = Face("foreign", Path(known.path), data=data, is_deep=known.outlines == "CFF2")
        raster = GlyphRaster()
        glyphs = {face.glyph(char) for char in SAMPLE}
        for glyph in (*glyphs, 0, 1, 5, 0xFFFF):
            face.advance(glyph)
            face.ink(glyph)
            face.outline(glyph)
            raster.coverage(face, glyph, 32.0, (4.0, 28.0), (40, 40))
        level(face, SONG)
        numbers = (*reach(face), capitals(face), *em_box(face), *face.bounds)
        assert all(map(isfinite, numbers)), "a measure that is no number"
        face.shape(SAMPLE, {"vert": True, "locl": True, "palt": True})
        try:
            subset(face, glyphs)
        except ValueError:
            outcome = "no subset"
    return outcome


def work(pipe: Connection, folder: Path) -> None:
    """A worker: cases in, outcomes out, until none comes."""
    path = folder / "face.ttf"
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, resource.RLIM_INFINITY))
    while (data := pipe.recv_bytes()) != b"end":
        path.write_bytes(data)
        began = time.process_time()
        try:
            outcome = used(folder)
        except BaseException as error:  # noqa: BLE001, whatever it is, it is what we look for
            outcome = f"FAILED {type(error).__name__}: {error}"[:200]
        pipe.send((outcome, time.process_time() - began))


class Worker:
    """A process that does cases, begun anew where one ended it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tmp-fuzz-")
        self._begin()

    def _begin(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("fork").Process(
            target=work, args=(theirs, Path(self._folder.name)), daemon=True
        )
        self._process.start()
        theirs.close()

    def do(self, data: bytes) -> tuple[str, float]:
        """What came of a case, and the seconds of the processor that it took."""
        try:
            self._pipe.send_bytes(data)
            if self._pipe.poll(SECONDS * 3):
                return self._pipe.recv()
            outcome = f"FAILED more than {SECONDS} s"
        except (EOFError, OSError):
            self._process.join(1)
            outcome = f"FAILED the process ended, {self._process.exitcode}"
        self._process.kill()
        self._process.join()
        self._begin()
        return outcome, float(SECONDS)

    def end(self) -> None:
        self._pipe.send_bytes(b"end")
        self._process.join()
        self._folder.cleanup()


def run(cases: int, seed: int, processes: int, keep: Path | None) -> int:
    """The failures among so many cases, each told."""
    every, lock = seeds(), Lock()
    numbers, outcomes, failures = iter(range(cases)), Counter[str](), 0
    slowest, began = (0.0, ""), time.monotonic()
    workers = [Worker() for _ in range(processes)]

    def labour(worker: Worker) -> None:
        nonlocal failures, slowest
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            name, data = case(seed, number, every)
            outcome, took = worker.do(data)
            with lock:
                slowest = max(slowest, (took, f"{name} {number}"))
                if outcome.startswith("FAILED") or took > SECONDS:
                    failures += 1
                    print(f"{name} {number}: {outcome}, {took:.1f} s", flush=True)
                    if keep:
                        keep.mkdir(exist_ok=True)
                        (keep / f"{name}-{number}.ttf").write_bytes(data)
                outcomes[outcome if not outcome.startswith("FAILED") else "FAILED"] += 1

    threads = [Thread(target=labour, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for worker in workers:
        worker.end()
    print(
        f"{cases} cases (seed {seed}) in {time.monotonic() - began:.0f} s, {failures} failures, "
        f"slowest {slowest[0]:.2f} s ({slowest[1]})"
    )
    print("; ".join(f"{name} {count}" for name, count in sorted(outcomes.items())))
    return failures


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for the faces that fail")
    options = parser.parse_args()
    sys.exit(1 if run(options.cases, options.seed, options.processes, options.keep) else 0)


if __name__ == "__main__":
    main()
