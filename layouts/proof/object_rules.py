"""Rules about what a file may hold: embedded fonts, no programs, no forms, no leftovers of old
workflows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from layouts.messages.lists import listed
from layouts.messages.proof_objects import (
    ACTIONS_FORBIDDEN,
    ACTIONS_HELD,
    ATTACHMENTS,
    DATA_OUTSIDE,
    FILTER_FORBIDDEN,
    FONT_AS_OPENTYPE,
    FONT_NOT_EMBEDDED,
    FONT_WITHOUT_UNICODE,
    FORM,
    FORM_CHANGES,
    HALFTONE_NAMED,
    HALFTONE_TYPE,
    IMAGE_ALTERNATES,
    IMAGE_INTERPOLATED,
    IMAGE_SIXTEEN_BITS,
    JAVASCRIPT,
    LAYERS,
    NOTDEF_PRINTED,
    OPI_USED,
    OTHER_PDF_USED,
    POSTSCRIPT_USED,
    SPOT_DEFINED_TWICE,
    TEXT_NOT_PRINTED,
    TRANSFER_FUNCTION,
    TRANSFER_FUNCTION_2,
)
from layouts.proof.evidence import Evidence
from layouts.proof.objects import entries, filters, get, is_dictionary, items, name, number, text
from layouts.proof.rule import STANDARDS, Breach, ProofRule, clauses, house
from layouts.written import unpacked

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")

SIMPLE = frozenset({"Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2"})
"""Kinds of fonts that have a program.

A composite font has it in its descendant, a Type 3 font is drawn.
"""

HARMLESS = frozenset({"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"})
"""Actions that PDF/A-2 leaves (ISO 19005-2 6.5.1)."""

ACTIONS = HARMLESS | frozenset(
    {
        "Launch",
        "Sound",
        "Movie",
        "ResetForm",
        "ImportData",
        "Hide",
        "SetOCGState",
        "Rendition",
        "Trans",
        "GoTo3DView",
        "JavaScript",
    }
)


def embedded_fonts(evidence: Evidence) -> Iterator[Breach]:
    """Every font is in the file, the base 14 too (ISO 15930-4, ISO 15930-7; ISO 19005-2 6.2.11.4.1;
    ISO 14289-1 7.21.4.1).
    """
    for node in evidence.having("/BaseFont"):
        if name(get(node.value, "/Subtype")) not in SIMPLE:
            continue
        held = [get(get(node.value, "/FontDescriptor"), key) for key in FONT_FILES]
        if not any(isinstance(one, pikepdf.Stream) for one in held):
            called = name(get(node.value, "/BaseFont"))
            yield Breach(*FONT_NOT_EMBEDDED(font=called))


def font_programs_of_1_4(evidence: Evidence) -> Iterator[Breach]:
    """No OpenType wrapper round a font program: that came with PDF 1.6 (ISO 15930-4)."""
    for node in evidence.having("/FontFile3"):
        if name(get(get(node.value, "/FontFile3"), "/Subtype")) == "OpenType":
            called = name(get(node.value, "/FontName"))
            yield Breach(*FONT_AS_OPENTYPE(font=called))


def to_unicode(evidence: Evidence) -> Iterator[Breach]:
    """Every composite font says which characters its glyphs stand for (ISO 19005-2 6.2.11.7.2; ISO
    14289-1 7.21.7).
    """
    for node in evidence.having("/DescendantFonts"):
        if not isinstance(get(node.value, "/ToUnicode"), pikepdf.Stream) and not name(
            get(node.value, "/Encoding")
        ).startswith("Uni"):
            called = name(get(node.value, "/BaseFont"))
            yield Breach(*FONT_WITHOUT_UNICODE(font=called))


def printed_text(evidence: Evidence) -> Iterator[Breach]:
    """What can be copied and searched can be read: text that the file tells (ToUnicode, ActualText)
    stands over glyphs with outlines.
    """
    for page in evidence.pages:
        for told in page.content.unprinted:
            yield Breach(*TEXT_NOT_PRINTED(text=told), page.number)


def no_notdef(evidence: Evidence) -> Iterator[Breach]:
    """No glyph .notdef, the box for what a font lacks, is printed (ISO 19005-2 6.2.11.8; ISO
    14289-1 7.21.8).
    """
    for page in evidence.pages:
        if page.content.lacking:
            yield Breach(*NOTDEF_PRINTED(), page.number)


def _actions(evidence: Evidence) -> Iterator[str]:
    """The kinds of all actions in the file.

    A dictionary with S alone is none: output intents and groups have it as well.
    """
    for node in evidence.having("/S"):
        kind = name(get(node.value, "/S"))
        if kind in ACTIONS:
            yield kind


def scripts(evidence: Evidence) -> Iterator[Breach]:
    """No JavaScript (ISO 15930-4 6.14, ISO 15930-7 6.18; ISO 19005-2 6.5.1)."""
    named = get(get(evidence.root, "/Names"), "/JavaScript")
    if named is not None or "JavaScript" in _actions(evidence) or any(evidence.having("/JS")):
        yield Breach(*JAVASCRIPT())


def no_actions(evidence: Evidence) -> Iterator[Breach]:
    """Nothing happens when it is opened or clicked (ISO 15930-4 6.14, ISO 15930-7 6.18)."""
    kinds = sorted(set(_actions(evidence)) - {"JavaScript"})
    if any(evidence.having("/AA")):
        kinds.append("AA")
    if kinds:
        yield Breach(*ACTIONS_HELD(kinds=listed(kinds)))


def harmless_actions(evidence: Evidence) -> Iterator[Breach]:
    """No action but those that lead somewhere (ISO 19005-2 6.5.1, 6.5.2)."""
    kinds = sorted(set(_actions(evidence)) - HARMLESS - {"JavaScript"})
    if any(evidence.having("/AA")):
        kinds.append("AA")
    if kinds:
        yield Breach(*ACTIONS_FORBIDDEN(kinds=listed(kinds)))


def forms(evidence: Evidence) -> Iterator[Breach]:
    """No form to fill in (ISO 15930-4, ISO 15930-7)."""
    if get(evidence.root, "/AcroForm") is not None:
        yield Breach(*FORM())


def dynamic_forms(evidence: Evidence) -> Iterator[Breach]:
    """No XFA, no form whose looks are made while reading (ISO 19005-2 6.4)."""
    form = get(evidence.root, "/AcroForm")
    if get(form, "/XFA") is not None or get(form, "/NeedAppearances") is True:
        yield Breach(*FORM_CHANGES())


def _forbidden_filters(evidence: Evidence, forbidden: dict[str, str]) -> Iterator[Breach]:
    for used in sorted(
        {one for stream in evidence.streams() for one in filters(stream)} & set(forbidden)
    ):
        yield Breach(*FILTER_FORBIDDEN(filter=forbidden[used]))


def filters_x1a(evidence: Evidence) -> Iterator[Breach]:
    """No LZW, no JPEG 2000, no Crypt filter (ISO 15930-4)."""
    return _forbidden_filters(
        evidence, {"LZWDecode": "LZW", "LZW": "LZW", "JPXDecode": "JPEG 2000", "Crypt": "Crypt"}
    )


def filters_modern(evidence: Evidence) -> Iterator[Breach]:
    """No LZW, no Crypt filter (ISO 15930-7; ISO 19005-2 6.1.7.2)."""
    return _forbidden_filters(evidence, {"LZWDecode": "LZW", "LZW": "LZW", "Crypt": "Crypt"})


def outside_files(evidence: Evidence) -> Iterator[Breach]:
    """All data is in the file (ISO 15930-4, ISO 15930-7; ISO 19005-2 6.1.7.1)."""
    if any(get(stream, "/F") is not None for stream in evidence.streams()):
        yield Breach(*DATA_OUTSIDE())


def attachments(evidence: Evidence) -> Iterator[Breach]:
    """No other files inside (ISO 15930-4, ISO 15930-7 6.2.8; ISO 19005-2 6.8 allows only PDF/A,
    which we do not look into).
    """
    named = get(get(evidence.root, "/Names"), "/EmbeddedFiles")
    if named is not None or any(evidence.having("/EF")):
        yield Breach(*ATTACHMENTS())


def stand_ins(evidence: Evidence) -> Iterator[Breach]:
    """No placeholders to be swapped: OPI, PostScript, pages of other files, alternate images.

    ISO 15930-4, ISO 15930-7; ISO 19005-2 6.2.9 and 6.2.8.
    """
    if any(evidence.having("/OPI")):
        yield Breach(*OPI_USED())
    for stream in evidence.streams():
        if name(get(stream, "/Subtype")) == "PS" or name(get(stream, "/Subtype2")) == "PS":
            yield Breach(*POSTSCRIPT_USED())
        if name(get(stream, "/Subtype")) == "Form" and get(stream, "/Ref") is not None:
            yield Breach(*OTHER_PDF_USED())
        if get(stream, "/Alternates") is not None:
            yield Breach(*IMAGE_ALTERNATES())


def transfer_functions(evidence: Evidence) -> Iterator[Breach]:
    """No transfer functions, no named halftones: the press has its own (ISO 15930-4, ISO 15930-7;
    ISO 19005-2 6.2.5).
    """
    for _ in evidence.having("/TR"):
        yield Breach(*TRANSFER_FUNCTION())
    for node in evidence.having("/TR2"):
        if name(get(node.value, "/TR2")) != "Default":
            yield Breach(*TRANSFER_FUNCTION_2())
    for _ in evidence.having("/HTP", "/HalftoneName"):
        yield Breach(*HALFTONE_NAMED())
    for node in evidence.having("/HalftoneType"):
        if number(get(node.value, "/HalftoneType")) not in (1, 5):
            yield Breach(*HALFTONE_TYPE())


def depth_of_images(evidence: Evidence) -> Iterator[Breach]:
    """No more than eight bits a component: sixteen came with PDF 1.5 (ISO 15930-4)."""
    if any(number(get(image, "/BitsPerComponent")) > 8 for image in evidence.images()):
        yield Breach(*IMAGE_SIXTEEN_BITS())


def interpolation(evidence: Evidence) -> Iterator[Breach]:
    """No image leaves to the reader how it is smoothed (ISO 19005-2 6.2.8)."""
    if any(get(image, "/Interpolate") is True for image in evidence.images()):
        yield Breach(*IMAGE_INTERPOLATED())


def layers(evidence: Evidence) -> Iterator[Breach]:
    """No layers: they came with PDF 1.5 (ISO 15930-4)."""
    if get(evidence.root, "/OCProperties") is not None:
        yield Breach(*LAYERS())


def spots_alike(evidence: Evidence) -> Iterator[Breach]:
    """A spot colour is the same ink everywhere: one alternate, one tint transform (ISO 15930-4, ISO
    15930-7; ISO 19005-2 6.2.4.4).
    """
    told: dict[str, bytes] = {}
    for node in evidence.nodes:
        spaces = get(node.value, "/ColorSpace")
        listed = [value for _, value in entries(spaces)] if is_dictionary(spaces) else [spaces]
        for parts in map(items, listed):
            if len(parts) != 4 or name(parts[0]) != "Separation":
                continue
            how = b"".join(_written(part) for part in parts[2:])
            if told.setdefault(name(parts[1]), how) != how:
                yield Breach(*SPOT_DEFINED_TWICE(spot=name(parts[1])))


def _written(value: object) -> bytes:
    """An object with all it refers to, as bytes."""
    return (
        value.unparse(resolved=True) if isinstance(value, pikepdf.Object) else text(value).encode()
    ) + unpacked(value)


RULES = (
    ProofRule(
        "proof-fonts", clauses(x1a="", x4="", a2="6.2.11.4.1", ua1="7.21.4.1"), embedded_fonts
    ),
    ProofRule("proof-font-programs", clauses(x1a=""), font_programs_of_1_4),
    ProofRule("proof-to-unicode", clauses(a2u="6.2.11.7.2", ua1="7.21.7"), to_unicode),
    ProofRule("proof-printed", house(*STANDARDS), printed_text),
    ProofRule(
        "proof-notdef", {**house(*STANDARDS), **clauses(a2="6.2.11.8", ua1="7.21.8")}, no_notdef
    ),
    ProofRule("proof-scripts", clauses(x1a="6.14", x4="6.18", a2="6.5.1"), scripts),
    ProofRule("proof-actions", clauses(x1a="6.14", x4="6.18"), no_actions),
    ProofRule("proof-actions", clauses(a2="6.5.1"), harmless_actions),
    ProofRule("proof-forms", clauses(x1a="", x4=""), forms),
    ProofRule("proof-forms", clauses(a2="6.4"), dynamic_forms),
    ProofRule("proof-filters", clauses(x1a=""), filters_x1a),
    ProofRule("proof-filters", clauses(x4="", a2="6.1.7.2"), filters_modern),
    ProofRule("proof-outside", clauses(x1a="", x4="", a2="6.1.7.1"), outside_files),
    ProofRule("proof-attachments", clauses(x1a="", x4="6.2.8", a2="6.8"), attachments),
    ProofRule("proof-stand-ins", clauses(x1a="", x4="", a2="6.2.9"), stand_ins),
    ProofRule("proof-transfer", clauses(x1a="", x4="", a2="6.2.5"), transfer_functions),
    ProofRule("proof-depth", clauses(x1a=""), depth_of_images),
    ProofRule("proof-interpolation", clauses(a2="6.2.8"), interpolation),
    ProofRule("proof-layers", clauses(x1a=""), layers),
    ProofRule("proof-spots", clauses(x1a="", x4="", a2="6.2.4.4"), spots_alike),
)
