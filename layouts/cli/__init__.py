"""The command line: the verbs export, batch, deliver, presets, check, compare, completion, convert,
faces, import, impose, layout, new, prove, publication, watch.

What a verb needs is imported when it is called.
"""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from layouts.cli.arguments import PIPED, parsed, refuse_empty
from layouts.cli.files import FittedAsAsked, ReadIssue, read_issue, sweep
from layouts.cli.output import ERRORS, OK, WRONG_USE, tell
from layouts.endings import tidy_endings
from layouts.errors import BanxinError, ExportError
from layouts.messages.command_line import (
    DRAFT_IS_WHOLE,
    WAYS_APART,
)
from layouts.wanted_parts import WHOLE, WantedParts

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date, datetime

__all__ = ["ERRORS", "OK", "WRONG_USE", "main"]


def main(
    arguments: Sequence[str],
    today: Callable[[], date] | None = None,
    now: Callable[[], datetime] | None = None,
    clock: Callable[[], float] | None = None,
) -> int:
    """Run one verb; every failure is one sentence on standard error.

    A check asks `today` for the day unless its call names one, a draft asks what time it is `now`,
    a batch how long it took by a `clock` of seconds; without one nothing is too slow.
    """
    # a console or pipe of another encoding gets UTF-8 rather than a traceback
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a file's name may be no text
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parsed(arguments)
    # what it warns of comes out as a finding or an error of ours
    warnings.filterwarnings("ignore", module="PIL")
    # one issue, then the process ends: looking for cycles among a million values would only cost
    # time
    gc.disable()
    with tidy_endings():
        sweep()
        try:
            refuse_empty(arguments)
            return _run(options, today, now, clock or _still)
        except BanxinError as error:
            tell(str(error))
            return WRONG_USE


def _run(
    options: Namespace,
    today: Callable[[], date] | None,
    now: Callable[[], datetime] | None,
    clock: Callable[[], float],
) -> int:
    """Do what a call asks for."""
    if options.verb == "export":
        return _export(options, now)
    if options.verb in ("batch", "watch"):
        from layouts.cli import batching

        run = batching.batch if options.verb == "batch" else batching.watch
        return run(options, clock)
    if options.verb in OTHERS:
        return OTHERS[options.verb](options)
    if options.verb in ("new", "publication"):
        from layouts.cli import publications

        act = publications.new if options.verb == "new" else publications.publication
        return act(options, today)
    from layouts.cli import verbs

    if options.verb == "convert":
        return verbs.convert(Path(options.issue), Path(options.output))
    if options.verb == "prove":
        return verbs.prove(Path(options.pdf), options.standard, options.json)
    return _check(options, today)


def _still() -> float:
    return 0.0


def _faces(options: Namespace) -> int:
    from layouts.cli.faces import faces

    return faces([*map(Path, options.folders)], as_json=options.json)


def _deliver(options: Namespace) -> int:
    from layouts.cli.delivering import deliver_set

    return deliver_set(options)


def _presets(options: Namespace) -> int:  # noqa: ARG001 - a verb like the others
    from layouts.cli.verbs import presets

    return presets()


def _check(options: Namespace, today: Callable[[], date] | None) -> int:
    from layouts.cli.exporting import chosen_preset
    from layouts.cli.verbs import check

    day = options.day or (today() if today is not None else None)
    preset = chosen_preset(options.preset, ())
    house = Path(options.house) if options.house else None
    folder = Path(options.publication) if options.publication else None
    return check(Path(options.issue), options.json, preset, day, house, folder)


def _import(options: Namespace) -> int:
    from layouts.cli.importing import bring

    return bring(options)


def _impose(options: Namespace) -> int:
    from layouts.cli.imposing import impose_pdf

    return impose_pdf(options)


def _layout(options: Namespace) -> int:
    from layouts.cli.layouts import layout

    return layout(options)


def _completion(options: Namespace) -> int:
    from layouts.cli.completion import completion
    from layouts.cli.output import print_out

    print_out(completion(options.shell))
    return OK


def _compare(options: Namespace) -> int:
    from layouts.cli.comparing import compare

    return compare(options)


OTHERS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "compare": _compare,
        "completion": _completion,
        "deliver": _deliver,
        "faces": _faces,
        "import": _import,
        "impose": _impose,
        "layout": _layout,
        "presets": _presets,
    }
)
"""Verbs that are modules of their own."""


def _export(options: Namespace, now: Callable[[], datetime] | None) -> int:
    from layouts.cli.going_together import WEB, WORD, ending, refuse_contradictions

    refuse_contradictions(options)
    read: ReadIssue = partial(read_issue, layout=options.layout)
    if options.issue == PIPED:
        from layouts.cli.piping import ReadOnce

        read = ReadOnce(read)
    if options.wechat or options.pages or ending(options) in WEB or ending(options) == WORD:
        return _flowing(options, read)
    if options.fit is not None:
        return _export_fitted(options, now, read)
    return _written(options, now, FittedAsAsked(read))


def _flowing(options: Namespace, read: ReadIssue) -> int:
    from layouts.cli.going_together import WORD, ending

    path, output = Path(options.issue), Path(options.output)
    # a preset without a name is one that there is not
    of_pages = (options.preset is not None, options.changes, options.draft, options.fit is not None)
    both = options.pages and options.wechat
    if any(of_pages) or _parts(options) != WHOLE or both:
        raise ExportError(*WAYS_APART())
    from layouts.cli import flowing

    if ending(options) == WORD:
        return flowing.export_word(path, output, read, typed=options.typed_numbers)
    if options.wechat:
        return flowing.export_wechat(path, output, read, options.article)
    return flowing.export_web(path, output, read, pages=options.pages)


def _export_fitted(options: Namespace, now: Callable[[], datetime] | None, read: ReadIssue) -> int:
    from layouts.cli.fitting import FittingRead
    from layouts.fitting.aim import parse_aim

    report = Path(options.fit_report) if options.fit_report is not None else None
    fitting = FittingRead(read, parse_aim(options.fit), report)
    return max(_written(options, now, fitting), fitting.code)


def _written(options: Namespace, now: Callable[[], datetime] | None, read: ReadIssue) -> int:
    path, output = Path(options.issue), Path(options.output)
    parts = _parts(options)
    if options.draft:
        if parts != WHOLE:
            raise ExportError(*DRAFT_IS_WHOLE())
        from layouts.cli.drafting import draft

        return draft(path, output, now, notes=options.notes, read=read)
    from layouts.cli.going_together import is_picture

    if is_picture(options):
        from layouts.cli.picturing import export_pictures

        return export_pictures(options, read)
    from layouts.cli.exporting import chosen_preset, export, password_in

    preset = chosen_preset(options.preset, options.changes)
    password = password_in(options.password_file, preset)
    return export(path, output, preset, read, parts, password)


def _parts(options: Namespace) -> WantedParts:
    return WantedParts(options.cover, options.chosen, options.single_pages)
