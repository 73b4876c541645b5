"""The window looks at itself, as smoke tests of an installed program have it do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_it_opens_an_issue_shows_the_licences_and_ends(tmp_path):
    shutil.copytree(ROOT / "resources/sample", tmp_path / "sample")
    home = {
        name: str(tmp_path)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    around = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    report = tmp_path / "report.json"
    command = [sys.executable, "-c", "from main import start_window; start_window()"]
    begun = time.time()
    done = subprocess.run(
        [*command, f"--self-check={report}", str(tmp_path / "sample/issue.md")],
        cwd=tmp_path,
        env=around,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text("utf8"))
    assert found["pages"] == 6
    assert found["visible"]
    assert begun < found["first_page"] < time.time()
    assert "Apache License" in found["licences"]
    assert "SIL OPEN FONT LICENSE" in found["licences"]
    assert (tmp_path / "report.window.png").stat().st_size > 10_000
    assert (tmp_path / "report.about.png").stat().st_size > 1_000
