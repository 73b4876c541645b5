"""The settings of lists (列项): how each level is numbered, its sign, and where its lines begin."""

from __future__ import annotations

from layouts.house.declaring import Setting, SettingsTable
from layouts.house.kinds import Choice, choice_of
from layouts.house.layout import ListDesign, ListLevelDesign
from layouts.issue.form import FormKind, ItemLabel, ParagraphForm, Turnover
from layouts.issue.numbering import label_text

BULLETS = ("•", "●", "■", "◆", "○", "–")


def _level(label: ItemLabel, bullet: str) -> SettingsTable:
    return SettingsTable(
        {
            "label": Setting(
                choice_of(ItemLabel), "how items that name no label are numbered", label.value
            ),
            "bullet": Setting(Choice(BULLETS), "the sign of items without a number", bullet),
            "turnover": Setting(
                Choice((Turnover.MARGIN, Turnover.HANGING)),
                "where lines after the first begin: `margin`, the first two em in, or `hanging` "
                "under the words (突排)",
                Turnover.MARGIN.value,
            ),
        },
        ListLevelDesign,
    )


LIST = SettingsTable(
    {
        "level_1": Setting(_level(ItemLabel.HAN, "•"), "items of the first level", {}),
        "level_2": Setting(_level(ItemLabel.HAN_IN_BRACKETS, "–"), "of the second", {}),
        "level_3": Setting(_level(ItemLabel.FIGURE, "•"), "of the third", {}),
        "level_4": Setting(_level(ItemLabel.FIGURE_IN_BRACKETS, "–"), "of the fourth", {}),
        "level_5": Setting(_level(ItemLabel.CIRCLED, "•"), "of the fifth", {}),
    },
    ListDesign,
)


def item_label(form: ParagraphForm, number: int, lists: ListDesign) -> str:
    """What an item begins with: its number as its label says it, or a sign."""
    design = lists.level(form.level)
    if form.kind is FormKind.BULLETED:
        return design.bullet
    return label_text(form.label or ItemLabel(design.label), number)
