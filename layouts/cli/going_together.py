"""What a call of the verb export asks for that does not go together: said before anything is
done.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.arguments import PIPED
from layouts.cli.files import spare_inputs
from layouts.errors import ExportError
from layouts.inputs import is_one_file
from layouts.messages import command_line as say
from layouts.messages.pictures import PICTURES_ALONE
from layouts.messages.wechat import ARTICLE_WITHOUT_WECHAT

if TYPE_CHECKING:
    from argparse import Namespace

WEB = frozenset({".html", ".htm"})
WORD = ".docx"
"""What flows is written from the issue: no page is composed for it."""

FILES = WEB | {".pdf", ".ofd", ".json", WORD}
"""Endings of a file that is asked for, those of pictures aside."""

OF_PICTURES = ("spreads", "long", "ppi", "quality", "most_kb", "slice_height")
"""Options that say something of pictures only."""


def refuse_contradictions(options: Namespace) -> None:
    """ExportError for options of which one says nothing without, or with, another."""
    if options.draft and (options.preset is not None or options.changes):
        raise ExportError(*say.DRAFT_WITH_PRESET())
    if options.notes and not options.draft:
        raise ExportError(*say.NOTES_WITHOUT_DRAFT())
    spare_inputs(Path(options.output), *_read(options))
    _refuse_password(options)
    _refuse_report(options)
    # a 0 was asked for too, and is refused where pictures are ordered
    values = [getattr(options, name) for name in OF_PICTURES]
    if any(one is not None and one is not False for one in values) and not is_picture(options):
        raise ExportError(*PICTURES_ALONE())
    _refuse_of_flowing(options)


def _read(options: Namespace) -> list[Path]:
    """The files that a call reads."""
    named = (options.issue, options.preset, options.layout, options.password_file)
    return [Path(name) for name in named if name]


def _refuse_password(options: Namespace) -> None:
    if options.password_file is None:
        return
    if options.password_file == options.issue == PIPED:
        raise ExportError(*say.PIPED_TWICE())
    if options.preset is None:
        raise ExportError(*say.PASSWORD_WITHOUT_PRESET())
    if ending(options) != ".pdf":
        raise ExportError(*say.PASSWORD_WITHOUT_PDF(path=options.output))


def _refuse_report(options: Namespace) -> None:
    """A report is asked for with --fit, and is no file that the same call reads or writes."""
    if options.fit_report is None:
        return
    if options.fit is None:
        raise ExportError(*say.REPORT_WITHOUT_FIT())
    report = Path(options.fit_report)
    if any(is_one_file(report, file) for file in (*_read(options), Path(options.output))):
        raise ExportError(*say.REPORT_IN_PLACE_OF(path=options.fit_report))


def _refuse_of_flowing(options: Namespace) -> None:
    if options.article is not None and not options.wechat:
        raise ExportError(*ARTICLE_WITHOUT_WECHAT())
    if options.typed_numbers and ending(options) != WORD:
        raise ExportError(*say.TYPED_WITHOUT_WORD())
    if not (options.wechat or options.pages):
        return
    # one page an article goes into the folder that the web page would stand beside
    is_web = options.pages and not options.wechat and ending(options) in WEB
    if not is_web and (ending(options) in FILES or is_picture(options)):
        raise ExportError(*say.FOLDER_CALLED_A_FILE(path=options.output))


def ending(options: Namespace) -> str:
    """The ending of the output's name."""
    return Path(options.output).suffix.lower()


def is_picture(options: Namespace) -> bool:
    """Whether pages are to become pictures, by the ending of the output's name."""
    if ending(options) == ".pdf" or options.draft:
        return False
    from layouts.imaging.picture_kinds import KINDS

    return ending(options) in KINDS
