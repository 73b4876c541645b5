"""What edits leave where it is: the ids of texts, and notes and comments on any character that
stays.
"""

from __future__ import annotations

import pytest
from edited_issues import FIRST, LAST, all_different, ids_of, issues
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from random_acts import ACTS

from layouts.issue.ids import IdsGiven, with_ids, with_ids_after
from layouts.issue.parts import parts_of
from layouts.issue.places import articles, texts_of
from layouts.issue.text import MarkKind


def letters(block):
    return own("".join(text.string for text in parts_of(block)))


def own(string):
    """The characters that only one text had."""
    return {character for character in string if FIRST <= ord(character) <= LAST}


def blocks_of(of):
    return {block.id: block for _, found in articles(of) for block in found.blocks}


def carried(of):
    """Every note and comment, and the characters it covers; and all characters that may carry
    one.
    """
    found, standing = {}, set()
    for at_article, inner in articles(of):
        for place, text in texts_of(inner, at_article):
            if place.block >= 0 and (
                inner.blocks[place.block].trait.repeats or not inner.blocks[place.block].trait.reads
            ):
                # a caption carries none; what a pull quote repeats has its notes where it stands in
                # the text
                continue
            standing |= own(text.string)
            for mark in text.marks:
                if mark.kind in (MarkKind.NOTE, MarkKind.COMMENT):
                    found.setdefault((mark.kind, mark.value), set()).update(
                        own(text.string[mark.start : mark.end])
                    )
    return found, standing


@pytest.mark.parametrize("name", ACTS)
@settings(max_examples=examples(10), deadline=None)
@given(issues, st.data())
def test_no_id_changes_hands_and_no_note_or_comment_is_lost(name, start, data):
    given_ids = IdsGiven()
    before = with_ids(all_different(start), given_ids)
    for act in (data.draw(st.sampled_from(list(ACTS.values()))), *(ACTS[name],) * 4):
        after = with_ids_after(before, act(data, before), given_ids)
        ids_stay(before, after)
        marks_stay(before, after)
        before = after


def ids_stay(before, after):
    names = ids_of(after)
    assert len(names) == len(set(names))
    old, new = blocks_of(before), blocks_of(after)
    everything = set().union(*map(letters, new.values()))
    for name, block in new.items():
        if name not in old:
            gone = [letters(one) for key, one in old.items() if key not in new]
            assert not any(letters(block) & one for one in gone), (
                f"{name} names what had another id"
            )
        elif letters(old[name]) & everything:
            assert letters(block) & letters(old[name]), f"{name} does not name its text any more"


def marks_stay(before, after):
    (old, _), (new, standing) = carried(before), carried(after)
    for key, covered in old.items():
        left = covered & standing
        assert not left or left & new.get(key, set()), f"{key} on {covered} is lost"
