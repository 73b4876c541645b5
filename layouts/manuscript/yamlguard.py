"""YAML of front matter, read guardedly: no aliases, no tags, no depth, and the line of every
key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast

import yaml
from msgspec import Struct

from layouts.errors import ManuscriptError, Source
from layouts.manuscript.values import Written, shown
from layouts.messages.front_matter import (
    COLON_WRONG,
    FRONT_MATTER_TOO_DEEP,
    FRONT_MATTER_TOO_LONG,
    KEY_NO_WORD,
    VALUE_UNREADABLE,
    YAML_ALIAS,
    YAML_BROKEN,
    YAML_TAG,
)

DEPTH_LIMIT = 6
SIZE_LIMIT = 64 * 1024
"""Characters of front matter. A page of settings has about 1,000."""

_SETTINGS_LINE = re.compile(r"[^\s#].*")
_COLON = re.compile(r":(?:\s|$)")


class YamlEntry(Struct, frozen=True):
    """A key and its value: as written, and (only when called for) as YAML types it.

    `inner` are the keys of a value that is itself a mapping, each with its line.
    """

    key: str
    written: Written
    typed: Callable[[], object]
    source: Source
    inner: Callable[[], list[YamlEntry]]


def read_mapping(text: str, file: str, first_line: int) -> list[YamlEntry]:
    """The keys of front matter in order.

    `first_line` is the line of the file on which `text` begins.
    """
    try:
        _refuse_hostile(text, file, first_line)
        root = _loader(text).get_single_node()
    except yaml.YAMLError as error:
        raise _broken(error, text, file, first_line) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise _broken(None, text, file, first_line)
    return [_entry(key, value, file, first_line) for key, value in root.value]


def _loader(text: str) -> yaml.CSafeLoader:
    """The loader of libyaml, or the one in Python where there is no libyaml: the same methods,
    without types.
    """
    return (
        yaml.CSafeLoader(text)
        if yaml.__with_libyaml__
        else cast("yaml.CSafeLoader", yaml.SafeLoader(text))
    )


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _loader(text)
    while (event := loader.get_event()) is not None and not isinstance(event, yaml.StreamEndEvent):
        yield event


def _refuse_hostile(text: str, file: str, first_line: int) -> None:
    """Refuse what only an attack has, from the flat events, before anything is built."""
    if len(text) > SIZE_LIMIT:
        raise ManuscriptError(*FRONT_MATTER_TOO_LONG(), Source(file, first_line))
    depth = 0
    for event in _events(text):
        source = Source(file, first_line + event.start_mark.line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH_LIMIT:
            raise ManuscriptError(*FRONT_MATTER_TOO_DEEP(), source)
        # a few aliases of aliases stand for more than any memory holds
        if isinstance(event, yaml.AliasEvent):
            raise ManuscriptError(*YAML_ALIAS(), source)
        # a tag may ask for any type there is
        if getattr(event, "tag", None):
            raise ManuscriptError(*YAML_TAG(), source)


def _broken(error: yaml.YAMLError | None, text: str, file: str, first_line: int) -> ManuscriptError:
    """A sentence for broken YAML, on the line where the colon is wrong if that is all."""
    lines = text.split("\n")
    for number, line in enumerate(lines, first_line):
        # 期：12 and 期:12: the slip that nearly all broken front matter is
        if _SETTINGS_LINE.match(line) and not _COLON.search(line) and re.search("[:：]", line):
            return ManuscriptError(*COLON_WRONG(line=shown(line)), Source(file, number))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    # a mark may stand on the line after the last
    line = min(mark.line, len(lines) - 1) if mark else 0
    problem = getattr(error, "problem", None) or "settings must read `key: value`"
    said = YAML_BROKEN(line=shown(lines[line]), problem=problem)
    return ManuscriptError(*said, Source(file, first_line + line))


def _entry(key: yaml.Node, value: yaml.Node, file: str, first_line: int) -> YamlEntry:
    source = Source(file, first_line + key.start_mark.line)
    if not isinstance(key, yaml.ScalarNode):
        raise ManuscriptError(*KEY_NO_WORD(), source)
    return YamlEntry(
        key.value,
        _written(value),
        lambda: _typed(key.value, value, source),
        source,
        lambda: _inner(value, file, first_line),
    )


def _inner(node: yaml.Node, file: str, first_line: int) -> list[YamlEntry]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [_entry(key, value, file, first_line) for key, value in node.value]


def _written(node: yaml.Node) -> Written:
    if isinstance(node, yaml.SequenceNode):
        return [_written(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _written(value) for key, value in node.value}
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _typed(key: str, node: yaml.Node, source: Source) -> object:
    untyped = yaml.constructor.SafeConstructor().construct_object  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    construct = cast("Callable[..., object]", untyped)
    try:
        return construct(node, deep=True)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: 2025-13-45, 0b_
        value = shown(_written(node))
        raise ManuscriptError(*VALUE_UNREADABLE(key=key, value=value), source) from error
