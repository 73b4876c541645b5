"""Captions of photos and tables tied to them, and photos as an issue has them."""

from pathlib import Path

import pytest
from marked_text import text_of
from typed_text import NEWS, TITLE, paragraphs

from layouts.errors import Source
from layouts.importing.received import (
    Look,
    ReceivedBlock,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.recognition import (
    Answer,
    AsideKind,
    Recognition,
    answered,
    recognise,
    with_photo,
)
from layouts.issue.article import Table
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text

PHOTO = ReceivedPhoto(Path("/tmp/photos/a.jpg"), "现场.jpg")


def words(string: str, look: Look | None = None) -> ReceivedParagraph:
    return ReceivedParagraph(Text(string), look=look or Look())


def found_in(*blocks: ReceivedBlock, measure: float = 34.0) -> Recognition:
    document = ReceivedDocument(Path("稿件.docx"), "docx", (words(TITLE), *blocks))
    return recognise(document, measure=measure)


def photos(found: Recognition) -> list[Photo]:
    return [
        block
        for known in found.articles
        for block in known.article.blocks
        if isinstance(block, Photo)
    ]


SAID = (
    "图1：检修现场",
    "图1 检修现场",
    "图一：检修现场",
    "图片1：检修现场。摄影 季望舒",
    "▲图为检修现场（季望舒 摄）",
    "图为检修现场。",
    "（图为检修现场）",
    "上图：检修现场",
    "左图为检修现场",
    "图：检修现场",
    "图说：检修现场",
    "检修现场（季望舒 摄）",
    "（季望舒 摄）",
)


@pytest.mark.parametrize("caption", SAID)
def test_a_line_that_says_it_is_a_caption_belongs_to_the_photo_above(caption: str) -> None:
    found = found_in(words(NEWS[0]), PHOTO, words(caption), words(NEWS[1]))
    (photo,) = photos(found)
    assert photo.caption.string == caption
    assert paragraphs(found.articles[0]) == list(NEWS[:2])
    assert found.articles[0].article.blocks.index(photo) == 1


def test_so_does_one_in_the_style_of_captions() -> None:
    found = found_in(
        words(NEWS[0]), PHOTO, words("检修现场", Look(is_caption=True)), words(NEWS[1])
    )
    assert photos(found)[0].caption.string == "检修现场"
    assert found.doubts == ()


def test_a_short_centred_line_right_under_a_photo_is_its_caption_and_asked_about() -> None:
    found = found_in(words(NEWS[0]), PHOTO, words("检修现场", Look(centred=True)), words(NEWS[1]))
    assert photos(found)[0].caption.string == "检修现场"
    assert [doubt.code for doubt in found.doubts] == ["caption-doubtful"]
    text = answered(found, found.doubts[0], Answer.TEXT)
    assert photos(text)[0].caption.string == ""
    assert paragraphs(text.articles[0]) == [NEWS[0], "检修现场", NEWS[1]]


def test_a_caption_that_the_source_ties_to_its_photo_stays() -> None:
    photo = ReceivedPhoto(Path("/tmp/photos/a.jpg"), caption="检修现场")
    assert photos(found_in(words(NEWS[0]), photo, words(NEWS[1])))[0].caption.string == "检修现场"


def test_a_caption_keeps_its_marks() -> None:
    said = text_of("检修{bold|现场}的CO{subscript|2}{note=按年报。|读数}")
    found = found_in(words(NEWS[0]), PHOTO, ReceivedParagraph(said, 2, Look(is_caption=True)))
    assert photos(found)[0].caption == said
    assert found.lost == ()


@pytest.mark.parametrize("kind", ["bold", "kai"])
def test_bold_and_kai_of_a_whole_caption_are_how_its_source_sets_captions(kind: str) -> None:
    said = text_of(f"{{{kind}|检修现场的CO{{subscript|2}}读数}}")
    photo = ReceivedPhoto(Path("/tmp/photos/a.jpg"), caption=said)
    below = ReceivedParagraph(said, 2, Look(is_caption=True))
    for blocks in ((photo,), (PHOTO, below)):
        found = found_in(words(NEWS[0]), *blocks, words(NEWS[1]))
        assert photos(found)[0].caption == text_of("检修现场的CO{subscript|2}读数")


def test_a_caption_that_waits_for_its_photo_keeps_its_marks() -> None:
    said = text_of("图1：检修{bold|现场}")
    found = found_in(words(NEWS[0]), ReceivedParagraph(said, 2, Look(is_caption=True)))
    (aside,) = found.asides
    put = with_photo(found, 0, Photo("a.jpg", "", Source("")))
    assert (aside.text, photos(put)[0].caption) == (said.string, said)


def test_captions_below_two_photos_go_to_them_in_their_order() -> None:
    blocks = (PHOTO, PHOTO, words("图1：检修现场"), words("图2：巡查现场"))
    found = found_in(words(NEWS[0]), *blocks, words(NEWS[1]))
    assert [photo.caption.string for photo in photos(found)] == ["图1：检修现场", "图2：巡查现场"]


def test_the_caption_of_a_photo_in_a_paragraph_stands_below_that() -> None:
    found = found_in(PHOTO, words(NEWS[0]), words("图1：检修现场"), PHOTO, words(NEWS[1]))
    assert [photo.caption.string for photo in photos(found)] == ["图1：检修现场", ""]


def test_a_row_of_photos_has_the_caption_at_its_last() -> None:
    row = ReceivedPhoto(Path("/tmp/photos/a.jpg"), row="1")
    found = found_in(words(NEWS[0]), row, row, words("图1：检修现场"), words(NEWS[1]))
    assert [photo.caption.string for photo in photos(found)] == ["", "图1：检修现场"]


def test_numbered_captions_at_the_end_go_to_the_photos_they_count() -> None:
    blocks = (PHOTO, words(NEWS[0]), PHOTO, words(NEWS[1]))
    found = found_in(*blocks, words("图1：检修现场"), words("图2：巡查现场"))
    assert [photo.caption.string for photo in photos(found)] == ["图1：检修现场", "图2：巡查现场"]


@pytest.mark.parametrize("caption", SAID)
def test_a_caption_without_a_photo_is_no_text_and_asked_about(caption: str) -> None:
    found = found_in(words(NEWS[0]), words(caption), words(NEWS[1]))
    assert paragraphs(found.articles[0]) == list(NEWS[:2])
    assert [(aside.kind, aside.text, aside.block) for aside in found.asides] == [
        (AsideKind.CAPTION, caption, 1)
    ]
    assert caption in [entry.text for entry in found.lost]
    assert [doubt.code for doubt in found.doubts] == ["caption-without-photo"]


def test_a_photo_found_later_takes_its_caption_with_it() -> None:
    found = found_in(words(NEWS[0]), words("图1：检修现场"), words(NEWS[1]))
    photo = Photo("/tmp/photos/图1.jpg", "", Source("稿件.docx"))
    done = with_photo(found, 0, photo)
    assert [block.caption.string for block in photos(done)] == ["图1：检修现场"]
    assert done.articles[0].article.blocks[1] == photos(done)[0]
    assert (done.asides, done.doubts, done.lost) == ((), (), ())


def test_a_sentence_about_a_picture_is_text() -> None:
    line = "图书馆与水务站共建的展板上，一幅幅图片记录了检修的全过程，引得村民驻足。"
    assert paragraphs(found_in(words(NEWS[0]), PHOTO, words(line)).articles[0]) == [NEWS[0], line]


def test_width_is_the_share_of_the_measure_and_side_that_of_the_source() -> None:
    photo = ReceivedPhoto(Path("/tmp/photos/a.jpg"), side=Side.LEFT, share=0.45)
    (left,) = photos(found_in(photo, words(NEWS[0])))
    assert (left.side, left.width) == (Side.LEFT, 15)
    (usual,) = photos(found_in(PHOTO, words(NEWS[0])))
    assert (usual.side, usual.width) == (Side.RIGHT, None)
    wide = ReceivedPhoto(Path("/tmp/photos/a.jpg"), share=0.78)
    (alone,) = photos(found_in(wide, words(NEWS[0])))
    assert alone.side is Side.NONE  # no column of eight characters beside it


def test_a_turned_photo_is_reported() -> None:
    photo = ReceivedPhoto(Path("/tmp/photos/a.jpg"), "现场.jpg", turn=90)
    assert [finding.code for finding in found_in(photo, words(NEWS[0])).findings] == [
        "photo-turned"
    ]


def test_photos_below_the_byline_belong_to_the_article() -> None:
    found = found_in(words(NEWS[0]), words("供稿：水务站"), PHOTO, words("图1：检修现场"))
    assert len(found.articles) == 1
    assert found.articles[0].byline_raw == "供稿：水务站"
    assert photos(found)[0].caption.string == "图1：检修现场"


TABLE = Table(
    (Text("村"), Text("泵站")), ((Text("石桥"), Text("4")),), ("left", "left"), Source("")
)


def test_the_lines_about_a_table_become_its_caption_and_notes() -> None:
    found = found_in(
        words(NEWS[0]),
        words("表1 泵站检修进度", Look(centred=True, bold=True)),
        words("单位：座"),
        ReceivedTable(TABLE),
        words("注：截至3月底。"),
        words("资料来源：水务站"),
        words(NEWS[1]),
    )
    table = found.articles[0].article.blocks[1]
    assert isinstance(table, Table)
    assert table.caption == Text("表1 泵站检修进度")
    notes = ["单位：座", "注：截至3月底。", "资料来源：水务站"]
    assert [note.string for note in table.notes] == notes
    assert paragraphs(found.articles[0]) == list(NEWS[:2])


def test_a_triangle_before_a_short_line_points_at_a_photo_and_begins_no_article() -> None:
    found = found_in(words(NEWS[0]), PHOTO, words("▲检修现场"), words(NEWS[1]), words("▲巡查现场"))
    assert len(found.articles) == 1
    assert photos(found)[0].caption.string == "▲检修现场"
    assert [aside.text for aside in found.asides] == ["▲巡查现场"]
