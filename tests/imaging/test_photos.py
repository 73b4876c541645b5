"""Photos of every kind are set upright, in their colours, and as they are in their files wherever a
PDF allows it.
"""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from paint_editions import page_of_photo
from paint_reading import Reading, pixels
from photo_card import COLOURS, TURNS, card
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from fonts.catalogue import Catalogue
from layouts.imaging import jpeg
from layouts.imaging.raster import Raster
from layouts.imaging.read import PhotoFile, embed, probe
from layouts.paint.pdf import write_pdf

PHOTOS = Path(__file__).parents[2].parent / "shared/manuscripts/photos"


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def noise(mode: str = "RGB", size: tuple[int, int] = (200, 120)) -> Image.Image:
    """A picture with the colours of a photograph."""
    grey = Image.effect_noise(size, 60)
    if mode == "L":
        return grey
    return Image.merge(mode, [ImageChops.offset(grey, 7 * k) for k in range(len(mode))])


def drawn(path: Path, faces: Catalogue, folder: Path, dpi: int = 72) -> Image.Image:
    photo = probe(path)
    return pixels(write_pdf(page_of_photo(path, photo.width, photo.height), faces), folder, dpi)


def stored(path: Path, faces: Catalogue) -> Image.Image:
    """The picture as pikepdf unpacks it: exact, where a renderer scales."""
    reading = Reading(write_pdf(page_of_photo(path), faces))
    return pikepdf.PdfImage(reading.pdf.pages[0].Resources.XObject.P1).as_pil_image()


def same(one: Image.Image, other: Image.Image) -> bool:
    return (
        one.size == other.size
        and ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None
    )


def quarters(image: Image.Image) -> list[tuple[int, ...]]:
    return [
        image.getpixel((image.width * x // 4, image.height * y // 4))
        for y in (1, 3)
        for x in (1, 3)
    ]


def near(
    ours: list[tuple[int, ...]], theirs: tuple[tuple[int, ...], ...] = COLOURS, most: int = 6
) -> bool:
    return all(
        abs(a - b) <= most
        for one, other in zip(ours, theirs, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def raster(path: Path) -> Raster:
    return embed(probe(path))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "tif"])
def test_every_orientation_is_drawn_upright(
    orientation: int, kind: str, faces: Catalogue, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned = card().transpose(TURNS[orientation]) if orientation > 1 else card()
    options = (
        {"tiffinfo": {0x0112: orientation}} if kind == "tif" else {"exif": exif, "quality": 95}
    )
    path = saved(turned, tmp_path / f"card.{kind}", **options)
    assert probe(path) == PhotoFile(
        path, {"jpg": "JPEG", "tif": "TIFF"}.get(kind, kind.upper()), 80, 48
    )
    assert near(quarters(drawn(path, faces, tmp_path)), most=20)


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"subsampling": 2}, {"keep_rgb": True}]
)
def test_a_jpeg_passes_through_byte_for_byte(
    options: dict[str, object], faces: Catalogue, tmp_path: Path
) -> None:
    path = saved(card(), tmp_path / "card.jpg", quality=95, **options)
    pdf = Reading(write_pdf(page_of_photo(path), faces)).pdf
    assert pdf.pages[0].Resources.XObject.P1.read_raw_bytes() == path.read_bytes()
    assert near(quarters(drawn(path, faces, tmp_path)), most=20)


def test_a_grey_jpeg_stays_grey(faces: Catalogue, tmp_path: Path) -> None:
    path = saved(noise("L"), tmp_path / "grey.jpg")
    assert raster(path).components == 1
    assert stored(path, faces).mode == "L"


def test_rgb_stored_as_such_is_not_taken_for_luma_and_chroma(
    faces: Catalogue, tmp_path: Path
) -> None:
    out = io.BytesIO()
    card().save(out, "JPEG", quality=95, keep_rgb=True)
    data = out.getvalue()
    # Without the Adobe marker only the names of the components tell.
    at = data.find(b"\xff\xee")
    bare = (
        data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
        if at >= 0
        else data
    )
    (tmp_path / "rgb.jpg").write_bytes(bare)
    assert raster(tmp_path / "rgb.jpg").untransformed
    assert near(quarters(drawn(tmp_path / "rgb.jpg", faces, tmp_path)), most=20)


def test_what_follows_the_end_of_a_jpeg_is_left_off(tmp_path: Path) -> None:
    path = saved(card(), tmp_path / "card.jpg")
    whole = path.read_bytes()
    path.write_bytes(whole + b"\xff\xd8 a second picture or a maker's notes")
    assert raster(path).data == whole


def test_a_profile_that_fits_is_kept_and_stored_once(faces: Catalogue, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(card(), tmp_path / "card.jpg", icc_profile=profile)
    pdf = Reading(write_pdf(page_of_photo(path), faces)).pdf
    space = pdf.pages[0].Resources.XObject.P1.ColorSpace
    assert space[0] == "/ICCBased"
    assert space[1].N == 3
    assert space[1].read_bytes() == profile


def test_a_profile_for_other_components_is_left_off(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert raster(saved(noise("L"), tmp_path / "grey.jpg", icc_profile=profile)).profile == b""
    assert raster(saved(card(), tmp_path / "card.png", icc_profile=b"no profile")).profile == b""


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_plain_png_passes_through(mode: str, faces: Catalogue, tmp_path: Path) -> None:
    path = saved(card().convert(mode), tmp_path / "card.png")
    idat = b"".join(chunk for kind, chunk in png_chunks(path.read_bytes()) if kind == b"IDAT")
    assert raster(path).data == idat
    assert same(stored(path, faces), card().convert(mode))
    if mode != "1":
        assert near(
            quarters(drawn(path, faces, tmp_path)),
            tuple(quarters(card().convert(mode).convert("RGB"))),
            1,
        )


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palettes_of_every_depth_pass_through(bits: int, faces: Catalogue, tmp_path: Path) -> None:
    image = noise().quantize(2**bits)
    path = saved(image, tmp_path / "card.png")
    assert raster(path).bits == bits
    assert same(stored(path, faces), image)


def png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks, at = [], 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += length + 12
    return chunks


def test_transparency_becomes_a_mask(faces: Catalogue, tmp_path: Path) -> None:
    image = card().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    path = saved(image, tmp_path / "soft.png")
    reading = Reading(write_pdf(page_of_photo(path), faces))
    mask = pikepdf.PdfImage(reading.pdf.pages[0].Resources.XObject.P1.SMask).as_pil_image()
    assert same(mask, image.getchannel("A"))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    assert near(quarters(drawn(path, faces, tmp_path)), tuple(quarters(paper)), 8)


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_transparent_colour_becomes_a_mask(mode: str, tmp_path: Path) -> None:
    image = card().quantize(4) if mode == "P" else card().convert(mode)
    path = saved(
        image, tmp_path / "card.png", transparency={"P": 0, "L": 76, "RGB": (255, 0, 0)}[mode]
    )
    assert raster(path).mask is not None


def test_an_alpha_channel_that_hides_nothing_is_left_off(tmp_path: Path) -> None:
    assert raster(saved(card().convert("RGBA"), tmp_path / "card.png")).mask is None


@pytest.mark.parametrize("name", ["card.gif", "card.bmp", "card.tif", "card.webp"])
def test_other_kinds_are_decoded(name: str, faces: Catalogue, tmp_path: Path) -> None:
    path = saved(card(), tmp_path / name, **({"lossless": True} if name.endswith("webp") else {}))
    assert near(quarters(drawn(path, faces, tmp_path)), most=1)


def test_the_first_picture_of_an_animation_is_set(faces: Catalogue, tmp_path: Path) -> None:
    path = saved(
        card(),
        tmp_path / "card.gif",
        save_all=True,
        append_images=[Image.new("RGB", (80, 48), "white")],
    )
    assert near(quarters(drawn(path, faces, tmp_path)))


def test_an_interlaced_png_is_decoded(faces: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "interlaced.png"
    # One pixel is the same in both orders of rows; only the header says that it is interlaced.
    header = (1).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 1))
    path.write_bytes(png(header, zlib.compress(bytes((0, 255, 0, 0)))))
    assert raster(path).width == 1


def png(header: bytes, pixels: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        )

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_sixteen_bits_become_eight(suffix: str, faces: Catalogue, tmp_path: Path) -> None:
    deep = Image.linear_gradient("L").convert("I").point(lambda grey: grey * 257)
    path = saved(deep.convert("I;16"), tmp_path / f"deep.{suffix}")
    shown = drawn(path, faces, tmp_path).convert("L")
    assert max(ImageStat.Stat(ImageChops.difference(shown, Image.linear_gradient("L"))).mean) < 1.5


@pytest.mark.parametrize("adobe", [True, False])
def test_cmyk_is_not_inverted(adobe: bool, faces: Catalogue, tmp_path: Path) -> None:
    path = saved(card().convert("CMYK"), tmp_path / "cmyk.jpg", quality=95)
    data = path.read_bytes()
    at = data.find(b"\xff\xee")
    assert at > 0
    if not adobe:
        # Without the marker the stored values are ink, not its absence.
        image = ImageChops.invert(card().convert("CMYK"))
        image.save(path, quality=95)
        data = path.read_bytes()
        at = data.find(b"\xff\xee")
        path.write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    assert near(quarters(drawn(path, faces, tmp_path)), most=20)


def test_photographs_are_packed_as_jpeg_and_drawings_without_loss(tmp_path: Path) -> None:
    assert raster(saved(noise(), tmp_path / "photo.bmp")).is_jpeg
    assert raster(saved(noise("L"), tmp_path / "grey.bmp")).is_jpeg
    assert not raster(saved(card(), tmp_path / "drawing.bmp")).is_jpeg


def test_a_kind_is_told_by_the_content_and_not_by_the_name(tmp_path: Path) -> None:
    path = saved(card(), tmp_path / "really-a-png.jpg", format="PNG")
    assert probe(path).kind == "PNG"


def test_every_shared_photo_is_drawn_as_its_source(faces: Catalogue, tmp_path: Path) -> None:
    if not PHOTOS.exists():
        pytest.skip("the shared photos are not here")
    for path in sorted(PHOTOS.glob("*.*")):
        if path.suffix == ".md":
            continue
        ours = drawn(path, faces, tmp_path, dpi=18).convert("RGB")
        assert apart(ours, source(path, ours.size)) < 6, path.name


def source(path: Path, size: tuple[int, int]) -> Image.Image:
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        paper = Image.new("RGB", upright.size, "white")
        paper.paste(
            upright.convert("RGB"), mask=upright.getchannel("A") if upright.mode == "RGBA" else None
        )
    return paper.resize(size, Image.Resampling.BOX)


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures after a little blur, so that the renderer's way of
    scaling does not count.
    """
    return max(ImageStat.Stat(ImageChops.difference(one.reduce(4), other.reduce(4))).mean)


def test_the_header_of_a_jpeg_is_read(tmp_path: Path) -> None:
    header = jpeg.inspect(saved(card(), tmp_path / "card.jpg", progressive=True).read_bytes())
    assert (header.width, header.height, header.bits, header.frame, header.component_ids) == (
        80,
        48,
        8,
        0xC2,
        b"\1\2\3",
    )
    assert header.scans > 1
