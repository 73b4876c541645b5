"""What stages that treat blocks are made of: a table from the kind of block, or from its shape, to
the function that treats it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_args

from layouts.issue.article import Block
from layouts.issue.traits import Shape

P = ParamSpec("P")
R = TypeVar("R")

BLOCKS: tuple[type[Block], ...] = get_args(Block)
"""Every kind of block."""


class BlockTable(Generic[P, R]):
    """A function for each kind of block; called with a block and whatever else the functions take,
    it calls the one for its kind.

    A test looks for all tables of the program and holds them against BLOCKS, so that a new kind of
    block is missing nowhere.
    """

    def __init__(self, functions: Mapping[type[Any], Callable[Concatenate[Any, P], R]]) -> None:
        self.functions = functions

    def __call__(self, block: Block, *arguments: P.args, **named: P.kwargs) -> R:
        """What the function for this block gives."""
        return self.functions[type(block)](block, *arguments, **named)


class ShapeTable(Generic[P, R]):
    """The same by the shape of blocks: a new kind of a known shape needs no entry."""

    def __init__(self, functions: Mapping[Shape, Callable[Concatenate[Any, P], R]]) -> None:
        self.functions = functions

    def __call__(self, block: Block, *arguments: P.args, **named: P.kwargs) -> R:
        """What the function for blocks of this shape gives."""
        return self.functions[block.trait.shape](block, *arguments, **named)


def next_in_flow(blocks: Sequence[Block], index: int) -> int:
    """The block from `index` on that stands beside none, their number where there is none."""
    return next((k for k in range(index, len(blocks)) if not blocks[k].trait.beside), len(blocks))


def previous_in_flow(blocks: Sequence[Block], index: int) -> int:
    """The block above `index` that stands beside none, -1 where there is none."""
    return next((k for k in range(index - 1, -1, -1) if not blocks[k].trait.beside), -1)
