"""What every stage that treats blocks is made of: one table from the kind of block to the function that treats it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_args

from layouts.issue.article import Block

P = ParamSpec("P")
R = TypeVar("R")

BLOCKS: tuple[type[Block], ...] = get_args(Block)
"""Every kind of block."""


class BlockTable(Generic[P, R]):
    """A function for each kind of block; called with a block and whatever else the functions take, it calls the one for its kind.

    A test looks for all tables of the program and holds them against BLOCKS, so that a new kind of block is missing nowhere.
    """

    def __init__(self, functions: Mapping[type[Any], Callable[Concatenate[Any, P], R]]) -> None:
        self.functions = functions

    def __call__(self, block: Block, *arguments: P.args, **named: P.kwargs) -> R:
        """What the function for this block gives."""
        return self.functions[type(block)](block, *arguments, **named)
