"""A print house's own ICC profile: taken where it is one, refused in a sentence where it is not."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from paint_editions import edition, page, page_of_photo
from PIL import Image, ImageCms
from print_reading import opened

from fonts.catalogue import Catalogue
from layouts.errors import ExportError, PresetError
from layouts.page.item import Box, Ink
from layouts.paint.pdf import write_pdf
from layouts.prepress.conditions import CONDITIONS
from layouts.prepress.presets import load_preset
from layouts.prepress.profiles import (
    LARGEST,
    STOCK_BLACK,
    black_profile,
    print_profile,
    srgb_profile,
)
from resources import resource
from resources.build_grey_profile import grey_profile, luminance

PRINT = load_preset("print")
GOOD = print_profile(PRINT)
GREY = load_preset("grey")
BLACK = black_profile(GREY)


def refusal(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "shop.icc").write_bytes(data)
    with pytest.raises(ExportError) as caught:
        print_profile(replace(PRINT, profile=str(tmp_path / "shop.icc")))
    assert str(tmp_path / "shop.icc") in caught.value.zh
    return caught.value.en


def test_the_shipped_profile_is_one_to_print_with(tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD)
    assert print_profile(replace(PRINT, profile=str(tmp_path / "shop.icc"))) == GOOD


def test_a_shops_profile_stands_in_the_file_under_its_condition(
    faces: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD[:64] + bytes(4) + GOOD[68:])
    preset = load_preset(
        "print", {"profile": str(tmp_path / "shop.icc"), "condition": "某厂 FOGRA52"}
    )
    file = opened(write_pdf(edition(page()), faces, preset=preset))
    intent = file.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "某厂 FOGRA52"
    assert "/RegistryName" not in intent


def test_a_profile_of_a_screen_is_refused(tmp_path: Path) -> None:
    assert "no profile of a CMYK printing condition" in refusal(tmp_path, srgb_profile())


@pytest.mark.parametrize("kind", [b"scnr", b"mntr", b"link", b"abst"])
def test_a_profile_of_another_class_is_refused_though_it_is_cmyk(
    tmp_path: Path, kind: bytes
) -> None:
    assert "no profile of a CMYK printing condition" in refusal(
        tmp_path, GOOD[:12] + kind + GOOD[16:]
    )


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
    with pytest.raises(ExportError, match=r"too large .* at most 20 MB"):
        print_profile(replace(PRINT, profile=str(path)))


def test_a_profile_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.icc", tmp_path):
        with pytest.raises(ExportError, match=str(path.name)):
            print_profile(replace(PRINT, profile=str(path)))


def test_a_profile_with_broken_tables_is_refused_when_colours_go_through_it(
    faces: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "shop.icc").write_bytes(GOOD.replace(b"mft", b"xyz"))
    preset = load_preset("print", {"profile": str(tmp_path / "shop.icc"), "condition": "x"})
    with pytest.raises(ExportError, match=r"shop\.icc is damaged"):
        write_pdf(edition(page()), faces, preset=preset)


@pytest.mark.parametrize("seed", range(40))
def test_a_profile_with_damaged_bytes_prints_or_is_refused(
    faces: Catalogue, tmp_path: Path, seed: int
) -> None:
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


# -- uncoated paper -----------------------------------------------------------------------------------

UNCOATED = print_profile(load_preset("print-uncoated"))

PAPER_TYPE_4 = {
    (0, 0, 0, 0): (95, 0, -2),
    (0, 0, 0, 100): (31, 1, 1),
    (100, 0, 0, 0): (60, -26, -44),
    (0, 100, 0, 0): (56, 61, -1),
    (0, 0, 100, 0): (89, -4, 78),
    (0, 100, 100, 0): (54, 55, 26),
    (100, 100, 0, 0): (38, 8, -31),
}
"""ISO 12647-2:2004/Amd 1:2007 table 5, offset on white uncoated paper, on white backing."""


@pytest.mark.parametrize("inks", PAPER_TYPE_4)
def test_the_uncoated_condition_prints_as_its_standard_says(inks: tuple[int, ...]) -> None:
    """ISO 12647-2 allows inks ΔE*ab 5 and paper L* 3, a* and b* 2; eight bits are 0.6 apart."""
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(UNCOATED)),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
    )
    patch = Image.new("CMYK", (1, 1), tuple(round(ink * 2.55) for ink in inks))
    light, *opponents = transform.apply(patch).getpixel((0, 0))
    found = (light / 2.55, *(value - 128 for value in opponents))
    apart = sum((one - other) ** 2 for one, other in zip(found, PAPER_TYPE_4[inks], strict=True))
    assert apart**0.5 < 2.5


def test_no_colour_of_a_screen_takes_more_than_the_ink_limit_on_uncoated_paper() -> None:
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile())),
        ImageCms.ImageCmsProfile(io.BytesIO(UNCOATED)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    colours = bytes(
        step
        for r in range(0, 256, 15)
        for g in range(0, 256, 15)
        for b in range(0, 256, 15)
        for step in (r, g, b)
    )
    inks = transform.apply(Image.frombytes("RGB", (len(colours) // 3, 1), colours)).tobytes()
    most = max(sum(inks[at : at + 4]) for at in range(0, len(inks), 4)) / 2.55
    assert most <= load_preset("print-uncoated").ink_limit


def test_the_uncoated_condition_is_chosen_by_its_name(faces: Catalogue) -> None:
    preset = load_preset("print", {"condition": "FOGRA47"})
    file = opened(write_pdf(edition(page()), faces, preset=preset))
    intent = file.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "FOGRA47"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.read_bytes() == UNCOATED


def test_a_shops_own_uncoated_profile_comes_by_file(faces: Catalogue, tmp_path: Path) -> None:
    """With the limit of its paper: a photo's black has so much ink and no more."""
    (tmp_path / "own.icc").write_bytes(UNCOATED)
    Image.new("RGB", (64, 64), (10, 0, 20)).save(tmp_path / "photo.png")
    wanted = {"profile": str(tmp_path / "own.icc"), "condition": "本厂胶版纸", "ink_limit": "240"}
    file = opened(
        write_pdf(
            page_of_photo(tmp_path / "photo.png", 64, 64),
            faces,
            preset=load_preset("print", wanted),
        )
    )
    assert str(file.Root.OutputIntents[0].OutputConditionIdentifier) == "本厂胶版纸"
    stored = pikepdf.PdfImage(file.pages[0].Resources.XObject.P1).as_pil_image()
    inks = [sum(pixel) / 2.55 for pixel in stored.convert("CMYK").get_flattened_data()]
    assert max(inks) <= 241
    assert max(inks) > 200


@pytest.mark.parametrize(
    ("preset", "condition"), [("print", "FOGRA52"), ("print-x1a", "x"), ("grey", "FOGRA47 K")]
)
def test_a_condition_without_its_profile_is_refused(preset: str, condition: str) -> None:
    """What is written would be described by the profile of another paper."""
    with pytest.raises(PresetError) as caught:
        load_preset(preset, {"condition": condition})
    assert f"{condition} needs its ICC file" in caught.value.en
    assert f"{condition} 时要用 profile" in caught.value.zh


def test_conditions_that_ship_are_whole_profiles_for_four_inks(tmp_path: Path) -> None:
    for condition in CONDITIONS:
        data = print_profile(replace(PRINT, condition=condition))
        (tmp_path / "one.icc").write_bytes(data)
        assert print_profile(replace(PRINT, profile=str(tmp_path / "one.icc"))) == data


# -- black alone -----------------------------------------------------------------------------------


def test_the_script_makes_the_profile_that_we_ship() -> None:
    assert (
        grey_profile(resource(f"profiles/{CONDITIONS['FOGRA39']}").read_bytes())
        == resource(f"profiles/{STOCK_BLACK}").read_bytes()
        == BLACK
    )


FOGRA39L = {0: 95.0, 10: 88.97, 20: 82.79, 40: 69.28, 50: 61.82, 60: 54.14, 80: 36.62, 100: 16.0}
"""Measured L* under so much per cent of black, of the paper too."""


@pytest.mark.parametrize("black", FOGRA39L)
def test_the_black_is_as_light_as_was_measured(black: int) -> None:
    """Profiles measure against the paper (ICC.1 media-relative colorimetry); eight bits of grey and
    of L* are 0.6 apart at most.
    """
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(BLACK)),
        lab,
        "L",
        "LAB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    found = (
        transform.apply(Image.new("L", (1, 1), round(255 * (1 - black / 100)))).getpixel((0, 0))[0]
        / 2.55
    )
    light = luminance(FOGRA39L[black]) / luminance(FOGRA39L[0])
    assert found == pytest.approx(116 * light ** (1 / 3) - 16, abs=0.6)


def shops_grey(tmp_path: Path, data: bytes, standard: str = "x4") -> object:
    (tmp_path / "shop.icc").write_bytes(data)
    changes = {"profile": str(tmp_path / "shop.icc"), "condition": "某厂单黑", "standard": standard}
    return load_preset("grey", changes)


def test_a_shops_own_black_describes_the_file_and_makes_its_greys(
    faces: Catalogue, tmp_path: Path
) -> None:
    """A press that gains nothing: half of the ink gives half of the light, so a photo's greys are
    light itself, from paper to ink.
    """
    start = BLACK.index(b"curv") + 12
    straight = b"".join(round(65535 * grey / 255).to_bytes(2, "big") for grey in range(256))
    preset = shops_grey(tmp_path, BLACK[:start] + straight + BLACK[start + len(straight) :])
    Image.linear_gradient("L").save(tmp_path / "photo.png")
    file = opened(write_pdf(page_of_photo(tmp_path / "photo.png", 256, 256), faces, preset=preset))
    intent = file.Root.OutputIntents[0]
    assert (str(intent.OutputConditionIdentifier), int(intent.DestOutputProfile.N)) == (
        "某厂单黑",
        1,
    )
    stored = pikepdf.PdfImage(file.pages[0].Resources.XObject.P1).as_pil_image()
    assert stored.mode == "L"
    middle = stored.getpixel((stored.width // 2, stored.height // 2)) / 255
    assert middle == pytest.approx(((0.5 + 0.055) / 1.055) ** 2.4, abs=0.01)


@pytest.mark.parametrize("data", [GOOD, srgb_profile()], ids=["four inks", "screen"])
def test_a_profile_of_four_inks_does_not_describe_black_alone(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ExportError, match="is no profile of printing in black alone") as caught:
        black_profile(shops_grey(tmp_path, data))
    assert "不是单黑（灰度）印刷配置文件" in caught.value.zh


def test_a_profile_of_black_alone_does_not_describe_four_inks(tmp_path: Path) -> None:
    assert "no profile of a CMYK printing condition" in refusal(tmp_path, BLACK)


def test_a_black_without_its_curve_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="lacks its tables kTRC"):
        black_profile(shops_grey(tmp_path, BLACK.replace(b"kTRC", b"xTRC", 1)))


def test_a_black_with_a_broken_curve_is_refused_by_name(faces: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"shop\.icc is damaged"):
        write_pdf(
            edition(page()), faces, preset=shops_grey(tmp_path, BLACK.replace(b"curv", b"xyzw"))
        )


def test_an_x1a_in_grey_keeps_the_press_of_four_inks_that_its_standard_asks_for(
    faces: Catalogue,
) -> None:
    """ISO 15930-4: the output intent of a PDF/X-1a is a CMYK condition."""
    file = opened(
        write_pdf(
            edition(page()),
            faces,
            preset=load_preset("grey", {"standard": "x1a", "condition": "FOGRA39"}),
        )
    )
    assert int(file.Root.OutputIntents[0].DestOutputProfile.N) == 4
    assert "/ColorSpace" not in file.pages[0].Resources  # no marks on All
