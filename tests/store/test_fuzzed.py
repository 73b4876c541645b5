"""Mutated files are opened or refused with a sentence.

The long run: `python tests/store/fuzzing.py --cases 20000`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from examples import examples

CASES = os.environ.get("BANXIN_FUZZ", str(examples(600)))


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and alarms")
def test_mutated_files_do_no_harm():
    script = Path(__file__).with_name("fuzzing.py")
    done = subprocess.run(
        [sys.executable, str(script), "--cases", CASES],
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    print(done.stdout)
