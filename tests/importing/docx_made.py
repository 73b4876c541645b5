"""Small Word files of our own making: a body in WordprocessingML, and whatever parts go with it."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.docx import read
from layouts.importing.received import (
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)

OPEN = "http://schemas.openxmlformats.org"
OFFICE = f"{OPEN}/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/word/2010"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{OPEN}/wordprocessingml/2006/main",
        "r": OFFICE,
        "wp": f"{OPEN}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OPEN}/drawingml/2006/main",
        "pic": f"{OPEN}/drawingml/2006/picture",
        "c": f"{OPEN}/drawingml/2006/chart",
        "m": f"{OPEN}/officeDocument/2006/math",
        "mc": f"{OPEN}/markup-compatibility/2006",
        "wps": f"{MICROSOFT}/wordprocessingShape",
        "wpg": f"{MICROSOFT}/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }.items()
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
EMF = b"\x01\0\0\0" + bytes(100)
A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1453" w:right="1453"/></w:sectPr>'
"""Its text is 9000 twips wide: 5,715,000 EMU."""

TEXT_WIDTH = 9000 * 635


def p(*runs: str, look: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(runs)}</w:p>"


def r(text: str = "", look: str = "", more: str = "") -> str:
    """A run: its text, then other elements."""
    said = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{said}{more}</w:r>"


def pt(text: str, look: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return p(r(text, run), look=look)


def numbered(text: str, level: int = 0, number: int = 1, more: str = "") -> str:
    return pt(text, f"{more}{number_of(level, number)}")


def number_of(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place: int, counting: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{counting}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """A numbering part with one list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def style(style_id: str, name: str, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}</w:style>'
    )


def field(instruction: str, *result: str, separator: bool = True) -> str:
    """A complex field."""
    between = r(more='<w:fldChar w:fldCharType="separate"/>') if separator else ""
    return (
        r(more='<w:fldChar w:fldCharType="begin"/>')
        + r(more=f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
        + between
        + "".join(result)
        + r(more='<w:fldChar w:fldCharType="end"/>')
    )


def picture(embed: str = 'r:embed="rPhoto"', shape: str = "", fill: str = "", name: str = "x.png"):
    """A `pic:pic`."""
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {embed}/>{fill}</pic:blipFill><pic:spPr>{shape}</pic:spPr></pic:pic>"
    )


def graphic(content: str) -> str:
    return f'<a:graphic><a:graphicData uri="u">{content}</a:graphicData></a:graphic>'


def inline(width: float = 0.5, content: str = "", alt: str = "") -> str:
    """A drawing in the line, its width a share of the text's on A4."""
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{round(width * TEXT_WIDTH)}" cy="360000"/>'
        f'<wp:docPr id="1" name="d" descr="{alt}"/>{graphic(content or picture())}</wp:inline></w:drawing>'
    )


def floating(
    width: float = 0.4,
    place: str = "<wp:align>right</wp:align>",
    frame: str = "column",
    wrap: str = '<wp:wrapSquare wrapText="bothSides"/>',
    content: str = "",
) -> str:
    """A drawing beside the text."""
    return (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="{frame}">{place}</wp:positionH>'
        f'<wp:extent cx="{round(width * TEXT_WIDTH)}" cy="360000"/>{wrap}'
        f'<wp:docPr id="1" name="d"/>{graphic(content or picture())}</wp:anchor></w:drawing>'
    )


def text_box(*paragraphs: str) -> str:
    """A `wps:wsp` with paragraphs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<wps:wsp><wps:spPr/><wps:txbx>{inside}</wps:txbx></wps:wsp>"


def either(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def cell(content: str = "", look: str = "") -> str:
    """A cell: a word, or paragraphs."""
    inside = content if content.startswith("<") else pt(content)
    return f"<w:tc>{f'<w:tcPr>{look}</w:tcPr>' if look else ''}{inside}</w:tc>"


def relation(name: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'


def relations(*said: str) -> str:
    uri = f"{OPEN}/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{"".join(said)}</Relationships>'


_PARTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "header": "w:hdr",
    "footer": "w:ftr",
}


def write(path: Path, body: str, *more: str, files: dict[str, bytes] | None = None, **parts: str):
    """A file: `more` are relations of its body; parts are told by their kind."""
    own = [relation(f"r{kind}", kind, f"{kind}.xml", "") for kind in parts]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", content_types())
        out.writestr(
            "_rels/.rels", relations(relation("r1", "officeDocument", "word/document.xml"))
        )
        photo = relation("rPhoto", "image", "media/photo.png")
        out.writestr("word/_rels/document.xml.rels", relations(photo, *own, *more))
        out.writestr("word/media/photo.png", PNG)
        out.writestr("word/document.xml", document(body))
        for kind, content in parts.items():
            root = _PARTS[kind]
            out.writestr(f"word/{kind}.xml", f"<{root} {SPACES}>{content}</{root}>")
        for name, data in (files or {}).items():
            out.writestr(name, data)
    return path


def document(body: str) -> str:
    end = "" if body.endswith("</w:sectPr>") else A4
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f"<w:document {SPACES}><w:body>{body}{end}</w:body></w:document>"
    )


def content_types(main: str = "/word/document.xml", kind: str = "document.main+xml") -> str:
    uri = f"{OPEN}/package/2006/content-types"
    return (
        f'<Types xmlns="{uri}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{TYPE}.{kind}"/></Types>'
    )


class Made:
    """What the reader makes of such a file, in the words of tests."""

    def __init__(self, document: ReceivedDocument) -> None:
        self.document = document

    @property
    def paragraphs(self) -> list[ReceivedParagraph]:
        return [block for block in self.document.blocks if isinstance(block, ReceivedParagraph)]

    @property
    def strings(self) -> list[str]:
        return [paragraph.text.string for paragraph in self.paragraphs]

    @property
    def photos(self) -> list[ReceivedPhoto]:
        return [block for block in self.document.blocks if isinstance(block, ReceivedPhoto)]

    @property
    def tables(self) -> list[ReceivedTable]:
        return [block for block in self.document.blocks if isinstance(block, ReceivedTable)]

    @property
    def kinds(self) -> str:
        """The blocks in order: T a paragraph, P a photo, G a table, | a break."""
        letters = {
            ReceivedParagraph: "T",
            ReceivedPhoto: "P",
            ReceivedTable: "G",
            ReceivedBreak: "|",
        }
        return "".join(letters[type(block)] for block in self.document.blocks)

    @property
    def lost(self) -> dict[str, str]:
        """What is lost, by its code."""
        return {lost.code: lost.text for lost in self.document.lost}

    def marks(self, place: int = 0) -> list[tuple[str, str, object]]:
        """The marks of a paragraph: their kind, the characters under them, their value."""
        text = self.paragraphs[place].text
        return [(m.kind.value, text.string[m.start : m.end], m.value) for m in text.marks]


def made(folder: Path, body: str, *more: str, **parts) -> Made:
    """What the reader makes of a body with other parts."""
    return read_file(write(folder / "稿件.docx", body, *more, **parts))


def read_file(path: Path, photos: Path | None = None) -> Made:
    return Made(read(path, PhotoStore(photos or path.parent / "photos")))
