"""The parts of an export set: what each is called, and who writes it.

A part is one file or one folder, whole under its name or not there at all. Another way out becomes
a part by a line in `PARTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.errors import ExportError, Finding
from layouts.export import export_ofd, export_pdf, prove
from layouts.files import replace_folder, write_aside
from layouts.house.layout import Layout
from layouts.imaging.picture_kinds import PictureKind
from layouts.issue.issue import Issue
from layouts.messages import delivery as say
from layouts.messages.exporting import ERRORS_STAND_FIRST
from layouts.messages.message import Sentence
from layouts.page.faces import Faces
from layouts.page.page import Edition
from layouts.pictures.making import Job, made_pictures, picture_path
from layouts.pictures.order import PictureOrder
from layouts.preflight.check import inspect
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset
from layouts.webpage.writing import web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

LONG = PictureOrder(
    kind=PictureKind.JPEG, long=True, quality=85, slice_height=12_000, most_bytes=5_000_000
)
"""The long picture of a set: slices that phones open and chats take."""

PAGES = PictureOrder(kind=PictureKind.JPEG)


class Delivery(NamedTuple):
    """An issue composed once, for all parts.

    `reading` is what reading it found; `faces` gives a catalogue for one part, so that parts can
    be painted side by side; `condition` is the preset that prints it. `check` is called between
    two steps of a part, and what it raises ends it.
    """

    issue: Issue
    layout: Layout
    reading: Sequence[Finding]
    edition: Edition
    faces: Callable[[], Faces]
    condition: Preset
    name: str
    check: Callable[[], None] = lambda: None

    def step(self, _done: int, _of: int) -> None:
        """A step of a part is done."""
        self.check()

    def each(self, jobs: Sequence[Job]) -> list[list[bytes]]:
        """Do the jobs of a part one by one."""
        made: list[list[bytes]] = []
        for job in jobs:
            self.check()
            made.append(job())
        return made


Write = Callable[[Delivery, Path], Sequence[Finding]]
"""Writes a part under its path; what there is to say of it. BanxinError where it cannot be."""


class DeliveredPart(NamedTuple):
    """A part: its key in `--set`, what it is called, the pattern of its file's or folder's name, by
    whom it is written, and the preset of it where it has one of its own.
    """

    key: str
    title: Sentence
    pattern: str
    write: Write
    preset: str = ""

    def path(self, folder: Path, name: str) -> Path:
        """Where it goes."""
        return folder / self.pattern.format(name=name)


def _print(delivery: Delivery, path: Path) -> Sequence[Finding]:
    return _pdf(delivery, path, delivery.condition)


def _screen(delivery: Delivery, path: Path) -> Sequence[Finding]:
    return _pdf(delivery, path, load_preset(SCREEN))


def _pdf(delivery: Delivery, path: Path, preset: Preset) -> Sequence[Finding]:
    faces = delivery.faces()
    found = inspect(
        delivery.issue,
        delivery.layout,
        delivery.edition,
        faces,
        preset=preset,
        reading=delivery.reading,
    )
    _refuse_errors(found, path)
    delivery.check()
    data = export_pdf(delivery.issue, delivery.edition, faces, preset, told=delivery.step)
    delivery.check()
    prove(data, preset, path)
    write_aside(path, data)
    return [finding for finding in found if finding.reason]


def _pictures(delivery: Delivery, path: Path) -> Sequence[Finding]:
    return _painted(delivery, path, PAGES)


def _long(delivery: Delivery, path: Path) -> Sequence[Finding]:
    return _painted(delivery, path, LONG)


def _painted(delivery: Delivery, path: Path, order: PictureOrder) -> Sequence[Finding]:
    _refuse_errors(delivery.edition.findings, path)
    made = made_pictures(
        delivery.edition,
        delivery.layout.grid,
        delivery.faces(),
        order,
        delivery.condition,
        delivery.each,
        told=delivery.step,
    )
    named = Path(f"{delivery.name}.jpg")
    replace_folder(path, ((picture_path(named, one.label).name, one.data) for one in made))
    return ()


def _wechat(delivery: Delivery, path: Path) -> Sequence[Finding]:
    _refuse_errors(delivery.reading, path)
    made = wechat_folder(delivery.issue, delivery.layout, told=delivery.check)
    replace_folder(path, made.files.items())
    return made.findings


def _web(delivery: Delivery, path: Path) -> Sequence[Finding]:
    _refuse_errors(delivery.reading, path)
    write_aside(path, web_page(delivery.issue, delivery.layout, delivery.check))
    return ()


def _ofd(delivery: Delivery, path: Path) -> Sequence[Finding]:
    _refuse_errors(delivery.edition.findings, path)
    write_aside(path, export_ofd(delivery.edition, delivery.faces(), delivery.step))
    return ()


def _docx(delivery: Delivery, path: Path) -> Sequence[Finding]:
    _refuse_errors(delivery.reading, path)
    write_aside(path, word_file(delivery.issue, delivery.layout, delivery.check))
    return ()


def _refuse_errors(findings: Sequence[Finding], path: Path) -> None:
    wrong = next((finding for finding in findings if finding.level == "error"), None)
    if wrong is not None:
        raise ExportError(*ERRORS_STAND_FIRST(path=path, first=wrong))


SCREEN = "screen"

PARTS = (
    DeliveredPart("print", say.PRINT_PART(), "{name} 印刷.pdf", _print),
    DeliveredPart("screen", say.SCREEN_PART(), "{name}.pdf", _screen, SCREEN),
    DeliveredPart("pictures", say.PICTURES_PART(), "{name} 图片", _pictures),
    DeliveredPart("long", say.LONG_PART(), "{name} 长图", _long),
    DeliveredPart("wechat", say.WECHAT_PART(), "{name} 公众号", _wechat),
    DeliveredPart("web", say.WEB_PART(), "{name}.html", _web),
    DeliveredPart("ofd", say.OFD_PART(), "{name}.ofd", _ofd),
    DeliveredPart("docx", say.DOCX_PART(), "{name}.docx", _docx),
)
"""All parts, as they are listed: PDFs, pictures, what flows, what offices exchange."""

_LONGEST = ("print", "pictures", "long", "screen")


def longest_first(parts: Sequence[DeliveredPart]) -> list[DeliveredPart]:
    """Parts in the order in which they are begun: what takes longest comes first, so that whoever
    is free early finds something short.
    """
    last = len(_LONGEST)
    return sorted(
        parts, key=lambda part: _LONGEST.index(part.key) if part.key in _LONGEST else last
    )


def parts_named(written: str) -> tuple[DeliveredPart, ...]:
    """The parts that `print,long` names, in the order of the table. ExportError for a key that no
    part has, and where none is named.
    """
    known = ", ".join(part.key for part in PARTS)
    keys = [key.strip() for key in written.replace("，", ",").split(",") if key.strip()]
    if not keys:
        raise ExportError(*say.NO_PART_NAMED(asked=written, known=known))
    for key in keys:
        if all(part.key != key for part in PARTS):
            raise ExportError(*say.PART_UNKNOWN(asked=key, known=known))
    return tuple(part for part in PARTS if part.key in keys)
