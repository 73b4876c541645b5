"""Text that looks like markup stays text, in every field; characters that HTML cannot hold are
replaced.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from web_issues import article, issue, page_of, paragraph, photo_in
from web_reading import words

from layouts.issue.article import Note, PullQuote, Section, Subheading, Table
from layouts.issue.issue import Issue
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Mark, MarkKind, Text

HOSTILE = [
    '<script>alert("1")</script>',
    "</style></title></main><img src=x onerror=alert(1)>",
    "]]><![CDATA[",
    "<!-- & &amp; &lt; &#0; -->",
    "\"'><b onclick=x>",
    "{{x}} ${x} =cmd|' /C calc'!A0",
]


def everywhere(text: str, folder) -> Issue:
    """An issue that says a text in every field."""
    said = Text(text)
    noted = Text(
        text,
        (
            Mark(0, 1, MarkKind.NOTE, text),
            Mark(1, 2, MarkKind.RUBY, text),
            Mark(2, 3, MarkKind.LINK, text),
        ),
    )
    table = Table(
        (said,), ((said,),), ("auto",), NOWHERE, caption=said, notes=(said,), data_source=said
    )
    blocks = (
        paragraph(noted),
        Subheading(said, 1, NOWHERE),
        Note((said,), NOWHERE),
        Sidebar((said, said), NOWHERE),
        PullQuote(said, NOWHERE),
        table,
        Photo(photo_in(folder), text, NOWHERE, alt=text, credit=text),
    )
    one = article(*blocks, title=text, byline=said, subtitle=said)
    head = Masthead(publication=text, issuer=text, series=text)
    sections = (Section(text, (one,), NOWHERE), Section(text, (one,), NOWHERE))
    return Issue(head, sections, folder, NOWHERE, Colophon(editor=text, report_to=text))


def elements(page) -> list[tuple[str, ...]]:
    return [(one.tag, *sorted(one.keys())) for one in page.iter() if one.tag not in {"wbr", "a"}]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text, tmp_path):
    """The page has the elements and attributes of one whose texts are plain."""
    page = page_of(everywhere(text, tmp_path))
    assert elements(page) == elements(page_of(everywhere("天地玄黄" * 5, tmp_path)))
    assert words(page).count(text) >= 15
    assert {one.tag for one in page.iter()}.isdisjoint({"script", "b"})
    assert not [key for one in page.iter() for key in one.attrib if key.startswith("on")]


@pytest.mark.parametrize(
    "character", ["\0", "\x01", "\x1b", "\x7f", "\x85", "\ufdd0", "\uffff", "\U0001fffe", "\ud800"]
)
def test_a_character_that_html_may_not_hold_is_replaced(character):
    page = page_of(issue(article(paragraph(f"天{character}地"), title=f"题{character}目")))
    assert "天\ufffd地" in words(page)
    assert "题\ufffd目" in words(page)


@pytest.mark.parametrize("control", ["\u202e", "\u202d", "\u202a", "\u2066", "\u2067", "\u2069"])
def test_nothing_turns_the_direction_of_what_follows(control):
    page = page_of(issue(article(paragraph(f"天{control}地"), title=f"题{control}目")))
    assert control not in "".join(page.itertext())
    assert "天地" in words(page)
