"""The proof (印前检查): every rule of a standard asked of a written file.

What an export runs before it says "ready to print".
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

import pikepdf

from layouts.errors import ExportError, Finding
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
        zh = f"{name} 没有标明任何标准，请用 --standard 指定 {'、'.join(STANDARDS)}"
        raise ExportError(zh, f"{name} claims no standard: say --standard {' or '.join(STANDARDS)}")
    return found


@contextmanager
def _reading(data: bytes, name: str) -> Generator[None]:
    """One sentence for whatever breaks while a file is read: pikepdf, or a value of ours that the
    file made impossible.
    """
    try:
        yield
    except TooMuchError as error:
        zh, en = (
            f"{name} 的内容太多或没有尽头，无法检查",
            f"{name}: its content is too much or has no end and cannot be proved",
        )
        raise ExportError(zh, en) from error
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
    zh, en = ("印前要求", "our own rule") if clause == HOUSE else (clause, clause)
    told: set[Breach] = set()
    for breach in rule.check(evidence):
        if breach not in told:
            told.add(breach)
            yield Finding(
                rule.level,
                rule.code,
                f"{breach.zh}（{zh}）",
                f"{breach.en} ({en})",
                page=breach.page,
            )


def report(standard: Standard, findings: Sequence[Finding]) -> list[str]:
    """A proof as lines to read: the findings, and what follows from them."""
    lines = [f"{one.level}: {_where(one)}{one.message}" for one in findings]
    wrong = sum(finding.level == "error" for finding in findings)
    if wrong:
        return [*lines, f"{STANDARDS[standard]}：有 {wrong} 处错误 / {wrong} errors"]
    if standard in ("x4", "x1a"):
        return [*lines, f"{STANDARDS[standard]}：印前检查通过，可以付印 / ready to print"]
    return [*lines, f"{STANDARDS[standard]}：检查通过 / no errors"]


def _where(finding: Finding) -> str:
    return f"第 {finding.page} 页 page {finding.page}: " if finding.page else ""
