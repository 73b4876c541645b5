"""What a paragraph says of its form in braces at its end: `做好防汛准备 {numbered=（一） level=2}`;
read and written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from layouts.issue.form import (
    DEEPEST_ITEM,
    MOST_COUNTED,
    PLAIN,
    FormKind,
    ItemLabel,
    ParagraphForm,
    Turnover,
    sound_form,
)
from layouts.patterns import later

_KINDS: Mapping[str, FormKind] = MappingProxyType(
    {
        "numbered": FormKind.NUMBERED,
        "bulleted": FormKind.BULLETED,
        "编号": FormKind.NUMBERED,
        "列项": FormKind.BULLETED,
    }
)
_WRITTEN = MappingProxyType({FormKind.NUMBERED: "numbered", FormKind.BULLETED: "bulleted"})
"""How a kind is said; the first word."""

_FLAGS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "hanging": {"turnover": Turnover.HANGING},
        "突排": {"turnover": Turnover.HANGING},
        "margin": {"turnover": Turnover.MARGIN},
        "顶格": {"turnover": Turnover.MARGIN},
        "continue": {"goes_on": True},
        "续前": {"goes_on": True},
    }
)
_NUMBERS = MappingProxyType({"level": "level", "级": "level", "start": "start", "起": "start"})
_LABELS: Mapping[str, ItemLabel] = MappingProxyType(
    {
        **{label.value: label for label in ItemLabel},
        "1．": ItemLabel.FIGURE,
        "(一)": ItemLabel.HAN_IN_BRACKETS,
        "(1)": ItemLabel.FIGURE_IN_BRACKETS,
    }
)
_MOST = MappingProxyType({"level": DEEPEST_ITEM, "start": MOST_COUNTED})

_BRACES = later(r"(?<![\\)])\{ *([^\s{}=＝]+)(?:[=＝]([^\s{}=＝]+))?((?: +[^\s{}]+)*) *\}\Z")
_ATTRIBUTE = later(r"([^\s=＝]+)[=＝]([0-9]{1,3})")


def form_start(content: str) -> int:
    """Where words about its form begin at the end of a paragraph's Markdown; -1 where it has
    none.
    """
    found = _BRACES().search(content) if content.endswith("}") else None
    return found.start() if found and _said(found[1], found[2], found[3]) is not None else -1


def with_form(content: str) -> tuple[str, ParagraphForm]:
    """The Markdown of a paragraph without the words about its form, and that form."""
    content = content.rstrip()
    found = _BRACES().search(content) if content.endswith("}") else None
    form = _said(found[1], found[2], found[3]) if found else None
    if found is None or form is None:
        return content, PLAIN
    return content[: found.start()].rstrip(), form


def form_words(form: ParagraphForm) -> str:
    """A form in braces, as a paragraph ends with it."""
    return f"{{{' '.join(_words(form))}}}"


def _words(form: ParagraphForm) -> Iterator[str]:
    label = "" if form.label is None else f"={form.label.value}"
    yield f"{_WRITTEN[form.kind]}{label}"
    if form.level > 1:
        yield f"level={form.level}"
    if form.start is not None:
        yield f"start={form.start}"
    if form.goes_on:
        yield "continue"
    if form.turnover is not Turnover.LAYOUT:
        yield form.turnover.value


def _said(name: str, value: str | None, besides: str) -> ParagraphForm | None:
    """What words say; None where one of them is unknown, or says what cannot be: they are text."""
    kind = _KINDS.get(name.lower())
    if kind is None or (value is not None and value not in _LABELS):
        return None
    found: dict[str, Any] = {"kind": kind}  # Any: the fields differ in type
    if value is not None:
        found["label"] = _LABELS[value]
    for word in besides.split():
        said = _one(word)
        # said twice, it would be one of both
        if said is None or not found.keys().isdisjoint(said):
            return None
        found.update(said)
    form = replace(PLAIN, **found)
    return form if form == sound_form(form) else None


def _one(word: str) -> Mapping[str, object] | None:
    """What one word after the first says."""
    if word.lower() in _FLAGS:
        return _FLAGS[word.lower()]
    found = _ATTRIBUTE().fullmatch(word)
    name = _NUMBERS.get(found[1].lower()) if found else None
    if found is None or name is None or not 1 <= int(found[2]) <= _MOST[name]:
        return None
    return {name: int(found[2])}
