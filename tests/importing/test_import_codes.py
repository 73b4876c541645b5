"""Every finding that the import itself makes stands in docs/import.md."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORTING = ROOT / "layouts" / "importing"


def made() -> set[str]:
    """The codes that the modules of the import, not of its rooms, give to findings."""
    found: set[str] = set()
    for path in IMPORTING.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                found |= {one.value for one in node.args[1:2] if isinstance(one, ast.Constant)}
    return found


def documented() -> set[str]:
    page = (ROOT / "docs" / "import.md").read_text("utf8")
    table = page[page.index("## What is found") : page.index("Guesses (")]
    return set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))


def test_every_code_is_in_the_table() -> None:
    assert made() - {"text-cut", "text-damaged"} <= documented()
