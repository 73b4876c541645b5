"""A verb run as a user runs it, but within limits: what hangs, eats memory or falls over fails the
test that called it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

SECONDS = 20
"""Of the processor; the rule is 5 (docs/file-format.md), on a machine that does nothing else."""

MEMORY = 1_000
"""MB held by the largest process of a verb."""

_RUN = """
import json, os, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds} + 2))
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
sys.path.insert(0, {root!r})
started = []
sys.addaudithook(lambda event, told: started.append(event) if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn") else None)
from layouts.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code
held = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM:"))
children = resource.getrusage(resource.RUSAGE_CHILDREN)
used = resource.getrusage(resource.RUSAGE_SELF)
seconds = used.ru_utime + used.ru_stime + children.ru_utime + children.ru_stime
sys.stdout.flush()
os.write(3, json.dumps([code, seconds, max(held, children.ru_maxrss) / 1000, started]).encode())
"""


@dataclass(frozen=True)
class Bounded:
    """How a verb ended: exit code, what it said, seconds of the processor, MB of memory."""

    code: int
    out: str
    err: str
    seconds: float
    memory: float


def bounded(*arguments: str | Path, stdin: int | None = None) -> Bounded:
    """Run a verb. The test fails where it takes too long or too much, starts another program, or
    ends in a traceback.
    """
    receive, send = os.pipe()
    script = "import os\n" + _RUN.format(seconds=SECONDS, root=str(ROOT)).replace(
        "os.write(3,", f"os.write({send},"
    )
    command = [sys.executable, "-c", script, *map(str, arguments)]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            timeout=240,
            check=False,
            pass_fds=(send,),
            stdin=subprocess.DEVNULL if stdin is None else stdin,
        )
        os.close(send)
        told = os.read(receive, 10_000)
    finally:
        os.close(receive)
    err = done.stderr.decode("utf8", "replace")
    assert told, f"it ended by {done.returncode}: {err[-2000:]}"
    code, seconds, memory, started = json.loads(told)
    assert "Traceback" not in err, err[-2000:]
    assert started == []
    assert seconds < SECONDS
    assert memory < MEMORY
    return Bounded(code, done.stdout.decode("utf8", "replace"), err, seconds, memory)
