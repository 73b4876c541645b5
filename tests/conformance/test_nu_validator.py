"""Our pages by the Nu Html Checker of the W3C (vnu.jar, MIT), where BANXIN_VNU names it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from layouts.house.load import layout_of
from layouts.manuscript import read_manuscript
from layouts.webpage.writing import web_folder, web_page

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"


@pytest.fixture
def jar() -> str:
    found = os.environ.get("BANXIN_VNU", "")
    if not found or not Path(found).is_file() or shutil.which("java") is None:
        pytest.skip("BANXIN_VNU names no vnu.jar, or there is no Java")
    return found


def test_pages_of_the_sample_have_no_error(jar: str, tmp_path: Path) -> None:
    issue, _ = read_manuscript(SAMPLE)
    layout = layout_of(issue)
    (tmp_path / "whole.html").write_bytes(web_page(issue, layout))
    for name, data in web_folder(issue, layout).items():
        if name.endswith(".html"):
            (tmp_path / name).write_bytes(data)
    pages = sorted(map(str, tmp_path.glob("*.html")))
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--stdout", "--format", "text", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
