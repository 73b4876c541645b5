"""A message: one sentence in two languages, with places for values."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """What an editor reads, in both languages; errors and findings take it as `*sentence`."""

    zh: str
    en: str

    @property
    def both(self) -> str:
        """Both on one line, Chinese first, as the command line says it."""
        return f"{self.zh} / {self.en}"


class Message(NamedTuple):
    """A sentence with places `{name}` for values, as `str.format` has them.

    Both languages name the same values, but for the few that one of them leaves out, and callers
    give exactly these (`tests/test_messages.py`). A value that is itself in two languages, a
    sentence or an error, is named in each: `{why.zh}`, `{why.en}`.
    """

    zh: str
    en: str

    def __call__(self, **values: object) -> Sentence:
        """The sentence with its values put in."""
        return Sentence(self.zh.format_map(values), self.en.format_map(values))
