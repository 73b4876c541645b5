"""The verb import: manuscripts as they arrive become an issue, or come into one."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from layouts.cli.output import ERRORS, OK, print_findings, print_out
from layouts.documents import PACKAGE, is_package
from layouts.errors import ExportError, Finding, ManuscriptError, Source
from layouts.inputs import is_one_file, real
from layouts.issue.layout_name import USUAL_LAYOUT, names_file
from layouts.messages import importing as say
from layouts.messages.command_line import OUTPUT_IS_READ

if TYPE_CHECKING:
    from argparse import Namespace

    from layouts.house.layout import Layout
    from layouts.importing.bringing import Brought
    from layouts.importing.result import ImportResult
    from layouts.importing.settings import ImportSettings
    from layouts.issue.issue import Issue
    from layouts.prepress.preset import Preset
    from layouts.store.token import Token

_OUTPUTS = frozenset({PACKAGE, ".md", ".pdf"})


class _ImportTarget(NamedTuple):
    """Where articles go: an issue and its file, None for a new one; the layout asked for, empty for
    none; which file it was.
    """

    path: Path | None
    issue: Issue | None
    layout: str
    token: Token | None


def bring(options: Namespace) -> int:
    """Read, recognise, tidy, put in, save, report. Nothing is written where nothing could be read
    but the reports, which say why.
    """
    output = Path(options.output)
    _check_files(options)
    preset = _checked(output, options.preset)
    with _folder() as folder:
        target = _target(options, folder)
        settings = _settings(options, target, folder)
        result = _imported(options, settings, folder)
        brought = _brought(result, target, folder, output) if result.count else None
        _report(options, result, brought, settings)
        if brought is not None:  # last: where anything cannot be written, no issue is touched
            _save(brought.issue, output, target, preset, folder)
    print_findings(list(_told(result)))
    if brought is None:
        raise ManuscriptError(*say.NOTHING_READ(paths=_shortly(options.paths)))
    print_out(_summary(result))
    return ERRORS if result.needs_a_look else OK


def _shortly(paths: Sequence[str]) -> str:
    """The first paths of a call."""
    return ", ".join((*paths[:_NAMED], "…") if len(paths) > _NAMED else paths)


_NAMED = 3
"""Paths that a sentence names."""


def _check_files(options: Namespace) -> None:
    """That no output takes the place of what is read, or of another. ExportError,
    ManuscriptError: said before anything is read.
    """
    if not all(options.paths):
        raise ManuscriptError(*say.PATH_EMPTY())
    read = [*options.paths, options.house, options.layout]
    told = [path for path in (options.report, options.json) if path]
    for output in (options.output, *told):
        if any(is_one_file(Path(output), Path(path)) for path in filter(None, read)):
            raise ExportError(*OUTPUT_IS_READ(path=output))
    for output in told:
        if options.into and is_one_file(Path(output), Path(options.into)):
            raise ExportError(*OUTPUT_IS_READ(path=output))
    for output in (options.output, *told):
        if _is_manuscript_among(output, options.paths) and not (
            options.into and is_one_file(Path(output), Path(options.into))
        ):
            raise ExportError(*OUTPUT_IS_READ(path=output))
    for one, other in combinations((options.output, *told), 2):
        if is_one_file(Path(one), Path(other)):
            raise ExportError(*say.OUTPUTS_ALIKE(path=one))


def _is_manuscript_among(output: str, paths: Sequence[str]) -> bool:
    """Whether an output would take the place of a file that came in one of the folders: one that is
    there and that we did not write. An issue's file keeps the version before, as `.bak`.
    """
    path = real(Path(output))
    folders = (real(Path(given)) for given in paths if Path(given).is_dir())
    if is_package(path) or not path.is_file():
        return False
    return any(path.is_relative_to(folder) for folder in folders) and not _is_ours(path)


_OUR_MARKS = {".html": "导入报告".encode(), ".json": b'"sources"'}
"""What reports begin with: one written once more is no loss."""

_MARK_WITHIN = 4096
"""Bytes of a file within which its mark stands."""


def _is_ours(path: Path) -> bool:
    """Whether we wrote a file of the kind that its name says."""
    kind = path.suffix.casefold()
    if kind == ".md":
        from layouts.importing.reading import is_own_manuscript

        return is_own_manuscript(path)
    if kind == ".pdf":
        from layouts.written import producer

        return "Banxin" in producer(path.read_bytes())
    mark = _OUR_MARKS.get(kind)
    return mark is not None and mark in path.read_bytes()[:_MARK_WITHIN]


def _checked(output: Path, preset: str | None) -> Preset | None:
    """The preset to export by. ExportError where the output can be none of ours: said before
    anything is read.
    """
    kind = output.suffix.casefold()
    if kind not in _OUTPUTS:
        raise ExportError(*say.ISSUE_OF_NO_KIND(path=output))
    if preset is None:
        return None
    if kind != ".pdf":
        raise ExportError(*say.PRESET_WITHOUT_PDF())
    from layouts.cli.exporting import chosen_preset
    from layouts.prepress.intents import destination

    chosen = chosen_preset(preset, ())
    if chosen is not None:
        destination(chosen)
    return chosen


@contextmanager
def _folder() -> Generator[Path, None, None]:
    """A folder for photos out of files, as long as the verb needs them."""
    from layouts.store.temporary import temporary_folder

    with temporary_folder() as folder:
        yield folder


def _target(options: Namespace, folder: Path) -> _ImportTarget:
    layout = _layout_beside(options.layout, folder) if options.layout else ""
    if options.into is None:
        return _ImportTarget(None, None, layout, None)
    from layouts.documents import read_document
    from layouts.importing.stowing import stowed

    path = Path(options.into)
    issue, findings, token = read_document(path, folder if is_package(path) else path.parent)
    print_findings(findings)
    if not is_package(path):
        issue = stowed(_with_layout_beside(issue, folder), folder)
    if layout:
        from layouts.house.changing import change_layout

        issue = change_layout(issue, layout).issue
    return _ImportTarget(path, issue, layout, token)


def _layout_beside(name: str, folder: Path) -> str:
    """The name of a layout, one in a file put into `folder` first. LayoutError where there is none
    of this name.
    """
    from layouts.house.load import load_layout

    path = Path(name)
    own = names_file(name)
    load_layout(path.name if own else name, folder=path.parent)
    if own:
        from layouts.files import copy_whole

        copy_whole(path, folder / path.name)
    return path.name if own else name


def _with_layout_beside(issue: Issue, folder: Path) -> Issue:
    """An issue whose own layout, where it has one, lies in `folder` too."""
    if names_file(issue.layout):
        _layout_beside(str(issue.folder / issue.layout), folder)
        return replace(issue, layout=Path(issue.layout).name)
    return issue


def _layout(issue: Issue | None, name: str, folder: Path) -> Layout:
    """The layout of an issue, or of a new one."""
    from layouts.house.load import layout_of, load_layout

    return load_layout(name, folder=folder) if issue is None else layout_of(issue)


def _settings(options: Namespace, target: _ImportTarget, folder: Path) -> ImportSettings:
    from layouts.importing.settings import NOTHING_TIDIED, ImportSettings
    from layouts.importing.tidying import ALL_RULES
    from layouts.importing.wording import load_house_words

    house = load_house_words(Path(options.house)) if options.house else None
    sections = [section.name for section in target.issue.sections] if target.issue else []
    choice = house.tidy if house else ALL_RULES
    choice = NOTHING_TIDIED if options.no_tidy else choice
    measure = _layout(target.issue, target.layout or USUAL_LAYOUT, folder).grid.measure
    # whoever names an old file on the command line has agreed to have it converted
    return ImportSettings(tuple(sections), measure, choice, house, libreoffice=True)


def _imported(options: Namespace, settings: ImportSettings, folder: Path) -> ImportResult:
    from layouts.importing.importing import import_paths
    from layouts.importing.photo_store import PhotoStore
    from layouts.issue.file_name import PHOTOS

    paths = [Path(path) for path in options.paths]
    ours = filter(None, (options.output, options.into, options.report, options.json))
    besides = [Path(path) for path in ours]
    return import_paths(paths, PhotoStore(folder / PHOTOS), settings, besides=besides)


def _brought(result: ImportResult, target: _ImportTarget, folder: Path, output: Path) -> Brought:
    """The issue with the articles, each of which has an id."""
    from layouts.importing.bringing import bring_in, new_issue
    from layouts.issue.ids import with_ids

    issue = target.issue or new_issue(result, target.layout, folder, output.name)
    if names_file(issue.layout) and not (folder / issue.layout).is_file():
        issue = replace(issue, layout=USUAL_LAYOUT, settings={})
    brought = bring_in(issue, result)
    return brought._replace(issue=with_ids(brought.issue))


def _save(
    issue: Issue, output: Path, target: _ImportTarget, preset: Preset | None, folder: Path
) -> None:
    from layouts.importing.stowing import rooted

    if output.suffix.casefold() == ".pdf":
        from layouts.cli.exporting import export_issue

        layout = _layout(issue, "", folder)
        export_issue(rooted(issue, folder), layout, (), output, preset)
        return
    from layouts.documents import save_document

    expected = target.token if target.path == output else None
    save_document(
        rooted(issue, folder) if is_package(output) else issue,
        output,
        folder,
        ours=folder,
        expected=expected,
    )


def _report(
    options: Namespace, result: ImportResult, brought: Brought | None, settings: ImportSettings
) -> None:
    from layouts.files import write_aside

    if options.json:
        import json

        from layouts.importing.listing import listing
        from layouts.sound_text import json_bytes

        data = listing(result, brought, settings.measure)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        write_aside(Path(options.json), json_bytes(text))
    if options.report:
        from layouts.importing.report import report

        write_aside(Path(options.report), report(result).encode())


def _told(result: ImportResult) -> Iterator[Finding]:
    """What is said on the terminal: findings, and guesses that want a look."""
    yield from result.findings
    for source in result.sources:
        yield from source.findings
        for doubt in source.doubts:
            place = Source(str(source.path), doubt.line)
            yield Finding("warning", doubt.code, doubt.zh, doubt.en, place)


def _summary(result: ImportResult) -> str:
    from layouts.issue.photo import Photo

    articles = [article.article for source in result.sources for article in source.brought]
    photos = sum(isinstance(block, Photo) for one in articles for block in one.blocks)
    look = sum(finding.level != "notice" for finding in _told(result))
    said = say.SUMMARY(articles=len(articles), photos=photos, look=look)
    return f"{said.zh} / {said.en}"
