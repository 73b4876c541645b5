"""Readings proposed: heteronyms by their phrase, rare characters where an article has them first."""

from __future__ import annotations

import pytest
from marked_text import article, issue_of, text_of

from layouts.issue import edits
from layouts.issue.edits import TextSpan
from layouts.issue.places import Place, text_at
from layouts.issue.text import Mark, MarkKind
from layouts.text.pinyin import (
    is_rare,
    proposed_reading,
    rare_words,
    readings_of,
    selected_words,
    with_tone_marks,
)


@pytest.mark.parametrize(
    ("string", "word", "said"),
    [
        ("去重庆出差", "重庆", "chóng qìng"),
        ("很重要", "重要", "zhòng yào"),
        ("建设银行的行长", "行长", "háng zhǎng"),
        ("步行去", "步行", "bù xíng"),
        ("安徽六安人", "六安", "lù ān"),
    ],
)
def test_a_heteronym_is_read_as_its_phrase_has_it(string: str, word: str, said: str) -> None:
    """《现代汉语词典》."""
    at = string.index(word)
    assert readings_of(string, at, at + len(word))[0] == said


def test_then_the_word_in_one_with_an_apostrophe_where_it_could_be_misread() -> None:
    """GB/T 16159: lù'ān, not lùān."""
    assert readings_of("六安人", 0, 2)[1] == "lù'ān"


def test_then_what_else_a_character_may_be_read_as() -> None:
    found = readings_of("行", 0, 1)
    assert {"xíng", "háng"} <= set(found)
    assert len(found) == len(set(found))


def test_signs_and_digits_before_a_word_move_nothing() -> None:
    assert readings_of("A1，（重庆）", 4, 6)[0] == "chóng qìng"


@pytest.mark.parametrize(
    ("character", "rare"), [("的", False), ("座", False), ("亍", True), ("疁", True), ("㐂", True)]
)
def test_what_is_rare(character: str, rare: bool) -> None:
    """GB 2312 has 3755 common Hanzi, 座 the last of them, then 亍 and other rarer ones."""
    assert is_rare(character) is rare


def test_rare_characters_are_proposed_where_an_article_has_them_first() -> None:
    issue = issue_of(
        article("亳州的药市", "再到亳州", title="标题"), article("又是亳州和疁城", title="标题")
    )
    assert [(one.place, one.start, one.words) for one in rare_words(issue)] == [
        (Place(0, 0, 0), 0, "亳"),
        (Place(0, 1, 0), 2, "亳"),
        (Place(0, 1, 0), 5, "疁"),
    ]
    assert [one.words for one in rare_words(issue, Place(0, 0))] == ["亳"]


def test_none_is_that_has_a_reading_in_its_article() -> None:
    issue = issue_of(article("到亳州", "{ruby=bó|亳}州", title="标题"))
    assert list(rare_words(issue)) == []


def test_what_is_selected_is_proposed_word_by_word_but_where_there_is_a_reading() -> None:
    issue = issue_of(article("我们去重庆和{ruby=bó|亳}州。", title="标题"))
    place = Place(0, 0, 0)
    found = selected_words(issue, (place, 2), (place, 9))
    assert [one.words for one in found] == ["去", "重庆", "和"]


def test_readings_are_put_all_at_once() -> None:
    issue = issue_of(article("去重庆和亳州。", title="标题"))
    place = Place(0, 0, 0)
    edited = edits.put_readings(
        issue,
        [(TextSpan(place, 1, 3), "chóng qìng"), (TextSpan(place, 4, 5), "bó")],
    )
    assert text_at(edited.issue, place).marks == (
        Mark(1, 3, MarkKind.RUBY, "chóng qìng"),
        Mark(4, 5, MarkKind.RUBY, "bó"),
    )
    assert text_at(issue, place) == text_of("去重庆和亳州。")


@pytest.mark.parametrize(
    ("typed", "hanzi", "said"),
    [
        ("liu3 du4", 2, "liǔ dù"),
        ("liu3du4", 2, "liǔdù"),
        ("lv4", 1, "lǜ"),
        ("nu:3 er2", 2, "nǚ ér"),
        ("xi1'an1", 2, "xī'ān"),
        ("Chong2qing4", 2, "Chóngqìng"),
        ("hua1 er5", 2, "huā er"),
        ("de0", 1, "de"),
    ],
)
def test_figures_for_tones_become_their_marks(typed: str, hanzi: int, said: str) -> None:
    """GB/T 16159 has the marks; the figures are what input methods and catalogues type."""
    assert with_tone_marks(typed, hanzi) == said


@pytest.mark.parametrize("reading", ["CO2", "Windows11", "liǔ dù", "liu du4", "3D", "", "F16"])
def test_what_is_no_reading_in_figures_stays(reading: str) -> None:
    assert with_tone_marks(reading, 2) == reading


def test_one_reading_is_proposed_for_the_words_between_two_positions() -> None:
    issue = issue_of(article("去重庆看ABC展", "第二段", title="标题"))
    at = Place(0, 0, 0)
    assert proposed_reading(issue, (at, 1), (at, 3)) == "chóng qìng"
    assert proposed_reading(issue, (at, 3), (at, 5)) == ""  # letters have no reading
    assert proposed_reading(issue, (at, 1), (Place(0, 0, 1), 2)) == ""
