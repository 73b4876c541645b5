# ruff: noqa: INP001, T201 (a script beside what it makes; what it prints is its outcome)
"""Brings banxin_en.ts up to date with the words of desktop/ and compiles it: `python
resources/translations/update.py`.

Every `tr("…")` literal becomes a message of banxin_en.ts. What is translated stays translated, what
is new waits unfinished, and what is no longer said is kept as vanished, so that a text that comes
back brings its translation along. Exit code 1 while anything is missing.

Messages with `{n}` have two forms, singular and plural.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from string import Formatter
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

FOLDER: Final = Path(__file__).parent
SOURCES: Final = FOLDER.parents[1] / "desktop"
TABLE: Final = FOLDER / "banxin_en.ts"
COMPILED: Final = FOLDER / "banxin_en.qm"
BY_HAND: Final = (FOLDER / "qt_zh.ts", FOLDER / "keys.ts")
"""Words of Qt's own dialogs that its Chinese translation lacks, and names of keys, kept by hand."""
CONTEXT: Final = "banxin"


class TsMessage(NamedTuple):
    """What is translated: a text, and what it means where the same Chinese says two things."""

    text: str
    meaning: str = ""

    def __str__(self) -> str:
        return f"{self.text} ({self.meaning})" if self.meaning else self.text


Forms = tuple[str, ...]
"""The translation of a message: one text, or singular and plural; empty texts where it is
missing.
"""


def main() -> int:
    """Update the table, compile it and say what is missing."""
    said = words_of(SOURCES)
    known = read_table(TABLE) if TABLE.is_file() else {}
    write_table(TABLE, said, known)
    release(TABLE, COMPILED)
    for table in BY_HAND:
        release(table, table.with_suffix(".qm"))
    missing = [
        message for message in sorted(said) if not complete(known.get(message, ()), message.text)
    ]
    for message in missing:
        print(f"{said[message]}: {message}")
    print(f"{len(said)} texts, {len(missing)} without a translation")
    return 1 if missing else 0


# -- the source ------------------------------------------------------------------------------------


def words_of(folder: Path) -> dict[TsMessage, str]:
    """Every message said in a folder of modules, and the place where it is said first."""
    said: dict[TsMessage, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for call in calls_of_tr(ast.parse(path.read_text("utf8"))):
            message = message_of(call)
            if message is not None:
                said.setdefault(
                    message, f"{path.relative_to(folder.parent).as_posix()}:{call.lineno}"
                )
    return said


def calls_of_tr(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls `tr(…)` of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def message_of(call: ast.Call) -> TsMessage | None:
    """What one call says; None where it is no literal and cannot be translated."""
    said = [
        *call.args[:1],
        *(keyword.value for keyword in call.keywords if keyword.arg == "meaning"),
    ]
    texts = [
        part.value
        for part in said
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    return TsMessage(*texts) if call.args and len(texts) == len(said) else None


def placeholders(text: str) -> set[str]:
    """The names that `str.format` fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def complete(forms: Forms, text: str) -> bool:
    """Whether a message is translated in all its forms, with the same placeholders."""
    return len(forms) == count_of_forms(text) and all(
        form and placeholders(form) == placeholders(text) for form in forms
    )


def count_of_forms(text: str) -> int:
    """Two where a count decides."""
    return 2 if "n" in placeholders(text) else 1


# -- the table -------------------------------------------------------------------------------------


def read_table(path: Path) -> dict[TsMessage, Forms]:
    """The messages of a .ts file with their translations, vanished ones too."""
    table: dict[TsMessage, Forms] = {}
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314, our own file
        translation = message.find("translation")
        if translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            table[TsMessage(message.findtext("source", ""), message.findtext("comment", ""))] = (
                tuple(forms) or (translation.text or "",)
            )
    return table


def write_table(
    path: Path, said: Mapping[TsMessage, str], known: Mapping[TsMessage, Forms]
) -> None:
    """Write a .ts file: what is said, translated or unfinished, and what was said before."""
    root = ET.Element("TS", version="2.1", language="en_US", sourcelanguage="zh_CN")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for message in sorted({*said, *(message for message, forms in known.items() if any(forms))}):
        _add_message(context, message, known.get(message, ()), used=message in said)
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf8", newline="\n"
    )


def _add_message(context: ET.Element, message: TsMessage, forms: Forms, *, used: bool) -> None:
    count = count_of_forms(message.text)
    element = ET.SubElement(context, "message", {"numerus": "yes"} if count > 1 else {})
    ET.SubElement(element, "source").text = message.text
    if message.meaning:
        ET.SubElement(element, "comment").text = message.meaning
    translation = ET.SubElement(element, "translation")
    forms = (*forms, *[""] * count)[:count]
    if not used:
        translation.set("type", "vanished")
    elif not complete(forms, message.text):
        translation.set("type", "unfinished")
    if count == 1:
        translation.text = forms[0]
        return
    for form in forms:
        ET.SubElement(translation, "numerusform").text = form


def release(table: Path, compiled: Path) -> None:
    """Compile a .ts file with the lrelease of PySide6-Essentials, which lies beside its modules and
    is called as it is.
    """
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        sys.exit("PySide6-Essentials is needed: its lrelease compiles the translations")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    lrelease = Path(package.origin).with_name(name)
    subprocess.run([lrelease, "-silent", table, "-qm", compiled], check=True)  # noqa: S603, a program of the package


if __name__ == "__main__":
    sys.exit(main())
