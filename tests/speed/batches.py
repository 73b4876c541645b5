"""A batch of sample issues on two cores, beside Typst's command line on the same text and beside a
plain pool of processes; and how much memory a worker has over many jobs.

`python tests/speed/batches.py [--issues 200] [--rounds 3] [--typst PYTHON] [--workers 1,2,4] [--memory
JOBS]`; `--typst` names a Python that has the package `typst`. Ratios count: wall time and CPU time
(user and system, of all processes) of each beside the ideal, which is the CPU of warm exports in one
process over the cores.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
CORES = 2

TYPST = "import sys, typst\ntypst.compile(sys.argv[1], output=sys.argv[2])"


def issue_text(number: int) -> str:
    """The sample with other words each time: two Hanzi of each paragraph change places."""
    lines = (SAMPLE / "issue.md").read_text("utf8").splitlines()
    return "\n".join(line if _fixed(line) else _varied(line, number) for line in lines) + "\n"


def _fixed(line: str) -> bool:
    return len(line) < 60 or line.startswith(("!", "|", "#", "-", "{"))


def _varied(line: str, number: int) -> str:
    places = [
        k
        for k in range(len(line) - 1)
        if "\u4e00" <= line[k] <= "\u9fff" and "\u4e00" <= line[k + 1] <= "\u9fff"
    ]
    at = places[(number * 5) % len(places)] if places else 0
    return line[:at] + line[at + 1] + line[at] + line[at + 2 :] if places else line


def typst_text(text: str) -> str:
    """The same words and photos for Typst, which sets no text beside photos."""
    out = [
        '#set page("a4", margin: (x: 59.6pt, y: 72pt), numbering: "1")',
        '#set text(font: ("Noto Serif CJK SC",), size: 14pt, lang: "zh", region: "cn")',
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 9pt)",
    ]
    for block in text.split("\n---\n", 1)[1].split("\n\n"):
        line = block.strip()
        if line.startswith("!["):
            out.append(f'#image("{line.split("](")[1].split(")")[0]}", width: 16em)')
        elif line:
            marked = "".join(
                f"\\{one}" if one in "\\#$*_`<>@[]~" else one for one in line.lstrip("#")
            )
            out.append(f"#align(center)[*{marked}*]" if line.startswith("#") else marked)
    return "\n\n".join(out)


def made_folder(home: Path, count: int) -> Path:
    """Issues with their photos, each as a manuscript and in Typst's language."""
    folder = home / "issues"
    shutil.copytree(SAMPLE / "photos", folder / "photos")
    for number in range(count):
        text = issue_text(number)
        (folder / f"{number:04}.md").write_text(text, "utf8")
        (folder / f"{number:04}.typ").write_text(typst_text(text), "utf8")
    return folder


def timed(command: list[str | Path]) -> tuple[float, float]:
    """Wall and CPU time of a command and all it starts."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def batch_run(folder: Path, output: Path, workers: int = CORES) -> tuple[float, float]:
    """The verb batch. The manuscripts are listed, since Typst's files lie beside them."""
    command = [sys.executable, ROOT / "main.py", "batch", folder, "-o", output]
    return timed([*command, "--jobs", str(workers)])


def typst_run(python: str, folder: Path, output: Path) -> tuple[float, float]:
    """Typst's compiler once an issue, two at a time, as a script does it."""
    line = f'{python} -c "{TYPST.replace(chr(10), ";")}" "$1" "{output}/$(basename "$1").pdf"'
    script = f"ls {folder}/*.typ | xargs -P {CORES} -I {{}} sh -c '{line}' sh {{}}"
    return timed(["sh", "-c", script])


def pool_run(folder: Path, output: Path) -> tuple[float, float]:
    """A pool of the standard library over the same function."""
    return timed([sys.executable, __file__, "--pool", str(folder), str(output)])


def warm_run(folder: Path, output: Path) -> float:
    """CPU of exports in one process, once it is warm."""
    done = subprocess.run(
        [sys.executable, __file__, "--warm", str(folder), str(output)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(done.stdout)


def export_one(source: str, output: str) -> None:
    """The PDF of an issue, in this process."""
    from layouts.cli.exporting import export_issue
    from layouts.cli.files import read_issue

    path = Path(source)
    issue, layout, findings = read_issue(path, path.parent)
    export_issue(issue, layout, findings, Path(output), None)


def in_pool(folder: Path, output: Path) -> None:
    output.mkdir(exist_ok=True)
    paths = sorted(folder.glob("*.md"))
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(export_one, map(str, paths), [str(output / f"{p.stem}.pdf") for p in paths]))


def warm(folder: Path, output: Path) -> None:
    output.mkdir(exist_ok=True)
    paths = sorted(folder.glob("*.md"))
    for path in paths[:10]:
        export_one(str(path), str(output / "warm.pdf"))
    begun = time.process_time()
    for path in paths:
        export_one(str(path), str(output / f"{path.stem}.pdf"))
    print(time.process_time() - begun)


def memory(folder: Path, output: Path, jobs: int) -> None:
    """What one worker has in memory, every hundred jobs."""
    from contextlib import closing

    from layouts.batch.engine import LocalEngine, WorkerLimits
    from layouts.batch.job import BatchJob
    from layouts.batch.memory import memory_of
    from layouts.cli.batch_job import export_job

    paths = sorted(folder.glob("*.md"))
    sizes: list[int] = []
    with closing(LocalEngine(export_job, 1, WorkerLimits(), time.monotonic)) as engine:
        for number in range(jobs):
            path = paths[number % len(paths)]
            job = BatchJob(str(path), str(output / f"{path.stem}.pdf"), str(number))
            engine.submit(job)
            while not engine.results(60):
                pass
            sizes.append(memory_of(engine._workers[0].process.pid) or 0)
    for number in (*range(0, jobs, 100), jobs - 1):
        print(f"job {number:5}: {sizes[number] / 1e6:.1f} MB")
    after = sizes[50:]
    print(f"after the first 50: {min(after) / 1e6:.1f} to {max(after) / 1e6:.1f} MB, ", end="")
    print(f"{max(after) / sizes[50] - 1:+.1%} of job 50 at most")


def compared(options: argparse.Namespace, folder: Path, output: Path) -> None:
    """One row a round."""
    print(
        "round   batch s (CPU)   ideal s   of ideal   pool s (CPU)   Typst s (CPU)   Typst/batch  CPU"
    )
    rows: list[tuple[float, float, float]] = []
    for number in range(options.rounds):
        wall, cpu = batch_run(folder, output / f"b{number}")
        ideal = warm_run(folder, output / f"w{number}") / CORES
        pool, pool_cpu = pool_run(folder, output / f"p{number}")
        typst, typst_cpu = (float("nan"),) * 2
        if options.typst:
            (output / f"t{number}").mkdir()
            typst, typst_cpu = typst_run(options.typst, folder, output / f"t{number}")
        rows.append((ideal / wall, ideal * CORES / cpu, typst_cpu / cpu))
        print(
            f"{number + 1:5} {wall:7.1f} ({cpu:5.1f}) {ideal:9.1f} {ideal / wall:9.2f} "
            f"{pool:7.1f} ({pool_cpu:5.1f}) {typst:7.1f} ({typst_cpu:6.1f}) {typst / wall:8.1f} {typst_cpu / cpu:6.1f}",
            flush=True,
        )
        for made in output.iterdir():
            shutil.rmtree(made)
    medians = [statistics.median(column) for column in zip(*rows, strict=True)]
    print(
        "medians: wall of ideal {:.2f}, CPU of ideal {:.2f}, CPU of Typst's {:.1f}".format(*medians)
    )


def scaled(options: argparse.Namespace, folder: Path, output: Path) -> None:
    """CPU of an issue by workers."""
    for workers in map(int, options.workers.split(",")):
        _, cpu = batch_run(folder, output / f"s{workers}", workers)
        print(
            f"{workers:3} workers: {cpu / options.issues * 1000:.0f} ms of CPU an issue", flush=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--typst", default="", metavar="PYTHON")
    parser.add_argument("--workers", default="")
    parser.add_argument("--memory", type=int, default=0, metavar="JOBS")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder, output = made_folder(Path(home), options.issues), Path(home) / "out"
        output.mkdir()
        if options.memory:
            memory(folder, output, options.memory)
        elif options.workers:
            scaled(options, folder, output)
        else:
            compared(options, folder, output)


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = str(ROOT)
    if sys.argv[1:2] == ["--pool"]:
        in_pool(*map(Path, sys.argv[2:]))
    elif sys.argv[1:2] == ["--warm"]:
        from layouts.parallel import work_alone

        work_alone()
        warm(*map(Path, sys.argv[2:]))
    else:
        main()
