"""HEIC photos of phones and AVIF: upright, in their colours, without what the camera said; and what
hostile ones ask for is refused before a decoder sees them.
"""

from __future__ import annotations

import io
import struct
import sys
import warnings
from pathlib import Path

import pytest
from PIL import Image

from layouts.errors import PhotoError
from layouts.imaging.heif import MOST_ITEMS
from layouts.imaging.kinds import PHOTO_SUFFIXES, SUFFIXES, kind_of
from layouts.imaging.read import embed, probe

PHONE = Path(__file__).with_name("phone.heic")
"""Made for these tests: 96 × 64 pixels lying on their side, with an sRGB profile and a place."""


def refused(path: Path) -> str:
    with pytest.raises(PhotoError) as caught:
        embed(probe(path))
    assert "/" not in caught.value.zh.replace(str(path), "")
    return caught.value.en


def spoiled(tmp_path: Path, old: bytes, new: bytes) -> Path:
    data = PHONE.read_bytes()
    assert data.count(old) == 1
    path = tmp_path / "spoiled.heic"
    path.write_bytes(data.replace(old, new))
    return path


def test_a_phone_photo_stands_upright() -> None:
    photo = probe(PHONE)
    assert (photo.kind, photo.width, photo.height) == ("HEIF", 64, 96)
    raster = embed(photo)
    assert (raster.width, raster.height, raster.orientation) == (64, 96, 1)


def test_a_phone_photo_keeps_its_profile_and_loses_what_the_camera_said() -> None:
    raster = embed(probe(PHONE))
    assert raster.profile[36:40] == b"acsp"
    assert b"PhoneMaker" in PHONE.read_bytes()
    assert b"PhoneMaker" not in raster.data


def test_the_colours_of_a_phone_photo_are_where_they_were_seen() -> None:
    from layouts.imaging.decode import pixels

    colours = pixels(PHONE, "HEIF").colours
    # turned a quarter clockwise: what lay at the left foot stands at the left head
    corners = [colours.getpixel(at) for at in ((5, 5), (58, 5), (5, 90), (58, 90))]
    names = [max("rgb", key=lambda name, c=c: c["rgb".index(name)]) for c in corners]
    assert (names[0], names[1], names[3]) == ("b", "r", "g")


def test_the_name_of_a_phone_photo_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(PHONE.read_bytes())
    assert probe(path).kind == "HEIF"


def test_without_the_decoder_a_sentence_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    said = refused(PHONE)
    assert "JPEG" in said
    assert "pi-heif" in said


def test_more_pixels_than_may_be_decoded_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the decoder is not even asked
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    size = struct.pack(">II", 96, 64)
    said = refused(spoiled(tmp_path, b"ispe\0\0\0\0" + size, b"ispe\0\0\0\0" + b"\0\0\xff\xff" * 2))
    assert "65535×65535" in said


@pytest.mark.parametrize("width", [0, 1])
def test_a_size_of_nothing_is_damage(tmp_path: Path, width: int) -> None:
    size = struct.pack(">II", 96, 64)
    path = spoiled(tmp_path, b"ispe\0\0\0\0" + size, b"ispe\0\0\0\0" + struct.pack(">II", width, 0))
    assert "damaged" in refused(path)


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def hostile(tmp_path: Path, *inside: bytes) -> Path:
    path = tmp_path / "hostile.heic"
    meta = box(b"meta", bytes(4) + b"".join(inside))
    path.write_bytes(box(b"ftyp", b"heic\0\0\0\0mif1heic") + meta)
    return path


def test_more_parts_than_any_phone_makes_are_refused(tmp_path: Path) -> None:
    sizes = box(b"iprp", box(b"ipco", box(b"ispe", bytes(4) + struct.pack(">II", 8, 8))))
    many = box(b"iinf", bytes(4) + struct.pack(">H", MOST_ITEMS + 1))
    assert str(MOST_ITEMS) in refused(hostile(tmp_path, many, sizes))
    huge = box(b"iinf", b"\1\0\0\0" + struct.pack(">I", 2**31))
    assert str(2**31) in refused(hostile(tmp_path, huge, sizes))


@pytest.mark.parametrize(
    "inside",
    [
        (),
        (b"\0\0\0\4free",),  # shorter than its own head
        (b"\xff\xff\xff\xfffree",),  # longer than the file
        (b"\0\0\0\1free\xff\xff\xff\xff\xff\xff\xff\xff",),
        (box(b"iinf", b""),),
        (box(b"iprp", box(b"ipco", b"")),),
        (box(b"iprp", box(b"ipco", box(b"ispe", b"\0"))),),
        (box(b"free", b"") * 20_000,),
    ],
)
def test_boxes_that_contradict_themselves_are_damage(
    tmp_path: Path, inside: tuple[bytes, ...]
) -> None:
    assert "damaged" in refused(hostile(tmp_path, *inside))


@pytest.mark.parametrize("part", [0.05, 0.3, 0.7, 0.9])
def test_a_phone_photo_cut_short_is_a_sentence(tmp_path: Path, part: float) -> None:
    data = PHONE.read_bytes()
    path = tmp_path / "cut.heic"
    path.write_bytes(data[: int(len(data) * part)])
    assert refused(path)


def test_every_byte_of_a_phone_photo_may_be_wrong(tmp_path: Path) -> None:
    """Whatever comes of it is a picture or one sentence."""
    data = PHONE.read_bytes()
    path = tmp_path / "wrong.heic"
    for at in range(0, len(data), 7):
        path.write_bytes(data[:at] + bytes((data[at] ^ 0xFF,)) + data[at + 1 :])
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow's, of EXIF
                raster = embed(probe(path))
        except PhotoError as error:
            assert error.zh
        else:
            assert raster.width * raster.height <= 50_000_000


# -- AVIF ------------------------------------------------------------------------------------------


def avif(path: Path, **more: object) -> Path:
    image = Image.new("RGB", (60, 40), (200, 30, 30))
    image.paste((30, 30, 200), (0, 0, 30, 40))
    image.save(path, "AVIF", **more)
    return path


def test_an_avif_is_read_and_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "PhoneMaker"
    path = avif(tmp_path / "a.avif", exif=exif.tobytes())
    photo = probe(path)
    assert (photo.kind, photo.width, photo.height) == ("AVIF", 40, 60)
    raster = embed(photo)
    assert (raster.width, raster.height) == (40, 60)
    assert b"PhoneMaker" not in raster.data


def test_an_avif_cut_short_is_a_sentence(tmp_path: Path) -> None:
    path = avif(tmp_path / "a.avif")
    path.write_bytes(path.read_bytes()[:300])
    assert refused(path)


def test_an_avif_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    path = avif(tmp_path / "a.avif")
    data = path.read_bytes()
    at = data.index(b"ispe") + 8
    path.write_bytes(data[:at] + struct.pack(">II", 60_000, 60_000) + data[at + 8 :])
    assert refused(path)


# -- one list --------------------------------------------------------------------------------------


def test_each_kind_is_known_by_how_its_files_begin() -> None:
    for kind in sorted(SUFFIXES.keys() - {"HEIF"}):
        out = io.BytesIO()
        Image.new("RGB", (16, 16)).save(out, kind)
        assert kind_of(out.getvalue()[:64]) == kind
    assert kind_of(PHONE.read_bytes()[:64]) == "HEIF"


def test_the_one_list_has_what_phones_and_browsers_write() -> None:
    assert {".jpg", ".png", ".webp", ".heic", ".heif", ".avif"} <= set(PHOTO_SUFFIXES)


@pytest.mark.parametrize("kind", [b"\xff\xffif", b"Ex\xe4f", b"\xc3\x28if"])
def test_an_item_of_a_kind_that_is_no_word_is_refused(tmp_path: Path, kind: bytes) -> None:
    # pi-heif makes a string of it unasked and ends the whole program
    assert "damaged" in refused(spoiled(tmp_path, b"\x00\x00Exif", b"\x00\x00" + kind))
