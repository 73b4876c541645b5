"""What a rule is: a name, the clauses it comes from, and a function from the evidence to
breaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from layouts.errors import Level
from layouts.proof.evidence import Evidence

Standard = Literal["x4", "x1a", "a2b", "a2u", "a2a", "ua1"]
"""PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (ISO 15930-4), PDF/A-2b, 2u and 2a (ISO 19005-2), PDF/UA-1
(ISO 14289-1).
"""

STANDARDS: dict[Standard, str] = {
    "x4": "PDF/X-4",
    "x1a": "PDF/X-1a:2003",
    "a2b": "PDF/A-2b",
    "a2u": "PDF/A-2u",
    "a2a": "PDF/A-2a",
    "ua1": "PDF/UA-1",
}

HOUSE = "house"
"""In place of a clause: our own demand on what we print."""


class Breach(NamedTuple):
    """One breach of a rule, said in Chinese and English; `page` counts from 1, None where the whole
    file is meant.
    """

    zh: str
    en: str
    page: int | None = None


class ProofRule(Struct, frozen=True):
    """A rule of one or more standards: for each of them the clause it comes from."""

    code: str
    clauses: Mapping[Standard, str]
    check: Callable[[Evidence], Iterable[Breach]]
    level: Level = "error"


def clauses(
    *,
    x4: str | None = None,
    x1a: str | None = None,
    a2: str | None = None,
    a2u: str | None = None,
    a2a: str | None = None,
    ua1: str | None = None,
) -> dict[Standard, str]:
    """The standards that have a rule, each with its clause: empty where the number is not known to
    us, None where the rule does not hold.

    `a2` holds for PDF/A-2b and for the stricter 2u and 2a, `a2u` for 2u and 2a.
    """
    unicode = a2 if a2u is None else a2u
    given: list[tuple[Standard, str, str | None]] = [
        ("x4", "ISO 15930-7", x4),
        ("x1a", "ISO 15930-4", x1a),
        ("a2b", "ISO 19005-2", a2),
        ("a2u", "ISO 19005-2", unicode),
        ("a2a", "ISO 19005-2", unicode if a2a is None else a2a),
        ("ua1", "ISO 14289-1", ua1),
    ]
    return {
        standard: f"{book} {clause}".strip()
        for standard, book, clause in given
        if clause is not None
    }


def house(*standards: Standard) -> dict[Standard, str]:
    """Our own demand on files of these standards."""
    return dict.fromkeys(standards, HOUSE)
