"""Changes the program in one place at a time and looks whether a test notices: a long run, not
collected by pytest.

    python tests/mutants.py [--most 155] [--seed 1] [--only layouts/text] [--at-once 2]

Places are drawn by chance from the modules of AREAS: a comparison turned, a sum made a difference,
`and` made `or`, a condition negated, a number made larger. Each runs the tests of its area, one
process each, until the first that fails. What survives is listed with its line: a place where a
fault could come in and nobody would see it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
AREAS = {
    "layouts/text": ["tests/text", "tests/golden"],
    "layouts/flow": ["tests/flow"],
    "layouts/manuscript": ["tests/manuscript"],
    "layouts/issue": ["tests/issue"],
    "layouts/house": ["tests/house"],
    "layouts/store": ["tests/store"],
    "layouts/imaging": ["tests/imaging", "tests/prepress/test_photo_colour.py"],
    "layouts/prepress": ["tests/prepress"],
    "layouts/paint": ["tests/paint"],
    "layouts/pdf": ["tests/pdf", "tests/paint/test_pdf_structure.py"],
    "layouts/preflight": ["tests/preflight"],
    "layouts/proof": ["tests/proof"],
    "layouts/imposition": ["tests/imposition"],
    "desktop/canvas": ["tests/gui/canvas_painting", "tests/gui/test_gestures_alone.py", "tests/gui/test_gestures.py", "tests/gui/test_caret.py", "tests/gui/test_view.py", "tests/gui/test_across_pages.py"],
}  # fmt: skip
"""The tests that speak of a folder's behaviour, quickest first."""

PATIENCE = 600
"""Seconds; a change after which the tests do not end is noticed."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the file, relative to the repository, the line, what it says in words, and the
    file's text with it.
    """

    file: str
    line: int
    change: str
    text: str


def changed(node: ast.AST) -> tuple[ast.expr, str] | None:
    """An expression in a node, and what to write in its place so that it means something else; None
    where nothing is to be changed.
    """
    match node:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            return node, ast.unparse(
                ast.Compare(node.left, [_TURNED[type(op)]()], node.comparators)
            )
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            return node, ast.unparse(
                ast.BinOp(left, ast.Sub() if isinstance(op, ast.Add) else ast.Add(), right)
            )
        case ast.BoolOp(op=op, values=values):
            return node, ast.unparse(
                ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            )
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return node, ast.unparse(operand)
        case ast.If(test=test) | ast.IfExp(test=test):
            return test, f"not ({ast.unparse(test)})"
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return node, repr(value + 1)
        case _:
            return None


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All changes of a module, inside its functions."""
    source = path.read_bytes()
    starts = [0, *(k + 1 for k, byte in enumerate(source) if byte == ord("\n"))]
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in _inside(function):
            try:
                found = changed(node)
            except ValueError:  # ast.unparse of Python 3.11 cannot write every f-string
                continue
            if found is None:
                continue
            was, now = found
            start, end = (
                starts[was.lineno - 1] + was.col_offset,
                starts[(was.end_lineno or 0) - 1] + (was.end_col_offset or 0),
            )
            text = (source[:start] + f"({now})".encode() + source[end:]).decode()
            shown = source[start:end].decode().splitlines()[0]
            yield Mutant(
                str(path.relative_to(ROOT)), was.lineno, f"{shown}  →  {now.splitlines()[0]}", text
            )


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes under one, but for annotations and decorators, and strings with values, of whose
    insides Python 3.11 knows no place.
    """
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if (
                isinstance(child, ast.AST)
                and field not in ("annotation", "returns", "decorator_list")
                and not isinstance(child, ast.JoinedStr)
            ):
                yield child
                yield from _inside(child)


def house(folder: Path) -> Path:
    """A copy of the program that may be changed: code copied, all else linked."""
    home = folder / "house"
    home.mkdir(parents=True)
    for entry in ROOT.iterdir():
        if entry.name in ("layouts", "desktop"):
            shutil.copytree(entry, home / entry.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif not entry.name.startswith("."):
            (home / entry.name).symlink_to(entry)
    if (ROOT.parent / "shared").exists():
        (folder / "shared").symlink_to(ROOT.parent / "shared")
    return home


def survives(mutant: Mutant, home: Path) -> bool:
    """Whether the tests of its area pass with it."""
    file = home / mutant.file
    before = file.read_text("utf8")
    try:
        file.write_text(mutant.text, "utf8")
        return passes(area_of(mutant.file), home)
    finally:
        file.write_text(before, "utf8")


def area_of(file: str) -> str:
    """The area a file belongs to."""
    return next(area for area in AREAS if file.startswith(area))


def passes(area: str, home: Path) -> bool:
    """Whether the tests of an area pass as the house stands."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        *AREAS[area],
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return (
            subprocess.run(
                command,
                cwd=home,
                env=environment,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
            ).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=155)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    files = [
        path
        for area in AREAS
        for path in sorted((ROOT / area).rglob("*.py"))
        if str(path.relative_to(ROOT)).startswith(options.only)
    ]
    found = [mutant for path in files for mutant in mutants_of(path)]
    drawn = random.Random(options.seed).sample(found, min(options.most, len(found)))
    alive = 0
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        ThreadPoolExecutor(options.at_once) as pool,
    ):
        houses: Queue[Path] = Queue()
        for k in range(options.at_once):
            houses.put(house(Path(folder) / str(k)))
        first = Path(folder) / "0" / "house"
        for area in sorted({area_of(mutant.file) for mutant in drawn}):
            if not passes(area, first):
                sys.exit(f"the tests of {area} fail without any change")

        def one(mutant: Mutant) -> bool:
            home = houses.get()
            try:
                return survives(mutant, home)
            finally:
                houses.put(home)

        for mutant, survived in zip(drawn, pool.map(one, drawn), strict=True):
            if survived:
                alive += 1
                print(f"{mutant.file}:{mutant.line}  {mutant.change}", flush=True)
    print(
        f"{len(drawn)} of {len(found)} changes (seed {options.seed}), {len(drawn) - alive} noticed: {(len(drawn) - alive) / len(drawn):.0%}"
    )


if __name__ == "__main__":
    main()
