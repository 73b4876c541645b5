"""Several processes export in faces that are not ours, to the bytes of one alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from other_faces import ROOT, variable_faces

from fonts.catalogue import Catalogue
from layouts.cli.files import read_issue
from layouts.compose import compose
from layouts.flow.sharing import SHARED_FROM
from layouts.house.load import STOCK
from layouts.paint.pdf import write_pdf

PARAGRAPH = "去年秋天联盟把书房建到湖边去——书有没有人读、钱花得值不值？“值！”李·张说……"
RARE = "\U00030000"


@pytest.mark.parametrize("length", [1, SHARED_FROM], ids=["short", "shared"])
def test_an_export_by_several_processes_is_that_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    sys.path.insert(0, str(ROOT / "tests" / "fonts"))
    from making import squares, written

    variable_faces(tmp_path, "".join(sorted(set(PARAGRAPH + "本期关注题目要第总年月日"))))
    written(squares(RARE + "永", family="HanaMinB", postscript="HanaMinB"), tmp_path / "rare.ttf")
    text = (STOCK / "jianbao-a4.toml").read_text("utf8")
    body = text.index("[styles.body]")
    face = text.index("face = ", body)
    text = f'{text[:face]}face = ["VariableCff@550", "Nobody", "song"]{text[text.index(chr(10), face) :]}'
    (tmp_path / "ours.toml").write_text(text, "utf8")
    article = "\n\n".join([PARAGRAPH] * (length // len(PARAGRAPH) // 12 + 1))
    sections = "\n\n".join(
        f"## 【本期关注{k}】\n\n### 题目\n\n{article}\n\n{RARE}先生。" for k in range(12)
    )
    issue = tmp_path / "issue.md"
    issue.write_text(f"---\nlayout: ours.toml\n---\n\n{sections}\n", "utf8")
    environment = {"BANXIN_FACES": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "export",
            str(issue),
            "-o",
            str(tmp_path / "a.pdf"),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=300,
    )
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    catalogue = Catalogue()
    read, layout, findings = read_issue(issue, tmp_path)
    edition = compose(read, layout, catalogue, findings)
    used = {run.face for page in edition.pages for line in page.lines for run in line.runs}
    assert used >= {"VariableCff@550", "HanaMinB"}
    assert (tmp_path / "a.pdf").read_bytes() == write_pdf(edition, catalogue)
