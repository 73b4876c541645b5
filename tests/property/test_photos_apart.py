"""Whatever photos stand apart from their paragraphs, these hold of the pages."""

from __future__ import annotations

import audit
import box_audit
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from random_issues import issues, photo_folder, source_text

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.composer import Composer
from layouts.house.load import load_layout
from layouts.issue.article import Table
from layouts.issue.edits import set_caption
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.photo import Bleed, Photo, PhotoPlace
from layouts.issue.places import Place, articles
from layouts.page.page import Edition

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col")

some = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

catalogue = Catalogue()

_edges = st.builds(Bleed, *[st.booleans()] * 4)


@st.composite
def placed(draw: st.DrawFn) -> Issue:
    """An issue of which any photo may stand anywhere."""
    issue = draw(issues())

    def moved(block: object) -> object:
        if not isinstance(block, Photo):
            return block
        return replace(
            block,
            place=draw(st.sampled_from(PhotoPlace)),
            across=draw(st.integers(0, 3)),
            bleed=draw(st.one_of(st.just(Bleed()), _edges)),
            row="",
        )

    sections = tuple(
        replace(
            section,
            break_before=draw(st.booleans()),
            articles=tuple(
                replace(article, blocks=tuple(map(moved, article.blocks)))
                for article in section.articles
            ),
        )
        for section in issue.sections
    )
    return with_ids(replace(issue, sections=sections, folder=photo_folder()))


def photos_of(issue: Issue) -> dict[tuple[int, int], Photo]:
    """The photos by article and block, as pictures name them."""
    return {
        (number, k): block
        for number, (_, article) in enumerate(articles(issue))
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo)
    }


def pages_of(edition: Edition) -> dict[tuple[int | None, int | None], list[int]]:
    """The pages on which each photo stands."""
    found: dict[tuple[int | None, int | None], list[int]] = {}
    for page in edition.pages:
        for picture in page.pictures:
            if not picture.role:
                found.setdefault((picture.article, picture.paragraph), []).append(page.number)
    return found


@some
@given(placed(), st.sampled_from(LAYOUTS))
def test_text_keeps_clear_of_photos_wherever_they_stand(issue: Issue, name: str) -> None:
    house = load_layout(name)
    edition = compose(issue, house, catalogue)
    assert audit.over_photos(edition) == []
    assert audit.off_page(edition, house) == []
    assert audit.off_grid(edition, house) == []
    assert audit.overlaps(edition, catalogue) == []
    # the header of a table is repeated
    if not any(
        isinstance(block, Table) for _, article in articles(issue) for block in article.blocks
    ):
        boxed = box_audit.texts_of_boxes(issue, edition)
        assert audit.flowing_text(edition) == source_text(
            issue, house.section_brackets, boxed.keys()
        )


@some
@given(placed(), st.sampled_from(LAYOUTS))
def test_every_photo_stands_once_where_it_is_to_stand(issue: Issue, name: str) -> None:
    """On two pages that face each other, alone on its page; never before its paragraph begins."""
    edition = compose(issue, load_layout(name), catalogue)
    pages, photos = pages_of(edition), photos_of(issue)
    assert pages.keys() == photos.keys()
    for of, photo in photos.items():
        at = pages[of]
        assert len(at) == (2 if photo.place is PhotoPlace.SPREAD else 1)
        if photo.place is PhotoPlace.SPREAD:
            assert at[0] % 2 == 0
            assert at[1] == at[0] + 1
        if photo.place in {PhotoPlace.PAGE, PhotoPlace.SPREAD}:
            alone = {
                (line.article, line.paragraph)
                for line in edition.pages[at[0] - 1].lines
                if line.article is not None
            }
            assert alone <= {of}
        begins = begin_after(edition, of)
        assert begins is None or photo.place is PhotoPlace.TEXT or at[0] >= begins


def begin_after(edition: Edition, of: tuple[int, int]) -> int | None:
    """The page on which the paragraph after a block of an article begins; None without one."""
    return next(
        (
            page.number
            for page in edition.pages
            for line in page.lines
            if line.role == "body" and (line.article, line.paragraph) == (of[0], of[1] + 1)
        ),
        None,
    )


@some
@given(placed(), st.sampled_from(LAYOUTS), st.data())
def test_after_an_edit_pages_are_those_of_a_fresh_start(
    issue: Issue, name: str, data: st.DataObject
) -> None:
    house, composer = load_layout(name), Composer(catalogue)
    composer.compose(issue, house)
    for _ in range(2):
        places = [place for place, _ in articles(issue)]
        photos = [
            Place(place.section, place.article, k)
            for (place, article) in articles(issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Photo)
        ]
        if not places or not photos:
            return
        issue = set_caption(
            issue,
            data.draw(st.sampled_from(photos)),
            data.draw(st.sampled_from(("", "图", "图说" * 40))),
        ).issue
        again = composer.compose(issue, house)
        assert again.pages == compose(issue, house, catalogue).pages
