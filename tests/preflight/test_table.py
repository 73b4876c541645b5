"""docs/preflight.md and the code say the same: every code, its levels, its fix, whether it may be accepted."""

from __future__ import annotations

import re
from pathlib import Path

from layouts.preflight.codes import RULES

ROOT = Path(__file__).parents[2]


def rows() -> list[list[str]]:
    text = (ROOT / "docs" / "preflight.md").read_text("utf8")
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_of_the_manual_is_that_of_the_code() -> None:
    told = [(code.strip("`"), levels, zh, en, fix != "–", accept == "yes") for code, levels, zh, en, fix, accept in rows()]
    assert told == [(rule.code, ", ".join(rule.levels), rule.zh, rule.en, bool(rule.fix), rule.may_stand) for rule in RULES]


def test_every_code_that_is_reported_is_in_the_table() -> None:
    reported: set[str] = set()
    for path in (ROOT / "layouts" / "preflight").glob("*.py"):
        reported |= set(re.findall(r'(?:found|_about|Flaw)\(\s*"([a-z-]+)"', path.read_text("utf8")))
    for path in (ROOT / "layouts" / "flow").glob("*.py"):
        reported |= set(re.findall(r'Finding\(\s*"\w+",\s*"([a-z-]+)"', path.read_text("utf8")))
    assert reported <= {rule.code for rule in RULES}
    assert {rule.code for rule in RULES} - reported == {"photo-unusable", "photo-damaged"}  # those of compose and press
