"""What a layout locks, no act changes; what it leaves open, every act may."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from layouts.errors import LayoutError, Source
from layouts.house.load import load_layout, stock_layouts
from layouts.house.locks import PARTS, USUALLY, Aspect, broken, locked
from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind, Paragraph, PullQuote, Section, Table
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.places import Place
from layouts.issue.text import Text

HERE = Source("x")


def issue() -> Issue:
    """Two sections; an article with text, a photo beside its second paragraph, a table, a pull
    quote.
    """
    blocks = (
        Paragraph(Text("第一段。"), HERE),
        Photo("a.jpg", "图说", HERE, line=1),
        Paragraph(Text("第二段。"), HERE),
        Table((Text("甲"), Text("乙")), ((Text("1"), Text("2")),), ("left", "left"), HERE),
        PullQuote(Text("引语"), HERE),
    )
    first = Article(ArticleKind.HEADLINE, Text("题目"), blocks, HERE, Text("【供稿：甲】"))
    second = Article(ArticleKind.HEADLINE, Text("又一题"), (Paragraph(Text("文。"), HERE),), HERE)
    sections = (Section("要闻", (first, second), HERE), Section("动态", (), HERE))
    return with_ids(Issue(Masthead("简报", 7), sections, Path(), HERE, Colophon(editor="张三")))


FIRST, PHOTO, SECOND = Place(0, 0, 0), Place(0, 0, 1), Place(0, 0, 2)
ACTS = {
    ("masthead", "content"): lambda one: edits.set_masthead_field(one, "number", 8),
    ("contents", "content"): lambda one: edits.set_contents(one, False),
    ("section", "place"): lambda one: edits.move_section(one, Place(0), 2),
    ("section", "content"): lambda one: edits.rename_section(one, Place(0), "头条"),
    ("headline", "content"): lambda one: edits.set_title(one, Place(0, 0), "新题目"),
    ("byline", "content"): lambda one: edits.set_byline(one, Place(0, 0), "【供稿：乙】"),
    ("body", "place"): lambda one: edits.move_down(one, [Place(0, 0)]),
    ("body", "content"): lambda one: edits.insert_text(one, FIRST, 0, "新的"),
    ("photo", "place"): lambda one: edits.set_side(one, PHOTO, Side.LEFT),
    ("photo", "style"): lambda one: edits.resize(one, PHOTO, 12),
    ("photo", "content"): lambda one: edits.replace_photo(one, PHOTO, "b.jpg"),
    ("caption", "content"): lambda one: edits.set_caption(one, PHOTO, "另一句"),
    ("colophon", "content"): lambda one: edits.set_colophon_field(one, "editor", "李四"),
}  # fmt: skip


@pytest.mark.parametrize(("part", "aspect"), ACTS)
def test_a_lock_holds_against_its_act_and_against_no_other(part, aspect):
    before = issue()
    after = with_ids(ACTS[part, aspect](before).issue)
    assert after != before
    only = {part: frozenset({Aspect(aspect)})}
    kept = broken(only, before, after)
    assert kept is not None
    assert kept.zh.startswith(f"{PARTS[part].zh}的")
    others = {name: frozenset(Aspect) for name in PARTS}
    others[part] = frozenset(Aspect) - {Aspect(aspect)}
    assert broken(others, before, after) is None


def test_a_photo_that_is_locked_stays_with_its_paragraph_but_text_may_flow():
    locks = {"photo": frozenset({Aspect.PLACE})}
    before = issue()
    moved = edits.move_photo(before, PHOTO, Place(0, 0), 0, 1, Side.RIGHT).issue
    assert broken(locks, before, with_ids(moved)) is not None
    longer = edits.split_paragraph(before, FIRST, 2).issue
    assert broken(locks, before, with_ids(longer)) is None
    gone = edits.remove_block(before, SECOND).issue
    assert broken(locks, before, with_ids(gone)) is None


def test_text_that_is_locked_neither_comes_nor_goes():
    locks = {"body": frozenset({Aspect.CONTENT})}
    before = issue()
    for act in (edits.split_paragraph(before, FIRST, 2), edits.remove_article(before, Place(0, 1))):
        assert broken(locks, before, with_ids(act.issue)) is not None
    assert broken(locks, before, edits.move_down(before, [Place(0, 0)]).issue) is None


@pytest.mark.parametrize("name", stock_layouts())
def test_what_is_usually_locked_no_act_touches(name):
    locks = load_layout(name).locks
    assert {part: set(locks[part]) for part in PARTS} == {k: set(v) for k, v in USUALLY.items()}
    before = issue()
    for act in ACTS.values():
        assert broken(locks, before, with_ids(act(before).issue)) is None


def test_a_layout_says_what_it_locks(tmp_path):
    text = 'based_on = "jianbao-a4"\n[locks]\nmasthead = ["content"]\nphoto = []\n'
    (tmp_path / "ours.toml").write_text(text, "utf8")
    locks = load_layout("ours.toml", folder=tmp_path).locks
    assert locked(locks, "masthead", "content")
    assert not locked(locks, "masthead", "style")
    assert locked(locks, "headline", "style")
    assert not locked(locks, "photo", "place")
    assert not locked(locks, "nothing", "place")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('masthead = ["colour"]', "locks.masthead 应为列表，可含 place、style、content"),
        ('masthead = "content"', "locks.masthead 应为"),
        ("masthead = [3]", "locks.masthead 应为"),
        ("masthead = true", "locks.masthead 应为"),
        ('header = ["place"]', "没有 locks.header 这一项"),
    ],
)
def test_a_lock_that_is_none_is_one_sentence(tmp_path, line, said):
    (tmp_path / "ours.toml").write_text(f'based_on = "jianbao-a4"\n[locks]\n{line}\n', "utf8")
    with pytest.raises(LayoutError) as caught:
        load_layout("ours.toml", folder=tmp_path)
    assert said in caught.value.zh
    assert caught.value.source == Source(str(tmp_path / "ours.toml"), 3)


def test_what_is_new_is_no_change_of_what_was():
    before = issue()
    more = with_ids(replace(before, sections=(*before.sections, Section("新", (), HERE))))
    assert broken({"section": frozenset({Aspect.CONTENT})}, before, more) is None
    assert broken({"section": frozenset({Aspect.PLACE})}, before, more) is not None
