"""After a crash: what journals of dead processes hold that their documents do not."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from layouts.errors import NewerError, PackageError, Source
from layouts.issue.issue import Issue
from layouts.store import json_text, schema
from layouts.store.compare import Change, compare
from layouts.store.decode import Home, decode
from layouts.store.difference import apply
from layouts.store.encode import Plain
from layouts.store.owning import Owner, hold, is_open_here, lives, this_process
from layouts.store.records import is_whole, path_of, records
from layouts.store.said_issue import Called, as_written
from layouts.store.token import Token, is_changed
from layouts.store.upgrade import upgraded

UNSIGNED, ELSEWHERE = datetime.timedelta(hours=1), datetime.timedelta(days=1)
"""How long nothing was written in a journal that is taken for left, on a disk without locks: one
that does not say whose it is, as it may be just begun or an earlier program's, and one of another
machine."""

_NAME = re.compile(r"([0-9a-f]{16})\.([0-9]{1,9})\.journal")
_WRONG = (
    PackageError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    msgspec.ValidationError,
)


class Recovered(NamedTuple):
    """An issue as it was when the program died.

    `saved` is the document as it was last opened or saved, None for one that never was; `newer` is
    what the issue has beyond that, as far as a comparison shows it. `path` is where the document
    lies, None for one never saved; `file_changed` says that somebody wrote there since. `damaged`:
    the end of the journal cannot be read, and the issue is as it was before that.
    """

    issue: Issue
    saved: Issue | None
    path: Path | None
    token: Token | None
    when: datetime.datetime
    newer: tuple[Change, ...]
    file_changed: bool
    files: tuple[Path, ...]
    damaged: bool = False


class _Begin(msgspec.Struct):
    folder: str
    issue: dict[str, Any]
    path: str | None = None
    token: Token | None = None
    saved: dict[str, Any] | None = None


def recover(
    folder: Path, now: datetime.datetime | None = None, called: Called = as_written
) -> list[Recovered]:
    """What can be recovered, newest first.

    Journals of processes that live are left alone, those without news are removed.

    `now` is for disks without locks: it tells when a journal whose owner is not known was written
    in for the last time. `called` is for what is told of changes (`compare`).
    """
    by_key: dict[str, list[tuple[int, Path]]] = {}
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if match := _NAME.fullmatch(path.name):
                by_key.setdefault(match[1], []).append((int(match[2]), path))
    found = [
        # the newest file of a journal first
        _recovered([path for _, path in sorted(files, reverse=True)], now, called)
        for files in by_key.values()
    ]
    return sorted(
        (each for each in found if each is not None), key=lambda each: each.when, reverse=True
    )


def discard(recovered: Recovered) -> None:
    """Forget a recovered issue: it was refused, or the window has it and its own journal holds
    it.
    """
    for path in recovered.files:
        with suppress(OSError):
            path.unlink()


def _recovered(
    files: list[Path], now: datetime.datetime | None, called: Called
) -> Recovered | None:
    """What the newest readable file of a journal holds."""
    if not all(_is_abandoned(path, now) for path in files):
        return None
    for path in files:
        with suppress(OSError):
            try:
                found = _read(path, tuple(files), called)
            except NewerError:
                return None  # not for us to read, nor to remove
            if found is not None and found.has_news:
                return (
                    # an older file: the newest, which came after it, was damaged from its beginning
                    found.recovered if path is files[0] else found.recovered._replace(damaged=True)
                )
            # readable, and all of it is saved: older files know less
            if found is not None:
                break
    for path in files:
        with suppress(OSError):
            path.unlink()
    return None


def _is_abandoned(path: Path, now: datetime.datetime | None) -> bool:
    try:
        with path.open("r+b") as file:
            # a living process holds its journal; closing gives back what we took
            held = hold(file.fileno())
        return _is_left(path, now) if held is None else held
    except OSError:
        return False


def _is_left(path: Path, now: datetime.datetime | None) -> bool:
    """Whether the process that wrote a file is gone, where no lock tells.

    OSError where it cannot be read.

    Of one that does not say whose it is, or of a process of another machine, nothing is known: it
    is left where nobody has written in it for long.
    """
    owner = None
    with suppress(*_WRONG):
        begin = next(records(path), None)
        owner = msgspec.convert(begin["owner"], Owner) if isinstance(begin, dict) else None
    living = None if owner is None else lives(owner)
    if living is None:
        written = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
        return now is not None and now - written > (UNSIGNED if owner is None else ELSEWHERE)
    return not living or (owner == this_process() and not is_open_here(path))


class _Found(NamedTuple):
    """What a file holds, and whether that is another value than what was saved: what a comparison
    can show does not decide that.
    """

    recovered: Recovered
    has_news: bool


def _read(path: Path, files: tuple[Path, ...], called: Called) -> _Found | None:
    """The issue a file holds, up to where it is damaged; None where not even its beginning is
    whole.
    """
    found = records(path)
    try:
        begin = msgspec.convert(next(found, None), _Begin)
        document = None if begin.path is None else path_of(begin.path)
        home = Home(str(document or ""), path_of(begin.folder))
        issue = _issue(begin.issue, home)
        saved = None if begin.saved is None else _issue(begin.saved, home)
    except NewerError:
        raise
    except _WRONG:
        return None
    plain: Plain = begin.issue
    damaged = True
    with suppress(*_WRONG):
        for record in found:
            # one that does not fit ends the journal, as one that is damaged does
            plain = apply(plain, record)
        damaged = not is_whole(path)
    try:
        # what the last records made may be no issue: then it is as it began
        issue = _issue(plain, home)
    except _WRONG:
        damaged = True
    when = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
    changed = document is not None and begin.token is not None and is_changed(document, begin.token)
    changes = compare(saved, issue, called)
    recovered = Recovered(
        issue, saved, document, begin.token, when, changes, changed, files, damaged
    )
    return _Found(recovered, plain != begin.saved)


def _issue(plain: Plain, home: Home) -> Issue:
    source = Source(home.file)
    version = plain["version"]
    json_text.check_version(version, source)
    read = json_text.converted(upgraded(plain, version, schema.VERSION), source)
    return decode(read.entry, read.plain, home)
