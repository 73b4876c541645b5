"""What documents for developers name exists: files, modules, and names of the code.

Hooks run before a commit are those of CI.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOURCES = [
    path
    for folder in ("desktop", "fonts", "layouts", "resources", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
PATH = re.compile(r"[\w.-]*(?:/[\w.-]*)+|[\w.-]+\.(?:json|md|py|toml|ts|yaml)")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?(?:\(\))?")
NOT_OURS = {"gs", "pdffonts", "pdftotext", "qpdf", "xvfb"}
"""Programs of others'."""


def contributing() -> list[str]:
    return (ROOT / "CONTRIBUTING.md").read_text("utf8").splitlines()


def where_to_find() -> list[str]:
    text = (ROOT / "docs" / "architecture.md").read_text("utf8")
    rows = [
        line for line in text.partition("## Where to find")[2].splitlines() if line.startswith("| ")
    ]
    assert len(rows) > 10
    return rows


def terms() -> list[list[str]]:
    """The cells of every row of the glossary: term, 中文, what it is, where."""
    lines = (ROOT / "docs" / "glossary.md").read_text("utf8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| ") and not line.startswith("| term")
    ]


@cache
def defined(path: Path) -> frozenset[str]:
    """The names that a module defines: classes, functions, fields and constants."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        match node:
            case ast.ClassDef() | ast.FunctionDef():
                found.add(node.name)
            case ast.Name(ctx=ast.Store()):
                found.add(node.id)
    return frozenset(found)


@cache
def names() -> frozenset[str]:
    """Every name that our sources define, members of classes as `Class.member` too, and every word
    in quotes: keys and styles.
    """
    found: set[str] = set()
    for node in (node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf8")))):
        match node:
            case ast.ClassDef():
                found |= {
                    node.name,
                    *(
                        f"{node.name}.{member.name}"
                        for member in node.body
                        if isinstance(member, ast.FunctionDef)
                    ),
                }
            case ast.FunctionDef():
                found.add(node.name)
            case ast.Name(ctx=ast.Store()):
                found.add(node.id)
            case ast.Constant(value=str(word)):
                found.add(word)
    return frozenset(found)


def gone(lines: list[str]) -> list[str]:
    """What is named in backticks and is nowhere: paths, modules to run, names of the code."""
    missing: list[str] = []
    for line in lines:
        # and, for what a line names later, the folders of what it named before
        near = [ROOT, ROOT / "layouts"]
        for said in re.findall(r"`([^`]+)`", line):
            if module := re.search(r"python -m (\S+)", said):
                missing += [] if importlib.util.find_spec(module[1]) else [module[1]]
            elif NAME.fullmatch(said) and not PATH.fullmatch(said):
                name = said.removesuffix("()")
                missing += [] if name in names() | NOT_OURS or (ROOT / name).exists() else [name]
            for path in filter(PATH.fullmatch, said.split()):
                if not re.match("[A-Z]+[.]", path):  # FILE.pdf stands for any
                    missing += [] if any((folder / path).exists() for folder in near) else [path]
                    near += [(folder / path).parent for folder in (ROOT, ROOT / "layouts")]
    return missing


def test_what_contributing_names_exists() -> None:
    assert gone(contributing()) == []


def test_what_the_table_of_the_tour_names_exists() -> None:
    assert gone(where_to_find()) == []


def test_a_term_of_the_glossary_is_there_once() -> None:
    assert len(terms()) > 50
    assert [row for row in terms() if len(row) != 4 or not all(row)] == []
    assert len({term for term, *_ in terms()}) == len(terms())


@pytest.mark.parametrize("term", terms(), ids=lambda term: term[0])
def test_what_the_glossary_names_stands_where_it_says(term: list[str]) -> None:
    """Every name of the last column is defined in a module of that column."""
    *_, where = term
    said = re.findall(r"`([^`]+)`", where)
    paths = [ROOT / word for word in said if PATH.fullmatch(word)]
    assert paths
    assert [path for path in paths if not path.is_file()] == []
    assert {word for word in said if not PATH.fullmatch(word)} - frozenset[str]().union(
        *map(defined, paths)
    ) == set()


def test_what_the_rest_of_the_glossary_names_exists() -> None:
    assert gone((ROOT / "docs" / "glossary.md").read_text("utf8").splitlines()) == []


@pytest.mark.parametrize(
    "line",
    [
        "`layouts/gone.py`",
        "`layouts/text/units.py` and `gone.py`",
        "`no_such_name`",
        "`Session.gone`",
        "`python -m layouts.gone`",
    ],
)
def test_what_is_gone_is_noticed(line: str) -> None:
    assert gone([line]) != []


def test_hooks_run_what_ci_checks() -> None:
    """Every hook is a command of .ci/run, which spares itself the caches, and none fetches
    anything.
    """
    ci = re.sub(r" --no-cache|  *#.*", "", (ROOT / ".ci" / "run").read_text("utf8")).splitlines()
    (local,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf8"))["repos"]
    assert local["repo"] == "local"
    assert {hook["language"] for hook in local["hooks"]} == {"system"}
    assert [hook["entry"] for hook in local["hooks"] if hook["entry"] not in ci] == []


def test_names_that_vulture_is_told_to_pass_over_exist() -> None:
    tree = ast.parse((ROOT / ".ci" / "not_dead.py").read_text("utf8"))
    allowed = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    text = "\n".join(path.read_text("utf8") for path in [*SOURCES, ROOT / "main.py"])
    assert {name for name in allowed if not re.search(rf"\b{name}\b", text)} == set()
