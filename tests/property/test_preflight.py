"""Whatever an issue holds, these hold of what is found in it."""

from __future__ import annotations

import datetime

from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_issues import issues

from fonts.catalogue import Catalogue
from layouts.composer import Composer
from layouts.house.load import load_layout
from layouts.issue.edits import move_articles, set_byline
from layouts.issue.edits.tree import text_of
from layouts.issue.places import Place, articles
from layouts.preflight.check import Circumstances, Preflight
from layouts.preflight.codes import BY_CODE
from layouts.preflight.fixes import fix, fix_all

some = settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
catalogue = Catalogue()
LAYOUT = load_layout("jianbao-a4")
ASKED = Circumstances(day=datetime.date(2026, 11, 20))


@some
@given(issues(), st.data())
def test_findings_know_where_they_are_and_nothing_is_forgotten_or_made_up_by_remembering(
    issue, data
):
    composer, preflight = Composer(catalogue), Preflight(catalogue)
    found = preflight.inspect(issue, LAYOUT, composer.compose(issue, LAYOUT), ASKED)
    for finding in found:
        assert finding.zh
        assert finding.en
        assert finding.code not in BY_CODE or finding.level in BY_CODE[finding.code].levels
        assert finding.code not in (
            "overset",
            "text-near-trim",
            "bleed-missing",
            "contents-differ",
            "photo-uneven",
        )
        if finding.span is not None:
            assert finding.span[1] <= len(text_of(issue, Place(*finding.place)).string)
    places = [place for place, _ in articles(issue)]
    if places:
        place = data.draw(st.sampled_from(places))
        edited = set_byline(issue, place, "【供稿：甲，，乙】").issue
        edited = move_articles(edited, [place], places[0]).issue
        pages = composer.compose(edited, LAYOUT)
        assert preflight.inspect(edited, LAYOUT, pages, ASKED) == Preflight(catalogue).inspect(
            edited, LAYOUT, pages, ASKED
        )


@some
@given(issues())
def test_any_fix_is_an_edit_that_can_be_done(issue):
    composer, preflight = Composer(catalogue), Preflight(catalogue)
    found = [
        finding
        for finding in preflight.inspect(issue, LAYOUT, composer.compose(issue, LAYOUT), ASKED)
        if finding.fix
    ]
    for finding in found:
        if finding.fix == "mend":
            assert fix(issue, finding) is not issue
    mended = fix_all(issue, found)
    left = [
        finding
        for finding in preflight.inspect(mended, LAYOUT, composer.compose(mended, LAYOUT), ASKED)
        if finding.fix == "mend"
    ]
    once = sum(finding.fix == "mend" for finding in found)
    assert len(left) < once or not once
