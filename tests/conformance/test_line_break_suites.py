"""UAX #14 with our tailoring off, and CSS line-break: strict for zh through our filter."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from layouts.house.text_style import Prohibition
from layouts.text.classes import ClassTable
from layouts.text.opportunities import FORBIDDEN, break_map, unicode_breaks
from layouts.text.spacing import resolve_quotes

Count = Callable[[str, int, int], None]


def cases_of_unicode(suites: Path) -> list[tuple[str, list[int]]]:
    """Each string of LineBreakTest with its break offsets in code points, the end included."""
    cases: list[tuple[str, list[int]]] = []
    with gzip.open(suites / "LineBreakTest-17.0.0.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            marks = line.split("#", 1)[0].split()
            if marks:
                text = "".join(chr(int(code, 16)) for code in marks[1::2])
                cases.append((text, [k for k, mark in enumerate(marks[::2]) if mark == "÷"]))
    return cases


def test_every_string_of_line_break_test_17_breaks_as_unicode_says(
    suites: Path, count: Count
) -> None:
    cases = cases_of_unicode(suites)
    wrong = [
        (text, unicode_breaks(text, "root"), breaks)
        for text, breaks in cases
        if unicode_breaks(text, "root") != breaks
    ]
    count("LineBreakTest 17.0.0, tailoring off", len(cases) - len(wrong), len(cases))
    assert len(cases) == 19338
    assert wrong == []


@pytest.mark.parametrize("level", [Prohibition.GB, Prohibition.STRICT])
def test_no_line_starts_with_what_css_strict_forbids_in_chinese(
    suites: Path, count: Count, level: Prohibition
) -> None:
    rows = [
        row.split("\t")
        for row in (suites / "w3c-zh-line-break-before.tsv").read_text("utf8").splitlines()
        if row.startswith("zh\tstrict\t")
    ]
    table = ClassTable()
    wrong: list[str] = []
    for _, _, code, name, expected in rows:
        text = f"国{chr(int(code, 16))}国"
        broken = break_map(text, resolve_quotes(text.translate(table)), level)[1] != FORBIDDEN
        if broken != (expected == "allow"):
            wrong.append(f"U+{code} {name}: {expected}")
    count(f"w3c zh line-break: strict at level {level}", len(rows) - len(wrong), len(rows))
    assert len(rows) == 36
    assert wrong == []


def test_the_suite_has_the_rows_it_had(suites: Path) -> None:
    with (suites / "w3c-zh-line-break-before.tsv").open(encoding="utf8") as lines:
        rows = [
            row for row in csv.reader(lines, delimiter="\t") if len(row) == 5 and row[0] == "zh"
        ]
    assert len(rows) == 108
