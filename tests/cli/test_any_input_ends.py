"""Whatever a verb is given, it answers or refuses with a sentence: soon, and with little memory."""

from __future__ import annotations

import os
import re
import socket
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from bounded import bounded
from running import SMALL

from layouts.issue.size import LONGEST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and processor")

VERBS = {
    "export": lambda path, out: ("export", path, "-o", out / "o.pdf"),
    "check": lambda path, out: ("check", path),
    "convert": lambda path, out: ("convert", path, "-o", out / "o.banxin"),
    "prove": lambda path, out: ("prove", path),
    "impose": lambda path, out: ("impose", path, "-o", out / "o.pdf"),
    "import": lambda path, out: ("import", path, "-o", out / "o.banxin"),
}


def refused(*arguments: str | Path, names: str) -> str:
    """The one sentence with which a verb refuses its input."""
    ran = bounded(*arguments)
    assert ran.code == 2, (ran.code, ran.out[-500:], ran.err[-500:])
    last = ran.err.strip().splitlines()[-1]
    assert names in last
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", last), last
    return last


# -- no plain file ---------------------------------------------------------------------------------


def made(kind: str, path: Path) -> Path:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        held = socket.socket(socket.AF_UNIX)
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket may have 107 bytes
        held.bind(path.name)
        os.chdir(here)
        held.close()
    elif kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path.name)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "holes":
        with path.open("wb") as file:
            file.truncate(100_000_000_000)
    return path


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "loop", "device", "holes", "nothing"])
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_what_is_no_file_to_read_is_refused(verb: str, kind: str, tmp_path: Path) -> None:
    ending = ".pdf" if verb in ("prove", "impose") else ".md"
    path = made(kind, tmp_path / f"input{ending}")
    refused(*VERBS[verb](path, tmp_path), names=path.name)


@pytest.mark.parametrize("kind", ["pipe", "device", "holes", "loop"])
def test_so_is_a_package_that_is_none(kind: str, tmp_path: Path) -> None:
    refused("check", made(kind, tmp_path / "input.banxin"), names="input.banxin")


@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "device", "holes"])
@pytest.mark.parametrize("role", ["layout", "preset", "profile"])
def test_so_is_what_an_issue_is_set_or_printed_with(role: str, kind: str, tmp_path: Path) -> None:
    made(kind, tmp_path / "own.toml")
    path = tmp_path / "issue.md"
    path.write_text(
        SMALL.replace("layout: jianbao-a4", "layout: own.toml") if role == "layout" else SMALL,
        "utf8",
    )
    more: list[str] = []
    if role == "preset":
        more = ["--preset", str(tmp_path / "own.toml")]
    elif role == "profile":
        made(kind, tmp_path / "own.icc")
        more = [
            "--preset",
            "print",
            "--set",
            "condition=FOGRA39",
            "--set",
            f"profile={tmp_path / 'own.icc'}",
        ]
    said = refused("export", path, "-o", tmp_path / "o.pdf", *more, names="own.")
    assert "does not exist" not in said


@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "device", "holes", "nothing"])
def test_a_photo_that_is_no_file_is_a_finding_with_its_line(kind: str, tmp_path: Path) -> None:
    made(kind, tmp_path / "photo.jpg")
    path = tmp_path / "issue.md"
    path.write_text(SMALL.replace("12 月 22 日", "![图](photo.jpg)\n\n12 月 22 日"), "utf8")
    ran = bounded("check", path)
    assert ran.code == 1
    assert re.search(r"error: .*issue\.md:14: .*photo\.jpg", ran.out)


@pytest.mark.parametrize(
    "name",
    [
        "a%00.jpg",
        "%ED%A0%80.jpg",
        "长" * 200 + ".jpg",
        "~/a.jpg",
        "con",
        "nul.jpg",
        ".",
        "..",
        "//x/y/a.jpg",
        "a/" * 3000,
    ],
)
def test_a_photo_whose_name_no_file_can_have_is_a_finding_with_its_line(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "issue.md"
    path.write_text(SMALL.replace("12 月 22 日", f"![图](<{name}>)\n\n12 月 22 日"), "utf8")
    ran = bounded("check", path)
    assert ran.code == 1
    assert "issue.md:14: " in ran.out
    assert bounded("export", path, "-o", tmp_path / "o.pdf").code == 2


@pytest.mark.parametrize("name", ["长" * 200 + ".toml", "own\0.toml", "~/own.toml", "con.toml"])
def test_a_layout_or_preset_whose_name_no_file_can_have(name: str, tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(
        SMALL.replace("layout: jianbao-a4", f'layout: "{name}"'.replace("\0", "\\0")), "utf8"
    )
    refused("check", path, names="issue.md")
    if "\0" not in name:
        path.write_text(SMALL, "utf8")
        refused("check", path, "--preset", name, names=".toml")


def test_a_file_whose_name_is_no_text_is_refused_with_a_sentence_all_the_same(
    tmp_path: Path,
) -> None:
    refused("check", os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.md"), names=".md")


# -- too much of something -------------------------------------------------------------------------

TOO_MUCH = {
    "one Latin word": "甲" + "a" * 10_000_000,
    "one paragraph": "正文甲乙，" * 1_200_000,
    "one line with nothing in it": "甲" + " " * 15_000_000 + "乙",
    "asterisks": "*a " * 200_000,
    "asterisks inside words": "**a_b" * 200_000,
    "links": "*x* " + "[a](" * 200_000,
    "photos not closed": "![a](" * 160_000,
    "articles": "### 题\n\n文。\n\n" * 200_000,
    "sections": "## 【节】\n\n### 题\n\n文\n\n" * 200_000,
    "paragraphs": "正文。\n\n" * 1_000_000,
    "headings": "#### 文\n\n" * 500_000,
    "list items": "- 文\n" * 1_000_000,
    "notes": "> 文\n\n" * 1_000_000,
    "rows of a table": "|a|b|\n|-|-|\n" + "|文|文|\n" * 300_000,
    "columns of a table": "|" + "a|" * 200_000 + "\n|" + "-|" * 200_000 + "\n|文|",
    "page breaks": "文\n\n---\n\n" * 500_000,
    "marks above each other": "a" + "\u0301" * 5_000_000,
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_a_manuscript_of_too_much_is_refused_with_its_line(what: str, tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(SMALL + "\n\n### 又一篇\n\n" + TOO_MUCH[what], "utf8")
    ran = bounded("check", path)
    assert ran.code == 2
    assert re.search(r"issue\.md:\d+: .*[\u4e00-\u9fff].* / ", ran.err), ran.err[-500:]


AS_MUCH_AS_MAY_BE = {
    "quotation marks": "“" * LONGEST,
    "headings": "#### 文\n\n" * 9_000,
    "columns": "|" + "a|" * 190 + "\n|" + "-|" * 190 + "\n" + ("|" + "文|" * 190 + "\n") * 200,
    "unpaired marks": "**a_b" * 9_000,
    "Latin letters": "a" * LONGEST,
    "characters no face has": "\U0010fffd" * LONGEST,
}


@pytest.mark.parametrize("what", AS_MUCH_AS_MAY_BE)
def test_what_is_just_not_too_much_is_composed(what: str, tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(SMALL + "\n\n### 又一篇\n\n" + AS_MUCH_AS_MAY_BE[what] + "\n", "utf8")
    assert bounded("check", path).code in (0, 1)


# -- the layout inside a package -------------------------------------------------------------------


def test_a_layout_of_a_thousand_dots_is_refused_by_its_name_in_the_package(tmp_path: Path) -> None:
    path = tmp_path / "issue.banxin"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.banxin+zip")
        package.writestr("issue.json", '{"version": 1, "layout": "own.toml"}')
        package.writestr("layout.toml", "a." * 20_000 + "b = 1\n")
    said = refused("export", path, "-o", tmp_path / "o.pdf", names="layout.toml:1")
    assert said.startswith(f"{path}/layout.toml:1: ")


# -- many of one thing -----------------------------------------------------------------------------


SIGNS = [
    "字" + ")" * 40_000,
    "/" * 40_000,
    "／" * 40_000,
    "—" * 40_000,
    "…" * 40_000,
    "](" * 20_000,
    "”好" * 20_000,
]


@pytest.mark.parametrize("signs", SIGNS, ids=lambda signs: f"{signs[:2]}…")
@pytest.mark.parametrize("verb", ["check", "export"])
def test_a_paragraph_of_one_sign_is_looked_over_and_printed(
    verb: str, signs: str, tmp_path: Path
) -> None:
    path = tmp_path / "issue.md"
    path.write_text(SMALL + "\n\n### 又一篇\n\n" + signs + "\n", "utf8")
    assert bounded(*VERBS[verb](path, tmp_path)).code in (0, 1, 2)


def test_notes_of_nothing_but_marks_are_too_much_before_they_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(
        SMALL + "\n\n### 又一篇\n\n" + "\n\n".join(["> " + "（" * 40_000] * 20) + "\n", "utf8"
    )
    refused("export", path, "-o", tmp_path / "o.pdf", names="250 万字")


def written_pdf(path: Path, pages: int, content: bytes) -> Path:
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        pdf.save(path, compress_streams=True)
    return path


def test_operators_are_counted_before_they_are_built(tmp_path: Path) -> None:
    path = written_pdf(tmp_path / "input.pdf", 1, b"q Q " * 900_000)
    before = bounded("prove", written_pdf(tmp_path / "small.pdf", 1, b"q Q"), "--standard", "x4")
    ran = bounded("prove", path, "--standard", "x4")
    assert (ran.code, "没有尽头" in ran.err) == (2, True)
    assert ran.memory < before.memory + 100


@pytest.mark.parametrize("verb", ["prove", "impose"])
def test_a_file_of_twenty_thousand_pages_is_refused(verb: str, tmp_path: Path) -> None:
    refused(*VERBS[verb](written_pdf(tmp_path / "input.pdf", 20_000, b""), tmp_path), names="5000")


@pytest.mark.parametrize("said", [b"", b"BT ET"])
def test_a_form_that_says_nothing_is_not_unpacked_without_end(said: bytes, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        form = pdf.make_stream(
            said + b" " * 3_900_000,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, 9, 9]),
        )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.obj.Contents = pdf.make_stream(b"/X Do " * 50_000)
        pdf.save(tmp_path / "input.pdf", compress_streams=True)
    # read once where it does nothing but fill paths; given up where it would be read each time
    found = bounded("prove", tmp_path / "input.pdf", "--standard", "x4")
    assert found.code == (2 if said else 1)


# -- type that nobody can read ---------------------------------------------------------------------


@pytest.mark.parametrize("field", ["publication", "issuer"])
def test_a_masthead_that_would_be_too_small_to_read_is_an_error(field: str, tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(re.sub(rf"(?m)^{field}:.*$", f"{field}: {'长' * 3_000}", SMALL), "utf8")
    assert "长长长" in path.read_text("utf8")
    ran = bounded("check", path)
    assert ran.code == 1
    assert re.search(r"error: .*看不清", ran.out)
    assert bounded("export", path, "-o", tmp_path / "o.pdf").code == 2
    assert not (tmp_path / "o.pdf").exists()
