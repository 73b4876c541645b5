"""Paragraphs that number themselves: the numbers are right wherever a paragraph is moved."""

from __future__ import annotations

import pytest
from composing import NOWHERE

from layouts.issue.article import Paragraph, Subheading
from layouts.issue.form import PLAIN, FormKind, ItemLabel, ParagraphForm, deeper, higher
from layouts.issue.numbering import counted, label_text
from layouts.issue.photo import Photo
from layouts.issue.text import Text


def item(label=ItemLabel.FIGURE, level=1, **said):
    form = ParagraphForm(FormKind.NUMBERED, level, label, **said)
    return Paragraph(Text("项"), NOWHERE, form=form)


TEXT = Paragraph(Text("文"), NOWHERE)
HEADING = Subheading(Text("题"), 1, NOWHERE)
PHOTO = Photo("a.jpg", "", NOWHERE)
BULLET = Paragraph(Text("项"), NOWHERE, form=ParagraphForm(FormKind.BULLETED))


def numbers(*blocks):
    return [found.number for found in counted(blocks).values()]


def test_items_are_counted_on():
    assert numbers(item(), item(), item()) == [1, 2, 3]


def test_a_paragraph_or_a_heading_between_begins_anew():
    assert numbers(item(), item(), TEXT, item()) == [1, 2, 1]
    assert numbers(item(), HEADING, item()) == [1, 1]


def test_a_photo_between_does_not():
    assert numbers(item(), PHOTO, item()) == [1, 2]


def test_it_goes_on_across_other_paragraphs_where_it_says_so():
    assert numbers(item(), item(), TEXT, HEADING, item(goes_on=True), item()) == [1, 2, 3, 4]


def test_what_goes_on_goes_on_with_the_last_list_like_it():
    han = item(ItemLabel.HAN)
    assert numbers(item(), item(), TEXT, han, TEXT, item(goes_on=True)) == [1, 2, 1, 3]


def test_it_begins_where_it_is_said_to():
    assert numbers(item(), item(start=7), item()) == [1, 7, 8]


def test_deeper_items_part_no_list_and_begin_anew_under_each():
    below = item(ItemLabel.FIGURE_IN_BRACKETS, 2)
    assert numbers(item(), below, below, item(), below) == [1, 1, 2, 2, 1]


def test_another_label_is_another_list():
    assert numbers(item(), item(ItemLabel.CIRCLED), item()) == [1, 1, 1]


def test_signs_have_no_number_and_end_a_list_of_their_level():
    assert numbers(item(), BULLET, item()) == [1, 0, 1]


def test_moving_an_item_gives_all_their_numbers():
    first, second, third = (
        Paragraph(Text(word), NOWHERE, form=item().form) for word in ("甲", "乙", "丙")
    )
    assert numbers(third, first, second) == [1, 2, 3]


# GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）


@pytest.mark.parametrize(
    ("label", "number", "text"),
    [
        (ItemLabel.HAN, 1, "一、"),
        (ItemLabel.HAN, 10, "十、"),
        (ItemLabel.HAN, 12, "十二、"),
        (ItemLabel.HAN, 20, "二十、"),
        (ItemLabel.HAN, 101, "一百〇一、"),
        (ItemLabel.HAN, 110, "一百一十、"),
        (ItemLabel.HAN_IN_BRACKETS, 3, "（三）"),
        (ItemLabel.FIGURE, 4, "4."),
        (ItemLabel.FIGURE_IN_BRACKETS, 15, "（15）"),
        (ItemLabel.CIRCLED, 20, "⑳"),
        (ItemLabel.CIRCLED, 51, "（51）"),
    ],
)
def test_labels(label, number, text):
    assert label_text(label, number) == text


def test_a_level_down_takes_the_next_label_and_back():
    first = ParagraphForm(FormKind.NUMBERED, label=ItemLabel.FIGURE, start=4)
    second = deeper(first)
    assert (second.level, second.label, second.start) == (2, ItemLabel.FIGURE_IN_BRACKETS, None)
    assert higher(second) == ParagraphForm(FormKind.NUMBERED, label=ItemLabel.FIGURE)
    assert higher(higher(second)) == higher(second)
    assert deeper(PLAIN) == PLAIN
