"""Offices: what stands before a name, and whether two are the same."""

from __future__ import annotations

from layouts.importing.wording.words import CutText
from layouts.text.words import TITLES, listed

GENERAL = frozenset(
    listed(
        "同志 先生 女士 记者 代表 专家 医生 老师 模范 标兵 教授 院士 委员 干事 助理 工程师 会计师 "
        "经济师 巡视员 调研员"
    )
)
"""Words before a name that are no office which a list would have."""

OFFICES = tuple(sorted((title for title in TITLES if title not in GENERAL), key=len, reverse=True))
"""Offices by their last characters, the longest first."""

LONGEST_OFFICE = 24
"""Characters of an office with the body it is held in."""


def office_before(text: CutText, place: int) -> str:
    """The word for an office right before a name; empty where there is none."""
    word = text.word_before(place)
    return word if word.endswith(OFFICES) else ""


def are_offices(words: str) -> bool:
    """Whether words are offices and nothing else, parted by “、” (区委副书记、区长)."""
    parts = words.split("、")
    return all(part.endswith(OFFICES) and len(part) <= LONGEST_OFFICE for part in parts)


def core(office: str) -> tuple[str, bool]:
    """The last characters that name an office, and whether it is a deputy's (副)."""
    name = next((title for title in OFFICES if office.endswith(title)), "")
    before = office[: len(office) - len(name)]
    return name, before.endswith("副") or "副" in before[-3:]


def same_office(first: str, second: str) -> bool:
    """Whether two offices can be the same: one may name the body, the other not."""
    return core(first) == core(second)
