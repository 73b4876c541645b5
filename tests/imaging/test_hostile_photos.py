"""A photo that cannot be set is refused with a sentence that names it; nothing that comes in brings
us down.
"""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import an_end
from PIL import Image

from layouts.errors import PhotoError
from layouts.imaging.read import embed, probe
from layouts.prepress.photo_packer import Packer, Use
from layouts.prepress.preset import Preset
from resources import resource


def encoded(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image = Image.effect_noise((120, 90), 50).convert("RGB")
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png(
    width: int, height: int, pixels: bytes, bits: int = 8, colour: int = 2, extra: bytes = b""
) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + extra
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


def refused(path: Path) -> str:
    """The sentence with which a photo is refused, at once or when its pixels are read."""
    with pytest.raises(PhotoError) as raised:
        embed(probe(path))
    assert str(path) in raised.value.zh
    assert str(path) in raised.value.en
    return raised.value.en


def refused_bytes(data: bytes, folder: Path, name: str = "photo.jpg") -> str:
    (folder / name).write_bytes(data)
    return refused(folder / name)


def test_a_missing_photo(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "无此照片.jpg")


@pytest.mark.parametrize(
    "repeated", [b"\xff\xd8", b"\xff\xfe\0\2", b"\xff\xdd\0\4\0\0", b"\xff\xdd\0\4\0\0\xff\xfe\0\2"]
)
def test_twenty_megabytes_of_nothing_but_segments(repeated: bytes, tmp_path: Path) -> None:
    data = encoded("JPEG")
    with an_end():
        assert "damaged" in refused_bytes(
            data[:2] + repeated * (20_000_000 // len(repeated)) + data[2:], tmp_path
        )


def test_a_picture_in_as_many_segments_as_makers_write(tmp_path: Path) -> None:
    data = encoded("JPEG")
    (tmp_path / "photo.jpg").write_bytes(data[:2] + b"\xff\xef\0\4ab" * 10_000 + data[2:])
    assert embed(probe(tmp_path / "photo.jpg")).data == data


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_device_that_never_ends() -> None:
    assert "is no ordinary file" in refused(Path("/dev/zero"))


def test_a_pipe_that_nobody_fills(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "photo.jpg")
    assert "is no ordinary file" in refused(tmp_path / "photo.jpg")


def test_a_name_that_is_none() -> None:
    with pytest.raises(PhotoError):
        probe(Path("a\0b.jpg"))


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(tmp_path / ("长" * 200))


def test_an_empty_file(tmp_path: Path) -> None:
    assert "empty" in refused_bytes(b"", tmp_path)


def test_a_file_of_more_than_200_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "photo.jpg").open("wb") as file:
        file.truncate(200_000_001)
    assert "larger than 200 MB" in refused(tmp_path / "photo.jpg")


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"%PDF-1.7\n",
        b"<svg/>",
        b"\0\0\0\x18ftypqt  ",
        b"8BPS",
        b"hello",
    ],
)
def test_kinds_that_we_do_not_take_whatever_they_are_called(data: bytes, tmp_path: Path) -> None:
    assert "is no JPEG" in refused_bytes(data + bytes(100), tmp_path)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.9])
def test_a_truncated_file(kind: str, part: float, tmp_path: Path) -> None:
    data = encoded(kind)
    refused_bytes(data[: int(len(data) * part)], tmp_path)


def test_a_truncated_jpeg_whose_preview_is_whole(tmp_path: Path) -> None:
    preview = encoded("JPEG", quality=10)
    head = b"\xff\xd8\xff\xe1" + (len(preview) + 8).to_bytes(2, "big") + b"Exif\0\0" + preview
    assert "incomplete" in refused_bytes(head + encoded("JPEG")[2:-200], tmp_path)


def test_300_megapixels_in_a_header(tmp_path: Path) -> None:
    assert "more than 50 million" in refused_bytes(png(20_000, 15_000, b""), tmp_path, "photo.png")


def test_150_megapixels_are_too_many_where_all_must_be_decoded_and_not_for_a_jpeg(
    tmp_path: Path,
) -> None:
    assert "more than 50 million for PNG" in refused_bytes(
        png(15_000, 10_000, b""), tmp_path, "photo.png"
    )
    data = encoded("JPEG")
    at = data.index(b"\xff\xc0") + 5
    (tmp_path / "photo.jpg").write_bytes(
        data[:at] + struct.pack(">HH", 10_000, 15_000) + data[at + 4 :]
    )
    assert probe(tmp_path / "photo.jpg").width == 15_000


def test_250_megapixels_are_too_many_for_a_jpeg_too(tmp_path: Path) -> None:
    data = encoded("JPEG")
    at = data.index(b"\xff\xc0") + 5
    assert "more than 200 million" in refused_bytes(
        data[:at] + struct.pack(">HH", 12_500, 20_000) + data[at + 4 :], tmp_path
    )


@pytest.mark.parametrize("kind", ["BMP", "GIF", "TIFF", "WEBP"])
def test_a_header_of_too_many_pixels_of_another_kind(kind: str, tmp_path: Path) -> None:
    if kind == "WEBP":
        data = encoded("WEBP", lossless=True)
        at = data.index(b"VP8L") + 9
        data = data[:at] + struct.pack("<I", 16383 | 16383 << 14) + data[at + 4 :]
    elif kind == "BMP":
        data = encoded("BMP")
        data = data[:18] + struct.pack("<ii", 20_000, 15_000) + data[26:]
    elif kind == "GIF":
        data = (
            b"GIF89a"
            + struct.pack("<HHBBB", 1, 1, 0, 0, 0)
            + b","
            + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0)
            + b"\x08\x00;"
        )
    else:
        tags = {
            256: 40_000,
            257: 30_000,
            258: 8,
            259: 1,
            262: 1,
            273: 8,
            277: 1,
            278: 30_000,
            279: 9,
        }
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
        data = b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)
    most = 40 if kind == "WEBP" else 50
    assert f"more than {most} million for {kind}" in refused_bytes(data, tmp_path)


def test_a_png_that_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png(10, 10, bytes(300_000_000)))
    # Its hundred pixels are there; the rest is never unpacked.
    assert len(embed(probe(path)).data) < 1000


def test_a_png_that_unpacks_to_less_than_it_says(tmp_path: Path) -> None:
    assert "damaged" in refused_bytes(png(100, 100, bytes(200)), tmp_path)


def test_a_png_with_a_filter_that_does_not_exist(tmp_path: Path) -> None:
    assert "damaged" in refused_bytes(png(2, 2, bytes((9, 0, 0, 0, 0, 0, 0)) * 2), tmp_path)


def test_a_png_with_a_wrong_checksum(tmp_path: Path) -> None:
    data = bytearray(png(2, 2, bytes(14)))
    data[-18] ^= 1
    assert "damaged" in refused_bytes(bytes(data), tmp_path)


def test_a_profile_that_is_a_bomb_is_left_off(tmp_path: Path) -> None:
    profile = chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(100_000_000)))
    (tmp_path / "photo.png").write_bytes(png(2, 2, bytes(14), extra=profile))
    assert embed(probe(tmp_path / "photo.png")).profile == b""


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0)])
def test_no_pixels(width: int, height: int, tmp_path: Path) -> None:
    assert "damaged" in refused_bytes(png(width, height, b""), tmp_path)


def test_twelve_bits_are_refused_with_advice(tmp_path: Path) -> None:
    data = encoded("JPEG")
    at = data.index(b"\xff\xc0") + 4
    assert "8-bit" in refused_bytes(data[:at] + b"\x0c" + data[at + 1 :], tmp_path)


def test_floating_point_tones_are_refused_with_advice(tmp_path: Path) -> None:
    Image.new("F", (4, 4), 0.5).save(tmp_path / "photo.tif")
    assert "floating-point" in refused(tmp_path / "photo.tif")


def test_an_exif_block_that_points_outside_itself_is_ignored(tmp_path: Path) -> None:
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 0xFFFFFFF0, 0xFFFF)
    data = encoded("JPEG")
    (tmp_path / "photo.jpg").write_bytes(
        data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + data[2:]
    )
    assert probe(tmp_path / "photo.jpg").width == 120


KINDS = {kind: encoded(kind) for kind in ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")}
KINDS["RGBA"] = png(20, 20, bytes(81 * 20), colour=6)


@settings(max_examples=examples(400), deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), data=st.data())
@pytest.mark.filterwarnings("ignore")
def test_a_mangled_file_is_set_or_refused(
    kind: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    mangled = bytearray(KINDS[kind])
    # Headers stand at the front: most changes go there.
    for at in data.draw(
        st.lists(
            st.one_of(st.integers(0, 200), st.integers(0, len(mangled) - 1)), min_size=1, max_size=8
        )
    ):
        mangled[min(at, len(mangled) - 1)] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(mangled))))
    path = tmp_path_factory.getbasetemp() / "mangled"
    path.write_bytes(mangled[:cut])
    try:
        embed(probe(path))
    except PhotoError as error:
        assert str(path) in error.zh


PRESETS = (
    Preset(name="x4", zh="", en="", standard="x4", colour="cmyk", ppi=300),
    Preset(name="x1a", zh="", en="", standard="x1a", colour="cmyk", ppi=72),
    Preset(name="grey", zh="", en="", standard="x4", colour="grey", ppi=72),
    Preset(name="screen", zh="", en="", colour="rgb", ppi=150),
)
PACKERS = [
    Packer(preset, resource("profiles/ISOcoated_v2_300_bas.icc").read_bytes()) for preset in PRESETS
]


@settings(max_examples=examples(200), deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), packer=st.sampled_from(PACKERS), data=st.data())
@pytest.mark.filterwarnings("ignore")
def test_a_mangled_file_is_packed_for_a_preset_or_refused(
    kind: str, packer: Packer, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    mangled = bytearray(KINDS[kind])
    for at in data.draw(
        st.lists(
            st.one_of(st.integers(0, 200), st.integers(0, len(mangled) - 1)), min_size=1, max_size=8
        )
    ):
        mangled[min(at, len(mangled) - 1)] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "mangled-for-print"
    path.write_bytes(mangled)
    try:
        raster = packer.raster(path, Use(72.0, 54.0))
    except PhotoError as error:
        assert str(path) in error.zh
    else:
        assert raster.profile == b""
        assert raster.components in {1, 3, 4}


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_a_picture_of_indexed_colours_without_any_is_refused(tmp_path: Path, bits: int) -> None:
    """ISO/IEC 15948 11.2.2: colour type 3 must have a PLTE; Pillow only asserts it."""
    data = png(16, 4, (b"\0" + bytes(16 * bits // 8)) * 4, bits, 3)
    assert refused_bytes(data, tmp_path, "photo.png")
    for packer in PACKERS:
        with pytest.raises(PhotoError):
            packer.raster(tmp_path / "photo.png", Use(72.0, 54.0))
