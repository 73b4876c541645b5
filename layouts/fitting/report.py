"""What came of fitting as plain values: the report of `export --fit-report` (docs/fitting.md)."""

from __future__ import annotations

from layouts.fitting.fitted import Fitted, IssueEnd
from layouts.issue.places import Place

Report = dict[str, object]


def report(fitted: Fitted) -> Report:
    """The report, keys in the order of the docs."""
    return {
        "aim": str(fitted.aim),
        "reached": fitted.is_reached,
        "zh": fitted.zh,
        "en": fitted.en,
        "rows": fitted.rows,
        "before": _end(fitted.before),
        "after": _end(fitted.after),
        "changes": [
            {
                "rung": change.rung.value,
                "id": change.id,
                "place": _place(change.place),
                "page": change.page,
                "amount": change.amount,
                "zh": change.zh,
                "en": change.en,
            }
            for change in fitted.changes
        ],
        "suggestions": [
            {
                "place": _place(edit.place),
                "page": edit.page,
                "characters": edit.characters,
                "rows": edit.rows,
                "zh": edit.zh,
                "en": edit.en,
            }
            for edit in fitted.suggestions
        ],
    }


def _end(end: IssueEnd) -> Report:
    return {"pages": end.pages, "fill": round(end.fill, 4)}


def _place(place: Place | None) -> Report | None:
    """Where it stands, counted from 0: section, article, block, as far as it is so small."""
    if place is None:
        return None
    return {"section": place.section, "article": place.article, "block": place.block}
