"""What tidying must mend, and what it must leave, in sentences of every kind; twice is once."""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts.importing.tidying import ALL_RULES, RULES, PassageRole, TidyChoice, tidy_text
from layouts.issue.text import Text

FOLDER = Path(__file__).parent / "tidying"

STAY_CONTEXTS = (
    "{}",
    "近日，云栖区图书馆的{}受到好评。",
    "{}由区图书馆提供。",
    "馆长介绍：{}，大家很满意。",
    "（见{}）",
    "“{}”是今年的主题。",
    "共有{}；详见附件。",
)
MEND_CONTEXTS = (
    ("{}", "{}"),
    ("据悉，{}", "据悉，{}"),
    ("会上，陆明远说，{}", "会上，陆明远说，{}"),
)
"""A rule that looks at the beginning of a line is tried there alone."""

AT_START = {"tabs-and-bullets", "list-labels"}


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def stays() -> list[str]:
    made = [
        context.format(fragment) for _, fragment in rows("stays.txt") for context in STAY_CONTEXTS
    ]
    return made + ["\t".join(row) for row in rows("stay_lines.txt")]


def mends() -> list[tuple[str, str, str]]:
    made: list[tuple[str, str, str]] = []
    for rule, *rest in rows("mends.tsv"):
        half = len(rest) // 2
        typed, meant = "\t".join(rest[: len(rest) - 1]), rest[-1]
        del half
        starts = rule in AT_START or typed.startswith(("-", "—", "(", "一、", "（一）", "1."))
        for before, after in MEND_CONTEXTS[: 1 if starts else None]:
            made.append((rule, before.format(typed), after.format(meant)))
    return made


def tidied(string: str, choice: TidyChoice = ALL_RULES) -> str:
    return tidy_text(Text(string), choice)[0].string


def test_there_are_a_thousand_lines_that_stay_and_three_hundred_that_do_not():
    assert len(stays()) >= 1000
    assert len(mends()) >= 300


def test_what_is_right_stays():
    changed = [(line, tidied(line)) for line in stays() if tidied(line) != line]
    assert changed == []


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule_mends_what_it_is_for(rule):
    wrong = [
        (typed, tidied(typed), meant)
        for name, typed, meant in mends()
        if name == rule and tidied(typed) != meant
    ]
    assert wrong == []


def test_twice_is_once():
    lines = stays() + [typed for _, typed, _ in mends()]
    assert [line for line in map(tidied, lines) if tidied(line) != line] == []


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule_alone_done_twice_is_done_once(rule):
    alone = TidyChoice(frozenset({rule}))
    lines = [typed for _, typed, _ in mends()]
    once = [tidied(line, alone) for line in lines]
    assert [line for line in once if tidied(line, alone) != line] == []


@pytest.mark.parametrize(
    "role",
    [
        PassageRole.TITLE,
        PassageRole.HEADING,
        PassageRole.CAPTION,
        PassageRole.CELL,
        PassageRole.BYLINE,
    ],
)
def test_what_is_right_stays_wherever_it_stands(role):
    changed = [line for line in stays() if tidy_text(Text(line), role=role)[0].string != line]
    assert changed == []
