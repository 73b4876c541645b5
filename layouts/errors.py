"""Every error we raise and every finding we report, each with a sentence for the editor in Chinese
and English.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

Level = Literal["error", "warning", "notice"]

Address = tuple[int, int | None, int | None, int]
"""Section, article, block, part: what a Place of the issue is made of."""

TITLE, BYLINE, SUBTITLE = -1, -2, -3
"""In place of a block's index: an article's title, its by-line and its subtitle."""


class Source(NamedTuple):
    """Where something came from: a file (as the editor named it) and a line counted from 1, 0 when
    unknown.
    """

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Finding(Struct, frozen=True):
    """Something the editor can mend: reported beside the pages instead of raised.

    `code` is a stable kebab-case name (`photo-unusable`); `page` counts from 1 and is None where no
    page is meant. `place` is the address in the issue (`layouts.issue.places.Place`), `span` the
    characters of the text there, `box` a rectangle of the page (left, top, right, bottom in
    points), `field` one of masthead or colophon (`masthead.date`). `fix` names what would mend it,
    with its value behind a colon (`narrow:12`); empty where only the editor can. `key` is what an
    acceptance is kept under: it stays when other parts of the issue change; empty where it cannot
    be accepted. `reason` is why it was accepted; such a finding is a notice.
    """

    level: Level
    code: str
    zh: str
    en: str
    source: Source | None = None
    page: int | None = None
    place: Address | None = None
    span: tuple[int, int] | None = None
    box: tuple[float, float, float, float] | None = None
    field: str = ""
    fix: str = ""
    key: str = ""
    reason: str = ""

    @property
    def message(self) -> str:
        """Both sentences on one line, Chinese first."""
        return f"{self.zh} / {self.en}"


class BanxinError(Exception):
    """An input we cannot go on with: one sentence in each language, naming file and place.

    The verbs answer it with exit code 2.
    """

    def __init__(self, zh: str, en: str, source: Source | None = None) -> None:
        super().__init__(f"{source}: {zh} / {en}" if source else f"{zh} / {en}")
        self.zh = zh
        self.en = en
        self.source = source

    def __reduce__(self) -> tuple[type[BanxinError], tuple[str, str, Source | None]]:
        """Travel between processes whole."""
        return type(self), (self.zh, self.en, self.source)


class ManuscriptError(BanxinError):
    """A manuscript that cannot be read: missing, empty, too large, in no known encoding, or with
    broken front matter.
    """


class LayoutError(BanxinError):
    """A layout that does not exist or does not validate."""


class WordListError(BanxinError):
    """A house's word lists that cannot be read or do not validate."""


class PresetError(BanxinError):
    """An export preset that does not exist or does not validate."""


class PublicationError(BanxinError):
    """A publication's folder that cannot be read or written, or whose file does not validate."""


class PhotoError(BanxinError):
    """A photo that cannot be set: missing, unreadable, hostile or of a kind we do not take."""


class ExportError(BanxinError):
    """An export that is refused: the file cannot be written, or the pages hold an error."""


class FittingError(BanxinError):
    """An aim of fitting that cannot be understood, or of something that is not there."""


class PackageError(BanxinError):
    """A .banxin package that cannot be read: no package, damaged, hostile, or of a newer
    program.
    """


class NewerError(PackageError):
    """A package of a newer program: never written over."""


class SaveError(BanxinError):
    """A file that cannot be saved; what lay there before lies there still."""


class ChangedError(SaveError):
    """Somebody else changed the file since it was opened or saved here."""


class LockedError(BanxinError):
    """Somebody has the file open."""
