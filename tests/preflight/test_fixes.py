"""Fixes are edits that take their finding away and leave everything else alone."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace
from PIL import Image
from planted import NOWHERE, TODAY, sound_issue, with_masthead, with_paragraph

from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.article import Section
from layouts.issue.edits import accept, unaccept
from layouts.issue.edits.fields import Numbers
from layouts.issue.issue import Accepted
from layouts.issue.photo import Crop
from layouts.issue.text import Mark, MarkKind, Text
from layouts.manuscript import read_manuscript
from layouts.manuscript.write import manuscript_text
from layouts.preflight.check import inspect
from layouts.preflight.fixes import fix, fix_all
from layouts.store.difference import apply, difference
from layouts.store.encode import Encoder


@pytest.fixture
def issue(tmp_path):
    return sound_issue(tmp_path)


@pytest.fixture
def look(catalogue):
    layout = load_layout("jianbao-a4")

    def look(issue, **circumstances):
        return inspect(
            issue,
            layout,
            compose(issue, layout, catalogue),
            catalogue,
            **{"today": TODAY, **circumstances},
        )

    return look


def text_of(issue, index=2):
    return issue.sections[0].articles[index].blocks[0].text


def test_all_of_a_kind_are_mended_at_once(look, issue):
    spoiled = with_paragraph(issue, "会议指出,要抓落实,要(重点)推进.会后，大家表示:努力。")
    found = look(spoiled)
    assert {finding.code for finding in found} == {"mark-half-width"}
    mended = fix_all(spoiled, found)
    assert text_of(mended).string == "会议指出，要抓落实，要（重点）推进。会后，大家表示：努力。"
    assert look(mended) == []
    assert mended.sections[0].articles[1] is spoiled.sections[0].articles[1]


def test_marks_inside_a_pair_of_brackets_are_mended_with_it(look, issue):
    spoiled = with_paragraph(issue, '记者(来源: 新华社, 甲)报道,说"好, 很好"。')
    mended = fix_all(spoiled, look(spoiled))
    assert text_of(mended).string == "记者（来源：新华社，甲）报道，说“好，很好”。"
    assert look(mended) == []


def test_a_mended_mark_keeps_the_emphasis_it_stood_in(look, issue):
    spoiled = with_paragraph(issue, "会议指出,要抓落实。")
    block = spoiled.sections[0].articles[2].blocks[0]
    bold = replace(block, text=Text(block.text.string, (Mark(0, 5, MarkKind.BOLD),)))
    section = spoiled.sections[0]
    article = replace(section.articles[2], blocks=(bold, *section.articles[2].blocks[1:]))
    spoiled = replace(
        spoiled,
        sections=(
            replace(section, articles=(*section.articles[:2], article, *section.articles[3:])),
        ),
    )
    (finding,) = look(spoiled)
    assert text_of(fix(spoiled, finding)) == Text(
        "会议指出，要抓落实。", (Mark(0, 5, MarkKind.BOLD),)
    )


def test_a_fix_whose_text_has_moved_on_does_nothing(look, issue):
    spoiled = with_paragraph(issue, "会议指出,要抓落实。")
    (finding,) = look(spoiled)
    moved = with_paragraph(issue, "会上指出了,要抓落实。")
    assert fix(moved, finding) is moved
    assert fix(replace(issue, sections=()), finding).sections == ()


def test_a_photo_made_narrower_prints_finely(look, issue, tmp_path):
    Image.new("RGB", (640, 426)).save(tmp_path / "photo.png")
    found = look(issue)
    assert [finding.code for finding in found if finding.code == "photo-ppi"] == ["photo-ppi"]
    mended = fix_all(issue, found)
    photo = mended.sections[0].articles[0].blocks[0]
    assert 4 <= photo.width < 16
    assert [finding for finding in look(mended) if finding.code == "photo-ppi"] == []


def test_number_and_date_are_filled(look, issue):
    late = with_masthead(issue, number=9, date=datetime.date(2026, 1, 1))
    mended = fix_all(late, look(late, last=Numbers(6, 20)))
    assert (mended.masthead.number, mended.masthead.total, mended.masthead.date) == (7, 21, TODAY)


def test_an_empty_section_goes_and_one_that_is_no_longer_empty_stays(look, issue):
    spoiled = replace(issue, sections=(Section("专题", (), NOWHERE), *issue.sections))
    finding = next(finding for finding in look(spoiled) if finding.code == "section-empty")
    assert fix(spoiled, finding) == issue
    assert fix(issue, finding) is issue


def test_a_photo_out_of_shape_is_restored(issue):
    from layouts.errors import Finding

    photo = issue.sections[0].articles[0].blocks[0]
    cropped = replace(photo, width=12.0, crop=Crop(0.1, 0, 0, 0))
    section = issue.sections[0]
    first = replace(section.articles[0], blocks=(cropped, *section.articles[0].blocks[1:]))
    spoiled = replace(issue, sections=(replace(section, articles=(first, *section.articles[1:])),))
    assert (
        fix(spoiled, Finding("warning", "photo-uneven", "", "", place=(0, 0, 0, 0), fix="restore"))
        == issue
    )


# Acceptance


def test_an_accepted_finding_is_a_notice_with_its_reason_and_comes_back(look, issue):
    spoiled = with_paragraph(issue, "由XXX主持。")
    (finding,) = look(spoiled)
    accepted = accept(spoiled, finding, " 原稿如此 ").issue
    assert accepted.accepted == (Accepted(finding.key, "原稿如此"),)
    (noted,) = look(accepted)
    assert (noted.level, noted.reason, noted.key) == ("notice", "原稿如此", finding.key)
    assert "原稿如此" in noted.zh
    assert "原稿如此" in noted.en
    assert accept(accepted, finding, "原稿如此").issue is accepted
    assert unaccept(accepted, noted).issue == spoiled


def test_a_reason_must_be_given_and_what_stops_an_export_cannot_be_accepted(look, issue):
    (finding,) = look(with_paragraph(issue, "由XXX主持。"))
    with pytest.raises(ValueError, match="reason"):
        accept(issue, finding, " ")
    (missing,) = look(with_paragraph(issue, "用了\ue000这个字。"))
    with pytest.raises(ValueError, match="key"):
        accept(issue, missing, "没办法")


def test_what_was_accepted_stays_so_wherever_the_article_moves(look, issue):
    spoiled = with_paragraph(issue, "由XXX主持。")
    accepted = accept(spoiled, look(spoiled)[0], "原稿如此").issue
    section = accepted.sections[0]
    moved = replace(accepted, sections=(replace(section, articles=section.articles[::-1]),))
    assert [finding.level for finding in look(moved) if finding.code == "placeholder"] == ["notice"]


def test_acceptance_goes_through_manuscript_and_journal(look, issue, tmp_path):
    spoiled = with_paragraph(issue, "由“XXX”：主持。")
    finding = next(finding for finding in look(spoiled) if finding.code == "placeholder")
    accepted = accept(spoiled, finding, "原稿如此: “暂缺” #1").issue
    path = tmp_path / "issue.md"
    path.write_text(manuscript_text(accepted), "utf8")
    assert read_manuscript(path)[0].accepted == accepted.accepted
    encoder = Encoder()
    before, after = encoder.issue(spoiled), encoder.issue(accepted)
    change = difference(before, after)
    assert len(str(change)) < 200
    assert apply(before, change) == after
