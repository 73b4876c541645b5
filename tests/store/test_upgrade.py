"""Files of every version open for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from any_issue import without_sources
from store_making import opened

from layouts.store.photos import photos_of
from layouts.store.schema import VERSION
from layouts.store.upgrade import UPGRADES, upgraded

VERSIONS = Path(__file__).parent / "versions"


def test_every_older_version_has_an_upgrade_and_every_version_a_file():
    assert set(UPGRADES) == set(range(1, VERSION))
    assert {path.name for path in VERSIONS.glob("*.banxin")} == {f"{version}.banxin" for version in range(1, VERSION + 1)}


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_a_version_opens_as_it_was_saved(sample, tmp_path, version):
    found = opened(VERSIONS / f"{version}.banxin", tmp_path / "cache")
    assert found.findings == ()
    assert len(list(photos_of(found.issue))) == 1
    assert all((found.issue.folder / photo.path).is_file() for photo in photos_of(found.issue))
    assert [section.name for section in found.issue.sections] == ["要闻", "动态", "简讯"]
    assert found.layout.startswith(b"#") or b"[page]" in found.layout
    assert without_sources(found.issue).masthead.number == 14


def test_upgrades_run_one_after_another():
    steps = {1: lambda plain: {**plain, "a": 1}, 2: lambda plain: {**plain, "b": plain["a"] + 1}}
    assert upgraded({"version": 1}, 1, 3, steps) == {"version": 3, "a": 1, "b": 2}
    with pytest.raises(LookupError):
        upgraded({"version": 1}, 1, 4, steps)
