"""One manuscript is one article; several manuscripts, briefs and whole issues are parted."""

from pathlib import Path

from typed_text import NEWS, TITLE, only, paragraphs, recognised

from layouts.importing.received import Look, ReceivedBreak, ReceivedDocument, ReceivedParagraph
from layouts.importing.recognition import Recognition, recognise
from layouts.issue.article import ArticleKind
from layouts.issue.text import Text

OTHER = "石桥村举办春耕农机服务日"
THIRD = "澜汀书房延长周末开放时间"


def titles(found: Recognition) -> list[str]:
    return [known.article.title.string for known in found.articles]


def bylines(found: Recognition) -> list[str]:
    return [known.byline_raw for known in found.articles]


def test_after_a_byline_at_its_end_another_article_begins() -> None:
    lines = (TITLE, *NEWS, "供稿：水务站", OTHER, *NEWS, "（石桥村供稿）", THIRD, *NEWS)
    found = recognised("\n".join(lines))
    assert titles(found) == [TITLE, OTHER, THIRD]
    assert bylines(found) == ["供稿：水务站", "（石桥村供稿）", ""]
    assert all(paragraphs(known) == list(NEWS) for known in found.articles)


def test_so_it_does_after_one_at_the_end_of_a_paragraph() -> None:
    lines = (TITLE, NEWS[0] + "（水务站 季望舒）", OTHER, NEWS[1] + "（供稿：石桥村）")
    found = recognised("\n".join(lines))
    assert titles(found) == [TITLE, OTHER]
    assert bylines(found) == ["（水务站 季望舒）", "（供稿：石桥村）"]


def test_titles_with_a_byline_right_below_begin_articles() -> None:
    lines = (TITLE, "供稿：水务站", *NEWS, OTHER, "供稿：石桥村", *NEWS)
    found = recognised("\n".join(lines))
    assert titles(found) == [TITLE, OTHER]
    assert bylines(found) == ["供稿：水务站", "供稿：石桥村"]


def test_photographer_editors_and_telephone_below_the_byline_belong_to_the_article_above() -> None:
    lines = (TITLE, *NEWS, "供稿：水务站", "审核：季望舒", OTHER, *NEWS, "供稿：石桥村")
    assert titles(recognised("\n".join(lines))) == [TITLE, OTHER]


def test_text_below_a_byline_that_is_no_title_belongs_to_the_article_above() -> None:
    known = only("\n".join((TITLE, *NEWS[:2], "供稿：水务站", NEWS[2])))
    assert paragraphs(known) == list(NEWS)


def test_short_lines_in_one_manuscript_do_not_tear_it() -> None:
    lines = (TITLE, NEWS[0], "检修早部署", NEWS[1], "险情早发现", NEWS[2], "供稿：水务站")
    assert only("\n".join(lines)).article.title.string == TITLE


def test_names_in_brackets_inside_one_manuscript_do_not_tear_it() -> None:
    lines = (TITLE, NEWS[0], "【主要做法】", NEWS[1], "【取得成效】", NEWS[2])
    assert len(only("\n".join(lines)).article.blocks) == 5


def test_lines_that_look_like_the_first_title_begin_articles() -> None:
    head, text = Look(centred=True, size=22.0), Look(size=16.0)
    lines = [(TITLE, head), *((words, text) for words in NEWS)]
    lines += [(OTHER, head), *((words, text) for words in NEWS)]
    blocks = tuple(ReceivedParagraph(Text(words), look=look) for words, look in lines)
    found = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks))
    assert titles(found) == [TITLE, OTHER]


def test_headings_of_the_same_level_with_text_are_titles_and_the_one_above_a_section() -> None:
    lines = [("基层动态", 1), (TITLE, 2), (NEWS[0], 0), (OTHER, 2), (NEWS[1], 0)]
    lines += [("文化园地", 1), (THIRD, 2), (NEWS[2], 0)]
    blocks = tuple(
        ReceivedParagraph(Text(words), look=Look(heading=level)) for words, level in lines
    )
    found = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks))
    assert titles(found) == [TITLE, OTHER, THIRD]
    assert [known.section for known in found.articles] == ["基层动态", "基层动态", "文化园地"]


def test_a_page_turn_alone_does_not_tear_a_manuscript() -> None:
    first, second = (ReceivedParagraph(Text(words)) for words in NEWS[:2])
    blocks = (ReceivedParagraph(Text(TITLE)), first, ReceivedBreak(), second)
    found = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks))
    assert len(found.articles) == 1


def test_numbered_items_under_briefs_are_one_article_each() -> None:
    lines = ("简讯", "1.4月2日，水务站检修泵站。", "2、4月3日，石桥村春耕。", "3.书房延时开放。")
    found = recognised("\n".join(lines))
    assert [known.article.kind for known in found.articles] == [ArticleKind.BRIEF] * 3
    assert [paragraphs(known) for known in found.articles] == [[line] for line in lines[1:]]
    assert {known.section for known in found.articles} == {"简讯"}
    assert titles(found) == ["", "", ""]


def test_a_heading_of_briefs_goes_into_the_section_that_the_issue_has_for_them() -> None:
    found = recognised("简讯三则\n1、水务站检修泵站。\n2、石桥村春耕。", "基层动态", "简讯")
    assert [known.section for known in found.articles] == ["简讯", "简讯"]


def test_briefs_have_bylines_of_their_own() -> None:
    found = recognised("简讯\n1、水务站检修泵站。（水务站）\n2、石桥村春耕。（石桥村 林一诺）")
    assert bylines(found) == ["（水务站）", "（石桥村 林一诺）"]


def test_numbered_items_in_an_article_are_no_briefs() -> None:
    known = only(f"{TITLE}\n1、4月2日，检修泵站。\n2、4月3日，检修水闸。")
    assert known.article.kind is ArticleKind.HEADLINE


def test_every_triangle_begins_a_run_in_article() -> None:
    found = recognised(f"▲ {TITLE}。{NEWS[0]}\n{NEWS[1]}\n▲{OTHER}。{NEWS[2]}")
    assert titles(found) == [TITLE, OTHER]
    assert {known.article.kind for known in found.articles} == {ArticleKind.RUN_IN}
    assert len(paragraphs(found.articles[0])) == 2


ISSUE = (
    "澜汀简报",
    "第 7 期（总第 61 期）",
    "澜汀镇人民政府办公室",
    "2026年4月2日",
    "本期要目",
    "【基层动态】",
    TITLE,
    OTHER,
    "【文化园地】",
    THIRD,
    "【基层动态】",
    TITLE,
    *NEWS,
    "【供稿：水务站】",
    OTHER,
    *NEWS,
    "【供稿：石桥村】",
    "【文化园地】",
    THIRD,
    *NEWS,
    "报：镇党委　送：各村",
    "（共印30份）",
)


def test_a_whole_issue_is_parted_and_its_masthead_contents_and_colophon_are_left_out() -> None:
    found = recognised("\n".join(ISSUE))
    assert titles(found) == [TITLE, OTHER, THIRD]
    assert [known.section for known in found.articles] == ["基层动态", "基层动态", "文化园地"]
    assert [entry.text for entry in found.lost] == [*ISSUE[:10], *ISSUE[-2:]]
    assert found.masthead is not None
    assert (found.masthead.number, found.masthead.total) == (7, 61)


def test_a_section_without_an_article_is_told_as_left_out() -> None:
    found = recognised("\n".join((TITLE, *NEWS, "供稿：水务站", "【文化园地】")))
    assert len(found.articles) == 1
    assert [(entry.code, entry.text) for entry in found.lost] == [("section-empty", "文化园地")]


def test_a_document_without_text_has_no_article() -> None:
    assert recognised("\n\n").articles == ()
