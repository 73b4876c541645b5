"""The scanner that finds the line of a key in a TOML text."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.house.toml_lines import Place, key_lines, line_of

TEXT = '''\
# a comment with [brackets] and "quotes
title = "a = b # no comment"
owner.name = 'C:\\path'
"quoted.key" = 1
"\\u4e2d" = 2

[page]
width = "210mm" # [not a table]
margins = { top = 30, foot = [ 1, 2 ], side.inner = 4 }
wide = """
fake = 1
[fake] \\"""
two quotes: ""a"""""
raw = \'\'\'
fake = 2 ''
\'\'\'
sizes = [
  "10pt",  # one
  { name = "x", value = [
    1,
    2 ] },
  'a]b',
]
when = 1979-05-27 07:32:00

[[lines]]
text = "first"
[lines.style]
ink = "red"
[[lines.spans]]
at = 1
[[lines.spans]]
at = 2

[[lines]]
text = "second"
  [[lines.spans]]
  at = 3

[ a . "b" .c ]
last = true'''

EXPECTED: dict[Place, int] = {
    ("title",): 2,
    ("owner",): 3,
    ("owner", "name"): 3,
    ("quoted.key",): 4,
    ("中",): 5,
    ("page",): 7,
    ("page", "width"): 8,
    ("page", "margins"): 9,
    ("page", "margins", "top"): 9,
    ("page", "margins", "foot", 1): 9,
    ("page", "margins", "side", "inner"): 9,
    ("page", "wide"): 10,
    ("page", "raw"): 14,
    ("page", "sizes"): 17,
    ("page", "sizes", 0): 18,
    ("page", "sizes", 1): 19,
    ("page", "sizes", 1, "value"): 19,
    ("page", "sizes", 1, "value", 0): 20,
    ("page", "sizes", 1, "value", 1): 21,
    ("page", "sizes", 2): 22,
    ("page", "when"): 24,
    ("lines",): 26,
    ("lines", 0): 26,
    ("lines", 0, "text"): 27,
    ("lines", 0, "style"): 28,
    ("lines", 0, "style", "ink"): 29,
    ("lines", 0, "spans", 0): 30,
    ("lines", 0, "spans", 0, "at"): 31,
    ("lines", 0, "spans", 1, "at"): 33,
    ("lines", 1): 35,
    ("lines", 1, "text"): 36,
    ("lines", 1, "spans", 0): 37,
    ("lines", 1, "spans", 0, "at"): 38,
    ("a",): 40,
    ("a", "b", "c"): 40,
    ("a", "b", "c", "last"): 41,
}


def places_of(value: Any, place: Place = ()) -> set[Place]:
    """Every place of a document as tomllib reads it."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return ({place} if place else set()) | {
        found for step, item in inner for found in places_of(item, (*place, step))
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_place_has_its_line(end: str):
    text = TEXT.replace("\n", end)
    lines = key_lines(text)
    assert set(lines) == places_of(tomllib.loads(text))
    assert {place: lines[place] for place in EXPECTED} == EXPECTED


def test_what_is_not_written_is_found_at_the_table_around_it():
    assert line_of(TEXT, ("lines", 1, "style", "ink")) == 35
    assert line_of(TEXT, ("nowhere", "at", "all")) == 1


KEYS = st.sampled_from(["a", "b-1", '"c d"', "'e.f'", '"\\""', "g.h", "7"])
STRINGS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)
SIMPLE = st.one_of(
    st.integers().map(str),
    st.booleans().map(lambda flag: str(flag).lower()),
    st.sampled_from(
        [
            "inf",
            "1e3",
            "07:32:00",
            "1979-05-27",
            '""',
            "''",
            '""""""',
            "''''''",
            '"""\n""a"""""',
            "'''\n]#'''",
            '"\\\\"',
            '"]}"',
        ]
    ),
    STRINGS.map(lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'),
)
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[ # x]\n" + ",\n".join(items) + "\n]"),
        st.dictionaries(
            st.sampled_from(["a", "b", '"c"']),
            inner.filter(lambda text: "\n" not in text),
            max_size=3,
        ).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=6,
)
TABLES = st.tuples(
    st.sampled_from(["[t]", "[t.u]", "[[r]]", "[[r.s]]", '["x y"]']),
    st.dictionaries(KEYS, VALUES, max_size=3),
)


@given(st.lists(TABLES, max_size=5))
def test_any_document_is_scanned_to_the_places_that_tomllib_reads(
    tables: list[tuple[str, dict[str, str]]],
):
    text = "\n".join(
        f"{header}\n" + "\n".join(f"{key} = {value}" for key, value in keys.items())
        for header, keys in tables
    )
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(key_lines(text)) == places_of(document)
