"""How soon an installed or frozen program shows the first page, beside this checkout: a ratio.

    python tests/speed/starting.py WINDOW [--rounds 5]

WINDOW is a `banxin-window`. Both open the sample in turn, on the screen that is there (`xvfb-run`
where none is), and say by their self-check when page 1 stood on it. Times are from the start of the
process to that. A round that is not counted comes first: what is read once stays in memory.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample/issue.md"
SOURCE = (sys.executable, "-c", "from main import start_window; start_window()")
MOST = 1.25
"""Times the checkout's own that a package may take."""


def first_page(command: Sequence[str], folder: Path) -> float:
    """Seconds from the start to the first page."""
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    around = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    began = time.time()
    subprocess.run(
        [*command, f"--self-check={report}", str(SAMPLE)],
        check=True,
        env=around,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return json.loads(report.read_text("utf8"))["first_page"] - began


def main() -> int:
    """Print both medians and their ratio; 1 where that is over MOST."""
    parser = argparse.ArgumentParser(description="start to first page, packaged and from source")
    parser.add_argument("window")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    ways = {"source": SOURCE, "package": (options.window,)}
    times: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.rounds + 1):
            for name, command in ways.items():
                taken = first_page(command, Path(folder))
                if number:
                    times[name].append(taken)
    medians = {name: statistics.median(found) for name, found in times.items()}
    ratio = medians["package"] / medians["source"]
    for name, median in medians.items():
        print(f"{name}: {median:.2f} s ({', '.join(f'{one:.2f}' for one in times[name])})")
    print(f"ratio: {ratio:.2f}, at most {MOST}")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
