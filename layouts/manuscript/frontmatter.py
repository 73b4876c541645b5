"""Front matter (稿头): the YAML above the body, each key checked and every complaint with the line
it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, convert

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.cover import Cover
from layouts.issue.fields import FieldKind, declared
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Accepted, SetAside
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import COLOPHON, MASTHEAD, PROFILES, Colophon, Masthead
from layouts.manuscript.plainyaml import Plain, read_plain
from layouts.manuscript.values import (
    BadValueError,
    Written,
    flag,
    one_line,
    read_accepted,
    read_copies,
    read_date,
    read_distribution,
    read_number,
    shown,
)
from layouts.messages.front_matter import (
    FITTING_MISSPELT,
    FRONT_MATTER_OPEN,
    KEY_REPEATED,
    KEY_TWICE,
    NO_SUCH_KEY,
    NO_SUCH_KEY_BUT,
    NOT_A_MAPPING,
    PROFILE_UNKNOWN,
    SET_ASIDE_MISSPELT,
    VALUE_WRONG,
)

if TYPE_CHECKING:
    from layouts.manuscript.yamlguard import YamlEntry

T = TypeVar("T")
Part = TypeVar("Part", Masthead, Colophon)

OpenSettings = Collection[str] | Callable[[str, Source], Collection[str]]
"""Names of the settings a layout opens, or a function that gives them for a layout's name and the
place where it is named.
"""

RECEIVERS = "distribution"
"""The key whose value has one part for each field of receivers."""

ALIASES = {
    **{
        field.words[0]: field.words
        for field in (*MASTHEAD, *COLOPHON)
        if field.kind is not FieldKind.RECEIVERS
    },
    RECEIVERS: ("报送", "分送", "发送范围"),
    "layout": ("版式",),
    "contents": ("目录", "要目", "本期要目"),
    "profile": ("类型", "性质"),
    "accepted": ("接受", "已接受"),
    "design": ("版式修改",),
    "set_aside": ("其他版式",),
    "fitting": ("整页适配",),
    "cover": ("封面",),
}
"""The keys of the front matter, each with the other words for it."""

_KEYS = {alias: key for key, aliases in ALIASES.items() for alias in (key, *aliases)}

_READ: Mapping[FieldKind, Callable[[Written], object]] = MappingProxyType(
    {
        FieldKind.TEXT: one_line,
        FieldKind.NUMBER: read_number,
        FieldKind.COPIES: read_copies,
        FieldKind.DATE: read_date,
    }
)
"""How a value is read; receivers are read together."""

_OPENING = re.compile(r"\s*?^---[ \t]*\n", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_FIRST_LINE = re.compile(
    r"(?:[ \t]*(?:#.*)?\n)*"  # blank lines and comments
    r"[ \t]*(?:[\"']?[^\s:：#|>*+\-][^:：\n]{0,40}[:：]"  # a key
    r"|(?:---|\.\.\.)[ \t]*(?:\n|$))"  # the end
)
"""After the opening line comes a key, or the end at once.

Anything else is a body that begins with a page break.
"""


class FrontMatter(Struct, frozen=True):
    """What the front matter says; None where it is silent.

    `sources` has the line of every key given, by its English name; `findings` are warnings of keys
    that nobody knows, which change nothing.
    """

    masthead: Masthead
    colophon: Colophon
    layout: str | None
    contents: bool | None
    settings: dict[str, object]
    sources: dict[str, Source]
    accepted: tuple[Accepted, ...] = ()
    design: Mapping[str, object] = MappingProxyType({})
    set_aside: Mapping[str, SetAside] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()
    profile: str = ""
    fitting: Fitting = NO_FITTING
    cover: Cover | None = None


NO_FRONT_MATTER = FrontMatter(Masthead(), Colophon(), None, None, {}, {})


class FrontEntry(Struct, frozen=True):
    """A key and its value: as written, and (only for open settings) as YAML types it; `inner` are
    the keys of a mapping.
    """

    key: str
    written: Written
    typed: Callable[[], object]
    source: Source
    inner: Callable[[], list[FrontEntry]]


def split(text: str, file: str) -> tuple[str | None, int, str, int]:
    """Front matter (None where there is none) with its first line, and the body with its first
    line.
    """
    opening = _OPENING.match(text)
    if not opening or not _FIRST_LINE.match(text, opening.end()):
        return None, 1, text, 1
    first = text.count("\n", 0, opening.end()) + 1
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise ManuscriptError(*FRONT_MATTER_OPEN(), Source(file, first - 1))
    return (
        text[opening.end() : closing.start()],
        first,
        text[closing.end() :],
        text.count("\n", 0, closing.end()) + 1,
    )


def read_front_matter(
    yaml_text: str, file: str, first_line: int, open_settings: OpenSettings
) -> FrontMatter:
    """Front matter checked key by key.

    Raises ManuscriptError for broken YAML, a key given twice or a value of the wrong type.
    """
    given = _given(yaml_text, file, first_line)
    known = _by_english_name(given)
    layout = _value(known, "layout", one_line)
    opened = open_settings
    # the layout tells which settings it opens, and is itself named here
    if callable(opened):
        opened = opened(
            layout or USUAL_LAYOUT, known["layout"].source if "layout" in known else Source(file)
        )
    settings, findings = _settings(given, opened)
    profile, doubts = _profile(known)
    cover, more = _cover(known.get("cover"))
    design, places = _design(known.get("design"))
    return FrontMatter(
        masthead=_part(Masthead, known),
        colophon=_part(Colophon, known),
        layout=layout or None,
        contents=_value(known, "contents", flag),
        settings={name: entry.typed() for name, entry in settings.items()},
        sources={
            **places,
            **{name: entry.source for name, entry in (known | settings).items()},
        },
        accepted=tuple(
            Accepted(key, reason) for key, reason in _value(known, "accepted", read_accepted) or ()
        ),
        findings=(*findings, *doubts, *more),
        profile=profile,
        design=design,
        set_aside=_set_aside(known.get("set_aside")),
        fitting=_fitting(known.get("fitting")),
        cover=cover,
    )


def _given(yaml_text: str, file: str, first_line: int) -> list[FrontEntry]:
    plain = read_plain(yaml_text, file, first_line)
    if plain is not None:
        return [_plain_entry(entry) for entry in plain]
    from layouts.manuscript.yamlguard import read_mapping

    return [_entry(entry) for entry in read_mapping(yaml_text, file, first_line)]


def _plain_entry(entry: Plain) -> FrontEntry:
    return FrontEntry(
        entry.key,
        entry.written,
        lambda: entry.value,
        entry.source,
        lambda: [_plain_entry(inner) for inner in entry.inner],
    )


def _entry(entry: YamlEntry) -> FrontEntry:
    return FrontEntry(
        entry.key,
        entry.written,
        entry.typed,
        entry.source,
        lambda: [_entry(inner) for inner in entry.inner()],
    )


def _design(entry: FrontEntry | None) -> tuple[dict[str, object], dict[str, Source]]:
    """What the issue has otherwise than its layout, by place, and where each place is written.

    The house knows which places there are.
    """
    given = _by_key(entry)
    return (
        {place: one.typed() for place, one in sorted(given.items()) if one.written is not None},
        {place: one.source for place, one in given.items()},
    )


def _cover(entry: FrontEntry | None) -> tuple[Cover | None, tuple[Finding, ...]]:
    """The cover, and what its photo's attributes say that nobody knows."""
    if entry is None or entry.written is None:
        return None, ()
    from layouts.manuscript.cover import read_cover

    try:
        return read_cover(entry.written, entry.source)
    except BadValueError as complaint:
        raise ManuscriptError(*VALUE_WRONG(key=entry.key, why=complaint), entry.source) from None


def _set_aside(entry: FrontEntry | None) -> dict[str, SetAside]:
    """What is kept for layouts the issue was in before: for each a mapping of `settings` and of
    `design`.
    """
    kept: dict[str, SetAside] = {}
    for layout, one in _by_key(entry).items():
        parts = _by_key(one)
        if not parts.keys() <= {"settings", "design"}:
            said = VALUE_WRONG(key=layout, why=SET_ASIDE_MISSPELT())
            raise ManuscriptError(*said, one.source)
        values = {
            name: {key: inner.typed() for key, inner in _by_key(part).items()}
            for name, part in parts.items()
        }
        kept[layout] = convert(values, SetAside)
    return kept


def _fitting(entry: FrontEntry | None) -> Fitting:
    """What fitting to whole pages changed."""
    given = _by_key(entry)
    if entry is None or not given:
        return NO_FITTING
    from layouts.manuscript.fitting import read_fitting

    fitting = read_fitting({key: one.typed() for key, one in given.items()})
    if fitting is None:
        raise ManuscriptError(*VALUE_WRONG(key=entry.key, why=FITTING_MISSPELT()), entry.source)
    return fitting


def _by_key(entry: FrontEntry | None) -> dict[str, FrontEntry]:
    """The keys of a mapping, none where there is none.

    ManuscriptError where the value is something else, or has a key twice.
    """
    if entry is None or entry.written is None:
        return {}
    if not isinstance(entry.written, Mapping):
        raise ManuscriptError(*VALUE_WRONG(key=entry.key, why=NOT_A_MAPPING()), entry.source)
    given: dict[str, FrontEntry] = {}
    for one in entry.inner():
        if one.key in given:
            raise ManuscriptError(*KEY_TWICE(key=one.key), one.source)
        given[one.key] = one
    return given


def _part(part: type[Part], known: dict[str, FrontEntry]) -> Part:
    """Masthead or colophon, of what is given."""
    fields = declared(part)
    values: dict[str, object] = {}
    if any(field.kind is FieldKind.RECEIVERS for field in fields):
        values |= _value(known, RECEIVERS, read_distribution) or {}
    for field in fields:
        if (
            field.kind is not FieldKind.RECEIVERS
            and (value := _value(known, field.words[0], _READ[field.kind])) is not None
        ):
            values[field.name] = value
    return convert(values, part)


def _profile(known: dict[str, FrontEntry]) -> tuple[str, list[Finding]]:
    """What kind of publication it is, and a warning where nobody knows that kind: manuscripts of
    all kinds say of what type they are.
    """
    said = _value(known, "profile", one_line) or ""
    for profile, words in PROFILES.items():
        if said.casefold() in {profile, *(word.casefold() for word in words)}:
            return profile, []
    listed = "、".join(words[0] for words in PROFILES.values())
    wrong = PROFILE_UNKNOWN(value=shown(said), known=listed)
    return "", [Finding("warning", "profile-unknown", *wrong, known["profile"].source)]


def _normal(key: str) -> str:
    return re.sub(r"[\s_-]+", "_", key.strip().lower())


def _by_english_name(entries: Collection[FrontEntry]) -> dict[str, FrontEntry]:
    known: dict[str, FrontEntry] = {}
    for entry in entries:
        name = _KEYS.get(_normal(entry.key))
        if name is None:
            continue
        if name in known:
            said = KEY_REPEATED(key=entry.key, earlier=known[name].key)
            raise ManuscriptError(*said, entry.source)
        known[name] = entry
    return known


def _settings(
    entries: Collection[FrontEntry], opened: Collection[str]
) -> tuple[dict[str, FrontEntry], list[Finding]]:
    """The settings that the layout opens, and a warning for each key that nothing knows: programs
    of all kinds put theirs there.
    """
    names = {_normal(name): name for name in opened}
    settings: dict[str, FrontEntry] = {}
    findings: list[Finding] = []
    for entry in entries:
        key = _normal(entry.key)
        if key in _KEYS:
            continue
        if key not in names:
            findings.append(_unknown_key(entry, [*_KEYS, *opened]))
            continue
        if names[key] in settings:
            raise ManuscriptError(*KEY_TWICE(key=entry.key), entry.source)
        settings[names[key]] = entry
    return settings, findings


def _unknown_key(entry: FrontEntry, names: list[str]) -> Finding:
    from difflib import get_close_matches

    near = get_close_matches(_normal(entry.key), names, n=1, cutoff=0.5)
    said = NO_SUCH_KEY_BUT(key=entry.key, near=near[0]) if near else NO_SUCH_KEY(key=entry.key)
    return Finding("warning", "key-unknown", *said, entry.source)


def _value(known: dict[str, FrontEntry], name: str, read: Callable[[Written], T]) -> T | None:
    entry = known.get(name)
    if entry is None or entry.written is None:
        return None
    try:
        return read(entry.written)
    except BadValueError as complaint:
        raise ManuscriptError(*VALUE_WRONG(key=entry.key, why=complaint), entry.source) from None
