"""Rules about the file as such: version, marks, dates, identifier, encryption."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from layouts.messages.proof_file import (
    BINARY_COMMENT_MISSING,
    CROSS_REFERENCE_STREAM,
    ENCRYPTED,
    HEADER_MISSING,
    IDENTIFIER_MISSING,
    INFO_AND_XMP_DIFFER,
    INFO_LACKS,
    INFO_MARKED_OTHERWISE,
    INFO_NO_DATE,
    INFO_NOT_MARKED,
    OBJECT_STREAMS,
    TRAPPING_NOT_SAID,
    VERSION_TOO_NEW,
    XMP_BROKEN,
    XMP_COMPRESSED,
    XMP_LACKS,
    XMP_MISSING,
    XMP_NOT_DESCRIBED,
    XMP_NOT_MARKED,
)
from layouts.proof.evidence import Evidence
from layouts.proof.objects import filters, get, items, name
from layouts.proof.rule import Breach, ProofRule, clauses
from layouts.proof.xmp import PREFIXES, properties, schemas

X1A_MARK, X4_MARK = "PDF/X-1a:2003", "PDF/X-4"

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d(?:'?\d\d'?)?)?'?")
_XMP_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?"
)

ALIKE = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "Keywords": "pdf:Keywords",
    "Subject": "dc:description",
    "Trapped": "pdf:Trapped",
}
"""Entries of Info and their counterparts in XMP (ISO 19005-2 table 1)."""

DATES = {"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}


def _version(evidence: Evidence, newest: tuple[int, int]) -> Iterator[Breach]:
    header = re.match(rb"%PDF-(\d)\.(\d)", evidence.header)
    if not header:
        yield Breach(*HEADER_MISSING())
        return
    written = [(int(header[1]), int(header[2]))]
    override = re.fullmatch(r"(\d)\.(\d)", name(get(evidence.root, "/Version")))
    written += [(int(override[1]), int(override[2]))] if override else []
    for major, minor in written:
        if (major, minor) > newest:
            wanted = ".".join(map(str, newest))
            yield Breach(*VERSION_TOO_NEW(major=major, minor=minor, newest=wanted))


def version_x1a(evidence: Evidence) -> Iterator[Breach]:
    """PDF 1.4 at most (ISO 15930-4)."""
    return _version(evidence, (1, 4))


def version_x4(evidence: Evidence) -> Iterator[Breach]:
    """PDF 1.6 at most (ISO 15930-7)."""
    return _version(evidence, (1, 6))


def version_17(evidence: Evidence) -> Iterator[Breach]:
    """PDF 1.7 at most (ISO 19005-2 6.1.2; ISO 14289-1 builds on ISO 32000-1)."""
    return _version(evidence, (1, 7))


def binary_comment(evidence: Evidence) -> Iterator[Breach]:
    """A comment of four bytes above 127 in the second line, so that nobody takes the file for text
    (ISO 19005-2 6.1.2).
    """
    if not re.match(rb"%PDF-\d\.\d[\r\n]+%[\x80-\xff]{4}", evidence.header):
        yield Breach(*BINARY_COMMENT_MISSING())


def encryption(evidence: Evidence) -> Iterator[Breach]:
    """Nobody needs a key to print or keep it (ISO 15930-4, ISO 15930-7; ISO 19005-2 6.1.3)."""
    if evidence.pdf.is_encrypted:
        yield Breach(*ENCRYPTED())


def identifier(evidence: Evidence) -> Iterator[Breach]:
    """ID in the trailer: two strings (ISO 15930-4, ISO 15930-7; ISO 19005-2 6.1.3)."""
    found = [
        bytes(one)
        for one in items(evidence.pdf.trailer.get("/ID"))
        if isinstance(one, pikepdf.String)
    ]
    if len(found) != 2 or not all(found) or b"/ID" not in evidence.data:
        yield Breach(*IDENTIFIER_MISSING())


def plain_objects(evidence: Evidence) -> Iterator[Breach]:
    """A plain cross-reference table, no object streams: those came with PDF 1.5 (ISO 15930-4)."""
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", evidence.data[-2048:])
    start = int(found[1]) if found else -1
    if start < 0 or evidence.data[start : start + 4] != b"xref":
        yield Breach(*CROSS_REFERENCE_STREAM())
    elif any(name(get(stream, "/Type")) == "ObjStm" for stream in evidence.streams()):
        yield Breach(*OBJECT_STREAMS())


def mark_x1a(evidence: Evidence) -> Iterator[Breach]:
    """Info says PDF/X-1a:2003 (ISO 15930-4, GTS_PDFXVersion)."""
    if evidence.info.get("GTS_PDFXVersion") != X1A_MARK:
        yield Breach(*INFO_NOT_MARKED(standard=X1A_MARK))


def mark_x4(evidence: Evidence) -> Iterator[Breach]:
    """XMP says PDF/X-4, and Info nothing else (ISO 15930-7 6.2)."""
    if evidence.xmp.get("pdfxid:GTS_PDFXVersion") != X4_MARK:
        yield Breach(*XMP_NOT_MARKED(standard=X4_MARK))
    if evidence.info.get("GTS_PDFXVersion", X4_MARK) != X4_MARK:
        yield Breach(*INFO_MARKED_OTHERWISE())


def _mark_a(evidence: Evidence, levels: str) -> Iterator[Breach]:
    if (
        evidence.xmp.get("pdfaid:part") != "2"
        or (evidence.xmp.get("pdfaid:conformance") or "-") not in levels
    ):
        yield Breach(*XMP_NOT_MARKED(standard=f"PDF/A-2{levels[0].lower()}"))


def mark_a2b(evidence: Evidence) -> Iterator[Breach]:
    """XMP says PDF/A-2, level B or stricter (ISO 19005-2 6.6.4)."""
    return _mark_a(evidence, "BUA")


def mark_a2u(evidence: Evidence) -> Iterator[Breach]:
    """XMP says PDF/A-2, level U or stricter (ISO 19005-2 6.6.4)."""
    return _mark_a(evidence, "UA")


def mark_a2a(evidence: Evidence) -> Iterator[Breach]:
    """XMP says PDF/A-2, level A (ISO 19005-2 6.6.4)."""
    return _mark_a(evidence, "A")


def described_marks(evidence: Evidence) -> Iterator[Breach]:
    """Marks of other standards, whose schemas PDF/A does not know, are described in XMP (ISO
    19005-2 6.6.2.3.1).
    """
    described = schemas(evidence.packet)
    for uri, prefix in PREFIXES.items():
        marked = any(key.startswith(f"{prefix}:") for key in evidence.xmp)
        if prefix in {"pdfuaid", "pdfxid"} and marked and uri not in described:
            yield Breach(*XMP_NOT_DESCRIBED(prefix=prefix))


def mark_ua1(evidence: Evidence) -> Iterator[Breach]:
    """XMP says PDF/UA-1 (ISO 14289-1 5)."""
    if evidence.xmp.get("pdfuaid:part") != "1":
        yield Breach(*XMP_NOT_MARKED(standard="PDF/UA-1"))


def metadata(evidence: Evidence) -> Iterator[Breach]:
    """XMP is there, well-formed, in UTF-8, and not compressed (ISO 15930-7 6.2; ISO 19005-2
    6.6.2.1; ISO 14289-1 7.1).
    """
    if not evidence.packet:
        yield Breach(*XMP_MISSING())
        return
    if filters(get(evidence.root, "/Metadata")):
        yield Breach(*XMP_COMPRESSED())
    try:
        properties(evidence.packet)
    except ValueError:
        yield Breach(*XMP_BROKEN())


def info_entries(evidence: Evidence) -> Iterator[Breach]:
    """Title, creator and both dates stand in Info (ISO 15930-4, ISO 15930-7)."""
    for key in ("Title", "Creator", "CreationDate", "ModDate"):
        if not evidence.info.get(key):
            yield Breach(*INFO_LACKS(key=key))


def xmp_entries(evidence: Evidence) -> Iterator[Breach]:
    """What PDF/X-4 wants of XMP: title, three dates, document ID, version and rendition (ISO
    15930-7).
    """
    dates = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
    for key in ("dc:title", *dates, "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"):
        if not evidence.xmp.get(key):
            yield Breach(*XMP_LACKS(key=key))


def alike(evidence: Evidence) -> Iterator[Breach]:
    """What Info and XMP both say, they say alike (ISO 15930-4, ISO 15930-7; ISO 19005-2 6.6.3)."""
    for key, counterpart in ALIKE.items():
        said, other = evidence.info.get(key), evidence.xmp.get(counterpart)
        if said and other is not None and said.strip() != other:
            yield Breach(*INFO_AND_XMP_DIFFER(key=key, counterpart=counterpart))
    for key, counterpart in DATES.items():
        said, other = evidence.info.get(key), evidence.xmp.get(counterpart)
        if said and other is not None and _date(_DATE, said) != _date(_XMP_DATE, other):
            yield Breach(*INFO_AND_XMP_DIFFER(key=key, counterpart=counterpart))


def dates(evidence: Evidence) -> Iterator[Breach]:
    """Dates are written as ISO 32000-1 7.9.4 has it (ISO 15930-4, ISO 15930-7; ISO 19005-2
    6.6.3).
    """
    for key in DATES:
        said = evidence.info.get(key)
        if said and not _DATE.fullmatch(said):
            yield Breach(*INFO_NO_DATE(key=key, value=said))


def _date(pattern: re.Pattern[str], said: str) -> tuple[str, ...] | None:
    """Year to second, and the zone as ±hhmm; None where it is no date."""
    match = pattern.fullmatch(said)
    if not match:
        return None
    zone = (match[7] or "Z").replace("'", "").replace(":", "")
    return (
        *(match[part] or "" for part in range(1, 7)),
        "+0000" if zone == "Z" else zone.ljust(5, "0"),
    )


def trapped(evidence: Evidence) -> Iterator[Breach]:
    """Whether it is trapped, is said: True or False, never Unknown (ISO 15930-4, ISO 15930-7)."""
    said = evidence.info.get("Trapped") or evidence.xmp.get("pdf:Trapped", "")
    if said not in ("True", "False"):
        yield Breach(*TRAPPING_NOT_SAID())


RULES = (
    ProofRule("proof-version", clauses(x1a=""), version_x1a),
    ProofRule("proof-version", clauses(x4=""), version_x4),
    ProofRule("proof-version", clauses(a2="6.1.2", ua1=""), version_17),
    ProofRule("proof-binary", clauses(a2="6.1.2"), binary_comment),
    ProofRule("proof-encrypted", clauses(x1a="", x4="", a2="6.1.3"), encryption),
    ProofRule("proof-identifier", clauses(x1a="", x4="", a2="6.1.3"), identifier),
    ProofRule("proof-object-streams", clauses(x1a=""), plain_objects),
    ProofRule("proof-mark", clauses(x1a=""), mark_x1a),
    ProofRule("proof-mark", clauses(x4="6.2"), mark_x4),
    ProofRule("proof-mark", {"a2b": "ISO 19005-2 6.6.4"}, mark_a2b),
    ProofRule("proof-mark", {"a2u": "ISO 19005-2 6.6.4"}, mark_a2u),
    ProofRule("proof-mark", clauses(a2a="6.6.4"), mark_a2a),
    ProofRule("proof-described", clauses(a2="6.6.2.3.1"), described_marks),
    ProofRule("proof-mark", clauses(ua1="5"), mark_ua1),
    ProofRule("proof-metadata", clauses(x4="6.2", a2="6.6.2.1", ua1="7.1"), metadata),
    ProofRule("proof-info", clauses(x1a="", x4=""), info_entries),
    ProofRule("proof-xmp", clauses(x4=""), xmp_entries),
    ProofRule("proof-alike", clauses(x1a="", x4="", a2="6.6.3"), alike),
    ProofRule("proof-dates", clauses(x1a="", x4="", a2="6.6.3"), dates),
    ProofRule("proof-trapped", clauses(x1a="", x4=""), trapped),
)
