"""Any JSON that the schema of issue.json lets through is read and composed: put right, never a
traceback.
"""

from __future__ import annotations

import json
import string as letters
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_making import minimal, opened

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import PackageError
from layouts.house.load import load_layout
from layouts.issue.article import Table
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.manuscript.write import manuscript_text
from layouts.preflight.check import inspect
from layouts.store.schema import BlockEntry, IssueEntry

texts = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "甲乙丙，丁。",
            "word word",
            "“",
            "\0",
            "\ud800",
            "a\nb\tc",
            "\u202e",
            "字" * 300,
            "\U0001f600\ufe0f",
            "▲",
            "1、",
        ]
    ),
    st.text(letters.printable, max_size=12),
)
whole = st.one_of(st.integers(-3, 12), st.sampled_from([-(2**63), 2**63 - 1, 2**70, 9999]))
numbers = st.one_of(whole, st.floats(), st.sampled_from([-1.0, 0.0, 1e-9, 0.5, 1e308, 199.9]))
NAMES = ["s1", "a1", "p1", "", "s99999999999", "x"]


PLAIN = {
    msgspec.inspect.IntType: whole,
    msgspec.inspect.FloatType: numbers,
    msgspec.inspect.BoolType: st.booleans(),
    msgspec.inspect.NoneType: st.none(),
    msgspec.inspect.DateType: st.dates().map(str),
    msgspec.inspect.DictType: st.just({}),
}


def of_type(kind: object) -> st.SearchStrategy[object]:
    """Plain values that the schema takes for a type of it, whatever an editor could have made."""
    match kind:
        case msgspec.inspect.StructType():
            return of_struct(kind)
        case msgspec.inspect.UnionType():
            return st.one_of(*map(of_type, kind.types))
        case msgspec.inspect.VarTupleType():
            return st.lists(of_type(kind.item_type), max_size=4)
        case msgspec.inspect.TupleType():
            return st.tuples(*map(of_type, kind.item_types)).map(list)
        case msgspec.inspect.LiteralType():
            return st.sampled_from(kind.values)
        case msgspec.inspect.StrType():
            return (
                st.sampled_from(["", "0" * 64 + ".jpg", "f" * 64 + ".x"]) if kind.pattern else texts
            )
        case _:
            return PLAIN[type(kind)]


def of_struct(kind: msgspec.inspect.StructType) -> st.SearchStrategy[object]:
    """Entries of an object, those that may be left out now and then left out."""
    fields = {field.encode_name: of_type(field.type) for field in kind.fields}
    if "id" in fields:
        fields["id"] = st.sampled_from(NAMES)
    needed = {
        field.encode_name: fields.pop(field.encode_name) for field in kind.fields if field.required
    }
    made = st.fixed_dictionaries(needed, optional=fields)
    return (
        made
        if kind.tag is None
        else made.map(lambda entry: {**entry, str(kind.tag_field): kind.tag})
    )


blocks = st.lists(of_type(msgspec.inspect.type_info(BlockEntry)), min_size=1, max_size=5)
articles = st.lists(
    blocks.map(lambda found: {"title": "题", "blocks": found}), min_size=1, max_size=2
)
filled = articles.map(
    lambda found: {
        "version": 1,
        "layout": "jianbao-a4",
        "sections": [{"name": "栏目", "articles": found}],
    }
)
"""Issues that have something in them: nearly all that may be wrong is in blocks."""

issues = of_type(msgspec.inspect.type_info(IssueEntry)).map(
    lambda entry: {**entry, "version": 1, "layout": "jianbao-a4"}
)


@given(st.one_of(filled, issues))
def test_whatever_the_schema_lets_through_is_read_composed_and_looked_over(
    catalogue: Catalogue, tmp_path_factory, plain
) -> None:
    home = tmp_path_factory.mktemp("any")
    path = minimal(home / "x.banxin", issue=json.dumps(plain).encode())
    try:
        issue = opened(path, home / "cache").issue
    except PackageError as error:
        assert error.zh
        return
    layout = load_layout(issue.layout, issue.settings, issue.setting_sources, folder=issue.folder)
    edition = compose(issue, layout, catalogue)
    assert edition.pages
    inspect(issue, layout, edition, catalogue)
    manuscript_text(issue)


def table(path: Path, **entry: object) -> Table:
    """A table as it is read from issue.json."""
    block = {"type": "table", **entry}
    issue = json.dumps({"version": 1, "sections": [{"articles": [{"blocks": [block]}]}]}).encode()
    found = (
        opened(minimal(path / "x.banxin", issue=issue), path / "cache")
        .issue.sections[0]
        .articles[0]
        .blocks[0]
    )
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize(
    "alignments", [[], ["right"], ["right", "left", "center"], ["right", "upside down"]]
)
def test_a_table_has_an_alignment_for_each_column(alignments, tmp_path) -> None:
    read = table(tmp_path, header=["甲", "乙"], rows=[["1", "2"]], alignments=alignments)
    assert read.alignments == (*alignments[:1], "left", "left")[:2]


def test_rows_of_a_table_are_as_long_as_the_longest_and_nothing_is_lost(tmp_path) -> None:
    found = table(tmp_path, header=["甲"], rows=[["1", "2", "3"], []], alignments=["left"])
    assert found.header == (Text("甲"), Text(""), Text(""))
    assert found.rows == ((Text("1"), Text("2"), Text("3")), (Text(""),) * 3)


def test_a_table_of_nothing_is_composed(catalogue: Catalogue, tmp_path) -> None:
    issue = json.dumps(
        {"version": 1, "sections": [{"articles": [{"blocks": [{"type": "table", "header": []}]}]}]}
    ).encode()
    read = opened(minimal(tmp_path / "x.banxin", issue=issue), tmp_path / "cache").issue
    assert compose(read, load_layout("jianbao-a4"), catalogue).pages


def test_a_photo_path_with_a_null_byte_is_a_finding(catalogue: Catalogue, tmp_path) -> None:
    block = {"type": "photo", "path": "a\0.jpg"}
    issue = json.dumps({"version": 1, "sections": [{"articles": [{"blocks": [block]}]}]}).encode()
    read = opened(minimal(tmp_path / "x.banxin", issue=issue), tmp_path / "cache").issue
    assert isinstance(read.sections[0].articles[0].blocks[0], Photo)
    assert "photo-unusable" in {
        finding.code for finding in compose(read, load_layout("jianbao-a4"), catalogue).findings
    }


def test_an_issue_larger_than_one_may_be_is_refused_with_the_line(tmp_path) -> None:
    blocks = [{"type": "paragraph", "text": "甲"}] * 60_000
    issue = json.dumps({"version": 1, "sections": [{"articles": [{"blocks": blocks}]}]}).encode()
    with pytest.raises(PackageError, match="too large") as caught:
        opened(minimal(tmp_path / "x.banxin", issue=issue), tmp_path / "cache")
    assert caught.value.source is not None
    assert caught.value.source.line
