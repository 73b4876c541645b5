"""What a camera writes into a photo beside the picture stays out of every file we write; the
picture's own bytes stay as they are.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from paint_editions import edition, page_of_photo
from paint_reading import pixels
from PIL import Image, ImageCms

from fonts.catalogue import Catalogue
from layouts.errors import PhotoError
from layouts.imaging.read import embed, probe
from layouts.page.item import Picture
from layouts.page.page import Page
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import ORDER, load_preset

SECRET = b"GPS-31.38N-121.25E-SN0042-by-Li"
"""Stands for place, serial number and names: no file we write may hold it."""

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(**options: object) -> bytes:
    """A small photograph with edges, so that it is a JPEG in every preset."""
    out = io.BytesIO()
    Image.merge("RGB", [Image.effect_noise((96, 64), 60) for _ in range(3)]).save(
        out, "JPEG", quality=90, **options
    )
    return out.getvalue()


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int) -> bytes:
    """An EXIF block as cameras write it: orientation, a GPS directory and a thumbnail (Exif 3.0
    4.6).
    """
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack(
        ">HHII", 0x8825, 4, 1, 38
    )
    first = struct.pack(">H", 2) + entries + bytes(4)
    gps = struct.pack(">HHHII", 1, 0x001D, 2, len(SECRET), 56) + bytes(4)
    return b"Exif\0\0MM\0*\0\0\0\x08" + first + gps + SECRET


SCAN = b"\xff\xda"
DATA = picture()
FIRST_TABLE = DATA.index(b"\xff\xdb")
BEFORE_SCAN = DATA.index(SCAN)
JFIF = DATA[2:FIRST_TABLE]
"""All there is before the tables: Pillow writes nothing else."""


def with_first(*segments: bytes) -> bytes:
    """The picture with segments behind its JFIF marker."""
    return DATA[:FIRST_TABLE] + b"".join(segments) + DATA[FIRST_TABLE:]


PLACES = {
    "EXIF": with_first(segment(0xE1, exif(1))),
    "EXIF before JFIF": DATA[:2] + segment(0xE1, exif(1)) + DATA[2:],
    "XMP": with_first(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET)),
    "extended XMP": with_first(
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + bytes(40) + SECRET)
    ),
    "several pictures (MPF)": with_first(segment(0xE2, b"MPF\0" + SECRET)),
    "FlashPix": with_first(segment(0xE2, b"FPXR\0" + SECRET)),
    "a profile that is none": with_first(segment(0xE2, b"ICC_PROFILE\0\1\1" + SECRET * 8)),
    "IPTC": with_first(segment(0xED, b"Photoshop 3.0\0" + SECRET)),
    "a maker's segment": with_first(
        *(segment(marker, b"maker\0" + SECRET) for marker in (0xE3, 0xE4, 0xE7, 0xEB, 0xEF))
    ),
    "a comment": with_first(segment(0xFE, SECRET)),
    "a comment between tables": DATA[:BEFORE_SCAN] + segment(0xFE, SECRET) + DATA[BEFORE_SCAN:],
    "a segment of no known kind": with_first(segment(0xF7, SECRET)),
    "a JFIF extension with a thumbnail": with_first(segment(0xE0, b"JFXX\0\x10" + SECRET)),
    "the thumbnail of JFIF": DATA[:2]
    + segment(0xE0, JFIF[4:-2] + b"\5\2" + SECRET[:30])
    + DATA[FIRST_TABLE:],
    "behind the end of JFIF": DATA[:2] + segment(0xE0, JFIF[4:] + SECRET) + DATA[FIRST_TABLE:],
    "an Adobe marker that is too short": with_first(
        segment(0xEE, b"Adobe" + SECRET[:6]), segment(0xEE, SECRET)
    ),
    "between segments": with_first(b"\0" + SECRET),
    "before the first segment": DATA[:2] + b"\xff\xfe\0\2" + SECRET + DATA[2:],
    "behind the end": DATA + SECRET,
    "a second picture behind the end": DATA + with_first(segment(0xE1, exif(6))),
    "in a segment cut too short": with_first(segment(0xE1, exif(1))[:2] + b"\0\x08" + exif(1)),
}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_a_camera_says_is_in_a_plain_pdf_and_the_picture_is_as_it_was(
    place: str, faces: Catalogue, tmp_path: Path
) -> None:
    assert SECRET[:6] in PLACES[place]
    path = written(tmp_path / "photo.jpg", PLACES[place])
    pdf = write_pdf(page_of_photo(path), faces)
    assert stream(pdf) == DATA
    assert_silent(pdf)


def test_the_adobe_marker_is_kept_to_its_twelve_bytes(faces: Catalogue, tmp_path: Path) -> None:
    marker = b"Adobe\0\x64\0\0\0\0\1"
    path = written(tmp_path / "photo.jpg", with_first(segment(0xEE, marker + SECRET)))
    pdf = write_pdf(page_of_photo(path), faces)
    assert stream(pdf) == with_first(segment(0xEE, marker))


@pytest.mark.parametrize("behind", ["", "doubled"])
def test_the_profile_is_kept_in_its_parts(behind: str, faces: Catalogue, tmp_path: Path) -> None:
    halves = [
        segment(
            0xE2, b"ICC_PROFILE\0" + bytes((k, 2)) + SRGB[(k - 1) * 300 : 300 if k == 1 else None]
        )
        for k in (1, 2)
    ]
    hidden = [segment(0xE2, b"ICC_PROFILE\0\1\2" + SECRET)] if behind else []
    path = written(tmp_path / "photo.jpg", with_first(*hidden, *halves))
    pdf = write_pdf(page_of_photo(path), faces)
    assert stream(pdf) == with_first(*halves)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.pages[0].Resources.XObject.P1.ColorSpace[1].read_bytes() == SRGB


@pytest.mark.parametrize(
    "options",
    [
        {"progressive": True},
        {"restart_marker_blocks": 2},
        {"subsampling": 2},
        {"icc_profile": SRGB},
    ],
)
def test_tables_scans_and_restart_markers_stay_as_they_are(
    options: dict[str, object], faces: Catalogue, tmp_path: Path
) -> None:
    whole = picture(**options)
    hidden = segment(0xFE, SECRET)
    noted = b"".join(hidden + part for part in parts(whole))
    pdf = write_pdf(page_of_photo(written(tmp_path / "photo.jpg", whole[:2] + noted)), faces)
    assert stream(pdf) == whole


def parts(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG of Pillow's behind its start, each scan with its coded data, by what
    T.81 B.1.1 says of markers.
    """
    at = 2
    while at < len(data):
        end = (
            at + 2
            if data[at + 1] == 0xD9
            else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        )
        if data[at : at + 2] == SCAN:
            while data[end] != 0xFF or data[end + 1] == 0 or 0xD0 <= data[end + 1] <= 0xD7:
                end += 1
        yield data[at:end]
        at = end


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_though_nothing_in_the_file_says_how_it_was_held(
    orientation: int, faces: Catalogue, tmp_path: Path
) -> None:
    """Exif 3.0 4.6.5: 3 is upside down, 6 lies on its left side, and so on; the red corner
    tells.
    """
    corner = {
        1: (0, 0),
        2: (1, 0),
        3: (1, 1),
        4: (0, 1),
        5: (0, 0),
        6: (0, 1),
        7: (1, 1),
        8: (1, 0),
    }[orientation]
    image = Image.new("RGB", (64, 64), "white")
    image.paste("red", (corner[0] * 32, corner[1] * 32, corner[0] * 32 + 32, corner[1] * 32 + 32))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95)
    held = out.getvalue()[:2] + segment(0xE1, exif(orientation)) + out.getvalue()[2:]
    pdf = write_pdf(page_of_photo(written(tmp_path / "photo.jpg", held), 64, 64), faces)
    assert stream(pdf) == out.getvalue()
    red, green, _ = pixels(pdf, tmp_path).getpixel((16, 16))
    assert red > 240
    assert green < 60


EVERYWHERE = with_first(
    segment(0xE1, exif(6)),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
    segment(0xED, SECRET),
    segment(0xFE, SECRET),
)


def told(kind: str, folder: Path) -> Path:
    """A photo of a kind that says where it was taken in every way its format has."""
    path = folder / f"photo.{kind}"
    with Image.open(io.BytesIO(DATA)) as image:
        if kind == "jpg":
            return written(path, EVERYWHERE + SECRET)
        if kind == "png":
            return written(path, told_png(image))
        if kind == "tif":
            image.save(path, tiffinfo={270: SECRET.decode(), 315: SECRET.decode(), 700: SECRET})
        elif kind == "webp":
            image.save(path, quality=95, exif=exif(1), xmp=SECRET)
        elif kind == "gif":
            image.save(path, comment=SECRET)
        elif kind == "cmyk.jpg":
            image.convert("CMYK").save(path, quality=95, comment=SECRET, exif=exif(1))
    return path


def told_png(image: Image.Image) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        )

    out = io.BytesIO()
    image.save(out, "PNG")
    data = out.getvalue()
    text = chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(
        b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET
    )
    return (
        data[:33]
        + text
        + chunk(b"eXIf", exif(1)[6:])
        + data[33:-12]
        + chunk(b"tEXt", b"Author\0" + SECRET)
        + data[-12:]
        + SECRET
    )


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp", "gif", "cmyk.jpg"])
@pytest.mark.parametrize("preset", ["", *ORDER])
def test_no_export_says_what_a_camera_said(
    preset: str, kind: str, faces: Catalogue, tmp_path: Path
) -> None:
    path = told(kind, tmp_path)
    assert SECRET in path.read_bytes()
    held = Picture(20, 20, 60, 40, str(path), "")
    pdf = write_pdf(
        edition(Page(1, 100, 100, pictures=[held])),
        faces,
        preset=load_preset(preset) if preset else None,
    )
    assert_silent(pdf)


def test_pixels_of_a_png_end_where_their_stream_does(tmp_path: Path) -> None:
    """Behind the end of a zlib stream (RFC 1950 2.2) anything may stand; no viewer looks there."""
    data = told_png(Image.effect_noise((20, 10), 60))
    start = data.index(b"IDAT") - 4
    length = int.from_bytes(data[start : start + 4], "big")
    body = data[start + 8 : start + 8 + length]
    longer = body + SECRET
    check = zlib.crc32(b"IDAT" + longer).to_bytes(4, "big")
    hiding = (
        data[:start]
        + len(longer).to_bytes(4, "big")
        + b"IDAT"
        + longer
        + check
        + data[start + 12 + length :]
    )
    assert embed(probe(written(tmp_path / "photo.png", hiding))).data == body


def test_a_palette_holds_no_more_than_colours(faces: Catalogue, tmp_path: Path) -> None:
    """W3C PNG 11.2.2: three bytes a colour, at most as many as there are indices.

    What is longer is decoded.
    """
    out = io.BytesIO()
    Image.effect_noise((20, 10), 60).quantize(4).save(out, "PNG")
    data = out.getvalue()
    start = data.index(b"PLTE") - 4
    length = int.from_bytes(data[start : start + 4], "big")
    longer = data[start + 8 : start + 8 + length] + SECRET * 30
    check = zlib.crc32(b"PLTE" + longer).to_bytes(4, "big")
    hiding = (
        data[:start]
        + len(longer).to_bytes(4, "big")
        + b"PLTE"
        + longer
        + check
        + data[start + 12 + length :]
    )
    path = written(tmp_path / "photo.png", hiding)
    try:
        assert_silent(write_pdf(page_of_photo(path), faces))
    except PhotoError as error:
        assert "damaged" in error.en


@pytest.mark.parametrize("length", [0, 1, 60000])
def test_a_segment_with_an_impossible_length_is_refused(length: int, tmp_path: Path) -> None:
    broken = with_first(b"\xff\xe1" + struct.pack(">H", length) + SECRET)
    with pytest.raises(PhotoError):
        embed(probe(written(tmp_path / "photo.jpg", broken)))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def stream(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return file.pages[0].Resources.XObject.P1.read_raw_bytes()


def assert_silent(pdf: bytes) -> None:
    """Neither the file as it stands nor what any of its streams unpack to tells anything."""
    assert SECRET[:6] not in pdf
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Stream):
                raw = thing.read_raw_bytes()
                assert SECRET[:6] not in raw
                assert b"Exif" not in raw
                if thing.get("/Filter") == "/FlateDecode":
                    assert SECRET[:6] not in thing.read_bytes()
