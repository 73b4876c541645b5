"""`export -o x.ofd`."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from ofd_reading import OfdReading, faults
from running import ROOT, answered, banxin

from layouts.imaging import read

Write = Callable[..., Path]
SAMPLE = ROOT / "resources" / "sample" / "issue.md"
SMALL = "## 【要闻】\n\n### 题\n\n文。\n"


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_the_sample_is_written_alike_in_any_process(tmp_path: Path) -> None:
    for name, call in (("one.ofd", answered), ("other.OFD", banxin)):
        assert call("export", SAMPLE, "-o", tmp_path / name).code == 0
    data = (tmp_path / "one.ofd").read_bytes()
    assert faults(data) == []
    assert data == (tmp_path / "other.OFD").read_bytes()
    assert left(tmp_path) == ["one.ofd", "other.OFD"]


def test_addresses_and_notes_lead_where_they_say(manuscript: Write) -> None:
    path = manuscript("## 【要闻】\n\n### 题\n\n见 www.example.org ，注[^1]。\n\n[^1]: 注文。\n")
    output = path.with_name("x.ofd")
    assert answered("export", path, "-o", output).code == 0
    links = OfdReading(output.read_bytes()).part("Doc_0/Annots/Page_0/Annotation.xml")
    assert [one.get("URI") for one in links.iter("{*}URI")] == ["http://www.example.org"]
    # from the contents to the section and the article, from the sign to the note, and back
    assert len(list(links.iter("{*}Dest"))) == 4


HOSTILE = "<script>x]]>&amp;\u202e=cmd|' /C calc'!A0\u0007\x0b"


def test_hostile_words_in_every_field_are_words(manuscript: Write) -> None:
    path = manuscript(
        f"---\ntitle: '{HOSTILE.replace(chr(39), '')}'\norganization: '<b>&]]>'\n---\n\n"
        f"## 【{HOSTILE}】\n\n### {HOSTILE}\n\n{HOSTILE}\n\n| {HOSTILE[:20]} | 乙 |\n|---|---|\n| 1 | 2 |\n\n"
        f"【供稿：{HOSTILE}】\n"
    )
    output = path.with_name("x.ofd")
    done = answered("export", path, "-o", output)
    assert done.code == 0, done.err
    data = output.read_bytes()
    assert faults(data) == []
    assert "<script>x]]>" in OfdReading(data).text()


def test_a_photo_that_is_not_there_refuses_the_file(manuscript: Write) -> None:
    path = manuscript("## 【要闻】\n\n### 题\n\n![图](gone.jpg)\n\n文。\n")
    done = answered("export", path, "-o", path.with_name("x.ofd"))
    assert done.code == 2
    assert "gone.jpg" in done.err
    assert not path.with_name("x.ofd").exists()


def test_a_photo_that_vanishes_once_pages_are_set_is_named_with_its_line(
    manuscript: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = ROOT / "resources" / "sample" / "photos"
    name = next(photo.glob("*.jpg"))
    path = manuscript("## 【要闻】\n\n### 题\n\n![图](photo.jpg)\n\n文。\n")
    (path.parent / "photo.jpg").write_bytes(name.read_bytes())
    embed = read.embed

    def gone(*given: object) -> object:
        (path.parent / "photo.jpg").unlink()
        return embed(*given)

    monkeypatch.setattr("layouts.paint.pictures.embed", gone)
    done = answered("export", path, "-o", path.with_name("x.ofd"))
    assert done.code == 2
    assert "photo.jpg" in done.err
    assert "issue.md:5" in done.err
    assert not path.with_name("x.ofd").exists()


def test_a_full_disk_is_a_sentence_and_leaves_the_file_that_was(
    manuscript: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = manuscript(SMALL)
    output = path.with_name("x.ofd")
    output.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = answered("export", path, "-o", output)
    assert done.code == 2
    assert str(output) in done.err
    assert output.read_bytes() == b"old"
    assert left(path.parent) == ["issue.md", "x.ofd"]


@pytest.mark.parametrize("option", [("--preset", "print"), ("--draft",), ("--cover", "only")])
def test_what_is_for_pdfs_alone_is_refused(tmp_path: Path, option: tuple[str, ...]) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "x.ofd", *option)
    assert done.code == 2
    assert "x.ofd" in done.err
    assert left(tmp_path) == []
