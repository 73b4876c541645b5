"""Every stage that treats blocks knows every kind of block: a new kind that is missing somewhere fails here, with the table's name."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from layouts.issue.blocks import BLOCKS, BlockTable

ROOT = Path(__file__).parents[1]


def tables() -> list[tuple[str, BlockTable]]:
    found = []
    for folder in ("layouts", "desktop"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "BlockTable(" in path.read_text("utf8"):
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                module = importlib.import_module(name)
                found += [(f"{name}.{key}", value) for key, value in vars(module).items() if isinstance(value, BlockTable)]
    return found


def test_there_are_tables():
    assert len(tables()) > 1


@pytest.mark.parametrize(("name", "table"), tables())
def test_a_table_knows_every_kind_of_block(name, table):
    assert set(table.functions) == set(BLOCKS), name
