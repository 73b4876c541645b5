"""Whatever an issue holds, its Word file says all of it once and gives the same issue back."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from random_issues import issues, source_text

from layouts.house.load import load_layout
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.docx.reader import read
from layouts.importing.word_back.reading import issue_of
from layouts.importing.word_back.taking import taken_back
from layouts.issue.issue import Issue
from layouts.wordfile.writing import word_file

LAYOUT = load_layout("jianbao-a4", {})

some = settings(max_examples=examples(16), deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("word")


@some
@given(issues())
def test_the_same_characters_and_the_same_issue_come_back(folder: Path, issue: Issue) -> None:
    path, photos = folder / "issue.docx", PhotoStore(folder / "store")
    path.write_bytes(word_file(issue, LAYOUT))
    alone = source_text(issue_of(read(path, photos)), LAYOUT.section_brackets)
    assert alone == source_text(issue, LAYOUT.section_brackets)
    assert taken_back(issue, LAYOUT, path, photos).issue == issue
