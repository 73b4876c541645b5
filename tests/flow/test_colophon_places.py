"""Where the colophon stands in an issue that ends with pages that photos fill."""

from __future__ import annotations

import datetime

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.composer import Composer
from layouts.house.load import load_layout
from layouts.issue.article import Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, PhotoPlace
from layouts.issue.text import Text

COLOPHON = Colophon(editor="季望舒", telephone="8600 0101", copies=260)
TALL = 400, 620


def laid(press: Press, size: int, *places: PhotoPlace) -> Laid:
    photos = [press.photo(*TALL, place=place) for place in places]
    article = press.article(prose(300), *photos, prose(size), title="甲")
    return press.pages(article, colophon=COLOPHON)


def colophon_page(found: Laid) -> int:
    (number,) = {page.number for page in found.pages if found.lines("colophon", page=page.number)}
    return number


@pytest.mark.parametrize("places", [(PhotoPlace.PAGE,), (PhotoPlace.PAGE, PhotoPlace.PAGE)])
def test_it_stands_under_the_last_text_where_photos_fill_the_last_pages(
    press: Press, places: tuple[PhotoPlace, ...]
) -> None:
    found = laid(press, 60, *places)
    assert [len(page.pictures) for page in found.pages] == [0, *(1 for _ in places)]
    assert colophon_page(found) == 1
    assert "colophon-alone" not in found.codes()
    text = max(line.y for line in found.lines("body", page=1))
    assert min(line.y for line in found.lines("colophon")) > text + found.grid.leading


def test_it_has_a_page_of_its_own_where_the_text_leaves_it_no_room(press: Press) -> None:
    size = 100
    while len((found := laid(press, size, PhotoPlace.PAGE)).pages) == 2:
        size += 30
    assert [len(page.pictures) for page in found.pages] == [0, 1, 0]
    assert colophon_page(found) == 3
    assert "colophon-alone" in found.codes()


def test_text_behind_the_photo_has_it_on_the_last_page(press: Press) -> None:
    found = laid(press, 2400, PhotoPlace.PAGE)
    assert len(found.pages[1].pictures) == 1
    assert found.lines("body", page=len(found.pages))
    assert colophon_page(found) == len(found.pages)


def test_it_goes_with_the_text_as_an_issue_is_edited(press: Press, catalogue: Catalogue) -> None:
    photo = press.photo(*TALL, place=PhotoPlace.PAGE)
    layout, composer = load_layout("jianbao-a4"), Composer(catalogue)
    issue = _issue(press, photo, 60)
    for size in (60, 700, 2400, 60, 2400, 700, 60):
        again = composer.compose(_sized(issue, size), layout)
        once = Composer(catalogue).compose(_sized(issue, size), layout)
        assert again.pages == once.pages, size


def _issue(press: Press, photo: Photo, size: int) -> Issue:
    article = press.article(prose(300), photo, prose(size), title="甲")
    head = Masthead("澜汀简报", 3, 12, datetime.date(2025, 8, 31), "编辑部")
    return Issue(head, (Section("", (article,), NOWHERE),), press.folder, NOWHERE, COLOPHON)


def _sized(issue: Issue, size: int) -> Issue:
    (section,) = issue.sections
    (article,) = section.articles
    last = article.blocks[-1]
    assert isinstance(last, Paragraph)
    blocks = (*article.blocks[:-1], replace(last, text=Text(prose(size))))
    return replace(issue, sections=(replace(section, articles=(replace(article, blocks=blocks),)),))
