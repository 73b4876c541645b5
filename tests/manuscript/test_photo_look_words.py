"""Attributes of a photo that most do not have: place, wrap, tone."""

from __future__ import annotations

import pytest

from layouts.issue.photo import (
    Bleed,
    PhotoPlace,
    PhotoPoint,
    PhotoTone,
    RowCaptions,
    Standoffs,
    Wrap,
)


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("place=top", "place", PhotoPlace.TOP),
        ("放在=跨页", "place", PhotoPlace.SPREAD),
        ("across=2", "across", 2),
        ("跨栏=全部", "across", 0),
        ('bleed="left top"', "bleed", Bleed(left=True, top=True)),
        ("出血=“右、下”", "bleed", Bleed(right=True, foot=True)),
        ("wrap=alpha", "wrap", Wrap.ALPHA),
        ("绕排=轮廓", "wrap", Wrap.OUTLINE),
        (
            'polygon="0,0 100,20.5 50,100"',
            "polygon",
            (PhotoPoint(0, 0), PhotoPoint(1, 0.205), PhotoPoint(0.5, 1)),
        ),
        ('standoff="0.5em 1 0 2字"', "standoffs", Standoffs(0.5, 1, 0, 2)),
        ("standoff=0.5em", "standoffs", None),
        ("每排=2", "grid", 2),
        ("captions=together", "captions", RowCaptions.TOGETHER),
        ("图注=各写", "captions", RowCaptions.EACH),
        ("straighten=-1.5", "tone", PhotoTone(straighten=-1.5)),
        ("亮度=10% 对比度=-5% 黑白=是", "tone", PhotoTone(0, 0.1, -0.05, grey=True)),
        ("frame=0.5pt", "frame", 0.5),
        ('credit="摄影：某某"', "credit", "摄影：某某"),
        ('focus="40% 60%"', "focus", PhotoPoint(0.4, 0.6)),
    ],
)
def test_what_a_photo_says_of_its_place_and_looks(blocks, written, field, value):
    photo = blocks(f"![图](a.jpg){{{written}}}\n\n甲。")[0]
    assert getattr(photo, field) == value


@pytest.mark.parametrize(
    "written",
    [
        "place=left",
        "across=9",
        "bleed=middle",
        "wrap=round",
        'polygon="0,0 100,100"',
        'polygon="0,0 100,100 120,0"',
        'standoff="1 2 3"',
        'standoff="1 2 3 999"',
        "grid=0",
        "captions=none",
        "grid=7",
        "straighten=11",
        "brightness=101%",
        "grey=maybe",
        "frame=5pt",
        'focus="40%"',
    ],
)
def test_what_cannot_be_is_a_warning_that_names_it(read, written):
    issue, findings = read(f"## 【栏目】\n\n### 题\n\n![图](a.jpg){{{written}}}\n\n甲。")
    warning = next(finding for finding in findings if finding.code == "photo-attribute")
    assert (warning.source.line, written.split("=")[0] in warning.zh) == (5, True)
    plain, _ = read("## 【栏目】\n\n### 题\n\n![图](a.jpg)\n\n甲。")
    assert issue.sections[0].articles[0].blocks == plain.sections[0].articles[0].blocks
