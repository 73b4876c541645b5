"""Text that looks like markup, a field, a formula, a path, or that would turn round or steer what
shows it: in every field of the model at once, in everything that is written.

It is there as text, as often as harmless text is; nothing else differs.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import msgspec
import pytest

sys.path += [str(Path(__file__).parents[1] / name) for name in ("cli",)]

import filled as filling
from filled import NO_TEXT, filled
from hostile_reading import (
    IN_NO_FACE,
    LOOKS,
    UNSEEN,
    of_html,
    of_ofd,
    of_pdf,
    of_web_folder,
    of_word,
    printed,
)
from running import answered

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
from layouts.webpage.writing import web_folder, web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

FACES = Catalogue()


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
