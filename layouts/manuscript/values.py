"""Values of the front matter: each as YAML has it written, read as what its key means or refused
with half a sentence.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from layouts.issue.fields import FieldKind
from layouts.issue.masthead import COLOPHON
from layouts.messages.front_matter import (
    ACCEPTED_MISSPELT,
    NOT_A_DATE,
    NOT_A_NUMBER_OF_COPIES,
    NOT_ABOVE_ZERO,
    NOT_AN_ISSUE_NUMBER,
    NOT_ONE_LINE,
    NOT_TRUE_OR_FALSE,
    RECEIVER_TWICE,
    RECEIVER_UNKNOWN,
    RECEIVERS_MISSPELT,
)
from layouts.messages.message import Message
from layouts.patterns import later

Written: TypeAlias = "str | Sequence[Written] | Mapping[str, Written] | None"
"""A value with its scalars as the editor typed them (`007`, `2025-8-31`); None for an empty one."""

_YES = {"true", "yes", "on", "是", "有", "要"}
_NO = {"false", "no", "off", "否", "无", "不要"}
_RECEIVERS = {
    word: field.name
    for field in COLOPHON
    if field.kind is FieldKind.RECEIVERS
    for word in field.words
}
_RECEIVER = later(
    # at the start or behind a stop or space: 发 and 送 end other words too (印发：)
    rf"(?:^|(?<=[\s;；。，,]))({'|'.join(word for word in _RECEIVERS if not word.isascii())})[:：]"
)
"""A receiver's word in one line of text."""


class BadValueError(Exception):
    """What is wrong with a value, to follow “the value of …” in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        """Half a sentence in each language."""
        super().__init__(en)
        self.zh = zh
        self.en = en


def shown(value: Written) -> str:
    """A value as a sentence may quote it: on one line and short."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def one_line(value: Written) -> str:
    """Text on one line, its spaces as typed but for those at the ends."""
    if not isinstance(value, str):
        raise BadValueError(*NOT_ONE_LINE())
    return " ".join(filter(None, map(str.strip, value.splitlines())))


def read_number(value: Written) -> int:
    """An issue number: 14, 第 14 期, 十四."""
    return _counted(value, r"(?:总?第)?\s*({})\s*期?", NOT_AN_ISSUE_NUMBER)


def read_copies(value: Written) -> int:
    """Copies printed: 120, 共印 120 份."""
    return _counted(value, r"(?:共印)?\s*({})\s*份?", NOT_A_NUMBER_OF_COPIES)


def _counted(value: Written, pattern: str, otherwise: Message) -> int:
    from layouts.manuscript.numerals import read_counted

    number = read_counted(value.strip(), pattern) if isinstance(value, str) else None
    if number is None:
        raise BadValueError(*otherwise(value=shown(value)))
    if number < 1:
        raise BadValueError(*NOT_ABOVE_ZERO(value=shown(value)))
    return number


def read_date(value: Written) -> datetime.date:
    """A day: 2025-08-31, 2025 年 8 月 31 日, 二〇二五年八月三十一日."""
    from layouts.manuscript.numerals import read_day

    if not isinstance(value, str) or (day := read_day(value.strip())) is None:
        raise BadValueError(*NOT_A_DATE(value=shown(value)))
    return day


def flag(value: Written) -> bool:
    """What 是, 否, true, false … mean. BadValueError where it is none of these."""
    word = value.strip().lower() if isinstance(value, str) else None
    if word not in _YES | _NO:
        raise BadValueError(*NOT_TRUE_OR_FALSE(value=shown(value)))
    return word in _YES


def read_distribution(value: Written) -> dict[str, str]:
    """Who receives the issue, by the names of Colophon: from a mapping 报/送/发, or from one text
    `报：… 送：… 发：…`.
    """
    if isinstance(value, Mapping):
        return _receivers([(name, one_line(receivers or "")) for name, receivers in value.items()])
    text = (
        " ".join(map(one_line, value))
        if isinstance(value, Sequence) and not isinstance(value, str)
        else one_line(value)
    )
    before, *parts = _RECEIVER().split(text)
    if before.strip() or not parts:
        raise BadValueError(*RECEIVERS_MISSPELT())
    # a pattern with a group splits into what is before, then word and receivers by turns
    return _receivers(list(zip(parts[::2], parts[1::2], strict=True)))


def read_accepted(value: Written) -> list[tuple[str, str]]:
    """Findings that were accepted: a list of `key` and `reason`."""
    pairs: list[tuple[str, str]] = []
    for item in value if isinstance(value, Sequence) and not isinstance(value, str) else [value]:
        if (
            not isinstance(item, Mapping)
            or set(item) != {"key", "reason"}
            or not all(map(one_line, map(item.get, ("key", "reason"))))
        ):
            raise BadValueError(*ACCEPTED_MISSPELT())
        pairs.append((one_line(item["key"]), one_line(item["reason"])))
    return pairs


def _receivers(entries: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, receivers in entries:
        field = _RECEIVERS.get(name.strip().lower())
        if field is None:
            raise BadValueError(*RECEIVER_UNKNOWN(name=shown(name)))
        if field in found:
            raise BadValueError(*RECEIVER_TWICE(name=shown(name)))
        found[field] = receivers.strip()
    return found
