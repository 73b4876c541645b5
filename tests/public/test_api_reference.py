"""docs/api-reference.md: of every public name, up to date, its examples true."""

from __future__ import annotations

import doctest
import re
import sys

import pytest

from layouts import api_reference, public

MANUSCRIPT = """---
publication: 河湾简报
issue: 7
date: 2026-05-20
layout: jianbao-a4
---

## 【要闻】

### 新馆开放

五月起每周开放六天。
"""


def test_the_page_is_up_to_date():
    page = api_reference.PAGE.read_text("utf8")
    assert page == api_reference.reference(), "run python -m layouts.api_reference"


def test_it_has_every_public_name_and_no_other():
    assert sorted(api_reference.EXAMPLES) == sorted(public.__all__)


@pytest.mark.parametrize("name", public.__all__)
def test_a_name_says_what_it_is_and_raises(name):
    named = getattr(public, name)
    assert named.__doc__
    if not isinstance(named, type):
        assert "Error" in named.__doc__


def test_its_examples_are_true(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "banxin", public)
    manuscript = tmp_path / "issue.md"
    manuscript.write_text(MANUSCRIPT, "utf8")
    (tmp_path / "out").mkdir()
    blocks = re.findall(r"```python\n(>>> .*?)```", api_reference.PAGE.read_text("utf8"), re.DOTALL)
    names = {"banxin": public, "manuscript": manuscript, "folder": tmp_path / "out"}
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), names, "examples", None, 0)
    ran = doctest.DocTestRunner().run(examples)
    assert len(blocks) == len(public.__all__)
    assert ran.attempted > len(blocks)
    assert ran.failed == 0
