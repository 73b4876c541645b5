"""`python main.py …` in a process of its own, as a batch needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Called:
    """What a call gave back."""

    code: int
    out: str
    err: str


def banxin(*arguments: str | Path) -> Called:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Called(done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8"))
