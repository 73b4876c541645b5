"""Text that looks like markup, a field, a formula, a path, or that would turn round or steer what
shows it: in every field of the model at once, in everything that is written.

It is there as text, as often as harmless text is; nothing else differs.
"""

from __future__ import annotations

import io
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import msgspec
import pikepdf
import pypdfium2
import pytest
from lxml import etree

sys.path += [str(Path(__file__).parents[1] / name) for name in ("webpage", "cli")]

import filled as filling
from filled import NO_TEXT, filled
from ofd_reading import faults
from running import answered
from web_reading import parsed

from fonts.catalogue import Catalogue
from layouts.cli.output import findings_json
from layouts.compose import compose
from layouts.documents import read_document, save_document
from layouts.draft import draft_pdf
from layouts.errors import ExportError
from layouts.export import export_ofd, export_pdf
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.issue.issue import Issue
from layouts.page.page import Edition
from layouts.paint.listing import listing
from layouts.preflight.check import inspect
from layouts.prepress.presets import load_preset
from layouts.proof.prove import claims, prove
from layouts.webpage.writing import web_folder, web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

FACES = Catalogue()

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


class Hostile:
    """An issue that says a text in every field, and what it becomes."""

    def __init__(self, text: str) -> None:
        self.fields: list[str] = []
        self.issue: Issue = filled(
            Path(mkdtemp(prefix="hostile-")), lambda at: self._field(at, text)
        )
        self.layout: Layout = layout_of(self.issue)
        self.edition: Edition = compose(self.issue, self.layout, FACES)

    def _field(self, where: str, text: str) -> str:
        self.fields.append(where)
        return f"字{len(self.fields):03d}始{text}终"

    def pdf(self, preset: str) -> bytes:
        return export_pdf(self.issue, self.edition, FACES, load_preset(preset))


@lru_cache(maxsize=2)
def hostile(text: str) -> Hostile:
    """One issue for all outputs of a text."""
    return Hostile(text)


@lru_cache(maxsize=1)
def harmless() -> Hostile:
    return Hostile("平平")


# -- what strangers find in the files -------------------------------------------------------------


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


FLOWING: dict[str, Callable[[Hostile], tuple[object, Counter[tuple[str, str]]]]] = {
    "web page": lambda one: of_html([web_page(one.issue, one.layout)]),
    "web folder": lambda one: of_web_folder(web_folder(one.issue, one.layout)),
    "wechat": lambda one: of_html([wechat_folder(one.issue, one.layout).files["article.html"]]),
    "word": lambda one: of_word(word_file(one.issue, one.layout)),
}
OF_PAGES: dict[str, Callable[[Hostile], tuple[object, Counter[tuple[str, str]]]]] = {
    "ofd": lambda one: of_ofd(export_ofd(one.edition, FACES)),
    "print": lambda one: of_pdf(one.pdf("print")),
    "screen": lambda one: of_pdf(one.pdf("screen")),
    "archive": lambda one: of_pdf(one.pdf("archive")),
    "draft": lambda one: of_pdf(draft_pdf(one.edition, FACES, None, says=lambda said: said.zh)),
}
BOTH = {**FLOWING, **OF_PAGES}


@lru_cache(maxsize=32)
def as_harmless(output: str) -> tuple[object, Counter[tuple[str, str]]]:
    return BOTH[output](harmless())


def becomes(text: str, output: str, left: str) -> None:
    """Holds the output of a text against that of a harmless one: what is `left` of it stands where
    that does, and nothing else is there.
    """
    structure, said = as_harmless(output)
    now, found = BOTH[output](hostile(text))
    bare = "".join(left.split())
    wanted = Counter({(field, bare): n for (field, _), n in said.items()})
    if output == "ofd":  # of pages, which have room for what is drawn alone
        found, wanted = without_signs(found), without_signs(wanted)
    assert found == wanted
    assert now == structure


def without_signs(found: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter({(field, said.replace("\ufffd", "")): n for (field, said), n in found.items()})


@pytest.mark.parametrize("output", BOTH)
@pytest.mark.parametrize("text", LOOKS)
def test_what_looks_like_something_is_text(text: str, output: str) -> None:
    becomes(text, output, text)


@pytest.mark.parametrize("output", BOTH)
@pytest.mark.parametrize("text", UNSEEN)
def test_nothing_turns_text_round_or_steers(text: str, output: str) -> None:
    becomes(text, output, UNSEEN[text])


@pytest.mark.parametrize("text", UNSEEN)
def test_nothing_that_is_copied_out_of_a_pdf_turns_round(text: str) -> None:
    copied = printed(hostile(text).pdf("print"))
    assert "字009始" in copied
    assert not set(text) - set("abc[31m\ufeff\u200b") & set(copied)


@pytest.mark.parametrize("output", FLOWING)
@pytest.mark.parametrize("text", IN_NO_FACE)
def test_what_is_no_character_is_replaced_where_text_flows(text: str, output: str) -> None:
    becomes(text, output, re.sub("[^x]", "\ufffd", text))


@pytest.mark.parametrize("text", IN_NO_FACE)
def test_what_is_no_character_is_printed_nowhere_and_said(text: str) -> None:
    one = hostile(text)
    assert {"error"} == {
        found.level for found in one.edition.findings if found.code == "glyph-missing"
    }
    for write in (lambda: one.pdf("print"), lambda: export_ofd(one.edition, FACES)):
        with pytest.raises(ExportError, match=r"字体中没有的字.* / .*no font holds"):
            write()


@pytest.mark.parametrize("text", [*LOOKS, *UNSEEN, *IN_NO_FACE])
def test_pages_and_findings_are_json_that_says_the_same(text: str) -> None:
    one = hostile(text)
    pages = json.loads(json.dumps(listing(one.edition, FACES), ensure_ascii=False))
    assert len(pages["pages"]) == len(one.edition.pages)
    found = inspect(one.issue, one.layout, one.edition, FACES)
    assert len(json.loads(findings_json(found))["findings"]) == len(found)


@pytest.mark.parametrize("text", [*LOOKS, *UNSEEN])
def test_a_package_and_what_differs_say_the_same(text: str, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.banxin", "b.banxin")]
    for path, one in zip(paths, (hostile(text), harmless()), strict=True):
        save_document(one.issue, path, one.issue.folder)
    issue = read_document(paths[0], tmp_path).issue
    assert issue.masthead == hostile(text).issue.masthead
    told = answered("compare", *paths[::-1], "--json")
    assert told.code == 1, told.err
    pieces = [one["text"] for change in json.loads(told.out)["changes"] for one in change["text"]]
    assert text.strip() in "".join(pieces)
    shown = answered("compare", *paths[::-1]).out
    assert not {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x2067)} - {"\n", "\t"} & set(shown)  # fmt: skip


@pytest.mark.parametrize("text", LOOKS)
def test_a_set_has_no_file_outside_its_folder_whatever_the_publication_is_called(
    text: str, tmp_path: Path
) -> None:
    one = hostile(text)
    head = msgspec.structs.replace(one.issue.masthead, publication=text)
    path = tmp_path / "in" / "a.banxin"
    path.parent.mkdir()
    save_document(msgspec.structs.replace(one.issue, masthead=head), path, one.issue.folder)
    told = answered("deliver", path, "-o", tmp_path / "out", "--set", "web,wechat,docx")
    assert told.code == 0, told.err
    (folder,) = (tmp_path / "out").iterdir()
    assert {one.name for one in tmp_path.iterdir()} == {"in", "out"}
    assert [path.name for path in path.parent.iterdir()] == ["a.banxin"]
    content = json.loads((folder / "manifest.json").read_text("utf8"))
    assert content["publication"] == text
    assert all(
        (folder / file["name"]).is_file() for part in content["parts"] for file in part["files"]
    )


# -- nothing is forgotten -------------------------------------------------------------------------

IN_NO_OUTPUT = {
    "Photo.name": "what the file was called: it stands in the panel and in packages",
    "Article.origin": "where the article came out first",
    "comment.time": "a day, or it is left out",
    "mark.link": "an address that leads nowhere",
}


def test_every_field_stands_in_one_output_or_it_is_known_why_not() -> None:
    numbers = {field for output in BOTH for field, _ in as_harmless(output)[1]}
    fields = harmless().fields
    written = {name for k, name in enumerate(fields, 1) if f"{k:03d}" in numbers}
    assert set(fields) - written == set(IN_NO_OUTPUT)


def test_what_is_left_out_is_there() -> None:
    """No name of a field stays in the table when the field is gone."""
    known = {
        f"{struct.__name__}.{name}"
        for struct in filling.structs()
        for name in struct.__struct_fields__
    }
    assert set(NO_TEXT) <= known
