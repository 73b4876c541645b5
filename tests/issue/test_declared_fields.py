"""A field of masthead or colophon is declared once: every stage and every table of the
documentation follows.
"""

from __future__ import annotations

import ast
import datetime
from functools import cache
from pathlib import Path

import msgspec
import pytest

from layouts.errors import Source
from layouts.house.template import ISSUE_FIELDS, issue_fields
from layouts.issue.edits import find
from layouts.issue.edits.fields import set_colophon_field, set_masthead_field
from layouts.issue.fields import TEXTS, Field, FieldKind
from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, MASTHEAD, Colophon, Masthead
from layouts.manuscript.frontmatter import RECEIVERS, read_front_matter
from layouts.manuscript.reference import PAGE, renewed
from layouts.manuscript.write_settings import front_matter
from layouts.store import schema
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder
from layouts.store.json_text import converted
from layouts.store.said_issue import field_lines

ROOT = Path(__file__).parents[2]
FIELDS = [*((Masthead, field) for field in MASTHEAD), *((Colophon, field) for field in COLOPHON)]
VALUES = {
    FieldKind.TEXT: "河湾区档案馆",
    FieldKind.RECEIVERS: "区委办",
    FieldKind.NUMBER: 14,
    FieldKind.COPIES: 80,
    FieldKind.DATE: datetime.date(2026, 5, 20),
}
EVERY = pytest.mark.parametrize(("part", "field"), FIELDS, ids=[field.name for _, field in FIELDS])


def with_value(part: type, field: Field) -> Issue:
    """An issue with this field alone."""
    set_field = set_masthead_field if part is Masthead else set_colophon_field
    return set_field(
        Issue(Masthead(), (), Path(), Source("issue.md")), field.name, VALUES[field.kind]
    ).issue


def test_every_field_is_declared():
    assert [field.name for field in MASTHEAD] == list(Masthead.__struct_fields__)
    assert [field.name for field in COLOPHON] == list(Colophon.__struct_fields__)


def test_no_two_fields_share_a_word_of_manuscripts_or_a_name_in_templates():
    words = [word for _, field in FIELDS for word in set(field.words)]
    assert len(words) == len(set(words))
    assert len(ISSUE_FIELDS) == len(FIELDS)


@EVERY
def test_it_is_written_in_a_manuscript_and_read_again_by_each_of_its_words(part, field):
    issue = with_value(part, field)
    written = front_matter(issue).removeprefix("---\n").removesuffix("---")
    for word in field.words:
        read = read_front_matter(
            written.replace(f"{field.words[0]}:", f"{word}:", 1), "issue.md", 2, ()
        )
        assert (read.masthead, read.colophon) == (issue.masthead, issue.colophon), word


@EVERY
def test_it_is_kept_in_a_file_and_is_in_its_schema(part, field):
    issue = with_value(part, field)
    read = converted(Encoder().issue(issue), Source("x.banxin"))
    again = decode(read.entry, read.plain, Home("x.banxin", Path()))
    assert (again.masthead, again.colophon) == (issue.masthead, issue.colophon)
    entry = "MastheadEntry" if part is Masthead else "ColophonEntry"
    assert field.name in msgspec.json.decode(schema.json_schema())["$defs"][entry]["properties"]


@EVERY
def test_a_comparison_names_it(part, field):
    issue = with_value(part, field)
    value = "2026-05-20" if field.kind is FieldKind.DATE else str(VALUES[field.kind])
    assert field_lines(issue.masthead) + field_lines(issue.colophon) == [f"{field.zh}：{value}"]


@EVERY
def test_a_template_may_name_it(part, field):
    value = "2026年5月20日" if field.kind is FieldKind.DATE else str(VALUES[field.kind])
    printed = issue_fields(with_value(part, field))
    assert {name: said for name, said in printed.items() if said} == {field.in_templates: value}


@EVERY
def test_its_words_are_found(part, field):
    if field.kind in TEXTS:
        (match,) = find(with_value(part, field), VALUES[field.kind][:2])
        assert match.field == field.name


# The documentation


def test_the_documentation_of_manuscripts_is_as_declared():
    document = PAGE.read_text("utf8")
    assert renewed(document) == document, "run python -m layouts.manuscript.reference"
    assert all(
        f"| `{field.words[0]}` |" in document
        for _, field in FIELDS
        if field.kind is not FieldKind.RECEIVERS
    )
    assert f"| `{RECEIVERS}` |" in document


def test_the_documentation_of_layouts_has_a_row_for_each():
    documentation = (ROOT / "docs/layout-format.md").read_text("utf-8").splitlines()
    assert [
        field.name
        for _, field in FIELDS
        if f"| `{{{field.in_templates}}}` | {field.meaning} |" not in documentation
    ] == []


# What a new field touches

SPECIAL = {
    # found in what a converter left above the body
    "copy_number": {"layouts/manuscript/masthead.py"},
    "telephone": set(),
}


@pytest.mark.parametrize("name", SPECIAL)
def test_no_other_file_names_a_field_that_no_rule_is_about(name):
    """What reads and writes, keeps, compares, finds, shows and prints a field goes through the
    declarations.
    """
    naming = {
        path.relative_to(ROOT).as_posix()
        for path, names in names_of_modules().items()
        if name in names
    }
    assert naming == {"layouts/issue/masthead.py", *SPECIAL[name]}


@cache
def names_of_modules() -> dict[Path, set[str]]:
    """Every name, attribute and string of each module."""
    found = {}
    for path in (
        path for folder in ("layouts", "desktop") for path in (ROOT / folder).rglob("*.py")
    ):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        names |= {
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        found[path] = names | {node.id for node in nodes if isinstance(node, ast.Name)}
    return found
