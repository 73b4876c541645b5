"""A whole export set: the time it takes, processor time, and the memory of all its processes.

`python tests/speed/sets.py ISSUE [RUNS]`; memory by the kernel's count of what each process has to
itself and its share of the rest (PSS), which Linux alone tells.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
EVERY = 0.03
"""Seconds between two looks at the memory."""


def main(issue: Path, runs: int) -> None:
    """Print the median of some runs."""
    seconds, busy, most = [], [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as folder:
            took, memory = _delivered(issue, Path(folder))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(took)
        busy.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        most.append(memory)
    print(
        f"deliver {issue.name}: {statistics.median(seconds):.2f} s, "
        f"{statistics.median(busy):.2f} s of processors, {max(most)} MB"
    )


def _delivered(issue: Path, folder: Path) -> tuple[float, int]:
    command = [sys.executable, str(ROOT / "main.py"), "deliver", str(issue), "-o", str(folder)]
    begun, most = time.perf_counter(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None:
        most = max(most, sum(_share(path) for path in _processes(process.pid)))
        time.sleep(EVERY)
    return time.perf_counter() - begun, most // 1024


def _processes(group: int) -> list[Path]:
    found = []
    for path in Path("/proc").iterdir():
        with suppress(OSError):
            if path.name.isdigit() and os.getpgid(int(path.name)) == group:
                found.append(path)
    return found


def _share(process: Path) -> int:
    """Kilobytes; 0 of one that has just ended."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
