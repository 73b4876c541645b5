"""The long run over drawings: `python tests/imaging/fuzzing_drawings.py --cases 5000 [--seed 1]`.

Each mutant must end in a drawing or in a sentence, within 5 s of the processor, all in 500 MB.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from drawing_files import mutants  # noqa: E402

from layouts.imaging.raster import UnfitError  # noqa: E402
from layouts.imaging.svg.read import read_drawing  # noqa: E402

SECONDS, MEGABYTES = 5.0, 500


def _seconds() -> float:
    """Seconds of the processor so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    """The most memory this process held, in MB. `ru_maxrss` would count the process that started it
    as well: 3 GB in the middle of a test run.
    """
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    failures, drawn, slowest = 0, 0, 0.0
    for number, data in enumerate(mutants(asked.seed, asked.cases)):
        began = _seconds()
        try:
            read_drawing(data)
            drawn += 1
        except UnfitError:
            pass
        except Exception as error:  # noqa: BLE001 - what is looked for
            failures += 1
            print(f"case {number}: {error!r}", file=sys.stderr)
        slowest = max(slowest, _seconds() - began)
    memory = _peak()
    failures += slowest > SECONDS or memory > MEGABYTES
    print(
        f"{asked.cases} cases, {drawn} drawn, {failures} failures; slowest {slowest:.2f} s, {memory:.0f} MB"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
