"""What the preflight says of art: too few pixels, no bleed, not there."""

from __future__ import annotations

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with, scan
from PIL import Image

from layouts.preflight.check import inspect
from layouts.prepress.presets import load_preset

CODES = {"photo-ppi", "art-unusable", "bleed-missing"}


def findings(issue, catalogue, preset="print", **changes):
    edition, layout = composed(issue, catalogue)
    found = inspect(issue, layout, edition, catalogue, preset=load_preset(preset, changes))
    return [finding for finding in found if finding.code in CODES]


def test_drawings_have_no_pixels_to_be_too_few(catalogue, tmp_path) -> None:
    assert findings(issue_with(tmp_path, NAME, EMBLEM), catalogue) == []


# 110 mm are 4.33 inches: 1,000 pixels are 231 ppi, 900 are 208, 600 are 139
@pytest.mark.parametrize(("pixels", "level"), [(1000, None), (900, "warning"), (600, "error")])
def test_pixels_at_their_size(catalogue, tmp_path, pixels, level) -> None:
    (tmp_path / "art").mkdir()
    Image.effect_noise((pixels, 300), 50).save(tmp_path / "art" / "a.png")
    found = findings(issue_with(tmp_path, NAME | {"file": "art/a.png"}), catalogue)
    assert [(one.code, one.level) for one in found] == ([("photo-ppi", level)] if level else [])
    for one in found:
        assert "a.png" in one.zh
        assert one.page == 1
        assert one.box is not None


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_a_scan_in_two_colours_needs_more(catalogue, tmp_path, name) -> None:
    table = NAME | {"file": scan(tmp_path, name, "1"), "width": "30mm"}
    # 600 pixels on 30 mm are 508 ppi
    assert [one.level for one in findings(issue_with(tmp_path, table), catalogue)] == ["error"]


def test_a_ground_that_ends_at_the_trim(catalogue, tmp_path) -> None:
    ground = EMBLEM | {"x": "0mm", "y": "100mm", "behind": True}
    found = findings(issue_with(tmp_path, ground), catalogue)
    assert [(one.code, one.level) for one in found] == [("bleed-missing", "error")]


def test_a_ground_that_runs_into_the_bleed(catalogue, tmp_path) -> None:
    ground = EMBLEM | {"x": "-20mm", "y": "100mm", "height": "90mm", "behind": True}
    assert findings(issue_with(tmp_path, ground), catalogue) == []


def test_art_that_is_not_there_may_stand_for_a_reason(catalogue, tmp_path) -> None:
    issue = issue_with(tmp_path, NAME)
    (tmp_path / "art" / "name.svg").unlink()
    (found,) = findings(issue, catalogue)
    assert (found.code, found.level) == ("art-unusable", "warning")
    assert found.key
