"""Whatever an editor changed is offered after a crash, that value and no other, and the comparison
with what was saved shows it.
"""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from any_issue import without_sources
from edited_issues import (
    HERE,
    article,
    at,
    brief,
    issue,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    table,
)
from edited_issues import issues as editable
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import initialize, invariant
from msgspec.structs import replace
from test_random_edits import Editor
from whole_issues import issues

from layouts.issue import edits
from layouts.issue.article import CellSpan, Paragraph, Subheading
from layouts.issue.ids import with_ids
from layouts.issue.issue import Accepted, Issue, Masthead
from layouts.issue.marks import TRAITS
from layouts.issue.photo import Crop, Photo
from layouts.issue.places import Place
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store.compare import compare
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder
from layouts.store.journal import Journal
from layouts.store.json_text import converted
from layouts.store.recovery import Recovered, recover
from layouts.store.said import values

EXAMPLES = int(os.environ.get("BANXIN_EXAMPLES", examples(15)))
ANY = settings(
    deadline=None,
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SAVED = Path("issue.banxin")


def kept(of: Issue) -> Issue:
    """The value as the store keeps any: what no editor could have made is put right."""
    read = converted(Encoder().issue(of), HERE)
    return decode(read.entry, read.plain, Home("", of.folder))


def after_a_crash(saved: Issue, *states: Issue, path: Path | None = SAVED) -> list[Recovered]:
    """What is offered where a program died that had these states of an issue one after another."""
    with tempfile.TemporaryDirectory() as name:
        journal = Journal(Path(name) / "journals", interval=0.0)
        journal.begin(saved, path)
        for state in states:
            journal.note(state)
        journal.flush()
        if not (Path(name) / "journals").exists():
            journal.close()
            return []
        shutil.copytree(Path(name) / "journals", Path(name) / "left")
        journal.close()
        return recover(Path(name) / "left")


def check_offered(saved: Issue, *states: Issue) -> None:
    found = after_a_crash(saved, *states)
    if Encoder().issue(states[-1]) == Encoder().issue(saved):
        assert found == []
    else:
        assert [without_sources(each.issue) for each in found] == [
            without_sources(kept(states[-1]))
        ]
        assert not found[0].damaged


@ANY
@given(issues, issues)
def test_any_issue_that_became_any_other_is_offered_as_it_was(saved, state):
    check_offered(saved, state)


class Crashing(Editor):
    """Edits an issue again and again, then dies."""

    @initialize(start=editable)
    def open(self, start):
        super().open(start)
        self.states = [start]

    @invariant()
    def noted(self):
        if self.issue is not self.states[-1]:
            self.states.append(self.issue)

    def teardown(self):
        if len(getattr(self, "states", ())) > 1:
            check_offered(*self.states)
            assert bool(compare(self.states[0], self.states[-1])) == (
                without_places(self.states[0]) != without_places(self.states[-1])
            )


def without_places(of: Issue) -> object:
    """What counts of an issue whose photos lie in one folder."""
    sections = [
        (each.name, each.break_before, tuple(map(values, each.articles)), paths(each.articles))
        for each in of.sections
    ]
    return of.masthead, of.colophon, of.layout, of.contents, of.settings, of.accepted, sections


def paths(articles) -> list[str]:
    return [block.path for each in articles for block in each.blocks if isinstance(block, Photo)]


TestCrashing = Crashing.TestCase
TestCrashing.settings = settings(ANY, stateful_step_count=12)


@ANY
@given(issues, issues)
def test_a_comparison_is_empty_only_where_nothing_differs(old, new):
    assert bool(compare(old, new)) == (without_places(old) != without_places(new))


# Each kind that a comparison once did not see

HEAD, BODY = at(-1), at(0)
TABLE = table(("甲", "乙"), ("丙", "丁"))
PHOTO = photo("a.jpg", "图说")


def bold(of: Issue, place: Place) -> Issue:
    return edits.toggle_mark(of, (place, 0), (place, 1), MarkKind.BOLD).issue


def with_block(of: Issue, block) -> Issue:
    found = of.sections[0].articles[0]
    return replace(
        of,
        sections=(
            replace(of.sections[0], articles=(replace(found, blocks=(block, *found.blocks[1:])),)),
        ),
    )


def accepted(*reasons: str) -> Issue:
    return replace(
        one(p("文。")), accepted=tuple(Accepted(f"k{reason}", reason) for reason in reasons)
    )


def with_mark(kind: MarkKind, value: str | Comment = "", end: int = 2) -> Issue:
    """A paragraph with a mark on its first characters."""
    return edits.set_mark(one(p("河湾简报")), (BODY, 0), (BODY, end), kind, value).issue


def with_fields(**fields: object) -> Issue:
    """An article with these values."""
    of = one(p("文。"))
    return replace(
        of,
        sections=(
            replace(of.sections[0], articles=(replace(of.sections[0].articles[0], **fields),)),
        ),
    )


def with_table(**fields: object) -> Issue:
    """A table with these values."""
    return with_block(one(TABLE), replace(TABLE, **fields))


VALUED = {kind: "甲" for kind in MarkKind if TRAITS[kind].valued} | {
    MarkKind.COMMENT: Comment("林一", "2026-11-29", "甲")
}
MARKED = {
    **{f"{kind}": (one(p("河湾简报")), with_mark(kind, VALUED.get(kind, ""))) for kind in MarkKind},
    **{
        f"{kind} on more": (
            with_mark(kind, VALUED.get(kind, "")),
            with_mark(kind, VALUED.get(kind, ""), 3),
        )
        for kind in MarkKind
    },
    **{
        f"{kind} of another kind": (with_mark(MarkKind.KAI), with_mark(kind, VALUED.get(kind, "")))
        for kind in MarkKind
        if kind != "kai"
    },
    **{
        f"what a {kind} says": (with_mark(kind, VALUED[kind]), with_mark(kind, "乙"))
        for kind in VALUED
        if kind != "comment"
    },
    **{
        f"{what} of a comment": (
            with_mark(MarkKind.COMMENT, VALUED[MarkKind.COMMENT]),
            with_mark(MarkKind.COMMENT, Comment(*other)),
        )
        for what, other in {
            "the author": ("周二", "2026-11-29", "甲"),
            "the time": ("林一", "2026-11-30", "甲"),
            "the text": ("林一", "2026-11-29", "乙"),
        }.items()
    },
    "a line broken": (one(p("河湾简报")), one(p("河湾\u2028简报"))),
    "a subtitle": (with_fields(), with_fields(subtitle=Text("副题"))),
    "an empty subtitle": (with_fields(), with_fields(subtitle=Text(""))),
    "another date of an article": (
        with_fields(date=datetime.date(2026, 5, 20)),
        with_fields(date=datetime.date(2026, 5, 21)),
    ),
    "an origin": (with_fields(), with_fields(origin="河湾日报")),
    "a caption of a table": (with_table(), with_table(caption=Text("表一"))),
    "notes of a table": (
        with_table(notes=(Text("甲"),)),
        with_table(notes=(Text("甲"), Text("乙"))),
    ),
    "merged cells": (with_table(), with_table(spans=(CellSpan(0, 0, 1, 2),))),
    "other merged cells": (
        with_table(spans=(CellSpan(0, 0, 1, 2),)),
        with_table(spans=(CellSpan(1, 0, 1, 2),)),
    ),
    "a width of a column": (with_table(widths=(None, 4.0)), with_table(widths=(None, 5.0))),
    "photos in a row": (one(photo()), with_block(one(photo()), replace(photo(), row="1"))),
}

CASES = {
    **MARKED,
    "a finding accepted": (accepted(), accepted("这里是对的")),
    "another reason": (accepted("甲"), accepted("乙")),
    "bold in a title": (one(p("文。")), bold(one(p("文。")), HEAD)),
    "bold in a cell": (one(TABLE), bold(one(TABLE), at(0, 2))),
    "bold in a note": (one(note("按语。")), bold(one(note("按语。")), BODY)),
    "bold in a by-line": (
        one(p("文。"), byline="供稿"),
        bold(one(p("文。"), byline="供稿"), at(-2)),
    ),
    "alignment of a table": (
        one(TABLE),
        with_block(one(TABLE), replace(TABLE, alignments=("left", "right"))),
    ),
    "shape of a table": (
        one(table(("甲", "乙"), ("丙", "丁"))),
        one(table(("甲", "乙", "丙"), ("丁", "", ""))),
    ),
    "rows of a table": (
        one(table(("甲", "乙"), ("丙", "丁"))),
        one(table(("甲",), ("乙",), ("丙",), ("丁",))),
    ),
    "a headline becomes a brief": (
        issue(section(article(p("文。"), title=""))),
        issue(section(brief(p("文。")))),
    ),
    "a paragraph becomes a note": (one(p("文。")), one(note("文。"))),
    "two notes become one": (one(note("甲"), note("乙")), one(note("甲", "乙"))),
    "a small crop": (
        one(photo()),
        with_block(one(photo()), replace(photo(), crop=Crop(0.004, 0, 0, 0))),
    ),
    "a crop a little larger": (
        with_block(one(photo()), replace(photo(), crop=Crop(0.1234, 0, 0, 0))),
        with_block(one(photo()), replace(photo(), crop=Crop(0.1236, 0, 0, 0))),
    ),
    "the title in the contents of a run-in article": (
        issue(section(run_in("召开会议。", "会议指出"))),
        issue(section(replace(run_in("召开会议。", "会议指出"), title=Text("会议")))),
    ),
    "a number in another field": (
        replace(one(p("文。")), masthead=Masthead("刊", number=7)),
        replace(one(p("文。")), masthead=Masthead("刊", total=7)),
    ),
    "an article in another section of the same name": (
        issue(section(article(p("文。"))), section()),
        issue(section(), section(article(p("文。")))),
    ),
    "a setting of another kind": (
        replace(one(p()), settings={"measure": 34}),
        replace(one(p()), settings={"measure": "34"}),
    ),
}


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_it_is_offered_and_shown(old, new):
    check_offered(old, new)
    (change,) = compare(old, new)
    assert change.pieces
    assert {piece.kind for piece in change.pieces} != {"same"}
    assert "看不出" not in "".join(piece.text for piece in change.pieces)
    assert compare(new, new) == compare(old, old) == ()


def test_a_change_too_small_to_be_shown_is_listed_all_the_same():
    (change,) = compare(one(p("**甲**")), one(Paragraph(*bold_one())))
    assert "看不出" in "".join(piece.text for piece in change.pieces)


def bold_one():
    return bold(one(p("甲")), BODY).sections[0].articles[0].blocks[0].text, HERE


SAME = {
    "without a word": article(title=""),
    "an empty paragraph": article(p(), title=""),
    "with words": article(p("文。")),
    "briefs": brief(p("文。")),
}


@pytest.mark.parametrize("same", SAME.values(), ids=SAME)
def test_articles_that_nobody_can_tell_apart_are_the_same_whatever_their_ids(same):
    bare = issue(section(same, same, name=""))
    named = with_ids(bare)
    one, other = named.sections[0].articles
    swapped = replace(named, sections=(replace(named.sections[0], articles=(other, one)),))
    for old, new in ((bare, named), (named, bare), (named, swapped)):
        assert compare(old, new) == ()
    (change,) = compare(named, edits.remove_article(named, Place(0, 1)).issue)
    assert (change.what, change.old) == ("removed", Place(0, 1))


def test_only_the_text_s_own_characters_are_counted_and_marks_are_told_apart():
    plain, set_bold = p("甲乙丙丁"), Paragraph(Text("甲乙丙丁", (Mark(0, 4, MarkKind.BOLD),)), HERE)
    (marked,) = compare(one(plain), one(set_bold))
    assert (marked.added, marked.removed, marked.only_marks) == (0, 0, True)
    (typed,) = compare(
        one(plain), one(Paragraph(Text("甲乙丙丁戊", (Mark(0, 5, MarkKind.BOLD),)), HERE))
    )
    assert (typed.added, typed.removed, typed.only_marks) == (1, 0, False)
    (levelled,) = compare(
        one(p("头"), Subheading(Text("题"), 1, HERE)), one(p("头"), Subheading(Text("题"), 2, HERE))
    )
    assert (levelled.added, levelled.removed, levelled.only_marks) == (0, 0, False)


@pytest.mark.parametrize(
    "made",
    [
        lambda text: with_fields(subtitle=text),
        lambda text: with_table(caption=text),
        lambda text: with_table(notes=(text,)),
        lambda text: with_block(one(PHOTO), replace(PHOTO, caption=text)),
    ],
)
def test_subtitles_captions_and_notes_of_tables_are_counted_and_their_marks_told_apart(made):
    (typed,) = compare(made(Text("甲乙")), made(Text("甲乙丙")))
    assert (typed.added, typed.removed, typed.only_marks) == (1, 0, False)
    (marked,) = compare(made(Text("甲乙")), made(Text("甲乙", (Mark(0, 2, MarkKind.UNDERLINE),))))
    assert (marked.added, marked.removed, marked.only_marks) == (0, 0, True)


def test_asterisks_of_the_text_itself_are_counted():
    (change,) = compare(one(p("甲")), one(p("*甲*")))
    assert (change.added, change.removed, change.only_marks) == (2, 0, False)


def test_an_issue_never_saved_and_without_articles_is_offered():
    new = replace(issue(section()), masthead=Masthead("河湾简报", 7))
    (found,) = after_a_crash(new, replace(new, masthead=Masthead("河湾简报", 8)), path=None)
    assert found.issue.masthead.number == 8
    assert [(change.subject, change.what) for change in found.newer] == [
        ("masthead", "added"),
        ("colophon", "added"),
        ("sections", "added"),
    ]


def test_a_photo_replaced_under_its_name(tmp_path):
    (tmp_path / "photos").mkdir()
    for name, data in (("1" * 64, b"A"), ("2" * 64, b"B")):
        (tmp_path / "photos" / f"{name}.jpg").write_bytes(data)
    old, new = (
        replace(one(replace(photo(f"photos/{digit * 64}.jpg"), name="现场.jpg")), folder=tmp_path)
        for digit in "12"
    )
    check_offered(old, new)
    (change,) = compare(old, new)
    assert any("换了图" in piece.text for piece in change.pieces if piece.kind == "added")


def test_a_photo_that_only_lies_elsewhere_is_the_same(tmp_path):
    import hashlib

    name = f"{hashlib.sha256(b'A').hexdigest()}.jpg"
    for folder, file in ((tmp_path / "a", name), (tmp_path / "b", "现场.jpg")):
        (folder / "photos").mkdir(parents=True)
        (folder / "photos" / file).write_bytes(b"A")
    packed = replace(one(replace(photo(f"photos/{name}"), name="现场.jpg")), folder=tmp_path / "a")
    beside = replace(one(photo("photos/现场.jpg")), folder=tmp_path / "b")
    assert compare(packed, beside) == ()
    (tmp_path / "b/photos/现场.jpg").write_bytes(b"B")
    assert len(compare(packed, beside)) == 1
