"""Photos of a preset have the colours an ICC conversion gives them, the resolution it asks for, and
no more ink than paper takes.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from random import Random

import pikepdf
import pytest
from colour_difference import apart
from paint_editions import page_of_photo
from paint_reading import pixels, tool
from PIL import Image, ImageChops, ImageCms, ImageMath, ImageOps

from layouts.errors import ExportError, PhotoError
from layouts.imaging.raster import Raster
from layouts.page.item import Picture
from layouts.page.page import Edition, Page
from layouts.paint.content import deflated_contents
from layouts.paint.pdf import bind
from layouts.paint.pictures import PackedPhoto, named_photos
from layouts.prepress.photo_packer import Use, pack_for, uses_of
from layouts.prepress.preset import Preset
from resources import resource

PHOTOS = Path(__file__).parents[2].parent / "shared/manuscripts/photos"
NAMES = (
    sorted(path.name for path in PHOTOS.glob("*.*") if path.suffix != ".md")
    if PHOTOS.exists()
    else []
)
PROFILE = resource("profiles/ISOcoated_v2_300_bas.icc").read_bytes()
ACROSS = 90
"""Pixels across at which colours are compared, picked and not mixed: each is one that the file
holds.
"""

X4 = Preset(name="x4", zh="", en="", standard="x4", colour="cmyk", ppi=300)
X1A = Preset(name="x1a", zh="", en="", standard="x1a", colour="cmyk", ppi=300)
GREY = Preset(name="grey", zh="", en="", colour="grey", ppi=300)
SCREEN = Preset(name="screen", zh="", en="", standard="ua1", colour="rgb", ppi=150)
ARCHIVE = Preset(name="archive", zh="", en="", standard="a2u", colour="rgb")

needs_photos = pytest.mark.skipif(not NAMES, reason="the shared photos are not here")


@pytest.fixture(params=NAMES or ["none"])
def photo(request: pytest.FixtureRequest) -> Path:
    if not NAMES:
        pytest.skip("the shared photos are not here")
    return PHOTOS / request.param


# -- our own conversion, by LittleCMS, of what a file means ----------------------------------------


def opened(path: Path) -> tuple[Image.Image, bytes]:
    """A file's upright pixels (L, RGB or CMYK on white) and its profile."""
    with Image.open(path) as image:
        upright, profile = ImageOps.exif_transpose(image), image.info.get("icc_profile", b"")
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        paper = Image.new("RGB", upright.size, "white")
        paper.paste(upright, mask=upright.getchannel("A"))
        return paper, profile
    return upright.convert("RGB") if upright.mode == "P" else upright, profile


def profiled(data: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(data))


def converted(
    image: Image.Image, source: bytes, target: bytes, mode: str, *, black_point: bool = True
) -> Image.Image:
    """Empty bytes are sRGB, or CIELAB for the mode LAB."""
    one = profiled(
        source
        or (
            PROFILE
            if image.mode == "CMYK"
            else ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        )
    )
    other = (
        profiled(target)
        if target
        else ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    )
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if black_point else ImageCms.Flags.NONE
    made = ImageCms.buildTransform(
        one, other, image.mode, mode, ImageCms.Intent.RELATIVE_COLORIMETRIC, flags
    )
    return made.apply(image)


def as_printed(cmyk: Image.Image) -> Image.Image:
    return converted(cmyk, PROFILE, b"", "LAB", black_point=False)


def picked(image: Image.Image) -> Image.Image:
    height = max(1, round(image.height * ACROSS / image.width))
    return image.resize((ACROSS, height), Image.Resampling.NEAREST)


# -- what stands in the file -----------------------------------------------------------------------


def packed(path: Path, preset: Preset, use: Use) -> PackedPhoto:
    return named_photos(pack_for({str(path): use}, preset, PROFILE))[str(path)]


def whole(path: Path, ppi: float = 300) -> Use:
    """A use that leaves all pixels where they are."""
    with Image.open(path) as image:
        width, height = ImageOps.exif_transpose(image).size
    return Use(width * 72 / ppi, height * 72 / ppi)


def written(photo: PackedPhoto, path: Path) -> tuple[bytes, tuple[int, int]]:
    """A page that is nothing but the photo, a point for every pixel."""
    raster = photo.raster
    size = (
        (raster.width, raster.height) if raster.orientation < 5 else (raster.height, raster.width)
    )
    edition = page_of_photo(path, *map(float, size))
    photos = {str(path): photo}
    return bind(edition, {}, photos, deflated_contents(edition.pages, {}, photos)), size


def ghostscript(
    pdf: bytes, size: tuple[int, int], folder: Path, device: str = "tiff32nc"
) -> Image.Image:
    """The page as Ghostscript separates it: amounts of ink, 255 is solid."""
    (folder / "separate.pdf").write_bytes(pdf)
    command = [
        tool("gs"),
        "-q",
        "-dBATCH",
        "-dNOPAUSE",
        "-dSAFER",
        f"-sDEVICE={device}",
        "-r72",
        "-o",
        "page.tif",
        "separate.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True)
    with Image.open(folder / "page.tif") as image:
        image.load()
    assert image.size == size
    return image


def separations(path: Path, preset: Preset, folder: Path, use: Use | None = None) -> Image.Image:
    found = packed(path, preset, use or whole(path))
    return ghostscript(*written(found, path), folder)


def colour_space(pdf: bytes) -> object:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return str(read.pages[0].Resources.XObject.P1.ColorSpace)


# -- colours ---------------------------------------------------------------------------------------


def is_neutral(image: Image.Image) -> bool:
    return image.mode == "L"


@pytest.mark.parametrize("preset", [X4, X1A], ids=["x4", "x1a"])
def test_a_photo_is_separated_as_the_profile_says(
    photo: Path, preset: Preset, tmp_path: Path
) -> None:
    source, profile = opened(photo)
    ours = separations(photo, preset, tmp_path)
    if is_neutral(source):
        assert not any(ours.getchannel(plate).getbbox() for plate in "CMY")
        return
    expected = source if source.mode == "CMYK" else converted(source, profile, PROFILE, "CMYK")
    if preset is X4 and photo.name == "cutout-alpha.png":
        # The renderer lays a soft mask over white in ink; we do so in RGB for X-1a. What is solid
        # or bare is the same.
        with Image.open(photo) as image:
            solid = image.getchannel("A").point(
                [255 * (value in {0, 255}) for value in range(256)], "1"
            )
        blank = Image.new("CMYK", ours.size)
        ours, expected = (
            Image.composite(ours, blank, solid),
            Image.composite(expected, blank, solid),
        )
    median, most = apart(as_printed(picked(ours)), as_printed(picked(expected)))
    assert median < 0.7
    assert most < 2.5


@pytest.mark.parametrize("preset", [X4, GREY], ids=["press", "screen"])
def test_a_grey_photo_is_black_ink_as_light_as_it_was(preset: Preset, tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    Image.linear_gradient("L").save(path)
    pdf, size = written(packed(path, preset, Use(256.0, 256.0)), path)
    assert colour_space(pdf) == "/DeviceGray"
    plates = ghostscript(pdf, size, tmp_path)
    key = Image.merge("CMYK", [*(Image.new("L", size),) * 3, plates.getchannel("K")])
    if preset is GREY:
        assert (
            plates.getchannel("K").tobytes()
            == ImageChops.invert(Image.linear_gradient("L")).tobytes()
        )
        return
    printed = [
        value / 2.55 for value in as_printed(key).getchannel("L").crop((0, 0, 1, 256)).tobytes()
    ]
    wanted = [
        value / 2.55
        for value in converted(Image.linear_gradient("L").convert("RGB"), b"", b"", "LAB")
        .getchannel("L")
        .tobytes()[::256]
    ]
    black = luminance(printed[0])
    for ours, theirs in zip(printed, wanted, strict=True):
        # Eight bits of lightness, twice, and of ink: a fifth of a unit each.
        assert ours == pytest.approx(lightness(black + (1 - black) * luminance(theirs)), abs=0.8)


def luminance(lightness: float) -> float:
    """CIE 1976."""
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389


def lightness(luminance: float) -> float:
    return 116 * luminance ** (1 / 3) - 16 if luminance > 216 / 24389 else luminance * 24389 / 27


def test_every_photo_in_grey_is_as_light_as_it_was(photo: Path, tmp_path: Path) -> None:
    source, profile = opened(photo)
    found = packed(photo, GREY, whole(photo))
    assert found.raster.components == 1
    pdf, size = written(found, photo)
    assert colour_space(pdf) == "/DeviceGray"
    plates = ghostscript(pdf, size, tmp_path)
    if photo.name == "cutout-alpha.png":
        return
    ours = converted(
        ImageChops.invert(plates.getchannel("K")).convert("RGB"), b"", b"", "LAB"
    ).getchannel("L")
    theirs = converted(
        source.convert("RGB") if source.mode == "L" else source, profile, b"", "LAB"
    ).getchannel("L")
    none = Image.new("L", ours.size)
    median, most = apart(
        picked(Image.merge("LAB", [ours, none, none])),
        picked(Image.merge("LAB", [theirs, none, none])),
    )
    assert median < 0.7
    assert most < 2.0


@pytest.mark.parametrize("preset", [SCREEN, ARCHIVE], ids=["screen", "archive"])
def test_a_photo_for_screens_is_in_srgb(photo: Path, preset: Preset, tmp_path: Path) -> None:
    source, profile = opened(photo)
    found = packed(photo, preset, whole(photo, 200))
    pdf, size = written(found, photo)
    assert "ICCBased" not in colour_space(pdf)
    assert "DeviceCMYK" not in colour_space(pdf)
    shown = ghostscript(pdf, size, tmp_path, "tiff24nc")
    expected = converted(
        source.convert("RGB") if source.mode == "L" else source, profile, b"", "RGB"
    )
    median, most = apart(
        converted(picked(shown), b"", b"", "LAB"), converted(picked(expected), b"", b"", "LAB")
    )
    # in a dark photo what JPEG leaves out of single pixels is more than in a light one
    assert median < 1.5
    assert most < 3.5


def test_a_wide_gamut_is_brought_into_srgb(tmp_path: Path) -> None:
    wide = wide_gamut()
    path = tmp_path / "wide.png"
    noisy(300, 200).save(path, icc_profile=wide)
    shown = ghostscript(
        *written(packed(path, ARCHIVE, Use(300.0, 200.0)), path), tmp_path, "tiff24nc"
    )
    expected = converted(noisy(300, 200), wide, b"", "RGB")
    assert apart(converted(shown, b"", b"", "LAB"), converted(expected, b"", b"", "LAB"))[1] < 4
    assert (
        apart(converted(shown, b"", b"", "LAB"), converted(noisy(300, 200), b"", b"", "LAB"))[0] > 2
    )


def wide_gamut() -> bytes:
    """An RGB profile whose red and green are swapped: nobody can take it for sRGB. (A tag table of
    ICC.1:2022 7.3 rewritten.)
    """
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ", 128), data.index(b"gXYZ", 128)
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def noisy(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Soft clouds in many colours, the same each time."""
    small = (width // 8, height // 8)
    chance = Random(mode)
    bands = [
        Image.frombytes("L", small, chance.randbytes(small[0] * small[1])).resize((width, height))
        for _ in mode
    ]
    return Image.merge(mode, bands)


def test_cmyk_with_another_profile_is_converted(tmp_path: Path) -> None:
    # Another print condition: ours with cyan's and yellow's names untouched but its perceptual and
    # colorimetric tables swapped.
    data = bytearray(PROFILE)
    for one, other in ((b"A2B0", b"A2B1"),):
        at, to = data.index(one, 128), data.index(other, 128)
        data[at : at + 4], data[to : to + 4] = other, one
    path = tmp_path / "elsewhere.tif"
    source = noisy(240, 160, "CMYK")
    source.save(path, icc_profile=bytes(data))
    ours = separations(path, X4, tmp_path, Use(240 * 0.24, 160 * 0.24))
    expected = converted(source, bytes(data), PROFILE, "CMYK")
    assert apart(as_printed(ours), as_printed(expected))[1] < 3
    assert ours.tobytes() != source.tobytes()


@pytest.mark.parametrize("adobe", [True, False])
@pytest.mark.parametrize("art", [True, False], ids=["drawing", "photo"])
def test_no_reader_inverts_cmyk(adobe: bool, art: bool, tmp_path: Path) -> None:
    image = noisy(200, 120, "CMYK").point([value // 2 for value in range(256)] * 4)
    if art:
        image = Image.new("CMYK", (200, 120))
        image.paste((0, 255, 255, 0), (0, 0, 100, 120))
    path = tmp_path / ("drawing.tif" if art else "photo.jpg")
    (image if adobe or art else ImageChops.invert(image)).save(path, quality=98, subsampling=0)
    if not adobe and not art:
        data = path.read_bytes()
        at = data.index(b"\xff\xee")
        path.write_bytes(data[:at] + data[at + 16 :])
    found = packed(path, X4, Use(48.0, 28.8))
    assert found.raster.is_jpeg is not art
    assert b"Adobe" not in found.raster.data
    pdf, size = written(found, path)
    assert b"/Decode " not in pdf
    ours = ghostscript(pdf, size, tmp_path)
    assert apart(as_printed(ours), as_printed(image))[1] < 3
    # poppler has no profiles: it mixes ink as a printer without colour management does.
    shown = pixels(pdf, tmp_path)
    naive = Image.merge(
        "RGB",
        [
            ImageChops.multiply(
                ImageChops.invert(image.getchannel(c)), ImageChops.invert(image.getchannel("K"))
            )
            for c in "CMY"
        ],
    )
    median, _ = apart(converted(shown, b"", b"", "LAB"), converted(naive, b"", b"", "LAB"))
    assert median < 12
    assert (
        apart(
            converted(shown, b"", b"", "LAB"), converted(ImageChops.invert(naive), b"", b"", "LAB")
        )[0]
        > 25
    )


# -- ink -------------------------------------------------------------------------------------------


def heaviest(plates: Image.Image, ppi: float) -> float:
    """The largest mean of total ink in per cent over a square of 15 mm²: laid at sixteen offsets
    across the picture.
    """
    side = min(max(1, round(15**0.5 / 25.4 * ppi)), *plates.size)
    c, m, y, k = plates.split()
    total = ImageMath.lambda_eval(
        lambda args: args["int"](args["c"]) + args["m"] + args["y"] + args["k"], c=c, m=m, y=y, k=k
    )
    worst = 0.0
    for left in range(0, side, max(1, side // 4)):
        for top in range(0, side, max(1, side // 4)):
            across, down = (total.width - left) // side, (total.height - top) // side
            if across and down:
                means = total.crop((left, top, left + across * side, top + down * side)).reduce(
                    side
                )
                worst = max(worst, means.getextrema()[1] / 2.55)
    return worst


def test_no_photo_lays_down_more_than_300_per_cent(photo: Path, tmp_path: Path) -> None:
    assert heaviest(separations(photo, X4, tmp_path), 300) <= 300


@pytest.mark.parametrize("limit", [300, 260])
@pytest.mark.parametrize("name", ["dark.tif", "dark.png"])
def test_too_much_ink_is_taken_away(limit: int, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "dark.tif":
        image = noisy(360, 240, "CMYK").point([255 - value // 4 for value in range(256)] * 4)
        assert heaviest(image, 300) > 340
    else:
        image = noisy(360, 240).point([value // 20 for value in range(256)] * 3)
    image.save(path)
    preset = Preset(name="x4", zh="", en="", standard="x4", colour="cmyk", ppi=300, ink_limit=limit)
    plates = separations(path, preset, tmp_path, Use(360 * 0.24, 240 * 0.24))
    assert limit - 25 < heaviest(plates, 300) <= limit


def test_a_photo_within_the_limit_keeps_its_ink(tmp_path: Path) -> None:
    image = noisy(200, 120, "CMYK").point([value // 2 for value in range(256)] * 4)
    image.save(tmp_path / "light.tif")
    plates = separations(tmp_path / "light.tif", X4, tmp_path, Use(48.0, 28.8))
    assert apart(as_printed(plates), as_printed(image))[1] < 1.5


# -- resolution, transparency, kinds ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("pixels_across", "preset", "kept"),
    [(449, X4, 449), (451, X4, 300), (224, SCREEN, 224), (226, SCREEN, 150), (900, ARCHIVE, 900)],
)
def test_too_many_pixels_are_brought_down(
    pixels_across: int, preset: Preset, kept: int, tmp_path: Path
) -> None:
    path = tmp_path / "photo.jpg"
    noisy(pixels_across, 400).save(path)
    assert packed(path, preset, Use(72.0, 400 * 72 / pixels_across)).raster.width == kept


@pytest.mark.parametrize(("across", "kept"), [(1190, 1190), (1210, 800)])
def test_bilevel_art_stays_finer_and_bilevel(across: int, kept: int, tmp_path: Path) -> None:
    path = tmp_path / "line.png"
    Image.effect_noise((across, 300), 90).convert("1").save(path)
    for preset in (X4, X1A, GREY):
        raster = packed(path, preset, Use(72.0, 300 * 72 / across)).raster
        assert (raster.width, raster.bits, raster.components, raster.is_jpeg) == (kept, 1, 1, False)


@needs_photos
def test_a_turned_photo_is_brought_down_upright(tmp_path: Path) -> None:
    path = PHOTOS / "portrait-exif-orientation-6.jpg"
    raster = packed(path, X4, Use(72.0, 108.0)).raster
    assert (raster.width, raster.height, raster.orientation) == (300, 450, 1)


def test_fine_detail_stays_as_bright_as_it_is(tmp_path: Path) -> None:
    # Lines of one pixel, black and white: half the light, which is 188 of 255 in sRGB.
    path = tmp_path / "lines.png"
    line = Image.frombytes("L", (2, 1), bytes((0, 255)))
    stripes = Image.new("L", (900, 600))
    for x in range(0, 900, 2):
        stripes.paste(line.resize((2, 600), Image.Resampling.NEAREST), (x, 0))
    stripes.save(path)
    middle = (
        pixels(written(packed(path, GREY, Use(72.0, 48.0)), path)[0], tmp_path)
        .crop((20, 20, 280, 180))
        .convert("L")
    )
    low, high = middle.getextrema()
    assert (low + high) / 2 == pytest.approx(188, abs=4)


def alpha_card(folder: Path, size: tuple[int, int] = (300, 200)) -> Path:
    image = noisy(*size).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(size))
    image.save(folder / "soft.png")
    return folder / "soft.png"


@pytest.mark.parametrize("preset", [X4, GREY, SCREEN, ARCHIVE], ids=lambda preset: preset.name)
def test_transparency_stays_soft(preset: Preset, tmp_path: Path) -> None:
    raster = packed(alpha_card(tmp_path), preset, Use(36.0, 24.0)).raster
    assert raster.mask is not None
    assert (raster.mask.width, raster.mask.height, raster.mask.components) == (
        raster.width,
        raster.height,
        1,
    )


def test_x1a_has_no_transparency(tmp_path: Path) -> None:
    path = alpha_card(tmp_path)
    found = packed(path, X1A, Use(72.0, 48.0))
    assert found.raster.mask is None
    plates = ghostscript(*written(found, path), tmp_path)
    assert max(plates.getpixel((150, 0))) < 12  # the paper, where nothing shows
    assert max(plates.getpixel((150, 199))) > 40


def test_drawings_are_packed_without_loss_and_photographs_as_jpeg(tmp_path: Path) -> None:
    drawing = Image.new("RGB", (200, 100), (200, 30, 30))
    drawing.paste((20, 60, 120), (50, 20, 90, 70))
    drawing.save(tmp_path / "drawing.png")
    noisy(200, 100).save(tmp_path / "photo.png")
    for preset in (X4, X1A, GREY, SCREEN, ARCHIVE):
        assert not packed(tmp_path / "drawing.png", preset, Use(48.0, 24.0)).raster.is_jpeg
    assert packed(tmp_path / "photo.png", X4, Use(48.0, 24.0)).raster.is_jpeg
    plates = separations(tmp_path / "drawing.png", X4, tmp_path, Use(48.0, 24.0))
    assert plates.tobytes() == converted(drawing, b"", PROFILE, "CMYK").tobytes()


def test_a_grey_photo_saved_in_colour_is_black_ink_alone(tmp_path: Path) -> None:
    path = tmp_path / "scan.jpg"
    noisy(200, 120, "L").convert("RGB").save(path, quality=90)
    assert packed(path, X4, Use(48.0, 28.8)).raster.components == 1


@needs_photos
def test_jpegs_for_screens_pass_through_where_nothing_is_to_be_done() -> None:
    for name in (
        "landscape-srgb.jpg",
        "landscape-progressive-untagged.jpg",
        "portrait-exif-orientation-6.jpg",
        "grey.jpg",
    ):
        path = PHOTOS / name
        raster = packed(path, ARCHIVE, whole(path)).raster
        tables = raster.data.index(b"\xff\xdb")
        assert path.read_bytes().endswith(raster.data[tables:])
        assert b"Exif" not in raster.data
        assert raster.profile == b""


# -- sharing out, errors, sizes --------------------------------------------------------------------


@needs_photos
@pytest.mark.parametrize("preset", [X4, X1A, GREY, SCREEN, ARCHIVE], ids=lambda preset: preset.name)
def test_the_bytes_are_the_same_however_many_work(preset: Preset) -> None:
    uses = {str(PHOTOS / name): Use(120.0, 80.0) for name in NAMES}
    alone = pack_for(uses, preset, PROFILE, 1)
    assert pack_for(uses, preset, PROFILE, 3) == alone
    assert list(alone) == list(uses)
    assert [photo.name for photo in named_photos(alone).values()] == [
        f"P{count}" for count in range(1, len(NAMES) + 1)
    ]


def test_the_first_photo_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    noisy(80, 80).save(tmp_path / "good.jpg")
    (tmp_path / "bad.jpg").write_bytes((tmp_path / "good.jpg").read_bytes()[:400])
    uses = {
        str(tmp_path / name): Use(72.0, 72.0) for name in ("good.jpg", "bad.jpg", "missing.jpg")
    }
    for workers in (1, 2):
        with pytest.raises(PhotoError, match=r"bad\.jpg"):
            pack_for(uses, X4, PROFILE, workers)


@pytest.mark.parametrize(
    "profile",
    [
        b"",
        b"no profile",
        PROFILE[:5000],
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    ],
)
def test_a_profile_that_is_none_is_refused(profile: bytes) -> None:
    with pytest.raises(ExportError):
        pack_for({}, X4, profile)


def test_presets_for_screens_may_have_the_profile_of_a_screen(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    noisy(160, 80, "CMYK").save(tmp_path / "ink.tif")
    uses = {str(tmp_path / "ink.tif"): Use(160.0, 80.0)}
    assert pack_for(uses, ARCHIVE, srgb) == pack_for(uses, ARCHIVE, PROFILE)


def test_a_profile_that_is_damaged_is_refused() -> None:
    damaged = PROFILE[:132] + bytes(len(PROFILE) - 132)
    with pytest.raises(ExportError, match="damaged"):
        pack_for({}, X4, damaged)


def test_a_photo_whose_profile_is_damaged_is_taken_for_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = noisy(120, 80)
    image.save(tmp_path / "damaged.png", icc_profile=srgb[:132] + bytes(len(srgb) - 132))
    image.save(tmp_path / "plain.png")
    rasters = [
        packed(tmp_path / name, X4, Use(28.8, 19.2)).raster for name in ("damaged.png", "plain.png")
    ]
    assert rasters[0] == rasters[1]


def test_the_largest_use_counts_before_cropping() -> None:
    pictures = [
        Picture(0.0, 0.0, 100.0, 50.0, "a.jpg", ""),
        Picture(0.0, 0.0, 60.0, 60.0, "a.jpg", "", crop=(0.25, 0.0, 0.25, 0.5)),
        Picture(0.0, 0.0, 10.0, 20.0, "b.jpg", ""),
    ]
    edition = Edition((Page(1, 200.0, 200.0, pictures=pictures),), (), (), "")
    assert uses_of(edition) == {"a.jpg": Use(120.0, 120.0), "b.jpg": Use(10.0, 20.0)}


@needs_photos
def test_a_raster_for_print_has_no_profile_and_no_palette() -> None:
    for name in NAMES:
        raster: Raster = packed(PHOTOS / name, X1A, Use(160.0, 100.0)).raster
        assert (raster.profile, raster.palette, raster.mask, raster.orientation) == (
            b"",
            b"",
            None,
            1,
        )
        assert raster.components in {1, 4}
