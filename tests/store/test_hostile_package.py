"""A package that means harm, or is none, is refused with one good sentence, and nothing is
unpacked.
"""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path

import pytest
from store_making import make, minimal, names, opened

from layouts.errors import NewerError, PackageError
from layouts.issue.text import Mark, MarkKind, Text
from layouts.store.package import MIMETYPE
from layouts.store.saving import save


def refused(path: Path, cache: Path) -> PackageError:
    """The one good sentence that a package is refused with."""
    with pytest.raises(PackageError) as caught:
        opened(path, cache)
    error = caught.value
    assert error.source is not None
    assert error.source.file == str(path)
    assert any("\u4e00" <= character <= "\u9fff" for character in error.zh)
    assert len(str(error).splitlines()) == 1
    assert not cache.exists()
    return error


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/passwd", "photos/../../x", "C:\\x", "photos\\x.jpg", "photos/x.jpg", "a.exe", "issue.json/", "photos/" + "0" * 64, "photos//", "Issue.json", "photos/" + "0" * 64 + ".jpg/x"],
)  # fmt: skip
def test_a_name_that_does_not_belong_there(tmp_path, name):
    assert "不该有" in refused(minimal(tmp_path / "x.banxin", {name: b""}), tmp_path / "cache").zh


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(tmp_path):
    path = make(
        tmp_path / "x.banxin",
        [("mimetype", MIMETYPE), ("issue.json", b"{}"), ("issue.json", b"{}")],
    )
    assert "twice" in refused(path, tmp_path / "cache").en


def test_a_link(tmp_path):
    link = zipfile.ZipInfo("photos/" + "0" * 64 + ".jpg")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    path = make(
        tmp_path / "x.banxin",
        [("mimetype", MIMETYPE), ("issue.json", b"{}"), (link, b"/etc/passwd")],
    )
    assert "no plain file" in refused(path, tmp_path / "cache").en


def test_a_bomb(tmp_path):
    path = minimal(tmp_path / "x.banxin", {f"photos/{'0' * 64}.jpg": bytes(50_000_000)})
    assert path.stat().st_size < 100_000
    assert "suspiciously" in refused(path, tmp_path / "cache").en


def test_more_entries_than_allowed(tmp_path):
    path = minimal(tmp_path / "x.banxin", {f"photos/{k:064x}.jpg": b"" for k in range(2001)})
    assert "2000" in refused(path, tmp_path / "cache").en


def test_a_size_that_is_a_lie(tmp_path):
    name = f"photos/{'0' * 64}.jpg"
    path = minimal(tmp_path / "x.banxin", {name: bytes(9_000_000)})
    data = bytearray(path.read_bytes())
    for signature, offset, place in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        start = -1
        while (start := data.find(signature, start + 1)) >= 0:
            if data[start + place :].startswith(name.encode()):
                data[start + offset : start + offset + 4] = struct.pack("<I", 100)
    path.write_bytes(data)
    assert [finding.code for finding in opened(path, tmp_path / "cache").findings] == [
        "photo-damaged"
    ]
    assert names(tmp_path / "cache/photos") == []


def test_a_wrong_checksum_of_the_issue(tmp_path):
    path = make(
        tmp_path / "x.banxin",
        {"mimetype": MIMETYPE, "issue.json": b'{"version": 1}'},
        zipfile.ZIP_STORED,
    )
    path.write_bytes(path.read_bytes().replace(b'{"version": 1}', b'{"version":  }'))
    assert "issue.json" in refused(path, tmp_path / "cache").en


@pytest.mark.parametrize("issue", [b"", b"{", b"[]", b"null", b'{"version": "1"}', b'{"version": 0}', b'{"version": -1}', b'{"version": 1, "more": 1}', b'{"version": 1, "sections": [{"articles": [{"kind": "x"}]}]}', b"\xff\xfe", b'{"version": 1}{'])  # fmt: skip
def test_an_issue_not_in_its_format(tmp_path, issue):
    assert (
        "issue.json" in refused(minimal(tmp_path / "x.banxin", issue=issue), tmp_path / "cache").en
    )


@pytest.mark.parametrize(
    "deep",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"version": 1, "settings": {"a": ' + b"[" * 80 + b"]" * 80 + b"}}",
    ],
)
def test_json_nested_too_deep(tmp_path, deep):
    assert "deeper" in refused(minimal(tmp_path / "x.banxin", issue=deep), tmp_path / "cache").en


def test_json_of_too_many_parts(tmp_path):
    issue = b'{"version": 1, "sections": [' + b"{}," * 3_000_000 + b"{}]}"
    path = make(tmp_path / "x.banxin", {"mimetype": MIMETYPE, "issue.json": issue})
    assert "parts" in refused(path, tmp_path / "cache").en


def test_json_too_large(tmp_path):
    entries = {"mimetype": MIMETYPE, "issue.json": b" " * 20_000_001}
    assert (
        "too large"
        in refused(make(tmp_path / "x.banxin", entries, zipfile.ZIP_STORED), tmp_path / "cache").en
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x05\x06" + bytes(18), b"not a zip at all, only words", bytes(100_000)],
)
def test_what_is_no_package(tmp_path, content):
    (tmp_path / "x.banxin").write_bytes(content)
    refused(tmp_path / "x.banxin", tmp_path / "cache")


def test_another_zip(tmp_path):
    refused(
        make(tmp_path / "x.banxin", {"mimetype": b"application/epub+zip", "issue.json": b"{}"}),
        tmp_path / "cache",
    )
    refused(make(tmp_path / "y.banxin", {"issue.json": b"{}"}), tmp_path / "cache")


def test_a_hidden_second_table_of_contents(tmp_path):
    path = minimal(tmp_path / "x.banxin")
    data = path.read_bytes()
    end = data.rfind(b"PK\x05\x06")
    size, start = struct.unpack("<2L", data[end + 12 : end + 20])
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    path.write_bytes(
        data[:end]
        + locator
        + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, size + 20, start, 0)
    )
    refused(path, tmp_path / "cache")


def test_folders_pipes_and_nothing(tmp_path):
    (tmp_path / "folder.banxin").mkdir()
    refused(tmp_path / "folder.banxin", tmp_path / "cache")
    refused(tmp_path / "none.banxin", tmp_path / "cache")
    refused(Path("/dev/zero"), tmp_path / "cache")


@pytest.mark.parametrize("more", [{}, {"fonts/x.ttf": b""}])
def test_a_package_of_a_newer_program_is_refused_and_never_written_over(sample, tmp_path, more):
    path = minimal(tmp_path / "x.banxin", more, b'{"version": 99, "all": "new"}')
    before = path.read_bytes()
    assert "newer" in refused(path, tmp_path / "cache").en
    with pytest.raises(NewerError):
        save(sample, path, tmp_path / "cache")
    assert path.read_bytes() == before
    assert names(tmp_path) == ["x.banxin"]


def test_values_no_editor_could_have_made_are_put_right(tmp_path):
    blocks = [
        {
            "type": "paragraph",
            "text": {
                "string": "甲乙",
                "marks": [
                    {"start": -1, "end": 1, "kind": "bold"},
                    {"start": 1, "end": 9, "kind": "kai"},
                    {"start": 0, "end": 1, "kind": "kai"},
                ],
            },
        },
        {"type": "subheading", "text": "", "level": 77},
        {
            "type": "photo",
            "path": "a.jpg",
            "width": -3,
            "line": -1,
            "standoff": 1e99,
            "crop": [0.9, 0, 0.9, 0],
        },
    ]
    text = json.dumps({"version": 2, "sections": [{"articles": [{"blocks": blocks}]}]}).encode()
    first, second, photo = (
        opened(minimal(tmp_path / "x.banxin", issue=text), tmp_path / "cache")
        .issue.sections[0]
        .articles[0]
        .blocks
    )
    assert first.text == Text("甲乙", (Mark(0, 1, MarkKind.KAI),))
    assert second.level == 4
    assert (photo.width, photo.line, photo.standoff, any(photo.crop)) == (None, 0, None, False)
