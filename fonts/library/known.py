"""What is known of a face that is not ours, read from its file without opening it for use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

Outlines = Literal["glyf", "CFF", "CFF2"]
"""Which table holds the outlines: TrueType, PostScript, variable PostScript."""

Trouble = Literal["gone", "forbidden", "no-file", "no-font", "damaged", "no-outlines", "too-large"]
"""Why a file gives no face; `layouts.messages.faces` has the sentences."""


class Axis(NamedTuple):
    """An axis of a variable face: the least value, the one without variation, the greatest."""

    low: float
    default: float
    high: float


class KnownFace(Struct, frozen=True):
    """One face of a font file or collection, and where it lies.

    `families` and `full_names` are by language (`zh-Hans`, `zh-Hant`, `en`, `ja` …); `aliases` are
    the further names a program may know it by (families of four styles, names of Mac). `weight` is
    100 to 1000; `axis` the weight axis of a variable face, `axes` all of them by tag. `fs_type` is
    None where nothing readable says what its maker allows. `hanzi` counts the Hanzi that HarfBuzz
    finds in its character map. `size` is bytes of the whole file, `modified` when it was written
    last, in nanoseconds.
    """

    path: str
    index: int
    postscript: str
    families: Mapping[str, str]
    full_names: Mapping[str, str]
    aliases: tuple[str, ...]
    style: str
    weight: int
    italic: bool
    outlines: Outlines
    axes: Mapping[str, Axis]
    fs_type: int | None
    vendor: str
    maker: str
    copyright: str
    licence: str
    licence_url: str
    hanzi: int
    size: int
    modified: int

    @property
    def axis(self) -> Axis | None:
        """The weight axis; None where the face has none."""
        return self.axes.get("wght")

    @property
    def chinese(self) -> str:
        """Its family as the Chinese call it; empty where it has no such name."""
        return self.families.get("zh-Hans") or self.families.get("zh-Hant") or ""

    @property
    def latin(self) -> str:
        """Its family in Latin letters, or in whatever language there is."""
        return self.families.get("en") or next(iter(self.families.values()), self.postscript)

    @property
    def name(self) -> str:
        """Its family, Chinese before Latin."""
        return self.chinese or self.latin

    @property
    def names(self) -> frozenset[str]:
        """Every name it may be asked for by, but for the PostScript one."""
        return frozenset((*self.families.values(), *self.full_names.values(), *self.aliases))


class UnreadFile(NamedTuple):
    """A font file that gives no face, and why."""

    path: str
    why: Trouble


class FaceFile(Struct, frozen=True):
    """A face ready for HarfBuzz: a font file of one face, in memory.

    `data` is read whole: a file that is mapped and then cut short by someone else ends the program
    with SIGBUS, and faces on shares and of others do get replaced. `path` and `index` say where it
    came from; `weight` is the one it was instanced at, None where it is as its maker made it.
    """

    path: str
    index: int
    data: bytes
    weight: int | None = None


class FaceError(Exception):
    """A face that cannot be used after all: its file is gone, damaged or too large."""

    def __init__(self, path: str, why: Trouble) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why: Trouble = why

    def __reduce__(self) -> tuple[type[FaceError], tuple[str, Trouble]]:
        """Travel between processes whole."""
        return type(self), (self.path, self.why)
