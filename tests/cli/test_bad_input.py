"""What bad input gets: one sentence in Chinese and English that names file and line, exit code 2,
no traceback, no file touched.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from composing import picture_file
from running import ROOT, SMALL, Ran, answered

Write = Callable[..., Path]
FORMER = b"the file that was there before"


def refused(path: Path, names: str, line: int | None = None) -> Ran:
    """An export over a file that is there: refused with one good sentence, the file as it was."""
    output = path.parent / "issue.pdf"
    output.write_bytes(FORMER)
    ran = answered("export", path, "-o", output)
    assert ran.code == 2, ran
    assert_sentence(ran.err, names, line)
    assert output.read_bytes() == FORMER
    assert sorted(
        found.name
        for found in path.parent.iterdir()
        if found.suffix not in (".md", ".png", ".jpg", ".toml")
    ) == ["issue.pdf"]
    return ran


def assert_sentence(text: str, names: str, line: int | None) -> None:
    last = text.strip().splitlines()[-1]
    assert "Traceback" not in text
    assert names in last, last
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", last), last
    if line is not None:
        assert f"{names}:{line}:" in last, last
    assert len(text.strip().splitlines()) == 1, text


def front(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\n" + SMALL.split("\n---\n", 1)[1]


# -- the file --------------------------------------------------------------------------------------


def test_a_manuscript_that_does_not_exist(tmp_path: Path) -> None:
    refused(tmp_path / "none.md", "none.md")


def test_a_folder_instead_of_a_manuscript(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    refused(tmp_path / "folder.md", "folder.md")


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_manuscript(manuscript: Write, content: bytes) -> None:
    refused(manuscript(content), "issue.md")


def test_a_manuscript_of_front_matter_only(manuscript: Write) -> None:
    refused(manuscript("---\npublication: 试刊\n---\n"), "issue.md")


def test_a_manuscript_of_fifty_megabytes(manuscript: Write) -> None:
    refused(manuscript(SMALL.encode() + "国人".encode() * (50_000_000 // 6)), "issue.md")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xff\xff\xff\x00\x81",
        bytes(range(256)) * 40,
        b"%PDF-1.7\n\x80\x81\x82",
        b"PK\x03\x04" + bytes(200),
    ],
)
def test_a_file_in_no_encoding_we_read(manuscript: Write, content: bytes) -> None:
    refused(manuscript(content), "issue.md")


# -- front matter ----------------------------------------------------------------------------------


def test_broken_yaml(manuscript: Write) -> None:
    refused(manuscript(front("publication: [试刊", "issue: 7")), "issue.md")


def test_front_matter_that_does_not_end(manuscript: Write) -> None:
    refused(
        manuscript("---\npublication: 试刊\nissue: 7\n\n## 【要闻】\n\n正文。\n"), "issue.md", 1
    )


def warned(path: Path, line: int) -> Ran:
    """An export that goes through, with a warning that names the line."""
    ran = answered("export", path, "-o", path.parent / "issue.pdf")
    assert ran.code == 0, ran
    warnings = [said for said in ran.err.splitlines() if said.startswith("warning: ")]
    assert len(warnings) == 1
    assert_sentence(warnings[0], "issue.md", line)
    return ran


def test_an_unknown_key_is_a_warning(manuscript: Write) -> None:
    ran = warned(manuscript(front("publication: 试刊", "pubication: 试刊")), 3)
    assert "publication" in ran.err  # what was probably meant


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("issue: 好多", 3),
        ("date: 明天", 3),
        ("contents: 也许", 3),
        ("measure: 99", 3),
        ("measure: 宽", 3),
        ("punctuation: 随便", 3),
        ("copies: -5", 3),
    ],
)
def test_a_value_that_cannot_be(manuscript: Write, line: str, number: int) -> None:
    refused(manuscript(front("publication: 试刊", line)), "issue.md", number)


def test_a_layout_that_does_not_exist(manuscript: Write) -> None:
    ran = refused(manuscript(front("publication: 试刊", "layout: jianbao-a5")), "issue.md", 3)
    assert "jianbao-a4" in ran.err


def test_a_layout_file_that_does_not_exist(manuscript: Write) -> None:
    refused(manuscript(front("publication: 试刊", "layout: ours.toml")), "issue.md", 3)


def test_a_layout_file_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("a secret", "utf8")
    (tmp_path / "deep").mkdir()
    path = tmp_path / "deep/issue.md"
    path.write_text(front("publication: 试刊", "layout: ../house.toml"), "utf8")
    assert "secret" not in refused(path, "issue.md", 3).err


def test_a_layout_file_with_an_error_is_named_with_key_and_line(
    manuscript: Write, tmp_path: Path
) -> None:
    stock = (ROOT / "layouts" / "house" / "stock" / "jianbao-a4.toml").read_text("utf8")
    (tmp_path / "ours.toml").write_text(stock.replace('width = "210mm"', 'width = "wide"'), "utf8")
    line = 1 + stock[: stock.index('width = "210mm"')].count("\n")
    ran = refused(manuscript(front("publication: 试刊", "layout: ours.toml")), "ours.toml", line)
    assert "page.width" in ran.err


def test_yaml_that_makes_objects_is_not_obeyed(manuscript: Write, tmp_path: Path) -> None:
    refused(
        manuscript(
            front(f"publication: !!python/object/apply:os.system ['touch {tmp_path}/hacked']")
        ),
        "issue.md",
    )
    assert not (tmp_path / "hacked").exists()


def test_yaml_that_grows_without_end_is_refused(manuscript: Write) -> None:
    bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"] + [
        f"{chr(98 + k)}: &{chr(98 + k)} [{','.join(['*' + chr(97 + k)] * 9)}]" for k in range(8)
    ]
    refused(manuscript(front(*bomb)), "issue.md")


# -- photos ----------------------------------------------------------------------------------------


def with_photo(path: str, attributes: str = "{side=right width=10em}") -> str:
    return SMALL.replace("12 月 22 日", f"![图](<{path}>){attributes}\n\n12 月 22 日")


PHOTO_LINE = 1 + SMALL[: SMALL.index("12 月 22 日")].count("\n")


def refused_photo(path: Path, name: str) -> None:
    """The rest can be composed: `check` reports an error on the photo's line, `export` writes no
    PDF.
    """
    output = path.parent / "issue.pdf"
    output.write_bytes(FORMER)
    ran = answered("export", path, "-o", output)
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err
    assert output.read_bytes() == FORMER
    checked = answered("check", path, "--json")
    assert checked.code == 1, checked
    found = [
        finding for finding in json.loads(checked.out)["findings"] if finding["level"] == "error"
    ]
    assert [finding["source"] for finding in found] == [f"{path}:{PHOTO_LINE}"]
    assert name in found[0]["message"]
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", found[0]["message"])
    assert f"issue.md:{PHOTO_LINE}" in ran.err


def test_a_missing_photo(manuscript: Write) -> None:
    refused_photo(manuscript(with_photo("none.jpg")), "none.jpg")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"not a photo",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_photo_that_cannot_be_read(manuscript: Write, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.jpg").write_bytes(content)
    refused_photo(manuscript(with_photo("bad.jpg")), "bad.jpg")


def test_a_photo_cut_off_in_the_middle(manuscript: Write, tmp_path: Path) -> None:
    import random

    from PIL import Image

    noise = Image.frombytes("RGB", (200, 150), random.Random(1).randbytes(200 * 150 * 3))
    noise.save(tmp_path / "whole.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "whole.png").read_bytes()[:20_000])
    refused_photo(manuscript(with_photo("cut.png")), "cut.png")


def test_a_photo_that_unpacks_without_end(manuscript: Write, tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )
    (tmp_path / "bomb.png").write_bytes(bomb)
    refused_photo(manuscript(with_photo("bomb.png")), "bomb.png")


@pytest.mark.parametrize("path", ["../outside.png", "/etc/passwd", "sub/../../outside.png"])
def test_a_photo_outside_the_manuscript_s_folder(tmp_path: Path, path: str) -> None:
    picture_file(tmp_path, "outside.png")
    folder = tmp_path / "issue"
    (folder / "sub").mkdir(parents=True)
    source = folder / "issue.md"
    source.write_text(with_photo(path), "utf8")
    refused_photo(source, path)


def test_a_photo_that_is_an_address_is_never_fetched(manuscript: Write) -> None:
    ran = answered("check", manuscript(with_photo("http://127.0.0.1:9/a.jpg")), "--json")
    assert ran.code == 1
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "attributes", ["{side=up}", "{width=wide}", "{sied=left}", "{width=10em", "{line=-1}"]
)
def test_attributes_of_a_photo_that_cannot_be_are_a_warning(
    manuscript: Write, tmp_path: Path, attributes: str
) -> None:
    picture_file(tmp_path, "good.png")
    warned(manuscript(with_photo("good.png", attributes)), PHOTO_LINE)


# -- characters ------------------------------------------------------------------------------------


def test_a_character_in_no_face_stops_a_pdf_and_names_its_line(
    manuscript: Write, tmp_path: Path
) -> None:
    path = manuscript(SMALL.replace("全区", "全\U0010fffd区"))
    (tmp_path / "a.pdf").write_bytes(FORMER)
    ran = answered("export", path, "-o", tmp_path / "a.pdf")
    assert ran.code == 2
    assert f"issue.md:{PHOTO_LINE}" in ran.err
    assert "U+10FFFD" in ran.err
    assert (tmp_path / "a.pdf").read_bytes() == FORMER


# -- the call --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["print", "issue.md"],
        ["export", "issue.md"],
        ["export"],
        ["check"],
        ["export", "a.md", "-o", "a.pdf", "--fast"],
    ],
)
def test_a_wrong_call_explains_itself(arguments: list[str]) -> None:
    ran = answered(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", ["issue.doc", "issue", "issue.pdf.txt"])
def test_an_output_of_a_kind_we_do_not_write(manuscript: Write, tmp_path: Path, name: str) -> None:
    ran = answered("export", manuscript(), "-o", tmp_path / name)
    assert ran.code == 2
    assert_sentence(ran.err, name, None)
    assert not (tmp_path / name).exists()


def test_an_output_folder_that_does_not_exist(manuscript: Write, tmp_path: Path) -> None:
    ran = answered("export", manuscript(), "-o", tmp_path / "none" / "a.pdf")
    assert ran.code == 2
    assert_sentence(ran.err, "a.pdf", None)


def test_an_output_that_is_a_folder(manuscript: Write, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    ran = answered("export", manuscript(), "-o", tmp_path / "a.pdf")
    assert ran.code == 2
    assert_sentence(ran.err, "a.pdf", None)
