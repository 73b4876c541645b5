"""Small files that are right in every respect, made by hand, so that a test can put one thing
wrong.
"""

from __future__ import annotations

import io
import struct
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name

Kind = Literal["x4", "x1a", "a2b", "a2a", "ua1"]

VERSIONS = {"x4": "1.6", "x1a": "1.4", "a2b": "1.7", "a2a": "1.7", "ua1": "1.7"}

CONTENT = {
    "x4": b"/O gs 0 0 0 1 k BT /F 12 Tf 1 0 0 1 30 30 Tm (A) Tj ET /N gs 0 1 1 0 k 20 20 50 50 re f "
    b"/S cs 1 scn 20 80 50 5 re f 0 0 0 1 K 0.5 w 20 100 m 90 100 l S q 60 0 0 40 20 120 cm /I Do Q",
    "a2b": b"0 0 0 1 k BT /F 12 Tf 1 0 0 1 30 30 Tm (A) Tj ET 1 0 0 rg 20 20 50 50 re f q 60 0 0 40 20 120 cm /I Do Q",
    "ua1": b"/P <</MCID 0>> BDC BT /F 12 Tf 1 0 0 1 30 30 Tm (A) Tj ET EMC /Artifact BMC 20 20 50 50 re f EMC "
    b"/Figure <</MCID 1>> BDC q 60 0 0 40 20 120 cm /I Do Q EMC",
}
CONTENT["x1a"] = CONTENT["x4"]
CONTENT["a2b"] = (
    b"0 g BT /F 12 Tf 1 0 0 1 30 30 Tm (A) Tj ET 1 0 0 rg 20 20 50 50 re f q 60 0 0 40 20 120 cm /I Do Q"
)

CONTENT["a2a"] = CONTENT["ua1"]

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">简报</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>Banxin</xmp:CreatorTool><xmp:CreateDate>2026-11-20T08:00:00+08:00</xmp:CreateDate>
<xmp:ModifyDate>2026-11-20T08:00:00+08:00</xmp:ModifyDate><xmp:MetadataDate>2026-11-20T08:00:00+08:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped></rdf:Description>
<rdf:Description rdf:about="" MARKS/></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

MARKS = {
    "x4": 'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4"',
    "x1a": "",
    "a2b": 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="B"',
    "ua1": 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"',
}
MARKS["a2a"] = (
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>'
    f'<rdf:Description rdf:about="" {MARKS["ua1"]}/>'
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description><rdf:Description rdf:about=""'
)
"""A file of two standards: the mark of the other is described."""


def icc(kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 2) -> bytes:
    """The header of a profile: all that the proof looks at."""
    head = bytearray(132)
    head[0:4], head[8], head[12:16], head[16:20], head[36:40] = (
        struct.pack(">I", 132),
        version,
        kind,
        space,
        b"acsp",
    )
    return bytes(head)


def good(kind: Kind) -> pikepdf.Pdf:
    """One page with text, a tint, a spot, a rule and a photo, as the standard wants it."""
    pdf = pikepdf.new()
    is_print = kind in ("x4", "x1a")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title="简报",
            Creator="Banxin",
            CreationDate="D:20261120080000+08'00'",
            ModDate="D:20261120080000+08'00'",
        )
    )
    if is_print:
        pdf.trailer.Info.Trapped = Name("/False")
    if kind == "x1a":
        pdf.trailer.Info.GTS_PDFXVersion = "PDF/X-1a:2003"
    set_xmp(pdf, XMP.replace("MARKS", MARKS[kind]))
    profile = pdf.make_stream(icc() if is_print else icc(b"mntr", b"RGB "), N=4 if is_print else 3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX if is_print else Name.GTS_PDFA1,
        OutputConditionIdentifier="FOGRA39",
        Info="Coated FOGRA39",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(_page(pdf, kind))))
    if kind in {"ua1", "a2a"}:
        _tag(pdf)
    return pdf


def _page(pdf: pikepdf.Pdf, kind: Kind) -> Dictionary:
    inks = kind in ("x4", "x1a")
    image = pdf.make_stream(
        bytes(12 if inks else 9),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=3,
        Height=1,
        BitsPerComponent=8,
    )
    image.ColorSpace = Name.DeviceCMYK if inks else Name.DeviceRGB
    spot = Array([Name.Separation, Name("/专色红"), Name.DeviceCMYK, tint()])
    resources = Dictionary(
        Font=Dictionary(F=_font(pdf)),
        XObject=Dictionary(I=image),
        ColorSpace=Dictionary(S=pdf.make_indirect(spot)) if inks else Dictionary(),
        ExtGState=Dictionary(
            O=Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1),
            N=Dictionary(Type=Name.ExtGState, op=False, OP=False, OPM=1),
        ),
        Shading=Dictionary(),
        Pattern=Dictionary(),
    )
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 320, 420]),
        BleedBox=Array([10, 10, 310, 410]),
        TrimBox=Array([18, 18, 302, 402]),
        Resources=pdf.make_indirect(resources),
        Contents=pdf.make_stream(CONTENT[kind]),
    )


def tint(*full: float) -> Dictionary:
    """The tint transform of a spot: from no ink to the CMYK given."""
    return Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=list(full) or [0, 1, 1, 0]
    )


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    program = pdf.make_stream(b"\x00\x01\x00\x00")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Song"), Flags=4, FontFile2=program
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Song"),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Song"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(b"begincmap endcmap"),
        )
    )


def _tag(pdf: pikepdf.Pdf) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    elements = [
        pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=root, K=k, **extra)
        )
        for k, (kind, extra) in enumerate(
            (("H1", {}), ("H2", {}), ("P", {}), ("Figure", {"Alt": "会场"}))
        )
    ]
    root.K = Array(elements)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = pikepdf.String("zh-CN")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def set_xmp(pdf: pikepdf.Pdf, packet: str) -> None:
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


def edit_xmp(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert old in packet
    set_xmp(pdf, packet.replace(old, new))


def resources(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources


def draw(pdf: pikepdf.Pdf, content: bytes) -> None:
    """Paint more on the page, in a fresh graphics state."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"q " + page.Contents.read_bytes() + b" Q\n" + content)


def saved(pdf: pikepdf.Pdf, kind: Kind, **options: object) -> bytes:
    out = io.BytesIO()
    settings = {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "deterministic_id": True,
        "force_version": VERSIONS[kind],
    }
    pdf.save(out, fix_metadata_version=False, **{**settings, **options})
    return out.getvalue()
