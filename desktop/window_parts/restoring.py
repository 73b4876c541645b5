"""What an old version had, put back into the open issue: the whole of it or one part, its photos
beside the issue again.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from desktop.window_parts.stowing import stow
from layouts.documents import own_layout_files
from layouts.errors import BanxinError
from layouts.inputs import read_input
from layouts.issue.article import Article, Block, Section
from layouts.issue.edits.articles import insert_articles, move_articles
from layouts.issue.edits.sections import add_section
from layouts.issue.edits.tree import with_article
from layouts.issue.file_name import fit_name, original_name
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at, section_at
from layouts.store.art import put_art
from layouts.store.art_names import MOST_ART
from layouts.store.compare import Change
from layouts.store.photos import packing


class Restored(NamedTuple):
    """The open issue with something of an old version in it, and the place of the article that came
    back, where one did.
    """

    issue: Issue
    place: Place | None = None


def restored(old: Issue, current: Issue) -> Restored:
    """The old version in the place of the open issue.

    OSError where a photo cannot be put beside it. Callable from any thread.
    """
    photos = _PhotoRestorer(old, current)
    sections = tuple(photos.section(section) for section in old.sections)
    issue = replace(_in_layout_of(old, current, old), sections=sections)
    return Restored(replace(issue, folder=current.folder, source=current.source))


def can_restore(change: Change) -> bool:
    """Whether a part of a version can come back by itself: what is only new has nothing to come
    back, sections come with the whole.
    """
    return change.old is not None if change.subject == "article" else change.subject != "sections"


def restored_part(change: Change, old: Issue, current: Issue) -> Restored:
    """The open issue with one article, masthead, colophon or layout as it was.

    OSError where a photo cannot be put beside it.
    """
    if change.old is not None:
        return _restored_article(change, change.old, old, current)
    if change.subject == "layout":
        issue = replace(_in_layout_of(old, current, current), contents=old.contents)
        return Restored(replace(issue, set_aside=old.set_aside, profile=old.profile))
    return Restored(replace(current, **{change.subject: getattr(old, change.subject)}))


def _restored_article(change: Change, was: Place, old: Issue, current: Issue) -> Restored:
    article = _PhotoRestorer(old, current).article(article_at(old, was))
    if change.new is None:
        current, section = _section(section_at(old, was), current)
        at = Place(section, min(was.article or 0, len(current.sections[section].articles)))
        edited = insert_articles(current, at, (article,))
        return Restored(edited.issue, edited.place)
    current = with_article(
        current, change.new, replace(article, id=article_at(current, change.new).id)
    )
    if change.what == "changed":
        return Restored(current, change.new)
    current, section = _section(section_at(old, was), current)
    index = min(was.article or 0, len(current.sections[section].articles))
    behind = change.new.section == section and (change.new.article or 0) < index
    to = Place(section, min(index + behind, len(current.sections[section].articles)))
    edited = move_articles(current, [change.new], to)
    return Restored(edited.issue, edited.place)


def _section(wanted: Section, issue: Issue) -> tuple[Issue, int]:
    """The section of an issue that an old one is, by name or else by id; a new one at the end where
    it has gone.
    """
    by_name = (index for index, section in enumerate(issue.sections) if section.name == wanted.name)
    by_id = (
        index
        for index, section in enumerate(issue.sections)
        if section.id and section.id == wanted.id
    )
    index = next(chain(by_name, by_id), None)
    if index is not None:
        return issue, index
    return add_section(issue, wanted.name).issue, len(issue.sections)


def _in_layout_of(old: Issue, current: Issue, issue: Issue) -> Issue:
    """An issue in the layout of the old version, with its settings and design; in the present one
    where that layout has gone from beside the issue.
    """
    from layouts.house.load import find_layout

    chosen = current
    with suppress(BanxinError):
        find_layout(old.layout, current.folder, None)
        chosen = old
        _bring_art(old, current)
    return replace(
        issue,
        layout=chosen.layout,
        settings=chosen.settings,
        setting_sources={},
        design=chosen.design,
        # the rows it counts are of that layout
        fitting=chosen.fitting,
    )


def _bring_art(old: Issue, current: Issue) -> None:
    """Put the pictures of an old design beside the open issue, none over a file that is there.

    OSError where that fails.
    """
    for name, file in own_layout_files(old).items():
        target = current.folder / name
        if file.is_file() and not target.exists():
            put_art(read_input(file, MOST_ART), target)


class _PhotoRestorer:
    """Gives photos of a version their paths beside the open issue; a file that is there already is
    taken, others are copied.
    """

    def __init__(self, old: Issue, current: Issue) -> None:
        self._old = old
        self._folder = current.folder
        self._there: dict[str, str] = {}
        for path, name in packing(current, None).names.items():
            self._there.setdefault(name, path)

    def section(self, section: Section) -> Section:
        return replace(section, articles=tuple(map(self.article, section.articles)))

    def article(self, article: Article) -> Article:
        return replace(article, blocks=tuple(map(self._block, article.blocks)))

    def _block(self, block: Block) -> Block:
        if not isinstance(block, Photo):
            return block
        file = self._old.folder / block.path
        path = self._there.get(file.name)
        if path is None and file.is_file():
            path = self._there[file.name] = stow(
                file, self._folder, fit_name(block.name, file.suffix), anew=True
            )
        if path is None:
            return block  # the version was made without it: composing says what is missing
        moved = replace(block, path=path, name="")
        return moved if original_name(moved) else replace(moved, name=block.name)
