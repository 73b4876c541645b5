"""What an issue has otherwise than its layout, and what a layout locks, in the open document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from panel_session import shown
from PySide6.QtCore import QStandardPaths

from desktop.panels.forms.masthead import MastheadForm
from desktop.session import Session
from desktop.window_parts.restoring import restored, restored_part
from layouts.errors import LayoutError, Source
from layouts.house.load import layout_of, load_layout
from layouts.house.own_folder import data_folder
from layouts.issue import edits
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.store.compare import Change
from layouts.store.decode import Home, decode
from layouts.store.difference import apply, difference
from layouts.store.encode import Encoder
from layouts.store.json_text import converted


@pytest.fixture
def session(qapp, catalogue):
    made = Session(catalogue)
    made.open(Issue(Masthead("简报", 7), (), Path(), Source("x")), None)
    yield made
    made.stop()


@pytest.fixture
def told(session):
    said: list[LayoutError] = []
    session.troubled.connect(said.append)
    return said


def test_a_value_is_on_the_pages_at_once_undone_and_saved_as_a_step(session, told):
    session.do("改", edits.set_design(session.issue, "page.top", "40mm").issue)
    top = session.layout.grid.top
    assert top > load_layout("jianbao-a4").grid.top
    session.stack.undo()
    assert session.layout == load_layout("jianbao-a4")
    assert session.issue.design == {}
    session.stack.redo()
    assert session.layout.grid.top == top
    assert not told


def test_a_value_that_does_not_go_is_refused_with_its_sentence_and_changes_nothing(session, told):
    session.do("改", edits.set_design(session.issue, "page.top", "40mm").issue)
    before, layout, index = session.issue, session.layout, session.stack.index()
    session.do("改", edits.set_design(session.issue, "page.foot", "4 km").issue)
    assert "page.foot 应为" in told[0].zh
    assert session.issue is before
    assert session.layout is layout
    assert session.stack.index() == index


def test_what_the_layout_locks_is_refused_with_a_sentence(session, told):
    session.do("锁", edits.set_design(session.issue, "locks.masthead", ["content"]).issue)
    before = session.issue
    session.do("改", edits.set_masthead_field(session.issue, "number", 8).issue)
    assert [error.zh for error in told] == ["报头的内容由版式锁定，不能改"]
    assert session.issue is before
    session.do("改", edits.set_colophon_field(session.issue, "editor", "张三").issue)
    assert session.issue.colophon.editor == "张三"


def test_the_window_and_the_command_line_know_one_folder(qapp, monkeypatch):
    monkeypatch.setattr(qapp, "applicationName", lambda: "Banxin")
    names = qapp.organizationName(), qapp.applicationName()
    qapp.setOrganizationName("Banxin")
    try:
        place = QStandardPaths.StandardLocation.AppDataLocation
        assert Path(QStandardPaths.writableLocation(place)) == data_folder()
    finally:
        qapp.setOrganizationName(names[0])


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 60),
    st.floats(),
    st.sampled_from(("20mm", "四号", "2em", "red", "song", "kai", "justify", "x" * 300, "{publication}", "#123456", "")),
    st.lists(st.dictionaries(st.sampled_from(("template", "style", "align", "baseline", "y", "width", "ink")), st.sampled_from(("a", "name", "left", "30mm", 3)), max_size=4), max_size=2),
    st.recursive(st.none(), lambda inner: st.dictionaries(st.sampled_from(("top", "size", "x", "rgb")), inner, max_size=2), max_leaves=6),
)  # fmt: skip
PLACES = st.one_of(
    st.sampled_from(
        ("page.top", "page.width", "page", "grid.size", "grid.measure", "grid.leading", "grid.columns", "styles.body.size", "styles.x", "styles.x.face", "inks.red", "masthead.lines", "masthead.lines.0.y", "masthead.height", "colophon.rules", "open.measure", "locks.photo", "based_on", "title_zh", "punctuation.styles.a.based_on", "punctuation.style", "photo.width")
    ),
    st.text(alphabet="ab.", max_size=6),
)  # fmt: skip
ACTS = st.one_of(
    st.tuples(st.just("set"), PLACES, VALUES),
    st.tuples(st.just("reset"), st.none(), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)


@given(st.lists(ACTS, max_size=14))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_set_there_is_a_layout_or_a_refusal_and_the_journal_has_it(session, told, acts):
    session.open(Issue(Masthead("简报", 7), (), Path(), Source("x")), None)
    encoder = Encoder()
    kept = encoder.issue(session.issue)
    for act, place, value in acts:
        before = session.issue
        if act == "set":
            session.do("改", edits.set_design(before, place, value).issue)
        elif act == "reset":
            session.do("还原", edits.reset_design(before).issue)
        else:
            getattr(session.stack, act)()
        assert session.layout == layout_of(session.issue)
        assert all(isinstance(error, LayoutError) and error.zh for error in told)
        # as the journal writes it down, and reads it again
        plain = encoder.issue(session.issue)
        found = difference(kept, plain)
        kept = kept if found is None else apply(kept, found)
        assert kept == plain
        read = converted(kept, Source("x"))
        again = decode(read.entry, read.plain, Home("x", Path()))
        assert repr(again.design) == repr(session.issue.design)


def test_an_old_version_brings_back_what_it_had_otherwise(session):
    old = edits.set_design(session.issue, "page.top", "40mm").issue
    current = edits.set_design(session.issue, "page.foot", "20mm").issue
    change = Change("layout", "changed", "", None, None, ())
    assert restored_part(change, old, current).issue.design == {"page.top": "40mm"}
    assert restored(old, current).issue.design == {"page.top": "40mm"}


def test_fields_that_are_locked_take_nothing_and_show_what_the_issue_has(qtbot, session, told):
    form = shown(qtbot, MastheadForm(session), 360, 600)
    form.follow()
    line, hint = form.field("publication"), form.next_button.toolTip()
    assert line.isEnabled()
    session.do("锁", edits.set_design(session.issue, "locks.masthead", ["content"]).issue)
    form.follow()
    assert not line.isEnabled()
    assert not form.next_button.isEnabled()
    assert form.next_button.toolTip() == "由版式锁定，不能改"
    qtbot.keyClicks(form.field("editor"), "a")
    assert session.issue.colophon.editor == form.field("editor").text() == "a"
    # whatever came to be typed all the same
    line.setText("x")
    form.commit("改", edits.set_masthead_field(session.issue, "publication", "x").issue)
    assert told
    assert session.issue.masthead.publication == line.text() == "简报"
    session.do("开", edits.set_design(session.issue, "locks.masthead", None).issue)
    form.follow()
    assert line.isEnabled()
    assert form.next_button.toolTip() == hint
