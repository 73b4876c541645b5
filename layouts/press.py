"""The headless verbs: export and check."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import BanxinError, ExportError, Finding
from layouts.house.load import load_layout
from layouts.house.schema import OPEN_PLACES
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition
from layouts.paint.aside import write_aside
from layouts.parallel import cores

OK, ERRORS, WRONG_USE = 0, 1, 2
"""Exit codes: nothing worse than warnings; findings that are errors; a call or an input we could not go on with."""


def main(arguments: Sequence[str]) -> int:
    """Run one verb; every failure is one sentence on standard error."""
    options = _parser().parse_args(arguments)
    gc.disable()  # one issue, then the process ends: looking for cycles among a million values would only cost time
    try:
        if options.verb == "export":
            return export(Path(options.issue), Path(options.output))
        return check(Path(options.issue), options.json)
    except BanxinError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("main.py", description="版心 Banxin: 简报排版 newsletter typesetting")
    verbs = parser.add_subparsers(dest="verb", required=True)
    exporting = verbs.add_parser("export", help="排版并输出 PDF 或 JSON / compose an issue and write a PDF or JSON")
    exporting.add_argument("issue", help="稿件 manuscript (.md)")
    exporting.add_argument("-o", "--output", required=True, help="输出文件 .pdf 或 .json / the file to write")
    checking = verbs.add_parser("check", help="检查 / list findings; exit code 1 where there are errors")
    checking.add_argument("issue", help="稿件 manuscript (.md)")
    checking.add_argument("--json", action="store_true", help="JSON 输出 / print findings as JSON")
    return parser


def compose_file(path: Path, catalogue: Catalogue) -> Edition:
    """Read a manuscript and compose it in the layout it names."""
    issue, findings = read_manuscript(path, open_settings=frozenset(OPEN_PLACES))
    layout = load_layout(issue.layout, issue.settings, issue.setting_sources, folder=issue.folder)
    return compose(issue, layout, catalogue, findings, cores())


def export(path: Path, output: Path) -> int:
    """Compose and write. A PDF is refused where a finding is an error; nothing is written then."""
    kind = output.suffix.lower()
    if kind not in (".pdf", ".json"):
        raise ExportError(f"输出文件 {output} 应以 .pdf 或 .json 结尾", f"the output file {output} must end in .pdf or .json")
    catalogue = Catalogue()
    edition = compose_file(path, catalogue)
    for finding in edition.findings:
        print(_described(finding), file=sys.stderr)
    failed = _failed(edition)
    if kind == ".json":
        from layouts.paint.listing import listing  # noqa: PLC0415 - an export loads only its own painter

        write_aside(output, json.dumps(listing(edition, catalogue), ensure_ascii=False).encode("utf8"))
        return ERRORS if failed else OK
    if failed:
        raise ExportError(f"有错误未改正，没有输出 {output}", f"errors must be mended first; {output} was not written")
    from layouts.paint.pdf import write_pdf  # noqa: PLC0415

    write_aside(output, write_pdf(edition, catalogue))
    return OK


def check(path: Path, as_json: bool) -> int:
    """Print the findings, as text or JSON."""
    edition = compose_file(path, Catalogue())
    if as_json:
        from layouts.paint.listing import finding_entry  # noqa: PLC0415

        print(json.dumps({"findings": [finding_entry(finding) for finding in edition.findings]}, ensure_ascii=False, indent=1))
    else:
        for finding in edition.findings:
            print(_described(finding))
        if not edition.findings:
            print("没有发现问题 / no findings")
    return ERRORS if _failed(edition) else OK


def _failed(edition: Edition) -> bool:
    return any(finding.level == "error" for finding in edition.findings)


def _described(finding: Finding) -> str:
    where = f"{finding.source}: " if finding.source else ""
    return f"{finding.level}: {where}{finding.message}"
