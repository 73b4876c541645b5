"""An editable installation: `banxin` over the folders of the repository, with the same programs."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_program_starts_from_anywhere_and_no_main_of_others_takes_its_place(tmp_path):
    spec = spec_from_file_location("hook", ROOT / "resources/packaging/build_wheel.py")
    hook = module_from_spec(spec)
    spec.loader.exec_module(hook)
    package = tmp_path / "site/banxin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(hook.editable(ROOT), "utf8")
    (package / "__main__.py").write_text(hook.editable_main(ROOT), "utf8")
    (tmp_path / "main.py").write_text("raise SystemExit('theirs')")
    around = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    starts = (["-m", "banxin"], ["-c", "from banxin.__main__ import start; start()"])
    for start in starts:
        command = [sys.executable, *start, "--version"]
        done = subprocess.run(
            command, cwd=tmp_path, env=around, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("banxin ")
