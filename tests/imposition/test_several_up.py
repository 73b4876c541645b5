"""Several pages up as they come out of a printer: where they stand, what is cut, on which plate."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from booklets import HEIGHT, MM, WIDTH, numbered, pdf_of, pixels, tool
from PIL import Image, ImageChops

from layouts.errors import ExportError
from layouts.imposition import several_up
from layouts.papers import PAPERS

CARD = (90 * MM, 54 * MM)
RED, WHITE = (255, 0, 0), (255, 255, 255)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def cards(count: int, bleed: float = 3 * MM) -> bytes:
    """Cards of red to the end of their bleed, numbered."""
    fill = b"1 0 0 rg 0 0 %.3f %.3f re f 0 g BT /F 14 Tf 30 30 Td (c%03d) Tj ET"
    return pdf_of(
        [fill % (CARD[0] + 2 * bleed, CARD[1] + 2 * bleed, n) for n in range(1, count + 1)],
        bleed,
        CARD,
    )


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    return {
        name: [round(float(edge) / MM, 2) for edge in page.obj[f"/{name}"]]
        for name in ("MediaBox", "BleedBox", "TrimBox")
    }


def boxes_of(data: bytes) -> list[dict[str, list[float]]]:
    pdf = opened(data)
    return [boxes(page) for page in pdf.pages]


def words(data: bytes, folder: Path, side: int, area: tuple[float, float, float, float]) -> str:
    """The words in a rectangle of a side: left, top, width, height in mm."""
    (folder / "laid.pdf").write_bytes(data)
    crop = (str(round(edge * MM)) for edge in area)
    options = [word for pair in zip(("-x", "-y", "-W", "-H"), crop, strict=True) for word in pair]
    command = [tool("pdftotext"), "-raw", "-f", str(side), "-l", str(side), *options]
    done = subprocess.run(
        [*command, str(folder / "laid.pdf"), "-"], capture_output=True, check=True, text=True
    )
    return " ".join(done.stdout.split())


# -- reduced --------------------------------------------------------------------------------------


def test_reduced_pages_read_across_and_then_down(tmp_path: Path) -> None:
    data = several_up(numbered(6), up=4, paper=PAPERS["A4"])
    assert len(opened(data).pages) == 2
    # as reckoned in test_grid: cells of 98 × 138.6 mm from 5 and 7.9 mm, 4 mm between
    quarters = [(5, 7.9), (107, 7.9), (5, 150.5), (107, 150.5)]
    read = [words(data, tmp_path, 1, (x, y, 98, 138.6)) for x, y in quarters]
    assert read == [" ".join([f"p00{n}"] * 4) for n in (1, 2, 3, 4)]
    assert words(data, tmp_path, 2, (107, 7.9, 98, 138.6)) == " ".join(["p006"] * 4)


def test_a_reduced_page_is_shown_to_its_trim_in_a_frame_and_is_not_cut(tmp_path: Path) -> None:
    bleed = 3 * MM
    fill = b"1 0 0 rg 0 0 2000 2000 re f"
    data = several_up(pdf_of([fill], bleed), up=2, paper=PAPERS["A3"])
    # (420 - 10 - 4) / 2 = 203 mm wide would be 287.1 high, and 287 mm is there: 287 / 297
    first = boxes_of(data)[0]
    assert first["TrimBox"] == first["MediaBox"] == [0, 0, 420, 297]
    row = pixels(data, tmp_path, dpi=254)[1485]  # ten pixels a millimetre
    scale = 287 / 297
    left = (420 - 2 * 210 * scale - 4) / 2
    reds = [x for x, pixel in enumerate(row) if pixel == RED]
    assert reds[0] == pytest.approx(left * 10, abs=2)
    assert reds[-1] == pytest.approx((left + 210 * scale) * 10, abs=2)


def test_reduced_sheets_take_pages_of_different_size_and_turned_ones(tmp_path: Path) -> None:
    pdf = opened(numbered(4))
    pdf.pages[1].Rotate = 90
    pdf.pages[2].MediaBox = pdf.pages[2].TrimBox = pikepdf.Array([0, 0, WIDTH / 2, HEIGHT])
    del pdf.pages[2].BleedBox
    out = io.BytesIO()
    pdf.save(out)
    data = several_up(out.getvalue(), up=4, paper=PAPERS["A4"])
    # the turned page stands upright in its place, its words close to the corners of 98 × 69.3 mm
    top = 7.9 + (138.6 - 98 * 210 / 297) / 2
    assert words(data, tmp_path, 1, (107, top, 98, 98 * 210 / 297)) == " ".join(["p002"] * 4)


# -- at their own size -----------------------------------------------------------------------------


def test_a_card_is_repeated_to_fill_the_sheet(tmp_path: Path) -> None:
    data = several_up(cards(2), "repeat", paper=PAPERS["SRA3"], marks=True)
    pdf = opened(data)
    assert len(pdf.pages) == 2
    for side, page in enumerate(pdf.pages, start=1):
        # 3 × 90 + 2 × 6 = 282 of 320 mm, 7 × 54 + 6 × 6 = 414 of 450
        assert boxes(page) == {
            "MediaBox": [0, 0, 320, 450],
            "BleedBox": [16, 15, 304, 435],
            "TrimBox": [19, 18, 301, 432],
        }
        assert words(data, tmp_path, side, (0, 0, 320, 450)) == " ".join([f"c00{side}"] * 21)
        assert list(page.Resources.XObject.keys()) == [f"/P{side}"]


def test_marks_stand_at_every_cut_and_outside_the_bleed(tmp_path: Path) -> None:
    data = several_up(cards(1), "repeat", paper=PAPERS["SRA3"], marks=True)
    dpi = 254  # ten pixels a millimetre
    rows = pixels(data, tmp_path, dpi=dpi)
    above = rows[10 * 12]  # 12 mm from the head, the bleed begins at 15
    dark = [x / 10 for x, pixel in enumerate(above) if sum(pixel) < 380]
    for cut in (19, 109, 115, 205, 211, 301):
        assert any(abs(x - cut) < 0.15 for x in dark)
    assert all(min(abs(x - cut) for cut in (19, 109, 115, 205, 211, 301)) < 0.15 for x in dark)
    beside = [row[10 * 13] for row in rows]  # 13 mm from the left, the bleed begins at 16
    marked = {y // 10 for y, pixel in enumerate(beside) if sum(pixel) < 380}
    cuts = {at for row in range(7) for at in (18 + 60 * row, 72 + 60 * row)}
    assert all(min(abs(y - cut) for cut in cuts) <= 1 for y in marked)
    assert len(marked) >= len(cuts)
    inside = [row[161:3039] for row in rows[151:4349]]
    assert not any((0, 0, 0) in row[:80] for row in inside[:80])


def test_without_marks_more_fits_to_the_edge() -> None:
    data = several_up(pdf_of([b""] * 2), "sequence", paper=PAPERS["A3"])
    assert boxes_of(data)[0]["TrimBox"] == [0, 0, 420, 297]


def test_the_printer_turns_a_sheet_about_its_upright_middle() -> None:
    upright = opened(several_up(cards(4), "stack", paper=PAPERS["SRA3"], duplex=True))
    landscape = opened(several_up(numbered(4), "stack", paper=PAPERS["A3"], duplex=True))
    plain = opened(several_up(cards(4), "stack", paper=PAPERS["SRA3"]))
    assert upright.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    assert landscape.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    assert "/Duplex" not in plain.Root.ViewerPreferences


def test_a_back_lies_exactly_behind_its_front(tmp_path: Path) -> None:
    """With a wider bleed on one side too."""
    pdf = opened(cards(2))
    for page in pdf.pages:
        page.BleedBox = pikepdf.Array([3 * MM, 0, CARD[0] + 4 * MM, CARD[1] + 6 * MM])
    out = io.BytesIO()
    pdf.save(out)
    data = several_up(out.getvalue(), "sequence", up=1, paper=PAPERS["A4"], duplex=True)
    front, back = (each["TrimBox"] for each in boxes_of(data))
    width = boxes_of(data)[0]["MediaBox"][2]
    assert (width - front[2], width - front[0]) == pytest.approx((back[0], back[2]))


def test_pages_repeated_may_differ_in_size() -> None:
    pdf = opened(cards(2, 0))
    pdf.pages[1].MediaBox = pdf.pages[1].TrimBox = pikepdf.Array([0, 0, 100 * MM, 140 * MM])
    del pdf.pages[1].BleedBox
    out = io.BytesIO()
    pdf.save(out)
    laid = opened(several_up(out.getvalue(), "repeat", paper=PAPERS["A4"]))
    # 90 × 54: 2 × 5 upright, 3 × 3 landscape; 100 × 140: 2 × 2 upright, 2 × 1 landscape
    counts = [page.Contents.read_bytes().count(b" Do ") for page in laid.pages]
    assert counts == [10, 4]


# -- plates ----------------------------------------------------------------------------------------


def separated(data: bytes, folder: Path) -> dict[str, Image.Image]:
    """The plates of the first page at ten pixels a millimetre, as Ghostscript makes them."""
    gs = shutil.which("gs")
    if not gs:
        pytest.skip("gs is not installed (Debian: ghostscript)")
    folder.mkdir()
    (folder / "in.pdf").write_bytes(data)
    command = [gs, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r254"]
    last = ["-dLastPage=1", "-sOutputFile=out%d.tif", "in.pdf"]
    subprocess.run([*command, *last], cwd=folder, check=True, capture_output=True)
    return {
        path.stem.partition("(")[2].rstrip(")"): Image.open(path).convert("L")
        for path in folder.glob("out1(*).tif")
    }


def test_the_plates_are_those_of_the_pages(tmp_path: Path) -> None:
    content = (
        b"0.2 0.5 0.1 0.3 k 0 0 300 40 re f 0 0 0 1 k BT /F 20 Tf 20 60 Td (plate) Tj ET"
        b" 0.9 0 0 0 k 100.5 50.25 33.3 60 re f 0 1 1 0 K 2 w 12 20 m 240 140 l S"
    )
    page = pdf_of([content], 3 * MM, CARD)
    single = separated(page, tmp_path / "single")
    laid = separated(
        several_up(page, "repeat", paper=PAPERS["SRA3"], marks=False), tmp_path / "laid"
    )
    assert set(laid) == set(single) == {"Cyan", "Magenta", "Yellow", "Black"}
    # the bleed of the first card begins at 16 and 15 mm, that of the last 2 × 96 and 6 × 60 further
    for name, plate in single.items():
        assert plate.getextrema()[0] < 255
        for x, y in ((160, 150), (160 + 1920, 150 + 3600)):
            part = laid[name].crop((x, y, x + 960, y + 600))
            differ = ImageChops.difference(part, plate.crop((0, 0, 960, 600)))
            # edges fall between pixels, which each sheet rounds for itself
            pixels_off = sum(differ.point(lambda v: v > 8).convert("1").histogram()[-1:])
            assert pixels_off < 960 * 600 * 0.004


# -- the file --------------------------------------------------------------------------------------


def test_the_same_file_gives_the_same_sheets() -> None:
    data = numbered(6)
    assert several_up(data, up=4) == several_up(data, up=4)


def test_sheets_share_fonts_and_keep_the_title() -> None:
    data = several_up(numbered(16), up=8)
    assert data.count(b"/Helvetica") == 1
    pdf = opened(data)
    assert str(pdf.docinfo["/Title"]) == "Booklet"


# -- what is asked for in vain ---------------------------------------------------------------------


def refused(data: bytes, *arguments: str, **how) -> tuple[str, str]:
    with pytest.raises(ExportError) as caught:
        several_up(data, *arguments, **how, name="issue.pdf")
    return caught.value.zh, caught.value.en


@pytest.mark.parametrize("up", [-1, 65, 100])
def test_a_number_that_is_none(up: int) -> None:
    zh, en = refused(numbered(2), up=up)
    assert f"每面 {up} 页" in zh
    assert "from 1 to 64" in en


def test_reduced_pages_need_a_number() -> None:
    assert "--up 4" in refused(numbered(2))[1]


@pytest.mark.parametrize("gutter", [-1.0, 51.0, float("nan")])
def test_a_gutter_that_cannot_be_meant(gutter: float) -> None:
    assert "gutter" in refused(numbered(2), "repeat", gutter=gutter)[1]


def test_more_than_fit_says_how_many_do() -> None:
    zh, en = refused(cards(1), "repeat", up=30, paper=PAPERS["SRA3"], marks=True)
    assert "最多排 21 页，排不下 30 页" in zh
    assert "21 times at most, not 30" in en


def test_a_page_larger_than_the_sheet() -> None:
    zh, en = refused(numbered(1, 3 * MM), "repeat", paper=PAPERS["A4"])
    assert "210×297" in zh
    assert "297×210" in en
    assert "does not fit" in en


@pytest.mark.parametrize("arrangement", ["sequence", "stack"])
def test_pages_of_different_size_make_no_sheets(arrangement: str) -> None:
    pdf = opened(numbered(3))
    pdf.pages[1].Rotate = 90
    out = io.BytesIO()
    pdf.save(out)
    zh, en = refused(out.getvalue(), arrangement, up=2)
    assert "第 2 页" in zh
    assert "can be reduced" in en


@pytest.mark.parametrize("data", [b"", b"hello", numbered(2)[:-200]])
def test_what_is_no_whole_pdf(data: bytes) -> None:
    zh, en = refused(data, up=4)
    assert "issue.pdf" in zh
    assert "issue.pdf" in en


def test_a_locked_pdf() -> None:
    out = io.BytesIO()
    opened(numbered(2)).save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "password" in refused(out.getvalue(), up=4)[1]
