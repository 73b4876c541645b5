"""What may be asked for on the command line: the verbs, each with its arguments."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # pyright: ignore[reportPrivateUsage], has no other name
    from datetime import date


def parsed(arguments: Sequence[str]) -> Namespace:
    """What a call asks for. SystemExit, its reason printed, where it cannot be understood."""
    return _parser().parse_args(arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser("main.py", description="版心 Banxin: 简报排版 newsletter typesetting")
    # else argparse asks for the terminal's width
    verbs = parser.add_subparsers(dest="verb", required=True, prog=parser.prog)
    exporting = verbs.add_parser(
        "export", help="排版并输出 PDF 或 JSON / compose an issue and write a PDF or JSON"
    )
    exporting.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    exporting.add_argument(
        "-o", "--output", required=True, help="输出文件 .pdf 或 .json / the file to write"
    )
    exporting.add_argument(
        "--preset",
        help="输出预设名或文件 .toml / an export preset: its name (see presets) or a file",
    )
    exporting.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="改动预设的一项 / change a key",
    )
    verbs.add_parser("presets", help="列出输出预设 / list export presets")
    checking = verbs.add_parser(
        "check", help="检查 / list findings; exit code 1 where there are errors"
    )
    checking.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    checking.add_argument("--json", action="store_true", help="JSON 输出 / print findings as JSON")
    checking.add_argument(
        "--preset", help="按输出预设检查 / check for an export preset: its name or a file .toml"
    )
    checking.add_argument(
        "--today",
        dest="day",
        type=_day,
        metavar="YYYY-MM-DD",
        help="以这一天为今天 / the day that counts as today",
    )
    checking.add_argument(
        "--house", metavar="TOML", help="本单位的用词 / the word lists of the house"
    )
    converting = verbs.add_parser(
        "convert", help="稿件与版心文件互换 / turn a manuscript into a package or back"
    )
    converting.add_argument("issue", help="稿件 manuscript (.md) / 版心文件 package (.banxin)")
    converting.add_argument(
        "-o", "--output", required=True, help="输出文件 .banxin 或 .md / the file to write"
    )
    _add_importing(verbs)
    imposing = verbs.add_parser(
        "impose", help="拼成小册子 / lay a PDF out as a booklet, two pages up, for a duplex printer"
    )
    imposing.add_argument("pdf", help="要拼版的 PDF / the PDF")
    imposing.add_argument("-o", "--output", required=True, help="输出文件 .pdf / the file to write")
    imposing.add_argument("--paper", default="A3", help="纸张 A3、SRA3、430x310 / the sheet")
    imposing.add_argument(
        "--thickness",
        type=float,
        default=0.0,
        metavar="MM",
        help="纸厚，毫米 / thickness of the paper",
    )
    imposing.add_argument(
        "--creep",
        type=float,
        default=0.0,
        metavar="MM",
        help="总爬移量，毫米 / creep of the innermost sheet",
    )
    imposing.add_argument(
        "--blanks-last",
        action="store_true",
        help="空白页排在末页之后 / blank pages after the last page, not before it",
    )
    imposing.add_argument(
        "--marks", action="store_true", help="裁切标记 / crop marks, where the sheet has room"
    )
    proving = verbs.add_parser(
        "prove",
        help="印前检查 / open a written PDF again and hold it against its standard; exit code 1 "
        "for errors",
    )
    proving.add_argument("pdf", help="要检查的 PDF / the PDF")
    proving.add_argument(
        "--standard",
        choices=("x4", "x1a", "a2b", "a2u", "a2a", "ua1"),
        help="标准；不写就用文件自己标明的 / else those it claims",
    )
    proving.add_argument("--json", action="store_true", help="JSON 输出 / print findings as JSON")
    return parser


def _add_importing(verbs: _SubParsersAction[ArgumentParser]) -> None:
    importing = verbs.add_parser(
        "import",
        help="把收到的稿件排进一期 / bring manuscripts as they arrive into an issue; exit code 1 "
        "where something wants a look, 2 where nothing could be read",
    )
    importing.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="稿件、照片或文件夹 / manuscripts, photos, folders",
    )
    importing.add_argument(
        "-o",
        "--output",
        required=True,
        help="输出文件 .banxin、.md 或 .pdf / the file to write",
    )
    importing.add_argument(
        "--into", metavar="ISSUE", help="放进这一期 / the issue that the articles are added to"
    )
    importing.add_argument("--layout", help="版式名或文件 .toml / a layout: its name or a file")
    importing.add_argument("--preset", help="输出 .pdf 时的预设 / the export preset for a PDF")
    importing.add_argument("--report", metavar="HTML", help="导入报告 / write a report for people")
    importing.add_argument("--json", metavar="JSON", help="导入结果 / write a report for programs")
    importing.add_argument(
        "--house", metavar="TOML", help="本单位的用词和规则 / the words and rules of the house"
    )
    importing.add_argument("--no-tidy", action="store_true", help="不整理文字 / change no text")


def _day(written: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(
            f"{written}: 应写成 YYYY-MM-DD / must be written YYYY-MM-DD"
        ) from None
