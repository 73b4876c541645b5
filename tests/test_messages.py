"""The catalogue of sentences (`layouts/messages`): filled in as it asks, in both languages, and the
only place that has any.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from layouts.messages.lists import either, listed, one_of
from layouts.messages.message import Message, Sentence

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "layouts" / "messages"
USERS = [path for path in sorted((ROOT / "layouts").rglob("*.py")) if path.parent != CATALOGUE]

TOLD_IN_ENGLISH_ALONE = {
    "CONTENTS_LEFT_OUT": {"last"},
    "MORE_MARKS": {"marks"},
    "PROFILE_TOO_NEW": {"newest"},
    "PAGES_DO_NOT_FOLD": {"added"},  # “page is”, “pages are”: Chinese has no plural
    "BLANKS_BEFORE_LAST": {"added"},
    "BLANKS_AFTER_LAST": {"added"},
    "YAML_BROKEN": {"problem"},  # the words of PyYAML; the Chinese quotes the line
}
TOLD_IN_CHINESE_ALONE = {"YAML_BROKEN": {"line"}}

WORDS_NOT_SENTENCES = {
    "api_reference.py": "examples in a page of the documentation",
    "house/names.py": "what settings are called",
    "importing/beside.py": "words that names of photos are made of",
    "importing/cell_values.py": "days of the week",
    "importing/numbers.py": "numerals",
    "importing/order.py": "numerals",
    "importing/readers/html/content.py": "words that lines about an article are recognised by",
    "importing/readers/html/reading.py": "words that no title begins with",
    "importing/readers/markdown/ours.py": "words of the manuscript format",
    "importing/readers/markdown/photos.py": "words that no person wrote as a caption",
    "importing/readers/odt/lists.py": "numerals",
    "importing/readers/pdf/furniture.py": "words of page numbers",
    "importing/readers/tabbed.py": "numerals",
    "importing/recognition/answering.py": "by-lines as an issue prints them",
    "importing/recognition/builder.py": "the same",
    "importing/recognition/captions.py": "words that captions are known by",
    "importing/recognition/credit_words.py": "words that by-lines are known by",
    "importing/recognition/credits.py": "the same",
    "importing/recognition/days.py": "words of dates",
    "importing/recognition/ends.py": "words that heads and tails are known by",
    "importing/recognition/headings.py": "words that sub-headings are known by",
    "importing/recognition/items.py": "numerals",
    "importing/recognition/names.py": "surnames, words of units",
    "importing/recognition/opening.py": "words of mastheads",
    "importing/recognition/spotting.py": "words that lines are known by",
    "importing/tidying/characters.py": "which characters are Hanzi",
    "importing/tidying/dashes.py": "what a dash stands between",
    "importing/tidying/dates.py": "units of dates",
    "importing/tidying/gaps.py": "labels and by-lines that spaces stand beside",
    "importing/tidying/half_width.py": "labels, and Hanzi that foreign names are spelt with",
    "importing/tidying/passage.py": "words that by-lines are recognised by",
    "importing/unwrapping/furniture.py": "how page numbers are written",
    "importing/unwrapping/marks.py": "words and labels that paragraphs begin with",
    "importing/versions.py": "what is added to names of files",
    "importing/wording/offices.py": "words before names",
    "importing/wording/twice.py": "numerals and words with two spellings",
    "issue/count.py": "which characters are counted",
    "issue/figures.py": "signs and units of numbers",
    "issue/note_label.py": "labels that notes are known by",
    "issue/numbering.py": "numerals",
    "issue/row_words.py": "words of captions as they are printed",
    "manuscript/likeness.py": "characters that Chinese text is full of",
    "manuscript/marks.py": "words that manuscripts are recognised by",
    "manuscript/masthead.py": "the same, of mastheads",
    "manuscript/numerals.py": "numerals",
    "manuscript/typed_day.py": "numerals",
    "manuscript/reference.py": "examples in a table of the documentation",
    "manuscript/repair.py": "radicals and their Hanzi",
    "preflight/articles.py": "words that by-lines are recognised by",
    "preflight/codes.py": "a table: each check is declared there, with its name, once",
    "preflight/internal.py": "words that periodicals are known by",
    "preflight/text.py": "words that placeholders and dates are recognised by",
    "prepress/slug.py": "printed beside the page",
    "store/compare.py": "the lines of a comparison, Chinese like the issue",
    "store/said.py": "the same",
    "store/said_issue.py": "the same",
    "store/said_photos.py": "the same",
    "store/shown.py": "the same",
    "structure.py": "read aloud out of the PDF, in the issue's language",
    "text/headline.py": "words that titles break at",
    "text/units.py": "units, numerals, labels",
    "text/words.py": "titles, surnames, ends of names",
    "webpage/inline.py": "read on the page, in the issue's language",
}
"""Modules with Chinese that is read or printed, not said to an editor, and what it is."""

HANZI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
LONG = 6
"""Hanzi from which a string passes for a sentence; shorter ones with a mark of a sentence do."""


@cache
def catalogue() -> dict[tuple[str, str], Message]:
    """Every message by module and name."""
    return {
        (path.stem, name): value
        for path in sorted(CATALOGUE.glob("*.py"))
        for name, value in vars(import_module(f"layouts.messages.{path.stem}")).items()
        if isinstance(value, Message)
    }


def places(template: str) -> set[str]:
    """The values a template names."""
    return {re.split(r"[.\[]", field)[0] for _, field, _, _ in Formatter().parse(template) if field}


def imported(tree: ast.Module) -> dict[str, Message]:
    """The messages that a module imports, also as names of a module of the catalogue (`say.TITLE`)."""
    return of_modules(tree) | {
        alias.asname or alias.name: catalogue()[node.module.rpartition(".")[2], alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("layouts.messages.")
        for alias in node.names
        if node.module and (node.module.rpartition(".")[2], alias.name) in catalogue()
    }


def of_modules(tree: ast.Module) -> dict[str, Message]:
    """The messages of modules of the catalogue that are imported whole, as they are written."""
    modules = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "layouts.messages"
        for alias in node.names
    }
    return {
        ast.unparse(node): catalogue()[modules[node.value.id], node.attr]
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (modules.get(node.value.id), node.attr) in catalogue()
    }


def given(call: ast.Call) -> set[str]:
    """What a call gives by name."""
    return {word.arg for word in call.keywords if word.arg}


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The strings of a module but its docstrings, those of an f-string as one."""
    aside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.Expr) for part in [node.value]
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            aside |= {id(part) for part in node.values}
            said = [part.value for part in node.values if isinstance(part, ast.Constant)]
            yield node.lineno, "".join(map(str, said))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.lineno, node.value


def is_sentence(string: str) -> bool:
    """Whether a string passes for a sentence in Chinese."""
    hanzi = len(HANZI.findall(string))
    return hanzi >= LONG or bool(hanzi and re.search("[，。：“”]", string))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf8"))


def sentences(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf8"))
    return [(line, string) for line, string in strings(tree) if is_sentence(string)]


# Filling in


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_message_is_given_what_it_names(path: Path) -> None:
    tree = ast.parse(path.read_text("utf8"))
    messages = imported(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [
        (call, messages[ast.unparse(call.func)])
        for call in calls
        if isinstance(call.func, ast.Name | ast.Attribute) and ast.unparse(call.func) in messages
    ]
    for call, message in named:
        assert not call.args
        if any(word.arg is None for word in call.keywords):  # a mapping of values
            continue
        assert given(call) == places(message.zh) | places(message.en), ast.unparse(call)
    by_hand = {id(call.func) for call, _ in named}
    for node in ast.walk(tree):  # chosen first, or from a table, and filled in by another name
        if not isinstance(node, ast.Name | ast.Attribute) or id(node) in by_hand:
            continue
        if message := messages.get(ast.unparse(node)):
            wanted = places(message.zh) | places(message.en)
            assert any(wanted <= given(call) for call in calls), ast.unparse(node)


def test_both_languages_name_the_same_values() -> None:
    for (_, name), message in catalogue().items():
        zh, en = places(message.zh), places(message.en)
        assert en - zh == TOLD_IN_ENGLISH_ALONE.get(name, set()), name
        assert zh - en == TOLD_IN_CHINESE_ALONE.get(name, set()), name


def test_values_stand_in_both_languages_and_braces_stay() -> None:
    message = Message("第 {page} 页，{{key}}：{why.zh}", "page {page}, {{key}}: {why.en}")
    said = message(page=3, why=Sentence("太大", "too large"))
    assert said == ("第 3 页，{key}：太大", "page 3, {key}: too large")
    assert said.both == "第 3 页，{key}：太大 / page 3, {key}: too large"


def test_words_in_a_row_are_parted_as_each_language_parts_them() -> None:
    assert listed(["甲", "乙"]) == ("甲、乙", "甲, 乙")
    assert either(["甲", "乙"]) == ("甲 或 乙", "甲 or 乙")
    assert one_of(["甲", "乙"]) == ("甲、乙", "甲 or 乙")


# The catalogue


def test_every_message_has_both_languages() -> None:
    for (_, name), message in catalogue().items():
        assert message.zh, name
        assert message.en, name


def test_no_message_is_unused() -> None:
    used = {
        (node.module.rpartition(".")[2], alias.name)
        for path in USERS
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    whole = [message for path in USERS for message in of_modules(parsed(path)).values()]
    left = {where: message for where, message in catalogue().items() if where not in used}
    assert not [where for where, message in left.items() if message not in whole]


def test_no_two_messages_say_the_same() -> None:
    said: dict[Message, tuple[str, str]] = {}
    for where, message in catalogue().items():
        assert message not in said, (where, said[message])
        said[message] = where


def test_a_name_stands_for_one_message() -> None:
    names = [name for _, name in catalogue()]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


# Nowhere else


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_outside_the_catalogue(path: Path) -> None:
    if path.relative_to(ROOT / "layouts").as_posix() not in WORDS_NOT_SENTENCES:
        assert not sentences(path)


def test_modules_of_words_still_have_some() -> None:
    for name in WORDS_NOT_SENTENCES:
        assert sentences(ROOT / "layouts" / name), name
