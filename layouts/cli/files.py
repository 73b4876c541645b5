"""The issue that a verb is about, and the photos that it unpacks meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from layouts.cli.arguments import PIPED
from layouts.errors import ExportError
from layouts.inputs import is_one_file
from layouts.messages.command_line import OUTPUT_IS_READ

if TYPE_CHECKING:
    from layouts.errors import Finding
    from layouts.fitting.fitted import Fitted
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue


ReadIssue: TypeAlias = "Callable[[Path, Path], tuple[Issue, Layout, list[Finding]]]"
"""Reads the issue of a file, whose photos may be put into a folder."""


def opened(path: Path, cache: Path) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue in a file, or on standard input, and what was found while reading."""
    if path == Path(PIPED):
        from layouts.cli.piping import piped_issue

        return piped_issue(), ()
    from layouts.documents import read_document

    issue, findings, _ = read_document(path, cache, watched=False)
    return issue, findings


def read_issue(
    path: Path, cache: Path, layout: str | None = None
) -> tuple[Issue, Layout, list[Finding]]:
    """The issue in a file, the layout it names, and what was found while reading.

    In another `layout` where one is given, by its name or file: what that does not take of the
    issue's settings is left out, with a notice.
    """
    from layouts.house.load import layout_of

    issue, findings = opened(path, cache)
    if layout is not None:
        return _relaid(issue, layout, list(findings))
    return issue, layout_of(issue), list(findings)


class FittedAsAsked:
    """Reads an issue as `read` does, fitted to whole pages where its layout asks for that by itself
    and nobody has fitted it.
    """

    def __init__(self, read: ReadIssue, said: Callable[[Fitted], None] | None = None) -> None:
        self._read = read
        self._said = said
        self._fitting: ReadIssue | None = None

    def __call__(self, path: Path, cache: Path) -> tuple[Issue, Layout, list[Finding]]:
        """See `ReadIssue`; who hears the outcome of fitting is `said`, else it is printed on
        standard error.
        """
        if self._fitting is not None:
            return self._fitting(path, cache)
        issue, layout, findings = self._read(path, cache)
        if not layout.fit.aim or not issue.fitting.is_empty:
            return issue, layout, findings
        from layouts.cli.fitting import FittingRead
        from layouts.fitting.aim import parse_aim

        self._fitting = FittingRead(self._read, parse_aim(layout.fit.aim), None, self._said)
        return self._fitting(path, cache)


def _relaid(
    issue: Issue, layout: str, findings: list[Finding]
) -> tuple[Issue, Layout, list[Finding]]:
    from msgspec.structs import replace

    from layouts.errors import Finding
    from layouts.house.changing import change_layout
    from layouts.house.load import layout_of
    from layouts.issue.layout_name import names_file
    from layouts.messages.command_line import DESIGN_LEFT_OUT, SETTINGS_LEFT_OUT
    from layouts.messages.lists import listed

    # a file may lie anywhere: its folder is that of the issue as long as it is looked for
    folder, name = (
        (Path(layout).parent, Path(layout).name) if names_file(layout) else (None, layout)
    )
    changed = change_layout(replace(issue, folder=folder) if folder else issue, name)
    found = layout_of(changed.issue)
    if changed.settings:
        said = SETTINGS_LEFT_OUT(layout=layout, names=listed(changed.settings))
        findings.append(Finding("notice", "layout-leaves-out", *said, issue.source))
    if changed.places:
        said = DESIGN_LEFT_OUT(layout=layout, names=listed(changed.places))
        findings.append(Finding("notice", "layout-leaves-out", *said, issue.source))
    return replace(changed.issue, folder=issue.folder), found, findings


def spare_inputs(output: Path, *inputs: Path) -> None:
    """ExportError where the file to be written is one that is read: it would be lost."""
    if any(is_one_file(output, path) for path in inputs):
        raise ExportError(*OUTPUT_IS_READ(path=output))


@contextmanager
def photo_folder(path: Path) -> Generator[Path, None, None]:
    """A folder for the photos of a package as long as the verb needs them; a manuscript's lie
    beside it.
    """
    from layouts.documents import is_package

    if not is_package(path):
        yield path.parent
        return
    from layouts.store.temporary import temporary_folder

    with temporary_folder() as folder:
        yield folder


def sweep() -> None:
    """Remove the photos that killed verbs left in the folder of temporary files, if any are there:
    looking costs next to nothing.
    """
    place = next(
        (os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)),
        "/tmp",  # noqa: S108
    )
    with suppress(OSError), os.scandir(place) as entries:
        # as mkdtemp names them
        if any(
            entry.name.startswith("banxin-") and len(entry.name) == len("banxin-") + 8
            for entry in entries
        ):
            from layouts.store.temporary import sweep_temporary

            sweep_temporary()
