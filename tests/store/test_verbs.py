"""The command line takes a package like a manuscript, and turns one into the other."""

from __future__ import annotations

import gc
import json
import shutil
from pathlib import Path

import pytest
from store_making import contents, make, names

from layouts.cli import ERRORS, OK, WRONG_USE, main
from layouts.documents import read_document, save_document
from layouts.house.load import load_layout

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample/issue.md"


@pytest.fixture(autouse=True)
def collecting():
    """A verb ends its process and so switches the collector off; here more tests follow."""
    yield
    gc.enable()


@pytest.fixture
def package(tmp_path) -> Path:
    assert main(["convert", str(SAMPLE), "-o", str(tmp_path / "a.banxin")]) == OK
    return tmp_path / "a.banxin"


def test_a_package_exports_the_same_pdf_as_its_manuscript(package, tmp_path):
    assert main(["export", str(package), "-o", str(tmp_path / "a.pdf")]) == OK
    assert main(["export", str(SAMPLE), "-o", str(tmp_path / "b.pdf")]) == OK
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert names(tmp_path) == ["a.banxin", "a.pdf", "b.pdf"]


def test_a_package_is_checked(package, capsys):
    assert main(["check", str(package)]) == OK
    assert "no findings" in capsys.readouterr().out


def test_there_and_back_again_gives_the_same_package(package, tmp_path):
    assert main(["convert", str(package), "-o", str(tmp_path / "md.md")]) == OK
    assert main(["convert", str(tmp_path / "md.md"), "-o", str(tmp_path / "b.banxin")]) == OK
    assert (tmp_path / "b.banxin").read_bytes() == package.read_bytes()
    assert len(names(tmp_path / "photos")) == 4


def test_a_damaged_photo_is_found_by_a_check(package, capsys):
    data = bytearray(package.read_bytes())
    data[data.find(b"\xff\xd8\xff") + 1000] ^= 1
    package.write_bytes(data)
    assert main(["check", str(package)]) == ERRORS
    assert "损坏" in capsys.readouterr().out


@pytest.mark.parametrize("output", ["x.docx", "x", "x.banxin.txt"])
def test_a_kind_we_do_not_write(package, tmp_path, output, capsys):
    assert main(["convert", str(package), "-o", str(tmp_path / output)]) == WRONG_USE
    assert ".banxin" in capsys.readouterr().err
    assert not (tmp_path / output).exists()


def test_a_package_that_is_none_is_one_sentence(tmp_path, capsys):
    (tmp_path / "x.banxin").write_bytes(b"words")
    assert main(["check", str(tmp_path / "x.banxin")]) == WRONG_USE
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_converting_over_a_package_keeps_the_one_before(package, tmp_path):
    before = package.read_bytes()
    assert main(["convert", str(ROOT / "tests/golden/issue.md"), "-o", str(package)]) == OK
    assert (tmp_path / "a.banxin.bak").read_bytes() == before
    assert contents(package)["issue.json"] != contents(tmp_path / "a.banxin.bak")["issue.json"]


def test_a_manuscript_gets_the_names_back_that_photos_had(package, tmp_path):
    assert main(["convert", str(package), "-o", str(tmp_path / "md.md")]) == OK
    assert names(tmp_path / "photos") == names(SAMPLE.parent / "photos")


def test_names_that_meet_get_a_number_and_hostile_ones_are_made_fit(tmp_path):
    home, there = tmp_path / "home", tmp_path / "there"
    for folder in ("a", "b", "there"):
        (home / folder if folder != "there" else there).mkdir(parents=True)
    for folder, source in (("a", "dawn"), ("b", "avenue")):
        (home / folder / "会场.jpg").write_bytes(
            (SAMPLE.parent / f"photos/{source}.jpg").read_bytes()
        )
    (home / "x.md").write_text(
        "## 【要闻】\n\n### 题\n\n![](a/会场.jpg)\n\n![](b/会场.jpg)\n\n正文。\n", "utf-8"
    )
    assert main(["convert", str(home / "x.md"), "-o", str(tmp_path / "x.banxin")]) == OK
    entries = contents(tmp_path / "x.banxin")
    issue = json.loads(entries["issue.json"])
    photos = [
        block for block in issue["sections"][0]["articles"][0]["blocks"] if block["type"] == "photo"
    ]
    assert [photo["name"] for photo in photos] == ["会场.jpg", "会场.jpg"]
    assert main(["convert", str(tmp_path / "x.banxin"), "-o", str(there / "x.md")]) == OK
    assert names(there / "photos") == ["会场-2.jpg", "会场.jpg"]
    photos[0]["name"] = "../../../CON.exe"
    entries["issue.json"] = json.dumps(issue).encode()
    make(tmp_path / "y.banxin", entries)
    (tmp_path / "deep/er").mkdir(parents=True)
    assert main(["convert", str(tmp_path / "y.banxin"), "-o", str(tmp_path / "deep/er/y.md")]) == OK
    assert names(tmp_path / "deep/er/photos") == ["_CON.jpg", "会场.jpg"]
    assert names(tmp_path / "deep") == ["er"]


def house(folder: Path) -> Path:
    """A manuscript in a layout of its own, set larger than the one we ship."""
    folder.mkdir()
    text = (ROOT / "layouts/house/stock/jianbao-a4.toml").read_text("utf-8")
    assert 'size = "14pt"' in text
    (folder / "house.toml").write_text(
        text.replace('[grid]\nsize = "14pt"', '[grid]\nsize = "15pt"'), "utf-8"
    )
    (folder / "x.md").write_text(
        "---\npublication: 甲\nlayout: house.toml\n---\n\n## 【要闻】\n\n### 题\n\n"
        + "正文。" * 200,
        "utf-8",
    )
    return folder / "x.md"


def test_the_layout_it_was_made_with_is_used_when_no_other_of_that_name_is_there(tmp_path):
    path = house(tmp_path / "home")
    assert main(["export", str(path), "-o", str(tmp_path / "before.pdf")]) == OK
    assert main(["convert", str(path), "-o", str(tmp_path / "x.banxin")]) == OK
    shutil.rmtree(tmp_path / "home")
    assert main(["export", str(tmp_path / "x.banxin"), "-o", str(tmp_path / "after.pdf")]) == OK
    assert (tmp_path / "after.pdf").read_bytes() == (tmp_path / "before.pdf").read_bytes()


def test_the_layout_it_was_made_with_is_used_when_another_of_that_name_is_there(package, tmp_path):
    """Ten years on: the layout we ship under this name has changed, or we ship none."""
    entries = contents(package)
    assert b'[grid]\nsize = "14pt"' in entries["layout.toml"]
    entries["layout.toml"] = entries["layout.toml"].replace(
        b'[grid]\nsize = "14pt"', b'[grid]\nsize = "15pt"'
    )
    make(tmp_path / "then.banxin", entries)
    (tmp_path / "jianbao-a4.toml").write_text("no layout at all", "utf-8")
    (tmp_path / "beside.md").write_bytes(
        SAMPLE.read_bytes().replace(b"layout: jianbao-a4", b"layout: then.toml", 1)
    )
    (tmp_path / "then.toml").write_bytes(entries["layout.toml"])
    shutil.copytree(SAMPLE.parent / "photos", tmp_path / "photos")
    for name in ("then.banxin", "beside.md"):
        assert main(["export", str(tmp_path / name), "-o", str(tmp_path / f"{name}.pdf")]) == OK
    assert (tmp_path / "then.banxin.pdf").read_bytes() == (tmp_path / "beside.md.pdf").read_bytes()
    entries["issue.json"] = entries["issue.json"].replace(b'"jianbao-a4"', b'"a-layout-of-2036"')
    make(tmp_path / "unknown.banxin", entries)
    assert (
        main(["export", str(tmp_path / "unknown.banxin"), "-o", str(tmp_path / "unknown.pdf")])
        == OK
    )
    assert (tmp_path / "unknown.pdf").read_bytes() == (tmp_path / "beside.md.pdf").read_bytes()


def test_a_layout_stays_when_an_issue_is_saved_again(tmp_path):
    """As the window saves: the issue that the first save gave back, not one that was read."""
    issue = read_document(house(tmp_path / "home"), tmp_path).issue
    saved = save_document(issue, tmp_path / "x.banxin", tmp_path / "cache").issue
    layout = contents(tmp_path / "x.banxin")["layout.toml"]
    shutil.rmtree(tmp_path / "home")
    assert load_layout(saved.layout, folder=saved.folder).grid.size == pytest.approx(15)
    save_document(saved, tmp_path / "x.banxin", tmp_path / "cache")
    assert contents(tmp_path / "x.banxin")["layout.toml"] == layout


@pytest.mark.parametrize(
    "kept", [".", "cache", "deep/er"], ids=["the-temporary-folder", "above-it", "far-above-it"]
)
def test_a_manuscript_above_the_temporary_folder_gets_its_photos_too(
    package, tmp_path, monkeypatch, kept
):
    """What a package is unpacked into is swept away; nothing may be left there that the manuscript
    needs.
    """
    target = tmp_path / "target"
    temporary = target / kept
    temporary.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert main(["convert", str(package), "-o", str(target / "y.md")]) == OK
    assert names(target / "photos") == names(SAMPLE.parent / "photos")
    assert main(["check", str(target / "y.md")]) == OK


def test_a_layout_of_its_own_goes_with_a_manuscript_above_the_temporary_folder(
    tmp_path, monkeypatch
):
    target = tmp_path / "target"
    target.mkdir()
    assert main(["convert", str(house(tmp_path / "home")), "-o", str(tmp_path / "x.banxin")]) == OK
    monkeypatch.setattr("tempfile.tempdir", str(target))
    assert main(["convert", str(tmp_path / "x.banxin"), "-o", str(target / "y.md")]) == OK
    assert names(target) == ["house.toml", "y.md"]
