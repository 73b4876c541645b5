"""A batch whose workers, and which itself, are killed at random moments, resumed until it is done.

`python tests/batch/batch_killing.py [ISSUES [WORKER_KILLS [BATCH_KILLS [COMPARED]]]]`: 2,000,
40, 5 and 2,000 where nothing is said. Every output must be there once, its bytes those of a single export, nothing left
beside them or among the temporary files; what is wrong with a hostile file must be told.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from batch_running import ROOT

SMALL = """---
publication: 试刊
issue: {number}
date: 2026-11-20
layout: jianbao-a4
---

## 【要闻】

### 第 {number} 篇稿件的题目

12 月 {number} 日，全区大会在会议中心召开，会议强调要坚持“稳中求进”，抓好第 {number} 件大事。

![会场](photos/dawn.jpg)
"""

OWN = {"batch.journal", "batch.json", "batch.html"}
HOSTILE = "hostile.md"


def left_behind(output: Path) -> list[str]:
    """What lies in the folder of a batch that is neither an output nor what tells of them."""
    return [
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and path.suffix != ".pdf" and path.name not in OWN
    ]


def killed_batch(
    home: Path, count: int, worker_kills: int, batch_kills: int, compared: int
) -> list[str]:
    """What was not as it should be; so many outputs are compared with single exports."""
    issues, output, temporary = home / "issues", home / "out", home / "temporary"
    (issues / "photos").mkdir(parents=True)
    temporary.mkdir()
    shutil.copy(ROOT / "resources/sample/photos/dawn.jpg", issues / "photos")
    for number in range(1, count):
        (issues / f"{number:04}.md").write_text(SMALL.format(number=number), "utf8")
    # a package, whose photos are unpacked among the temporary files
    _run(["convert", issues / "0001.md", "-o", issues / "package.banxin"], temporary)
    (issues / HOSTILE).write_bytes(b"\0\xff\1" * 1000)
    kills = [_worker] * worker_kills + [_itself] * batch_kills
    random.Random(20_261_201).shuffle(kills)
    rounds = _until_done(issues, output, temporary, kills, count)
    faults = _wrong(issues, output, temporary, compared)
    print(
        f"{count + 1} issues, {worker_kills + batch_kills} kills, {rounds} rounds: {len(faults)} faults"
    )
    return faults


def _until_done(issues: Path, output: Path, temporary: Path, kills: list, count: int) -> int:
    """Begin again until no kill is left and all is done; how often it was begun."""
    chance, rounds, spread = random.Random(7), 0, count / (len(kills) + 1)
    while True:
        rounds += 1
        process = _begun(issues, output, temporary)
        while process.poll() is None:
            # from the first job on, at moments spread over all of them
            reached = noted(output)
            while kills and process.poll() is None and noted(output) - reached < spread * 0.6:
                time.sleep(0.005)
            if not kills:
                process.wait()
            elif process.poll() is None:
                time.sleep(chance.uniform(0, 0.1))
                kills.pop()(process)
        failed = json.loads((output / "batch.json").read_text()) if process.returncode >= 0 else {}
        if not kills and failed.get("finished") and failed["failed"] == 1:
            return rounds
        if rounds > 200:
            raise AssertionError("it never ends")


def _begun(issues: Path, output: Path, temporary: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, ROOT / "main.py", "batch", issues, "-o", output, "--resume"]
    return subprocess.Popen(
        command,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def noted(output: Path) -> int:
    """Lines of the journal: one more than jobs that are done."""
    with suppress(OSError):
        return (output / "batch.journal").read_bytes().count(b"\n")
    return 0


def workers(process: int) -> list[int]:
    """The workers of a batch: its children that do jobs, by what the system says of them."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += [
                child
                for child in map(int, task.read_text().split())
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
            ]
    return found


def _worker(process: subprocess.Popen[bytes]) -> None:
    if there := workers(process.pid):
        with suppress(ProcessLookupError):
            os.kill(random.Random(process.pid).choice(there), signal.SIGKILL)


def _itself(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _wrong(issues: Path, output: Path, temporary: Path, compared: int) -> list[str]:
    faults = [f"left: {name}" for name in left_behind(output)]
    faults += [f"temporary: {path.name}" for path in temporary.iterdir()]
    there = {path.stem for path in output.rglob("*.pdf")}
    expected = {path.stem for path in issues.iterdir() if path.is_file()} - {Path(HOSTILE).stem}
    faults += [f"not the outputs: {name}" for name in sorted(there ^ expected)]
    told = json.loads((output / "batch.json").read_text("utf8"))
    said = [one for one in told["outcomes"] if one["outcome"] == "failed"]
    if [Path(one["input"]).name for one in said] != [HOSTILE] or not said[0]["failure"]["zh"]:
        faults.append(f"told of: {said}")
    singles = sorted(there & expected)
    for name in random.Random(3).sample(singles, min(compared, len(singles))):
        source = next(issues.glob(f"{name}.*"))
        _run(["export", source, "-o", temporary.parent / "single.pdf"], temporary)
        if (temporary.parent / "single.pdf").read_bytes() != (output / f"{name}.pdf").read_bytes():
            faults.append(f"other bytes: {name}")
    return faults


def _run(arguments: list, temporary: Path) -> None:
    subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        env={**os.environ, "TMPDIR": str(temporary)},
        check=True,
        capture_output=True,
    )


def main(
    count: int = 2000, worker_kills: int = 40, batch_kills: int = 5, compared: int = 2000
) -> int:
    """Exit code 1 where something was not as it should be."""
    with tempfile.TemporaryDirectory() as home:
        faults = killed_batch(Path(home), count, worker_kills, batch_kills, compared)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
