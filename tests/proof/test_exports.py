"""What our own proof says of our own exports: every preset keeps what its file claims, and so does
a booklet made of it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from layouts.imposition import impose, several_up
from layouts.imposition.grid import Arrangement
from layouts.papers import PAPERS
from layouts.proof.prove import claims, prove

ROOT = Path(__file__).parents[2]

CLAIMED = {
    "print": {"x4", "a2b"},
    "print-uncoated": {"x4", "a2b"},
    "print-x1a": {"x1a"},
    "archive": {"a2a", "ua1"},
    "screen": {"ua1"},
    "grey": {"x4", "a2b"},
}


@pytest.fixture(scope="module", params=CLAIMED)
def exported(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, bytes]:
    path = tmp_path_factory.mktemp("exports") / f"{request.param}.pdf"
    source = ROOT / "resources" / "sample" / "issue.md"
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "export",
        str(source),
        "--preset",
        request.param,
        "-o",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode("utf8")
    return request.param, path.read_bytes()


def test_a_preset_claims_its_standards_and_keeps_them_without_a_warning(
    exported: tuple[str, bytes],
) -> None:
    preset, data = exported
    assert set(claims(data)) == CLAIMED[preset]
    assert {standard: prove(data, standard) for standard in CLAIMED[preset]} == {
        standard: [] for standard in CLAIMED[preset]
    }


@pytest.mark.parametrize("arrangement", ["reduced", "repeat"])
def test_several_up_keep_them_too(exported: tuple[str, bytes], arrangement: Arrangement) -> None:
    preset, data = exported
    sheets = several_up(
        data, arrangement, up=2, paper=PAPERS["A2"], marks=arrangement == "repeat", name=preset
    )
    assert set(claims(sheets)) == {
        "a2u" if standard == "a2a" else standard for standard in CLAIMED[preset] - {"ua1"}
    }
    assert {standard: prove(sheets, standard) for standard in claims(sheets)} == {
        standard: [] for standard in claims(sheets)
    }


def test_a_booklet_keeps_them_too(exported: tuple[str, bytes]) -> None:
    preset, data = exported
    booklet = impose(data, paper=(450, 320), thickness=0.1, marks=True, name=preset)
    # The structure is gone, and with it PDF/UA and level A of PDF/A.
    assert set(claims(booklet)) == {
        "a2u" if standard == "a2a" else standard for standard in CLAIMED[preset] - {"ua1"}
    }
    assert {standard: prove(booklet, standard) for standard in claims(booklet)} == {
        standard: [] for standard in claims(booklet)
    }
