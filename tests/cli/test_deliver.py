"""`deliver`: everything an issue goes out as, whole or absent, with a manifest that tells."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from running import ROOT, Ran, answered
from set_wholeness import faults_of

from layouts import files
from layouts.delivery import at_work, parts
from layouts.delivery.at_work import AT_WORK, working_in
from layouts.delivery.deliver import set_name
from layouts.errors import ExportError, Source
from layouts.issue.issue import Issue, Masthead
from layouts.store.owning import machine, person, this_process

SAMPLE = ROOT / "resources" / "sample" / "issue.md"
NAME = "澜汀书讯 2026-009"


def delivered(issue: Path, folder: Path, *options: str) -> Ran:
    return answered("deliver", issue, "-o", folder, *options)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("set")
    assert delivered(SAMPLE, folder).code == 0
    return folder / NAME


def manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text("utf8"))


def test_every_part_is_there_under_the_name_of_the_issue(whole):
    names = {path.name for path in whole.iterdir()}
    assert names == {
        "manifest.json", f"{NAME}.pdf", f"{NAME} 印刷.pdf", f"{NAME}.html",
        f"{NAME} 图片", f"{NAME} 长图", f"{NAME} 公众号",
        f"{NAME}.ofd", f"{NAME}.docx",
    }  # fmt: skip
    assert len(list((whole / f"{NAME} 图片").iterdir())) == 6
    assert (whole / f"{NAME} 公众号" / "article.html").is_file()
    assert faults_of(whole) == []


def test_the_manifest_has_every_file_with_its_digest_and_its_preset(whole):
    content = manifest(whole)
    assert content["finished"] is True
    assert (content["publication"], content["number"]) == ("澜汀书讯", 9)
    files = [file for part in content["parts"] for file in part["files"]]
    there = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()} - {
        "manifest.json"
    }
    assert {file["name"] for file in files} == there
    for file in files:
        data = (whole / file["name"]).read_bytes()
        assert file["bytes"] == len(data)
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
    presets = {part["part"]: part.get("preset") for part in content["parts"]}
    assert (presets["print"], presets["screen"], presets["web"]) == ("print", "screen", None)


def test_a_part_is_what_its_own_export_writes(whole, tmp_path):
    for name, options in (
        (f"{NAME} 印刷.pdf", ["--preset", "print"]),
        (f"{NAME}.html", []),
        (f"{NAME}.ofd", []),
        (f"{NAME}.docx", []),
    ):
        output = tmp_path / name
        assert answered("export", SAMPLE, "-o", output, *options).code == 0
        assert output.read_bytes() == (whole / name).read_bytes()


def test_the_parts_asked_for_fill_a_set_again(tmp_path):
    for _ in range(2):
        done = delivered(SAMPLE, tmp_path, "--set", "long,web")
        assert done.code == 0
    assert {path.name for path in (tmp_path / NAME).iterdir()} == {
        "manifest.json", f"{NAME}.html", f"{NAME} 长图"
    }  # fmt: skip
    assert "长图：" in done.out


def test_a_part_that_there_is_not_and_a_folder_of_somebody_else_are_refused(tmp_path):
    done = delivered(SAMPLE, tmp_path, "--set", "fax")
    assert done.code == 2
    assert "fax" in done.err
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "mine.txt").write_text("mine")
    assert delivered(SAMPLE, tmp_path, "--set", "web").code == 2
    assert [path.name for path in (tmp_path / NAME).iterdir()] == ["mine.txt"]


def test_a_part_that_fails_is_named_and_leaves_the_others_whole(tmp_path):
    (tmp_path / NAME / f"{NAME}.html").mkdir(parents=True)  # in the way of the page
    (tmp_path / NAME / "manifest.json").write_text('{"made_by": "Banxin 版心"}', "utf8")
    said = delivered(SAMPLE, tmp_path, "--set", "web,wechat,ofd,docx")
    assert said.code == 2
    assert "没有做成整期网页：" in said.err
    assert "公众号图文：" in said.out
    made = {part["part"]: part for part in manifest(tmp_path / NAME)["parts"]}
    assert "failed" in made["web"]
    assert made["wechat"]["files"]
    files = [file["name"] for key in ("ofd", "docx") for file in made[key]["files"]]
    assert files == [f"{NAME}.ofd", f"{NAME}.docx"]
    assert faults_of(tmp_path / NAME) == []


def test_a_damaged_photo_fails_the_parts_that_show_it_and_no_half_is_left(tmp_path):
    shutil.copytree(SAMPLE.parent, tmp_path / "issue")
    photo = min((tmp_path / "issue" / "photos").glob("*.jpg"))
    photo.write_bytes(photo.read_bytes()[:-20_000])
    done = delivered(tmp_path / "issue" / "issue.md", tmp_path, "--set", "print,long,web,ofd,docx")
    assert done.code == 2
    assert done.err.count(photo.name) >= 5
    assert "没有做成印刷 PDF：" in done.err
    assert [path.name for path in (tmp_path / NAME).iterdir()] == ["manifest.json"]


@pytest.mark.parametrize(
    ("publication", "called"),
    [
        ("学习/工作简报", "学习_工作简报 2026-015"),
        ("A\\B", "A_B 2026-015"),
        ("../../x", "··_··_x 2026-015"),
        ("{name}", "{name} 2026-015"),
        ("CON", "CON 2026-015"),
        ("a\u202eb\0\n", "ab 2026-015"),
    ],
)
def test_whatever_a_publication_is_called_a_folder_can_be(publication, called):
    head = Masthead(publication=publication, number=15, date=date(2026, 3, 1))
    assert set_name(Issue(head, (), Path(), Source("")), Path("a.md")) == called


@pytest.mark.parametrize("keys", [",", "，", " , ,"])
def test_a_list_that_names_no_part_is_not_all_of_them(tmp_path, keys):
    done = delivered(SAMPLE, tmp_path, "--set", keys)
    assert done.code == 2
    assert "print, screen, pictures" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_second_at_the_same_set_is_told_who_is_at_work_and_takes_nothing_away(tmp_path):
    folder = tmp_path / NAME
    folder.mkdir()
    (folder / "manifest.json").write_text('{"made_by": "Banxin 版心"}', "utf8")
    with working_in(folder):
        (folder / ".0123456789abcdef.tmp").write_bytes(b"half of a part")
        done = delivered(SAMPLE, tmp_path, "--set", "web")
        assert done.code == 2
        assert f"{person()} on {machine()} is making the set in {folder}" in done.err
        assert (folder / ".0123456789abcdef.tmp").read_bytes() == b"half of a part"
        assert not (folder / f"{NAME}.html").exists()
    assert delivered(SAMPLE, tmp_path, "--set", "web").code == 0
    assert {path.name for path in folder.iterdir()} == {"manifest.json", f"{NAME}.html"}


def test_who_was_killed_at_work_keeps_nobody_from_the_set(tmp_path):
    (tmp_path / NAME).mkdir()
    left = {"name": "x", "owner": {"machine": machine(), "process": 2**22 + 1, "started": "1"}}
    (tmp_path / NAME / AT_WORK).write_text(json.dumps(left))
    assert delivered(SAMPLE, tmp_path, "--set", "web").code == 0
    assert not (tmp_path / NAME / AT_WORK).exists()


@pytest.mark.parametrize("owner", [None, "another", "this"])
def test_on_a_disk_without_locks_whoever_lives_is_at_work(tmp_path, monkeypatch, owner):
    monkeypatch.setattr(at_work, "hold", lambda _: None)
    path = tmp_path / AT_WORK
    if owner is None:
        path.write_bytes(b"not to be read")
    else:
        one = this_process() if owner == "this" else replace(this_process(), machine="another")
        path.write_bytes(msgspec.json.encode({"name": "x", "owner": one}))
    if owner is None:
        with at_work.working_in(tmp_path):
            assert path.exists()
        assert not path.exists()
    else:  # of another machine nothing can be known
        with pytest.raises(ExportError, match="is making the set"), at_work.working_in(tmp_path):
            pass


def on_a_disk_that_takes(monkeypatch, most: int) -> None:
    """Let no file larger than so many bytes be written."""
    write = files._write_synced

    def written(path: Path, data: bytes) -> None:
        if len(data) > most:
            path.write_bytes(data[:most])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, data)

    monkeypatch.setattr(files, "_write_synced", written)


def test_on_a_full_disk_no_folder_is_left(tmp_path, monkeypatch):
    on_a_disk_that_takes(monkeypatch, 10)
    done = delivered(SAMPLE, tmp_path / "a" / "b")
    assert done.code == 2
    assert "磁盘已满" in done.err
    assert list(tmp_path.iterdir()) == []


def test_where_a_disk_fills_in_the_middle_what_is_whole_stays(whole, tmp_path, monkeypatch):
    most = (whole / f"{NAME}.docx").stat().st_size
    on_a_disk_that_takes(monkeypatch, most)
    done = delivered(SAMPLE, tmp_path)
    too_large = {
        part["part"]
        for part in manifest(whole)["parts"]
        if any(file["bytes"] > most for file in part["files"])
    }
    content = manifest(tmp_path / NAME)
    failed = {part["part"] for part in content["parts"] if "failed" in part}
    assert done.code == 2
    assert failed == too_large
    assert 0 < len(failed) < len(content["parts"])
    assert done.err.count("磁盘已满") == len(failed)
    assert content["finished"]
    assert faults_of(tmp_path / NAME) == []
    assert not list((tmp_path / NAME).glob(".*"))


def test_a_folder_that_vanishes_meanwhile_is_said(tmp_path, monkeypatch):
    def vanished(*_: object) -> bytes:
        shutil.rmtree(tmp_path / NAME)
        return b"<html></html>"

    monkeypatch.setattr(parts, "web_page", vanished)
    done = delivered(SAMPLE, tmp_path, "--set", "web")
    assert done.code == 2
    assert "找不到所在文件夹" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_name_is_the_publication_s_pattern_or_the_file_s():
    head = Masthead(publication="《云栖简报》", number=15, date=date(2026, 3, 1))
    issue = Issue(head, (), Path(), Source(""))
    assert set_name(issue, Path("a.md")).endswith("2026-015")
    assert set_name(Issue(Masthead(), (), Path(), Source("")), Path("b/第3期.banxin")) == "第3期"


def test_a_set_killed_before_its_manifest_stood_is_made_all_the_same(tmp_path):
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / ".0123456789abcdef.tmp").write_bytes(b"{")
    assert delivered(SAMPLE, tmp_path, "--set", "web").code == 0
    assert not list((tmp_path / NAME).glob(".*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
def test_killed_in_the_middle_each_part_is_whole_or_absent(tmp_path):
    command = [sys.executable, ROOT / "main.py", "deliver", SAMPLE, "-o", tmp_path]
    for wait in (0.6, 1.2):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if (tmp_path / NAME).exists():
            assert faults_of(tmp_path / NAME) == []
    assert delivered(SAMPLE, tmp_path, "--set", "web").code == 0
    assert not list((tmp_path / NAME).glob(".*"))
