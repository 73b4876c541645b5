"""The headless verbs: export, presets, check, convert, impose, prove. What a verb needs is imported when it is called."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from layouts.endings import tidy_endings
from layouts.errors import BanxinError, ExportError, Finding, PhotoError, PresetError
from layouts.parallel import GoneError, Helper, Talk, cores

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from fonts.catalogue import Catalogue
    from layouts.compose import Composition
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue
    from layouts.page.page import Edition
    from layouts.prepress.preset import Preset
    from layouts.workshop import Workshop

OK, ERRORS, WRONG_USE = 0, 1, 2
"""Exit codes: nothing worse than warnings; findings that are errors; a call or an input we could not go on with."""


def main(arguments: Sequence[str], today: Callable[[], date] | None = None) -> int:
    """Run one verb; every failure is one sentence on standard error. A check asks `today` for the day unless its call names one."""
    for stream in (sys.stdout, sys.stderr):  # a console or pipe of another encoding gets UTF-8 rather than a traceback
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file's name may be no text
    options = _plain_export(arguments) or _parser().parse_args(arguments)
    warnings.filterwarnings("ignore", module="PIL")  # what it warns of comes out as a finding or an error of ours
    gc.disable()  # one issue, then the process ends: looking for cycles among a million values would only cost time
    with tidy_endings():
        return _run(options, today)


def _run(options: Namespace | SimpleNamespace, today: Callable[[], date] | None) -> int:
    """Do what a call asks for."""
    _sweep()
    try:
        if options.verb == "export":
            return export(Path(options.issue), Path(options.output), _chosen_preset(options.preset, options.changes))
        if options.verb == "presets":
            return presets()
        if options.verb == "convert":
            return convert(Path(options.issue), Path(options.output))
        if options.verb == "impose":
            return impose(options)
        if options.verb == "prove":
            return prove(Path(options.pdf), options.standard, options.json)
        day = options.day or (today() if today is not None else None)
        return check(Path(options.issue), options.json, _chosen_preset(options.preset, ()), day)
    except BanxinError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _plain_export(arguments: Sequence[str]) -> SimpleNamespace | None:
    """What `export ISSUE -o OUTPUT` asks for, None for any other call: argparse takes 3 ms to load and to learn all our verbs."""
    match arguments:
        case ["export", issue, "-o", output] if not issue.startswith("-") and not output.startswith("-"):
            return SimpleNamespace(verb="export", issue=issue, output=output, preset=None, changes=[])
        case _:
            return None


def _parser() -> ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser("main.py", description="版心 Banxin: 简报排版 newsletter typesetting")
    verbs = parser.add_subparsers(dest="verb", required=True, prog=parser.prog)  # else argparse asks for the terminal's width
    exporting = verbs.add_parser("export", help="排版并输出 PDF 或 JSON / compose an issue and write a PDF or JSON")
    exporting.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    exporting.add_argument("-o", "--output", required=True, help="输出文件 .pdf 或 .json / the file to write")
    exporting.add_argument("--preset", help="输出预设名或文件 .toml / an export preset: its name (see presets) or a file")
    exporting.add_argument("--set", dest="changes", action="append", default=[], metavar="KEY=VALUE", help="改动预设的一项 / change a key")
    verbs.add_parser("presets", help="列出输出预设 / list export presets")
    checking = verbs.add_parser("check", help="检查 / list findings; exit code 1 where there are errors")
    checking.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    checking.add_argument("--json", action="store_true", help="JSON 输出 / print findings as JSON")
    checking.add_argument("--preset", help="按输出预设检查 / check for an export preset: its name or a file .toml")
    checking.add_argument("--today", dest="day", type=_day, metavar="YYYY-MM-DD", help="以这一天为今天 / the day that counts as today")
    converting = verbs.add_parser("convert", help="稿件与版心文件互换 / turn a manuscript into a package or back")
    converting.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    converting.add_argument("-o", "--output", required=True, help="输出文件 .banxin 或 .md / the file to write")
    imposing = verbs.add_parser("impose", help="拼成小册子 / lay a PDF out as a booklet, two pages up, for a duplex printer")
    imposing.add_argument("pdf", help="要拼版的 PDF / the PDF")
    imposing.add_argument("-o", "--output", required=True, help="输出文件 .pdf / the file to write")
    imposing.add_argument("--paper", default="A3", help="纸张 A3、SRA3、430x310 / the sheet")
    imposing.add_argument("--thickness", type=float, default=0.0, metavar="MM", help="纸厚，毫米 / thickness of the paper")
    imposing.add_argument("--creep", type=float, default=0.0, metavar="MM", help="总爬移量，毫米 / creep of the innermost sheet")
    imposing.add_argument("--blanks-last", action="store_true", help="空白页排在末页之后 / blank pages after the last page, not before it")
    imposing.add_argument("--marks", action="store_true", help="裁切标记 / crop marks, where the sheet has room")
    proving = verbs.add_parser("prove", help="印前检查 / open a written PDF again and hold it against its standard; exit code 1 for errors")
    proving.add_argument("pdf", help="要检查的 PDF / the PDF")
    proving.add_argument(
        "--standard", choices=("x4", "x1a", "a2b", "a2u", "a2a", "ua1"), help="标准；不写就用文件自己标明的 / else those it claims"
    )
    proving.add_argument("--json", action="store_true", help="JSON 输出 / print findings as JSON")
    return parser


def _day(written: str) -> date:
    from argparse import ArgumentTypeError
    from datetime import date

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"{written}: 应写成 YYYY-MM-DD / must be written YYYY-MM-DD") from None


@contextmanager
def _cache(path: Path) -> Generator[Path, None, None]:
    """A folder for the photos of a package as long as the verb needs them; a manuscript's lie beside it."""
    if path.suffix.casefold() != ".banxin":
        yield path.parent
        return
    from layouts.store.temporary import temporary_folder

    with temporary_folder() as folder:
        yield folder


def _sweep() -> None:
    """Remove the photos that killed verbs left in the folder of temporary files, if any are there: looking costs next to nothing."""
    place = next((os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)), "/tmp")  # noqa: S108, as tempfile looks
    with suppress(OSError), os.scandir(place) as entries:
        if any(entry.name.startswith("banxin-") and len(entry.name) == len("banxin-") + 8 for entry in entries):  # as mkdtemp names them
            from layouts.store.temporary import sweep_temporary

            sweep_temporary()


def compose_file(path: Path, catalogue: Catalogue, workshop: Workshop | None = None, cache: Path | None = None) -> Edition:
    """Read an issue and compose it in the layout it names, in a workshop if there is one. A package puts its photos into `cache`."""
    from layouts.compose import compose, photo_paths

    issue, layout, findings = _read(path, cache or path.parent)
    if workshop is None:
        return compose(issue, layout, catalogue, findings, cores())
    workshop.fetch_photos(photo_paths(issue))
    return compose(issue, layout, catalogue, findings, cores(), workshop.gather)


def _read(path: Path, cache: Path) -> tuple[Issue, Layout, list[Finding]]:
    """The issue in a file, the layout it names, and what was found while reading."""
    from layouts.documents import read_document
    from layouts.house.load import load_layout

    issue, findings, _ = read_document(path, cache, watched=False)
    return issue, load_layout(issue.layout, issue.settings, issue.setting_sources, folder=issue.folder), list(findings)


def presets() -> int:
    """List the export presets."""
    from layouts.prepress.presets import stock_presets

    _print_out("\n".join(f"{preset.name:<10} {preset.zh} / {preset.en}" for preset in stock_presets()))
    return OK


def _chosen_preset(name: str | None, changes: Sequence[str]) -> Preset | None:
    """The preset that an export names, with what --set changes."""
    if name is None:
        if changes:
            raise PresetError("--set 要与 --preset 一起用", "--set needs --preset")
        return None
    from layouts.prepress.presets import load_preset

    values: dict[str, str] = {}
    for change in changes:
        key, sign, value = change.partition("=")
        if not sign:
            raise PresetError(f"--set {change} 应写成 KEY=VALUE", f"--set {change} must be written KEY=VALUE")
        values[key.strip()] = value.strip()
    return load_preset(name, values)


def export(path: Path, output: Path, preset: Preset | None = None) -> int:
    """Compose and write, PDF or JSON by the ending of the output's name; a PDF as `preset` wants it."""
    kind = output.suffix.lower()
    if preset is not None and kind != ".pdf":
        raise ExportError(f"用预设输出的文件 {output} 应以 .pdf 结尾", f"what a preset makes, {output}, must end in .pdf")
    with _cache(path) as cache:
        if preset is not None:
            return _export_for(preset, path, cache, output)
        if kind == ".pdf":
            return _export_pdf(path, cache, output)
        if kind == ".json":
            return _export_json(path, cache, output)
        from layouts.extensions import extension

        if writer := extension("writers", kind[1:]):
            return _export_by(writer, path, cache, output)
    raise ExportError(f"输出文件 {output} 应以 .pdf 或 .json 结尾", f"the output file {output} must end in .pdf or .json")


def _export_pdf(path: Path, cache: Path, output: Path) -> int:
    """Compose, paint and write. Refused where a finding is an error; nothing is written then."""
    known: list[Finding] = []
    with suppress(GoneError):
        _export_together(path, cache, output, known)
        return OK
    from fonts.catalogue import Catalogue

    edition = compose_file(path, Catalogue(), cache=cache)
    _refuse_errors(edition.findings, output, known)
    _paint(edition, output)
    return OK


def _export_for(preset: Preset, path: Path, cache: Path, output: Path) -> int:
    """Compose, check, paint as a preset says, prove and write.

    By one process, since what a print house gets need not be there in half a second.
    """
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.export import export_pdf, prove
    from layouts.files import write_aside
    from layouts.preflight.check import inspect
    from layouts.prepress.intents import destination

    destination(preset)  # a profile that cannot be used is said before anything else is done
    catalogue = Catalogue()
    issue, layout, reading = _read(path, cache)
    edition = compose(issue, layout, catalogue, workers=cores())
    findings = inspect(issue, layout, edition, catalogue, preset=preset, reading=reading)
    _refuse_errors(findings, output, [])
    try:
        data = export_pdf(issue, edition, catalogue, preset, cores())
    except PhotoError as error:
        raise _placed(error, edition) from error
    prove(data, preset, output)
    write_aside(output, data)
    return OK


def _export_together(path: Path, cache: Path, output: Path, known: list[Finding]) -> None:
    """Export by several processes; the findings reported become `known`. GoneError where it must be done by this one alone."""
    if cores() < 2:
        raise GoneError
    from fonts.catalogue import Catalogue

    import_module("layouts.paint.content")  # one by one, as what builds the wheel reads them
    import_module("layouts.imaging.read")
    # As soon as HarfBuzz and these are there, which both need: it imports its own meanwhile.
    binder = Helper(lambda talk: _bind(output, talk))
    try:
        from layouts.workshop import Workshop

        catalogue = Catalogue()
        with closing(Workshop(binder)) as workshop:
            edition = compose_file(path, catalogue, workshop, cache)
            _refuse_errors(edition.findings, output, known)
            workshop.print(edition, catalogue)
    finally:
        binder.dismiss()


def _bind(output: Path, talk: Talk) -> None:
    from fonts.catalogue import Catalogue
    from layouts.paint.bindery import serve

    serve(output, Catalogue(), talk)


def _refuse_errors(findings: Sequence[Finding], output: Path, known: list[Finding]) -> None:
    """Report the findings that are not known yet; ExportError where one is an error."""
    _report([finding for finding in findings if finding not in known])
    known += findings
    if _failed(findings):
        raise ExportError(f"有错误未改正，没有输出 {output}", f"errors must be mended first; {output} was not written")


def _paint(edition: Edition, output: Path) -> None:
    from fonts.catalogue import Catalogue
    from layouts.files import write_aside
    from layouts.paint.pdf import write_pdf

    try:
        data = write_pdf(edition, Catalogue(), cores())
    except PhotoError as error:
        raise _placed(error, edition) from error
    write_aside(output, data)


def _placed(error: PhotoError, edition: Edition) -> PhotoError:
    """The error with the line of the manuscript that names the photo."""
    from layouts.imaging.read import called

    pictures = [picture for page in edition.pages for picture in page.pictures]
    source = next((picture.source for picture in pictures if f" {called(Path(picture.path))} " in error.zh), None)
    return PhotoError(error.zh, error.en, source)


def _export_json(path: Path, cache: Path, output: Path) -> int:
    """Write what was composed with its findings, errors too."""
    import json

    from fonts.catalogue import Catalogue
    from layouts.files import write_aside
    from layouts.paint.listing import listing

    catalogue = Catalogue()
    edition = compose_file(path, catalogue, cache=cache)
    _report(edition.findings)
    write_aside(output, json.dumps(listing(edition, catalogue), ensure_ascii=False).encode("utf8"))
    return ERRORS if _failed(edition.findings) else OK


def _export_by(writer: Callable[[Composition, Path], None], path: Path, cache: Path, output: Path) -> int:
    """Compose, and have a writer of an installed package write. Refused where a finding is an error, as a PDF is."""
    from fonts.catalogue import Catalogue
    from layouts.compose import Composition, compose
    from layouts.extensions import called

    issue, layout, findings = _read(path, cache)
    composed = Composition(issue, layout, compose(issue, layout, Catalogue(), findings, cores()))
    _refuse_errors(composed.findings, output, [])
    called("writers", output.suffix[1:], writer, composed, output)
    return OK


def convert(path: Path, output: Path) -> int:
    """Write an issue as a file of another kind: a package, or a manuscript with its photos beside it."""
    from layouts.documents import is_package, read_document, save_document

    if output.suffix.casefold() not in (".banxin", ".md"):
        raise ExportError(f"输出文件 {output} 应以 .banxin 或 .md 结尾", f"the output file {output} must end in .banxin or .md")
    with _cache(path) as source, _cache(output) as target:
        issue, findings, _ = read_document(path, source, watched=False)
        for finding in findings:
            print(_described(finding), file=sys.stderr)
        save_document(issue, output, target, ours=source if is_package(path) else None)
    return ERRORS if _failed(findings) else OK


def impose(options: Namespace | SimpleNamespace) -> int:
    """Write a PDF as a booklet."""
    from layouts.files import read_whole, write_aside
    from layouts.imposition import count_pages, impose
    from layouts.imposition.sheets import blanks_notice, paper_size

    data, name = read_whole(Path(options.pdf)), options.pdf
    paper, keep_last = paper_size(options.paper), not options.blanks_last
    booklet = impose(data, options.creep, thickness=options.thickness, paper=paper, marks=options.marks, keep_last=keep_last, name=name)
    notice = blanks_notice(count_pages(data, name), keep_last=keep_last)
    write_aside(Path(options.output), booklet)
    _report([notice] if notice else [])
    return OK


def prove(path: Path, standard: str | None, as_json: bool) -> int:
    """Print what a written PDF breaks of a standard, or of those it claims."""
    from layouts.files import read_whole
    from layouts.proof.prove import proofs, report

    proved = proofs(read_whole(path), standard, str(path))
    every = [finding for found in proved.values() for finding in found]
    lines = [line for one in proved for line in report(one, proved[one])]
    _print_out(_as_json(every) if as_json else "\n".join(lines))
    return ERRORS if _failed(every) else OK


def check(path: Path, as_json: bool, preset: Preset | None = None, today: date | None = None) -> int:
    """Print the findings, as text or JSON: those of reading, of composing and of the preflight for a preset."""
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.preflight.check import inspect

    catalogue = Catalogue()
    with _cache(path) as cache:
        issue, layout, reading = _read(path, cache)
        edition = compose(issue, layout, catalogue, workers=cores())
        findings = inspect(issue, layout, edition, catalogue, preset=preset, today=today, reading=reading)
        findings += _damaged_photos(edition)
    _print_out(_as_json(findings) if as_json else "\n".join(map(_described, findings)) or "没有发现问题 / no findings")
    return ERRORS if _failed(findings) else OK


def _as_json(findings: Sequence[Finding]) -> str:
    import json

    from layouts.paint.listing import finding_entry

    return json.dumps({"findings": [finding_entry(finding) for finding in findings]}, ensure_ascii=False, indent=1)


def _print_out(text: str) -> None:
    """Print to standard output; a reader that has gone away (`| head`) is no failure, a full disk is one."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ExportError(f"无法输出检查结果（{error.strerror}）", f"the findings cannot be printed ({error.strerror})") from error


def _damaged_photos(edition: Edition) -> list[Finding]:
    """A photo whose header is well but whose pixels are damaged: an export would find it out, so a check decodes it too."""
    from layouts.imaging.read import embed, probe

    pictures = {picture.path: picture for page in edition.pages for picture in page.pictures}
    damaged: list[Finding] = []
    for path, picture in pictures.items():
        try:
            embed(probe(Path(path)))
        except PhotoError as error:
            damaged.append(Finding("error", "photo-damaged", error.zh, error.en, picture.source))
    return damaged


def _failed(findings: Sequence[Finding]) -> bool:
    return any(finding.level == "error" for finding in findings)


def _report(findings: Sequence[Finding]) -> None:
    for finding in findings:
        print(_described(finding), file=sys.stderr)


def _described(finding: Finding) -> str:
    where = f"{finding.source}: " if finding.source else ""
    return f"{finding.level}: {where}{finding.message}"
