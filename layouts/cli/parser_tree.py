"""The verbs and their arguments as values, read off the parser: completion, the man page and
docs/cli.md are made of these, so that a new verb is in all of them.
"""

from __future__ import annotations

from argparse import (
    Action,
    ArgumentParser,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage], has no other name
)
from collections.abc import Iterator
from typing import NamedTuple, cast


class Verb(NamedTuple):
    """A verb, or an act of one: its words (`layout`, `check`), what its parser takes, and what is
    said of it. The program itself has no words.
    """

    words: tuple[str, ...]
    about: str
    arguments: tuple[Action, ...]
    parser: ArgumentParser

    @property
    def positional(self) -> tuple[Action, ...]:
        """What stands without an option."""
        return tuple(one for one in self.arguments if not one.option_strings)

    @property
    def options(self) -> tuple[Action, ...]:
        """What is said by name."""
        return tuple(one for one in self.arguments if one.option_strings)


def all_verbs(parser: ArgumentParser) -> tuple[Verb, ...]:
    """The program and each verb and act in the order they were added."""
    return tuple(_walked(parser, (), parser.description or ""))


def acting(verb: Verb) -> bool:
    """Whether a verb does something by itself, and is no name for acts alone."""
    return bool(verb.words) and _below(verb.parser) is None


def value_name(action: Action) -> str:
    """What an argument's value is called in a call: its metavar, its choices, or its name; empty
    for a switch.
    """
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    if isinstance(action.metavar, str):
        return action.metavar
    return action.dest if not action.option_strings else action.dest.upper()


def said_of(action: Action) -> str:
    """What is said of an argument, as --help says it."""
    return (action.help or "").replace("%%", "%")


def _walked(parser: ArgumentParser, words: tuple[str, ...], about: str) -> Iterator[Verb]:
    below = _below(parser)
    own = tuple(one for one in parser._actions if one is not below and one.dest != "help")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage], argparse lists them nowhere else
    yield Verb(words, about, own, parser)
    if below is not None:
        helps = {one.dest: one.help or "" for one in below._choices_actions}  # noqa: SLF001  # pyright: ignore[reportPrivateUsage], likewise
        for name, inner in below.choices.items():
            yield from _walked(inner, (*words, name), helps.get(name, ""))


def _below(parser: ArgumentParser) -> _SubParsersAction[ArgumentParser] | None:
    for one in parser._actions:  # noqa: SLF001  # pyright: ignore[reportPrivateUsage], likewise
        if isinstance(one, _SubParsersAction):
            return cast("_SubParsersAction[ArgumentParser]", one)
    return None
