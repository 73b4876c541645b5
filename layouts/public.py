"""What `import banxin` gives: issues out of files, pages out of issues, files out of pages.

    >>> import banxin
    >>> issue = banxin.read(manuscript).issue
    >>> composed = banxin.compose(issue)
    >>> len(composed.pages), composed.findings
    (1, ())
    >>> banxin.write_pdf(composed, folder / "issue.pdf", preset="screen")
    >>> banxin.save(issue, folder / "issue.banxin")
    >>> banxin.open(folder / "issue.banxin").issue.masthead == issue.masthead
    True

Values are frozen, functions have no state but the faces they opened. What cannot be gone on with
raises a BanxinError, one sentence in Chinese and English; what an editor can mend is a Finding.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layouts.compose import Composition
from layouts.errors import BanxinError, ExportError, Finding, Source
from layouts.house.layout import Layout
from layouts.house.load import layout_of, load_layout
from layouts.issue.issue import Issue
from layouts.messages.exporting import ERRORS_STAND_FIRST
from layouts.messages.saving import SAVED_AS_NO_KIND
from layouts.page.page import Edition

if TYPE_CHECKING:
    import datetime

    from fonts.catalogue import Catalogue

__all__ = [
    "BanxinError",
    "Composition",
    "Edition",
    "Finding",
    "Issue",
    "Layout",
    "Reading",
    "Source",
    "check",
    "compose",
    "expand",
    "load_layout",
    "open",
    "read",
    "read_json",
    "save",
    "write_json",
    "write_ofd",
    "write_pdf",
    "write_wechat",
]


class Reading(NamedTuple):
    """An issue as a file held it, and what was found while reading."""

    issue: Issue
    findings: tuple[Finding, ...]


def read(path: Path | str) -> Reading:
    """The issue in a manuscript (.md, .txt), in an issue.json (.json), or in a file that an
    installed reader knows.

    BanxinError where it cannot be read.
    """
    from layouts.documents import is_package, read_document

    file = Path(path)
    issue, findings, _ = read_document(
        file, _folder() if is_package(file) else file.parent, watched=False
    )
    return Reading(issue, findings)


def open(path: Path | str, photos: Path | None = None) -> Reading:  # noqa: A001, as gzip and tarfile have it
    """The issue in a package (.banxin).

    Its photos are unpacked into `photos`, or else into a folder that lasts as long as this process.
    BanxinError where it cannot be read.
    """
    from layouts.documents import read_document

    issue, findings, _ = read_document(Path(path), photos or _folder(), watched=False)
    return Reading(issue, findings)


def save(issue: Issue, path: Path | str) -> None:
    """Save an issue, whole or not at all, as a package (.banxin), or as a manuscript (.md) or an
    issue.json (.json) with its photos beside it.

    BanxinError for any other ending: it may be another file's.
    """
    from layouts.documents import MANUSCRIPTS, SAVED, is_package, save_document

    file = Path(path)
    if file.suffix.casefold() not in SAVED | MANUSCRIPTS:
        raise BanxinError(*SAVED_AS_NO_KIND(path=file))
    save_document(issue, file, _folder() if is_package(file) else file.parent)


def compose(issue: Issue, layout: Layout | None = None) -> Composition:
    """Set an issue in `layout`, or in the one it names with the settings it has.

    LayoutError where there is no such layout.
    """
    from layouts.compose import compose as composed

    chosen = layout or layout_of(issue)
    return Composition(issue, chosen, composed(issue, chosen, _catalogue()))


def read_json(text: bytes | str, folder: Path | str = ".") -> Reading:
    """The issue in an issue.json at hand (docs/issue.schema.json), its photos by paths from
    `folder`.

    BanxinError, with the place in it, where it is none of ours.
    """
    from layouts.store.issue_file import read_issue_json

    data = text.encode() if isinstance(text, str) else text
    return Reading(read_issue_json(data, "issue.json", Path(folder)), ())


def expand(issue: Issue, blocks: Mapping[str, Callable[[str], str]]) -> Reading:
    """Put blocks of your own in: a paragraph `::name words` becomes what `blocks[name](words)`
    gives, as a manuscript writes it (docs/manuscript-format.md): paragraphs, a table, a box.

    BanxinError, with the paragraph's place, where nobody makes that name, a function fails, or what
    it gives is no text of an article.
    """
    from layouts.manuscript.own_blocks import expand as expanded

    return Reading(*expanded(issue, blocks))


def check(
    composed: Composition,
    *,
    preset: str | None = None,
    today: datetime.date | None = None,
    rules: Sequence[Callable[[Issue, Edition], Iterable[Finding]]] = (),
) -> list[Finding]:
    """Everything the preflight finds in an issue and its pages, for an export preset if one is
    named (docs/preflight.md), then what `rules` of your own find.

    PresetError where there is no such preset, BanxinError where a rule fails or gives anything but
    findings; both name it.
    """
    from layouts.extensions import OwnFunction
    from layouts.preflight.check import inspect
    from layouts.prepress.presets import load_preset

    chosen = load_preset(preset) if preset is not None else None
    found = inspect(
        composed.issue, composed.layout, composed.edition, _catalogue(), preset=chosen, today=today
    )
    for rule in rules:
        own = OwnFunction(getattr(rule, "__name__", type(rule).__name__), Finding)
        found += own.all(rule, composed.issue, composed.edition)
    return found


def write_pdf(
    composed: Composition,
    path: Path | str,
    *,
    preset: str | None = None,
    changes: Mapping[str, str] | None = None,
) -> None:
    """Write the pages as a PDF: the quick sRGB one, or what a preset makes (docs/print.md), with
    `changes` to its keys.

    ExportError where a finding is an error, or where the finished file breaks the standard it
    claims; nothing is written then.
    """
    from layouts.files import write_aside

    _refuse_errors(composed.findings, Path(path))
    if preset is None:
        from layouts.paint.pdf import write_pdf as painted

        write_aside(Path(path), painted(composed.edition, _catalogue()))
        return
    from layouts.export import export_pdf, prove
    from layouts.prepress.presets import load_preset

    chosen = load_preset(preset, changes or {})
    _refuse_errors(check(composed, preset=preset), Path(path))
    data = export_pdf(composed.issue, composed.edition, _catalogue(), chosen, 1)
    prove(data, chosen, Path(path))
    write_aside(Path(path), data)


def write_ofd(composed: Composition, path: Path | str) -> None:
    """Write the pages as an OFD (docs/ofd.md). Errors as those of `write_pdf`."""
    from layouts.export import export_ofd
    from layouts.files import write_aside

    _refuse_errors(composed.findings, Path(path))
    write_aside(Path(path), export_ofd(composed.edition, _catalogue()))


def write_wechat(
    issue: Issue, folder: Path | str, *, article: int | None = None, layout: Layout | None = None
) -> list[Finding]:
    """Write an article for a WeChat official account into a folder of its own: `article.html`, its
    pictures and covers. `article` counts over the issue from 0; None is all of it. What its editor
    takes away is found.

    ExportError where there is no such article or the folder holds anything else, PhotoError where a
    photo cannot be read.
    """
    from layouts.files import write_folder
    from layouts.wechat.article import chosen_article
    from layouts.wechat.writing import is_wechat_folder, wechat_folder

    chosen = None if article is None else chosen_article(issue, str(article + 1))
    made = wechat_folder(issue, layout or layout_of(issue), chosen)
    write_folder(Path(folder), made.files.items(), is_wechat_folder)
    return list(made.findings)


def write_json(composed: Composition, path: Path | str) -> None:
    """Write the pages as data: lines, glyphs, pictures and findings, points, origin top left
    (`pages` of docs/cli.schema.json), errors among them.

    ExportError where the file cannot be written.
    """
    import json

    from layouts.files import write_aside
    from layouts.paint.listing import listing
    from layouts.sound_text import json_bytes

    text = json.dumps(listing(composed.edition, _catalogue()), ensure_ascii=False)
    write_aside(Path(path), json_bytes(text))


def _refuse_errors(findings: tuple[Finding, ...] | list[Finding], path: Path) -> None:
    for finding in findings:
        if finding.level == "error":
            raise ExportError(*ERRORS_STAND_FIRST(path=path, first=finding), finding.source)


@lru_cache
def _catalogue() -> Catalogue:
    """The faces we ship, opened once."""
    from fonts.catalogue import Catalogue

    return Catalogue()


def _folder() -> Path:
    """A folder of this process's own."""
    folder = tempfile.mkdtemp(prefix="banxin-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
