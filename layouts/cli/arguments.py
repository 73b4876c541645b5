"""What may be asked for on the command line: the verbs, each with its arguments."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from layouts.cli.output import in_a_line
from layouts.errors import ExportError
from layouts.messages import publication_verbs as say
from layouts.messages.command_line import NAME_EMPTY, OPTION_EMPTY
from layouts.messages.comparing import COMPARE, COMPARED_FILE, COMPARED_JSON, COMPARED_OUTPUT
from layouts.messages.usage import (
    ARRANGE,
    AS_JSON,
    BATCH,
    BATCH_FOLDER,
    BATCH_JOBS,
    BATCH_MEMORY,
    BATCH_PATHS,
    BATCH_PRESET,
    BATCH_RESUME,
    BATCH_TIME,
    BLANKS_LAST,
    CHECK,
    CHECK_DAY,
    CHECK_PRESET,
    COMPLETED_SHELL,
    COMPLETION,
    CONVERT,
    CONVERTED_FILE,
    COVERS,
    CREEP,
    CROP_MARKS,
    DELIVER,
    DELIVER_FOLDER,
    DELIVER_PARTS,
    DELIVER_PRESET,
    DRAFT,
    DRAFT_NOTES,
    EXPORT,
    EXPORT_ARTICLE,
    EXPORT_CHOSEN,
    EXPORT_COVER,
    EXPORT_FIT,
    EXPORT_LAYOUT,
    EXPORT_PAGES,
    EXPORT_PASSWORD,
    EXPORT_PRESET,
    EXPORT_SINGLE,
    EXPORT_TYPED,
    EXPORT_WECHAT,
    EXPORTED_FILE,
    FACES,
    FACES_FOLDER,
    FACES_JSON,
    FIT_REPORT,
    GRID_HOLD,
    GRID_LEADING,
    GRID_MEASURE,
    GRID_ROWS,
    GRID_SIZE,
    GUTTER,
    HOUSE_LISTS,
    IMPORT,
    IMPORT_AS_IT_CAME,
    IMPORT_FILE,
    IMPORT_HOUSE,
    IMPORT_INTO,
    IMPORT_JSON,
    IMPORT_LAYOUT,
    IMPORT_PRESET,
    IMPORT_REPORT,
    IMPORTED_PATHS,
    IMPOSE,
    IMPOSED_FILE,
    IMPOSED_OUTPUT,
    ISSUE_FILE,
    ISSUE_OR_PIPED,
    LAYOUT,
    LAYOUT_CHECK,
    LAYOUT_FILE,
    LAYOUT_GRID,
    LAYOUT_INSTALL,
    LAYOUT_LIST,
    LAYOUT_NAMED,
    LAYOUT_OWN_NAME,
    LAYOUT_PACK,
    LAYOUT_PACKED,
    LAYOUT_PREVIEW,
    LAYOUT_REMOVE,
    LAYOUT_REPLACE,
    LAYOUT_SHOW,
    NO_DAY,
    NO_SECONDS,
    NO_SIZE,
    PAPER,
    PICTURE_LONG,
    PICTURE_PPI,
    PICTURE_QUALITY,
    PICTURE_SIZE,
    PICTURE_SPREADS,
    PRESET_CHANGE,
    PRESETS,
    PROGRAM,
    PROVE,
    PROVED_FILE,
    SIGNATURE,
    SLICE_HEIGHT,
    STANDARD,
    THICKNESS,
    UP,
    UP_DUPLEX,
    VERSION,
    WATCH,
    WATCH_QUIET,
    WATCHED_FOLDER,
)

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # pyright: ignore[reportPrivateUsage], has no other name
    from datetime import date


PIPED = "-"
"""In the place of an issue's file: its issue.json comes on standard input."""


SHELLS = ("bash", "zsh", "fish")
"""Those that `completion` has a script for."""


def parsed(arguments: Sequence[str]) -> Namespace:
    """What a call asks for. SystemExit, its reason printed, where it cannot be understood."""
    return program_parser().parse_args(arguments)


def refuse_empty(arguments: Sequence[str]) -> None:
    """ExportError for an option with nothing behind it, and for a file without a name: what a
    variable of a script that holds nothing leaves behind, and never meant as "all".
    """
    for before, given in pairwise(("", *arguments)):
        if not given.strip():
            is_value = before.startswith("-")
            raise ExportError(*(OPTION_EMPTY(option=before) if is_value else NAME_EMPTY()))
        if given.startswith("--") and given.endswith("="):
            raise ExportError(*OPTION_EMPTY(option=given[:-1]))


class _Parser(ArgumentParser):
    """One whose complaints show control characters of what was typed as escapes."""

    def error(self, message: str) -> NoReturn:
        super().error(in_a_line(message))


def _called() -> str:
    """What the program is called here: by its file in the repository, else as installed."""
    here = "main.py"
    return here if Path(sys.argv[0]).name == here else "banxin"


class _VersionAction(Action):
    """Says which version this is; argparse's own wants to know it before anybody asks."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from layouts.version import version

        print(f"banxin {version()}")
        parser.exit()


def program_parser(program: str | None = None) -> ArgumentParser:
    """The parser of all verbs, of a `program` that is called so; else as it is called here."""
    parser = _Parser(program or _called(), description=PROGRAM)
    parser.add_argument("--version", action=_VersionAction, nargs=0, help=VERSION().both)
    # else argparse asks for the terminal's width
    verbs = parser.add_subparsers(dest="verb", required=True, prog=parser.prog)
    _add_exporting(verbs)
    _add_delivering(verbs)
    _add_batches(verbs)
    verbs.add_parser("presets", help=PRESETS().both)
    checking = verbs.add_parser("check", help=CHECK().both)
    _add_issue(checking)
    checking.add_argument("--json", action="store_true", help=AS_JSON().both)
    checking.add_argument("--preset", help=CHECK_PRESET().both)
    checking.add_argument(
        "--today",
        dest="day",
        type=_day,
        metavar="YYYY-MM-DD",
        help=CHECK_DAY().both,
    )
    checking.add_argument("--house", metavar="TOML", help=HOUSE_LISTS().both)
    checking.add_argument("--publication", metavar="FOLDER", help=say.CHECK_PUBLICATION().both)
    _add_comparing(verbs)
    completing = verbs.add_parser("completion", help=COMPLETION().both)
    completing.add_argument("shell", choices=SHELLS, help=COMPLETED_SHELL().both)
    converting = verbs.add_parser("convert", help=CONVERT().both)
    _add_issue(converting)
    converting.add_argument("-o", "--output", required=True, help=CONVERTED_FILE().both)
    listing = verbs.add_parser("faces", help=FACES().both)
    listing.add_argument(
        "--folder",
        dest="folders",
        action="append",
        default=[],
        metavar="FOLDER",
        help=FACES_FOLDER().both,
    )
    listing.add_argument("--json", action="store_true", help=FACES_JSON().both)
    _add_layouts(verbs)
    _add_importing(verbs)
    _add_publications(verbs)
    _add_imposing(verbs)
    proving = verbs.add_parser(
        "prove",
        help=PROVE().both,
    )
    proving.add_argument("pdf", help=PROVED_FILE().both)
    proving.add_argument(
        "--standard",
        choices=("x4", "x1a", "a2b", "a2u", "a2a", "ua1"),
        help=STANDARD().both,
    )
    proving.add_argument("--json", action="store_true", help=AS_JSON().both)
    return parser


def _add_imposing(verbs: _SubParsersAction[_Parser]) -> None:
    imposing = verbs.add_parser("impose", help=IMPOSE().both)
    imposing.add_argument("pdf", help=IMPOSED_FILE().both)
    imposing.add_argument("-o", "--output", required=True, help=IMPOSED_OUTPUT().both)
    imposing.add_argument("--paper", default="A3", help=PAPER().both)
    lengths = (("--thickness", THICKNESS), ("--creep", CREEP), ("--gutter", GUTTER))
    for option, words in lengths:
        imposing.add_argument(option, type=float, default=0.0, metavar="MM", help=words().both)
    imposing.add_argument("--blanks-last", action="store_true", help=BLANKS_LAST().both)
    imposing.add_argument(
        "--signature", type=int, default=0, metavar="PAGES", help=SIGNATURE().both
    )
    imposing.add_argument("--up", type=int, metavar="N", help=UP().both)
    imposing.add_argument(
        "--arrange", choices=("reduced", "sequence", "stack", "repeat"), help=ARRANGE().both
    )
    imposing.add_argument("--duplex", action="store_true", help=UP_DUPLEX().both)
    imposing.add_argument("--marks", action="store_true", help=CROP_MARKS().both)


def _add_exporting(verbs: _SubParsersAction[_Parser]) -> None:
    exporting = verbs.add_parser("export", help=EXPORT().both)
    _add_issue(exporting)
    exporting.add_argument("-o", "--output", required=True, help=EXPORTED_FILE().both)
    exporting.add_argument(
        "--preset",
        help=EXPORT_PRESET().both,
    )
    exporting.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help=PRESET_CHANGE().both,
    )
    exporting.add_argument("--password-file", metavar="FILE", help=EXPORT_PASSWORD().both)
    exporting.add_argument("--draft", action="store_true", help=DRAFT().both)
    exporting.add_argument("--notes", action="store_true", help=DRAFT_NOTES().both)
    exporting.add_argument("--layout", help=EXPORT_LAYOUT().both)
    exporting.add_argument("--cover", choices=COVERS, default=COVERS[0], help=EXPORT_COVER().both)
    exporting.add_argument(
        "--pages", dest="chosen", default="", metavar="1,3-5", help=EXPORT_CHOSEN().both
    )
    exporting.add_argument("--single-pages", action="store_true", help=EXPORT_SINGLE().both)
    exporting.add_argument(
        "--one-page-an-article", dest="pages", action="store_true", help=EXPORT_PAGES().both
    )
    exporting.add_argument("--wechat", action="store_true", help=EXPORT_WECHAT().both)
    exporting.add_argument("--article", metavar="N|TITLE", help=EXPORT_ARTICLE().both)
    exporting.add_argument("--typed-numbers", action="store_true", help=EXPORT_TYPED().both)
    exporting.add_argument("--fit", metavar="whole|N|Nx", help=EXPORT_FIT().both)
    exporting.add_argument("--fit-report", metavar="JSON", help=FIT_REPORT().both)
    _add_pictures(exporting)


def _add_pictures(exporting: ArgumentParser) -> None:
    """What is said of pages that become pictures."""
    exporting.add_argument("--spreads", action="store_true", help=PICTURE_SPREADS().both)
    exporting.add_argument("--long", action="store_true", help=PICTURE_LONG().both)
    exporting.add_argument("--ppi", type=int, metavar="N", help=PICTURE_PPI().both)
    exporting.add_argument("--quality", type=int, metavar="30-100", help=PICTURE_QUALITY().both)
    exporting.add_argument("--most-kb", type=int, metavar="KB", help=PICTURE_SIZE().both)
    exporting.add_argument("--slice-height", type=int, metavar="PX", help=SLICE_HEIGHT().both)


def _add_comparing(verbs: _SubParsersAction[_Parser]) -> None:
    comparing = verbs.add_parser("compare", help=COMPARE().both)
    comparing.add_argument("issue", help=ISSUE_FILE)
    comparing.add_argument("other", metavar="DOCX|ISSUE", help=COMPARED_FILE().both)
    comparing.add_argument("-o", "--output", help=COMPARED_OUTPUT().both)
    comparing.add_argument("--json", action="store_true", help=COMPARED_JSON().both)


def _add_delivering(verbs: _SubParsersAction[_Parser]) -> None:
    delivering = verbs.add_parser("deliver", help=DELIVER().both)
    _add_issue(delivering)
    delivering.add_argument("-o", "--output", required=True, help=DELIVER_FOLDER().both)
    delivering.add_argument("--set", dest="parts", metavar="KEY,KEY", help=DELIVER_PARTS().both)
    delivering.add_argument("--preset", default="print", help=DELIVER_PRESET().both)
    delivering.add_argument("--layout", help=EXPORT_LAYOUT().both)


def _add_batches(verbs: _SubParsersAction[_Parser]) -> None:
    batch = verbs.add_parser("batch", help=BATCH().both)
    batch.add_argument("paths", nargs="+", metavar="PATH", help=BATCH_PATHS().both)
    batch.add_argument("--resume", action="store_true", help=BATCH_RESUME().both)
    watch = verbs.add_parser("watch", help=WATCH().both)
    watch.add_argument("folder", help=WATCHED_FOLDER().both)
    watch.add_argument(
        "--quiet", type=_seconds, default=2.0, metavar="SECONDS", help=WATCH_QUIET().both
    )
    for verb in (batch, watch):
        verb.add_argument("-o", "--output", required=True, help=BATCH_FOLDER().both)
        verb.add_argument(
            "--preset", dest="presets", action="append", default=[], help=BATCH_PRESET().both
        )
        verb.add_argument("--layout", help=EXPORT_LAYOUT().both)
        verb.add_argument(
            "--set",
            dest="changes",
            action="append",
            default=[],
            metavar="KEY=VALUE",
            help=PRESET_CHANGE().both,
        )
        verb.add_argument("--jobs", type=int, metavar="N", help=BATCH_JOBS().both)
        verb.add_argument(
            "--memory", type=int, default=2000, metavar="MB", help=BATCH_MEMORY().both
        )
        verb.add_argument(
            "--time-limit", type=_seconds, default=600.0, metavar="SECONDS", help=BATCH_TIME().both
        )


def _add_layouts(verbs: _SubParsersAction[_Parser]) -> None:
    about = verbs.add_parser("layout", help=LAYOUT().both)
    acts = about.add_subparsers(dest="act", required=True, prog=about.prog)
    checking = acts.add_parser("check", help=LAYOUT_CHECK().both)
    checking.add_argument("file", metavar="FILE", help=LAYOUT_FILE().both)
    checking.add_argument("--json", action="store_true", help=AS_JSON().both)
    packing = acts.add_parser("pack", help=LAYOUT_PACK().both)
    packing.add_argument("file", metavar="FILE", help=LAYOUT_FILE().both)
    packing.add_argument("-o", "--output", required=True, help=LAYOUT_PACKED().both)
    packing.add_argument("--preview", metavar="PNG", help=LAYOUT_PREVIEW().both)
    acts.add_parser("list", help=LAYOUT_LIST().both)
    showing = acts.add_parser("show", help=LAYOUT_SHOW().both)
    showing.add_argument("name", metavar="NAME", help=LAYOUT_FILE().both)
    showing.add_argument("--json", action="store_true", help=AS_JSON().both)
    turning = acts.add_parser("grid", help=LAYOUT_GRID().both)
    turning.add_argument("name", metavar="NAME", help=LAYOUT_FILE().both)
    turned = turning.add_mutually_exclusive_group()
    turned.add_argument("--measure", type=int, metavar="N", help=GRID_MEASURE().both)
    turned.add_argument("--rows", type=int, metavar="N", help=GRID_ROWS().both)
    turned.add_argument("--size", type=_size, metavar="SIZE", help=GRID_SIZE().both)
    turned.add_argument("--leading", type=float, metavar="TIMES", help=GRID_LEADING().both)
    turning.add_argument(
        "--hold",
        choices=("margins", "counts", "type"),
        default="margins",
        help=GRID_HOLD().both,
    )
    installing = acts.add_parser("install", help=LAYOUT_INSTALL().both)
    installing.add_argument("file", metavar="PACKAGE", help=LAYOUT_PACKED().both)
    installing.add_argument("--name", default="", help=LAYOUT_NAMED().both)
    installing.add_argument("--replace", action="store_true", help=LAYOUT_REPLACE().both)
    removing = acts.add_parser("remove", help=LAYOUT_REMOVE().both)
    removing.add_argument("name", metavar="NAME", help=LAYOUT_OWN_NAME().both)


def _add_importing(verbs: _SubParsersAction[_Parser]) -> None:
    importing = verbs.add_parser("import", help=IMPORT().both)
    importing.add_argument("paths", nargs="+", metavar="PATH", help=IMPORTED_PATHS().both)
    importing.add_argument("-o", "--output", required=True, help=IMPORT_FILE().both)
    importing.add_argument("--into", metavar="ISSUE", help=IMPORT_INTO().both)
    importing.add_argument("--layout", help=IMPORT_LAYOUT().both)
    importing.add_argument("--preset", help=IMPORT_PRESET().both)
    importing.add_argument("--report", metavar="HTML", help=IMPORT_REPORT().both)
    importing.add_argument("--json", metavar="JSON", help=IMPORT_JSON().both)
    importing.add_argument("--house", metavar="TOML", help=IMPORT_HOUSE().both)
    importing.add_argument("--no-tidy", action="store_true", help=IMPORT_AS_IT_CAME().both)


def _add_publications(verbs: _SubParsersAction[_Parser]) -> None:
    making = verbs.add_parser("new", help=say.NEW().both)
    making.add_argument("publication", help=say.PUBLICATION_FOLDER().both)
    making.add_argument("-o", "--output", required=True, help=CONVERTED_FILE().both)
    _add_date(making)
    making.add_argument("--held", action="store_true", help=say.NEW_HELD().both)
    about = verbs.add_parser("publication", help=say.PUBLICATION_VERB().both)
    acts = about.add_subparsers(dest="act", required=True, prog=about.prog)
    folder = say.PUBLICATION_FOLDER().both
    for name, words in (
        ("show", say.PUBLICATION_SHOW),
        ("check", say.PUBLICATION_CHECK),
        ("numbers", say.PUBLICATION_NUMBERS),
        ("next", say.PUBLICATION_NEXT),
    ):
        act = acts.add_parser(name, help=words().both)
        act.add_argument("publication", help=folder)
        act.add_argument("--json", action="store_true", help=say.PUBLICATION_JSON().both)
        if name == "next":
            _add_date(act)
    giving = acts.add_parser("give-back", help=say.PUBLICATION_GIVE_BACK().both)
    giving.add_argument("publication", help=folder)
    giving.add_argument("number", help=say.NUMBER_TO_GIVE_BACK().both)
    beginning = acts.add_parser("init", help=say.PUBLICATION_INIT().both)
    beginning.add_argument("name", help=say.PUBLICATION_NAME().both)
    beginning.add_argument("-o", "--output", required=True, help=say.PUBLICATION_TO_MAKE().both)
    beginning.add_argument("--layout", help=IMPORT_LAYOUT().both)


def _add_date(parser: ArgumentParser) -> None:
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help=say.NEW_DATE().both)
    parser.add_argument("--supplement", action="store_true", help=say.NEW_SUPPLEMENT().both)


def _add_issue(parser: ArgumentParser) -> None:
    parser.add_argument("issue", type=_issue, help=ISSUE_OR_PIPED)


def _issue(written: str) -> str:
    """An issue's file. `-` alone is standard input, `./-` a file of that name."""
    return (
        str(Path.cwd() / written) if written != PIPED and Path(written) == Path(PIPED) else written
    )


def _seconds(written: str) -> float:
    from math import isfinite

    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not (isfinite(seconds) and seconds > 0):
        raise ArgumentTypeError(f"{written}: {NO_SECONDS().both}")
    return seconds


def _size(written: str) -> float:
    from layouts.units import parse_length

    try:
        return parse_length(written)
    except ValueError:
        raise ArgumentTypeError(f"{written}: {NO_SIZE().both}") from None


def _day(written: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"{written}: {NO_DAY().both}") from None
