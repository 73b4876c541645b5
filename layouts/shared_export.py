"""A PDF by several processes, side by side as time goes down.

    this process                        the binder         composers, for a long issue
    ----------------------------------  -----------------  -----------------------------------
    forks the binder
    reads the issue, names its photos   loads ReportLab
    forks composers, composes           packs the photos   compose: who is free the next part
    numbers the pages, adds the colophon                   tell of pages and of glyphs used
    settles the glyphs' codes           packs the fonts
    paints the pages it composed                           hear what was added, paint theirs
    has the file bound                  binds it, writes it

Drawn pages, by far the most of what there is, never travel: who composed a page paints it, and
tells of it by a stand-in.

Where a process cannot be had or dies, and where an input is at fault, GoneError is raised: the
export is then done by this process alone, to the same bytes, which finds the sentence for the
fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.body import Body
from layouts.house.art import art_of
from layouts.house.layout import Layout
from layouts.page.faces import Faces
from layouts.page.item import Line
from layouts.page.page import Edition, Page
from layouts.paint.codes import FontCodes, font_codes
from layouts.paint.content import deflated_contents
from layouts.paint.pictures import PhotoName, PictureUse, uses
from layouts.paint.usage import NOTDEF, Usage, learn, usage_of
from layouts.parallel import GoneError, Pool, Talk
from layouts.photo_tone import PhotoTone


class Told(Struct):
    """What a composer tells of a part: stand-ins for its pages, and what they use of each face."""

    body: Body
    usages: dict[str, Usage]


class Order(Struct):
    """What a composer hears before it paints: codes and names, and for each of its pages what was
    added to the stand-in.
    """

    fonts: dict[str, FontCodes]
    photos: dict[str, PhotoName]
    added: list[Page]


class ComposingHelper(Struct):
    """A process that composed parts of the issue, and what it told of them by their numbers."""

    talk: Talk
    told: dict[int, Told]

    @property
    def pages(self) -> list[Page]:
        """The stand-ins for all its pages."""
        return [page for part in self.told.values() for page in part.body.pages]


class SharedExport:
    """One export by the processes of a pool, the `binder` among them."""

    def __init__(self, pool: Pool, binder: Talk) -> None:
        self._pool = pool
        self._binder = binder
        self._composers: list[ComposingHelper] = []

    def pack_photos(self, photos: Iterable[tuple[str, PhotoTone]], layout: Layout) -> None:
        """Let the binder read these files in their tones and the layout's pictures meanwhile, once
        for each export.
        """
        art = [design for design in art_of(layout) if not design.file.lower().endswith(".svg")]
        uses = [
            *(PictureUse(path, None, tone) for path, tone in photos),
            *(PictureUse(one.file, one.ink) for one in art),
        ]
        self._binder.send(uses)

    def gather(self, jobs: Sequence[Callable[[], Body]]) -> list[Body]:
        """Share out what flows the issue (a `layouts.flow.sharing.Gather`).

        Pages that others composed are stand-ins.
        """
        made, talks = self._pool.share_out(jobs, _compose)
        self._composers = [ComposingHelper(talk, talk.receive(dict[int, Told])) for talk in talks]
        for composer in self._composers:
            made |= {number: part.body for number, part in composer.told.items()}
        return [made[number] for number in range(len(jobs))]

    def write(self, edition: Edition, faces: Faces) -> None:
        """Have an edition made of gathered bodies painted, bound and written: the bytes of
        `layouts.paint.pdf.write_pdf`.
        """
        parts = [part for composer in self._composers for part in composer.told.values()]
        usages = usage_of(edition, {id(part.body.pages[0]): part.usages for part in parts})
        if any(NOTDEF in usage.shown for usage in usages.values()):
            raise GoneError
        self._binder.send(
            (
                usages,
                faces.places(usages),
                [use.key for use in uses(edition.pages)],
            )
        )
        photos = self._binder.receive(dict[str, PhotoName])
        try:
            fonts = font_codes(faces, usages)
        except ValueError as error:  # a face that cannot be embedded: who packs it says so
            raise GoneError from error
        contents = self._painted(edition, fonts, photos)
        self._binder.send((_bare(edition), contents))
        self._binder.receive(bool)

    def _painted(
        self, edition: Edition, fonts: dict[str, FontCodes], photos: dict[str, PhotoName]
    ) -> list[bytes]:
        """The deflated content stream of each page, from whoever composed it."""
        for composer in self._composers:
            composer.talk.send(Order(fonts, photos, [_added(page) for page in composer.pages]))
        elsewhere = {id(page) for composer in self._composers for page in composer.pages}
        ours = [page for page in edition.pages if id(page) not in elsewhere]
        painted = dict(zip(map(id, ours), deflated_contents(ours, fonts, photos), strict=True))
        for composer in self._composers:
            painted.update(
                zip(map(id, composer.pages), composer.talk.receive(list[bytes]), strict=True)
            )
        return [painted[id(page)] for page in edition.pages]


def _compose(made: dict[int, Body], talk: Talk) -> None:
    """A composer's part, once the parts it took are composed."""
    talk.send({number: _told(body) for number, body in made.items()})
    order = talk.receive(Order)
    pages = [page for body in made.values() for page in body.pages]
    for page, added in zip(pages, order.added, strict=True):
        page.lines += added.lines
        page.rules += added.rules
        page.shapes += added.shapes
        page.pictures += added.pictures
        page.boxes += added.boxes
        page.upright = added.upright
    talk.send(deflated_contents(pages, order.fonts, order.photos))


def _told(body: Body) -> Told:
    usages: dict[str, Usage] = {}
    for page in body.pages:
        learn(usages, page.lines)
    return Told(replace(body, pages=[_stand_in(page) for page in body.pages]), usages)


def _stand_in(page: Page) -> Page:
    """A page without what is drawn on it; of its lines one each tells what they came from, for the
    findings.
    """
    sources = dict.fromkeys(line.source for line in page.lines if line.source is not None)
    return replace(
        page,
        lines=[Line(0.0, 0.0, 0.0, 0.0, (), "", "", source=source) for source in sources],
        rules=[],
        boxes=[],
        shapes=[],
    )


def _added(stand_in: Page) -> Page:
    """What came onto a stand-in and belongs on the page: running parts, the colophon, its art."""
    return Page(
        stand_in.number,
        stand_in.width,
        stand_in.height,
        [line for line in stand_in.lines if line.runs],
        # the photos of the page are there already, and are nobody's art
        pictures=[picture for picture in stand_in.pictures if picture.role],
        rules=stand_in.rules,
        boxes=stand_in.boxes,
        shapes=stand_in.shapes,
        upright=stand_in.upright,
    )


def _bare(edition: Edition) -> Edition:
    """An edition without what is drawn and without findings: a binder has the content streams
    instead.
    """
    return replace(
        edition,
        pages=tuple(
            replace(page, lines=[], rules=[], boxes=[], shapes=[], upright=None)
            for page in edition.pages
        ),
        findings=(),
    )
