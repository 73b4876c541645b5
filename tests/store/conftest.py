"""What the tests of the store share: any issue, the sample with its photos, and a document saved
from it.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "manuscript"))  # any_issue
sys.path.append(str(Path(__file__).parents[1] / "issue"))  # edited_issues

from layouts.documents import layout_source, save_document
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript

ROOT = Path(__file__).parents[2]


@pytest.fixture
def sample() -> Issue:
    """The sample issue with ids: four photos beside its manuscript."""
    return with_ids(read_manuscript(ROOT / "resources/sample/issue.md")[0])


@pytest.fixture
def layout(sample: Issue) -> bytes:
    return layout_source(sample)


@pytest.fixture
def saved(sample: Issue, tmp_path: Path) -> Path:
    """The sample as a package, alone in a folder."""
    (tmp_path / "home").mkdir()
    path = tmp_path / "home" / "简报.banxin"
    save_document(sample, path, tmp_path / "first")
    return path


@pytest.fixture
def moment() -> datetime.datetime:
    """When a version is kept."""
    return datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC)
