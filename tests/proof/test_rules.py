"""Every rule is broken once, in a file that is right otherwise, and is the only one to say so."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from good_files import Kind, draw, edit_xmp, good, icc, resources, saved, set_xmp, tint
from pikepdf import Array, Dictionary, Name, Stream, String
from small_fonts import BLANK, HONEST, LACKED, SQUARE, TURNED_ROUND, embed, telling

from layouts.proof.prove import RULES, claims, prove
from layouts.proof.rule import STANDARDS

Change = Callable[[pikepdf.Pdf], object]


def codes(data: bytes, standard: str) -> set[str]:
    return {finding.code for finding in prove(data, standard)}


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b", "a2a", "ua1"])
def test_a_good_file_is_ready(kind: Kind) -> None:
    data = saved(good(kind), kind)
    assert prove(data, kind) == []
    assert claims(data) == ([kind] if kind != "a2a" else ["a2a", "ua1"])


def page(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj


def descriptor(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return resources(pdf).Font.F.DescendantFonts[0].FontDescriptor


def image(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return resources(pdf).XObject.I


def profile(pdf: pikepdf.Pdf, data: bytes, components: int = 4) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data, N=components)


def state(pdf: pikepdf.Pdf, content: bytes, **entries: object) -> None:
    resources(pdf).ExtGState.X = Dictionary(Type=Name.ExtGState, **entries)
    draw(pdf, b"/X gs " + content)


def link(pdf: pikepdf.Pdf, rect: list[float], **entries: object) -> None:
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rect), **entries)
    page(pdf).Annots = Array([pdf.make_indirect(annotation)])


def roles(pdf: pikepdf.Pdf, **named: Name) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(**named)


def circular_roles(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[2].S = Name.Absatz
    roles(pdf, Absatz=Name.Zeile, Zeile=Name.Absatz)


def form(pdf: pikepdf.Pdf, content: bytes, **entries: object) -> None:
    resources(pdf).XObject.X = pdf.make_stream(
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 99, 99]),
        Resources=resources(pdf),
        **entries,
    )
    draw(pdf, b"/X Do")


def shading(pdf: pikepdf.Pdf, space: Name) -> None:
    ends = {"C0": [0, 0, 0], "C1": [1, 1, 1]}
    resources(pdf).Shading.X = Dictionary(
        ShadingType=2,
        ColorSpace=space,
        Coords=[0, 0, 1, 1],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], N=1, **ends),
    )
    draw(pdf, b"/X sh")


def pattern(pdf: pikepdf.Pdf, content: bytes) -> None:
    resources(pdf).Pattern.X = pdf.make_stream(
        content,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 9, 9]),
        XStep=9,
        YStep=9,
        Resources=Dictionary(),
    )
    draw(pdf, b"/Pattern cs /X scn 0 0 9 9 re f")


def spot(pdf: pikepdf.Pdf, alternate: Name, function: Dictionary, name: str = "/Gold") -> None:
    resources(pdf).ColorSpace.X = Array([Name.Separation, Name(name), alternate, function])
    draw(pdf, b"/X cs 1 scn 0 0 9 9 re f")


def remove(value: pikepdf.Object, *keys: str) -> None:
    for key in keys:
        del value[key]


def icc_overprint(pdf: pikepdf.Pdf) -> None:
    resources(pdf).ColorSpace.X = Array([Name.ICCBased, pdf.make_stream(icc(), N=4)])
    draw(pdf, b"/O gs /X cs 0 1 0 0 scn 0 0 9 9 re f")


def lab(pdf: pikepdf.Pdf) -> None:
    resources(pdf).ColorSpace.X = Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])])
    draw(pdf, b"/X cs 50 0 0 scn 0 0 9 9 re f")


def drawn_font(pdf: pikepdf.Pdf, content: bytes) -> None:
    """A font whose letters are drawings (Type 3)."""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 1, 1],
        FontMatrix=[1, 0, 0, 1, 0, 0],
        FirstChar=65,
        LastChar=65,
    )
    font.update(
        {
            "/CharProcs": Dictionary(a=pdf.make_stream(content)),
            "/Widths": Array([1]),
            "/Encoding": Dictionary(Differences=[65, Name.a]),
        }
    )
    resources(pdf).Font.D = pdf.make_indirect(font)
    draw(pdf, b"0 1 0 0 k BT /D 9 Tf (A) Tj ET")


def all_grey(pdf: pikepdf.Pdf) -> None:
    """One plate: there is nothing that black text could knock out."""
    pdf.pages[0].Contents = pdf.make_stream(
        b"0.5 g 0 0 99 99 re f 0 g BT /F 9 Tf (A) Tj ET q 9 0 0 9 0 0 cm /I Do Q"
    )
    image(pdf).ColorSpace = Name.DeviceGray
    spot(pdf, Name.DeviceCMYK, tint(1, 1, 1, 1), "/All")  # register marks


INK: dict[str, bytes] = {
    "x4": b"/O gs 0 0 0 1 k ",
    "x1a": b"/O gs 0 0 0 1 k ",
    "a2b": b"0 g ",
    "ua1": b"0 g ",
}
"""What black text takes in each standard."""


def told(kind: Kind, text: str, inside: bytes) -> bytes:
    """Marked content that is said to show a text."""
    actual = b"/ActualText <" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"
    opened = (
        b"/P <</MCID 2 " + actual + b">> BDC "
        if kind == "ua1"
        else b"/Span <<" + actual + b">> BDC "
    )
    return INK[kind] + opened + inside + b" EMC"


def shown(codes: bytes) -> bytes:
    """Text in the font of three glyphs."""
    return b"BT /G 12 Tf 1 0 0 1 30 60 Tm " + codes + b" ET"


def with_small_font(
    pdf: pikepdf.Pdf, content: bytes, to_unicode: bytes = HONEST, **kind: object
) -> None:
    resources(pdf).Font.G = embed(pdf, to_unicode, **kind)
    draw(pdf, content)


def grey_tint() -> Dictionary:
    """The tint transform of a spot that is shown by grey."""
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[1], C1=[0])


def two_inks(pdf: pikepdf.Pdf) -> None:
    resources(pdf).ColorSpace.Y = Array(
        [Name.DeviceN, Array([Name.Black, Name.Cyan]), Name.DeviceGray, grey_tint()]
    )
    draw(pdf, b"/Y cs 1 1 scn 0 0 9 9 re f")


def black_alone(pdf: pikepdf.Pdf, content: bytes = b"") -> None:
    """The file for a press that prints black only: everything in grey, the intent as well."""
    pdf.pages[0].Contents = pdf.make_stream(
        b"0.5 g 0 0 99 99 re f 0.2 g BT /F 9 Tf (A) Tj ET q 9 0 0 9 0 0 cm /I Do Q"
    )
    image(pdf).ColorSpace = Name.DeviceGray
    profile(pdf, icc(space=b"GRAY"), 1)
    draw(pdf, content)


SRGB = b"1 0 0 rg 0 0 9 9 re f"

BOTH: list[tuple[str, Change]] = [
    # the file
    ("proof-info", lambda pdf: remove(pdf.trailer.Info, "/Title")),
    ("proof-info", lambda pdf: remove(pdf.trailer.Info, "/Creator")),
    ("proof-info", lambda pdf: remove(pdf.trailer.Info, "/CreationDate")),
    ("proof-info", lambda pdf: remove(pdf.trailer.Info, "/ModDate")),
    ("proof-alike", lambda pdf: edit_xmp(pdf, "简报", "月报")),
    (
        "proof-alike",
        lambda pdf: edit_xmp(pdf, "<xmp:ModifyDate>2026-11-20T08", "<xmp:ModifyDate>2026-11-20T09"),
    ),
    (
        "proof-alike",
        lambda pdf: edit_xmp(
            pdf, "<xmp:CreateDate>2026-11-20T08:00:00+08:00", "<xmp:CreateDate>2026-11-20T08:00:00Z"
        ),
    ),
    (
        "proof-trapped",
        lambda pdf: (
            edit_xmp(pdf, "<pdf:Trapped>False", "<pdf:Trapped>Unknown"),
            pdf.trailer.Info.update({"/Trapped": Name.Unknown}),
        ),
    ),
    (
        "proof-trapped",
        lambda pdf: (
            edit_xmp(pdf, "<pdf:Trapped>False</pdf:Trapped>", ""),
            remove(pdf.trailer.Info, "/Trapped"),
        ),
    ),
    # pages
    ("proof-trim", lambda pdf: remove(page(pdf), "/TrimBox")),
    ("proof-trim", lambda pdf: page(pdf).update({"/ArtBox": Array([18, 18, 302, 402])})),
    ("proof-boxes", lambda pdf: page(pdf).update({"/TrimBox": Array([5, 18, 302, 402])})),
    ("proof-boxes", lambda pdf: page(pdf).update({"/BleedBox": Array([10, 10, 330, 410])})),
    ("proof-boxes", lambda pdf: page(pdf).update({"/CropBox": Array([18, 18, 302, 402])})),
    ("proof-annotations", lambda pdf: link(pdf, [50, 50, 90, 60], Dest=String("there"))),
    ("proof-annotations", lambda pdf: link(pdf, [0, 0, 12, 12], Dest=String("there"))),
    # what it holds
    ("proof-fonts", lambda pdf: remove(descriptor(pdf), "/FontFile2")),
    (
        "proof-fonts",
        lambda pdf: resources(pdf).Font.update(
            {"/H": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)}
        ),
    ),
    (
        "proof-scripts",
        lambda pdf: pdf.Root.update(
            {"/OpenAction": Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))}
        ),
    ),
    (
        "proof-scripts",
        lambda pdf: pdf.Root.update({"/Names": Dictionary(JavaScript=Dictionary(Names=Array([])))}),
    ),
    (
        "proof-actions",
        lambda pdf: pdf.Root.update({"/OpenAction": Dictionary(S=Name.GoTo, D=Array([]))}),
    ),
    (
        "proof-actions",
        lambda pdf: page(pdf).update(
            {"/AA": Dictionary(O=Dictionary(S=Name.Launch, F=String("calc.exe")))}
        ),
    ),
    (
        "proof-actions",
        lambda pdf: link(pdf, [0, 0, 5, 5], A=Dictionary(S=Name.URI, URI=String("http://a.b"))),
    ),
    ("proof-forms", lambda pdf: pdf.Root.update({"/AcroForm": Dictionary(Fields=Array([]))})),
    ("proof-outside", lambda pdf: image(pdf).update({"/F": String("photo.jpg")})),
    (
        "proof-attachments",
        lambda pdf: pdf.Root.update(
            {"/Names": Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))}
        ),
    ),
    ("proof-stand-ins", lambda pdf: image(pdf).update({"/OPI": Dictionary()})),
    ("proof-stand-ins", lambda pdf: image(pdf).update({"/Alternates": Array([])})),
    ("proof-stand-ins", lambda pdf: form(pdf, b"", Ref=Dictionary())),
    ("proof-stand-ins", lambda pdf: form(pdf, b"", Subtype2=Name.PS)),
    ("proof-transfer", lambda pdf: state(pdf, b"", TR=Name.Identity)),
    ("proof-transfer", lambda pdf: state(pdf, b"", TR2=Name.Identity)),
    ("proof-transfer", lambda pdf: state(pdf, b"", HTP=Array([0, 0]))),
    (
        "proof-transfer",
        lambda pdf: state(pdf, b"", HT=Dictionary(HalftoneType=1, HalftoneName=String("Euclid"))),
    ),
    ("proof-transfer", lambda pdf: state(pdf, b"", HT=Dictionary(HalftoneType=6))),
    ("proof-spots", lambda pdf: spot(pdf, Name.DeviceCMYK, tint(0, 1, 0, 0), "/专色红")),
    (
        "proof-printed",
        lambda pdf: with_small_font(pdf, told("x4", "葛\U000e0100", shown(BLANK + b"Tj"))),
    ),
    ("proof-notdef", lambda pdf: with_small_font(pdf, INK["x4"] + shown(LACKED + b"Tj"))),
    # colour
    ("proof-intent", lambda pdf: remove(pdf.Root, "/OutputIntents")),
    ("proof-intent", lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])),
    (
        "proof-condition",
        lambda pdf: remove(pdf.Root.OutputIntents[0], "/OutputConditionIdentifier"),
    ),
    ("proof-condition", lambda pdf: remove(pdf.Root.OutputIntents[0], "/Info")),
    (
        "proof-condition",
        lambda pdf: pdf.Root.OutputIntents[0].update(
            {"/RegistryName": String("http://example.org")}
        ),
    ),
    ("proof-profile", lambda pdf: remove(pdf.Root.OutputIntents[0], "/DestOutputProfile")),
    ("proof-profile", lambda pdf: profile(pdf, icc(b"mntr"))),
    ("proof-profile", lambda pdf: profile(pdf, icc(), 3)),
    ("proof-profile", lambda pdf: profile(pdf, b"no profile")),
    ("proof-colour", lambda pdf: draw(pdf, SRGB)),
    ("proof-colour", lambda pdf: draw(pdf, b"/DeviceRGB CS 1 0 0 SC 0 0 m 9 9 l S")),
    ("proof-colour", lambda pdf: draw(pdf, b"1 0 0 rg BT /F 9 Tf (A) Tj ET")),
    ("proof-colour", lambda pdf: image(pdf).update({"/ColorSpace": Name.DeviceRGB})),
    (
        "proof-colour",
        lambda pdf: image(pdf).update(
            {"/ColorSpace": Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0" * 6)])}
        ),
    ),
    ("proof-colour", lambda pdf: draw(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \0\0\0 EI")),
    ("proof-colour", lambda pdf: form(pdf, SRGB)),
    ("proof-colour", lambda pdf: pattern(pdf, SRGB)),
    ("proof-colour", lambda pdf: drawn_font(pdf, SRGB)),
    ("proof-colour", lambda pdf: form(pdf, b"Q Q Q " + SRGB)),
    ("proof-colour", lambda pdf: shading(pdf, Name.DeviceRGB)),
    ("proof-colour", lambda pdf: spot(pdf, Name.DeviceRGB, tint(1, 0, 0))),
    ("proof-colour-unknown", lambda pdf: draw(pdf, b"/Nowhere cs 1 scn 0 0 9 9 re f")),
    # ink
    ("proof-white-overprint", lambda pdf: draw(pdf, b"/O gs 0 0 0 0 k BT /F 9 Tf (A) Tj ET")),
    ("proof-white-overprint", lambda pdf: draw(pdf, b"/O gs 1 g 0 0 9 9 re f")),
    ("proof-white-overprint", lambda pdf: draw(pdf, b"/O gs /S CS 0 SCN 0 0 m 9 9 l S")),
    ("proof-rich-black", lambda pdf: draw(pdf, b"0.5 0.4 0.4 1 k BT /F 9 Tf (A) Tj ET")),
    ("proof-black-text", lambda pdf: draw(pdf, b"0 0 0 1 k BT /F 9 Tf (A) Tj ET")),
    ("proof-black-text", lambda pdf: draw(pdf, b"/O gs 0 g BT /F 9 Tf (A) Tj ET")),
    ("proof-hairline", lambda pdf: draw(pdf, b"0 w 0 0 0 1 K 0 0 m 9 9 l S")),
    (
        "proof-hairline",
        lambda pdf: draw(pdf, b"q 0.1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 0 0 m 9 9 l S Q"),
    ),
    ("proof-thin-line", lambda pdf: draw(pdf, b"0.2 w 0 0 0 1 K 0 0 m 9 9 l S")),
]

ONLY: list[tuple[Kind, str, Change]] = [
    ("x4", "proof-mark", lambda pdf: edit_xmp(pdf, "PDF/X-4", "PDF/X-3")),
    (
        "x4",
        "proof-mark",
        lambda pdf: pdf.trailer.Info.update({"/GTS_PDFXVersion": String("PDF/X-1a:2003")}),
    ),
    (
        "x4",
        "proof-xmp",
        lambda pdf: edit_xmp(pdf, "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>", ""),
    ),
    (
        "x4",
        "proof-xmp",
        lambda pdf: edit_xmp(
            pdf, "<xmp:MetadataDate>2026-11-20T08:00:00+08:00</xmp:MetadataDate>", ""
        ),
    ),
    ("x4", "proof-profile", lambda pdf: profile(pdf, icc(version=5))),
    ("x4", "proof-overprint-icc", icc_overprint),
    ("x4", "proof-profile", lambda pdf: (black_alone(pdf), profile(pdf, icc(space=b"GRAY"), 4))),
    (
        "x4",
        "proof-profile",
        lambda pdf: (black_alone(pdf), profile(pdf, icc(b"mntr", space=b"GRAY"), 1)),
    ),
    ("x4", "proof-profile", lambda pdf: (black_alone(pdf), profile(pdf, icc(space=b"Lab "), 3))),
    ("x4", "proof-colour", lambda pdf: black_alone(pdf, b"0 0 0 1 k 0 0 9 9 re f")),
    ("x4", "proof-colour", lambda pdf: black_alone(pdf, SRGB)),
    (
        "x4",
        "proof-colour",
        lambda pdf: (black_alone(pdf), image(pdf).update({"/ColorSpace": Name.DeviceCMYK})),
    ),
    (
        "x4",
        "proof-one-ink",
        lambda pdf: (black_alone(pdf), spot(pdf, Name.DeviceGray, grey_tint(), "/All")),
    ),
    (
        "x4",
        "proof-one-ink",
        lambda pdf: (black_alone(pdf), spot(pdf, Name.DeviceGray, grey_tint(), "/Gold")),
    ),
    ("x4", "proof-one-ink", lambda pdf: (black_alone(pdf), two_inks(pdf))),
    ("x1a", "proof-profile", black_alone),
    (
        "x1a",
        "proof-mark",
        lambda pdf: pdf.trailer.Info.update({"/GTS_PDFXVersion": String("PDF/X-1a:2001")}),
    ),
    (
        "x1a",
        "proof-too-large",
        lambda pdf: page(pdf).update({"/MediaBox": Array([0, 0, 20000, 420])}),
    ),
    (
        "x1a",
        "proof-font-programs",
        lambda pdf: descriptor(pdf).update(
            {"/FontFile3": Stream(pdf, b"OTTO", Subtype=Name.OpenType)}
        ),
    ),
    ("x1a", "proof-depth", lambda pdf: image(pdf).update({"/BitsPerComponent": 16})),
    (
        "x1a",
        "proof-layers",
        lambda pdf: pdf.Root.update({"/OCProperties": Dictionary(OCGs=Array([]), D=Dictionary())}),
    ),
    ("x1a", "proof-profile", lambda pdf: profile(pdf, icc(version=4))),
    (
        "x1a",
        "proof-colour",
        lambda pdf: resources(pdf).ColorSpace.update(
            {"/DefaultCMYK": Array([Name.ICCBased, pdf.make_stream(icc(), N=4)])}
        ),
    ),
    ("x1a", "proof-colour", lab),
    ("x1a", "proof-transparency", lambda pdf: state(pdf, b"0 1 0 0 k 0 0 9 9 re f", ca=0.5)),
    ("x1a", "proof-transparency", lambda pdf: state(pdf, b"0 1 0 0 K 0 0 m 9 9 l S", CA=0.5)),
    ("x1a", "proof-transparency", lambda pdf: state(pdf, b"", BM=Name.Multiply)),
    ("x1a", "proof-transparency", lambda pdf: state(pdf, b"", SMask=Dictionary(S=Name.Alpha))),
    (
        "x1a",
        "proof-transparency",
        lambda pdf: image(pdf).update(
            {"/SMask": pdf.make_stream(b"\0\0\0", ColorSpace=Name.DeviceGray)}
        ),
    ),
    (
        "x1a",
        "proof-transparency",
        lambda pdf: page(pdf).update({"/Group": Dictionary(S=Name.Transparency)}),
    ),
    (
        "x1a",
        "proof-transparency",
        lambda pdf: form(pdf, b"", Group=Dictionary(S=Name.Transparency)),
    ),
    ("a2b", "proof-mark", lambda pdf: edit_xmp(pdf, 'pdfaid:part="2"', 'pdfaid:part="3"')),
    (
        "a2b",
        "proof-actions",
        lambda pdf: pdf.Root.update(
            {"/OpenAction": Dictionary(S=Name.Launch, F=String("calc.exe"))}
        ),
    ),
    (
        "a2b",
        "proof-forms",
        lambda pdf: pdf.Root.update(
            {"/AcroForm": Dictionary(Fields=Array([]), NeedAppearances=True)}
        ),
    ),
    ("a2b", "proof-interpolation", lambda pdf: image(pdf).update({"/Interpolate": True})),
    ("a2b", "proof-colour", lambda pdf: draw(pdf, b"0 0 0 1 k 0 0 9 9 re f")),
    ("a2b", "proof-colour", lambda pdf: remove(pdf.Root, "/OutputIntents")),
    ("a2b", "proof-profile", lambda pdf: profile(pdf, icc(b"scnr", b"RGB "), 3)),
    ("a2b", "proof-profile", lambda pdf: profile(pdf, icc(b"mntr", b"RGB "), 4)),
    (
        "a2b",
        "proof-one-profile",
        lambda pdf: pdf.Root.OutputIntents.append(
            Dictionary(S=Name.GTS_PDFX, DestOutputProfile=pdf.make_stream(icc(), N=4))
        ),
    ),
    ("a2a", "proof-mark", lambda pdf: edit_xmp(pdf, 'conformance="A"', 'conformance="U"')),
    ("a2a", "proof-structure", lambda pdf: remove(pdf.Root, "/MarkInfo")),
    ("a2a", "proof-structure", lambda pdf: remove(pdf.Root, "/StructTreeRoot")),
    ("a2a", "proof-types", lambda pdf: pdf.Root.StructTreeRoot.K[2].update({"/S": Name.Paragraph})),
    ("a2a", "proof-types", circular_roles),
    ("a2a", "proof-language", lambda pdf: remove(pdf.Root, "/Lang")),
    ("a2a", "proof-to-unicode", lambda pdf: remove(resources(pdf).Font.F, "/ToUnicode")),
    (
        "a2a",
        "proof-described",
        lambda pdf: edit_xmp(pdf, "pdfua/ns/id/</pdfaSchema", "other/</pdfaSchema"),
    ),
    ("a2a", "proof-interpolation", lambda pdf: image(pdf).update({"/Interpolate": True})),
    ("ua1", "proof-types", lambda pdf: pdf.Root.StructTreeRoot.K[2].update({"/S": Name.Paragraph})),
    ("ua1", "proof-mark", lambda pdf: edit_xmp(pdf, 'pdfuaid:part="1"', 'pdfuaid:part="2"')),
    ("ua1", "proof-structure", lambda pdf: remove(pdf.Root, "/MarkInfo")),
    ("ua1", "proof-structure", lambda pdf: pdf.Root.MarkInfo.update({"/Suspects": True})),
    ("ua1", "proof-structure", lambda pdf: remove(pdf.Root, "/StructTreeRoot")),
    ("ua1", "proof-tagged", lambda pdf: draw(pdf, b"0 0 9 9 re f")),
    (
        "ua1",
        "proof-tagged",
        lambda pdf: draw(pdf, b"/Span <</ActualText (x)>> BDC BT /F 9 Tf (A) Tj ET EMC"),
    ),
    ("ua1", "proof-language", lambda pdf: remove(pdf.Root, "/Lang")),
    ("ua1", "proof-title", lambda pdf: remove(pdf.Root, "/ViewerPreferences")),
    (
        "ua1",
        "proof-title",
        lambda pdf: edit_xmp(pdf, '<rdf:li xml:lang="x-default">简报</rdf:li>', ""),
    ),
    ("ua1", "proof-figures", lambda pdf: remove(pdf.Root.StructTreeRoot.K[3], "/Alt")),
    ("ua1", "proof-headings", lambda pdf: pdf.Root.StructTreeRoot.K[1].update({"/S": Name.H3})),
    (
        "ua1",
        "proof-links",
        lambda pdf: (link(pdf, [0, 0, 9, 9], StructParent=1), page(pdf).update({"/Tabs": Name.S})),
    ),
    (
        "ua1",
        "proof-links",
        lambda pdf: (
            link(pdf, [0, 0, 9, 9], Contents=String("第 3 页")),
            page(pdf).update({"/Tabs": Name.S}),
        ),
    ),
    (
        "ua1",
        "proof-links",
        lambda pdf: link(pdf, [0, 0, 9, 9], Contents=String("第 3 页"), StructParent=1),
    ),
    ("ua1", "proof-to-unicode", lambda pdf: remove(resources(pdf).Font.F, "/ToUnicode")),
    ("ua1", "proof-fonts", lambda pdf: remove(descriptor(pdf), "/FontFile2")),
]


UNPRINTED: dict[str, tuple[str, bytes, dict[str, object]]] = {
    "a blank under an emoji": ("❤\ufe0f", shown(BLANK + b"Tj"), {}),
    "the same in CFF": ("❤", shown(BLANK + b"Tj"), {"cff": True}),
    "blanks with kerns between them": (
        "葛\U000e0100",
        shown(b"[" + BLANK + b"-20" + BLANK + b"]TJ"),
        {},
    ),
    "a code that is mapped to a blank": ("甲", shown(SQUARE + b"Tj"), {"mapped": TURNED_ROUND}),
    "nothing at all": ("甲", b"", {}),
    "text that is not painted": ("甲", b"3 Tr " + shown(BLANK + b"Tj") + b" 0 Tr", {}),
}
PRINTED: dict[str, tuple[str, bytes, dict[str, object]]] = {
    "a glyph": ("甲", shown(SQUARE + b"Tj"), {}),
    "a glyph of CFF": ("甲", shown(SQUARE + b"Tj"), {"cff": True}),
    "one glyph among blanks": ("甲乙", shown(b"[" + BLANK + b"9" + SQUARE + b"]TJ"), {}),
    "a code that is mapped to a glyph": ("甲", shown(BLANK + b"Tj"), {"mapped": TURNED_ROUND}),
    "a space": (" \u00ad\ufe0f", shown(BLANK + b"Tj"), {}),
    "a drawing": ("甲", b"20 20 5 5 re f", {}),
    "a font that is not looked into": ("甲", b"BT /F 12 Tf (A) Tj ET", {}),
    "an inner text": (
        "甲",
        b"/Span <</ActualText (x)>> BDC " + shown(SQUARE + b"Tj") + b" EMC",
        {},
    ),
}


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b", "ua1"])
@pytest.mark.parametrize("case", UNPRINTED)
def test_text_that_is_told_and_not_printed(kind: Kind, case: str) -> None:
    """ISO 32000-1 14.9.4: ActualText stands for what is shown, not for nothing."""
    text, content, font = UNPRINTED[case]
    pdf = good(kind)
    with_small_font(pdf, told(kind, text, content), **font)
    found = prove(saved(pdf, kind), kind)
    assert {finding.code for finding in found} == {"proof-printed"}
    assert any(f"“{text}”" in finding.zh for finding in found)
    assert {finding.page for finding in found} == {1}


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b", "ua1"])
@pytest.mark.parametrize("case", PRINTED)
def test_text_that_stands_over_ink(kind: Kind, case: str) -> None:
    text, content, font = PRINTED[case]
    pdf = good(kind)
    with_small_font(pdf, told(kind, text, content), **font)
    assert codes(saved(pdf, kind), kind) == set()


@pytest.mark.parametrize("as_range", [False, True])
@pytest.mark.parametrize("cff", [False, True])
def test_a_blank_that_is_said_to_show_a_character(*, as_range: bool, cff: bool) -> None:
    """ToUnicode gives the text of every code, so that a search finds what nobody can read."""
    pdf = good("x4")
    with_small_font(
        pdf, INK["x4"] + shown(BLANK + b"Tj"), telling(BLANK, "❤", as_range=as_range), cff=cff
    )
    assert codes(saved(pdf, "x4"), "x4") == {"proof-printed"}


@pytest.mark.parametrize(
    "to_unicode",
    [
        telling(BLANK, "❤"),
        telling(BLANK, "\ufe0f"),
        telling(SQUARE, "❤"),
        b"<",
        b"beginbfchar <> <zz> endbfchar",
    ],
)
def test_a_code_that_is_never_shown_tells_nothing_wrong(to_unicode: bytes) -> None:
    pdf = good("x4")
    with_small_font(pdf, INK["x4"] + shown(SQUARE + b"Tj"), to_unicode)
    assert codes(saved(pdf, "x4"), "x4") == set()


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b", "ua1"])
@pytest.mark.parametrize(
    "operator", [LACKED + b"Tj", b"[" + SQUARE + b"7" + LACKED + b"]TJ", LACKED + b"'"]
)
def test_a_character_that_the_font_lacks(kind: Kind, operator: bytes) -> None:
    pdf = good(kind)
    with_small_font(pdf, told(kind, "□", shown(SQUARE + b"Tj " + operator)))
    assert codes(saved(pdf, kind), kind) == {"proof-notdef"}


def test_codes_that_hold_zeros_are_no_notdef() -> None:
    """<0100 0002> has four zeros in a row and no code 0."""
    pdf = good("x4")
    with_small_font(
        pdf,
        INK["x4"] + shown(b"<01000002>Tj"),
        mapped=bytes((0, 0, 0, 1, 0, 2)) + bytes(2 * 253) + bytes((0, 2)),
    )
    assert codes(saved(pdf, "x4"), "x4") == set()


def test_a_code_beyond_the_program_prints_nothing() -> None:
    pdf = good("x4")
    with_small_font(pdf, told("x4", "甲", shown(b"<0777>Tj")))
    assert codes(saved(pdf, "x4"), "x4") == {"proof-printed"}


FAULTS = [(kind, code, change) for code, change in BOTH for kind in ("x4", "x1a")] + ONLY


@pytest.mark.parametrize(
    ("kind", "code", "change"),
    FAULTS,
    ids=[f"{kind}-{code}-{at}" for at, (kind, code, _) in enumerate(FAULTS)],
)
def test_a_planted_fault_is_found_and_nothing_else(kind: Kind, code: str, change: Change) -> None:
    pdf = good(kind)
    change(pdf)
    found = prove(saved(pdf, kind), kind)
    assert {finding.code for finding in found} == {code}, found
    for finding in found:
        assert finding.zh != finding.en
        assert finding.page in (None, 1)


# -- faults that lie in how a file is written ------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "version"), [("x4", "1.7"), ("x1a", "1.5"), ("a2b", "2.0"), ("ua1", "2.0")]
)
def test_a_version_too_new(kind: Kind, version: str) -> None:
    assert codes(saved(good(kind), kind, force_version=version), kind) == {"proof-version"}


def test_a_version_too_new_in_the_catalogue() -> None:
    pdf = good("x1a")
    pdf.Root.Version = Name("/1.7")
    assert codes(saved(pdf, "x1a"), "x1a") == {"proof-version"}


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b"])
def test_an_encrypted_file(kind: Kind) -> None:
    data = saved(
        good(kind),
        kind,
        force_version="",
        encryption=pikepdf.Encryption(owner="o", user=""),
        deterministic_id=False,
    )
    assert "proof-encrypted" in codes(data, kind)


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b"])
def test_no_identifier(kind: Kind) -> None:
    data = saved(good(kind), kind)
    assert codes(data.replace(b"/ID [", b"/JD ["), kind) == {"proof-identifier"}


def test_object_streams_are_for_newer_programs() -> None:
    data = saved(
        good("x1a"),
        "x1a",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        force_version="1.5",
    )
    assert codes(data.replace(b"%PDF-1.5", b"%PDF-1.4"), "x1a") == {"proof-object-streams"}
    assert (
        codes(saved(good("x4"), "x4", object_stream_mode=pikepdf.ObjectStreamMode.generate), "x4")
        == set()
    )


def test_no_comment_of_binary_bytes() -> None:
    data = saved(good("a2b"), "a2b")
    start = data.index(b"%", 5)
    assert codes(data[:start] + b"%abcd" + data[start + 5 :], "a2b") == {"proof-binary"}


@pytest.mark.parametrize("kind", ["x4", "x1a", "a2b"])
def test_lzw_is_refused(kind: Kind) -> None:
    pdf = good(kind)
    pdf.pages[0].Resources.XObject.I.write(
        bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]), filter=Name.LZWDecode
    )
    data = saved(
        pdf, kind, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )
    assert codes(data, kind) == {"proof-filters"}


def test_jpeg_2000_is_for_newer_programs() -> None:
    def with_jpx(kind: Kind) -> bytes:
        pdf = good(kind)
        pdf.pages[0].Resources.XObject.I.write(b"\0\0\0\x0cjP  ", filter=Name.JPXDecode)
        return saved(pdf, kind)

    assert codes(with_jpx("x1a"), "x1a") == {"proof-filters"}
    assert codes(with_jpx("x4"), "x4") == set()


@pytest.mark.parametrize("kind", ["x4", "a2b", "ua1"])
@pytest.mark.parametrize("packet", ["<x:xmpmeta", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"])
def test_metadata_that_cannot_be_read(kind: Kind, packet: str) -> None:
    pdf = good(kind)
    set_xmp(pdf, packet)
    assert "proof-metadata" in codes(saved(pdf, kind), kind)


def test_compressed_metadata_is_refused() -> None:
    import zlib

    pdf = good("x4")
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(zlib.compress(packet), filter=Name.FlateDecode)
    data = saved(
        pdf, "x4", compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )
    if b"FlateDecode" in data:
        assert codes(data, "x4") == {"proof-metadata"}


def test_a_date_that_is_none() -> None:
    pdf = good("x1a")
    del pdf.Root.Metadata
    pdf.trailer.Info.CreationDate = String("yesterday")
    assert codes(saved(pdf, "x1a"), "x1a") == {"proof-dates"}


def test_pdf_a_level_u_wants_more_than_level_b() -> None:
    pdf = good("a2b")
    assert codes(saved(pdf, "a2b"), "a2u") == {"proof-mark"}
    edit_xmp(pdf, 'conformance="B"', 'conformance="U"')
    assert codes(saved(pdf, "a2b"), "a2u") == codes(saved(pdf, "a2b"), "a2b") == set()
    del resources(pdf).Font.F["/ToUnicode"]
    assert codes(saved(pdf, "a2b"), "a2u") == {"proof-to-unicode"}
    assert codes(saved(pdf, "a2b"), "a2b") == set()


# -- what is no fault ------------------------------------------------------------------------------

FINE: list[tuple[Kind, Change]] = [
    (
        "a2a",
        lambda pdf: (
            pdf.Root.StructTreeRoot.K[2].update({"/S": Name.Absatz}),
            roles(pdf, Absatz=Name.Zeile, Zeile=Name.P),
        ),
    ),
    ("x4", lambda pdf: state(pdf, b"0 1 0 0 k 0 0 9 9 re f", ca=0.5, BM=Name.Multiply)),
    (
        "x4",
        lambda pdf: (
            resources(pdf).ColorSpace.update(
                {"/DefaultRGB": Array([Name.ICCBased, pdf.make_stream(icc(b"mntr", b"RGB "), N=3)])}
            )
            or draw(pdf, SRGB)
        ),
    ),
    ("x4", lambda pdf: image(pdf).update({"/BitsPerComponent": 16})),
    ("x4", lambda pdf: profile(pdf, icc(version=4))),
    ("x4", black_alone),
    ("x4", lambda pdf: black_alone(pdf, b"0 G 0.5 w 0 0 m 9 9 l S")),
    ("x4", lambda pdf: (black_alone(pdf), spot(pdf, Name.DeviceGray, grey_tint(), "/Black"))),
    (
        "x1a",
        lambda pdf: state(
            pdf, b"0 1 0 0 k 0 0 9 9 re f", ca=1, BM=Name.Normal, SMask=Name("/None")
        ),
    ),
    ("x1a", lambda pdf: draw(pdf, b"0 0 0 0 k BT /F 9 Tf (A) Tj ET")),  # white that knocks out
    ("x1a", lambda pdf: draw(pdf, b"0.5 0.4 0.4 1 k 0 0 99 99 re f")),  # a large area in rich black
    # a masthead
    ("x1a", lambda pdf: draw(pdf, b"0.5 0.4 0.4 1 k BT 40 0 0 40 0 0 Tm /F 1 Tf (A) Tj ET")),
    ("x1a", lambda pdf: draw(pdf, b"0 0 0 1 k BT 3 Tr /F 9 Tf (A) Tj ET")),  # invisible
    ("x1a", all_grey),
    ("x1a", lambda pdf: link(pdf, [0, 0, 5, 5], Dest=String("there"))),  # outside the bleed
    ("x1a", lambda pdf: state(pdf, b"", TR2=Name.Default)),
    # the same spot once more
    ("x1a", lambda pdf: spot(pdf, Name.DeviceCMYK, tint(0, 1, 1, 0), "/专色红")),
    # half a point on the page
    ("x1a", lambda pdf: draw(pdf, b"0.1 w q 5 0 0 5 0 0 cm 0 0 0 1 K 0 0 m 9 9 l S Q")),
    (
        "a2b",
        lambda pdf: link(pdf, [50, 50, 90, 60], A=Dictionary(S=Name.URI, URI=String("http://a.b"))),
    ),
    ("ua1", lambda pdf: draw(pdf, b"/Artifact <</Type /Pagination>> BDC 0 0 9 9 re f EMC")),
]


@pytest.mark.parametrize(
    ("kind", "change"), FINE, ids=[f"{kind}-{at}" for at, (kind, _) in enumerate(FINE)]
)
def test_what_a_standard_allows_is_not_reported(kind: Kind, change: Change) -> None:
    pdf = good(kind)
    change(pdf)
    assert prove(saved(pdf, kind), kind) == []


# -- the rules themselves --------------------------------------------------------------------------


def test_no_rule_goes_untested() -> None:
    written = {
        "proof-version",
        "proof-encrypted",
        "proof-identifier",
        "proof-object-streams",
        "proof-binary",
        "proof-filters",
    }
    written |= {"proof-metadata", "proof-dates", "proof-to-unicode"}
    assert {rule.code for rule in RULES} == {code for _, code, _ in FAULTS} | written


def test_every_rule_says_where_it_comes_from() -> None:
    for rule in RULES:
        said = " ".join((rule.check.__doc__ or "").split())
        assert said
        assert set(rule.clauses) <= set(STANDARDS)
        for clause in rule.clauses.values():
            assert clause == "house" or clause in said, rule


def test_every_standard_has_rules_and_none_twice() -> None:
    for standard in STANDARDS:
        codes = [rule.code for rule in RULES if standard in rule.clauses]
        assert len(codes) > 10
        assert len(codes) == len(set(codes))
