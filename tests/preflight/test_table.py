"""docs/preflight.md and the code say the same: every code, its levels, its fix, whether it may be
accepted.
"""

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
    told = [
        (code.strip("`"), levels, zh, en, fix != "–", accept == "yes")
        for code, levels, zh, en, fix, accept in rows()
    ]
    assert told == [
        (rule.code, ", ".join(rule.levels), rule.zh, rule.en, bool(rule.fix), rule.may_stand)
        for rule in RULES
    ]


def test_every_code_that_is_reported_is_in_the_table() -> None:
    reported: set[str] = set()
    for path in (ROOT / "layouts" / "preflight").glob("*.py"):
        reported |= set(
            re.findall(r'(?:found|_about|Flaw)\(\s*"([a-z-]+)"', path.read_text("utf8"))
        )
    for path in (ROOT / "layouts" / "flow").glob("*.py"):
        reported |= set(re.findall(r'Finding\(\s*"\w+",\s*"([a-z-]+)"', path.read_text("utf8")))
    slips = ROOT / "layouts" / "importing" / "wording" / "slip.py"
    reported |= set(re.findall(r'(?m)^[A-Z_]+ = "([a-z-]+)"', slips.read_text("utf8")))
    assert reported <= {rule.code for rule in RULES}
    # those of compose and press
    assert {rule.code for rule in RULES} - reported == {
        "photo-unusable",
        "contour-not-found",
        "photo-damaged",
    }


def makers() -> list[tuple[Path, str]]:
    """What the comments of the table say: the module or folder that reports a code."""
    preflight = ROOT / "layouts" / "preflight"
    text = (
        (preflight / "codes.py").read_text("utf8").partition("RULES = (")[2].partition("\n)\n")[0]
    )
    told: list[tuple[Path, str]] = []
    maker = preflight
    for comment, code in re.findall(
        r"(?m)^    # (?:found while composing, )?([\w/.]*\w)|^    CheckRule\(\s*\"([a-z-]+)\"", text
    ):
        if comment:
            maker = (ROOT if "/" in comment else preflight) / comment
        else:
            told.append((maker, code))
    return told


def test_every_code_stands_under_the_module_that_reports_it() -> None:
    assert [code for _, code in makers()] == [rule.code for rule in RULES]
    for maker, code in makers():
        modules = sorted(maker.glob("*.py")) if maker.is_dir() else [maker]
        assert any(f'"{code}"' in module.read_text("utf8") for module in modules), (maker, code)
