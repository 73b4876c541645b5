"""What a file says of itself: the same in its Info dictionary and in XMP (ISO 15930-7 6.3, 6.12;
ISO 19005-2 6.6; ISO 14289-1 5).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape

from msgspec import Struct

from layouts.page.page import Edition
from layouts.pdf.syntax import text_string
from layouts.prepress.preset import Preset, Standard
from layouts.sound_text import unsound

CREATOR = "Banxin 版心"

CHINA = datetime.timezone(datetime.timedelta(hours=8))

UNDATED = datetime.date(2000, 1, 1)
"""For an issue without a date: a file has to name one, and a clock would make every export another
file.
"""

_VERSIONS: dict[Standard, tuple[int, int]] = {"x1a": (1, 4), "x4": (1, 6)}

_PDFA: dict[Standard, str] = {"x4": "B", "a2u": "U", "a2a": "A"}
"""Conformance with PDF/A-2. A PDF/X-4 of ours is PDF/A-2b as well."""

_PDFUA: frozenset[Standard] = frozenset({"ua1", "a2a"})
"""What conforms to PDF/UA-1. A PDF/A-2a of ours does as well."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


class Statement(Struct, frozen=True):
    """Title, author and language of a file, when it was made, and what it keeps to.

    `tagged` where it has a structure.
    """

    title: str
    author: str
    language: str
    moment: datetime.datetime
    standard: Standard
    tagged: bool = False

    @property
    def pdfa(self) -> str:
        """The level of PDF/A-2 that the file keeps to, empty for none: without a structure no level
        A.
        """
        level = _PDFA.get(self.standard, "")
        return "U" if level == "A" and not self.tagged else level

    @property
    def pdfua(self) -> bool:
        """Whether it is PDF/UA-1: an untagged file is none, whatever its preset wants."""
        return self.tagged and self.standard in _PDFUA

    @property
    def version(self) -> tuple[int, int]:
        """The version of PDF that the standard is written for; 1.7 where it allows."""
        return _VERSIONS.get(self.standard, (1, 7))


def statement_of(
    edition: Edition,
    preset: Preset,
    moment: datetime.datetime | None = None,
    *,
    tagged: bool = False,
) -> Statement:
    """What a file of an edition says.

    It was made at `moment` (in China where that names no zone), or as the issue's day began there.
    """
    day = edition.date or UNDATED
    when = moment or datetime.datetime(day.year, day.month, day.day, tzinfo=CHINA)
    when = when if when.tzinfo else when.replace(tzinfo=CHINA)
    return Statement(
        _plain(edition.title),
        _plain(edition.author),
        edition.language,
        when,
        preset.standard,
        tagged,
    )


def info_entries(statement: Statement) -> dict[str, str]:
    """The entries of Info beside Title, Author and Producer."""
    moment = statement.moment
    away = int((moment.utcoffset() or datetime.timedelta()).total_seconds()) // 60
    # +08'00: an apostrophe between hours and minutes (ISO 32000-1 7.9.4)
    zone = f"{'-' if away < 0 else '+'}{abs(away) // 60:02}'{abs(away) % 60:02}'"
    date = f"(D:{moment:%Y%m%d%H%M%S}{zone})"
    mark = {"GTS_PDFXVersion": text_string("PDF/X-1a:2003")} if statement.standard == "x1a" else {}
    return {
        "Creator": text_string(CREATOR),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
        **mark,
    }


def xmp(statement: Statement, producer: str, digest: bytes) -> bytes:
    """The XMP packet. The document's identity is made of `digest`, 16 bytes or more."""
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    body = "\n".join(_properties(statement, producer, digest))
    return (
        # the id is the same in every packet, the byte order mark tells its encoding (ISO 16684-1
        # 7.3)
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{namespaces}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _properties(statement: Statement, producer: str, digest: bytes) -> Iterator[str]:
    date = statement.moment.isoformat(timespec="seconds")
    yield "<dc:format>application/pdf</dc:format>"
    title = f'<rdf:li xml:lang="x-default">{escape(statement.title)}</rdf:li>'
    yield f"<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>"
    if statement.author:
        author = f"<rdf:li>{escape(statement.author)}</rdf:li>"
        yield f"<dc:creator><rdf:Seq>{author}</rdf:Seq></dc:creator>"
    language = f"<rdf:li>{escape(statement.language)}</rdf:li>"
    yield f"<dc:language><rdf:Bag>{language}</rdf:Bag></dc:language>"
    yield f"<pdf:Producer>{escape(producer)}</pdf:Producer>\n<pdf:Trapped>False</pdf:Trapped>"
    yield f"<xmp:CreatorTool>{escape(CREATOR)}</xmp:CreatorTool>"
    yield f"<xmp:CreateDate>{date}</xmp:CreateDate>"
    yield f"<xmp:ModifyDate>{date}</xmp:ModifyDate>"
    yield f"<xmp:MetadataDate>{date}</xmp:MetadataDate>"
    yield f"<xmpMM:DocumentID>uuid:{_uuid(digest)}</xmpMM:DocumentID>"
    yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
    yield "<xmpMM:VersionID>1</xmpMM:VersionID>"
    if statement.pdfa:
        yield "<pdfaid:part>2</pdfaid:part>"
        yield f"<pdfaid:conformance>{statement.pdfa}</pdfaid:conformance>"
        yield _extensions(statement)
    if statement.standard == "x4":
        yield "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    if statement.pdfua:
        yield "<pdfuaid:part>1</pdfuaid:part>"


def _extensions(statement: Statement) -> str:
    """PDF/A knows neither Trapped nor the marks of PDF/X and PDF/UA: their schemas are described
    (ISO 19005-2 6.6.2.3.3).
    """
    schemas = [_schema("pdf", "PDF properties", "Trapped", "Whether the document is trapped")]
    if statement.standard == "x4":
        schemas.append(
            _schema("pdfxid", "PDF/X identification", "GTS_PDFXVersion", "The version of PDF/X")
        )
    if statement.pdfua:
        schemas.append(
            _schema("pdfuaid", "PDF/UA identification", "part", "The part of ISO 14289", "Integer")
        )
    return f"<pdfaExtension:schemas><rdf:Bag>\n{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas>"


def _schema(prefix: str, about: str, key: str, meaning: str, kind: str = "Text") -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{about}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{key}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{meaning}</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )


def _uuid(digest: bytes) -> str:
    """A name-based UUID (RFC 9562 5.8) out of a digest."""
    parts = bytearray(digest[:16])
    # version 8, whose other bits are anybody's, and variant 10
    parts[6], parts[8] = 0x80 | parts[6] & 0x0F, 0x80 | parts[8] & 0x3F
    text = parts.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _plain(text: str) -> str:
    """Text that XML can hold, on one line, so that Info and XMP say the same."""
    return text.translate(unsound() | dict.fromkeys(map(ord, "\t\n\r"), " "))
