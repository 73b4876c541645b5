"""The form of a paragraph in issue.json: what stands there, and the way there and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from layouts.issue.form import (
    PLAIN,
    FormKind,
    ItemLabel,
    ParagraphForm,
    Turnover,
    sound_form,
)


class FormEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a paragraph is besides running text."""

    kind: Literal["numbered", "bulleted"]
    level: int = 1
    label: Literal["一、", "（一）", "1.", "（1）", "①"] | None = None
    """How it is numbered; null where the layout says."""
    turnover: Literal["layout", "margin", "hanging"] = "layout"
    start: int | None = None
    """The number it begins at; null where it is counted on."""
    goes_on: bool = False
    """Counted on from the last list like it, whatever stands between."""


def form_entry(form: ParagraphForm) -> FormEntry | None:
    """What stands in the file for a form; None for running text."""
    form = PLAIN if form == PLAIN else sound_form(form)
    if form == PLAIN:
        return None
    return FormEntry(
        form.kind.value,  # pyright: ignore[reportArgumentType] - running text has no entry
        form.level,
        None if form.label is None else form.label.value,
        form.turnover.value,
        form.start,
        form.goes_on,
    )


def read_form(entry: FormEntry | None) -> ParagraphForm:
    """The form that it is, put right."""
    if entry is None:
        return PLAIN
    return sound_form(
        ParagraphForm(
            FormKind(entry.kind),
            entry.level,
            None if entry.label is None else ItemLabel(entry.label),
            Turnover(entry.turnover),
            entry.start,
            entry.goes_on,
        )
    )


def said_form(form: ParagraphForm) -> str:
    """What stands before a paragraph's words where two versions are compared."""
    return "" if form == PLAIN else f"［{'，'.join(_said(form))}］"


def _said(form: ParagraphForm) -> Iterator[str]:
    yield "编号" if form.kind is FormKind.NUMBERED else "列项"
    if form.label is not None:
        yield form.label.value
    if form.level > 1:
        yield f"第 {form.level} 级"
    if form.start is not None:
        yield f"从 {form.start} 起"
    if form.goes_on:
        yield "续前"
    if form.turnover is not Turnover.LAYOUT:
        yield "突排" if form.turnover is Turnover.HANGING else "顶格"
