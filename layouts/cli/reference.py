"""What is written of the command line, made from its parser: the verbs in docs/cli.md and the man
page docs/banxin.1. `python -m layouts.cli.reference` writes both, a test compares them.
"""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from layouts.cli.arguments import program_parser
from layouts.cli.manual import man_page
from layouts.cli.parser_tree import Verb, acting, all_verbs, said_of, value_name

DOCS = Path(__file__).parents[2] / "docs"
PAGE, MANUAL = DOCS / "cli.md", DOCS / "banxin.1"
PROGRAM = "banxin"
BEGIN = "<!-- written by python -m layouts.cli.reference -->\n"
END = "<!-- end -->\n"

ENDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "1: a finding is an error",
        "compare": "1: anything differs",
        "convert": "1: a finding of reading is an error; the file was written",
        "deliver": "2: a part could not be made; the others were",
        "export": "1: into .json, a finding is an error, the file was written; with `--fit`, the "
        "aim was not reached, the nearest was written",
        "import": "1: something wants a look; the issue was written",
        "layout check": "1: something is wrong",
        "layout show": "1: the layout has faults",
        "prove": "1: something is broken",
        "publication check": "1: a finding is an error",
    }
)
"""What an exit code says of a verb where it says more than that of all."""

PRINTS: Mapping[str, str] = MappingProxyType(
    {
        "check": "findings",
        "compare": "changes",
        "deliver": "manifest",
        "export": "pages` (`-o x.json`), `fit_report",
        "faces": "faces",
        "import": "import_report",
        "layout check": "findings",
        "layout show": "layout",
        "prove": "findings",
        "publication check": "findings",
        "publication next": "next",
        "publication numbers": "numbers",
        "publication show": "publication",
    }
)
"""Under which names docs/cli.schema.json has what a verb prints or writes as JSON."""


def reference() -> str:
    """Every verb with its arguments, exit codes and JSON, as Markdown."""
    found = all_verbs(program_parser(PROGRAM))
    return "\n".join(line for one in found if acting(one) for line in _section(one)) + "\n"


def renewed(page: str) -> str:
    """The page with its verbs written anew."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{reference()}\n{END}{rest.split(END)[1]}"


def _section(verb: Verb) -> Iterator[str]:
    name = " ".join(verb.words)
    yield f"### {name}\n\n{verb.about}\n"
    yield f"```\n{synopsis(verb)}\n```\n"
    if verb.arguments:
        yield "| argument | |\n|---|---|"
        yield from (f"| {_named(one)} | {_told(one)} |" for one in verb.arguments)
        yield ""
    ends = [f"Exit code {ENDS[name]}."] if name in ENDS else []
    data = [f"JSON: `{PRINTS[name]}`."] if name in PRINTS else []
    if ends or data:
        yield " ".join((*ends, *data)) + "\n"


def synopsis(verb: Verb) -> str:
    """A call on one line, however long."""
    options = " ".join(_call(one) if one.required else f"[{_call(one)}]" for one in verb.options)
    values = " ".join(
        f"{value_name(one)} …" if one.nargs == "+" else value_name(one) for one in verb.positional
    )
    return " ".join(filter(None, (PROGRAM, *verb.words, values, options)))


def _call(option: Action) -> str:
    return f"{option.option_strings[0]} {value_name(option)}".strip()


def _named(argument: Action) -> str:
    if not argument.option_strings:
        return f"`{value_name(argument)}`"
    value = value_name(argument)
    names = ", ".join(f"`{one}`" for one in argument.option_strings)
    return f"{names} `{value}`".replace("|", r"\|") if value else names


def _told(argument: Action) -> str:
    told = said_of(argument).replace("|", r"\|")
    usual = argument.default
    if isinstance(usual, str | int | float) and not isinstance(usual, bool) and usual:
        return f"{told} (`{usual}`)"
    return told


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf8")), "utf8")
    MANUAL.write_text(man_page(program_parser(PROGRAM)), "utf8")
