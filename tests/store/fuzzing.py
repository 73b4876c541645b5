"""Opens mutated packages, manuscripts, layouts and images, each of which must be opened or refused
with a sentence.

    python tests/store/fuzzing.py [--cases 20000] [--seed 1]

Bit flips, truncations, bytes put in, taken out and repeated, numbers at their limits, entries
swapped, renamed, doubled and packed again, JSON nested and swollen, aliases that multiply, pictures
of a billion pixels, wrong checksums. Every case has five seconds of the processor and the process
one gigabyte of memory; a file opened for writing anywhere but in the case's own folder is a
failure. Seeded: the same call, the same cases.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.dont_write_bytecode = (
    True  # else the first run writes .pyc files, which Watch takes for an escape
)
sys.path.insert(0, str(ROOT))

from fuzz_kinds import ANYWHERE, kinds  # noqa: E402, after the path

from fonts.library import discovery  # noqa: E402
from layouts.errors import BanxinError  # noqa: E402

SECONDS = 60
"""When a case is given up: far above what the slowest takes, which is told at the end."""
NAMES = {".journal": f"{0:016x}.1.journal", ".version": "00000001.version"}
"""Files that are looked for by name."""

MEMORY = 1_000_000_000


class Watch:
    """Fails a case that writes outside its folder."""

    def __init__(self, folder: Path) -> None:
        self.allowed = (str(folder), "/dev/null")
        self.wrong: list[str] = []
        self.armed = False
        sys.addaudithook(self.look)

    def look(self, event: str, arguments: tuple) -> None:
        path = None
        if not self.armed:
            return
        if (
            event == "open"
            and isinstance(arguments[0], str | bytes)
            and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        ):
            path = arguments[0]
        elif event in ("os.rename", "os.link", "os.symlink"):
            path = arguments[1]
        elif event in ("os.remove", "os.mkdir", "os.rmdir"):
            path = arguments[0]
        elif event in ("subprocess.Popen", "socket.connect", "os.system", "os.exec"):
            path = event
        if path is not None and not str(Path(os.fsdecode(path)).absolute()).startswith(
            self.allowed
        ):
            self.wrong.append(f"{event} {path!r}")


def overdue(*_: object) -> None:
    raise TimeoutError("more than five seconds")


def allow(seconds: int) -> None:
    """Interrupt what takes so many seconds of the processor, or waits much longer; 0 for never."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(12 * seconds)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the cases that fail")
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    with tempfile.TemporaryDirectory(prefix="tmp-fuzz-") as name:
        failures = run(Path(name), options)
    sys.exit(1 if failures else 0)


def at_home_in(folder: Path) -> None:
    """Keep what is made of faces and layout packages in a folder, and start no program."""
    os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
    # asking the system for its fonts starts one of the system's, whatever the file
    discovery._system_files = list


def run(folder: Path, options: argparse.Namespace) -> int:
    # as virtual memory, libraries included
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + 1_000_000_000, resource.RLIM_INFINITY))
    for name in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(name, overdue)
    at_home_in(folder)
    all_kinds, chance, watch = kinds(folder), random.Random(options.seed), Watch(folder)
    found: Counter[str] = Counter()
    failures, slowest, started = 0, (0.0, ""), time.monotonic()
    for number in range(options.cases):
        kind = chance.choices(all_kinds, [each.share for each in all_kinds])[0]
        data = chance.choice(kind.mutations)(chance, chance.choice(kind.seeds))
        if chance.random() < 0.2:
            data = chance.choice(ANYWHERE)(chance, data)
        home = folder / "case"
        home.mkdir()
        path = home / NAMES.get(kind.ending, f"case{kind.ending}")
        path.write_bytes(data)
        begun = time.process_time()
        allow(SECONDS)
        watch.armed = True
        try:
            kind.open(path, home / "cache")
            outcome = "opened"
        except BanxinError as error:
            outcome = "refused" if good(error) else f"bad sentence {error!s}"
        except BaseException as error:  # noqa: BLE001, whatever it is, it is what we look for
            outcome = f"{type(error).__name__}: {error!s}"[:200]
        finally:
            watch.armed = False
            allow(0)
        taken = time.process_time() - begun
        slowest = max(slowest, (taken, f"{kind.name} {number}"))
        if watch.wrong:
            outcome = f"touched {watch.wrong}"
            watch.wrong.clear()
        if outcome not in ("opened", "refused"):
            failures += 1
            print(f"FAILED {kind.name} {number}: {outcome}", flush=True)
            if options.keep:
                options.keep.mkdir(exist_ok=True)
                (options.keep / f"{number}{kind.ending}").write_bytes(data)
            outcome = "failed"
        found[f"{kind.name}: {outcome}"] += 1
        shutil.rmtree(home)
    peak = _peak()
    print(
        f"{options.cases} cases (seed {options.seed}) in {time.monotonic() - started:.0f} s, {failures} failures"
    )
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), peak memory {peak:.0f} MB")
    print("; ".join(f"{name} {count}" for name, count in sorted(found.items())))
    if peak > MEMORY / 1_000_000:
        print("FAILED: too much memory")
        failures += 1
    return failures


def _peak() -> float:
    """The most memory this process held, in MB. `ru_maxrss` would count the process that started it
    as well: 2 GB in the middle of a test run.
    """
    return (
        next(
            int(line.split()[1])
            for line in Path("/proc/self/status").read_text().splitlines()
            if line.startswith("VmHWM:")
        )
        / 1000
    )


def good(error: BanxinError) -> bool:
    """Whether a refusal is one sentence in each language."""
    return (
        any("\u4e00" <= character <= "\u9fff" for character in error.zh)
        and error.en.replace("\u3000", "").replace("\t", "").isprintable()
        and len(str(error).splitlines()) == 1
    )


if __name__ == "__main__":
    main()
