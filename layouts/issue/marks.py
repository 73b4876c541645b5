"""The kinds of marks on a text and how each behaves: one table for edits, manuscripts, files and
the window.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layouts.issue.text import Comment, MarkKind

Cut = Literal["both", "first", "last"]
"""Who keeps a mark where a text is cut in two inside it: both halves, the one with its start, or
the one with its end.
"""


class Trait(Struct, frozen=True):
    """How marks of a kind behave.

    `zh` and `en` name it. `grows`: a character typed right behind it carries it too; typed inside
    it always does. `cut` says which half keeps it when its text is divided. `merges`: two that meet
    and say the same are one, and the same characters carry only one; what does not merge is one
    thing (this note, this reading), grows round what is put into it, and goes only with its last
    character. `valued`: it has a value; `choices` are those that one may have that needs none.
    `excludes` are the kinds that the same characters cannot carry beside it.
    """

    zh: str
    en: str
    grows: bool = True
    cut: Cut = "both"
    merges: bool = True
    valued: bool = False
    choices: tuple[str, ...] = ()
    excludes: frozenset[MarkKind] = frozenset()

    def takes(self, value: str | Comment) -> bool:
        """Whether a mark may say this."""
        return bool(value) is self.valued or value in self.choices


DOUBLE, WAVY, DOTTED, THICK = "double", "wavy", "dotted", "thick"
"""Kinds of lines under words; one without a name is a single line."""

TRAITS: dict[MarkKind, Trait] = {
    # no house has a bold Kai
    MarkKind.BOLD: Trait("加粗", "bold", excludes=frozenset({MarkKind.KAI})),
    MarkKind.KAI: Trait("楷体", "Kai", excludes=frozenset({MarkKind.BOLD})),
    MarkKind.DOTS: Trait("着重号", "emphasis dots"),
    MarkKind.UNDERLINE: Trait(
        "下划线",
        "underline",
        choices=(DOUBLE, WAVY, DOTTED, THICK),
        excludes=frozenset({MarkKind.UNDERLINE}),
    ),
    MarkKind.STRIKE: Trait("删除线", "strike-through"),
    MarkKind.SUPERSCRIPT: Trait("上标", "superscript", excludes=frozenset({MarkKind.SUBSCRIPT})),
    MarkKind.SUBSCRIPT: Trait("下标", "subscript", excludes=frozenset({MarkKind.SUPERSCRIPT})),
    MarkKind.LINK: Trait("链接", "link", grows=False, valued=True),
    MarkKind.RUBY: Trait(
        "注音",
        "reading",
        grows=False,
        cut="first",
        merges=False,
        valued=True,
        excludes=frozenset({MarkKind.RUBY}),
    ),
    MarkKind.NOTE: Trait("注释", "note", grows=False, cut="last", merges=False, valued=True),
    MarkKind.COMMENT: Trait("批注", "comment", grows=False, cut="first", merges=False, valued=True),
}

ORDER = {kind: place for place, kind in enumerate(MarkKind)}
"""Marks on the same characters stand in the order of the kinds."""
