"""SVG files as drawings: what filled paths cover, what is refused and where, what may not happen."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from drawing_files import RICH, SPACE, laughs, mutants, svg, uses
from patience import an_end

from layouts.imaging.art import read_art
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import PhotoFile
from layouts.imaging.svg.colours import read_colour
from layouts.imaging.svg.drawing import Area, SvgDrawing
from layouts.imaging.svg.read import read_drawing

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "art"


def corners(area: Area) -> list[tuple[float, float]]:
    """The ends of an area's steps, rounded to a thousandth."""
    (outline,) = area.outlines
    ends = [outline.start, *((step[-2], step[-1]) for step in outline.steps)]
    return [(round(x, 3), round(y, 3)) for x, y in ends]


def one(inside: str, **more: str) -> Area:
    """The one area of a drawing."""
    (area,) = read_drawing(svg(inside, **more)).areas
    return area


def refusal(data: bytes) -> UnfitError:
    with pytest.raises(UnfitError) as raised:
        read_drawing(data)
    return raised.value


# -- what is drawn ---------------------------------------------------------------------------------


def test_a_drawing_is_measured_by_what_it_paints() -> None:
    drawing = read_drawing(svg('<path d="M20 30h40v10h-40z"/>'))
    assert (drawing.width, drawing.height) == (40, 10)
    assert corners(drawing.areas[0])[:3] == [(0, 0), (40, 0), (40, 10)]


def test_a_curve_is_measured_by_where_it_turns() -> None:
    # a cubic from 0 to 0 with both handles at 40 rises to 3/4 of them (Bernstein)
    drawing = read_drawing(svg('<path d="M0 50C0 10 10 10 10 50z"/>'))
    assert drawing.height == pytest.approx(30)


def test_what_lies_beside_the_sheet_is_not_shown() -> None:
    drawing = read_drawing(svg('<path d="M0 0h10v10z"/><path d="M500 500h10v10z"/>'))
    assert len(drawing.areas) == 1


@pytest.mark.parametrize(
    ("written", "corner"),
    [
        ("translate(5 7)", (15, 17)),
        ("translate(5)", (15, 10)),
        ("scale(2)", (20, 20)),
        ("scale(2,3)", (20, 30)),
        ("rotate(90)", (-10, 10)),
        ("rotate(180 10 10)", (10, 10)),
        ("matrix(1 0 0 1 1 2)", (11, 12)),
        ("translate(1,1) scale(2)", (21, 21)),
        ("skewX(45)", (20, 10)),
    ],
)
def test_transforms(written: str, corner: tuple[float, float]) -> None:
    from layouts.imaging.svg.transforms import read_transform

    assert read_transform(written).point(10, 10) == pytest.approx(corner)


def test_groups_pass_on_their_place_and_their_colour() -> None:
    area = one(
        '<path d="M0 0h1v1z" fill="none"/><g transform="translate(10 10)" fill="#00f">'
        '<g transform="scale(2)"><path d="M0 0h5v5z"/></g></g>'
    )
    assert area.colour == (0, 0, 1)
    assert corners(area)[1:3] == [(10, 0), (10, 10)]


def test_a_name_of_a_colour_is_read_after_pillow_has_read_it():
    from PIL import ImageColor

    ImageColor.getrgb("teal")
    assert read_colour("teal") == (0, 128 / 255, 128 / 255)


def test_a_use_draws_again_in_its_own_place_and_colour() -> None:
    drawing = read_drawing(
        svg(
            '<defs><path id="a" d="M0 0h4v4z"/></defs><use href="#a" fill="red"/>'
            '<use xlink:href="#a" x="10" y="20" fill="blue"/>'
        )
    )
    first, second = drawing.areas
    assert (first.colour, second.colour) == ((1, 0, 0), (0, 0, 1))
    assert corners(second)[0] == (10, 20)


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ("", (0, 0, 0)),
        ('fill="#C8161D"', (200 / 255, 22 / 255, 29 / 255)),
        ('fill="#0f0"', (0, 1, 0)),
        ('fill="rgb(255,0,51)"', (1, 0, 0.2)),
        ('fill="rgb(50%, 0%, 0%)"', (0.5, 0, 0)),
        ('fill="crimson"', (220 / 255, 20 / 255, 60 / 255)),
        ('style="fill: blue"', (0, 0, 1)),
        ('fill="red" style="fill: blue"', (0, 0, 1)),
        ('fill="currentColor" color="blue"', (0, 0, 1)),
        ('class="a"', (0, 1, 0)),
        ('class="a b"', (0, 0, 1)),
        ('class="a" id="c"', (1, 0, 0)),
        ('fill="red" opacity="1" fill-opacity="100%"', (1, 0, 0)),
    ],
)
def test_colours(attributes: str, colour: tuple[float, float, float]) -> None:
    sheet = "<style>path.b{fill:#00f} /* x */ #c{fill:red} .a{fill:lime}</style>"
    assert one(f'{sheet}<path d="M0 0h9v9z" {attributes}/>').colour == pytest.approx(colour)


def test_the_rule_of_filling() -> None:
    ring = '<path d="M0 0h9v9h-9zM2 2h5v5h-5z" {}/>'
    assert not one(ring.format("")).even_odd
    assert one(ring.format('fill-rule="evenodd"')).even_odd


def test_basic_shapes() -> None:
    drawing = read_drawing(
        svg(
            '<rect x="1" y="2" width="30" height="4"/><circle cx="50" cy="50" r="10"/>'
            '<ellipse cx="20" cy="50" rx="10" ry="5"/><polygon points="0,60 10,60 5,70"/>'
            '<rect width="50%" height="5" y="90"/><line x1="0" x2="9" y1="0" y2="9"/>'
        )
    )
    assert len(drawing.areas) == 5
    assert corners(drawing.areas[0])[1:3] == [(31, 0), (31, 4)]
    assert corners(drawing.areas[4])[1][0] == 50


@pytest.mark.parametrize("kind", ["title", "desc", "metadata", "sodipodi:namedview"])
def test_what_says_something_and_draws_nothing_is_passed_over(kind: str) -> None:
    own = 'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    assert one(f'<{kind} {own}><text>x</text></{kind}><path d="M0 0h9v9z"/>')


def test_hidden_parts_are_not_drawn() -> None:
    path = 'd="M0 0h9v9z"'
    assert one(
        f'<path {path}/><path {path} display="none"/><g visibility="hidden"><path {path}/></g>'
        f'<g style="display:none"><text>x</text></g>'
    )


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "\ufeff",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        "<!-- drawn by hand -->",
    ],
)
def test_how_files_begin(before: str) -> None:
    assert one('<path d="M0 0h9v9z"/>', before=before)


def test_utf_16() -> None:
    text = svg('<path d="M0 0h9v9z"/>').decode()
    assert read_drawing(text.encode("utf-16")).areas


def test_the_sample() -> None:
    emblem = read_art(SAMPLE / "emblem.svg")
    name = read_art(SAMPLE / "name.svg")
    assert isinstance(emblem, SvgDrawing)
    assert isinstance(name, SvgDrawing)
    assert emblem.width == pytest.approx(96)
    assert len(name.areas) == 4


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<text>题字</text>", "text"),
        ('<image href="a.png"/>', "embedded picture"),
        ("<script>x</script>", "script"),
        ('<path d="M0 0h9v9z" onclick="x()"/>', "script"),
        ('<a href="#x"><path d="M0 0h9v9z"/></a>', "link"),
        ("<foreignObject/>", "foreign"),
        ('<path d="M0 0h9v9z" stroke="red"/>', "stroke"),
        ('<g stroke="#000" stroke-width="2"><path d="M0 0h9v9z"/></g>', "stroke"),
        ('<path d="M0 0h9v9z" fill="url(#g)"/>', "gradient"),
        (
            '<path d="M0 0h9v9z" fill="url(#g)"/><pattern id="g"/>',
            "pattern",
        ),
        ('<path d="M0 0h9v9z" filter="url(#f)"/>', "filter"),
        ('<g style="filter:blur(2px)"><path d="M0 0h9v9z"/></g>', "filter"),
        ('<g mask="url(#m)"/>', "mask"),
        ('<g clip-path="url(#c)"/>', "clipping"),
        ('<g style="mix-blend-mode:multiply"/>', "blend"),
        ('<g opacity="0.5"/>', "transparency"),
        ('<path d="M0 0h9v9z" fill-opacity=".3"/>', "transparency"),
        ('<path d="M0 0h9v9z" fill="#ff000080"/>', "transparency"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<use xlink:href="http://example.org/a.svg#a"/>', "another file"),
        ('<path d="M0 0h9v9z"><animate attributeName="d"/></path><set/>', "animation"),
        ("<style>@import url(a.css);</style>", "@import"),
        ("<style>g path{fill:red}</style>", "g path"),
        ("<switch/>", "<switch>"),
        ("<svg><path/></svg>", "<svg>"),
        ('<path d="M0 0h9v9z" style="transform:scale(2)"/>', "transform"),
    ],
)
def test_all_else_is_refused_with_its_line(inside: str, what: str) -> None:
    error = refusal(svg(f"\n\n{inside}"))
    assert what in error.en
    assert "line 4" in error.en
    assert "第 4 行" in error.zh


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<path d="9 9 9"/>', "path"),
        ('<path d="M0 0L"/>', "path"),
        ('<path d="M0 0A1 1 0 5 5 9 9"/>', "path"),
        ('<rect width="wide" height="3"/>', "rect"),
        ('<polygon points="1,2 3"/>', "polygon"),
        ('<path d="M0 0h1e9v9z"/>', "path"),
        ('<path d="M0 0h9v9z" fill="reddish"/>', "fill"),
        ('<g transform="turn(9)"/>', "transform"),
        ('<g transform="scale(1 2 3)"/>', "transform"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(inside: str, what: str) -> None:
    error = refusal(svg(inside))
    assert f"{what} in line 2" in error.en
    assert f"第 2 行的 {what}" in error.zh


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<svg", "XML in line 1"),
        (b"<html/>", "no SVG"),
        (svg(""), "prints nothing"),
        (svg('<path d="M0 0h9"/>'), "prints nothing"),
        ("<svg>é</svg>".encode("latin-1"), "UTF-8"),
        (laughs(), "entities"),
        (laughs().decode().encode("utf-16"), "entities"),
    ],
)
def test_what_is_no_drawing(data: bytes, what: str) -> None:
    assert what in refusal(data).en


# -- bombs -----------------------------------------------------------------------------------------


def test_drawings_that_use_themselves() -> None:
    error = refusal(svg('<g id="a"><use href="#a"/></g>'))
    assert "too complex" in error.en


def test_uses_of_uses() -> None:
    with an_end():
        assert "too complex" in refusal(uses(12)).en


def test_ten_million_segments(tmp_path: Path) -> None:
    file = tmp_path / "bomb.svg"
    file.write_bytes(svg(f'<path d="M0 0{"h1v1" * 5_000_000}"/>'))
    with an_end(), pytest.raises(UnfitError, match="larger than 4 MB"):
        read_art(file)


@pytest.mark.parametrize(
    "path",
    ["M0 0" + "h1v1" * 450_000, "M0 0" + " 1 1" * 900_000, "M0 0" + "a1 1 0 0 0 1 1" * 200_000],
)
def test_as_many_segments_as_fit_into_a_file(path: str) -> None:
    with an_end():
        assert "too complex" in refusal(svg(f'<path d="{path}"/>')).en


@pytest.mark.parametrize("inside", ["<g>" * 200_000, "<g/>" * 900_000, "<g>" * 240 + "</g>" * 240])
def test_elements_without_end(inside: str) -> None:
    with an_end():
        assert refusal(svg(inside))


_PATH = '<path d="M0 0h9v9z" {}/>'


@pytest.mark.parametrize(
    "inside",
    [
        "<path " + " ".join(f'a{k}=""' for k in range(300_000)) + "/>",
        "".join(f'<g xmlns:a{k}="x">' for k in range(100_000)),
        f"<style>{'/*' * 1_900_000}</style>" + _PATH.format(""),
        f"<style>{'a' * 3_900_000}</style>" + _PATH.format(""),
        f"<style>{''.join(f'.c{k}{{fill:red}}' for k in range(1900))}</style>"
        + _PATH.format('class="c1"') * 19_000,
        '<path id="a" d="' + "M0 0" * 800_000 + '"/>' + '<use href="#a"/>' * 19_000,
        '<path d="M0 0a' + "1-1" * 1_200_000 + '"/>',
        '<path d="' + "." * 3_900_000 + '"/>',
        f'<g transform="{" " * 3_900_000}x"/>',
        f'<g transform="{"rotate(1) " * 300_000}"/>',
        f'<rect width="{" " * 3_900_000}x"/>',
        f'<polygon points="{"1" * 3_900_000}"/>',
        _PATH.format(f'fill="rgb(1{" " * 3_900_000}x)"'),
        _PATH.format(f'style="{";" * 3_900_000}"'),
        _PATH.format(f'class="{" ".join(map(str, range(500_000)))}"'),
    ],
    ids=range(15),
)
def test_what_would_take_a_square_of_its_length(inside: str) -> None:
    """An hour each, were they read as simply as they are written.

    The rule is 5 s of the processor, on a machine that does nothing else.
    """
    data = svg(inside)
    assert len(data) < 4_100_000
    before = os.times()
    with suppress(UnfitError):
        read_drawing(data)
    after = os.times()
    assert after.user + after.system - before.user - before.system < 10


def test_mutants_end_in_a_drawing_or_in_a_sentence() -> None:
    whole = 0
    with an_end():
        for data in mutants(seed=1, count=250):
            try:
                drawing = read_drawing(data)
            except UnfitError as error:
                assert error.zh
                assert error.en
            else:
                whole += 1
                assert drawing.width > 0
                assert drawing.height > 0
    assert 10 < whole < 240  # else nothing was tried


def test_the_long_run_is_one_command() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "imaging" / "fuzzing_drawings.py", "--cases", "20"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 failures" in done.stdout


# -- files -----------------------------------------------------------------------------------------


def test_art_is_told_by_its_content(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (30, 20)).save(tmp_path / "a.svg", "PNG")
    (tmp_path / "b.png").write_bytes(RICH)
    assert isinstance(read_art(tmp_path / "a.svg"), PhotoFile)
    assert isinstance(read_art(tmp_path / "b.png"), SvgDrawing)


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"", "empty"), (b"GIF89a....", "no SVG, PNG, JPEG or TIFF"), (b"%PDF-1.7", "no SVG")],
)
def test_files_of_no_kind(data: bytes, what: str, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(data)
    with pytest.raises(UnfitError, match=what):
        read_art(file)


def test_pixels_that_cannot_be_decoded_are_found_out_before_anything_is_set(tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "a.tif"
    Image.effect_noise((200, 200), 60).save(file, compression="tiff_lzw")
    data = bytearray(file.read_bytes())
    data[300:9000] = bytes(8700)
    file.write_bytes(data)
    with pytest.raises(UnfitError, match="damaged"):
        read_art(file)


def test_a_drawing_is_no_photo(tmp_path: Path) -> None:
    from layouts.errors import PhotoError
    from layouts.imaging.read import probe

    file = tmp_path / "a.svg"
    file.write_bytes(f"<svg {SPACE}/>".encode())
    with pytest.raises(PhotoError):
        probe(file)
