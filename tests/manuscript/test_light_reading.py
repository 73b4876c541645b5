"""What reading costs: libraries only where a manuscript needs them, and the documented example."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from layouts.manuscript import read_manuscript

ROOT = Path(__file__).parents[2]
PLAIN = "---\nissue: 3\ntelephone: 8600 0101\ndistribution:\n  报: 区委\ndate: 2026-05-20\n---\n\n## 【甲】\n\n### 题\n\n12 月，文字。\n\n![图](a.jpg){side=left}\n\n文字。\n"
LOADED = """
import sys
from pathlib import Path
from layouts.manuscript import read_manuscript
read_manuscript(Path(sys.argv[1]))
print(*sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        (PLAIN, set()),
        (PLAIN + "\n**粗体**。\n", {"markdown_it"}),
        (PLAIN.replace("issue: 3", "issue: '3'"), {"yaml"}),
    ],
    ids=["plain", "bold", "quoted"],
)
def test_libraries_are_loaded_only_where_needed(tmp_path, text, loaded):
    path = tmp_path / "issue.md"
    path.write_text(text, "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"markdown_it", "yaml"} & set(run.stdout.split()) == loaded


def test_the_documented_example_reads_without_a_finding(tmp_path):
    documentation = (ROOT / "docs" / "manuscript-format.md").read_text("utf-8")
    example = re.search(r"^```markdown\n(.*?)^```$", documentation, re.MULTILINE | re.DOTALL)
    assert example
    path = tmp_path / "issue.md"
    path.write_text(example[1], "utf-8")
    issue, findings = read_manuscript(path, open_settings=["measure"])
    assert [(section.name, len(section.articles)) for section in issue.sections] == [
        ("工作动态", 1),
        ("要闻", 1),
        ("简讯", 2),
    ]
    assert findings == ()
