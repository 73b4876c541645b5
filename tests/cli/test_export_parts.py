"""`export --pages` and `--single-pages`: chosen pages keep their numbers and lose what leads
elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from running import answered

Write = Callable[..., Path]

OF_THREE = """---
publication: 河湾简报
issue: 7
---

## 【工作动态】

### 老地图扫描

五月上旬，档案馆完成首批老地图的扫描。

{break}

### 夜班记录

六月，夜班照常。

{break}

### 值班安排

七月起，值班照旧。
"""


@pytest.fixture
def three(manuscript: Write) -> Path:
    return manuscript(OF_THREE)


def names(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [page.label for page in pdf.pages]


def export(path: Path, *options: str) -> tuple[int, str]:
    ran = answered("export", path, "-o", path.with_name("out.pdf"), *options)
    return ran.code, ran.err


@pytest.mark.parametrize("preset", [(), ("--preset", "screen")])
def test_chosen_pages_keep_their_numbers(three: Path, preset: tuple[str, ...]) -> None:
    assert export(three, "--pages", "1,3", *preset)[0] == 0
    assert names(three.with_name("out.pdf")) == ["1", "3"]
    with pikepdf.open(three.with_name("out.pdf")) as pdf:
        titles = [item.title for item in pdf.open_outline().root[0].children]
    assert titles == ["老地图扫描", "值班安排"]


def test_each_page_in_a_file_of_its_own(three: Path) -> None:
    assert export(three, "--single-pages", "--pages", "2-", "--preset", "print")[0] == 0
    made = sorted(path.name for path in three.parent.glob("out*.pdf"))
    assert made == ["out-02.pdf", "out-03.pdf"]


def test_a_slug_says_which_page_of_how_many_it_is(three: Path) -> None:
    export(three, "--pages", "2", "--preset", "print")
    page = pypdfium2.PdfDocument(three.with_name("out.pdf"))[0]
    assert "第 2 页，共 3 页" in page.get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--pages", "2-9"), "共 3 页"),
        (("--pages", "x"), "1,3-5"),
        (("--pages", "1", "--draft"), "--draft 不能与"),
        (("--single-pages", "--wechat"), "文件夹"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    three: Path, options: tuple[str, ...], said: str
) -> None:
    code, err = export(three, *options)
    assert code != 0
    assert said in err
    assert not list(three.parent.glob("out*"))


def test_a_cover_apart_has_no_pages_to_choose(manuscript: Write) -> None:
    path = manuscript(OF_THREE.replace("issue: 7", "issue: 7\nlayout: neikan-a4-2col\ncover: true"))
    code, err = export(path, "--pages", "1", "--cover", "apart")
    assert code != 0
    assert "封面另成文件" in err
