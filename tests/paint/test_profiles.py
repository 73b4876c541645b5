"""A print house's own ICC profile: taken where it is one, refused in a sentence where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from paint_editions import edition, page
from print_reading import opened

from fonts.catalogue import Catalogue
from layouts.errors import ExportError
from layouts.page.item import Box, Ink
from layouts.paint.pdf import write_pdf
from layouts.paint.profiles import LARGEST, print_profile, srgb_profile
from layouts.presets import load_preset

PRINT = load_preset("print")
GOOD = print_profile(PRINT)


def refusal(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "shop.icc").write_bytes(data)
    with pytest.raises(ExportError) as caught:
        print_profile(replace(PRINT, profile=str(tmp_path / "shop.icc")))
    assert str(tmp_path / "shop.icc") in caught.value.zh
    return caught.value.en


def test_the_shipped_profile_is_one_to_print_with(tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD)
    assert print_profile(replace(PRINT, profile=str(tmp_path / "shop.icc"))) == GOOD


def test_a_shops_profile_stands_in_the_file_under_its_condition(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD[:64] + bytes(4) + GOOD[68:])
    preset = load_preset("print", {"profile": str(tmp_path / "shop.icc"), "condition": "某厂 FOGRA52"})
    file = opened(write_pdf(edition(page()), faces, preset=preset))
    intent = file.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "某厂 FOGRA52"
    assert "/RegistryName" not in intent


def test_a_profile_of_a_screen_is_refused(tmp_path: Path) -> None:
    assert "no profile of a CMYK printing condition" in refusal(tmp_path, srgb_profile())


@pytest.mark.parametrize("kind", [b"scnr", b"mntr", b"link", b"abst"])
def test_a_profile_of_another_class_is_refused_though_it_is_cmyk(tmp_path: Path, kind: bytes) -> None:
    assert "no profile of a CMYK printing condition" in refusal(tmp_path, GOOD[:12] + kind + GOOD[16:])


@pytest.mark.parametrize("data", [b"", b"not a profile", GOOD[:5000], GOOD[:100], GOOD + b"x"])
def test_what_is_no_whole_profile_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "no ICC profile, or not a whole one" in refusal(tmp_path, data)


def test_a_table_of_tags_that_leads_out_of_the_file_is_refused(tmp_path: Path) -> None:
    assert "is damaged" in refusal(tmp_path, GOOD[:128] + b"\xff\xff\xff\xff" + GOOD[132:])
    assert "is damaged" in refusal(tmp_path, GOOD[:136] + b"\xff\xff\xff\xff" + GOOD[140:])


def test_a_profile_without_its_tables_is_refused(tmp_path: Path) -> None:
    assert "lacks its tables" in refusal(tmp_path, GOOD.replace(b"B2A0", b"B2A9", 1))


def test_a_profile_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "shop.icc"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ExportError, match="larger than 20 MB"):
        print_profile(replace(PRINT, profile=str(path)))


def test_a_profile_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.icc", tmp_path):
        with pytest.raises(ExportError, match=str(path.name)):
            print_profile(replace(PRINT, profile=str(path)))


def test_a_profile_with_broken_tables_is_refused_when_colours_go_through_it(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD.replace(b"mft", b"xyz"))
    preset = load_preset("print", {"profile": str(tmp_path / "shop.icc"), "condition": "x"})
    with pytest.raises(ExportError, match=r"shop\.icc is damaged"):
        write_pdf(edition(page()), faces, preset=preset)


@pytest.mark.parametrize("seed", range(40))
def test_a_profile_with_damaged_bytes_prints_or_is_refused(faces: Catalogue, tmp_path: Path, seed: int) -> None:
    damaged = bytearray(GOOD)
    for k in range(8):
        damaged[(seed * 7919 + k * 104729) % (400 if seed % 2 else len(damaged))] ^= 0x55 + k
    (tmp_path / "shop.icc").write_bytes(damaged)
    preset = load_preset("print", {"profile": str(tmp_path / "shop.icc"), "condition": "x"})
    one = page()
    one.boxes.append(Box(0, 0, 10, 10, Ink("teal", (0.1, 0.5, 0.6))))
    try:
        assert write_pdf(edition(one), faces, preset=preset).startswith(b"%PDF-1.6")
    except ExportError as error:
        assert "shop.icc" in error.zh
