"""What an editor's answers make of a recognition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typed_text import NEWS, TITLE, headings, paragraphs, recognised

from layouts.errors import BYLINE
from layouts.importing.recognition import Answer, Doubt, Recognition, answered
from layouts.issue.article import Subheading
from layouts.issue.text import LINE_BREAK


def doubt_of(found: Recognition, code: str) -> Doubt:
    return next(doubt for doubt in found.doubts if doubt.code == code)


def test_the_first_answer_settles_the_doubt_and_changes_nothing() -> None:
    found = recognised("\n".join((TITLE, NEWS[0], "险情早发现", NEWS[1])))
    (doubt,) = found.doubts
    done = answered(found, doubt, doubt.answers[0])
    assert done.articles == found.articles
    assert done.doubts == ()


def test_a_subheading_becomes_text_and_text_the_title_of_another_article() -> None:
    found = recognised("\n".join((TITLE, NEWS[0], "险情早发现", NEWS[1], "供稿：水务站")))
    (doubt,) = found.doubts
    text = answered(found, doubt, Answer.TEXT)
    assert paragraphs(text.articles[0]) == [NEWS[0], "险情早发现", NEWS[1]]
    parted = answered(found, doubt, Answer.TITLE)
    assert [known.article.title.string for known in parted.articles] == [TITLE, "险情早发现"]
    assert [paragraphs(known) for known in parted.articles] == [[NEWS[0]], [NEWS[1]]]
    assert [known.byline_raw for known in parted.articles] == ["", "供稿：水务站"]


def test_the_first_paragraph_becomes_the_title_that_was_missing() -> None:
    found = recognised("\n".join(NEWS))
    done = answered(found, found.doubts[0], Answer.TITLE)
    assert done.articles[0].article.title.string == NEWS[0]
    assert paragraphs(done.articles[0]) == list(NEWS[1:])


@pytest.mark.parametrize("answer", [Answer.SUBTITLE, Answer.SUBHEADING, Answer.TEXT])
def test_the_second_line_of_a_title_goes_where_it_belongs(answer: Answer) -> None:
    found = recognised("\n".join(("防汛有备早一步", "澜汀无忧稳一方", *NEWS)))
    known = answered(found, found.doubts[0], answer).articles[0]
    assert known.article.title.string == "防汛有备早一步"
    subtitle = known.article.subtitle.string if known.article.subtitle else ""
    first = {
        Answer.SUBTITLE: subtitle,
        Answer.SUBHEADING: headings(known)[0][1] if headings(known) else "",
        Answer.TEXT: paragraphs(known)[0],
    }
    assert first[answer] == "澜汀无忧稳一方"


def test_a_byline_becomes_text_where_it_stood() -> None:
    above = recognised("\n".join((TITLE, "季望舒", *NEWS)))
    known = answered(above, doubt_of(above, "byline-doubtful"), Answer.TEXT).articles[0]
    assert paragraphs(known) == ["季望舒", *NEWS]
    assert (known.article.byline, known.byline_raw) == (None, "")
    below = recognised("\n".join((TITLE, *NEWS, "季望舒")))
    known = answered(below, doubt_of(below, "byline-doubtful"), Answer.TEXT).articles[0]
    assert paragraphs(known) == [*NEWS, "季望舒"]


def test_a_byline_under_the_title_becomes_its_second_line_or_the_subtitle() -> None:
    found = recognised("\n".join((TITLE, "水务站", *NEWS)))
    doubt = doubt_of(found, "byline-doubtful")
    known = answered(found, doubt, Answer.SUBTITLE).articles[0]
    assert known.article.subtitle is not None
    assert known.article.subtitle.string == "水务站"
    assert paragraphs(known) == list(NEWS)


def test_what_was_taken_for_another_article_joins_the_one_above() -> None:
    lines = (TITLE, "供稿：水务站", *NEWS, "防汛有备", "供稿：石桥村", *NEWS)
    found = recognised("\n".join(lines))
    done = answered(found, doubt_of(found, "article-doubtful"), Answer.SUBHEADING)
    (known,) = done.articles
    assert headings(known) == [(1, "防汛有备")]
    assert paragraphs(known) == [*NEWS, *NEWS]
    assert known.byline_raw == "供稿：水务站\n供稿：石桥村"


def test_a_caption_without_its_photo_becomes_text_where_it_stood() -> None:
    found = recognised("\n".join((TITLE, NEWS[0], "图1：检修现场", NEWS[1])))
    done = answered(found, found.doubts[0], Answer.TEXT)
    assert paragraphs(done.articles[0]) == [NEWS[0], "图1：检修现场", NEWS[1]]
    assert (done.asides, done.lost, done.doubts) == ((), (), ())


def test_editors_become_part_of_the_byline() -> None:
    found = recognised("\n".join((TITLE, *NEWS, "供稿：水务站", "审核：季望舒")))
    known = answered(found, found.doubts[0], Answer.BYLINE).articles[0]
    assert known.byline_raw == "供稿：水务站\n审核：季望舒"
    assert known.article.byline is not None
    assert known.article.byline.string == "【供稿：水务站　审核：季望舒】"


def test_the_other_doubts_point_at_their_lines_still() -> None:
    lines = (TITLE, NEWS[0], "险情早发现", NEWS[1], "图1：检修现场", NEWS[2], "群众早安心", NEWS[0])
    found = recognised("\n".join(lines))
    first, caption, last = found.doubts
    done = answered(found, first, Answer.TITLE)
    assert [(doubt.article, doubt.block) for doubt in done.doubts] == [(1, 1), (1, 2)]
    done = answered(done, done.doubts[0], Answer.TEXT)
    (left,) = done.doubts
    block = done.articles[left.article].article.blocks[left.block]
    assert isinstance(block, Subheading)
    assert block.text.string == "群众早安心"
    assert (caption.code, last.code) == ("caption-without-photo", "subheading-doubtful")


LINES = st.sampled_from(
    [
        *NEWS,
        *(TITLE, "险情早发现", "季望舒", "水务站", "图1：检修现场", "供稿：水务站", "审核：季望舒"),
        *("一、检修情况", "3月2日", "——纪实", "【做法】", "简讯", "1、检修。", "（水务站）"),
        "防汛有备",
    ]
)


def letters(found: Recognition) -> list[str]:
    """Every Hanzi of the articles, captions aside included, sorted."""
    strings = [aside.text for aside in found.asides]
    for known in found.articles:
        article = known.article
        strings += [article.title.string, known.byline_raw, known.section]
        strings += [article.subtitle.string if article.subtitle else ""]
        strings += paragraphs(known) + [words for _, words in headings(known)]
    return sorted("".join(strings).replace(LINE_BREAK, "").replace("\n", ""))


@given(st.lists(LINES, min_size=1, max_size=12), st.data())
def test_no_answer_loses_a_character_or_leaves_a_doubt_astray(
    lines: list[str], data: st.DataObject
) -> None:
    found = recognised("\n".join(lines))
    while found.doubts:
        doubt = data.draw(st.sampled_from(found.doubts))
        answer = data.draw(st.sampled_from(doubt.answers))
        done = answered(found, doubt, answer)
        if answer not in (Answer.LEAVE_OUT, Answer.SECTION):  # which an editor wants gone
            assert set(letters(found)) <= set(letters(done)) | set("【】[]")
        for left in done.doubts:
            blocks = done.articles[left.article].article.blocks
            assert BYLINE - 1 <= left.block <= len(blocks)
        found = done
