"""One place where a text goes against the word lists."""

from __future__ import annotations

from typing import NamedTuple

from layouts.issue.places import Place
from layouts.messages.message import Sentence

NAME_NEAR = "name-near"
TITLE_DIFFERS = "title-differs"
LEADER_ORDER = "leader-order"
SPELLING = "spelling-forbidden"
AVOIDED = "word-avoided"
WRONG = "word-wrong"
DIFFERING = "form-differs"


class Slip(NamedTuple):
    """Characters `start` up to `end` of the text at `place`, where an article is taken for the
    first of its issue, and what is said of them.

    `preferred` is what should stand there, empty where only the editor knows.
    """

    code: str
    place: Place
    start: int
    end: int
    said: Sentence
    preferred: str = ""
