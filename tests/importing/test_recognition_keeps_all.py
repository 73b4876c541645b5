"""Nothing is lost and nothing added: every character of a document is in its articles or is told
as left out.
"""

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from typed_text import NEWS, TITLE, received

from layouts.errors import Source
from layouts.importing.received import (
    Look,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.recognition import RecognisedArticle, Recognition, recognise
from layouts.issue.article import Note, Paragraph, Subheading, Table
from layouts.issue.photo import Photo
from layouts.issue.text import LINE_BREAK, Text

_BETWEEN = str.maketrans("", "", f" 　\n\t{LINE_BREAK}【】[]▲")
"""Spaces between lines, and the brackets of a section's name, which the layout sets."""


def strings_of(known: RecognisedArticle) -> list[str]:
    article = known.article
    found = [known.byline_raw]
    is_run_in = article.kind.value == "run-in"
    found += [] if is_run_in else [article.title.string]
    found += [article.subtitle.string] if article.subtitle else []
    for block in article.blocks:
        if isinstance(block, Paragraph | Subheading):
            found.append(block.text.string)
        elif isinstance(block, Note):
            found += [words.string for words in block.paragraphs]
        elif isinstance(block, Photo):
            found.append(block.caption.string)
        elif isinstance(block, Table):
            found += [note.string for note in block.notes]
            found += [block.caption.string] if block.caption else []
            found += [cell.string for row in (block.header, *block.rows) for cell in row]
    return found


def kept(found: Recognition) -> Counter[str]:
    """How often each character is in the articles and in what was left out."""
    strings = [entry.text for entry in found.lost if entry.code != "byline-part"]
    for known in found.articles:
        strings += strings_of(known)
    return Counter("".join(strings).translate(_BETWEEN))


def sent(document: ReceivedDocument) -> Counter[str]:
    """How often each character is in the document."""
    strings: list[str] = []
    for block in document.blocks:
        if isinstance(block, ReceivedParagraph):
            strings.append(block.text.string)
        elif isinstance(block, ReceivedPhoto):
            strings.append(block.caption.string)
        elif isinstance(block, ReceivedTable):
            strings += [
                cell.string for row in (block.table.header, *block.table.rows) for cell in row
            ]
    return Counter("".join(strings).translate(_BETWEEN))


def assert_all_kept(document: ReceivedDocument) -> None:
    """Nothing is added, and nothing is missing but the names of sections, which articles share."""
    found = recognise(document, ("基层动态",))
    assert kept(found) <= sent(document)
    names = {known.section for known in found.articles}
    assert set(sent(document) - kept(found)) <= set("".join(names))


_LINES = st.sampled_from(
    [
        *NEWS,
        NEWS[0] + "（水务站 季望舒）",
        NEWS[1] + "　　□ 季望舒",
        TITLE,
        f"标题：{TITLE}",
        f"正文：{NEWS[2]}",
        "【基层动态】",
        "简讯三则",
        "1、4月2日，检修泵站。",
        "▲ 检修开始。泵站先行。",
        "▲图为现场（季望舒 摄）",
        "图2：巡查现场",
        "——纪实之一",
        "供稿：水务站 季望舒",
        "来源：澜汀发布 时间：2026-04-02 作者：季望舒 审核：林一诺",
        "2026年4月2日",
        "4月2日",
        "水务站",
        "季望舒",
        "编者按：请学习。",
        "编者按",
        "一、检修情况",
        "（一）进度",
        "1.阀门",
        "表1 进度",
        "注：截至3月。",
        "审核：林一诺",
        "电话：021-5555 1234",
        "阅读原文",
        "检修早部署",
        "第 7 期（总第 61 期）",
        "本期要目",
        "报：镇党委",
        f"防汛有备{LINE_BREAK}澜汀无忧",
        f"供稿：水务站{LINE_BREAK}{NEWS[0]}",
    ]
)
_LOOKS = st.builds(
    Look,
    centred=st.booleans(),
    bold=st.booleans(),
    size=st.sampled_from([None, 12.0, 16.0, 22.0]),
    heading=st.sampled_from([0, 0, 0, 1, 2, 3]),
    indent=st.sampled_from([0.0, 2.0, 9.0]),
    is_title=st.sampled_from([False, False, False, True]),
    is_subtitle=st.sampled_from([False, False, False, True]),
    is_caption=st.sampled_from([False, False, False, True]),
    is_quote=st.sampled_from([False, False, False, True]),
    in_box=st.booleans(),
    blank_above=st.booleans(),
)
_TABLE = Table((Text("村"),), ((Text("石桥"),),), ("left",), Source(""))
_BLOCKS = st.one_of(
    st.builds(
        ReceivedParagraph, st.builds(Text, _LINES), st.just(0), st.one_of(st.just(Look()), _LOOKS)
    ),
    st.builds(
        ReceivedPhoto,
        st.sampled_from([None, Path("/tmp/a.jpg")]),
        caption=st.sampled_from(["", "图1：现场"]),
        row=st.sampled_from(["", "1"]),
    ),
    st.just(ReceivedTable(_TABLE)),
    st.just(ReceivedBreak()),
)


@given(st.lists(_BLOCKS, max_size=14))
def test_every_character_of_a_document_is_in_the_articles_or_left_out(
    blocks: list[ReceivedBlock],
) -> None:
    document = ReceivedDocument(Path("稿件.docx"), "docx", tuple(blocks))
    assert_all_kept(document)


@given(st.text("，。：（）【】一二1.、图表供稿水务站季望舒—▲ \n第期要目2026年4月日", max_size=120))
def test_so_is_every_character_of_any_text(text: str) -> None:
    assert_all_kept(received(text))


def test_photos_and_tables_come_in_as_often_as_they_were() -> None:
    blocks = (
        ReceivedPhoto(Path("/tmp/a.jpg")),
        ReceivedTable(_TABLE),
        ReceivedPhoto(Path("/tmp/a.jpg")),
    )
    found = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks))
    kinds = [type(block) for known in found.articles for block in known.article.blocks]
    assert kinds == [Photo, Table, Photo]
