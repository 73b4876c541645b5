"""Files of issues with marks: links where a file has them, notes and their signs told to readers,
and the same words in every preset.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from composing import NOWHERE
from marked_text import PROSE, article, issue_of, text_of
from tag_reading import Tagged

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_pdf
from layouts.house.load import load_layout
from layouts.issue.article import Article, Table
from layouts.prepress.presets import load_preset
from layouts.proof.prove import prove
from layouts.web_addresses import uri_of

ALL = (
    "{emphasis-dots|牢牢守住}{underline|城市安全}，{bold|粗{superscript|2}}{kai|楷{subscript|3}}。",
    "{ruby=jiā dìng|嘉定}古称{note=疁城，即今嘉定镇。|疁城}，{comment=核对|有疑问}。\u2028第二行，{link=www.example.cn/新闻|区网站{note=第二条。|首页}}。",
    PROSE,
)


def everything() -> Article:
    table = Table(
        (text_of("项目"),),
        ((text_of("{note=含税。|金额}"),),),
        ("left",),
        NOWHERE,
        caption=text_of("表题"),
        notes=(text_of("表注。"),),
    )
    return article(*ALL, table, subtitle=text_of("——副题"), byline=text_of("【供稿：张三】"))


def exported(
    faces: Catalogue, *articles: Article, preset: str = "screen", layout: str = "jianbao-a4"
) -> bytes:
    issue = issue_of(*articles, contents=True)
    return export_pdf(issue, compose(issue, load_layout(layout), faces), faces, load_preset(preset))


def uris(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            str(one.A.URI)
            for page in pdf.pages
            for one in page.get("/Annots", [])
            if "/URI" in one.A
        ]


def linked_words(data: bytes) -> list[str]:
    read = Tagged(data)
    return [node.text() for node in read.root.all("Link") if "/URI" in node.annotations[0].A]


@pytest.mark.parametrize("preset", ["screen", "archive"])
def test_a_file_with_every_mark_keeps_its_standard(faces: Catalogue, preset: str) -> None:
    data = exported(faces, everything(), article("甲{note=另一篇。|乙}"), preset=preset)
    assert prove(data, "ua1") == []


def test_a_link_leads_where_its_mark_says_and_not_where_its_words_do(faces: Catalogue) -> None:
    data = exported(faces, article("见{link=https://a.example/x|www.b.example}与 www.c.example 。"))
    assert uris(data) == ["https://a.example/x", "http://www.c.example"]
    assert linked_words(data) == ["www.b.example", "www.c.example"]


def test_a_link_over_lines_is_one(faces: Catalogue) -> None:
    data = exported(faces, article(f"见{{link=https://a.example|{PROSE}}}。"))
    assert uris(data) == ["https://a.example"]
    assert linked_words(data) == [PROSE]


def test_what_is_no_address_is_no_link(faces: Catalogue) -> None:
    assert uris(exported(faces, article("见{link=见上|这里}。"))) == []


def test_a_file_for_print_has_no_links(faces: Catalogue) -> None:
    assert uris(exported(faces, everything(), preset="print")) == []


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("HTTP://a.example", "http://a.example"),
        ("www.a.example", "http://www.a.example"),
        ("a.example:8080/b", "http://a.example:8080/b"),
        ("https://中文.example/新闻", "https://xn--fiq228c.example/%E6%96%B0%E9%97%BB"),
        ("bianji@a.example", "mailto:bianji@a.example"),
        ("mailto:bianji@a.example?subject=x", "mailto:bianji@a.example?subject=x"),
        ("tel:+86-21-5550", "tel:+86-21-5550"),
        ("", None),
        ("见上", None),
        ("http://", None),
        ("https://a b.example", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("mailto:nobody", None),
    ],
)
def test_an_address_is_written_as_uris_are(written: str, uri: str | None) -> None:
    assert uri_of(written) == uri


def test_signs_are_references_and_notes_are_notes_with_names_of_their_own(faces: Catalogue) -> None:
    """ISO 14289-1 7.9."""
    read = Tagged(exported(faces, everything(), article("甲{note=另一篇。|乙}")))
    references = [node for node in read.root.all("Reference") if node.text() in {"①", "②", "③"}]
    assert [node.text() for node in references] == ["①", "②", "③", "①"]
    assert all(len(list(node.all("Link"))) == 1 for node in references)
    notes = list(read.root.all("Note"))
    assert ["".join(node.text().split()) for node in notes] == [
        "①疁城，即今嘉定镇。",
        "②第二条。",
        "③含税。",
        "①另一篇。",
    ]
    assert [next(node.all("Lbl")).text().strip() for node in notes] == ["①", "②", "③", "①"]
    names = [str(node.entry.ID) for node in notes]
    assert len(set(names)) == len(names)
    tree = read.pdf.Root.StructTreeRoot.IDTree.Names
    assert {str(tree[k]): tree[k + 1].objgen for k in range(0, len(tree), 2)} == {
        str(n.entry.ID): n.entry.objgen for n in notes
    }


def test_a_sign_is_read_in_its_sentence_and_a_table_with_its_caption(faces: Catalogue) -> None:
    read = Tagged(exported(faces, everything()))
    assert any("疁城①" in node.text() for node in read.root.all("P"))
    (table,) = read.root.all("Table")
    assert next(table.all("Caption")).text() == "表题"
    assert "表注。" in [node.text() for node in read.root.all("P")]
    assert "——副题" in [node.text() for node in read.root.all("P")]


def test_a_title_s_sign_is_no_part_of_its_bookmark(faces: Catalogue) -> None:
    data = exported(faces, article(PROSE, title="题{note=注。|目}"))
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        titles = [child.title for item in outline.root for child in (item, *item.children)]
    assert "题目" in titles
