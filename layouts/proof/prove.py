"""The proof (印前检查): every rule of a standard asked of a written file.

What an export runs before it says "ready to print".
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

import pikepdf

from layouts.errors import ExportError, Finding
from layouts.messages.lists import one_of
from layouts.messages.message import Sentence
from layouts.messages.pdf import TOO_MUCH_TO_PROVE
from layouts.messages.proof import (
    BREACH_OF_CLAUSE,
    ERRORS_FOUND,
    NO_ERRORS,
    ON_PAGE,
    OUR_OWN_RULE,
    READY_TO_PRINT,
    STANDARD_NOT_CLAIMED,
)
from layouts.proof import (
    access_rules,
    colour_rules,
    file_rules,
    ink_rules,
    object_rules,
    page_rules,
)
from layouts.proof.content import TooMuchError
from layouts.proof.evidence import Evidence, open_evidence, unreadable
from layouts.proof.rule import HOUSE, STANDARDS, Breach, ProofRule, Standard

RULES: tuple[ProofRule, ...] = (
    *file_rules.RULES,
    *page_rules.RULES,
    *object_rules.RULES,
    *colour_rules.RULES,
    *ink_rules.RULES,
    *access_rules.RULES,
)


def prove(data: bytes, standard: Standard, name: str = "PDF") -> list[Finding]:
    """What a file breaks of a standard, by rule and page; empty where it may go to print (or on the
    net, or into the archive).

    Each breach is said once a page. `name` is what errors call the file. ExportError where it
    cannot be read at all.
    """
    return proofs(data, standard, name)[standard]


def proofs(
    data: bytes, standard: str | None = None, name: str = "PDF"
) -> dict[Standard, list[Finding]]:
    """The same for each standard that the file claims, or for the one asked for.

    ExportError where it claims none.
    """
    with _reading(data, name):
        evidence = open_evidence(data, name)
        chosen: list[Standard] = [known for known in STANDARDS if known == standard] or list(
            _claimed(evidence)
        )
        found: dict[Standard, list[Finding]] = {}
        for one in chosen:
            found[one] = [
                finding for rule in rules(one) for finding in _findings(rule, one, evidence)
            ]
    if not found:
        raise ExportError(*STANDARD_NOT_CLAIMED(name=name, standards=one_of(STANDARDS)))
    return found


@contextmanager
def _reading(data: bytes, name: str) -> Generator[None]:
    """One sentence for whatever breaks while a file is read: pikepdf, or a value of ours that the
    file made impossible.
    """
    try:
        yield
    except TooMuchError as error:
        raise ExportError(*TOO_MUCH_TO_PROVE(name=name)) from error
    except (
        pikepdf.PikepdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise unreadable(data, name) from error


def rules(standard: Standard) -> list[ProofRule]:
    """The rules of a standard."""
    return [rule for rule in RULES if standard in rule.clauses]


def claims(data: bytes, name: str = "PDF") -> list[Standard]:
    """The standards that a file says it keeps to. ExportError where it cannot be read at all."""
    with _reading(data, name):
        return list(_claimed(open_evidence(data, name)))


_LEVELS: dict[str, Standard] = {"A": "a2a", "B": "a2b"}
"""Levels of PDF/A-2; of one that is none, 2u is asked, and its mark found wrong."""


def _claimed(evidence: Evidence) -> Iterator[Standard]:
    if evidence.xmp.get("pdfxid:GTS_PDFXVersion", "").startswith("PDF/X-4"):
        yield "x4"
    if evidence.info.get("GTS_PDFXVersion", "").startswith("PDF/X-1"):
        yield "x1a"
    if evidence.xmp.get("pdfaid:part") == "2":
        yield _LEVELS.get(evidence.xmp.get("pdfaid:conformance", ""), "a2u")
    if evidence.xmp.get("pdfuaid:part"):
        yield "ua1"


def _findings(rule: ProofRule, standard: Standard, evidence: Evidence) -> Iterator[Finding]:
    clause = rule.clauses[standard]
    named = OUR_OWN_RULE() if clause == HOUSE else Sentence(clause, clause)
    told: set[Breach] = set()
    for breach in rule.check(evidence):
        if breach not in told:
            told.add(breach)
            said = BREACH_OF_CLAUSE(breach=breach, clause=named)
            yield Finding(rule.level, rule.code, *said, page=breach.page)


def report(standard: Standard, findings: Sequence[Finding]) -> list[str]:
    """A proof as lines to read: the findings, and what follows from them."""
    lines = [f"{one.level}: {_where(one)}{one.message}" for one in findings]
    name = STANDARDS[standard]
    wrong = sum(finding.level == "error" for finding in findings)
    if wrong:
        return [*lines, f"{name}：{ERRORS_FOUND(count=wrong).both}"]
    if standard in ("x4", "x1a"):
        return [*lines, f"{name}：{READY_TO_PRINT().both}"]
    return [*lines, f"{name}：{NO_ERRORS().both}"]


def _where(finding: Finding) -> str:
    return f"{' '.join(ON_PAGE(page=finding.page))}: " if finding.page else ""
