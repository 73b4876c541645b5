"""The keys in docs/manuscript-format.md, as declared: `python -m layouts.manuscript.reference`
writes them, a test compares.
"""

from __future__ import annotations

from pathlib import Path

from layouts.issue.fields import Field, FieldKind
from layouts.issue.masthead import COLOPHON, MASTHEAD
from layouts.manuscript.frontmatter import ALIASES, RECEIVERS

PAGE = Path(__file__).parents[2] / "docs" / "manuscript-format.md"
BEGIN = "<!-- written by python -m layouts.manuscript.reference -->\n"
END = "<!-- end -->\n"

_VALUES = {
    FieldKind.TEXT: "text",
    FieldKind.DATE: "`2025-08-31`, `2025 年 8 月 31 日`, `二〇二五年八月三十一日`",
    FieldKind.COPIES: "`80`, `共印 80 份`",
}
"""What may stand behind the key of a field, where the field does not say it itself."""

_OTHERS = {
    "layout": "a layout's name; `jianbao-a4` if not given",
    "contents": "`true` or `false` (是, 否); true if not given",
    RECEIVERS: "a mapping `报/送/发` (`report/send/distribute`), or one text `报：… 送：… 发：…`",
    "profile": "`内部资料` (`internal`) for internal material that is printed, see "
    "[publications.md](publications.md); an official newsletter if not given",
    "accepted": "findings that stand for a reason: a list of `key` and `reason`, see "
    "[preflight.md](preflight.md)",
    "design": "what this issue has otherwise than its layout: a mapping of places in the layout "
    "file (`styles.headline.size: 20pt`), see [layout-format.md](layout-format.md)",
    "cover": "a cover (封面): `true`, the path of its photo, or a mapping, see below",
    "fitting": "written by the program: what fitting to whole pages changed, sections, articles "
    "and blocks counted as they come, see [fitting.md](fitting.md)",
    "set_aside": "written by the program: for layouts the issue was in before, by name, a mapping "
    "of their `settings` and `design`",
}


def reference() -> str:
    """Every key of the front matter with its other words and what may stand behind it, as a table
    in Markdown.
    """
    fields = {
        field.words[0]: _value(field)
        for field in (*MASTHEAD, *COLOPHON)
        if field.kind is not FieldKind.RECEIVERS
    }
    rows = [
        f"| `{key}` | {'、'.join(word for word in ALIASES[key] if word != key)} | {value} |"
        for key, value in (fields | _OTHERS).items()
    ]
    layouts_own = (
        "| whatever the layout opens | | see layout-format.md; e.g. `measure`, `punctuation` |"
    )
    return "\n".join(["| key | Chinese | value |", "|---|---|---|", *rows, layouts_own]) + "\n"


def _value(field: Field) -> str:
    return field.value or _VALUES[field.kind]


def renewed(page: str) -> str:
    """The page with its table written anew."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{reference()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf8")), "utf8")
