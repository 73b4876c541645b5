"""The cover in the window: ticked, given a photo and headlines, one step of undo each."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from panel_session import opened, shown, small_issue, typed
from PySide6.QtCore import QPointF

from desktop.canvas.drops import on_cover
from desktop.canvas.shown import Pointer
from desktop.panels.forms.masthead import MastheadForm
from layouts.issue import edits
from layouts.issue.cover import Cover
from layouts.issue.photo import PhotoPoint
from layouts.page.hit import HitKind, hit


@pytest.fixture
def session(catalogue, tmp_path):
    issue = replace(small_issue(tmp_path), layout="neikan-a4-2col", settings={})
    session = opened(catalogue, issue)
    yield session
    session.stop()
    session.deleteLater()


@pytest.fixture
def form(qtbot, session):
    made = shown(qtbot, MastheadForm(session), 320, 900)
    made.follow()
    return made


def test_a_tick_gives_the_issue_a_cover_and_takes_it_off(form, session):
    form.cover.wanted.click()
    assert session.issue.cover == Cover()
    assert session.settle()
    assert session.edition.cover_pages == 2
    form.follow()
    form.cover.wanted.click()
    assert session.issue.cover is None
    session.stack.undo()
    assert session.issue.cover == Cover()
    session.stack.undo()
    assert session.issue.cover is None


def test_its_group_opens_with_it_and_shows_its_photo(form, session):
    session.do("封面", edits.set_cover_photo(session.issue, "photo.jpg").issue)
    form.follow()
    assert form.cover.wanted.isChecked()
    assert form.cover.photo.text() == "photo.jpg"
    assert form.cover.alt.isVisibleTo(form)
    form.cover.remove.click()
    assert session.issue.cover == Cover()


def test_headlines_are_one_a_line_and_one_step_of_undo(form, session):
    session.do("封面", edits.set_cover(session.issue, True).issue)
    form.follow()
    form.cover.lines.setFocus()
    typed(form.cover.lines, "jia\nyi\n\n")
    assert session.issue.cover.headlines == ("jia", "yi")
    session.stack.undo()
    assert session.issue.cover == Cover()


def test_a_slider_moves_what_of_the_photo_shows(form, session):
    session.do("封面", edits.set_cover_photo(session.issue, "photo.jpg").issue)
    form.follow()
    form.cover.across.changed.emit(50.0)
    form.cover.across.box.setValue(20)
    assert session.issue.cover.photo.focus == PhotoPoint(0.2, 0.5)


def test_a_layout_without_a_cover_says_so(qtbot, catalogue, tmp_path):
    session = opened(catalogue, replace(small_issue(tmp_path), cover=Cover()))
    form = shown(qtbot, MastheadForm(session), 320, 900)
    form.follow()
    assert form.cover.none.isVisibleTo(form)
    assert session.edition.cover_pages == 0
    session.stop()
    session.deleteLater()


def pointer(page: int) -> Pointer:
    return Pointer(QPointF(), page, 300.0, 400.0, on_paper=True)


def test_its_page_answers_as_the_masthead_and_takes_photos(session):
    session.do("封面", edits.set_cover_photo(session.issue, "photo.jpg").issue)
    assert session.settle()
    page = session.edition.pages[0]
    assert hit(page, 300, 400).target is HitKind.MASTHEAD
    context = type("Context", (), {"session": session})()
    assert on_cover(context, pointer(0))
    assert not on_cover(context, pointer(2))


def test_another_photo_keeps_the_words_but_not_the_crop(session, tmp_path: Path):
    issue = edits.set_cover_photo(session.issue, "photo.jpg").issue
    issue = edits.set_cover_alt(issue, "夜色").issue
    issue = edits.set_cover_focus(issue, PhotoPoint(0.1, 0.1)).issue
    other = edits.set_cover_photo(issue, "other.jpg").issue
    assert (other.cover.photo.path, other.cover.photo.alt) == ("other.jpg", "夜色")
    assert other.cover.photo.focus is None
