"""Fitting: what is asked for is reached by the least change, no rule is broken, and twice is as
once.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fit_rules import broken_rules
from made_issues import made_issue
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import Superseded, compose
from layouts.composer import Composer
from layouts.errors import FittingError
from layouts.fitting.aim import Aim, AimKind, parse_aim
from layouts.fitting.change import Rung
from layouts.fitting.fit import fit
from layouts.fitting.goals import PagesGoal
from layouts.fitting.layer import accepted, without_fitting
from layouts.fitting.possible import RUNGS
from layouts.fitting.trial import PageRun, Trials
from layouts.house.load import layout_of
from layouts.issue.article import Section
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.places import Place, articles, text_at
from layouts.issue.text import Text

SEEDS = (0, 1, 2, 3, 5)
"""An issue in each layout that opens all rungs."""


def pages_of(issue: Issue, catalogue: Catalogue) -> int:
    return len(compose(issue, layout_of(issue), catalogue).pages)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("aim", ["whole", "4x"])
def test_no_rule_is_broken_that_held_before(
    seed: int, aim: str, photo: Path, catalogue: Catalogue
) -> None:
    fitted = fit(made_issue(seed, photo, pages=8), parse_aim(aim), catalogue)
    assert broken_rules(fitted, catalogue) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_end_that_is_said_is_that_of_the_pages(
    seed: int, photo: Path, catalogue: Catalogue
) -> None:
    issue = made_issue(seed, photo, pages=7)
    fitted = fit(issue, parse_aim("whole"), catalogue)
    assert fitted.before.pages == pages_of(issue, catalogue)
    assert fitted.after.pages == pages_of(fitted.issue, catalogue)


@pytest.mark.parametrize("seed", SEEDS)
def test_fitted_twice_it_is_the_same(seed: int, photo: Path, catalogue: Catalogue) -> None:
    once = fit(made_issue(seed, photo, pages=9), parse_aim("whole"), catalogue)
    assert fit(once.issue, parse_aim("whole"), catalogue) == replace(once, issue=once.issue)


def test_a_paragraph_that_cannot_be_longer_where_it_came_to_stand_is_not_told(
    photo: Path, catalogue: Catalogue
) -> None:
    """Beside a photo it would have shown: without the change all stands as it does with it."""
    fitted = fit(made_issue(56, photo), parse_aim("whole"), catalogue)
    assert broken_rules(fitted, catalogue) == []


def test_an_issue_that_ends_well_is_left_alone(photo: Path, catalogue: Catalogue) -> None:
    fitted = fit(made_issue(0, photo), parse_aim("whole"), catalogue)
    assert (fitted.is_reached, fitted.changes) == (True, ())
    assert fitted.issue.fitting == NO_FITTING


CLOSING = {
    Rung.PHOTOS: {"fit.photos": 0},
    Rung.GAPS: {"fit.gaps": 0},
    Rung.HEADINGS: {"fit.headings": 0},
    Rung.LEADING: {"fit.leading": 0, "fit.size": 0},
    Rung.SIZE: {"fit.size": 0},
}


@pytest.mark.parametrize("seed", SEEDS)
def test_only_the_lowest_rungs_are_gone_up(seed: int, photo: Path, catalogue: Catalogue) -> None:
    """The highest rung that was gone up was needed: without it, and those above, the aim is not
    reached.
    """
    issue = made_issue(seed, photo, pages=8)
    pages = pages_of(issue, catalogue)
    for aim in (parse_aim("whole"), Aim(AimKind.PAGES, pages - 1), Aim(AimKind.PAGES, pages + 1)):
        fitted = fit(issue, aim, catalogue)
        highest = max((RUNGS[change.rung] for change in fitted.changes), default=0)
        full = layout_of(issue).fit.fill
        if not highest or not fitted.is_reached or fitted.after.fill < full:
            continue
        closed = {
            place: value
            for rung, design in CLOSING.items()
            if RUNGS[rung] >= highest
            for place, value in design.items()
        }
        lower = fit(replace(issue, design=closed), aim, catalogue)
        assert not lower.is_reached or lower.after.fill < full


def test_part_of_the_changes_is_taken_on(photo: Path, catalogue: Catalogue) -> None:
    fitted = fit(made_issue(0, photo), parse_aim("4x"), catalogue)
    assert len(fitted.changes) > 2
    part = accepted(fitted.issue, fitted.changes[:2])
    layer = part.fitting
    amounts = (layer.lines, layer.photos, layer.gaps, layer.headings)
    assert sum(map(len, amounts)) == 2
    assert layer.aim == "4x"
    assert accepted(part, fitted.changes).fitting == fitted.issue.fitting
    assert accepted(part, ()).fitting == NO_FITTING


def test_taken_off_the_issue_is_as_its_editors_wrote_it(photo: Path, catalogue: Catalogue) -> None:
    issue = made_issue(0, photo)
    fitted = fit(issue, parse_aim("4x"), catalogue)
    assert fitted.issue != issue
    assert without_fitting(fitted.issue) == issue


def test_hopeless_aims_say_what_is_over(photo: Path, catalogue: Catalogue) -> None:
    issue = made_issue(0, photo)
    fitted = fit(issue, Aim(AimKind.PAGES, 3), catalogue)
    assert not fitted.is_reached
    assert fitted.rows < 0
    assert str(-fitted.rows) in fitted.zh
    assert str(-fitted.rows) in fitted.en
    assert fitted.after.pages <= fitted.before.pages


@pytest.mark.parametrize("aim", ["whole", "2", "4x"])
def test_an_issue_of_nothing_stays_as_it_is(photo: Path, catalogue: Catalogue, aim: str) -> None:
    issue = replace(made_issue(0, photo), sections=())
    fitted = fit(issue, parse_aim(aim), catalogue)
    assert not fitted.changes
    assert fitted.after.pages == fitted.before.pages
    assert (fitted.zh, fitted.rows, fitted.suggestions) == ("没有正文，不用适配", 0, ())


def test_an_issue_of_nothing_has_the_pages_it_has(photo: Path, catalogue: Catalogue) -> None:
    issue = replace(made_issue(0, photo), sections=())
    reached = [fit(issue, parse_aim(aim), catalogue).is_reached for aim in ("1", "2", "whole")]
    assert reached == [True, False, False]


@pytest.mark.parametrize("pages", [3, 40])
def test_what_is_over_or_missing_is_said_in_characters_too(
    pages: int, photo: Path, catalogue: Catalogue
) -> None:
    issue = made_issue(0, photo)
    fitted = fit(issue, Aim(AimKind.PAGES, pages), catalogue)
    measure = layout_of(fitted.issue).grid.measure
    told = re.search(r"约 (\d+) 字", fitted.zh)
    assert told is not None
    assert abs(int(told[1]) - abs(fitted.rows) * measure) <= 5


def test_a_size_in_which_a_photo_is_too_wide_for_its_column_is_not_taken(
    photo: Path, catalogue: Catalogue
) -> None:
    """A photo of 31 em fills the column; a larger size leaves 30."""
    issue = made_issue(45, photo)
    fitted = fit(issue, parse_aim("16"), catalogue)
    assert broken_rules(fitted, catalogue) == []


def test_any_number_of_pages_will_do_that_ends_full(photo: Path, catalogue: Catalogue) -> None:
    """Of two ends short of the aim, that with the fuller last page is the nearer."""
    goal = PagesGoal((11,), 12, 0.7, is_exact=False)
    trial = Trials(made_issue(0, photo, pages=6), catalogue).lay(NO_FITTING)
    full = replace(trial, runs=(PageRun(0, 12, trial.capacity - 1),), pages=13, tail=0)
    sparse, half = (replace(full, runs=(PageRun(0, 12, rows),)) for rows in (3, 17))
    assert goal.is_met(full)
    assert goal.needs(full) == {}
    assert goal.away(half) < goal.away(sparse)


def test_and_what_is_missing(photo: Path, catalogue: Catalogue) -> None:
    fitted = fit(made_issue(1, photo), Aim(AimKind.PAGES, 40), catalogue)
    assert not fitted.is_reached
    assert fitted.rows > 0
    assert fitted.after.pages >= fitted.before.pages


def test_edits_are_suggested_where_the_ladder_ends(photo: Path, catalogue: Catalogue) -> None:
    fitted = fit(made_issue(0, photo), Aim(AimKind.PAGES, 3), catalogue)
    assert fitted.suggestions
    characters = [abs(edit.characters) for edit in fitted.suggestions]
    assert characters == sorted(characters)
    for edit in fitted.suggestions:
        assert (edit.rows, edit.characters < 0) == (-1, True)
        assert len(text_at(fitted.issue, edit.place).string) > -edit.characters


def test_a_suggested_cut_saves_its_line(photo: Path, catalogue: Catalogue) -> None:
    """The words at the end of the paragraph are cut, as an editor would."""
    issue = made_issue(0, photo)
    fitted = fit(issue, Aim(AimKind.PAGES, 3), catalogue)
    edit = fitted.suggestions[0]
    text = text_at(fitted.issue, edit.place)
    whole = lines_of(fitted.issue, edit.place, catalogue)
    shorter = Text(text.string[: edit.characters])
    cut = _with_text(fitted.issue, edit.place, shorter)
    assert lines_of(cut, edit.place, catalogue) == whole - 1


def _with_text(issue: Issue, place: Place, text: Text) -> Issue:
    section = issue.sections[place.section]
    article = section.articles[place.article]
    blocks = list(article.blocks)
    blocks[place.block] = replace(blocks[place.block], text=text)
    changed = replace(article, blocks=tuple(blocks))
    both = tuple(changed if one is article else one for one in section.articles)
    sections = list(issue.sections)
    sections[place.section] = replace(section, articles=both)
    return replace(issue, sections=tuple(sections))


def lines_of(issue: Issue, place: Place, catalogue: Catalogue) -> int:
    number = next(k for k, (at, _) in enumerate(articles(issue)) if at == place.of_article)
    edition = compose(issue, layout_of(issue), catalogue)
    return sum(
        (line.role, line.article, line.paragraph) == ("body", number, place.block)
        for page in edition.pages
        for line in page.lines
    )


def test_a_document_by_the_standard_keeps_its_size_and_rows(
    photo: Path, catalogue: Catalogue
) -> None:
    """GB/T 9704-2012 5.2.3 fixes them: gongwen-a4 opens neither rung."""
    issue = made_issue(4, photo, "jianbao-a4", 6)
    standard = replace(issue, layout="gongwen-a4")
    for pages in (5, 6, 7, 8, 9):
        layer = fit(standard, Aim(AimKind.PAGES, pages), catalogue).issue.fitting
        assert (layer.leading, layer.size) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("closed", "rung"),
    [
        ("fit.lines", Rung.LINES),
        ("fit.gaps", Rung.GAPS),
        ("fit.headings", Rung.HEADINGS),
        ("fit.photos", Rung.PHOTOS),
        ("fit.leading", Rung.LEADING),
        ("fit.size", Rung.SIZE),
    ],
)
def test_a_rung_that_the_layout_closes_is_left(
    closed: str, rung: Rung, photo: Path, catalogue: Catalogue
) -> None:
    design: dict[str, object] = {closed: False if rung is Rung.LINES else 0}
    issue = replace(made_issue(0, photo), design=design)
    fitted = fit(issue, Aim(AimKind.PAGES, 3), catalogue)
    assert rung not in {change.rung for change in fitted.changes}
    assert fitted.changes


def test_photos_whose_look_is_locked_keep_their_height(photo: Path, catalogue: Catalogue) -> None:
    issue = replace(made_issue(0, photo), design={"locks.photo": ["style"]})
    fitted = fit(issue, Aim(AimKind.PAGES, 3), catalogue)
    assert fitted.issue.fitting.photos == {}


def test_a_layer_is_composed_again_as_from_nothing(photo: Path, catalogue: Catalogue) -> None:
    """The window's composer, laid over and taken off by turns, comes to the same pages."""
    issue = made_issue(0, photo, pages=6)
    fitted = fit(issue, Aim(AimKind.PAGES, 7), catalogue).issue
    part = replace(fitted, fitting=replace(fitted.fitting, gaps={}, headings={}))
    composer = Composer(catalogue)
    for one in (issue, fitted, part, issue, part, fitted):
        layout = layout_of(one)
        assert composer.compose(one, layout).pages == compose(one, layout, catalogue).pages


def test_ids_that_nothing_has_do_nothing(photo: Path, catalogue: Catalogue) -> None:
    issue = made_issue(1, photo, pages=5)
    layer = Fitting("whole", {"b9999": 1}, {"p9999": 1}, {"a9999": 1}, {"s9999": -1})
    strange = replace(issue, fitting=layer)
    one, other = (compose(each, layout_of(each), catalogue) for each in (issue, strange))
    assert one.pages == other.pages


def test_amounts_that_cannot_be_are_passed_over(photo: Path, catalogue: Catalogue) -> None:
    """A layer of amounts that no fitting gives breaks nothing: what has no way stays as it is."""
    issue = made_issue(1, photo, pages=5)
    ids = [block.id for _, article in articles(issue) for block in article.blocks]
    names = [article.id for _, article in articles(issue)]
    for amount in (-20, 20):
        layer = Fitting(
            "whole",
            dict.fromkeys(ids, amount),
            dict.fromkeys(ids, amount),
            dict.fromkeys(names, amount),
            dict.fromkeys(names, amount),
            0.9 if amount < 0 else 1.1,
            amount / 20,
        )
        strange = replace(issue, fitting=layer)
        assert compose(strange, layout_of(strange), catalogue).pages


def test_an_issue_without_ids_gets_them(photo: Path, catalogue: Catalogue) -> None:
    issue = made_issue(0, photo)
    bare = replace(issue, sections=tuple(map(_bare, issue.sections)))
    fitted = fit(bare, parse_aim("4x"), catalogue)
    assert fitted.changes
    assert fitted.issue.sections == with_ids(bare).sections


def _bare(section: Section) -> Section:
    return replace(
        section,
        id="",
        articles=tuple(
            replace(article, id="", blocks=tuple(replace(block, id="") for block in article.blocks))
            for article in section.articles
        ),
    )


def test_what_is_wanted_no_longer_is_given_up(photo: Path, catalogue: Catalogue) -> None:
    with pytest.raises(Superseded):
        fit(made_issue(0, photo), parse_aim("4x"), catalogue, lambda: True)


# One article


@pytest.mark.parametrize("seed", [0, 2])
def test_a_row_is_saved_in_one_article_alone(seed: int, photo: Path, catalogue: Catalogue) -> None:
    issue = made_issue(seed, photo, pages=8)
    saved = 0
    for _, article in articles(issue):
        fitted = fit(issue, Aim(AimKind.SAVE, 1, article.id), catalogue)
        own = {article.id, *(block.id for block in article.blocks)}
        own |= {section.id for section in issue.sections if section.articles[0] is article}
        assert {change.id for change in fitted.changes} <= own
        saved += fitted.is_reached
    assert saved


@pytest.mark.parametrize("kind", [AimKind.ONE_PAGE, AimKind.ONE_SPREAD])
def test_an_article_is_kept_on_a_page_or_spread(
    kind: AimKind, photo: Path, catalogue: Catalogue
) -> None:
    issue = made_issue(0, photo, pages=8)
    kept = 0
    for number, (_, article) in enumerate(articles(issue)):
        before = pages_with(issue, number, catalogue)
        if len(before) < 2:
            continue
        fitted = fit(issue, Aim(kind, article=article.id), catalogue)
        after = pages_with(fitted.issue, number, catalogue)
        faces = kind is AimKind.ONE_SPREAD and min(after) % 2 == 0
        assert fitted.is_reached is (max(after) - min(after) <= faces)
        kept += fitted.is_reached and bool(fitted.changes)
    assert kept


def pages_with(issue: Issue, number: int, catalogue: Catalogue) -> set[int]:
    edition = compose(issue, layout_of(issue), catalogue)
    return {
        page.number
        for page in edition.pages
        for item in (*page.lines, *page.pictures)
        if item.article == number
    }


def test_an_article_that_is_not_there_is_named(photo: Path, catalogue: Catalogue) -> None:
    with pytest.raises(FittingError, match="a999"):
        fit(made_issue(0, photo), parse_aim("save 1 a999"), catalogue)


# Aims in words


@pytest.mark.parametrize(
    "word", ["whole", "12", "4x", "save 2 a3", "gain 1 a12", "page a1", "spread a2"]
)
def test_an_aim_is_written_as_it_is_read(word: str) -> None:
    assert str(parse_aim(word)) == word


@pytest.mark.parametrize(
    "word",
    [
        "",
        "half",
        "0",
        "-4",
        "4y",
        "x4",
        "1.5",
        "save a3",
        "save 0 a3",
        "99999",
        "page",
        "whole 4",
        "٣",
    ],
)
def test_what_is_no_aim_is_refused_by_name(word: str) -> None:
    with pytest.raises(FittingError, match=word or "“”"):
        parse_aim(word)
