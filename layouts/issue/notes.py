"""The notes of an article (注释) in the order of their signs: where each stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from layouts.issue.article import Article
from layouts.issue.splice import merged
from layouts.issue.text import Mark, MarkKind, Text

if TYPE_CHECKING:
    from layouts.issue.places import Place

CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""Signs of notes that are an em wide."""


def notes_in(text: Text) -> list[Mark]:
    """The notes of a text as they are come upon: each has its sign behind its last character."""
    return sorted(
        (mark for mark in text.marks if mark.kind is MarkKind.NOTE),
        key=lambda mark: (mark.end, mark.start),
    )


def with_note(text: Text, number: int, words: str) -> Text:
    """A text with other words in one of its notes, counted as `notes_in` has them; without the note
    where there are none.
    """
    mark = notes_in(text)[number]
    others = list(text.marks)
    others.remove(mark)
    return Text(text.string, merged((*others, mark._replace(value=words)) if words else others))


def notes_of(article: Article, place: Place) -> Iterator[tuple[Place, Mark]]:
    """The notes of the article at a place, each with the place of its text: the n-th is the one
    printed as note n.
    """
    # composing asks for signs alone
    from layouts.issue.places import texts_of

    for at, text in texts_of(article, place):
        for mark in notes_in(text):
            yield at, mark


def sign(number: int) -> str:
    """The sign of note `number`, from 1: a figure in a circle, in brackets where there is none with
    it.
    """
    return CIRCLED[number - 1] if number <= len(CIRCLED) else f"〔{number}〕"
