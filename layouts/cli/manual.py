"""The man page, roff of man(7), made from the parser."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser
from collections.abc import Iterator

from layouts.cli.parser_tree import Verb, acting, all_verbs, said_of, value_name
from layouts.messages import usage as say
from layouts.messages.message import Sentence


def man_page(parser: ArgumentParser) -> str:
    """banxin(1), in both languages beside each other, as --help has them. It bears no date: the
    same parser gives the same page.
    """
    program = parser.prog
    found = [one for one in all_verbs(parser) if acting(one)]
    return "\n".join(
        (
            "'\\\" -*- coding: utf-8 -*-",
            f'.TH {program.upper()} 1 "" "{program}" "{program}"',
            ".ad l",  # lines that end where they do: Hanzi have no gaps to open
            ".nh",
            *_head(parser),
            f".SH {say.MAN_VERBS().both}",
            *(line for one in found for line in _verb(program, one)),
            f".SH {say.MAN_EXIT().both}",
            *(line for code, told in say.EXIT_CODES.items() for line in _item(code, told())),
            f".SH {say.MAN_ENVIRONMENT().both}",
            *(line for name, told in say.VARIABLES.items() for line in _item(name, told())),
            f".SH {say.MAN_EXAMPLES().both}",
            *(line for call, told in say.EXAMPLES.items() for line in _item(call, told())),
            "",
        )
    )


def _head(parser: ArgumentParser) -> Iterator[str]:
    yield ".SH NAME"
    yield rf"{parser.prog} \- {_escaped(parser.description or '')}"
    yield f".SH {say.MAN_SYNOPSIS().both}"
    yield rf"\fB{parser.prog}\fR \fIVERB\fR …"
    yield ".br"
    yield rf"\fB{parser.prog}\-window\fR [\fIISSUE\fR]"
    yield f".SH {say.MAN_DESCRIPTION().both}"
    yield from _sentence(say.MAN_ABOUT())


def _verb(program: str, verb: Verb) -> Iterator[str]:
    yield f'.SS "{" ".join(verb.words)}"'
    called = [rf"\fB{_escaped(' '.join((program, *verb.words)))}\fR"]
    called += [rf"\fI{_escaped(value_name(one))}\fR" for one in verb.positional]
    called += [_option(one) for one in verb.options if one.required]
    if any(not one.required for one in verb.options):
        called.append("[…]")
    yield " ".join(called)
    yield ".PP"
    yield _text(verb.about)
    for one in verb.arguments:
        yield ".TP"
        yield _option(one) if one.option_strings else rf"\fI{_escaped(value_name(one))}\fR"
        yield _text(said_of(one))


def _option(argument: Action) -> str:
    names = ", ".join(rf"\fB{_escaped(one)}\fR" for one in argument.option_strings)
    value = _escaped(value_name(argument))
    return rf"{names} \fI{value}\fR" if value else names


def _item(tag: str, told: Sentence) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_escaped(tag)}\fR"
    yield from _sentence(told)


def _sentence(told: Sentence) -> Iterator[str]:
    """Chinese and English, each on its own lines."""
    yield _text(told.zh)
    yield ".br"
    yield _text(told.en)


def _text(words: str) -> str:
    """A line of text, which begins no request."""
    escaped = _escaped(words)
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _escaped(words: str) -> str:
    escaped = words.replace("\\", r"\e").replace("-", r"\-")
    return _PAUSE.sub(r"\g<0>\\:", escaped)


_PAUSE = re.compile("[，。、；：）](?=.)")
"""Where a line of Chinese may end; roff looks for spaces alone."""
