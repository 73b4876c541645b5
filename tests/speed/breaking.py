"""What breaking takes beside another checkout: every paragraph of an issue of 100 copies, measured
before the clock starts, broken to lines by one and by the other, turn by turn.

    python tests/speed/breaking.py --before CHECKOUT [--copies 100] [--rounds 7] [--measure 40]

Prints for each measure the seconds of processor time of both (medians of rounds, without and with
a photo beside) and their ratio, the median of those of the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MEASURES = (40, 34, 20, 14)


def once(copies: int, measures: list[int]) -> dict[str, float]:
    """Seconds of processor time that this checkout takes to break all paragraphs, by measure."""
    import gc

    from benchmark import manuscript

    from fonts.catalogue import Catalogue
    from layouts.house.load import load_layout
    from layouts.issue.text import Text
    from layouts.text.breaking import break_lines
    from layouts.text.prepare import Typesetter

    layout = load_layout("jianbao-a4")
    style = layout.styles["body"]
    typesetter = Typesetter(Catalogue())
    paragraphs = [
        typesetter.prepare(Text(block), style, layout.punctuation)
        for block in manuscript(copies).split("\n\n")[1:]
        if len(block) > 60
    ]
    gc.disable()
    found: dict[str, float] = {}
    for em in measures:
        for name, beside in (("", 0), (", photo beside", em / 2)):
            start = time.process_time()
            for prepared in paragraphs:
                break_lines(
                    prepared,
                    lambda k, em=em, beside=beside: em - (0 if k else 2) - (beside if k < 6 else 0),
                )
            found[f"{em} em{name}"] = time.process_time() - start
    return found


def _run(checkout: Path, options: argparse.Namespace) -> dict[str, float]:
    environment = {**os.environ, "PYTHONPATH": f"{checkout}{os.pathsep}{HERE}"}
    command = [sys.executable, __file__, "--one", f"--copies={options.copies}"]
    command += [f"--measure={em}" for em in options.measure or MEASURES]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--before", type=Path, help="the checkout to compare with")
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--measure", type=int, action="append")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        json.dump(once(options.copies, options.measure), sys.stdout)
        return
    checkouts = [options.before or ROOT, ROOT]
    rounds = [[_run(checkout, options) for checkout in checkouts] for _ in range(options.rounds)]
    for name in rounds[0][0]:
        before, after = (min(pair[k][name] for pair in rounds) for k in range(len(checkouts)))
        ratio = statistics.median(pair[1][name] / pair[0][name] for pair in rounds)
        print(f"{name:24} {before:7.3f} {after:7.3f} {ratio:6.2f}")


if __name__ == "__main__":
    main()
