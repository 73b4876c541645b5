"""Small and locked copies: what they weigh, what they forbid, who may not have them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from paint_editions import edition, line, page, page_of_photo, run
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.errors import ExportError, PresetError, Source
from layouts.export import export_pdf, locked, prove
from layouts.finishing.protection import checked_password
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.page.item import Box, Ink
from layouts.page.page import Edition
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset


@pytest.fixture(scope="module")
def plain() -> Preset:
    """A preset for screens without tags, which a page made by hand has not."""
    return replace(load_preset("screen"), standard="none", tagged=False)


def made(shown: Edition, faces: Catalogue, preset: Preset) -> bytes:
    issue = Issue(Masthead(), (), Path(), Source(""))
    return export_pdf(issue, shown, faces, preset)


@pytest.fixture(scope="module")
def text(faces: Catalogue) -> Edition:
    return edition(page(line(run(faces.face("song"), "正文"))))


# the smallest


@pytest.fixture
def photo(tmp_path: Path) -> Edition:
    bands = [Image.effect_noise((1200, 900), 40 + 20 * k) for k in range(3)]
    Image.merge("RGB", bands).save(tmp_path / "photo.jpg", quality=95)
    return page_of_photo(tmp_path / "photo.jpg", 480.0, 360.0)


def image(data: bytes) -> tuple[int, int]:
    """Its width in pixels and its bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (only,) = (one for one in pdf.objects if one.get("/Subtype") == pikepdf.Name.Image)
        return int(only.Width), len(only.read_raw_bytes())


def test_a_photo_weighs_less_and_is_no_finer_than_asked(
    photo: Edition, faces: Catalogue, plain: Preset
) -> None:
    usual, small = (
        made(photo, faces, replace(plain, smallest=smallest)) for smallest in (False, True)
    )
    # 180 ppi is borne at a preset of 150, but not where the file is to be small
    assert image(usual)[0] == 1200
    assert image(small)[0] == 1000
    assert image(small)[1] < image(usual)[1] / 2
    assert len(small) < len(usual)


def test_a_small_file_is_the_same_each_time_and_keeps_its_standard(
    photo: Edition, faces: Catalogue, plain: Preset
) -> None:
    preset = replace(plain, smallest=True)
    data = made(photo, faces, preset)
    assert made(photo, faces, preset) == data
    prove(data, preset, Path("x.pdf"))


# thumbnails


def test_each_page_has_a_small_picture_of_itself(faces: Catalogue, plain: Preset) -> None:
    preset = replace(plain, thumbnails=True)
    dark = page(number=2)
    dark.boxes.append(Box(0, 0, 300, 400, Ink("blue", (0.0, 0.0, 1.0))))
    data = made(edition(page(), dark), faces, preset)
    assert made(edition(page(), dark), faces, preset) == data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        thumbs = [one.obj.Thumb for one in pdf.pages]
        sizes = [(int(one.Width), int(one.Height)) for one in thumbs]
        colours = [one.read_bytes()[:3] for one in thumbs]
    assert all(max(size) == 106 for size in sizes)
    assert colours == [b"\xff\xff\xff", b"\x00\x00\xff"]


def test_a_file_for_print_has_no_thumbnails() -> None:
    with pytest.raises(PresetError, match="thumbnails is for files for the screen"):
        load_preset("print", {"thumbnails": "true"})


# locked


def test_a_locked_file_opens_with_its_password_alone(
    text: Edition, faces: Catalogue, plain: Preset
) -> None:
    data = locked(made(text, faces, plain), plain, "四个字的")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password="四个字的") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert not pdf.owner_password_matched
        assert pdf.allow.extract


def test_what_is_forbidden_is_and_reading_aloud_never(
    text: Edition, faces: Catalogue, plain: Preset
) -> None:
    preset = replace(plain, printing="low", copying=False, changing=False)
    with pikepdf.open(io.BytesIO(locked(made(text, faces, preset), preset))) as pdf:
        allow = pdf.allow
    assert (allow.accessibility, allow.print_lowres) == (True, True)
    assert not any(
        (
            allow.extract,
            allow.print_highres,
            allow.modify_annotation,
            allow.modify_assembly,
            allow.modify_form,
            allow.modify_other,
        )
    )


def test_a_file_that_forbids_nothing_is_left_as_it_is(
    text: Edition, faces: Catalogue, plain: Preset
) -> None:
    data = made(text, faces, plain)
    assert locked(data, plain) is data


@pytest.mark.parametrize("name", ["print", "print-x1a", "archive"])
def test_print_houses_and_archives_get_files_that_open(name: str) -> None:
    with pytest.raises(ExportError, match="has no password"):
        checked_password("x", load_preset(name))
    for change in ("printing", "none"), ("copying", "false"), ("changing", "false"):
        with pytest.raises(PresetError, match=f"{change[0]} cannot be limited"):
            load_preset(name, dict([change]))
    with pytest.raises(PresetError, match="smallest goes neither"):
        load_preset(name, {"smallest": "true"})


@pytest.mark.parametrize(("password", "said"), [("字" * 43, "127 bytes"), ("a\tb", "can type")])
def test_a_password_that_cannot_be_is_told(password: str, said: str, plain: Preset) -> None:
    with pytest.raises(ExportError, match=said):
        checked_password(password, plain)
