"""The settings of the list of contents (要目)."""

from __future__ import annotations

from layouts.house.declaring import INK, STROKE, STYLE, Setting, SettingsTable
from layouts.house.kinds import Choice, Flag, Length, Number, Whole, Words
from layouts.house.layout import ContentsDesign

CONTENTS = SettingsTable(
    {
        "title": Setting(Words(longest=20), "its heading", "本期要目"),
        "page_numbers": Setting(Flag(), "dot leaders and page numbers after the titles", True),
        "entry_indent": Setting(Number(0, 10), "em of the entry's own size before every entry", 1),
        "leader_pitch": Setting(
            Length(0.5, 50, relative=True), "distance of two leader dots", "0.35em"
        ),
        "leader_dot": Setting(Length(0.1, 10, relative=True), "their diameter", "0.05em"),
        "leader_ink": Setting(INK, "their colour", "black"),
        "body_on_new_page": Setting(
            Flag(), "start the first section on the page after the contents", True
        ),
        "body_from_rows": Setting(
            Whole(0, 200),
            ("under a short list that leaves so many rows it begins all the same; 0 for never"),
            8,
        ),
        "open_up": Setting(
            Number(1, 3),
            (
                "at most so many times its leading and spaces where the body begins on a new page, "
                "so that it fills its own"
            ),
            1,
        ),
        "bullet": Setting(Words(longest=4), "a mark before every entry", ""),
        "leaders": Setting(Flag(), "dots lead from titles to page numbers", True),
        "number_style": Setting(
            STYLE, "style of its page numbers; that of its entries where not given", None
        ),
        "place": Setting(
            Choice(("above", "column")),
            "above the body, or in its first column where it has several",
            "above",
        ),
        "columns": Setting(Whole(1, 4), "columns of its own, where it stands above the body", 1),
        "gutter": Setting(Number(0, 10), "em of body between those columns", 2),
        "mark": Setting(
            Length(0, 20, relative=True), "side of a square before every entry; 0 for none", 0
        ),
        "mark_ink": Setting(INK, "colour of that square", "black"),
        "rule": Setting(STROKE, "thickness of a rule that closes it; 0 for none", 0),
        "rule_ink": Setting(INK, "colour of that rule", "black"),
        "ground": Setting(INK, "colour of a ground under it; none where not given", None),
        "padding": Setting(
            Length(0, 50, relative=True), "of that ground round it, and above its closing rule", 0
        ),
    },
    ContentsDesign,
)
