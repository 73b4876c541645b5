"""docs/api-reference.md: every name of `import banxin` with its signature, what its docstring says,
and an example. `python -m layouts.api_reference` writes it; a test compares it and runs it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from layouts import public

PAGE = Path(__file__).parents[1] / "docs" / "api-reference.md"

_HEAD = """# Reference of `import banxin`

Written by `python -m layouts.api_reference` from the docstrings.

Lengths are points (1/72 inch), origin top left, y downwards; dates are `datetime.date`. Every error
is a `BanxinError`: one sentence in Chinese and one in English. Values are frozen.

The examples are run as a test, one after another; `manuscript` is the path of a manuscript of one
article, `folder` an empty folder. [api.md](api.md) is the tour, [recipes.md](recipes.md) has whole
programs.
"""

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "read": """
>>> issue, findings = banxin.read(manuscript)
>>> issue.masthead.publication, findings
('河湾简报', ())
""",
        "read_json": """
>>> text = '{"version": 5, "masthead": {"publication": "河湾简报"}}'
>>> banxin.read_json(text).issue.masthead.publication
'河湾简报'
""",
        "save": """
>>> banxin.save(issue, folder / "issue.banxin")
""",
        "open": """
>>> banxin.open(folder / "issue.banxin").issue.masthead == issue.masthead
True
""",
        "expand": """
>>> banxin.expand(issue, {"weather": lambda words: f"**{words}**"}).issue == issue
True
""",
        "load_layout": """
>>> layout = banxin.load_layout("kuaixun-a4", {})
>>> layout.name
'kuaixun-a4'
""",
        "compose": """
>>> composed = banxin.compose(issue)
>>> len(composed.pages), composed.layout.name
(1, 'jianbao-a4')
>>> len(banxin.compose(issue, layout).pages)
1
""",
        "check": """
>>> def no_rule(issue, edition):
...     return []
>>> {finding.level for finding in banxin.check(composed, preset="print", rules=[no_rule])}
{'warning'}
""",
        "write_pdf": """
>>> banxin.write_pdf(composed, folder / "issue.pdf")
>>> banxin.write_pdf(composed, folder / "print.pdf", preset="print", changes={"red": "spot"})
""",
        "write_ofd": """
>>> banxin.write_ofd(composed, folder / "issue.ofd")
""",
        "write_json": """
>>> banxin.write_json(composed, folder / "pages.json")
""",
        "write_wechat": """
>>> _ = banxin.write_wechat(issue, folder / "wechat", article=0)
>>> (folder / "wechat/article.html").is_file()
True
""",
        "Reading": """
>>> banxin.read(manuscript).findings
()
""",
        "Issue": """
>>> from msgspec.structs import replace
>>> renamed = replace(issue, masthead=replace(issue.masthead, publication="云栖简报"))
>>> renamed.masthead.publication, issue.masthead.publication
('云栖简报', '河湾简报')
""",
        "Layout": """
>>> layout.name, round(layout.bleed / 72 * 25.4), "mm"
('kuaixun-a4', 3, 'mm')
""",
        "Composition": """
>>> composed.issue is issue, composed.findings
(True, ())
""",
        "Edition": """
>>> line = composed.edition.pages[0].lines[0]
>>> 0 < line.x < composed.edition.pages[0].width
True
""",
        "Finding": """
>>> finding = banxin.Finding("warning", "title-long", "标题太长", "the title is long")
>>> finding.message
'标题太长 / the title is long'
""",
        "Source": """
>>> str(banxin.Source("issue.md", 12))
'issue.md:12'
""",
        "BanxinError": """
>>> try:
...     banxin.read(folder / "nowhere.md")
... except banxin.BanxinError as error:
...     print(str(error).endswith(error.en), "nowhere.md" in str(error))
True True
""",
    }
)
"""An example for each name, in the order in which they are run."""


def reference() -> str:
    """The page."""
    return _HEAD + "".join(line for name in EXAMPLES for line in _section(name))


def _section(name: str) -> Iterator[str]:
    named = getattr(public, name)
    yield f"\n## {name}\n\n"
    if isinstance(named, type):
        yield _of_class(named)
    else:
        yield f"```python\n{_signature(name, named)}\n```\n\n{inspect.getdoc(named)}\n"
    yield f"\n```python\n{EXAMPLES[name].strip()}\n```\n"


def _signature(name: str, function: Callable[..., object]) -> str:
    # annotations are text here, defaults are not
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", f"{name}{inspect.signature(function)}")


def _of_class(named: type) -> str:
    """What a class is, and its fields with their types."""
    fields = {
        field: str(kind)
        for field, kind in vars(named).get("__annotations__", {}).items()
        if not field.startswith("_") and "ClassVar" not in str(kind)
    }
    listed = "".join(f"- `{field}`: `{kind}`\n" for field, kind in fields.items())
    return f"{inspect.getdoc(named)}\n" + (f"\n{listed}" if listed else "")


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf8")
