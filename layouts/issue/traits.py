"""What tells one kind of block from another where all are treated alike: every kind says it of
itself, as its `trait`.
"""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct


class Shape(Enum):
    """How the texts of a block lie in it.

    What depends on nothing else is treated by shape, in a `ShapeTable` (`layouts.issue.blocks`).
    """

    TEXT = auto()
    """One text, its `text`."""

    PARAGRAPHS = auto()
    """Several texts one under the other, its `paragraphs`."""

    CELLS = auto()
    """Texts in rows and columns."""

    CAPTION = auto()
    """No text but a caption, and a credit where there is one."""

    NOTHING = auto()
    """None at all."""


class BlockTrait(Struct, frozen=True):
    """What all stages have to know of a kind of block.

    `size` is what it counts in the size of an issue besides its characters (`layouts.issue.size`),
    `letter` what its ids begin with. `is_running`: it is of the article's running text, so that
    photos stand beside its lines and it may be an item of a list. `repeats`: its words stand
    elsewhere in the article already, and are not counted twice. `reads`: its texts are read through
    with those around it and carry marks; a caption is not. `parts_join`: the texts inside it can
    become one. `joins`: a text of it can leave it or join another. `is_apart`: no text of another
    block becomes one with its own. `beside`: it stands beside the text that follows and stays
    there, whatever becomes of the text around it. `gives_way`: it goes where the texts above and
    below it are joined. `bold_by_style`: its style says how bold it is, its text does not.
    """

    shape: Shape
    size: int
    letter: str = "b"
    is_running: bool = False
    repeats: bool = False
    reads: bool = True
    parts_join: bool = False
    joins: bool = True
    beside: bool = False
    gives_way: bool = False
    is_apart: bool = False
    bold_by_style: bool = False

    @property
    def runs_on(self) -> bool:
        """Whether it is one text, which can be one with that of the next such block."""
        return self.shape is Shape.TEXT and not self.is_apart
