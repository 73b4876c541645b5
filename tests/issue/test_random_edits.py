"""Edits in any order: none fails, no character and no photo is lost, marks stay sound, ids stay,
and what was left alone is the same object.
"""

from __future__ import annotations

from collections import Counter

from edited_issues import (
    characters,
    check,
    ids_of,
    issues,
    note,
    photos_of,
    random_articles,
    text_places,
)
from examples import examples
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from layouts.issue import edits
from layouts.issue.article import ArticleKind, Paragraph
from layouts.issue.edits.tree import text_of
from layouts.issue.edits.typed import one_line
from layouts.issue.ids import IdsGiven, with_ids, with_ids_after
from layouts.issue.lead import first_paragraph, title_of_paragraph
from layouts.issue.marks import TRAITS
from layouts.issue.photo import Crop, Photo, Side
from layouts.issue.places import SUBTITLE, TITLE, Place, articles
from layouts.issue.text import Comment, MarkKind

typed = st.text("甲乙丙𬭁▲。，“”AbC12 \n\t\x00e\u0301", max_size=8)
pick = st.integers(0, 10**6)


def printed(string):
    """The characters of a string that count."""
    return Counter("".join(one_line(string).split()))


class Editor(RuleBasedStateMachine):
    """Edits one issue again and again."""

    @initialize(start=issues)
    def open(self, start):
        self.given, self.gone = IdsGiven(), set()
        self._issue = with_ids(start)
        self.in_step = True

    @property
    def issue(self):
        return self._issue

    @issue.setter
    def issue(self, after):
        """Take the issue after an edit, as a session does.

        Whatever it holds has an id of its own, and none that something else ever had.
        """
        named = with_ids_after(self._issue, after, self.given)
        names, before = ids_of(named), ids_of(self._issue)
        assert len(names) == len(set(names))
        assert all(names)
        assert not self.gone.intersection(names)
        self.gone.update(set(before).difference(names))
        self._issue = named

    # where

    def position(self, number, blocks=()):
        """A position in any text, or in one of these `blocks` where there are such."""
        places = text_places(self.issue)
        places = [place for place in places if place.block in blocks] or places
        place = places[number % len(places)]
        return place, number // len(places) % (len(text_of(self.issue, place).string) + 1)

    def article(self, number):
        places = [place for place, _ in articles(self.issue)]
        return places[number % len(places)] if places else None

    def photo(self, number):
        places = [
            place
            for place in text_places(self.issue)
            if (place.block or -1) >= 0 and isinstance(self.block(place), Photo)
        ]
        return places[number % len(places)] if places else None

    def block(self, place):
        return self.issue.sections[place.section].articles[place.article].blocks[place.block]

    # what every edit must keep

    def take(self, edited, more=Counter(), less=Counter(), fresh=10**6):  # noqa: B006, read only
        before, after = self.issue, edited.issue
        assert characters(after) == characters(before) + more - less
        assert photos_of(after) == photos_of(before)
        self.shares(before, after, fresh)
        self.issue = after

    def take_caret(self, edited, more=Counter(), less=Counter(), fresh=10**6):  # noqa: B006, read only
        _, place, offset = edited
        assert 0 <= offset <= len(text_of(edited.issue, place).string)
        self.take(edited, more, less, fresh)

    def shares(self, before, after, fresh):
        old = [block for _, found in articles(before) for block in found.blocks]
        known = {id(block) for block in old}
        assert (
            sum(id(block) not in known for _, found in articles(after) for block in found.blocks)
            <= fresh
        )
        if after == before:
            assert after is before
        for one, other in zip(before.sections, after.sections, strict=False):
            assert one is other or one != other
            for first, second in zip(one.articles, other.articles, strict=False):
                assert first is second or first != second

    @invariant()
    def sound(self):
        check(self.issue)

    @invariant()
    def leads_are_titles(self):
        for _, found in articles(self.issue) if self.in_step else ():
            if found.kind is ArticleKind.RUN_IN:
                index = first_paragraph(found.blocks)
                block = found.blocks[index] if index is not None else None
                assert found.title.string == (
                    title_of_paragraph(block.text).string if isinstance(block, Paragraph) else ""
                )

    # text

    @rule(number=pick, string=typed)
    def type(self, number, string):
        place, offset = self.position(number)
        more = printed(string) if place.article is not None else Counter()
        self.take_caret(edits.insert_text(self.issue, place, offset, string), more, fresh=1)

    @rule(number=pick, string=typed)
    def paste(self, number, string):
        place, offset = self.position(number)
        more = printed(string) if place.article is not None else Counter()
        self.take_caret(edits.paste_text(self.issue, place, offset, string), more)

    @rule(one=pick, other=pick)
    def delete(self, one, other):
        start, end = self.position(one), self.position(other)
        gone = Counter("".join(edits.plain_text(self.issue, start, end).split()))
        if start[0] == end[0] and start[0].article is None:
            gone = Counter()
        self.take_caret(edits.delete_range(self.issue, start, end), less=gone)

    @rule(number=pick)
    def split(self, number):
        self.take_caret(edits.split_paragraph(self.issue, *self.position(number)), fresh=2)

    @rule(number=pick)
    def break_page(self, number):
        place, offset = self.position(number)
        edited = edits.break_page(self.issue, place, offset)
        # as many words before the caret as there were, and the same ones behind it
        self.take_caret(edited, fresh=3)

    @rule(one=pick, other=pick, to=pick, copies=st.booleans(), into_head=st.booleans())
    def move_text(self, one, other, to, copies, into_head):
        start, end = map(self.position, (one, other))
        to = self.position(to, (TITLE, SUBTITLE) if into_head else ())
        if any(place.article is None for place, _ in (start, end, to)):
            return
        marked = edits.plain_text(self.issue, start, end)
        act = edits.copy_text if copies else edits.move_text
        after, begin, finish = act(self.issue, start, end, to)
        for place, offset in (begin, finish):
            assert 0 <= offset <= len(text_of(after, place).string)
        assert edits.reading_order(begin) <= edits.reading_order(finish)
        assert printed(edits.plain_text(after, begin, finish)) == printed(marked)
        self.take_caret(edits.TextEdited(after, *finish), printed(marked) if copies else Counter())

    @rule(number=pick)
    def join_back(self, number):
        self.take_caret(edits.join_with_previous(self.issue, self.position(number)[0]), fresh=2)

    @rule(number=pick)
    def join_forward(self, number):
        self.take_caret(edits.join_with_next(self.issue, self.position(number)[0]), fresh=2)

    @rule(one=pick, other=pick, kind=st.sampled_from((None, *MarkKind)))
    def mark(self, one, other, kind):
        start, end = self.position(one), self.position(other)
        if kind is None:
            self.take_caret(edits.clear_marks(self.issue, start, end))
        elif TRAITS[kind].valued:
            value = (
                Comment("某", "2026-11-29T08:00", "何处？") if kind is MarkKind.COMMENT else "注"
            )
            self.take_caret(edits.set_mark(self.issue, start, end, kind, value))
        else:
            self.take_caret(edits.toggle_mark(self.issue, start, end, kind))

    @rule(one=pick, other=pick)
    def pull_quote(self, one, other):
        start, end = self.position(one), self.position(other)
        try:
            edited = edits.pull_quote(self.issue, start, end)
        except LookupError:
            assert start[0].article is None or start[0].of_article != end[0].of_article
            return
        self.take_caret(edited, printed(edits.plain_text(self.issue, start, end)), fresh=1)

    @rule(number=pick, level=st.sampled_from((None, 1, 2, 3, 4)))
    def level(self, number, level):
        place, _ = self.position(number)
        try:
            edited = edits.set_level(self.issue, place, level)
        except LookupError:
            return
        self.take(edited, fresh=1)

    @rule(old=st.sampled_from("甲乙的一。aB"), new=typed)
    def replace_all(self, old, new):
        found = [
            match
            for match in edits.find(self.issue, old)
            if match.place is not None and match.place.article is not None
        ]
        # the words of notes are no characters of a text
        found = [match for match in found if match.note is None]
        gone = Counter(
            text_of(self.issue, match.place).string[match.start : match.end] for match in found
        )
        come = Counter({character: times * len(found) for character, times in printed(new).items()})
        self.take(edits.replace_all(self.issue, old, new), come, gone)

    # articles, sections, blocks

    @rule(number=pick, kind=st.sampled_from(ArticleKind))
    def kind(self, number, kind):
        if place := self.article(number):
            before, after = self.issue, edits.set_kind(self.issue, place, kind).issue
            marks = ("▲", "。")
            assert {c: n for c, n in characters(after).items() if c not in marks} == {
                c: n for c, n in characters(before).items() if c not in marks
            }
            assert photos_of(after) == photos_of(before)
            self.shares(before, after, 1)
            self.issue = after

    @rule(
        numbers=st.lists(pick, min_size=1, max_size=3),
        to=pick,
        act=st.sampled_from(("move", "up", "down")),
    )
    def move(self, numbers, to, act):
        places = [self.article(number) for number in numbers]
        if places[0] is None:
            return
        section = to % len(self.issue.sections)
        gap = Place(section, to // 7 % (len(self.issue.sections[section].articles) + 1))
        if act == "move":
            edited = edits.move_articles(self.issue, places, gap)
        else:
            edited = (edits.move_up if act == "up" else edits.move_down)(self.issue, places)
        moved = [self.at(self.issue, place) for place in sorted(set(places))]
        assert characters(edited.issue) == characters(self.issue)
        assert sorted(map(id, self.all_articles(edited.issue))) == sorted(
            map(id, self.all_articles(self.issue))
        )
        if edited.issue is not self.issue:
            section, first = edited.place.section, edited.place.article
            assert all(
                self.at(edited.issue, Place(section, first + k)) is one
                for k, one in enumerate(moved)
            )
        self.issue = edited.issue

    @staticmethod
    def at(of, place):
        return of.sections[place.section].articles[place.article]

    @staticmethod
    def all_articles(of):
        return [found for _, found in articles(of)]

    @rule(number=pick, found=random_articles())
    def insert(self, number, found):
        section = number % len(self.issue.sections)
        edited = edits.insert_articles(self.issue, Place(section), (found,))
        assert self.at(edited.issue, edited.place) is found
        self.issue = edited.issue

    @rule(number=pick)
    def remove(self, number):
        if place := self.article(number):
            edited = edits.remove_article(self.issue, place)
            assert edited.place.article is None or self.at(edited.issue, edited.place)
            self.issue = edited.issue

    @rule(number=pick, to=pick)
    def move_section(self, number, to):
        count = len(self.issue.sections)
        self.issue = edits.move_section(self.issue, Place(number % count), to % (count + 1)).issue

    @rule(number=pick, title=typed)
    def title(self, number, title):
        place = self.article(number)
        if place and self.at(self.issue, place).kind is not ArticleKind.BRIEF:
            edited = edits.set_title(self.issue, place, title)
            self.in_step = self.in_step and bool(self.at(edited.issue, place).title.string)
            assert photos_of(edited.issue) == photos_of(self.issue)
            self.issue = edited.issue

    @rule(number=pick)
    def put_in_a_note(self, number):
        if place := self.article(number):
            count = len(self.at(self.issue, place).blocks)
            made = note("按语", "")
            self.take(
                edits.insert_block(
                    self.issue, place._replace(block=number // 3 % (count + 1)), made
                ),
                Counter("按语"),
                fresh=1,
            )

    # photos

    @rule(number=pick, to=pick, line=st.integers(-1, 9), side=st.sampled_from(Side))
    def move_photo(self, number, to, line, side):
        photo, target = self.photo(number), self.article(to)
        if photo is None:
            return
        block = to // 3 % (len(self.at(self.issue, target).blocks) + 1)
        edited = edits.move_photo(self.issue, photo, target, block, line, side)
        assert Counter(found.path for found in photos_of(edited.issue)) == Counter(
            found.path for found in photos_of(self.issue)
        )
        assert characters(edited.issue) == characters(self.issue)
        self.shares(self.issue, edited.issue, 1)
        old, self.issue = self.block(photo), edited.issue
        moved = self.block(edited.place)
        assert (moved.path, moved.caption.string, moved.side, moved.line) == (
            old.path,
            old.caption.string,
            side,
            max(0, line),
        )

    @rule(number=pick, edges=st.tuples(*[st.floats(-0.5, 1.5)] * 4))
    def crop(self, number, edges):
        if place := self.photo(number):
            self.issue = edits.set_crop(self.issue, place, Crop(*edges)).issue
            left, top, right, bottom = self.block(place).crop
            assert min(left, top, right, bottom) >= 0
            assert max(left + right, top + bottom) <= 0.95 + 1e-9

    @rule(number=pick)
    def add_photo(self, number):
        if place := self.article(number):
            edited = edits.add_photo(self.issue, place, "d.jpg")
            assert len(photos_of(edited.issue)) == len(photos_of(self.issue)) + 1
            self.issue = edited.issue


TestEditor = Editor.TestCase
TestEditor.settings = settings(max_examples=examples(60), stateful_step_count=40)
