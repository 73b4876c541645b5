"""Text that looks like markup, a formula, a path, or that would turn round what shows it, in the words
of a house: its layout's, its presets', its publication's; and in what comes in from elsewhere.

It is there as text, as often as harmless text is, or it is refused with a sentence that names it.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pikepdf
import pytest
import tomlkit

sys.path += [str(Path(__file__).parents[1] / name) for name in ("cli",)]

from composing import NOWHERE
from filled import filled
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
    tokens,
)
from house_words import HEADS, HOUSE, house_words, takers_of_words
from msgspec.structs import replace
from PIL import Image
from running import answered

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.documents import read_document
from layouts.errors import PublicationError
from layouts.export import export_ofd, export_pdf
from layouts.house.kinds import Refused
from layouts.house.load import layout_of
from layouts.house.schema import LAYOUT
from layouts.issue.article import Article, ArticleKind, Table
from layouts.issue.issue import Issue
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.text import Text
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset, preset_of, save_preset
from layouts.prepress.settings import SETTINGS
from layouts.publication import FixedSection, Publication, read_publication, write_publication
from layouts.publication.entries import TakenNumber
from layouts.publication.issues import file_name
from layouts.publication.schema import PUBLICATION
from layouts.sound_text import unsound
from layouts.webpage.writing import web_folder, web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

FACES = Catalogue()

JOINERS = ["a\u200bb", "a\ufeffb"]
"""They are in no way to be seen, and are none of the words."""

REFUSED = [text for text in (*UNSEEN, *IN_NO_FACE) if text not in JOINERS]

SAID = [*LOOKS, *JOINERS]
GROUPS = [SAID[k :: len(HEADS)] for k in range(len(HEADS))]
"""Texts that stand in one layout: as many layouts as there are running heads."""

TURNS = set(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)))) - {"\n", "\t"}
"""What would steer a terminal or turn round what it shows."""

Found = Counter[tuple[str, str]]


class InHouse:
    """An issue in a layout of a house that says the texts, and which text is which."""

    def __init__(self, texts: list[str], head: str) -> None:
        self.said: list[tuple[str, str]] = []
        folder = Path(mkdtemp(prefix="house-"))
        document = house_words(texts, head, self._say)
        (folder / HOUSE).write_text(tomlkit.dumps(document), "utf8")
        self.issue: Issue = replace(filled(folder, lambda _: "平"), layout=HOUSE)
        self.layout = layout_of(self.issue)
        self.edition = compose(self.issue, self.layout, FACES)

    def _say(self, place: str, text: str) -> str:
        self.said.append((place, text))
        return f"字{len(self.said):03d}始{text}终"

    def pdf(self, preset: str) -> bytes:
        return export_pdf(self.issue, self.edition, FACES, load_preset(preset))


@lru_cache(maxsize=1)
def in_house(group: int) -> InHouse:
    return InHouse(GROUPS[group], HEADS[group])


@cache
def harmless(group: int) -> InHouse:
    return InHouse(["平平"] * len(GROUPS[group]), HEADS[group])


def of_pages(one: InHouse, preset: str) -> tuple[object, Found]:
    """What a PDF does, and all words in it: of its pages, too."""
    data = one.pdf(preset)
    does, found = of_pdf(data)
    return does, found + tokens(printed(data))


OUTPUTS: dict[str, Callable[[InHouse], tuple[object, Found]]] = {
    "web page": lambda one: of_html([web_page(one.issue, one.layout)]),
    "web folder": lambda one: of_web_folder(web_folder(one.issue, one.layout)),
    "wechat": lambda one: of_html([wechat_folder(one.issue, one.layout).files["article.html"]]),
    "word": lambda one: of_word(word_file(one.issue, one.layout)),
    "ofd": lambda one: of_ofd(export_ofd(one.edition, FACES)),
    "print": lambda one: of_pages(one, "print"),
    "screen": lambda one: of_pages(one, "screen"),
}


@cache
def as_harmless(output: str, group: int) -> tuple[object, Found]:
    return OUTPUTS[output](harmless(group))


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_what_a_layout_says_is_text(group: int) -> None:
    said = in_house(group).said
    assert [place for place, _ in said] == [place for place, _ in harmless(group).said]
    for output, read in OUTPUTS.items():
        structure, found = as_harmless(output, group)
        wanted = Counter({(n, bare(said[int(n) - 1][1])): times for (n, _), times in found.items()})
        now, text = read(in_house(group))
        assert text == wanted, output
        assert now == structure, output


def bare(text: str) -> str:
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "\u200b\ufeff")))


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_what_is_told_of_a_layout_says_the_same(group: int) -> None:
    one = in_house(group)
    path = one.issue.folder / HOUSE
    told = json.loads(answered("layout", "show", path, "--json").out)
    assert (told["title_zh"], told["title_en"]) == (one.layout.title_zh, one.layout.title_en)
    assert one.said[0][1] in told["title_zh"]
    for act in (("show",), ("check",)):
        assert not TURNS & set(answered("layout", *act, path).out)


@pytest.mark.parametrize("text", [text for text in UNSEEN if "\0" not in text])
def test_names_that_a_layout_chooses_steer_no_terminal(text: str, tmp_path: Path) -> None:
    styles = {text: {"face": "song", "ink": f"{text}墨"}}
    document = {"based_on": "jianbao-a4", "title_zh": "甲", "title_en": "A", "styles": styles}
    (tmp_path / HOUSE).write_text(tomlkit.dumps(document), "utf8")
    told = answered("layout", "check", tmp_path / HOUSE)
    assert told.code == 1
    assert not TURNS & set(told.out + told.err)


IN_NO_OUTPUT = {
    "title_zh": "in lists of layouts",
    "title_en": "in lists of layouts",
    "inks": "the name of an ink",
    "styles": "the name of a style",
    "punctuation.styles": "the name of a style",
    "columns": "the name of a section, for its columns",
}


def test_every_word_of_a_layout_stands_in_one_output_or_it_is_known_why_not() -> None:
    numbers = {
        (group, int(n))
        for output in OUTPUTS
        for group in range(len(GROUPS))
        for n, _ in as_harmless(output, group)[1]
    }
    missing = {
        place
        for group in range(len(GROUPS))
        for k, (place, _) in enumerate(harmless(group).said, 1)
        if (group, k) not in numbers
    }
    assert {place for place in missing if not place.startswith("styles.")} == set(IN_NO_OUTPUT)


@pytest.mark.parametrize("text", REFUSED)
def test_nothing_unseen_is_taken_where_somebody_writes_words(text: str) -> None:
    takers = [one for table in (LAYOUT, SETTINGS, PUBLICATION) for one in takers_of_words(table)]
    assert {"running_head.left", "spot_name", "slug", "sections.who", "presets"} <= {
        at for at, _ in takers
    }
    for at, read in takers:
        if at == "contents.bullet":
            text = text[:4]
        with pytest.raises(Refused) as refused:
            read(text)
        assert re.search(r"U\+[0-9A-F]{4}", refused.value.hint.en), at


# -- presets --------------------------------------------------------------------------------------

PROFILE = Path(__file__).parents[2] / "resources" / "profiles" / "ISOcoated_v2_300_bas.icc"

RED = "jianbao-a4"
"""A layout that prints in a second ink."""


@lru_cache(maxsize=1)
def in_red() -> InHouse:
    one = InHouse.__new__(InHouse)
    one.issue = replace(filled(Path(mkdtemp(prefix="red-")), lambda _: "平"), layout=RED)
    one.edition = compose(one.issue, layout_of(one.issue), FACES)
    return one


def preset(k: int) -> Preset:
    """A preset that says four of the texts, each somewhere else."""
    spot, condition, name, slug = (LOOKS[(k + n) % len(LOOKS)] for n in range(4))
    pattern = slug.replace("{", "{{").replace("}", "}}")
    values: dict[str, object] = {
        "zh": f"字001始{name}终",
        "en": name,
        "standard": "x4",
        "colour": "cmyk",
        "red": "spot",
        "links": False,
        "bleed": 3,
        "marks": True,
        "ppi": 300,
        "profile": str(PROFILE),
        "spot_name": f"字002始{spot}终",
        "condition": f"字003始{condition}终",
        "slug": f"字004始{pattern}终" if k % 2 else "{preset}",
    }
    return preset_of("own", values)


@pytest.mark.parametrize("k", range(len(LOOKS)))
def test_what_a_preset_says_is_text(k: int, tmp_path: Path) -> None:
    own = preset(k)
    save_preset(own, tmp_path / "own.toml")
    assert load_preset(str(tmp_path / "own.toml")) == own
    data = export_pdf(in_red().issue, in_red().edition, FACES, own)
    (wrong, acts), _ = of_pdf(data)
    assert (wrong, acts) == ([], set())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        inks = {
            str(one[1])
            for one in pdf.objects
            if isinstance(one, pikepdf.Array) and len(one) == 4 and one[0] == "/Separation"
        }
        said = {str(one.OutputConditionIdentifier) for one in pdf.Root.OutputIntents}
        assert inks == {"/All", f"/{own.spot_name}"}
        assert said == {own.condition}
    number, text = ("004", LOOKS[(k + 3) % len(LOOKS)]) if k % 2 else ("001", own.en)
    assert tokens(printed(data))[number, bare(text)] == len(in_red().edition.pages)


def test_what_stands_round_a_page_has_no_sign_in_place_of_what_is_never_seen() -> None:
    """The title is the issue's, and may say anything."""
    for text, left in UNSEEN.items():
        edition = replace(in_red().edition, title=f"字001始{text}终")
        own = replace(load_preset("print"), slug="{title}")
        found = tokens(printed(export_pdf(in_red().issue, edition, FACES, own)))
        assert found["001", left.replace("\ufffd", "")] == len(edition.pages), ascii(text)


def test_the_caption_of_a_table_that_goes_on_is_text() -> None:
    tables = tuple(map(_long_table, range(len(SAID))))
    article = Article(ArticleKind.HEADLINE, Text("题"), tables, NOWHERE)
    issue = in_red().issue
    section = replace(issue.sections[0], articles=(article,))
    issue = replace(issue, sections=(section,), cover=None)
    edition = compose(issue, layout_of(issue), FACES)
    pages = printed(export_pdf(issue, edition, FACES, load_preset("screen")))
    _, in_ofd = of_ofd(export_ofd(edition, FACES))
    for found in (tokens(pages), in_ofd):
        for k, text in enumerate(SAID):
            assert found[f"{k:03d}", bare(text)] > 1, ascii(text)
            assert {said for number, said in found if number == f"{k:03d}"} == {bare(text)}
    assert "".join(pages.split()).count("续表字") >= len(SAID)


def _long_table(k: int) -> Table:
    rows = tuple((Text(str(row)), Text("丙")) for row in range(45))
    caption = Text(f"字{k:03d}始{SAID[k]}终")
    return Table((Text("甲"), Text("乙")), rows, ("auto", "auto"), NOWHERE, caption=caption)


# -- publications ---------------------------------------------------------------------------------


def publication(text: str) -> Publication:
    """One that says a text in all its fields."""
    return Publication(
        text,
        sections=(FixedSection(text, who=text),),
        masthead=Masthead(issuer=text),
        colophon=Colophon(report_to=text, editor=text),
    )


@pytest.mark.parametrize("text", LOOKS)
def test_what_a_publication_says_is_text_in_its_file_and_in_its_issues(
    text: str, tmp_path: Path
) -> None:
    home = tmp_path / "in"
    write_publication(home, publication(text))
    assert read_publication(home) == publication(text)
    told = answered("publication", "show", home, "--json")
    assert (told.code, json.loads(told.out)["name"]) == (0, text), told.err
    made = answered("new", home, "-o", home / "a.json", "--date", "2026-11-20")
    assert made.code == 0, made.err
    issue = read_document(home / "a.json", home).issue
    assert (issue.masthead.publication, issue.masthead.issuer) == (text, text)
    assert [section.name for section in issue.sections] == [text]
    assert {one.name for one in tmp_path.iterdir()} == {"in"}
    name = file_name(publication(text), TakenNumber(2026, 1))
    assert (tmp_path / name).parent == tmp_path
    assert not name.startswith((".", "-", "~"))


@pytest.mark.parametrize("text", REFUSED)
def test_a_publication_with_what_nobody_sees_is_not_written(text: str, tmp_path: Path) -> None:
    write_publication(tmp_path, publication("平平"))
    before = (tmp_path / "publication.toml").read_bytes()
    with pytest.raises(PublicationError) as refused:
        write_publication(tmp_path, publication(f"平{text}"))
    assert not TURNS & set(str(refused.value))
    assert (tmp_path / "publication.toml").read_bytes() == before


# -- what comes in --------------------------------------------------------------------------------


IN_NAMES = re.compile("[/\0]")
"""What no name of a file has here."""


def arrived(folder: Path, texts: list[str]) -> set[str]:
    """A manuscript and a photo for each of the texts, called after it; the names of manuscripts."""
    folder.mkdir()
    for k, text in enumerate(texts, 1):
        said = f"字{k:03d}始{text}终"
        body = f"{said}\n\n近日，河湾区文化馆开放读书角。{said}\n\n（供稿：文化馆 张三）\n"
        name = IN_NAMES.sub("_", said)
        (folder / f"{name}.txt").write_text(body, "utf8")
        Image.new("RGB", (4 + k, 30), "teal").save(folder / f"{name}.png")
    (folder / os.fsdecode(b"\xff.txt")).write_text("题目\n\n正文一段。\n", "utf8")
    (folder / "passed over.bin").write_bytes(bytes(9))
    return {path.name for path in folder.glob("*.txt")}


def test_what_comes_in_is_text_in_every_report(tmp_path: Path) -> None:
    texts = [*LOOKS, *UNSEEN, *IN_NO_FACE[2:]]
    made: list[tuple[set[tuple[str, ...]], Found]] = []
    for name, said in (("harmless", ["平平"] * len(texts)), ("hostile", texts)):
        names = arrived(tmp_path / name, said)
        page, data, issue = (tmp_path / f"{name}.{ending}" for ending in ("html", "json", "md"))
        told = answered(
            "import", tmp_path / name, "-o", issue, "--report", page, "--json", data, "--no-tidy"
        )
        assert told.code in {0, 1}, told.err
        assert not TURNS & set(told.out + told.err)
        sources = json.loads(data.read_text("utf8"))["sources"]
        assert names <= {Path(one["file"]).name for one in sources}
        elements, found = of_html([page.read_bytes()])
        assert isinstance(elements, list)
        assert {one[-1][:2] for one in elements} == {"", "#s"}, "links stay in the page"
        made.append(({one[:-1] for one in elements}, found))
    (usual, _), (elements, found) = made
    assert elements <= usual
    for k, text in enumerate(texts, 1):
        left = bare(UNSEEN.get(text, re.sub("[^\0-\ud7ff]", "\ufffd", text)))
        in_names = bare(IN_NAMES.sub("_", text).translate(unsound()))
        assert {said for n, said in found if n == f"{k:03d}"} == {left, in_names}, ascii(text)
