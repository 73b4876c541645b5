"""An export by several processes: composing is shared out, who composed pages paints them, one more process binds the file.

While we compose, the binder loads its libraries and packs the photos. When all pages stand, composers tell which glyphs they use, hear
what is known only now (the codes of glyphs, page numbers) and paint, while the binder packs the fonts. Drawn pages, by far the most of
what there is, never travel.

Where a process cannot be had or dies, and where an input is at fault, GoneError is raised: the export is then done by one process alone,
which finds the sentence for the fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from layouts.errors import ExportError
from layouts.flow.body import Body
from layouts.page.faces import Faces
from layouts.page.item import PAGE_NUMBER, Line, Rule
from layouts.page.page import Edition, Page
from layouts.paint.codes import FontCodes, font_codes
from layouts.paint.content import deflated_contents
from layouts.paint.pictures import PhotoName, photo_names
from layouts.paint.usage import NOTDEF, Usage, follow, learn
from layouts.parallel import GoneError, Helper, Talk, cores, dismiss, share_out


class Told(Struct):
    """What a composer tells of a share: stand-ins for its pages, without what is drawn on them, and what they use of each face."""

    body: Body
    usages: dict[str, Usage]


class Addition(Struct):
    """What came onto a stand-in and belongs on the page: its number, the colophon."""

    lines: list[Line]
    rules: list[Rule]


class Order(Struct):
    """What a composer hears before it paints: codes and names, and by the number of each share what is added to its pages."""

    fonts: dict[str, FontCodes]
    photos: dict[str, PhotoName]
    additions: dict[int, list[Addition]]


class Workshop:
    """The processes of one export; the binder runs already (see `layouts.paint.bindery`). Composers are let go by `close`."""

    def __init__(self, binder: Helper) -> None:
        self._binder = binder
        self._composers: list[Helper] = []
        self._told: list[dict[int, Told]] = []

    def fetch_photos(self, paths: Sequence[str]) -> None:
        """Let the binder pack photos meanwhile."""
        self._binder.talk.send(paths)

    def gather(self, jobs: Sequence[Callable[[], Body]]) -> list[Body]:
        """Share jobs out. Bodies that others composed come back with stand-ins for their pages."""
        made, helpers = share_out(jobs, cores(), _compose)
        self._composers = helpers
        self._told = [helper.talk.receive(dict[int, Told]) for helper in helpers]
        for told in self._told:
            made |= {number: share.body for number, share in told.items()}
        if len(made) < len(jobs):
            raise GoneError
        return [made[number] for number in range(len(jobs))]

    def print(self, edition: Edition, faces: Faces) -> None:
        """Paint an edition made of gathered bodies, and have it bound and written. ExportError where it cannot be written."""
        usages = self._usages(edition)
        self._binder.talk.send(usages)
        orientations = self._binder.talk.receive(dict[str, int])
        paths = dict.fromkeys(picture.path for page in edition.pages for picture in page.pictures)
        if not paths.keys() <= orientations.keys() or any(NOTDEF in usage.shown for usage in usages.values()):
            raise GoneError
        fonts, photos = font_codes(faces, usages), photo_names({path: orientations[path] for path in paths})
        for helper, told in zip(self._composers, self._told, strict=True):
            helper.talk.send(Order(fonts, photos, {number: _additions(share.body.pages) for number, share in told.items()}))
        elsewhere = {id(page) for told in self._told for share in told.values() for page in share.body.pages}
        here = iter(deflated_contents((page for page in edition.pages if id(page) not in elsewhere), fonts, photos))
        there = dict(self._painted())
        contents = [there.get(id(page)) or next(here) for page in edition.pages]
        self._binder.talk.send(_bare(edition))
        self._binder.talk.send(contents)
        refusal = self._binder.talk.receive(list[str])
        if refusal:
            raise ExportError(refusal[0], refusal[1])

    def close(self) -> None:
        """Let the composers go."""
        dismiss(self._composers)

    def _usages(self, edition: Edition) -> dict[str, Usage]:
        """As `usage_of` has them, the parts that others composed as they told."""
        starts = {id(share.body.pages[0]): share.usages for told in self._told for share in told.values()}
        usages: dict[str, Usage] = {}
        for page in edition.pages:
            follow(usages, starts.get(id(page), {}))
            learn(usages, (line for line in page.lines if line.role != PAGE_NUMBER))
        for page in edition.pages:
            learn(usages, (line for line in page.lines if line.role == PAGE_NUMBER))
        return usages

    def _painted(self) -> Iterator[tuple[int, bytes]]:
        """The content streams that others painted, by the identity of the stand-ins."""
        for helper, told in zip(self._composers, self._told, strict=True):
            contents = helper.talk.receive(dict[int, list[bytes]])
            for number, share in told.items():
                yield from zip(map(id, share.body.pages), contents[number], strict=True)


def _compose(made: dict[int, Body], talk: Talk) -> None:
    """A composer's part, once its shares are done."""
    talk.send({number: _told(body) for number, body in made.items()})
    order = talk.receive(Order)
    for number, body in made.items():
        for page, addition in zip(body.pages, order.additions[number], strict=True):
            page.lines += addition.lines
            page.rules += addition.rules
    talk.send({number: deflated_contents(body.pages, order.fonts, order.photos) for number, body in made.items()})


def _told(body: Body) -> Told:
    usages: dict[str, Usage] = {}
    for page in body.pages:
        learn(usages, page.lines)
    return Told(Body([_stand_in(page) for page in body.pages], body.bottom, body.findings), usages)


def _stand_in(page: Page) -> Page:
    """A page without what is drawn on it; of its lines one each tells what they came from, for the findings."""
    sources = dict.fromkeys(line.source for line in page.lines if line.source is not None)
    lines = [Line(0.0, 0.0, 0.0, 0.0, (), "", "", source=source) for source in sources]
    return Page(page.number, page.width, page.height, lines, page.pictures, [], [], page.links, page.anchors)


def _additions(stand_ins: Sequence[Page]) -> list[Addition]:
    return [Addition([line for line in page.lines if line.runs], page.rules) for page in stand_ins]


def _bare(edition: Edition) -> Edition:
    """An edition without what is drawn and without findings."""
    pages = [Page(page.number, page.width, page.height, [], page.pictures, [], [], page.links, page.anchors) for page in edition.pages]
    return Edition(tuple(pages), (), edition.bookmarks, edition.title, edition.author, edition.language)
