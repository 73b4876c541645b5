"""The preflight: all checks over an issue and its pages, again and again as it is edited; what did
not change is not looked at again.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layouts.compose import Superseded
from layouts.errors import Address, Finding, Source
from layouts.extensions import called, extension, extension_names
from layouts.files import Stamp, stamp_of
from layouts.flow.notes import at_foot
from layouts.flow.wrapping import is_shaped
from layouts.house.layout import Layout
from layouts.issue.article import Article, Block
from layouts.issue.edits.fields import Numbers
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles
from layouts.issue.traits import Shape
from layouts.messages.preflight_issue import ACCEPTED
from layouts.messages.preflight_pages import ARTICLE_ON_NO_PAGE
from layouts.page.faces import Faces
from layouts.page.item import Picture
from layouts.page.page import Edition, Page
from layouts.preflight.access import inspect_access
from layouts.preflight.art import inspect_art
from layouts.preflight.articles import inspect_articles, inspect_contents
from layouts.preflight.codes import BY_CODE, found, key_of
from layouts.preflight.comments import open_comments
from layouts.preflight.fields import inspect_fields
from layouts.preflight.internal import inspect_internal, is_internal, words_of_periodicals
from layouts.preflight.links import bad_links
from layouts.preflight.page import BLEED, Trim, inspect_end
from layouts.preflight.pages import Seen, Whereabouts, look_over
from layouts.preflight.photos import (
    Demands,
    Facts,
    PhotoFacts,
    PhotoOnPage,
    changed,
    demands_of,
    inspect_limit,
    inspect_photo,
    read_facts,
)
from layouts.preflight.plates import CountInks, ink_counter
from layouts.preflight.readings import without_room
from layouts.preflight.type import RoleFaces, faces_by_role, inspect_type
from layouts.preflight.wording import of_article
from layouts.prepress.preset import Preset
from layouts.prepress.sheet import Edges
from layouts.units import mm

if TYPE_CHECKING:
    from layouts.importing.wording import HouseWords, Looked
    from layouts.publication import SeenPublication

STALE = frozenset({"section-empty", "article-empty", "article-untitled"})
"""What reading a manuscript reports and the preflight reports anew: its own are left out where both
are there.
"""


class Circumstances(Struct, frozen=True):
    """What a preflight is told from outside.

    `house` are the word lists of the house, None where it has none. `publication` is what was seen
    of the issue's; where it is known, its numbers count and not `last`, those of the issue before.
    `day` is today; None: nobody asks the date. `folded`: the pages are folded into a booklet, as a
    booklet preset has it. `converts`: the painter brings photos to the preset's colours itself.
    """

    preset: Preset | None = None
    day: datetime.date | None = None
    last: Numbers | None = None
    folded: bool = False
    converts: bool = True
    house: HouseWords | None = None
    publication: SeenPublication | None = None


def _added(issue: Issue, edition: Edition) -> Iterator[Finding]:
    """What the checks of installed packages find."""
    for name in extension_names("checks"):
        check = extension("checks", name) or list
        yield from called("checks", name, _gone_through, check, issue, edition)


def _gone_through(check: Callable[..., Iterable[Finding]], *seen: object) -> list[Finding]:
    """All that a check finds: one that yields fails only while it is gone through."""
    return list(check(*seen))


def inspect(
    issue: Issue,
    layout: Layout,
    edition: Edition,
    faces: Faces,
    *,
    preset: Preset | None = None,
    today: datetime.date | None = None,
    last: Numbers | None = None,
    photos: Facts = read_facts,
    reading: Iterable[Finding] = (),
    house: HouseWords | None = None,
    publication: SeenPublication | None = None,
) -> list[Finding]:
    """Everything there is to find in an issue and its pages, in no order of importance; `reading`
    is what reading the file found, `house` are the word lists that it is held against.
    """
    return Preflight(faces, photos).inspect(
        issue,
        layout,
        edition,
        Circumstances(preset, today, last, house=house, publication=publication),
        reading,
    )


class Preflight:
    """Inspects one issue again and again.

    Articles, pages and photo files that stayed the same are not looked at again.
    """

    def __init__(self, faces: Faces, photos: Facts = read_facts) -> None:
        self._faces = faces
        self._read = photos
        self._facts: dict[str, PhotoFacts | None] = {}
        self._stamps: dict[str, Stamp] = {}
        self._changed: set[str] = set()
        self._articles: dict[int, tuple[Article, list[Finding]]] = {}
        self._looked: dict[int, tuple[Article, HouseWords, Looked]] = {}
        self._profile = ""
        self._belongs: tuple[tuple[object, ...], Finding | None] | None = None
        self._pages: dict[int, Seen] = {}
        self._asked: tuple[Layout, Mapping[str, RoleFaces]] | None = None
        self._trim: Trim | None = Trim()
        self._inks: tuple[Preset | None, CountInks] = None, ink_counter(None)

    def look_again(self) -> None:
        """Look at the photo files again; those that are others now are reported as changed until
        `forget`.
        """
        for path, stamp in self._stamps.items():
            if stamp_of(path) != stamp:
                self._changed.add(path)
                self._facts.pop(path, None)

    def forget(self) -> None:
        """Another issue: what was seen of photo files counts no longer."""
        self._facts, self._stamps, self._changed = {}, {}, set()

    def inspect(
        self,
        issue: Issue,
        layout: Layout,
        edition: Edition,
        circumstances: Circumstances = Circumstances(),  # noqa: B008, a frozen value
        reading: Iterable[Finding] = (),
        stale: Callable[[], bool] = lambda: False,
    ) -> list[Finding]:
        """The findings of an issue as it stands on its pages.

        What the issue accepts comes as notices with a reason. `stale` is asked between two steps
        and ends the work by Superseded.
        """

        def go_on() -> None:
            if stale():
                raise Superseded

        preset = circumstances.preset
        pages = self._look_over(edition.pages, layout, _trim(preset))
        go_on()
        where = Whereabouts(issue, pages)
        photos = _placed(issue, edition)
        made = [
            *(finding for finding in reading if finding.code not in STALE),
            *_composed(issue, edition, photos),
        ]
        go_on()
        seen = circumstances.publication
        made += inspect_articles(issue, seen.publication.required if seen is not None else ())
        go_on()
        made += self._texts(issue)
        made += self._wording(issue, circumstances.house)
        go_on()
        last = circumstances.last if seen is None else None
        made += inspect_fields(issue, layout, circumstances.day, last)
        made += inspect_internal(issue, layout)
        made += self._belonging(issue, seen)
        made += inspect_contents(issue, edition.pages)
        made += (finding for seen in pages for finding in seen.findings)
        go_on()
        made += _lost(issue, pages)
        go_on()
        folded = circumstances.folded or (preset is not None and preset.booklet)
        made += inspect_end(edition.pages, layout.grid, folded=folded)
        if self._inks[0] != preset:
            self._inks = preset, ink_counter(preset)
        made += inspect_type(((seen.page, seen.type) for seen in pages), self._faces, self._inks[1])
        go_on()
        demands = demands_of(preset, converts=circumstances.converts)
        made += self._photos(photos, demands, layout)
        made += inspect_art(edition.pages, self._facts_of, demands)
        made += inspect_limit(preset)
        made += inspect_access(edition, photos, preset)
        if issue.cover is not None:
            from layouts.preflight.cover import inspect_cover

            made += inspect_cover(issue, layout, edition, preset)
        made += _added(issue, edition)
        return _settled(issue, made, where)

    def _belonging(self, issue: Issue, seen: SeenPublication | None) -> Iterable[Finding]:
        """What goes against the publication; its layout is compared where one of them is new."""
        if seen is None:
            return ()
        from layouts.preflight.publication import inspect_belonging, layout_finding

        named = issue.setting_sources.get("layout", issue.source)
        asked = (issue.layout, str(issue.folder), issue.design, named, seen)
        if self._belongs is None or self._belongs[0] != asked:
            self._belongs = asked, layout_finding(issue, seen)
        other = self._belongs[1]
        return [*inspect_belonging(issue, seen), *([other] if other is not None else [])]

    def _texts(self, issue: Issue) -> Iterator[Finding]:
        known, self._articles = self._articles, {}
        if self._profile != issue.profile:
            known, self._profile = {}, issue.profile
        internal = is_internal(issue)
        for place, article in articles(issue):
            entry = known.get(id(article)) or (
                article,
                [
                    *of_article(article),
                    *bad_links(article),
                    *open_comments(article),
                    *(words_of_periodicals(article) if internal else ()),
                ],
            )
            self._articles[id(article)] = entry
            for finding in entry[1]:
                yield replace(finding, place=_moved(finding.place, place))

    def _wording(self, issue: Issue, house: HouseWords | None) -> Iterable[Finding]:
        """What goes against the word lists; imported here, for few exports have any."""
        if house is None:
            return ()
        from layouts.importing.wording import looked_over
        from layouts.preflight.house import wording_findings

        known, self._looked = self._looked, {}

        def look(article: Article, house: HouseWords) -> Looked:
            before = known.get(id(article))
            if before is None or before[0] is not article or before[1] is not house:
                before = article, house, looked_over(article, house)
            self._looked[id(article)] = before
            return before[2]

        return list(wording_findings(issue, house, look))

    def _look_over(self, pages: tuple[Page, ...], layout: Layout, trim: Trim | None) -> list[Seen]:
        if self._asked is None or self._asked[0] is not layout or self._trim != trim:
            self._asked, self._trim, self._pages = (
                (layout, faces_by_role(layout, self._faces)),
                trim,
                {},
            )
        known, self._pages = self._pages, {}
        for page in pages:
            last = page is pages[-1]
            seen = known.get(id(page))
            if seen is None or seen.last != last:
                seen = look_over(
                    page,
                    layout.grid,
                    trim,
                    self._asked[1],
                    self._faces,
                    last=last,
                    notes_at_foot=at_foot(layout),
                    without_room=without_room(layout),
                )
            self._pages[id(page)] = seen
        return list(self._pages.values())

    def _photos(
        self, photos: list[PhotoOnPage], demands: Demands, layout: Layout
    ) -> Iterator[Finding]:
        for placed in photos:
            if placed.picture.missing is not None:
                continue
            path = placed.picture.path
            facts = self._facts_of(path)
            if facts is not None:
                yield from inspect_photo(placed, facts, demands, layout.grid)
            if path in self._changed:
                yield changed(placed)

    def _facts_of(self, path: str) -> PhotoFacts | None:
        if path not in self._facts:
            # before: what is written while it is read counts as changed
            self._stamps[path] = stamp_of(path)
            facts = self._read(path)
            self._facts[path] = facts if isinstance(facts, PhotoFacts) else None
        return self._facts[path]


def _moved(place: Address | None, article: Place) -> Place:
    """A place inside an article, where that stands in the issue."""
    _, _, block, part = place or article
    return Place(article.section, article.article, block, part)


def _trim(preset: Preset | None) -> Trim | None:
    """How pages are cut; None for what no print house gets.

    Where a preset draws no bleed, an edge that is cut wants one all the same.
    """
    if preset is None:
        return Trim()
    drawn = Edges(*map(mm, preset.bleed))
    if preset.standard not in {"x4", "x1a"} and not any(drawn):
        return None
    return Trim(Edges(*(edge or BLEED for edge in drawn)), drawn)


def _placed(issue: Issue, edition: Edition) -> list[PhotoOnPage]:
    """The photos that have a place on the pages, those too whose file is not there.

    What a photo is called must outlast saving, which renames files: its caption, else its words.
    """
    drawn: dict[tuple[int | None, int | None], tuple[Picture, int]] = {}
    for page in edition.pages:
        for picture in page.pictures:
            # of a photo on two facing pages the left half
            drawn.setdefault((picture.article, picture.paragraph), (picture, page.number))
    placed: list[PhotoOnPage] = []
    for number, (place, article) in enumerate(articles(issue)):
        count = 0
        for k, block in enumerate(article.blocks):
            if isinstance(block, Photo):
                count += 1
                untold = f"{article.title.string} {count}".strip()
                about = block.caption.string or block.alt or untold
                if (number, k) in drawn:
                    picture, page = drawn[number, k]
                    placed.append(PhotoOnPage(block, place._replace(block=k), about, picture, page))
    return placed


def _composed(issue: Issue, edition: Edition, photos: list[PhotoOnPage]) -> Iterator[Finding]:
    """What composing found, each with its place in the issue."""
    meant: dict[str, list[tuple[Place, Photo]]] = {}
    for finding in edition.findings:
        place = None
        if finding.code in _ABOUT_PHOTOS:
            if finding.code not in meant:
                meant[finding.code] = _unlike(issue, photos, _ABOUT_PHOTOS[finding.code])
            some = meant[finding.code]
            at = next(
                (k for k, (_, photo) in enumerate(some) if photo.source == finding.source), None
            )
            place = some.pop(at)[0] if at is not None else None
        yield finding if place is None else replace(finding, place=place)


_ABOUT_PHOTOS: Mapping[str, Callable[[Photo, Picture], bool]] = MappingProxyType(
    {
        "photo-unusable": lambda _, picture: picture.missing is None,
        "contour-not-found": lambda photo, picture: bool(picture.contour) or not is_shaped(photo),
    }
)
"""Findings of composing that are about photos, and of which photos they are not."""


def _unlike(
    issue: Issue, photos: list[PhotoOnPage], is_right: Callable[[Photo, Picture], bool]
) -> list[tuple[Place, Photo]]:
    """The photos, in their order, that are on no page or do not stand there as they should."""
    drawn = {placed.place for placed in photos if is_right(placed.photo, placed.picture)}
    return [
        (place._replace(block=k), block)
        for place, article in articles(issue)
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo) and place._replace(block=k) not in drawn
    ]


def _lost(issue: Issue, pages: list[Seen]) -> Iterator[Finding]:
    """Articles with text that came onto no page."""
    shown = set[int]().union(*(seen.articles for seen in pages))
    for number, (place, article) in enumerate(articles(issue)):
        has_text = any(map(_is_text, article.blocks))
        if number not in shown and has_text:
            name = article.title.string[:16]
            said = ARTICLE_ON_NO_PAGE(name=name)
            yield found("overset", "error", *said, name, source=article.source, place=place)


def _is_text(block: Block) -> bool:
    """Whether a block alone is text that must come onto a page: tables and captions do not stand
    for an article.
    """
    return block.trait.shape in (Shape.TEXT, Shape.PARAGRAPHS) and any(
        text.string for text in parts_of(block)
    )


def _settled(issue: Issue, made: Iterable[Finding], where: Whereabouts) -> list[Finding]:
    """Findings once each, with the page they are on; accepted ones as notices that carry their
    reason.
    """
    reasons = {one.key: one.reason for one in issue.accepted}
    sources: dict[Source, Place] | None = None
    out: dict[Finding, None] = {}
    for finding in made:
        if finding.place is None and finding.source is not None and finding.source.line:
            sources = _sources(issue) if sources is None else sources
            finding = replace(finding, place=sources.get(finding.source))  # noqa: PLW2901
        if finding.page is None and finding.place is not None:
            page = where.page_of(Place(*finding.place), finding.span[0] if finding.span else 0)
            finding = replace(finding, page=page)  # noqa: PLW2901
        if not finding.key and _acceptable(finding):
            finding = replace(  # noqa: PLW2901
                finding, key=key_of(finding.code, "".join(filter(_no_digit, finding.zh)))
            )
        reason = reasons.get(finding.key) if finding.key else None
        out[finding if reason is None else _accepted(finding, reason)] = None
    return list(out)


def _accepted(finding: Finding, reason: str) -> Finding:
    zh, en = ACCEPTED(finding=finding, reason=reason)
    return replace(finding, level="notice", reason=reason, fix="", zh=zh, en=en)


def _acceptable(finding: Finding) -> bool:
    """Whether a finding of reading or composing may stand: a warning may, an error stops the
    export.
    """
    rule = BY_CODE.get(finding.code)
    return finding.level == "warning" and (rule is None or not rule.final)


def _no_digit(character: str) -> bool:
    return not character.isdigit()


def _sources(issue: Issue) -> dict[Source, Place]:
    """The place of every line of a manuscript; the smallest part counts where several begin on one
    line.
    """
    found_: dict[Source, Place] = {
        section.source: Place(s) for s, section in enumerate(issue.sections)
    }
    for place, article in articles(issue):
        found_[article.source] = place
    for place, article in articles(issue):
        for k, block in enumerate(article.blocks):
            found_[block.source] = place._replace(block=k)
    return found_
