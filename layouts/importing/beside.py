"""Photos that lie beside the text: which article each belongs to.

In the order of how much each says: the text names the file; the file is called like the manuscript
or its title; it lies where only one manuscript lies; it bears the manuscript's number; only one
text has a caption or mention of such a number (图1); only one text of its folder tells of the day
on which it was taken. What two articles could claim is nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.importing.folder import FoundFile
from layouts.importing.order import bare_name
from layouts.importing.photo_days import ToldDay, day_taken, day_told_in, is_of_day
from layouts.importing.recognition import Aside
from layouts.importing.versions import version_of
from layouts.issue.article import Article
from layouts.issue.parts import parts_of
from layouts.messages import importing as say
from layouts.messages.message import Sentence

SHORTEST = 4
"""Characters that a name must share with a title to say anything, where it is not the same."""

_WORDS = "图片?|照片|附图|插图|配图|图说|题图|现场图?|image|img|photo|pic|picture|figure|fig|dsc|p"
_GENERIC = re.compile(
    rf"(?:{_WORDS})?[\s_\-.(（]*(\d{{1,3}}|[一二三四五六七八九十])?[)）\s]*", re.IGNORECASE
)
"""Names that say nothing but a number: 图1, 照片 2, (3)."""

_TAIL = re.compile(
    rf"[\s_\-—–+·.(（\[【]*(?:{_WORDS})?[\s_\-.(（]*(\d{{1,3}}|[一二三四五六七八九十])?[)）\]】\s]*\Z",
    re.IGNORECASE,
)
"""What counts the photos of one manuscript, at the end of a name: -2, （1）, 照片3."""

_LEADING = re.compile(r"(\d{1,3})(?!\d)")
_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}


class PhotoSeat(NamedTuple):
    """An article that photos may belong to: the file it came in, its names, its texts block by
    block, its captions whose photo is missing and the day that it tells of. `alone` says that its
    file holds no other.
    """

    source: int
    article: int
    path: Path
    folders: tuple[str, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    captions: tuple[Aside, ...]
    alone: bool
    day: ToldDay | None = None


class Seated(NamedTuple):
    """Where a photo belongs and by what that was told; `block` is the one that names its file."""

    source: int
    article: int
    how: Sentence
    block: int | None = None


def seat(
    source: int,
    number: int,
    file: FoundFile,
    article: Article,
    captions: Iterable[Aside],
    *,
    alone: bool,
) -> PhotoSeat:
    """What photos are held against an article by."""
    names = [plain(article.title.string)]
    if alone:
        names += [
            plain(bare_name(file.path.stem)),
            plain(version_of(bare_name(file.path.stem)).name),
        ]
    texts = tuple("\n".join(text.string for text in parts_of(block)) for block in article.blocks)
    return PhotoSeat(
        source,
        number,
        file.path,
        file.folders,
        tuple(name for name in dict.fromkeys(names) if len(name) > 1),
        texts,
        tuple(captions),
        alone,
        day_told_in(texts),
    )


def seated(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The article that a photo belongs to; None where that cannot be told."""
    near = [one for one in seats if _is_near(photo, one)] or list(seats)
    for rule in (_by_mention, _by_name, _by_folder, _by_number, _by_caption, _by_day):
        for among in (near, seats) if rule in _ANYWHERE else (near,):
            if (found := rule(photo, among)) is not None:
                return found
    return None


def number_of(path: Path) -> int:
    """What a photo counts itself as (图3, -2, （1）), 0 where it does not."""
    match = _TAIL.search(path.stem)
    written = match[1] if match else None
    if not written:
        return 0
    return _NUMERALS.get(written) or int(written)


def plain(name: str) -> str:
    """A name or title without marks, spaces and case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isalnum())


def _is_near(photo: FoundFile, one: PhotoSeat) -> bool:
    """Whether a photo lies in the folder of a text, or in one inside it."""
    return photo.path.parent == one.path.parent or one.path.parent in photo.path.parents


Rule = Callable[[FoundFile, Sequence[PhotoSeat]], Seated | None]


def _by_mention(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The one text that has the file's name in it."""
    stem = photo.path.stem
    says_nothing = len(stem) < SHORTEST or _GENERIC.fullmatch(stem)
    wanted = photo.path.name if says_nothing else stem
    found = [
        Seated(one.source, one.article, say.BY_MENTION(), block)
        for one in seats
        for block, text in enumerate(one.texts)
        if wanted in text
    ]
    places = {(one.source, one.article) for one in found}
    return found[0] if len(places) == 1 else None


def _by_name(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The article whose file or title has most of the photo's name, or of its folder's."""
    folder = photo.folders[-1] if photo.folders else photo.path.parent.name
    for name in (photo.path.stem, folder):
        bare = plain(bare_name(_TAIL.sub("", name))) or plain(name)
        best = sorted(((_shared(bare, one), k) for k, one in enumerate(seats)), reverse=True)
        if best and best[0][0] and (len(best) == 1 or best[0][0] > best[1][0]):
            return _at(seats[best[0][1]], say.BY_NAME())
    return None


def _shared(bare: str, one: PhotoSeat) -> int:
    """How many characters a photo's name shares with the names of an article, one within the
    other.
    """
    if bare in one.names:
        return _SAME + len(bare)
    shared = (min(len(bare), len(name)) for name in one.names if bare in name or name in bare)
    return max((count for count in shared if count >= SHORTEST), default=0)


_SAME = 1000
"""A name that is the same goes before any that only holds it."""


def _by_folder(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The only article of the folder, or of the nearest one above that has any."""
    for folder in photo.path.parents:
        here = [one for one in seats if one.path.parent == folder]
        if here:
            return _at(here[0], say.BY_FOLDER()) if len(here) == 1 and here[0].alone else None
    return None


def _by_number(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The only article whose file begins with the number that the photo begins with: 03-1.jpg
    belongs to “03 ….docx”.
    """
    number = _leading(photo.path.stem)
    if number is None:
        return None
    here = [one for one in seats if one.alone and _leading(one.path.stem) == number]
    return _at(here[0], say.BY_NUMBER()) if len(here) == 1 else None


def _leading(stem: str) -> int | None:
    plain_stem = unicodedata.normalize("NFKC", stem)
    match = _LEADING.match(plain_stem)
    return int(match[1]) if match else None


def _by_caption(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The only text that waits for a photo of this number, or speaks of one."""
    number = number_of(photo.path)
    if not number or not _GENERIC.fullmatch(photo.path.stem):
        return None
    waiting = [one for one in seats if any(caption.number == number for caption in one.captions)]
    speaking = [one for one in seats if mention_of(number, one.texts) is not None]
    for found in (waiting, speaking):
        if len(found) == 1:
            return _at(found[0], say.BY_MENTION())
    return None


def _by_day(photo: FoundFile, seats: Sequence[PhotoSeat]) -> Seated | None:
    """The only text that tells of the day on which the photo was taken."""
    taken = day_taken(photo.path)
    if taken is None:
        return None
    here = [one for one in seats if is_of_day(one.day, taken)]
    return _at(here[0], say.BY_DAY()) if len(here) == 1 else None


_ANYWHERE: frozenset[Rule] = frozenset({_by_mention, _by_name})
"""Rules that say enough for an article in another folder."""


def mention_of(number: int, texts: Sequence[str]) -> int | None:
    """The first block that speaks of a photo of this number (图1, 附图一, 见照片2)."""
    spelt = "一二三四五六七八九十"[number - 1] if 1 <= number <= 10 else str(number)
    mention = re.compile(rf"(?:附图|插图|照片|图片|图)\s?(?:{number}(?!\d)|{spelt})")
    return next((block for block, text in enumerate(texts) if mention.search(text)), None)


def _at(one: PhotoSeat, how: Sentence) -> Seated:
    return Seated(one.source, one.article, how)
