"""How long the stages take, how they grow, and how much memory they need: medians over rounds, each
in a process of its own.

    python tests/speed/benchmark.py [--copies 1,10,100] [--rounds 5] [--layout jianbao-a4]
    [--shared]

The text is made up: every copy is different, so that nothing is won by remembering paragraphs.
Growth is the time per copy beside the time per copy of the fewest copies but one: about 1 where a
stage is linear. A test is nowhere here: figures depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAGES = ("import", "read", "compose", "pdf")
HAN = "本市各镇街道要把防汛防台工作摆在突出位置压实责任细化预案确保人员物资措施到位加强值班守遇险情第一时间报告处切保障民群众生命财产安全改革发展稳定经济社会文化教育卫健科技创新企业园区项目建设管理服务调研座谈会议召开主持讲话要求落推进完善提升优化营商环境"


def prose(dice: random.Random, size: int) -> str:
    """Made-up running text: a mark every dozen characters, now and then a figure, a quotation or
    Latin.
    """
    parts: list[str] = []
    length = 0
    while length < size:
        part = "".join(dice.choices(HAN, k=dice.randint(4, 15)))
        if dice.random() < 0.2:
            part += f" {dice.randint(1, 12)} 月 {dice.randint(1, 28)} 日"
        if dice.random() < 0.1:
            part += f"“{''.join(dice.choices(HAN, k=4))}”"
        if dice.random() < 0.05:
            part += dice.choice((" App ", " 5G ", " GB/T 15834—2011 "))
        part += dice.choice("，，，，。、；：")
        parts.append(part)
        length += len(part)
    return "".join(parts).rstrip("，、；：") + "。"


def manuscript(copies: int) -> str:
    """An issue of about eleven pages a copy."""
    dice = random.Random(20261120)
    out = ["---\npublication: 试刊\nissue: 1\ntotal: 1\ndate: 2026-11-20\nissuer: 编辑部\n---"]
    for copy in range(copies):
        for section in range(3):
            out.append(f"## 【栏目{section + 1}】")
            for article in range(3):
                out.append(f"### {''.join(dice.choices(HAN, k=dice.randint(12, 30)))}")
                out += [prose(dice, dice.randint(80, 420)) for _ in range(4)]
                out.append(f"【供稿：第{copy + 1}组 {article + 1}号】")
    return "\n\n".join(out) + "\n"


def measure(path: str, layout: str, *, shared: bool) -> dict[str, float]:
    """One run of all stages in this process: seconds by stage, pages, peak memory in MiB, size of
    the PDF in MB.
    """
    import gc

    sys.path.insert(0, str(ROOT))
    gc.disable()
    marks = [time.perf_counter()]
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.flow.sharing import side_by_side
    from layouts.house.load import load_layout
    from layouts.manuscript import read_manuscript
    from layouts.paint.pdf import write_pdf

    marks.append(time.perf_counter())
    issue, findings = read_manuscript(Path(path))
    marks.append(time.perf_counter())
    catalogue = Catalogue()
    edition = compose(
        issue, load_layout(layout), catalogue, findings, side_by_side if shared else None
    )
    marks.append(time.perf_counter())
    data = write_pdf(edition, catalogue)
    marks.append(time.perf_counter())
    found = {
        stage: after - before
        for stage, before, after in zip(STAGES, marks[:-1], marks[1:], strict=True)
    }
    peak = (
        max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        / 1024
    )
    return {
        **found,
        "total": marks[-1] - marks[0],
        "pages": len(edition.pages),
        "MiB": peak,
        "MB": len(data) / 1e6,
    }


def rounds(copies: int, options: argparse.Namespace, folder: Path) -> dict[str, float]:
    """The medians of several runs."""
    path = folder / f"{copies}.md"
    path.write_text(manuscript(copies), "utf8")
    command = [
        sys.executable,
        __file__,
        "--one",
        str(path),
        "--layout",
        options.layout,
        *(["--shared"] if options.shared else []),
    ]
    runs = [
        json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout)
        for _ in range(options.rounds + 1)
    ]
    # the first run warms the file cache
    return {key: statistics.median(run[key] for run in runs[1:]) for key in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", default="1,10,100")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--layout", default="jianbao-a4")
    parser.add_argument("--shared", action="store_true", help="compose a long issue with all cores")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.layout, shared=options.shared)))
        return
    columns = (*STAGES, "total", "pages", "MiB", "MB")
    print(
        f"{'copies':>6} "
        + " ".join(f"{name:>9}" for name in columns)
        + "   seconds; peak memory; size of the PDF"
    )
    found: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for copies in map(int, options.copies.split(",")):
            found[copies] = rounds(copies, options, Path(name))
            figures = " ".join(
                f"{found[copies][key]:9.3f}"
                if key not in ("pages", "MiB")
                else f"{found[copies][key]:9.0f}"
                for key in columns
            )
            print(f"{copies:6} {figures}", flush=True)
    counts = sorted(found)
    for few, many in zip(counts[-2:-1], counts[-1:], strict=True):
        growth = " ".join(
            f"{found[many][key] / found[few][key] / (many / few):9.2f}"
            for key in (*STAGES[1:], "total")
        )
        print(
            f"growth per copy from {few} to {many} ({', '.join((*STAGES[1:], 'total'))}): {growth}   1.00 is linear"
        )


if __name__ == "__main__":
    main()
