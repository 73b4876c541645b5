"""Every fault of the table, planted one by one in a sound issue, is found exactly once; the sound
issue has none.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter

import pytest
from composing import with_changes
from fontTools.ttLib import TTFont
from msgspec.structs import replace
from PIL import Image
from planted import (
    NOWHERE,
    SENTENCE,
    TODAY,
    sound_issue,
    with_article,
    with_masthead,
    with_paragraph,
    with_photo,
)

from fonts.catalogue import FOLDER, Catalogue
from fonts.library import sfnt
from layouts.compose import compose
from layouts.composer import Composer
from layouts.errors import Finding
from layouts.house.layout import NotesDesign
from layouts.house.load import layout_of, load_layout
from layouts.house.text_style import Readings
from layouts.issue import edits
from layouts.issue.article import (
    ArticleKind,
    Note,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.edits.fields import Numbers
from layouts.issue.parts import CAPTION
from layouts.issue.photo import Bleed, Crop, PhotoPoint, Wrap
from layouts.issue.places import BYLINE, SUBTITLE, TITLE
from layouts.issue.splice import marked
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.page.item import RUNNING_HEAD, Box, Ink, Rule
from layouts.preflight.check import Circumstances, Preflight
from layouts.preflight.codes import BY_CODE, RULES
from layouts.preflight.fixes import fix
from layouts.preflight.photos import PhotoFacts, read_facts
from layouts.prepress.preset import Preset

X1A = Preset(name="x1a", zh="", en="", standard="x1a", colour="cmyk", bleed=(3, 3, 3, 3))
X4 = Preset(name="x4", zh="", en="", standard="x4", colour="cmyk")
SCREEN = Preset(name="screen", zh="", en="", standard="ua1", tagged=True, ppi=150)
BOOKLET = Preset(name="booklet", zh="", en="", booklet=True)

GREY = Ink("grey", (0.5, 0.5, 0.5))
WHITE = Ink("white", (1.0, 1.0, 1.0))


class Bench:
    """Composes an issue, lets a test spoil the pages, and inspects."""

    def __init__(self, catalogue, folder):
        self.catalogue = catalogue
        self.layout = load_layout("jianbao-a4")
        self.issue = sound_issue(folder)
        self.photos = read_facts
        self.faces = catalogue

    def edition(self, issue=None):
        return compose(issue or self.issue, self.layout, self.catalogue)

    def inspect(self, issue=None, edition=None, **circumstances) -> list[Finding]:
        issue = issue or self.issue
        given = Circumstances(**{"day": TODAY, **circumstances})
        return Preflight(self.faces, self.photos).inspect(
            issue, self.layout, edition or self.edition(issue), given
        )

    def spoiled(self, spoil, page: int = 1):
        """The pages of the sound issue after `spoil` had one of them."""
        edition = self.edition()
        spoil(edition.pages[page])
        return edition


@pytest.fixture
def bench(catalogue, tmp_path):
    return Bench(catalogue, tmp_path)


def only(findings, code, level):
    """The one finding there is; it is of this code and level, has both sentences and what its rule
    says of it.
    """
    assert [(finding.code, finding.level) for finding in findings] == [(code, level)], [
        finding.message for finding in findings
    ]
    (finding,) = findings
    assert finding.zh
    assert finding.en
    assert bool(finding.key) == (not BY_CODE[code].final)
    assert level in BY_CODE[code].levels
    return finding


@pytest.mark.parametrize(
    "preset", [None, X1A, X4, SCREEN], ids=lambda preset: preset.name if preset else "none"
)
def test_a_sound_issue_has_no_finding(bench, preset):
    assert bench.inspect(preset=preset) == []


TEXTS = [
    ("mark-half-width", "会议指出,要抓好落实。"),
    ("mark-doubled", "要抓好落实。。"),
    ("mark-unpaired", "推进“芯片产业。"),
    ("spacing-mixed", "于 12 月 22日召开。"),
    ("placeholder", "由XXX主持。"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[code for code, _ in TEXTS])
def test_a_slip_of_the_pen_is_found_where_it_is(bench, code, text):
    finding = only(bench.inspect(with_paragraph(bench.issue, text)), code, "warning")
    assert finding.place == (0, 2, 0, 0)
    start, end = finding.span
    assert 0 <= start < end <= len(text)
    assert finding.page is not None


def remove_byline(issue):
    return with_article(issue, 1, byline=None)


EMPTIED = Paragraph(Text(""), NOWHERE)
"""What is left of a text that was deleted in the window."""

FIELDS = [
    ("masthead-empty", lambda issue: with_masthead(issue, issuer="")),
    ("number-order", lambda issue: with_masthead(issue, number=22)),
    ("date-far", lambda issue: with_masthead(issue, date=datetime.date(2026, 8, 1))),
    ("date-far", lambda issue: with_masthead(issue, date=datetime.date(2027, 2, 1))),
    (
        "colophon-incomplete",
        lambda issue: replace(issue, colophon=replace(issue.colophon, copies=None)),
    ),
    ("byline-missing", remove_byline),
    ("article-untitled", lambda issue: with_article(issue, 1, title=Text(""))),
    ("article-empty", lambda issue: with_article(issue, 1, blocks=())),
    ("article-empty", lambda issue: with_article(issue, 1, blocks=(EMPTIED,))),
    (
        "article-empty",
        lambda issue: with_article(
            issue, 1, title=Text(""), byline=Text("【供稿：甲】"), blocks=(EMPTIED,)
        ),
    ),
    (
        "section-empty",
        lambda issue: replace(issue, sections=(Section("专题", (), NOWHERE), *issue.sections)),
    ),
    (
        "placeholder",
        lambda issue: replace(issue, colophon=replace(issue.colophon, telephone="XXXXXXXX")),
    ),
]


@pytest.mark.parametrize(
    "block",
    [Subheading(Text(""), 1, NOWHERE), PullQuote(Text(""), NOWHERE), Note((Text(""),), NOWHERE)],
    ids=lambda block: type(block).__name__,
)
def test_what_is_set_apart_and_has_no_words_is_found_where_it_is(bench, block):
    blocks = bench.issue.sections[0].articles[2].blocks
    finding = only(
        bench.inspect(with_article(bench.issue, 2, blocks=(*blocks[:2], block))),
        "block-empty",
        "warning",
    )
    assert finding.place == (0, 2, 2, 0)
    assert finding.page is not None


def test_a_link_that_leads_nowhere_is_found_where_it_is(bench):
    blocks = bench.issue.sections[0].articles[2].blocks
    text = marked(blocks[0].text, 2, 5, MarkKind.LINK, "见上")
    finding = only(
        bench.inspect(
            with_article(bench.issue, 2, blocks=(replace(blocks[0], text=text), *blocks[1:]))
        ),
        "link-broken",
        "warning",
    )
    assert (finding.place, finding.span) == ((0, 2, 0, 0), (2, 5))
    assert finding.page is not None


def tabled(**texts):
    """A table with a text in some of its parts."""
    made = Table((Text("项目"),), ((Text("金额"),),), ("left",), NOWHERE)
    return replace(made, **texts)


SPOILED = Text(
    "见上，由XXX主持。",
    (Mark(0, 2, MarkKind.LINK, "见上"), Mark(7, 9, MarkKind.NOTE, "由某某某核。")),
)
"""A text with a link that leads nowhere, a placeholder, and another in the words of a note."""

EVERYWHERE = {
    "title": (lambda: {"title": SPOILED}, (TITLE, 0)),
    "subtitle": (lambda: {"subtitle": SPOILED}, (SUBTITLE, 0)),
    "paragraph": (
        lambda: {"blocks": (Paragraph(Text(SENTENCE * 5), NOWHERE), Paragraph(SPOILED, NOWHERE))},
        (1, 0),
    ),
    "caption of a table": (
        lambda: {"blocks": (Paragraph(Text(SENTENCE * 5), NOWHERE), tabled(caption=SPOILED))},
        (1, CAPTION),
    ),
    "cell": (
        lambda: {"blocks": (Paragraph(Text(SENTENCE * 5), NOWHERE), tabled(rows=((SPOILED,),)))},
        (1, 1),
    ),
    "note of a table": (
        lambda: {
            "blocks": (
                Paragraph(Text(SENTENCE * 5), NOWHERE),
                tabled(notes=(Text("另计。"), SPOILED)),
            )
        },
        (1, 3),
    ),
    "by-line": (lambda: {"byline": SPOILED}, (BYLINE, 0)),
}


@pytest.mark.parametrize("where", EVERYWHERE)
def test_rules_about_text_look_into_every_text_of_an_article(bench, where):
    changes, (block, part) = EVERYWHERE[where]
    findings = bench.inspect(with_article(bench.issue, 2, **changes()))
    wanted = [("placeholder", (4, 7)), ("placeholder", (7, 9)), ("link-broken", (0, 2))]
    told = [finding for finding in findings if finding.span]
    assert [(finding.code, finding.span) for finding in told] == wanted
    assert {finding.place for finding in told} == {(0, 2, block, part)}
    assert all(finding.page is not None for finding in told)


def test_a_comment_is_listed_with_who_made_it_and_leads_to_its_words(bench):
    text = Text(SENTENCE * 5, (Mark(3, 7, MarkKind.COMMENT, Comment("林一", "", "名称要核对")),))
    others = bench.issue.sections[0].articles[2].blocks[1:]
    blocks = (Paragraph(text, NOWHERE), *others)
    (finding,) = bench.inspect(with_article(bench.issue, 2, blocks=blocks))
    assert (finding.code, finding.level, finding.place, finding.span) == (
        "comment",
        "notice",
        (0, 2, 0, 0),
        (3, 7),
    )
    assert finding.zh == "“某公司开”有批注（林一）：名称要核对"
    assert finding.page is not None


@pytest.mark.parametrize("kind", [ArticleKind.RUN_IN, ArticleKind.BRIEF])
def test_a_subtitle_that_is_not_printed_is_told(bench, kind):
    title = Text("") if kind is ArticleKind.BRIEF else bench.issue.sections[0].articles[2].title
    findings = bench.inspect(
        with_article(bench.issue, 2, kind=kind, title=title, subtitle=Text("记一次检查"))
    )
    (finding,) = [finding for finding in findings if finding.code == "subtitle-unprinted"]
    assert finding.place == (0, 2, None, 0)


def test_a_link_to_an_address_is_none(bench):
    blocks = bench.issue.sections[0].articles[2].blocks
    text = marked(blocks[0].text, 2, 5, MarkKind.LINK, "www.a.example")
    assert (
        bench.inspect(
            with_article(bench.issue, 2, blocks=(replace(blocks[0], text=text), *blocks[1:]))
        )
        == []
    )


@pytest.mark.parametrize(
    ("code", "spoil"), FIELDS, ids=[f"{k}-{code}" for k, (code, _) in enumerate(FIELDS)]
)
def test_what_is_missing_or_cannot_be_is_found(bench, code, spoil):
    only(
        [
            finding
            for finding in bench.inspect(spoil(bench.issue))
            if finding.code != "last-page-short"
        ],
        code,
        "warning",
    )


@pytest.mark.parametrize(
    ("last", "codes"),
    [
        (Numbers(6, 20), []),
        (Numbers(5, 20), ["number-not-next"]),
        (Numbers(6, 19), ["number-not-next"]),
        (Numbers(7, 21), ["number-not-next"]),
    ],
)
def test_the_number_follows_the_last_issue(bench, last, codes):
    assert [finding.code for finding in bench.inspect(last=last)] == codes


def test_number_one_begins_a_year(bench):
    assert bench.inspect(with_masthead(bench.issue, number=1), last=Numbers(24, 20)) == []


# Photos


def test_a_photo_that_is_not_there_stops_the_export_and_leads_to_its_place(bench):
    finding = only(
        bench.inspect(with_photo(bench.issue, path="gone.jpg")), "photo-unusable", "error"
    )
    assert finding.place == (0, 0, 0, 0)


@pytest.mark.parametrize("wrap", [Wrap.ALPHA, Wrap.OUTLINE])
def test_a_contour_that_is_not_in_the_photo_is_told_at_its_place(bench, tmp_path, wrap):
    Image.new("RGB", (2100, 1400), "teal").save(tmp_path / "photo.png")
    finding = only(
        bench.inspect(with_photo(bench.issue, wrap=wrap)), "contour-not-found", "warning"
    )
    assert finding.place == (0, 0, 0, 0)


@pytest.mark.parametrize(("pixels", "level"), [(500, "warning"), (300, "error")])
def test_a_photo_too_coarse_at_its_size(bench, tmp_path, pixels, level):
    Image.new("RGB", (pixels, pixels * 2 // 3)).save(tmp_path / "photo.png")
    finding = only(bench.inspect(), "photo-ppi", level)
    assert finding.fix.startswith("narrow:")
    assert finding.place == (0, 0, 0, 0)


def test_line_art_is_judged_more_strictly(bench, tmp_path):
    Image.new("1", (2100, 1400)).save(tmp_path / "photo.png")
    only(bench.inspect(), "photo-ppi", "warning")
    Image.new("1", (1500, 1000)).save(tmp_path / "photo.png")
    only(bench.inspect(), "photo-ppi", "error")


def test_a_screen_asks_for_less(bench, tmp_path):
    Image.new("RGB", (324, 216)).save(tmp_path / "photo.png")
    assert bench.inspect(preset=SCREEN) == []


def test_a_photo_out_of_shape(bench):
    edition = bench.edition()
    page = next(page for page in edition.pages if page.pictures)
    page.pictures[0] = page.pictures[0]._replace(height=page.pictures[0].height * 1.05)
    only(bench.inspect(edition=edition), "photo-uneven", "warning")


def test_a_centre_of_interest_that_is_cut_off(bench):
    there = with_photo(bench.issue, focus=PhotoPoint(0.01, 0.5))
    assert bench.inspect(there) == []
    cut = with_photo(there, crop=Crop(left=0.02))
    only(bench.inspect(cut), "photo-focus", "warning")


@pytest.mark.parametrize(("limit", "level"), [(310, "warning"), (330, "error")])
def test_a_preset_that_lets_too_much_ink_through(bench, limit, level):
    only(bench.inspect(preset=replace(X4, ink_limit=limit)), "ink-limit", level)
    assert bench.inspect(preset=replace(X4, ink_limit=300)) == []


def facts(**changes):
    return lambda path: replace(PhotoFacts(2400, 1600), **changes)


@pytest.mark.parametrize(("ink", "level"), [(310.0, "warning"), (330.0, "error")])
def test_too_much_ink(bench, ink, level):
    bench.photos = facts(ink=ink, colour="cmyk", profile=True)
    only(bench.inspect(preset=X4), "photo-ink", level)


def test_rgb_left_in_x1a_and_untagged_in_x4(bench):
    bench.photos = facts(colour="rgb")
    only(bench.inspect(preset=X1A, converts=False), "photo-rgb", "error")
    only(bench.inspect(preset=X4, converts=False), "photo-untagged", "warning")
    bench.photos = facts(colour="cmyk")
    only(bench.inspect(preset=X4), "photo-untagged", "warning")


def test_a_photo_changed_on_the_disk(bench, tmp_path):
    preflight = Preflight(bench.catalogue)
    edition = bench.edition()
    assert preflight.inspect(bench.issue, bench.layout, edition, Circumstances(day=TODAY)) == []
    Image.new("RGB", (2400, 1601)).save(tmp_path / "photo.png")
    preflight.look_again()
    only(
        preflight.inspect(bench.issue, bench.layout, edition, Circumstances(day=TODAY)),
        "photo-changed",
        "warning",
    )


# Pages


def test_text_over_the_foot_of_the_page(bench):
    def spoil(page):
        k = max(
            (k for k, line in enumerate(page.lines) if line.article is not None),
            key=lambda k: page.lines[k].y,
        )
        page.lines[k] = page.lines[k]._replace(y=page.lines[k].y + 40)

    only(bench.inspect(edition=bench.spoiled(spoil)), "overset", "error")


def test_an_article_on_no_page(bench):
    edition = bench.edition()
    for page in edition.pages:
        page.lines[:] = [line for line in page.lines if line.article != 3]
    only(
        [
            finding
            for finding in bench.inspect(edition=edition)
            if finding.code != "last-page-short"
        ],
        "overset",
        "error",
    )


@pytest.mark.parametrize(("x", "level"), [(10.0, "warning"), (-4.0, "error")])
def test_text_too_near_the_trim(bench, x, level):
    def spoil(page):
        line = page.lines[3]
        page.lines[3] = line._replace(x=x, runs=tuple(run._replace(x=x) for run in line.runs))

    finding = only(bench.inspect(edition=bench.spoiled(spoil)), "text-near-trim", level)
    assert finding.page == 2
    assert finding.box is not None


@pytest.mark.parametrize(("x", "told"), [(0.0, []), (1.0, ["text-near-trim"])])
def test_the_name_in_a_thumb_mark_belongs_at_the_trim(bench, x, told):
    def spoil(page):
        page.boxes.append(Box(x, 90, 28, 60, Ink("thumb", (0.2, 0.2, 0.2))))
        line = page.lines[-1]
        runs = tuple(run._replace(x=5.0, y=120.0) for run in line.runs[:1])
        named = line._replace(x=x, width=20.0, y=120.0, role=RUNNING_HEAD, runs=runs)
        page.lines.append(named)

    found = bench.inspect(edition=bench.spoiled(spoil))
    assert [one.code for one in found if one.code == "text-near-trim"] == told


BLEEDS = replace(X4, bleed=(3, 3, 3, 3))
FOLDED = replace(X4, bleed=(0, 3, 3, 3))
WIDE = replace(X4, bleed=(5, 5, 5, 5))
TINT = (40.0, 60.0, 100.0, 30.0)
"""A tint inside the page: left, top, width, height. Tests move one edge of it to the trim."""


def tint(bench, **moved):
    """A tint, some of its edges moved to so many points inside the trim."""
    grid = bench.layout.grid
    left, top, width, height = TINT
    gaps = {
        "left": left,
        "top": top,
        "right": grid.width - left - width,
        "bottom": grid.height - top - height,
        **moved,
    }
    return Box(
        gaps["left"],
        gaps["top"],
        grid.width - gaps["left"] - gaps["right"],
        grid.height - gaps["top"] - gaps["bottom"],
        GREY,
    )


def tinted(bench, **moved):
    return bench.spoiled(lambda page: page.boxes.append(tint(bench, **moved)))


EDGES = ("left", "top", "right", "bottom")


@pytest.mark.parametrize("preset", [None, BLEEDS, WIDE, X1A], ids=["none", "bleeds", "wide", "x1a"])
def test_a_tint_that_the_painter_draws_out_into_the_bleed_is_no_fault(bench, preset):
    edition = bench.edition()
    for edge in EDGES:
        for gap in (0.0, 0.2, -3.0, -20.0):
            edition.pages[1].boxes[:] = [tint(bench, **{edge: gap})]
            assert bench.inspect(edition=edition, preset=preset) == []


@pytest.mark.parametrize("preset", [None, BLEEDS, WIDE, X1A], ids=["none", "bleeds", "wide", "x1a"])
def test_a_tint_that_stops_a_hair_before_the_trim_is_not_drawn_out(bench, preset):
    """0.5 pt of paper would be seen beside it wherever the cut is off."""
    edition = bench.edition()
    for edge in EDGES:
        edition.pages[1].boxes[:] = [tint(bench, **{edge: 0.5})]
        only(bench.inspect(edition=edition, preset=preset), "bleed-missing", "error")


@pytest.mark.parametrize("gap", [0.0, -2.0, -20.0])
def test_where_a_preset_draws_no_bleed_nothing_is_drawn_out(bench, gap):
    """What reaches farther is cut off at the end of the bleed, which is the trim."""
    edition = tinted(bench, left=gap)
    only(bench.inspect(edition=edition, preset=X4), "bleed-missing", "error")
    only(bench.inspect(edition=edition, preset=FOLDED), "bleed-missing", "error")
    edition.pages[1].boxes[:] = [tint(bench, right=gap)]
    assert bench.inspect(edition=edition, preset=FOLDED) == []


def test_nobody_cuts_what_is_made_for_the_screen(bench):
    assert bench.inspect(edition=tinted(bench, left=0.0), preset=SCREEN) == []


@pytest.mark.parametrize(("preset", "crop"), [(WIDE, 0.0), (BLEEDS, 0.0), (WIDE, 0.2)])
def test_a_photo_that_must_grow_to_fill_the_bleed(bench, preset, crop):
    """It goes 3 mm over the trim; 5 mm are drawn from what was cropped, or by enlarging it."""
    edition = bench.edition()
    page = next(page for page in edition.pages if page.pictures)
    over = {"x": -3 * 72 / 25.4, "crop": (crop, crop, crop, crop)}
    page.pictures[0] = page.pictures[0]._replace(**over)
    found = [finding.code for finding in bench.inspect(edition=edition, preset=preset)]
    assert ("bleed-short" in found) == (preset is WIDE and not crop)
    assert "bleed-missing" not in found


@pytest.mark.parametrize(
    ("edges", "codes"), [(Bleed(right=True), []), (Bleed(left=True), ["photo-edge"])]
)
def test_a_photo_that_is_to_bleed_and_does_not_stand_at_the_edge(bench, edges, codes):
    """Beside text, on the right, it goes over the right edge of its page."""
    issue = with_photo(bench.issue, bleed=edges)
    found = [finding.code for finding in bench.inspect(issue=issue)]
    assert [code for code in found if code == "photo-edge"] == codes


def test_a_photo_at_the_trim_is_judged_as_a_tint_is(bench):
    def moved(gap):
        edition = bench.edition()
        page = next(page for page in edition.pages if page.pictures)
        page.pictures[0] = page.pictures[0]._replace(x=gap)
        return edition

    assert bench.inspect(edition=moved(0.0), preset=BLEEDS) == []
    only(bench.inspect(edition=moved(0.5), preset=BLEEDS), "bleed-missing", "error")
    only(bench.inspect(edition=moved(0.0), preset=X4), "bleed-missing", "error")


def test_pages_that_cannot_be_folded(bench):
    count = len(bench.edition().pages)
    findings = bench.inspect(preset=BOOKLET)
    assert [finding.code for finding in findings] == (["pages-not-fold"] if count % 4 else [])
    edition = with_changes(
        bench.edition(), pages=bench.edition().pages[: count - count % 4 + (0 if count % 4 else -1)]
    )
    codes = {finding.code for finding in bench.inspect(edition=edition, folded=True)}
    assert ("pages-not-fold" in codes) == bool(len(edition.pages) % 4)


def test_a_last_page_with_three_lines(bench, tmp_path):
    found = {
        tuple(finding.code for finding in bench.inspect(issue, folded=False))
        for issue in (sound_issue(tmp_path, 4, each) for each in (2, 3))
    }
    assert found == {(), ("last-page-short",)}


def test_a_heading_last_on_a_page(bench):
    def spoil(page):
        lines = [line for line in page.lines if line.article is not None]
        k = page.lines.index(max(lines, key=lambda line: line.y))
        page.lines[k] = page.lines[k]._replace(role="subheading-4")

    only(bench.inspect(edition=bench.spoiled(spoil)), "heading-last", "warning")


def test_a_line_that_would_have_been_spread_too_far(bench):
    """A long word beside too little text: the finding names the line and where on the page it
    stands.
    """
    word = ("internationalisationalism" * 3)[:70]
    issue = with_paragraph(bench.issue, f"近日发布{word}，{SENTENCE}")
    finding = only(bench.inspect(issue), "line-ragged", "warning")
    line = next(line for page in bench.edition(issue).pages for line in page.lines if line.ragged)
    assert line.text == "近日发布"
    assert line.text in finding.zh
    assert finding.box == pytest.approx(
        (line.x, line.y - 0.88 * line.size, line.x + 4 * line.size, line.y + 0.12 * line.size),
        abs=line.size,
    )


def test_a_note_on_another_page_than_its_sign(bench):
    """Where notes stand at the foot of the page: at the end of their article it is nothing."""
    issue, note = bench.issue, (Mark(0, 2, MarkKind.NOTE, "见附件。"),)
    blocks = list(issue.sections[0].articles[0].blocks)
    at = next(k for k, block in enumerate(blocks) if isinstance(block, Paragraph))
    blocks[at] = replace(blocks[at], text=Text(SENTENCE, note))
    issue = with_article(issue, 0, blocks=tuple(blocks))
    for place, codes in (("article", []), ("page", ["note-elsewhere"])):
        bench.layout = replace(bench.layout, notes=NotesDesign(place=place))
        edition = bench.edition(issue)
        assert [finding.code for finding in bench.inspect(issue, edition)] == []
        page = next(page for page in edition.pages if any(line.puts for line in page.lines))
        page.lines[:] = [line for line in page.lines if line.role != "endnote"]
        assert [finding.code for finding in bench.inspect(issue, edition)] == codes
    assert "①" in bench.inspect(issue, edition)[0].zh


def test_a_reading_in_brackets_for_want_of_room(bench):
    """Said where the layout has readings above the words, and where its lines are too close."""
    ruby = (Mark(0, 2, MarkKind.RUBY, "jìn rì"),)
    blocks = list(bench.issue.sections[0].articles[0].blocks)
    at = next(k for k, block in enumerate(blocks) if isinstance(block, Paragraph))
    blocks[at] = replace(blocks[at], text=Text(SENTENCE, ruby))
    issue = with_article(bench.issue, 0, blocks=tuple(blocks))
    assert "reading-in-brackets" not in {one.code for one in bench.inspect(issue)}
    styles = dict(bench.layout.styles)
    for readings, codes in ((Readings.BRACKETS, []), (Readings.ABOVE, ["reading-in-brackets"])):
        size = styles["body"].leading / 1.02
        styles["body"] = replace(styles["body"], size=size, readings=readings)
        bench.layout = replace(bench.layout, styles=dict(styles))
        found = [one for one in bench.inspect(issue) if one.code == "reading-in-brackets"]
        assert [one.code for one in found] == codes
    (finding,) = found
    assert "jìn rì" in finding.zh
    assert "“近日”" in finding.zh
    assert finding.level == "notice"
    assert finding.page is not None
    assert finding.box is not None


def test_a_reading_in_brackets_is_told_of_its_own_words(bench):
    """Not of what stands before them or of the sign of a note, and also where it begins a line."""
    marks = (
        Mark(3, 5, MarkKind.RUBY, "chóng qìng"),
        Mark(3, 4, MarkKind.NOTE, "见附件。"),
        Mark(6, 7, MarkKind.RUBY, "chóng"),
    )
    text = Text(f"CO2重庆水重复{SENTENCE}", marks)
    blocks = list(bench.issue.sections[0].articles[0].blocks)
    at = next(k for k, block in enumerate(blocks) if isinstance(block, Paragraph))
    blocks[at] = replace(blocks[at], text=text)
    issue = with_article(bench.issue, 0, blocks=tuple(blocks))
    style = bench.layout.styles["body"]
    style = replace(style, size=style.leading / 1.02, readings=Readings.ABOVE)
    bench.layout = replace(bench.layout, styles={**bench.layout.styles, "body": style})
    found = [one for one in bench.inspect(issue) if one.code == "reading-in-brackets"]
    assert [one.zh.split("的注音")[0] for one in found] == ["“重庆”", "“重”"]


def test_contents_that_differ_from_the_titles(bench):
    edition = bench.edition()
    page = edition.pages[0]
    k = next(k for k, line in enumerate(page.lines) if line.role == "contents-entry")
    page.lines[k] = page.lines[k]._replace(text="另一个题目")
    only(bench.inspect(edition=edition), "contents-differ", "warning")


# Type


def test_a_character_in_no_face(bench):
    only(bench.inspect(with_paragraph(bench.issue, "用了\ue000这个字。")), "glyph-missing", "error")


def test_a_face_that_stood_in_is_reported_once_for_each_character(bench):
    finding = only(
        bench.inspect(with_paragraph(bench.issue, "𠮷先生与𠮷女士参加。")),
        "face-fallback",
        "warning",
    )
    assert "𠮷" in finding.zh


def test_a_face_that_lacks_very_many_characters_is_told_of_once(bench, tmp_path, monkeypatch):
    with TTFont(FOLDER / "faces" / "BanxinKai-Regular.ttf", recalcBBoxes=False) as font:
        for table in font["cmap"].tables:
            if hasattr(table, "cmap"):
                table.cmap = {code: name for code, name in table.cmap.items() if code < 0x5000}
        for record in (1, 4, 6):
            font["name"].setName("Few", record, 3, 1, 0x409)
        font.save(tmp_path / "few.ttf")
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    bench.catalogue = bench.faces = Catalogue()
    bench.issue = edits.set_design(bench.issue, "styles.body.face", ["Few", "song"]).issue
    bench.layout = layout_of(bench.issue)
    finding = only(bench.inspect(), "face-fallback", "warning")
    assert re.search(r"等 \d\d+ 个字在所用字体中没有，用了 BanxinSong-Regular", finding.zh)
    assert finding.page


def test_a_variant_that_prints_as_the_plain_hanzi_is_reported_once(bench):
    finding = only(
        bench.inspect(
            with_paragraph(bench.issue, "葛\U000e0100先生与葛\U000e0100女士、葛先生参加。")
        ),
        "variant-alike",
        "warning",
    )
    assert "U+845B U+E0100" in finding.zh
    assert finding.page


def test_two_variants_that_print_alike_are_reported_each(bench):
    found = bench.inspect(with_paragraph(bench.issue, "葛\U000e0100先生与葛\U000e0101女士参加。"))
    assert [finding.code for finding in found] == ["variant-alike", "variant-alike"]


def test_a_variant_that_the_face_knows_is_no_fault(bench):
    """Song maps U+51C9 U+FE00, a compatibility ideograph's standardised variant."""
    assert bench.inspect(with_paragraph(bench.issue, "凉\ufe00先生参加，☎\ufe0f见报尾。")) == []


def test_a_mark_without_a_face_is_named_with_its_base(bench):
    finding = only(
        bench.inspect(with_paragraph(bench.issue, "用了x\u20d0\u0331这个字。")),
        "glyph-missing",
        "error",
    )
    assert "“x\u20d0\u0331”" in finding.zh
    assert "U+20D0" in finding.zh
    assert "U+0078" not in finding.zh


@pytest.mark.parametrize("selector", ["", "\ufe0f", "\ufe0e", "\U000e0100"])
def test_an_emoji_in_no_face_is_named_by_its_own_code(bench, selector):
    finding = only(
        bench.inspect(with_paragraph(bench.issue, f"用了❤{selector}这个字。")),
        "glyph-missing",
        "error",
    )
    assert "U+2764" in finding.zh


def test_a_face_that_may_not_be_embedded(bench):
    class Restricted:
        embedding = 0x0002
        is_foreign = False

        def covers(self, text):
            return True

    class Faces:
        def face(self, key):
            return Restricted() if key == "song" else bench.catalogue.face(key)

        def postscript_name(self, key):
            return bench.catalogue.postscript_name(key)

        def key(self, key):
            return key

    bench.faces = Faces()
    only(bench.inspect(), "face-embedding", "error")


HEADLINE = "styles.headline.face"


@pytest.fixture
def faces(tmp_path, monkeypatch):
    """A folder with faces: one that may be embedded, one that may not, one that wants a licence."""
    for name, fs_type in (("Free", 0), ("Closed", 2)):
        write_named(tmp_path / f"{name}.ttf", name, fs_type)
    write_named(tmp_path / "fz.ttf", "FZTestK", 0, "方正测试体")
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def write_named(path, name, fs_type, chinese=""):
    """Our Kai under another name, with another word on embedding."""
    path_of_kai = FOLDER / "faces" / "BanxinKai-Regular.ttf"
    with TTFont(path_of_kai, lazy=True, recalcBBoxes=False) as font:
        for record in (1, 4, 6):
            font["name"].setName(name, record, 3, 1, 0x409)
            font["name"].removeNames(nameID=record, platformID=3, platEncID=1, langID=0x804)
        if chinese:
            font["name"].setName(chinese, 1, 3, 1, 0x804)
        font["OS/2"].fsType = fs_type
        font.save(path)


def in_faces(bench, *names):
    """The bench with its headlines asking for faces."""
    bench.catalogue = bench.faces = Catalogue()
    bench.issue = edits.set_design(bench.issue, HEADLINE, list(names)).issue
    bench.layout = layout_of(bench.issue)
    return bench


def test_a_face_that_is_missing_is_named_with_who_stands_in_and_where(bench, faces):
    finding = only(
        in_faces(bench, "方正小标宋_GBK", "FZXBSK--GBK1-0", "song-bold").inspect(),
        "face-missing",
        "warning",
    )
    assert "方正小标宋_GBK、FZXBSK--GBK1-0" in finding.zh
    assert "标题" in finding.zh
    assert "版心宋体 Bold" in finding.zh
    assert "Banxin Song Bold" in finding.en
    mended = fix(bench.issue, finding)
    assert mended.design[HEADLINE] == "song-bold"
    bench.layout = layout_of(mended)
    assert bench.inspect(mended) == []


def test_a_face_of_others_that_stands_in_is_asked_for_itself_once_it_is_chosen(bench, faces):
    finding = only(in_faces(bench, "Lost", "Free", "kai").inspect(), "face-missing", "warning")
    assert "用 Free 代替" in finding.zh
    assert fix(bench.issue, finding).design[HEADLINE] == ["Free", "kai"]


def test_a_folder_of_faces_that_is_gone_is_told_where_a_face_was_not_found(
    bench, faces, monkeypatch
):
    gone = faces / "share"
    monkeypatch.setenv("BANXIN_FACES", str(gone))
    found = in_faces(bench, "Lost", "kai").inspect()
    assert [finding.code for finding in found] == ["face-missing", "face-gone"]
    assert f"字体文件夹 {gone} 打不开" in found[1].zh


def test_a_face_that_went_away_before_it_was_opened_is_said_to_be_gone_and_not_damaged(
    bench, faces, monkeypatch
):
    in_faces(bench, "Free", "kai")
    assert bench.catalogue.library.find("Free") is not None
    (faces / "Free.ttf").unlink()
    finding = only(bench.inspect(), "face-missing", "warning")
    assert "不见了或被换掉了，用 版心楷体 代替" in finding.zh


def test_a_file_that_another_face_took_before_it_was_opened_sets_nothing(bench, faces):
    in_faces(bench, "Free", "kai")
    assert bench.catalogue.library.find("Free") is not None
    write_named(faces / "Free.ttf", "Quite Another", 0)
    only(bench.inspect(), "face-missing", "warning")
    used = {run.face for page in bench.edition().pages for line in page.lines for run in line.runs}
    assert not {"Free", "Quite"} & {key[:5] for key in used}


def test_a_face_too_large_is_said_to_be(bench, faces, monkeypatch):
    monkeypatch.setattr(sfnt, "MOST_FACE", 1000)
    finding = only(in_faces(bench, "Free", "kai").inspect(), "face-missing", "warning")
    assert "太大" in finding.zh


def test_of_several_names_those_that_nothing_has_are_not_said_to_be_forbidden(bench, faces):
    finding = only(in_faces(bench, "Lost", "Closed", "kai").inspect(), "face-forbidden", "error")
    assert "字体 Closed（" in finding.zh
    assert fix(bench.issue, finding).design[HEADLINE] == "kai"


def test_files_of_the_folder_that_give_no_face_are_told_where_one_was_not_found(bench, faces):
    whole = (faces / "Free.ttf").read_bytes()
    (faces / "Free.ttf").write_bytes(whole[: len(whole) // 2])
    (faces / "Zero.ttf").write_bytes(bytes(1000))
    found = in_faces(bench, "Free", "kai").inspect()
    assert [finding.code for finding in found] == ["face-missing", "face-gone"]
    assert f"有 2 个文件读不出字体，第一个是 {faces / 'Free.ttf'}：字体文件已损坏" in found[1].zh


def test_a_face_that_is_missing_may_stand_for_a_reason(bench, faces):
    finding = only(in_faces(bench, "Lost", "kai").inspect(), "face-missing", "warning")
    issue = edits.accept(bench.issue, finding, "这台电脑上没有").issue
    assert [(one.code, one.level) for one in bench.inspect(issue)] == [("face-missing", "notice")]


def test_a_face_that_may_not_be_embedded_is_not_used_and_stops_the_export(bench, faces):
    finding = only(in_faces(bench, "Closed", "kai").inspect(), "face-forbidden", "error")
    assert "Closed" in finding.zh
    assert "版心楷体" in finding.zh
    used = {run.face for page in bench.edition().pages for line in page.lines for run in line.runs}
    assert "Closed" not in used
    assert fix(bench.issue, finding).design[HEADLINE] == "kai"


def test_a_face_whose_foundry_sells_licences_is_noted_once(bench, faces):
    finding = in_faces(bench, "方正测试体", "kai").inspect()
    assert [(one.code, one.level) for one in finding] == [("face-licence", "notice")]
    assert "方正" in finding[0].zh


def test_a_face_whose_file_goes_away_while_it_is_in_use_is_told_of_and_still_set(bench, faces):
    in_faces(bench, "Free", "kai")
    assert bench.inspect() == []
    (faces / "Free.ttf").unlink()
    finding = only(bench.inspect(), "face-gone", "warning")
    assert "Free" in finding.zh
    used = {run.face for page in bench.edition().pages for line in page.lines for run in line.runs}
    assert "Free" in used


def test_files_of_faces_are_looked_at_when_files_are_and_not_at_every_key(bench, faces):
    in_faces(bench, "Free", "kai")
    composer = Composer(bench.catalogue)

    def codes():
        return [one.code for one in composer.compose(bench.issue, bench.layout).findings]

    assert "face-gone" not in codes()
    (faces / "Free.ttf").unlink()
    assert "face-gone" not in codes()
    composer.forget_photos()
    assert codes().count("face-gone") == 1


@pytest.mark.parametrize(
    ("size", "ink", "level"),
    [(4.9, None, "error"), (7.0, None, "warning"), (8.0, WHITE, "warning")],
)
def test_type_too_small(bench, size, ink, level):
    def spoil(page):
        line = page.lines[3]
        runs = tuple(run._replace(ink=ink or run.ink) for run in line.runs)
        page.lines[3] = line._replace(size=size, runs=runs)

    only(bench.inspect(edition=bench.spoiled(spoil)), "type-small", level)


@pytest.mark.parametrize(
    ("width", "level", "least"), [(0.1, "error", 0.125), (0.2, "warning", 0.25)]
)
def test_a_line_too_thin(bench, width, level, least):
    finding = only(
        bench.inspect(
            edition=bench.spoiled(lambda page: page.rules.append(Rule(90, 90, 190, 90, width)))
        ),
        "line-thin",
        level,
    )
    assert f"细于 {least:g} pt" in finding.zh
    assert f"thinner than {least:g} pt" in finding.en


BLUE = Ink("blue", (0.1, 0.3, 0.6), (1.0, 0.7, 0.1, 0.1))
RED = Ink("red", (0.8, 0.1, 0.1), (0.0, 1.0, 1.0, 0.0), spot=True)
GREEN = Ink("green", (0.2, 0.5, 0.3))
"""Of which the layout does not say what it is printed with: the profile makes three inks or four of
it.
"""


def small_type(ink, size=9.0):
    def spoil(page):
        line = page.lines[3]
        page.lines[3] = line._replace(
            size=size, runs=tuple(run._replace(ink=ink, size=size) for run in line.runs)
        )

    return spoil


def fine_rule(ink, width=0.4):
    return lambda page: page.rules.append(Rule(90, 90, 190, 90, width, ink))


@pytest.mark.parametrize("preset", [None, X4, X1A], ids=["none", "x4", "x1a"])
@pytest.mark.parametrize("ink", [BLUE, GREEN], ids=["layout", "profile"])
@pytest.mark.parametrize("spoil", [small_type, fine_rule])
def test_small_type_and_fine_rules_in_three_inks_or_more(bench, spoil, ink, preset):
    finding = only(
        bench.inspect(edition=bench.spoiled(spoil(ink)), preset=preset), "inks-many", "warning"
    )
    assert ink.name in finding.zh
    assert finding.page == 2


@pytest.mark.parametrize(
    "ink",
    [RED, GREY, Ink("black", (0.0, 0.0, 0.0)), Ink("one", (0.1, 0.3, 0.6), (1.0, 0.0, 0.0, 0.0))],
)
@pytest.mark.parametrize("spoil", [small_type, fine_rule])
def test_two_inks_meet_well_enough(bench, spoil, ink):
    assert bench.inspect(edition=bench.spoiled(spoil(ink)), preset=X4) == []


def test_large_type_and_strong_rules_may_be_of_any_colour(bench):
    assert bench.inspect(edition=bench.spoiled(small_type(BLUE, 12.0)), preset=X4) == []
    assert bench.inspect(edition=bench.spoiled(fine_rule(BLUE, 1.0)), preset=X4) == []


def test_a_spot_ink_is_one_whatever_it_is_shown_by(bench):
    spot = replace(X4, red="spot")
    shown = RED._replace(cmyk=(0.1, 1.0, 1.0, 0.1))
    only(bench.inspect(edition=bench.spoiled(small_type(shown)), preset=X4), "inks-many", "warning")
    assert bench.inspect(edition=bench.spoiled(small_type(shown)), preset=spot) == []


@pytest.mark.parametrize(
    "preset", [SCREEN, BOOKLET, replace(X4, colour="grey")], ids=["screen", "booklet", "grey"]
)
def test_a_screen_and_black_alone_have_no_plates_that_could_miss_each_other(bench, preset):
    codes = {
        finding.code
        for finding in bench.inspect(edition=bench.spoiled(small_type(BLUE)), preset=preset)
    }
    assert codes <= {"pages-not-fold"}


def test_a_colour_is_reported_once_however_often_it_is_used(bench):
    def spoil(page):
        for ink in (BLUE, GREEN):
            small_type(ink)(page)
            fine_rule(ink)(page)
            fine_rule(ink, 0.3)(page)

    found = bench.inspect(edition=bench.spoiled(spoil), preset=X4)
    assert sorted(finding.code for finding in found) == ["inks-many", "inks-many"]


def test_a_preset_is_asked_anew_when_it_changes(bench):
    """One preflight serves a window for hours."""
    preflight, edition = Preflight(bench.catalogue), bench.spoiled(small_type(BLUE))
    codes = [
        [
            finding.code
            for finding in preflight.inspect(
                bench.issue, bench.layout, edition, Circumstances(preset=preset, day=TODAY)
            )
        ]
        for preset in (X4, replace(X4, colour="grey"), X1A, SCREEN, None)
    ]
    assert codes == [["inks-many"], [], ["inks-many"], [], ["inks-many"]]


def test_a_profile_that_is_none_is_told_of_by_the_export_and_not_here(bench, tmp_path):
    broken = replace(X4, profile=str(tmp_path / "gone.icc"), condition="x")
    assert bench.inspect(edition=bench.spoiled(small_type(GREEN)), preset=broken) == []


def test_a_tint_that_will_not_print(bench):
    faint = Ink("faint", (0.95, 0.95, 0.95))
    only(
        bench.inspect(
            edition=bench.spoiled(lambda page: page.boxes.append(Box(90, 90, 100, 30, faint)))
        ),
        "tint-faint",
        "warning",
    )


# Access


def test_a_screen_export_needs_words_for_photos_a_language_and_a_title(bench):
    silent = with_photo(bench.issue, alt="", caption="")
    only(bench.inspect(silent, preset=SCREEN), "alt-missing", "error")
    assert bench.inspect(silent) == []
    # its caption speaks for it
    assert bench.inspect(with_photo(bench.issue, alt=""), preset=SCREEN) == []
    only(
        bench.inspect(edition=with_changes(bench.edition(), language=""), preset=SCREEN),
        "language-missing",
        "error",
    )
    only(
        bench.inspect(edition=with_changes(bench.edition(), title=""), preset=SCREEN),
        "title-missing",
        "error",
    )


# All at once


def test_all_faults_of_an_issue_at_once_are_found_once_each(bench):
    issue = with_masthead(bench.issue, issuer="", number=22, date=datetime.date(2026, 8, 1))
    for k, (_, text) in enumerate(TEXTS):
        issue = with_paragraph(issue, text, index=2) if k == 0 else _appended(issue, text)
    issue = with_photo(issue, path="gone.jpg")
    issue = replace(issue, sections=(*issue.sections, Section("专题", (), NOWHERE)))
    issue = replace(issue, colophon=replace(issue.colophon, copies=None))
    counts = Counter(
        finding.code for finding in bench.inspect(issue) if finding.code != "last-page-short"
    )
    assert counts == {
        **{code: 1 for code, _ in TEXTS},
        **dict.fromkeys(
            (
                "masthead-empty",
                "number-order",
                "date-far",
                "photo-unusable",
                "section-empty",
                "colophon-incomplete",
            ),
            1,
        ),
    }


def _appended(issue, text):
    blocks = issue.sections[0].articles[2].blocks
    return with_article(issue, 2, blocks=(*blocks, replace(blocks[-1], text=Text(text))))


def test_run_in_articles_and_briefs_need_no_by_line_where_none_has_one(bench):
    issue = bench.issue
    for k in (1, 2, 3):
        issue = with_article(issue, k, kind=ArticleKind.RUN_IN, byline=None)
    assert not [finding for finding in bench.inspect(issue) if finding.code == "byline-missing"]


def test_every_rule_has_both_sentences_and_one_code():
    assert len(BY_CODE) == len(RULES)
    assert all(rule.zh and rule.en and rule.levels for rule in RULES)
