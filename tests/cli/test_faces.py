from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from layouts.cli import main

ROOT = Path(__file__).resolve().parents[2]
KAI = ROOT / "fonts" / "faces" / "BanxinKai-Regular.ttf"


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))


def test_faces_of_a_folder_are_listed_by_all_their_names(tmp_path, capsys):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "kai.ttf").write_bytes(KAI.read_bytes())
    assert main(["faces", "--folder", str(folder)]) == 0
    (line,) = (row for row in capsys.readouterr().out.splitlines() if "BanxinKai" in row)
    assert "版心楷体" in line
    assert "Banxin Kai" in line
    assert "可以嵌入 / may be embedded" in line


def test_faces_as_json_have_names_permission_and_place(tmp_path, capsys):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "kai.ttf").write_bytes(KAI.read_bytes())
    assert main(["faces", "--json", "--folder", str(folder)]) == 0
    listing = json.loads(capsys.readouterr().out)
    (face,) = (face for face in listing["faces"] if face["path"].startswith(str(folder)))
    assert face["families"]["zh-Hans"] == "版心楷体"
    assert (face["outlines"], face["embeds"], face["index"]) == ("glyf", True, 0)
    assert face["hanzi"] > 8105


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, capsys):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "bad.ttf").write_bytes(b"\0\1\0\0 not much of a font")
    assert main(["faces", "--folder", str(folder), "--folder", str(tmp_path / "gone")]) == 0
    told = capsys.readouterr().err
    assert "bad.ttf: 字体文件已损坏" in told
    assert f"字体文件夹 {tmp_path / 'gone'} 打不开" in told


def test_an_export_in_our_faces_loads_nothing_of_other_faces(tmp_path):
    """Neither fontTools nor what asks the system nor the library: an export may take a third of a
    second.
    """
    issue = ROOT / "resources" / "sample" / "issue.md"
    code = (
        "import sys; from layouts.cli import main; "
        f"status = main(['export', {str(issue)!r}, '-o', {str(tmp_path / 'out.pdf')!r}]); "
        "print(status, *(name for name in ('fontTools', 'find_system_fonts_filename',"
        " 'fonts.library.discovery', 'fonts.library.index') if name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["0"]


def test_folders_that_scripts_name_are_looked_through_too(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "kai.ttf").write_bytes(KAI.read_bytes())
    monkeypatch.setenv("BANXIN_FACES", str(folder))
    assert main(["faces"]) == 0
    assert "版心楷体" in capsys.readouterr().out
