"""`import banxin` out of an installed wheel, from another folder, beside a project of the same
names as our folders.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample/issue.md"

EXAMPLES = """
import doctest, pathlib, shutil, sys, banxin
folder = pathlib.Path.cwd()
manuscript = folder / "issue.md"
manuscript.write_text("---\\npublication: 河湾简报\\nissue: 7\\ndate: 2026-05-20\\n---\\n\\n## 【要闻】\\n\\n### 新馆开放\\n\\n五月起每周开放六天。\\n", "utf8")
failed, tried = doctest.testmod(banxin, extraglobs={"manuscript": manuscript, "folder": folder})
print(failed, "of", tried)
"""


def test_the_one_name_at_the_top_of_the_wheel_is_banxin(site):
    ours = {
        path.name
        for path in site.iterdir()
        if path.name
        not in ("bin", "fonts", "theirs.py", "narrow.toml", "theirs-1.0.dist-info", "__pycache__")
    }
    assert ours == {
        "banxin",
        next(name for name in ours if name.startswith("banxin-") and name.endswith(".dist-info")),
    }


def test_every_data_file_goes_into_the_wheel(site):
    files = [
        path
        for folder in ("desktop", "fonts", "layouts", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    ]
    data = [path.relative_to(ROOT) for path in files if path.suffix not in (".py", ".pyc")]
    data = [path for path in data if "packaging" not in path.parts]  # tools and what they pack
    assert len(data) > 20
    assert [str(path) for path in data if not (site / "banxin" / path).is_file()] == []


def test_the_pages_and_pictures_of_the_guide_go_into_the_wheel(site):
    pages = [
        path for path in (ROOT / "docs").iterdir() if path.name.startswith(("editor-", "keys"))
    ]
    assert len(pages) > 8
    assert [path.name for path in pages if not (site / "banxin/docs" / path.name).is_file()] == []


def test_another_project_keeps_its_names(run):
    said = run(
        "-c",
        "import banxin, fonts, sys; banxin.read; print(fonts.WHOSE, sorted({'layouts', 'desktop', 'resources'} & set(sys.modules)))",
    )
    assert said.split("\n")[0] == "theirs []"


def test_the_examples_of_the_public_face_are_true(run):
    said = run("-c", EXAMPLES)
    failed, _, tried = said.strip().rpartition("\n")[2].split()
    assert failed == "0", said
    assert int(tried) >= 6


def test_an_installed_program_writes_the_bytes_that_the_repository_does(run, tmp_path):
    run("-m", "banxin", "export", str(SAMPLE), "-o", "installed.pdf")
    subprocess.run(
        [sys.executable, "main.py", "export", str(SAMPLE), "-o", str(tmp_path / "here.pdf")],
        cwd=ROOT,
        check=True,
    )
    assert (tmp_path / "installed.pdf").read_bytes() == (tmp_path / "here.pdf").read_bytes()


def test_an_issue_is_saved_over_no_file_of_another_kind(run, tmp_path):
    (tmp_path / "keep.pdf").write_bytes(b"%PDF of somebody")
    said = run(
        "-c",
        f"""
import banxin, pathlib
try:
    banxin.save(banxin.read({str(SAMPLE)!r}).issue, {str(tmp_path / "keep.pdf")!r})
except banxin.BanxinError as error:
    print(error)
""",
    )
    assert "keep.pdf" in said
    assert (tmp_path / "keep.pdf").read_bytes() == b"%PDF of somebody"


def test_a_package_is_read_without_leaving_photos_beside_it(run, tmp_path):
    package = tmp_path / "a.banxin"
    lines = f"import banxin; banxin.save(banxin.read({str(SAMPLE)!r}).issue, {str(package)!r}); print(len(banxin.read({str(package)!r}).issue.sections))"
    assert int(run("-c", lines).strip().rpartition("\n")[2]) > 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.banxin"]


def test_the_public_names_are_few_and_documented(run):
    said = run(
        "-c",
        "import banxin\nfor name in banxin.__all__: print(name, bool(getattr(banxin, name).__doc__))",
    )
    names = [line.split() for line in said.strip().splitlines()]
    assert {name for name, _ in names} >= {
        "read",
        "compose",
        "write_pdf",
        "write_json",
        "write_ofd",
        "save",
        "open",
        "Issue",
        "Layout",
        "check",
        "Finding",
    }
    assert [name for name, documented in names if documented != "True"] == []
    assert len(names) <= 20


def test_importing_it_loads_neither_qt_nor_reportlab(run):
    said = run(
        "-c",
        "import banxin, sys; print(sorted({'PySide6', 'reportlab', 'PIL', 'pikepdf'} & set(sys.modules)))",
    )
    assert said.strip() == "[]"


@pytest.mark.parametrize("name", ["nowhere.md", "nowhere.banxin"])
def test_what_cannot_be_read_is_one_sentence_in_two_languages(run, name):
    reader = "open" if name.endswith(".banxin") else "read"
    said = run(
        "-c",
        f"import banxin\ntry: banxin.{reader}({name!r})\nexcept banxin.BanxinError as error: print(bool(error.zh), bool(error.en))",
    )
    assert said.strip() == "True True"
