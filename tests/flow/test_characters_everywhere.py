"""Whatever part of an issue a character stands in, it is printed or reported: titles, cells,
captions, by-lines, masthead, colophon, contents.
"""

from __future__ import annotations

from pathlib import Path

import audit
import pytest
from composing import compose_manuscript, picture_file

from fonts.catalogue import Catalogue

ISSUE = """---
publication: 试样{masthead}简报
issue: 7
total: 107
date: 2026-11-29
issuer: 河湾{issuer}办公室
layout: {layout}
contents: true
editor: 周{editor}满
telephone: "007"
distribution: {{报: 区委{receiver}办}}
copies: 80
---

## 【字{section}符】

### 先看{title}网点

打样之前{body}先看网点，**粗{bold}体**，*楷{kai}体*。

![图{caption}注](photo.png)

| 甲{header} | 乙 |
|---|---|
| 丙{cell} | 丁 |

#### 小{subheading}题

**导{lead}语。**后面是正文。

【供稿：办公室 周{byline}满】
"""

PLACES = ("masthead", "issuer", "editor", "receiver", "section", "title", "body", "bold", "kai", "caption", "header", "cell", "subheading", "lead", "byline")  # fmt: skip
MARKED = "x\u0331\u0303"
LAYOUTS = ("jianbao-a4", "neikan-a4-2col")


def written(folder: Path, layout: str, **places: str) -> Path:
    picture_file(folder)
    path = folder / "issue.md"
    path.write_text(
        ISSUE.format(layout=layout, **{**dict.fromkeys(PLACES, "小"), **places}), "utf8"
    )
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "cluster", ["葛\U000e0100", "☎\ufe0f", MARKED, "国\u0301", "か\u3099", "𠮷\ufe00"]
)
def test_a_character_with_marks_or_selectors_is_printed_in_every_place(
    catalogue: Catalogue, tmp_path: Path, cluster: str, layout: str
) -> None:
    edition, _ = compose_manuscript(
        written(tmp_path, layout, **dict.fromkeys(PLACES, cluster)), catalogue
    )
    assert [finding for finding in edition.findings if finding.level == "error"] == []
    assert audit.lines_unlike_their_runs(edition) == []
    assert audit.not_printed(edition, catalogue) == []
    assert sum(line.text.count(cluster) for page in edition.pages for line in page.lines) >= len(
        PLACES
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", PLACES)
def test_a_character_in_no_face_is_reported_from_every_place(
    catalogue: Catalogue, tmp_path: Path, place: str, layout: str
) -> None:
    edition, _ = compose_manuscript(written(tmp_path, layout, **{place: "❤\ufe0f"}), catalogue)
    assert {finding.code for finding in edition.findings if finding.level == "error"} == {
        "glyph-missing"
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_stay_over_their_base_in_letterspaced_lines_too(
    catalogue: Catalogue, tmp_path: Path, layout: str
) -> None:
    edition, _ = compose_manuscript(
        written(tmp_path, layout, **dict.fromkeys(PLACES, MARKED)), catalogue
    )
    spaced = 0
    for line in (line for page in edition.pages for line in page.lines):
        glyphs = audit.glyphs_of(line, catalogue)
        spaced += any(run.tracking > 0.05 * run.size for run in line.runs) and MARKED in line.text
        for k, glyph in enumerate(glyphs):
            if glyph.text == "x":
                middle = (glyph.left + glyph.right) / 2
                assert [
                    (mark.left + mark.right) / 2 for mark in glyphs[k + 1 : k + 3]
                ] == pytest.approx([middle] * 2, abs=0.1 * line.size)
    assert spaced
