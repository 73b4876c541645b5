"""The settings of the notes on words (注释): where they are printed, and how."""

from __future__ import annotations

from layouts.house.declaring import INK, STROKE, Setting, SettingsTable
from layouts.house.kinds import Choice, Number
from layouts.house.layout import NotesDesign

NOTES = SettingsTable(
    {
        "place": Setting(
            Choice(("article", "page")),
            (
                "at the end of their article (尾注), or at the foot of the column that their sign "
                "stands in, numbered from ① on every page (脚注)"
            ),
            "article",
        ),
        "turnover": Setting(
            Choice(("paragraph", "hanging")),
            (
                "set as paragraphs, or the lines after a note's first one stand in to where its "
                "words begin (突排)"
            ),
            "paragraph",
        ),
        "rule": Setting(STROKE, "thickness of the rule over them (注线); 0 for none", "0.4pt"),
        "rule_length": Setting(
            Number(0.05, 1), "length of that rule, times the width of a column", 0.25
        ),
        "ink": Setting(INK, "colour of that rule; that of the notes where not given", None),
    },
    NotesDesign,
)
