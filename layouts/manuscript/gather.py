"""Photos gathered beside a manuscript: those that lie elsewhere are copied into `photos/` there,
none over a different file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from layouts.errors import ExportError, PhotoError, SaveError, Source
from layouts.files import write_aside
from layouts.imaging.kinds import HEAD, kind_of
from layouts.inputs import is_plain_file, read_input, why
from layouts.issue.article import Article, Block, Section
from layouts.issue.cover import Cover
from layouts.issue.file_name import fit_name
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.photo import Photo
from layouts.manuscript.escape import possible
from layouts.messages.message import Sentence
from layouts.messages.saving import (
    ART_IN_THE_WAY,
    MANUSCRIPT_NOT_SAVED,
    NOT_WRITTEN,
    PHOTO_NOT_READ,
    PHOTO_NOT_THERE,
)
from layouts.reasons import reason

T = TypeVar("T")

NO_PICTURES: Mapping[str, Path] = MappingProxyType({})

PHOTOS = "photos"
"""The folder beside a manuscript that photos are copied into."""

_LARGEST = 500_000_000
"""Bytes of a photo that goes along: as many as a whole package."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]')
"""What a file name cannot have on one system or another."""


@contextmanager
def gathered(
    issue: Issue,
    folder: Path,
    ours: Path | None = None,
    pictures: Mapping[str, Path] = NO_PICTURES,
) -> Generator[Issue, None, None]:
    """The issue as it is with everything beside its manuscript in `folder`, the `pictures` of its
    layout by the names that they must have there among it.

    The copies stay only where the body ends well.

    What lies in `ours`, a folder that this program makes and sweeps away again, is copied even
    where `folder` holds it. PhotoError where a photo that must be copied is not there or cannot be
    read; SaveError where a copy cannot be written.
    """
    with ExitStack() as undoing:
        gatherer = _Gatherer(issue.folder, folder, ours, undoing)
        sections = _mapped(issue.sections, gatherer.section)
        cover = gatherer.cover(issue.cover)
        layout = gatherer.layout(issue.layout)
        for name, file in pictures.items():
            gatherer.art(name, file)
        changed = (
            sections is not issue.sections
            or cover is not issue.cover
            or layout != issue.layout
            or folder != issue.folder
        )
        others = {"sections": sections, "cover": cover, "layout": layout}
        yield replace(issue, folder=folder, **others) if changed else issue
        # reached only if the body ends well: the copies stay
        undoing.pop_all()


class _Gatherer:
    """Finds or makes a place in `folder` for each file of an issue that lay in `home`; each file is
    copied once.
    """

    def __init__(self, home: Path, folder: Path, ours: Path | None, undoing: ExitStack) -> None:
        self._home = home
        self._folder = folder
        self._ours = ours
        self._stays = _same_folder(home, folder)
        self._undoing = undoing
        self._copied: dict[str, str] = {}

    def section(self, section: Section) -> Section:
        articles = _mapped(section.articles, self._article)
        return section if articles is section.articles else replace(section, articles=articles)

    def cover(self, cover: Cover | None) -> Cover | None:
        """The cover with its photo in its place."""
        if cover is None or cover.photo is None:
            return cover
        photo = self._block(cover.photo)
        same = photo is cover.photo or not isinstance(photo, Photo)
        return cover if same else replace(cover, photo=photo)

    def layout(self, name: str) -> str:
        """Where a layout of the issue's own lies.

        One that is not there, or not the issue's own, keeps its name.
        """
        file = self._home / name
        if (
            self._stays
            or not names_file(name)
            or path_from(self._home, file) is None
            or not is_plain_file(file)
        ):
            return name
        return self._beside(file) or self._copy(file, name, "", None)

    def art(self, name: str, file: Path) -> None:
        """Put a picture of the layout where that looks for it. One that is not there is reported by
        composing.
        """
        if self._beside(file) is not None or not is_plain_file(file):
            return
        data, target = _read(file, name, None), self._folder / name
        try:
            if target.exists():
                if read_input(target, _LARGEST) != data:
                    raise SaveError(*ART_IN_THE_WAY(name=name))
                return
            # from the outermost in
            for parent in reversed(target.relative_to(self._folder).parents[:-1]):
                self._make(self._folder / parent)
            self._store(data, target)
        except OSError as error:
            raise not_saved(NOT_WRITTEN(path=target, reason=reason(error))) from error
        except ExportError as error:
            raise not_saved(Sentence(error.zh, error.en)) from error

    def _article(self, article: Article) -> Article:
        blocks = _mapped(article.blocks, self._block)
        return article if blocks is article.blocks else replace(article, blocks=blocks)

    def _block(self, block: Block) -> Block:
        if not isinstance(block, Photo):
            return block
        path = self._photo(block)
        return block if path == block.path else replace(block, path=path, name="")

    def _photo(self, photo: Photo) -> str:
        file = self._home / photo.path
        inside = self._beside(file)
        if inside is None:
            goes_along = path_from(self._home, file) is not None or _may_be_picture(file)
            name = fit_name(photo.name, file.suffix) or file.name
            return (
                self._copy(file, photo.path, PHOTOS, photo.source, name)
                if goes_along
                else photo.path
            )
        return (
            photo.path.replace(os.sep, "/")
            if self._stays and not Path(photo.path).is_absolute()
            else inside
        )

    def _beside(self, file: Path) -> str | None:
        """The path of a file that stays with the manuscript as it lies; None where it must be
        copied.
        """
        is_ours = self._ours is not None and path_from(self._ours, file) is not None
        return None if is_ours else path_from(self._folder, file)

    def _copy(
        self, file: Path, named: str, into: str, source: Source | None, name: str = ""
    ) -> str:
        """Put a file `into` a folder beside the manuscript, as `name` or as it is called; its path
        there.
        """
        known = str(file)
        if known not in self._copied:
            data = _read(file, named, source)
            self._copied[known] = Path(
                into, self._stored(data, name or file.name, self._folder / into)
            ).as_posix()
        return self._copied[known]

    def _stored(self, data: bytes, name: str, folder: Path) -> str:
        """The name under which a file of these bytes lies in a folder: one that is there already,
        or a new one.
        """
        try:
            self._make(folder)
            # A.jpg and a.jpg are one file on Windows
            taken = {entry.name.casefold(): entry for entry in folder.iterdir()}
            for candidate in _names(name):
                there = taken.get(candidate.casefold())
                if there is None:
                    self._store(data, folder / candidate)
                    return candidate
                if (
                    there.is_file()
                    and there.stat().st_size == len(data)
                    and there.read_bytes() == data
                ):
                    # copied by an earlier save
                    return there.name
        except OSError as error:
            raise not_saved(NOT_WRITTEN(path=folder / name, reason=reason(error))) from error
        except ExportError as error:
            raise not_saved(Sentence(error.zh, error.en)) from error
        raise AssertionError("names never end")

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir()
            self._undoing.callback(_quietly, folder.rmdir)

    def _store(self, data: bytes, path: Path) -> None:
        path.open("xb").close()  # the name is ours now, whoever else saves here
        self._undoing.callback(_quietly, path.unlink)
        write_aside(path, data)


def _mapped(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """The items changed; the same tuple where nothing changes, so that what is remembered of it
    stays good.
    """
    changed = tuple(map(change, items))
    return items if all(new is old for new, old in zip(changed, items, strict=True)) else changed


def _same_folder(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def path_from(folder: Path, file: Path) -> str | None:
    """The path of a file from a folder it lies in, whatever links lead there; None where it lies
    elsewhere.
    """
    try:
        real = Path(os.path.realpath(file)).relative_to(os.path.realpath(folder))
    except ValueError:  # of relative_to, and of a name that no file can have
        return None
    with suppress(ValueError):
        return Path(os.path.abspath(file)).relative_to(os.path.abspath(folder)).as_posix()  # noqa: PTH100, as it is named
    return real.as_posix()


def _may_be_picture(file: Path) -> bool:
    """Whether a file from outside the issue's folder may be taken along: pictures may, and what is
    not there is an error of its own.

    A manuscript that somebody sent may name any file of this computer; none but pictures go into
    what is sent on.
    """
    try:
        head = read_input(file, sys.maxsize, HEAD)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return kind_of(head) is not None


def _names(name: str) -> Iterator[str]:
    """A file's name fit for any system, then the same with -2, with -3 and so on."""
    fit = Path(_NOT_IN_NAMES.sub("_", possible(name)))
    yield fit.name
    for number in count(2):
        yield f"{fit.stem}-{number}{fit.suffix}"


def _read(file: Path, named: str, source: Source | None) -> bytes:
    try:
        return read_input(file, _LARGEST)
    except FileNotFoundError:
        raise PhotoError(*PHOTO_NOT_THERE(name=named), source) from None
    except OSError as error:
        reason = why(error)
        raise PhotoError(*PHOTO_NOT_READ(name=named, why=reason), source) from error


def not_saved(why: Sentence) -> SaveError:
    """The error of a saving that failed."""
    return SaveError(*MANUSCRIPT_NOT_SAVED(why=why))


def _quietly(undo: Callable[[], None]) -> None:
    with suppress(OSError):
        undo()
