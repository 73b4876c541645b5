"""Lists that Word, LibreOffice and browsers count come in as lists that number themselves, with the
numbers that their source showed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from arriving import imported
from docx_made import level, lists, numbered, pt, write
from rtf_made import u

from layouts.importing.clipboard import read_clipboard
from layouts.importing.listing import listing
from layouts.importing.photo_store import PhotoStore
from layouts.importing.pieces import pieces_of
from layouts.importing.readers.rtf import read as read_rtf
from layouts.importing.report.rows import rows
from layouts.issue.article import Block, Paragraph
from layouts.issue.form import FormKind, ItemLabel
from layouts.issue.numbering import counted, label_text

OFFICE = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)
WORDS = "各街道把防汛物资清点到位，值班的人二十四小时在岗，遇有险情随时处置。"
OPENING = pt("河湾区部署防汛工作") + pt(f"近日，{WORDS}") + pt(f"会议要求，{WORDS}")


def came(folder: Path, body: str, numbering: str) -> tuple[Block, ...]:
    """The blocks of the one article of a Word file."""
    path = write(folder / "稿件.docx", OPENING + body, numbering=numbering)
    (article,) = imported(path, store=folder / "store").sources[0].brought
    return article.article.blocks


def shown(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs as they will be printed: the numbers of items before their words."""
    blocks = tuple(blocks)
    numbers = counted(blocks)
    found: list[str] = []
    for k, block in enumerate(blocks):
        assert isinstance(block, Paragraph)
        label, number = block.form.label, numbers[k].number if k in numbers else 0
        found.append((label_text(label, number) if label and number else "") + block.text.string)
    return found


def items(blocks: Iterable[Block]) -> list[tuple[FormKind, int, ItemLabel | None]]:
    return [
        (block.form.kind, block.form.level, block.form.label)
        for block in blocks
        if isinstance(block, Paragraph) and block.form.is_item
    ]


def test_numbers_of_four_levels_become_items_of_four_levels(tmp_path):
    body = "".join(numbered(WORDS, place) for place in (0, 1, 2, 3, 3, 1, 0, 1))
    blocks = came(tmp_path, body, lists(*OFFICE))
    assert items(blocks) == [
        (FormKind.NUMBERED, 1, ItemLabel.HAN),
        (FormKind.NUMBERED, 2, ItemLabel.HAN_IN_BRACKETS),
        (FormKind.NUMBERED, 3, ItemLabel.FIGURE),
        (FormKind.NUMBERED, 4, ItemLabel.FIGURE_IN_BRACKETS),
        (FormKind.NUMBERED, 4, ItemLabel.FIGURE_IN_BRACKETS),
        (FormKind.NUMBERED, 2, ItemLabel.HAN_IN_BRACKETS),
        (FormKind.NUMBERED, 1, ItemLabel.HAN),
        (FormKind.NUMBERED, 2, ItemLabel.HAN_IN_BRACKETS),
    ]
    labels = ("一、", "（一）", "1.", "（1）", "（2）", "（二）", "二、", "（一）")
    assert shown(blocks)[-8:] == [label + WORDS for label in labels]


def test_a_list_that_text_interrupts_goes_on(tmp_path):
    body = numbered(WORDS) + numbered(WORDS) + pt(WORDS) + numbered(WORDS)
    blocks = came(tmp_path, body, lists(level(0, "decimal", "%1.")))
    assert shown(blocks)[-4:] == [f"1.{WORDS}", f"2.{WORDS}", WORDS, f"3.{WORDS}"]
    assert blocks[-1].form.goes_on


def test_a_list_begins_at_its_number_and_an_override_anew(tmp_path):
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered(WORDS) + numbered(WORDS) + numbered(WORDS, number=2) * 2
    blocks = came(tmp_path, body, lists(level(0, "decimal", "%1.", start=5), nums=nums))
    assert shown(blocks)[-4:] == [f"{k}.{WORDS}" for k in (5, 6, 1, 2)]


@pytest.mark.parametrize(
    ("counting", "text", "label"),
    [
        ("lowerLetter", "%1.", "a."),
        ("decimal", "%1)", "1)"),
        ("decimal", "第%1条", "第1条"),
        ("decimal", "%1.1", "1.1"),
        ("upperRoman", "%1.", "I."),
    ],
)
def test_a_label_that_our_lists_do_not_print_stays_in_the_text(tmp_path, counting, text, label):
    blocks = came(tmp_path, numbered(WORDS), lists(level(0, counting, text)))
    assert items(blocks) == []
    assert shown(blocks)[-1] == label + WORDS


def test_bullets_become_items_with_a_sign(tmp_path):
    bullets = lists(level(0, "bullet", "•"), level(1, "bullet", "o"))
    blocks = came(tmp_path, numbered(WORDS) + numbered(WORDS, 1), bullets)
    assert items(blocks) == [(FormKind.BULLETED, 1, None), (FormKind.BULLETED, 2, None)]
    assert [block.text.string for block in blocks[-2:]] == [WORDS, WORDS]


def test_a_list_pasted_from_a_browser_is_one(tmp_path):
    html = "<p>甲</p><ol start=3><li>乙<ul><li>丙</li></ul></li><li>丁</li></ol><p>戊</p>"
    document = read_clipboard(html, "", "剪贴板", PhotoStore(tmp_path))
    blocks = pieces_of(document, 34.0)
    assert items(blocks) == [
        (FormKind.NUMBERED, 1, ItemLabel.FIGURE),
        (FormKind.BULLETED, 2, None),
        (FormKind.NUMBERED, 1, ItemLabel.FIGURE),
    ]
    assert shown(blocks) == ["甲", "3.乙", "丙", "4.丁", "戊"]


WORD_LIST = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>三、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>
<![endif]>甲</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>（一）</span><![endif]>乙</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings;
mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span>丙</p>
</body></html>"""


def test_a_list_pasted_from_word_is_one(tmp_path):
    document = read_clipboard(WORD_LIST, "", "剪贴板", PhotoStore(tmp_path))
    blocks = pieces_of(document, 34.0)
    assert items(blocks) == [
        (FormKind.NUMBERED, 1, ItemLabel.HAN),
        (FormKind.NUMBERED, 2, ItemLabel.HAN_IN_BRACKETS),
        (FormKind.BULLETED, 1, None),
    ]
    assert shown(blocks) == ["三、甲", "（一）乙", "丙"]


def test_a_list_of_an_rtf_is_one(tmp_path):
    def said(label: str, level: int, words: str) -> str:
        return rf"\pard\plain\ls1\ilvl{level} {{\listtext {u(label)}\tab}}{u(words)}\par "

    body = said("一、", 0, WORDS) + said("（一）", 1, WORDS) + said("（二）", 1, WORDS)
    path = tmp_path / "稿件.rtf"
    path.write_text(rf"{{\rtf1\ansi \pard {u(WORDS)}\par {body}}}")
    document = read_rtf(path, PhotoStore(tmp_path / "store"))
    blocks = pieces_of(document, 34.0)
    assert [form[:2] for form in items(blocks)] == [
        (FormKind.NUMBERED, 1),
        (FormKind.NUMBERED, 2),
        (FormKind.NUMBERED, 2),
    ]
    assert [line.removesuffix(WORDS) for line in shown(blocks)] == ["", "一、", "（一）", "（二）"]


def test_the_listing_and_the_report_tell_the_number_of_an_item(tmp_path):
    path = write(tmp_path / "稿件.docx", OPENING + numbered(WORDS) * 2, numbering=lists(*OFFICE))
    result = imported(path, store=tmp_path / "store")
    blocks = listing(result, None, 34.0)["sources"][0]["articles"][0]["blocks"]
    assert [block.get("label") for block in blocks[-2:]] == ["一、", "二、"]
    found, _ = rows(result.sources[0])
    assert [outcome.after for row in found for outcome in row.outcomes][-1] == f"二、{WORDS}"
