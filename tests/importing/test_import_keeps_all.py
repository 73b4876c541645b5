"""Nothing lost, nothing added: every visible character of a source is in the issue, in what was
tidied or in what is told as left out; and the issue has no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from arriving import imported, write

from layouts.importing.listing import listing
from layouts.importing.received import (
    Lost,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.result import ImportedArticle, ImportedSource, ImportResult
from layouts.issue.article import Paragraph
from layouts.issue.form import FormKind
from layouts.issue.numbering import counted, label_text
from layouts.issue.parts import cells, parts_of
from layouts.issue.photo import Photo
from layouts.issue.text import Text

TITLES = (
    "文化馆开放读书角",
    "区领导调研社区图书室建设情况",
    "“小书架”连起大民生",
    "读书角（二期）正式开放！",
    "河湾区2026年读书月活动综述",
)
SUBTITLES = ("", "", "——第三社区读书角开放侧记")
BYLINES = (
    "供稿：河湾区文化馆 张三",
    "（供稿：河湾区文化馆 张三、李四）",
    "（河湾区文化馆 张三 供稿）",
    "作者：张三",
    "通讯员 张三 记者 李四",
    "□ 文/图 张三",
    "（图/文 张三）",
    "来源：河湾发布  时间：2026-03-12  作者：张三",
    "河湾区文化馆 张三 2026年3月12日",
    "",
)
HEADINGS = ("一、先易后难", "（一）摸清底数", "1.选好地点", "读书角里的故事", "")
SENTENCES = (
    "近日,河湾区文化馆在第3社区开放读书角,居民叫好。",
    "读书角每天开放8小时,首批图书有1,200册(含绘本300册)...",
    "“我们盼了很久。”居民王芳说。",
    "活动时间为9:30--11:30，地址：河湾路３号。",
    "下一步，文化馆还将在5个社区推广这一做法，让好书离居民更近。",
    "●　借书证\t当场办理，联系电话021-5555 1234。",
    "12 月 22日，共有300余人次参加。。",
)
CAPTIONS = ("图1：读书角门口", "▲图为志愿者值守（张三 摄）")


def manuscript(seed: int) -> str:
    """A manuscript as somebody might have typed it."""
    chance = Random(seed)
    byline = chance.choice(BYLINES)
    lines = [chance.choice(TITLES), chance.choice(SUBTITLES)]
    if chance.random() < 0.3:
        lines.insert(0, "【工作动态】")
    under = chance.random() < 0.4
    lines += [byline] if under else []
    for _ in range(chance.randint(1, 6)):
        if chance.random() < 0.3:
            lines.append(chance.choice(HEADINGS))
        if chance.random() < 0.1:
            lines.append(chance.choice(CAPTIONS))
        lines.append("".join(chance.choices(SENTENCES, k=chance.randint(1, 4))))
    lines += [] if under else [byline]
    between = chance.choice(("\n", "\n\n", "\n　　"))
    return between.join(filter(None, lines)) + "\n"


def visible(*texts: str) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())


def words_of(text: Text) -> Iterator[str]:
    """The characters of a text, and what its marks say."""
    yield text.string
    for mark in text.marks:
        yield from mark.value if isinstance(mark.value, tuple) else (mark.value,)


def issue_words(imported_article: ImportedArticle) -> Iterator[str]:
    article = imported_article.article
    for text in (article.title, article.subtitle, article.byline):
        yield from words_of(text) if text else ()
    yield article.origin
    yield article.date.isoformat() if article.date else ""
    yield from item_labels(imported_article)
    for block in article.blocks:
        yield from (word for text in parts_of(block) for word in words_of(text))
        yield block.alt if isinstance(block, Photo) else ""


def item_labels(imported_article: ImportedArticle) -> Iterator[str]:
    """What lists print before their items: the numbers that the source showed. A bullet is the sign
    of the layout, for any of the source.
    """
    blocks = imported_article.article.blocks
    for item in counted(blocks).values():
        yield label_text(item.form.label, item.number) if item.form.label else ""


def bullets(source: ImportedSource) -> Counter[str]:
    """The signs of the source that items of lists stand for."""
    bulleted = {
        block.source.line
        for article in source.articles
        for block in article.article.blocks
        if isinstance(block, Paragraph) and block.form.kind is FormKind.BULLETED
    }
    received = source.received.blocks if source.received else ()
    return visible(
        *(
            block.text.string[: block.label]
            for block in received
            if isinstance(block, ReceivedParagraph) and block.line in bulleted
        )
    )


def source_words(document: ReceivedDocument) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case ReceivedParagraph():
                yield from words_of(block.text)
            case ReceivedTable():
                texts = (*cells(block.table), *block.table.notes, block.table.caption)
                yield from (word for text in texts if text for word in words_of(text))
            case ReceivedPhoto():
                yield from words_of(block.caption)
                yield block.alt if block.path else ""
            case _:
                pass


def account(source: ImportedSource) -> tuple[Counter[str], Counter[str]]:
    """What of a source is nowhere, and what its articles have that was not in it."""
    had = visible(*source_words(source.received)) if source.received else Counter()
    sections = dict.fromkeys(article.recognised.section for article in source.articles)
    has = visible(*(f"【{name}】" for name in sections if name))
    has += visible(*(word for article in source.articles for word in issue_words(article)))
    recognised = source.recognition.lost if source.recognition else ()
    lost = visible(*(one.text for one in (*recognised, *source.missing)))
    raw = visible(*(article.recognised.byline_raw for article in source.articles))
    gone, came = bullets(source), Counter[str]()
    for change in (change for article in source.articles for change in article.tidied):
        before, after = visible(change.before), visible(change.after)
        gone += before - after
        came += after - before
    return had - has - lost - gone - raw, has - had - came


ADDED = frozenset("0123456789-、：供稿【】")
"""A date is written 2026-03-12; a by-line stands in 【供稿：…】, its names parted by 、."""


@pytest.mark.parametrize("tidies", [False, True], ids=["as it came", "tidied"])
@pytest.mark.parametrize("part", range(4))
def test_every_character_of_generated_texts_is_accounted_for(
    tmp_path: Path, part: int, tidies: bool
) -> None:
    for seed in range(part * 40, part * 40 + 40):
        content = manuscript(seed)
        path = write(tmp_path / f"{seed}.txt", content)
        (source,) = imported(path, store=tmp_path / "store", tidies=tidies).sources
        missing, added = account(source)
        assert not missing, f"seed {seed}: lost {missing}\n{content}"
        assert not set(added) - ADDED, f"seed {seed}: added {added}\n{content}"


def test_what_the_reader_has_is_all_that_the_file_has(tmp_path: Path) -> None:
    for seed in range(60):
        content = manuscript(seed)
        (source,) = imported(write(tmp_path / f"{seed}.txt", content), store=tmp_path).sources
        assert source.received is not None
        read = visible(*source_words(source.received))
        read += visible(*(lost.text for lost in source.received.lost))
        assert read == visible(content), f"seed {seed}\n{content}"


@pytest.mark.parametrize("folder", ["received", "docx"])
def test_every_character_of_the_corpus_is_accounted_for(
    shared: Path, tmp_path: Path, folder: str
) -> None:
    found = [*sorted((shared / "manuscripts" / folder).iterdir())]
    for path in found:
        result = imported(path, store=tmp_path / "store", tidies=True)
        for source in result.sources:
            missing, added = account(source)
            assert not missing, f"{path.name}: lost {missing}"
            assert not set(added) - ADDED, f"{path.name}: added {added}"


def test_the_json_tells_what_was_lost_even_where_its_words_are_those_of_the_sentence() -> None:
    lost = Lost(
        "deleted-text", "修订中删除的文字没有导入", "deleted text was left out", "删除的文字"
    )
    received = ReceivedDocument(Path("a.docx"), "docx", (), lost=(lost,))
    data = listing(
        ImportResult((ImportedSource(Path("a.docx"), "docx", received=received),)), None, 28
    )
    assert "修订中删除的文字没有导入：删除的文字" in str(data["sources"])
