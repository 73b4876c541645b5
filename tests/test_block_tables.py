"""Every stage that treats blocks knows every kind of block: a new kind that is missing somewhere
fails here, with the table's name.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from layouts.issue.blocks import BLOCKS, BlockTable, ShapeTable
from layouts.issue.traits import BlockTrait, Shape

ROOT = Path(__file__).parents[1]


def tables(kind: type) -> list[tuple[str, BlockTable | ShapeTable]]:
    found = []
    for folder in ("layouts", "desktop"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if f"{kind.__name__}(" in path.read_text("utf8"):
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                module = importlib.import_module(name)
                found += [
                    (f"{name}.{key}", value)
                    for key, value in vars(module).items()
                    if isinstance(value, kind)
                ]
    return found


def test_there_are_tables():
    assert len(tables(BlockTable)) > 1
    assert len(tables(ShapeTable)) > 1


@pytest.mark.parametrize(("name", "table"), tables(BlockTable))
def test_a_table_knows_every_kind_of_block(name, table):
    assert set(table.functions) == set(BLOCKS), name


@pytest.mark.parametrize(("name", "table"), tables(ShapeTable))
def test_a_table_by_shape_knows_every_shape(name, table):
    assert set(table.functions) == set(Shape), name


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_says_what_it_is(kind):
    assert isinstance(kind.trait, BlockTrait)


def test_one_place_a_stage():
    """A new kind of block is an entry in one table of each stage that treats kinds differently; by
    shape it is treated already.
    """
    modules = [name.rpartition(".")[0] for name, _ in tables(BlockTable)]
    assert [module for module in modules if modules.count(module) > 1] == []
