"""RTF, ODT and PDF that mean harm: a sentence or a reading at once, nothing fetched."""

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odt_made import (
    a_list,
    cell,
    content,
    flat,
    frame,
    image,
    item,
    level,
    list_style,
    p,
    read_odt,
    styles,
    table,
)
from odt_made import (
    damaged as damaged_odt,
)
from odt_made import write as write_odt
from pdf_made import damaged as damaged_pdf
from pdf_made import pdf
from rtf_made import damaged as damaged_rtf
from rtf_made import gbk, par, pict, read_rtf, row, u, whole
from rtf_made import write as write_rtf
from seen_documents import PNG, SeenDocument, answer, memory

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers import odt, rtf
from layouts.importing.readers import pdf as pdf_reader

MUTANTS = 150
"""Of each kind; 5,000 were tried when this was written, these are for what changes later."""


ODD_SHAPE = (
    "{\\rtf1\\paperw0\\margl9999999{\\shp{\\*\\shpinst\\shpleft-99999\\shpright9"
    "{\\sp{\\sn pib}{\\sv {\\pict\\picwgoal0\\piccropl99999 89504e47}}}}}}"
)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("nothing may be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize(
    "text",
    [
        "{\\rtf1" + "{" * 1_000_000,
        "{\\rtf1" + "{}" * 600_000,
        "{\\rtf1" + "}" * 100_000,
        "{\\rtf1\\bin999999999 x",
        "{\\rtf1\\bin-5 x}",
        "{\\rtf1" + "\\u99999999999 ?\\u-99999 ?\\ud800 ?",
        "{\\rtf1" + "{\\shp{\\*\\shpinst{\\shptxt a\\par " * 1_000,
        "{\\rtf1" + "{\\field{\\*\\fldinst " * 1_000,
        "{\\rtf1\\trowd" + "\\cellx2147483647" * 50_000 + "\\pard\\intbl a\\cell\\row}",
        "{\\rtf1\\trowd\\pard\\intbl" + " a\\cell" * 20_000 + "\\row}",
        "{\\rtf1" + "\\trowd\\clvmrg\\cellx9\\pard\\intbl a\\cell\\row" * 10_000 + "}",
        "{\\rtf1 a" + "{\\footnote b}" * 20_000 + "}",
        "{\\rtf1{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\pard\\s1 c\\par}",
        "{\\rtf1{\\fonttbl" + "{\\f0\\fcharset134 x;" * 3_000,
        ODD_SHAPE,
        "{\\rtf1{\\pict\\pngblip " + "8" * 1_000_001 + "}}",
        "{\\rtf1\\uc999999999\\u22269 ?}",
        "{\\rtf1\\fs99999999999999 a\\fs-4 b}",
    ],
)
def test_rtf_made_to_break_programs(tmp_path, text):
    answer(rtf.read, write_rtf(tmp_path, text), PhotoStore(tmp_path / "photos"))


NESTED = "<text:section>" * 40_000 + p("x") + "</text:section>" * 40_000
BILLION = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
PARTS = {
    "nested": {"content.xml": content(NESTED)},
    "tables in tables": {
        "content.xml": content("<table:table><table:table-row><table:table-cell>" * 60 + p("x"))
    },
    "lists in lists": {
        "content.xml": content(
            a_list(item(p("x"))).join(
                ["<text:list><text:list-item>" * 40, "</text:list-item></text:list>" * 40]
            )
        )
    },
    "declarations": {"content.xml": BILLION + content(p("&b;")).partition("?>")[2]},
    "elsewhere": {
        "content.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + content(p("&a;")).partition("?>")[2]
    },
    "repeated": {
        "content.xml": content(
            table((cell(p("x"), more='table:number-columns-repeated="1048576"'),)) * 50
        )
    },
    "rows": {
        "content.xml": content(
            "<table:table>"
            '<table:table-row table:number-rows-repeated="1048576">'
            + cell(p("x"))
            + "</table:table-row></table:table>"
        )
    },
    "spaces": {"content.xml": content(p('<text:s text:c="2000000000"/>x' * 500))},
    "numbers": {
        "content.xml": content(
            a_list(*(item(p("x"), start="2000000000") for _ in range(500)), name="L"),
            list_style("L", level(1, "一, 二, 三, ...", 'text:display-levels="999999"')),
        )
    },
    "addresses": {
        "content.xml": content(
            p(frame(image("../../../../etc/passwd")) + frame(image("file:///etc/passwd")) + "x")
        )
    },
    "lengths": {
        "content.xml": content(
            p(frame(image(), width="99999999999999999999pt", more='svg:x="-1e400pt"') + "x")
        )
    },
}


@pytest.mark.parametrize("name", PARTS)
def test_odt_made_to_break_programs(tmp_path, name):
    said = answer(odt.read, write_odt(tmp_path, PARTS[name]), PhotoStore(tmp_path / "photos"))
    assert (said is not None) == (
        name in {"nested", "tables in tables", "declarations", "elsewhere"}
    )


LARGE = {
    "odt text": (
        odt.read,
        lambda folder: write_odt(folder, {"content.xml": content(p("x" + " " * 200_000_000))}),
    ),
    "odt picture": (
        odt.read,
        lambda folder: write_odt(
            folder,
            {
                "content.xml": content(p("x" + frame(image()))),
                "Pictures/a.png": b"\0" * 300_000_000,
            },
        ),
    ),
    "rtf picture": (
        rtf.read,
        lambda folder: write_rtf(
            folder, "{\\rtf1{\\pict\\jpegblip ffd8ff" + "00" * 40_000_000 + "}}"
        ),
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_takes_no_more_than_500_megabytes(tmp_path, name):
    read, write = LARGE[name]
    assert memory(read, write(tmp_path), PhotoStore(tmp_path / "photos")) < 500_000_000


def whole_rtf():
    table_row = row((r"\cellx900", r"\clvmgf\cellx2000"), u("甲"), gbk("乙"))
    note = r"{\super\chftn{\*\footnote\chftn\pard note}}"
    comment = r"{\*\atrfstart 1}w{\*\atrfend 1}{\*\atnauthor a}\chatn{\*\annotation{\*\atnref 1}c}"
    shape = rf"{{\shp{{\*\shpinst\shpleft9\shpright3000\shpwr2{{\sp{{\sn pib}}{{\sv {pict()}}}}}{{\shptxt\pard b\par}}}}}}"
    return whole(
        par(u("标题"), look=r"\s1")
        + par("a", note, comment, shape, r"{\deleted x}{\v y}")
        + table_row * 3
        + par(pict())
    )


def whole_odt():
    lists = list_style("L", level(1, "一, 二, 三, ...", 'style:num-suffix="、"'))
    note = f"<text:note><text:note-body>{p('n')}</text:note-body></text:note>"
    comment = f'<office:annotation office:name="a">{p("c")}</office:annotation>w<office:annotation-end office:name="a"/>'
    body = (
        p("标题", tag="h")
        + p(
            f"a{note}{comment}{frame(image())}{frame('<draw:text-box>' + p('b') + '</draw:text-box>')}"
        )
        + a_list(item(p("x"), a_list(item(p("y")))), item(p("z")), name="L")
        + table(
            (cell(p("a"), more='table:number-columns-spanned="2"'), cell(p("b"))),
            (cell(p("c")), cell(p("d")), cell(p("e"))),
        )
    )
    return {"content.xml": content(body, lists), "styles.xml": styles(), "Pictures/a.png": PNG}


@pytest.mark.parametrize("seed", range(MUTANTS))
def test_damaged_rtf_is_read_or_refused_with_a_sentence(tmp_path, seed):
    path = write_rtf(tmp_path, damaged_rtf(whole_rtf().encode("latin-1"), seed))
    answer(rtf.read, path, PhotoStore(tmp_path / "photos"))


@pytest.mark.parametrize("seed", range(MUTANTS))
def test_damaged_odt_is_read_or_refused_with_a_sentence(tmp_path, seed):
    path = write_odt(tmp_path, whole_odt())
    path.write_bytes(damaged_odt(path.read_bytes(), seed))
    answer(odt.read, path, PhotoStore(tmp_path / "photos"))
    assert {file.name for file in tmp_path.iterdir()} <= {"made.odt", "photos"}


@pytest.mark.parametrize("seed", range(MUTANTS // 3))
def test_damaged_pdf_is_read_or_refused_with_a_sentence(tmp_path, seed):
    path = pdf(tmp_path, [["第一行文字足够长", "第二行"]], photo=True)
    path.write_bytes(damaged_pdf(path.read_bytes(), seed))
    answer(pdf_reader.read, path, PhotoStore(tmp_path / "photos"))


# --- nothing lost, nothing added ------------------------------------------------------------------

LETTERS = st.text("甲乙丙丁戊ａｂ，。“”—…abc𠮷é", min_size=1, max_size=12)


@given(
    st.lists(
        st.lists(
            st.tuples(LETTERS, st.sampled_from(["u", "b", "note", "deleted", "v"])),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(deadline=None)
def test_every_character_of_an_rtf_is_in_a_block_or_told_as_lost(tmp_path_factory, paragraphs):
    folder = tmp_path_factory.mktemp("rtf")
    words = {
        "u": "{%s}",
        "b": r"{\b %s}",
        "note": r"{\footnote %s}",
        "deleted": r"{\deleted %s}",
        "v": r"{\v %s}",
    }
    body = "".join(par(*(words[how] % u(text) for text, how in runs)) for runs in paragraphs)
    seen = SeenDocument(read_rtf(write_rtf(folder, whole(body))))
    notes = "".join(
        mark.value for each in seen.paragraphs for mark in each.text.marks if mark.kind == "note"
    )
    wanted = "".join(text for runs in paragraphs for text, _ in runs)
    assert sorted(seen.all_words + notes) == sorted(wanted)


@given(st.lists(st.lists(LETTERS, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
@settings(deadline=None)
def test_every_character_of_an_odt_is_in_a_block(tmp_path_factory, paragraphs, is_flat):
    folder = tmp_path_factory.mktemp("odt")
    body = "".join(
        p("".join(f"<text:span>{text}</text:span>" for text in runs)) for runs in paragraphs
    )
    path = folder / "a.fodt"
    if is_flat:
        path.write_text(flat(body), encoding="utf-8")
    else:
        path = write_odt(folder, {"content.xml": content(body)})
    assert SeenDocument(read_odt(path)).strings == ["".join(runs) for runs in paragraphs]
