"""How evenly lines are set: every paragraph of both manuscripts, the sample and some that are hard,
broken in the style `clreq` to 34, 20, 16 and 14 em, and beside a photo that leaves as much; a table
of gaps, last lines and line ends.

    python tests/text/measure_lines.py [--before CHECKOUT] [--list]

With another checkout of the project, what that one does stands first in each cell. `--list` shows
the lines that are left short. Not collected by pytest: the table stands in docs/line-setting.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "manuscripts"

MEASURES = (34, 20, 16, 14)
"""Em of the lines measured."""

INDENT = 2.0
WIDE, BESIDE = 34.0, range(1, 9)
"""Em of the column in which a photo stands, and the lines of a paragraph beside it."""

BOUND, BOUND_BESIDE = 0.08, 0.12
"""Em a gap that lines are to keep to, and those beside photos."""

LOOSE, TIGHT = 0.05, 0.75
"""A gap (em) from which a line looks loose (typography.md 1.7), and the part of what its marks can
give from which it looks tight."""

SHORT = 1e-3
"""Em: what is missing less at the end of a line is nothing but rounding."""


class MeasuredLine(NamedTuple):
    """One line: how far its gaps open and what is missing at its end (em), the part of what its
    marks can give that they give, its characters, and whether it is the last of several.
    """

    gap: float
    missing: float
    squeezed: float
    text: str
    last: bool


Measured = dict[str, list[list[MeasuredLine]]]
"""The lines of every paragraph, by how they were broken."""


def measured() -> Measured:
    """All paragraphs broken by the checkout that runs this."""
    from composing import BODY, CLREQ

    from fonts.catalogue import Catalogue
    from layouts.text.beside import beside_photo
    from layouts.text.prepare import Typesetter

    typesetter = Typesetter(Catalogue())
    found: Measured = {}
    texts = list(_texts())
    for em in MEASURES:
        alone: list[list[MeasuredLine]] = []
        beside: list[list[MeasuredLine]] = []
        for text in texts:
            # as flow does: narrow columns hyphenate, and so does text beside photos
            prepared = typesetter.prepare(text, BODY, CLREQ, hyphenate=em < 22)
            alone.append(_lines(prepared, lambda k, em=em: em - (0.0 if k else INDENT)))
            if em < WIDE:
                narrow = beside_photo(typesetter.prepare(text, BODY, CLREQ, hyphenate=True))
                beside.append(_lines(narrow, lambda k, em=em: _slot(k, em)))
        found[f"{em} em"] = alone
        if beside:
            found[f"{em} em beside a photo"] = beside
    return found


def _slot(k: int, em: float) -> float:
    return (em if k in BESIDE else WIDE) - (0.0 if k else INDENT)


def _texts() -> Iterator[Any]:
    """Every paragraph of the issues, and those that are hard."""
    from hard_paragraphs import HARD

    from layouts.issue.article import Paragraph
    from layouts.issue.text import Text
    from layouts.manuscript import read_manuscript

    sample = ROOT / "resources" / "sample" / "issue.md"
    for path in (*sorted(SHARED.glob("*.md")), sample, ROOT / "tests" / "golden" / "issue.md"):
        issue, _ = read_manuscript(path)
        for section in issue.sections:
            for article in section.articles:
                for block in article.blocks:
                    if isinstance(block, Paragraph):
                        yield block.text
    yield from map(Text, HARD)


def _lines(prepared: Any, measure: Callable[[int], float]) -> list[MeasuredLine]:
    from layouts.text.breaking import break_lines
    from layouts.text.justify import adjust
    from layouts.text.line_room import shrinkable, stretchable

    lines = break_lines(prepared, measure)
    found: list[MeasuredLine] = []
    for line in lines:
        adjustment = adjust(prepared, line)
        given = sum(change for _, change in adjustment.changes)
        opened = adjustment.gap * stretchable(prepared, line.start, line.end)
        over = line.content - line.width
        room = shrinkable(prepared, line.start, line.end)
        missing = 0.0 if line.last else line.width - line.content - given - opened
        string = prepared.string[line.start : line.end] + ("-" if line.hyphen else "")
        found.append(
            MeasuredLine(
                adjustment.gap,
                missing if missing > SHORT else 0.0,
                over / room if over > SHORT and room else 0.0,
                string.rstrip(),
                line.last and len(lines) > 1,
            )
        )
    return found


class Figures(NamedTuple):
    """What the table tells of some paragraphs."""

    lines: int
    within: int
    widest: float
    short: int
    ones: int
    twos: int
    alike: int
    uneven: int


def figures(paragraphs: Sequence[Sequence[MeasuredLine]], bound: float) -> Figures:
    """What the table tells of some paragraphs, whose lines are to keep to a bound."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    lasts = [len(line.text.rstrip(MARKS)) for line in lines if line.last]
    return Figures(
        len(lines),
        sum(line.gap <= bound + SHORT and not line.missing for line in lines),
        max(line.gap for line in lines),
        sum(line.missing > 0 for line in lines),
        sum(size <= 1 for size in lasts),
        sum(size == 2 for size in lasts),
        sum(_alike(paragraph) for paragraph in paragraphs),
        sum(
            (a.gap > LOOSE and b.squeezed > TIGHT) or (b.gap > LOOSE and a.squeezed > TIGHT)
            for paragraph in paragraphs
            for a, b in pairwise(paragraph)
        ),
    )


MARKS = "。，、；：！？”’）》」』】〉…—"


def _alike(paragraph: Sequence[MeasuredLine]) -> int:
    """How often three lines in a row end with the same character."""
    ends = [line.text[-1:] for line in paragraph if not line.last]
    return sum(ends[k] == ends[k + 1] == ends[k + 2] for k in range(len(ends) - 2))


ROWS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("lines", lambda f: f"{f.lines:,}"),
    ("within the bound", lambda f: f"{100 * f.within / f.lines:.2f} %"),
    ("widest gap, em", lambda f: f"{f.widest:.3f}"),
    ("left short", lambda f: str(f.short)),
    ("last lines of one character", lambda f: str(f.ones)),
    ("of two", lambda f: str(f.twos)),
    ("three line ends alike", lambda f: str(f.alike)),
    ("a loose line beside a tight one", lambda f: str(f.uneven)),
)


def table(runs: Sequence[Measured]) -> str:
    """The figures of some runs beside each other, in Markdown."""
    names = list(runs[-1])
    bounds = {name: BOUND_BESIDE if "photo" in name else BOUND for name in names}
    columns = [[figures(run[name], bounds[name]) for run in runs] for name in names]
    columns.append([_summed(parts) for parts in zip(*columns, strict=True)])
    out = ["| | " + " | ".join((*names, "all")) + " |", "|---|" + "---:|" * len(columns)]
    for title, cell in ROWS:
        cells: list[str] = []
        for column in columns:
            told = [cell(one) for one in column]
            cells.append(" → ".join(told) if len(set(told)) > 1 else told[0])
        out.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(out)


def _summed(parts: Sequence[Figures]) -> Figures:
    total = Figures(*(sum(values) for values in zip(*parts, strict=True)))
    return total._replace(widest=max(part.widest for part in parts))


def _run(checkout: Path) -> Measured:
    environment = {**os.environ, "PYTHONPATH": f"{checkout}{os.pathsep}{checkout / 'tests'}"}
    command = [sys.executable, __file__, "--one"]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    told = json.loads(done.stdout)
    return {
        name: [[MeasuredLine(*line) for line in paragraph] for paragraph in paragraphs]
        for name, paragraphs in told.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--before", type=Path, help="another checkout to compare with")
    parser.add_argument("--list", action="store_true", help="show the lines that are left short")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        json.dump(measured(), sys.stdout)
        return
    runs = [_run(checkout) for checkout in (options.before, ROOT) if checkout]
    print(table(runs))
    if options.list:
        for name, paragraphs in runs[-1].items():
            for line in (line for paragraph in paragraphs for line in paragraph if line.missing):
                print(f"{name}: {line.missing:.2f} em short, {line.gap:.3f} a gap: {line.text}")


if __name__ == "__main__":
    main()
