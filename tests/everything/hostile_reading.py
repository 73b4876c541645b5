"""Text that is hostile, and what programs that are not ours find of it in the files: what a file is
made of and does, and its words.
"""

from __future__ import annotations

import io
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pypdfium2
from lxml import etree

sys.path += [str(Path(__file__).parents[1] / "webpage")]

from ofd_reading import faults
from web_reading import parsed

from layouts.proof.prove import claims, prove

LOOKS = [
    "<script>alert(1)</script>", "]]>", "--><!--", '"><img src=x onerror=alert(1)>', "'><b onclick=x>",
    "&lt;", "&#x3c;", "&#0;", "<?php x ?>", "<!DOCTYPE x>", "</title></style>", "=cmd|' /C calc'!A0",
    "+1", "-2+3", "@SUM(1)", "{ MERGEFIELD x }", '{ INCLUDETEXT "/etc/passwd" }', "{{x}}", "{x}",
    "[{x}]", "%s %(a)s {0}", "${x} $(id) `id`", "../../x", "file:///etc/passwd", "javascript:alert(1)",
    "# ** [ ](", "| a | b |", "![x](y.png)", "\\", "\\\\", "(\\)", "\\n\\u0041", "w" * 30,
]  # fmt: skip
"""Text that is something in one language or another: here it is text."""

UNSEEN = {
    "\u202eabc\u202c": "abc",
    "\u202dabc": "abc",
    "\u2066a\u2067b\u2068c\u2069": "abc",
    "\u200fa\u200eb\u061cc": "abc",
    "a\u200bb": "ab",
    "a\ufeffb": "ab",
    "a\0b": "a\ufffdb",
    "\x01\x08\x1b[31m\x7f\x9b": "\ufffd\ufffd\ufffd[31m\ufffd\ufffd",
}
"""What is left of what would turn text round or steer a terminal."""

IN_NO_FACE = ["\ud800", "x\udfff", "\ufffe\uffff", "\ufdd0", "\U0010ffff"]
"""What is no character: a page is refused, and what flows has the sign for it."""

SAID = re.compile("字([0-9]{3})始(.*?)终")


def tokens(text: str) -> Counter[tuple[str, str]]:
    """What stands in the fields, and how often; hyphens at line ends are none of it."""
    bare = "".join(text.split()).translate(dict.fromkeys(map(ord, "\u200b\ufeff\xad")))
    return Counter(SAID.findall(bare))


def of_html(pages: Iterable[bytes]) -> tuple[object, Counter[tuple[str, str]]]:
    """Elements with their attributes and addresses, and the text."""
    read = [parsed(page.decode()) for page in pages]
    elements = [
        (one.tag, *sorted(one.keys()), one.get("href", "")[:5])
        for page in read
        for one in page.iter()
        if one.tag != "wbr"
    ]
    return elements, sum(map(_words, read), Counter())


def _words(page: ET.Element) -> Counter[tuple[str, str]]:
    """What is read, and what is read aloud in place of a photo."""
    return tokens(
        " ".join(("".join(page.itertext()), *(one.get("alt", "") for one in page.iter())))
    )


def of_web_folder(files: dict[str, bytes]) -> tuple[object, Counter[tuple[str, str]]]:
    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)?\.[a-z]+", name) for name in files), files
    return of_html(data for name, data in files.items() if name.endswith(".html"))


WORDS_BESIDE = ("descr", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}author")
"""Attributes of Word that people read."""


def of_word(data: bytes) -> tuple[object, Counter[tuple[str, str]]]:
    """Elements of every part but those that follow the number of lines, and where relations lead."""
    found: dict[str, object] = {}
    text = ""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(name))
            tags = Counter(str(one.tag).rpartition("}")[2] for one in root.iter())
            found[name] = {key: tags[key] for key in tags if key not in {"keepNext", "keepLines"}}
            found[f"{name} leads to"] = [
                one.get("Target") for one in root if name.endswith(".rels")
            ]
            text += "".join(one.text or "" for one in root.iter("{*}t"))
            text += " ".join(str(one.get(key, "")) for one in root.iter() for key in WORDS_BESIDE)
    return found, tokens(text)


def of_ofd(data: bytes) -> tuple[object, Counter[tuple[str, str]]]:
    text = ""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            assert not name.startswith("/")
            assert ".." not in name
            if name.endswith("Content.xml"):
                root = etree.fromstring(package.read(name))
                text += "".join(one.text or "" for one in root.iter("{*}TextCode"))
    return faults(data), tokens(text)


def of_pdf(data: bytes) -> tuple[object, Counter[tuple[str, str]]]:
    """What the file keeps to and does, and its words: outline, Info, XMP, alternate texts."""
    wrong = [
        fault.zh for one in claims(data) for fault in prove(data, one) if fault.level == "error"
    ]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = [str(value) for value in pdf.docinfo.values()]
        acts = {str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and one.get("/Type") == "/Action"}  # fmt: skip
        said += [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]  # fmt: skip
        with pdf.open_outline() as outline:
            rest = list(outline.root)
            while rest:
                entry = rest.pop()
                said.append(entry.title)
                rest += entry.children
        if "/Metadata" in pdf.Root:
            said += map(str, etree.fromstring(pdf.Root.Metadata.read_bytes()).itertext())
    return (wrong, acts), tokens(" ".join(said))


def printed(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)
