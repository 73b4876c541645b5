"""Which issues a batch sets, and what their PDFs are called: known, and told where two would be
one, before anything is made.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.batch.job import BatchJob
from layouts.documents import MANUSCRIPTS, PACKAGE
from layouts.errors import ExportError
from layouts.inputs import read_input, real, why
from layouts.messages import batch as say
from layouts.messages.files import FILE_NOT_READ

KINDS = (*sorted(MANUSCRIPTS), PACKAGE)
"""Endings of what is taken out of a folder."""

PASSING = ("~", ".")
"""How names begin of what is no issue but lies beside one: locks of Word, WPS and ours, files
written aside, hidden ones.
"""

LIST = "@"
"""Before the name of a list of files; `@-` is what is piped in."""

_MOST_LIST = 100_000_000


class IssueInput(NamedTuple):
    """The file of an issue, and what its outputs are called, without an ending."""

    path: Path
    name: str


def issues_in(named: Sequence[str], output: Path) -> list[IssueInput]:
    """The issues that a call names: files, all in a folder and those in it, or by a list.

    ExportError where there are none, or a list cannot be read. The folder `output` is not looked
    into.
    """
    found = [issue for name in named for issue in _named(name, output)]
    if not found:
        raise ExportError(*say.NO_ISSUES(paths=" ".join(named), kinds=" ".join(KINDS)))
    return found


def issues_below(folder: Path, output: Path) -> Iterator[IssueInput]:
    """The issues in a folder and those in it, in the order of their names. What cannot be looked
    into is passed over.
    """
    aside = real(output)
    for place, folders, files in os.walk(folder):
        inside = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(PASSING) and real(inside / name) != aside
        )
        for name in sorted(files):
            if is_issue_name(name):
                path = inside / name
                yield IssueInput(path, path.relative_to(folder).with_suffix("").as_posix())


def is_issue_name(name: str) -> bool:
    """Whether a file of this name in a folder is taken for an issue."""
    return not name.startswith(PASSING) and Path(name).suffix.casefold() in KINDS


def planned(
    issues: Sequence[IssueInput],
    output: Path,
    presets: Sequence[str],
    changes: Sequence[str] = (),
    layout: str = "",
) -> list[BatchJob]:
    """A job for each issue and each preset, a plain PDF where there is none.

    ExportError where two jobs would write one file, or one would replace an issue.
    """
    jobs = [
        job for issue in issues for job in jobs_of(issue, output, presets, tuple(changes), layout)
    ]
    _refuse_collisions(jobs)
    return jobs


def jobs_of(
    issue: IssueInput, output: Path, presets: Sequence[str], changes: tuple[str, ...], layout: str
) -> Iterator[BatchJob]:
    """The jobs of one issue. The preset stands in the name where there are several."""
    for preset in presets or ("",):
        behind = f" {preset_name(preset)}" if len(presets) > 1 else ""
        name = f"{issue.name}{behind}.pdf"
        yield BatchJob(str(issue.path), str(output / name), name, preset, changes, layout)


def preset_name(preset: str) -> str:
    """What a preset named by itself or by its file is called."""
    return Path(preset).stem if preset.casefold().endswith(".toml") else preset


def same_name(name: str) -> str:
    """By what names are told apart: as disks do that see no difference between A and a, nor between
    é in one character and in two.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _refuse_collisions(jobs: Sequence[BatchJob]) -> None:
    taken: dict[str, BatchJob] = {}
    inputs = {same_name(str(real(Path(job.input)))): job for job in jobs}
    for job in jobs:
        first = taken.setdefault(same_name(job.name), job)
        if first is not job:
            said = say.SAME_OUTPUT(first=first.input, second=job.input, name=job.name)
            raise ExportError(*said)
        replaced = inputs.get(same_name(str(real(Path(job.output)))))
        if replaced is not None:
            raise ExportError(*say.OUTPUT_IS_INPUT(name=job.output, path=replaced.input))


def _named(name: str, output: Path) -> Iterator[IssueInput]:
    if name.startswith(LIST):
        yield from _listed(name[len(LIST) :])
        return
    path = Path(name)
    if path.is_dir():
        yield from issues_below(path, output)
    else:
        yield IssueInput(path, path.stem)


def _listed(name: str) -> Iterator[IssueInput]:
    """The issues that a text file lists, one a line, from the folder it lies in."""
    path = Path(name)
    folder = Path() if name == "-" else path.parent
    try:
        data = sys.stdin.buffer.read() if name == "-" else read_input(path, _MOST_LIST)
    except OSError as error:
        raise ExportError(*FILE_NOT_READ(path=name, reason=why(error))) from error
    for line in data.decode("utf-8-sig", "surrogateescape").splitlines():
        if entry := line.strip():
            below = Path(os.path.normpath(entry)).with_suffix("")
            inside = not below.is_absolute() and ".." not in below.parts
            yield IssueInput(folder / entry, below.as_posix() if inside else below.name)
