"""A process killed at any moment loses nothing older than two seconds.

The long run: `python tests/store/killing.py --kills 300`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from examples import examples

KILLS = os.environ.get("BANXIN_KILLS", str(examples(20)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork")
def test_a_killed_process_loses_at_most_two_seconds():
    script = Path(__file__).with_name("killing.py")
    done = subprocess.run(
        [sys.executable, str(script), "--kills", KILLS],
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    print(done.stdout)
