"""Booklets as a reader holds them: folded, turned over page by page, cut and read by other
programs.
"""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from booklets import HEIGHT, MM, WIDTH, half, leaves, numbered, pdf_of, pixels

from layouts.errors import ExportError
from layouts.imposition import impose
from layouts.papers import PAPERS

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def written(data: bytes, folder: Path) -> Path:
    path = folder / "booklet.pdf"
    path.write_bytes(data)
    return path


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


# -- folding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("pages", [1, 4, 8, 11, 12, 16])
def test_a_folded_booklet_reads_from_front_to_back(pages: int, tmp_path: Path) -> None:
    sheets = -(-pages // 4)
    path = written(impose(numbered(pages), thickness=0.1), tmp_path)
    blanks = [[] for _ in range(4 * sheets - pages)]
    read = [[f"p{n:03d}"] * 4 for n in range(1, pages + 1)]
    assert leaves(path, sheets) == (
        [*read[:-1], *blanks, read[-1]] if pages > 1 else [*read, *blanks]
    )


@pytest.mark.parametrize("pages", [1, 2, 5, 11, 13])
def test_blank_pages_may_come_after_the_last(pages: int, tmp_path: Path) -> None:
    sheets = -(-pages // 4)
    path = written(impose(numbered(pages), keep_last=False), tmp_path)
    assert leaves(path, sheets) == [[f"p{n:03d}"] * 4 for n in range(1, pages + 1)] + [[]] * (
        4 * sheets - pages
    )


def test_pages_with_bleed_read_the_same(tmp_path: Path) -> None:
    path = written(impose(numbered(12, bleed=3 * MM)), tmp_path)
    assert leaves(path, 3) == [[f"p{n:03d}"] * 4 for n in range(1, 13)]


def test_sheets_are_landscape_a3_and_a4_pages_are_not_scaled() -> None:
    pdf = opened(impose(numbered(4)))
    sheet = pdf.pages[0]
    assert [float(edge) for edge in sheet.mediabox] == pytest.approx(
        [0, 0, 420 * MM, 297 * MM], abs=0.01
    )
    assert [float(edge) for edge in sheet.trimbox] == pytest.approx(
        [0, 0, 420 * MM, 297 * MM], abs=0.01
    )
    assert b"1 0 0 1 595.27559 0 cm" in sheet.Contents.read_bytes()


def test_a_larger_sheet_has_the_pages_in_its_middle(tmp_path: Path) -> None:
    sheet = (450 * MM, 320 * MM)
    path = written(impose(numbered(8), paper=(450, 320)), tmp_path)
    assert half(path, 1, left=True, sheet=sheet) == ["p008"] * 4
    with pikepdf.open(path) as pdf:
        trim = [float(edge) for edge in pdf.pages[0].trimbox]
    assert trim == pytest.approx([15 * MM, 11.5 * MM, 435 * MM, 308.5 * MM], abs=0.01)


# -- creep -----------------------------------------------------------------------------------------


def moves(data: bytes) -> list[tuple[float, float]]:
    """How far the two pages of each front moved from where they would stand, in mm."""
    found: list[tuple[float, float]] = []
    pdf = opened(data)
    for sheet in pdf.pages[::2]:
        x = [
            float(operands[4])
            for operands, operator in pikepdf.parse_content_stream(sheet)
            if str(operator) == "cm"
        ]
        found.append((x[0] / MM, x[1] / MM - 210))
    return found


def test_inner_sheets_move_towards_the_spine_in_even_steps() -> None:
    measured = moves(impose(numbered(20), creep=2.0))
    assert measured == [pytest.approx((0.5 * k, -0.5 * k), abs=1e-4) for k in range(5)]


def test_without_creep_nothing_moves() -> None:
    assert moves(impose(numbered(12))) == [pytest.approx((0.0, 0.0), abs=1e-4)] * 3


def test_paper_of_a_tenth_of_a_millimetre() -> None:
    assert moves(impose(numbered(12), thickness=0.1))[-1] == pytest.approx((0.2, -0.2), abs=1e-4)


# -- bleed and marks -------------------------------------------------------------------------------


def test_bleed_ends_at_the_spine_and_goes_over_the_outer_edges(tmp_path: Path) -> None:
    bleed = 3 * MM
    fill = b"0 0 %.3f %.3f re f" % (WIDTH + 2 * bleed, HEIGHT + 2 * bleed)
    data = pdf_of([b"0 0 1 rg " + fill, b"", b"", b"1 0 0 rg " + fill], bleed)
    rows = pixels(impose(data, paper=(450, 320)), tmp_path)
    middle, spine = rows[len(rows) // 2], round(225 * MM)
    assert middle[spine - 3] == RED
    assert middle[spine + 3] == BLUE
    edge = (225 - 210 - 3) * MM
    assert [middle[round(edge - 2)], middle[round(edge + 3)]] == [WHITE, RED]
    assert [middle[round(450 * MM - edge - 3)], middle[round(450 * MM - edge + 2)]] == [BLUE, WHITE]


def test_creep_leaves_the_other_half_alone(tmp_path: Path) -> None:
    fill = b"0 0 %.3f %.3f re f" % (WIDTH, HEIGHT)
    data = pdf_of([b"", b"", b"0 0 1 rg " + fill, b"", b"", b"1 0 0 rg " + fill, b"", b""])
    rows = pixels(impose(data, creep=10.0), tmp_path, side=3)
    middle, spine = rows[len(rows) // 2], round(210 * MM)
    assert [middle[spine - 3], middle[spine + 3]] == [RED, BLUE]
    assert [middle[5], middle[-6]] == [WHITE, WHITE]  # what the paper sticks out by


def test_content_outside_the_bleed_such_as_the_marks_of_a_page_is_left_off(tmp_path: Path) -> None:
    data = pdf_of([b"1 0 0 rg 0 0 2000 2000 re f"], 10.0)
    pdf = opened(data)
    pdf.pages[0].BleedBox = pikepdf.Array([5, 5, WIDTH + 15, HEIGHT + 15])
    out = io.BytesIO()
    pdf.save(out)
    row = pixels(impose(out.getvalue(), paper=(450, 320)), tmp_path)[5]
    # the fold mark is grey at the most
    assert set(row) <= {WHITE, *{(v, v, v) for v in range(256)}}


def test_marks_stand_outside_the_bleed(tmp_path: Path) -> None:
    plain, marked = (
        pixels(impose(numbered(4), paper=(450, 320), marks=on), tmp_path, dpi=144)
        for on in (False, True)
    )
    left, top, scale = round(15 * MM * 2), round(11.5 * MM * 2), 2
    inside = [
        (x, y)
        for y in range(top, len(plain) - top, 7)
        for x in range(left, len(plain[0]) - left, 7)
    ]
    assert all(plain[y][x] == marked[y][x] for x, y in inside)
    assert any(pixel != WHITE for pixel in marked[round(6 * MM * scale)][left - 3 : left + 4])
    assert all(pixel == WHITE for pixel in plain[round(6 * MM * scale)][left - 3 : left + 4])
    fold = round(225 * MM * scale)
    # the fold is always marked
    assert any(pixel != WHITE for row in plain[: top - 4] for pixel in row[fold - 2 : fold + 3])


def test_a_sheet_without_room_has_no_marks() -> None:
    pdf = opened(impose(numbered(4), marks=True))
    assert b" l S" not in pdf.pages[0].Contents.read_bytes()


# -- the file --------------------------------------------------------------------------------------


def test_the_same_file_gives_the_same_bytes() -> None:
    data = numbered(12)
    assert impose(data, thickness=0.1) == impose(data, thickness=0.1)
    assert impose(data)[-400:] != impose(data, creep=1.0)[-400:]  # the ID tells them apart


def test_fonts_and_images_are_shared_and_the_file_does_not_grow() -> None:
    data = numbered(16)
    booklet = impose(data)
    assert booklet.count(b"/Helvetica") == 1
    assert booklet.count(b"/Subtype /Image") == 1
    assert len(booklet) < len(data) + 6000


def test_title_and_metadata_stay_and_the_printer_is_asked_for_both_sides() -> None:
    pdf = opened(numbered(4))
    pdf.Root.Lang = pikepdf.String("zh-CN")
    pdf.Root.Metadata = pdf.make_stream(
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        Type=pikepdf.Name.Metadata,
        Subtype=pikepdf.Name.XML,
    )
    pdf.Root.Outlines = pikepdf.Dictionary(Type=pikepdf.Name.Outlines)
    out = io.BytesIO()
    pdf.save(out, fix_metadata_version=False)
    booklet = opened(impose(out.getvalue()))
    assert str(booklet.docinfo["/Title"]) == "Booklet"
    assert booklet.Root.Metadata.read_bytes() == b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    assert str(booklet.Root.Lang) == "zh-CN"
    assert booklet.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    assert booklet.Root.ViewerPreferences.PrintScaling == "/None"
    assert "/Outlines" not in booklet.Root


def test_a_booklet_does_not_claim_the_structure_that_it_lost() -> None:
    pdf = opened(numbered(4))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfuaid:part"] = "1"
        metadata["dc:title"] = "Booklet"
    out = io.BytesIO()
    pdf.save(out)
    booklet = opened(impose(out.getvalue()))
    said = booklet.Root.Metadata.read_bytes()
    assert b"Booklet" in said
    assert b"pdfuaid:part" not in said


def test_turned_pages_are_laid_upright(tmp_path: Path) -> None:
    pdf = opened(pdf_of([b"BT /F 12 Tf 20 20 Td (turned) Tj ET"] * 4, size=(HEIGHT, WIDTH)))
    for page in pdf.pages:
        page.Rotate = 90
    out = io.BytesIO()
    pdf.save(out)
    path = written(impose(out.getvalue()), tmp_path)
    assert half(path, 1, left=True) == half(path, 1, left=False) == ["turned"]


# -- bad input -------------------------------------------------------------------------------------


def refused(data: bytes, **how) -> str:
    with pytest.raises(ExportError) as caught:
        impose(data, **how, name="issue.pdf")
    assert "issue.pdf" in caught.value.zh
    assert "issue.pdf" in caught.value.en
    return caught.value.en


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG\r\n\x1a\n" + bytes(500), b"PK\x03\x04"])
def test_what_is_no_pdf(data: bytes) -> None:
    assert "not a PDF" in refused(data)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.99])
def test_a_pdf_cut_short(cut: float) -> None:
    data = numbered(8)
    assert "damaged" in refused(data[: int(len(data) * cut)])


def test_a_pdf_with_a_broken_stream() -> None:
    data = bytearray(numbered(4))
    at = data.index(b"stream\n", data.index(b"FlateDecode")) + 9
    data[at : at + 20] = bytes(20)
    assert "damaged" in refused(bytes(data))


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_pdf(user: str) -> None:
    out = io.BytesIO()
    opened(numbered(4)).save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert ("password" if user else "encrypted") in refused(out.getvalue())


def test_pages_of_different_size() -> None:
    pdf = opened(numbered(4))
    pdf.pages[2].TrimBox = pikepdf.Array([0, 0, 400, 400])
    out = io.BytesIO()
    pdf.save(out)
    assert "page 3 differs" in refused(out.getvalue())


def test_pages_larger_than_half_the_sheet() -> None:
    assert "do not fit" in refused(numbered(4), paper=(297, 210))


def test_a_pdf_without_pages() -> None:
    pdf = pikepdf.new()
    out = io.BytesIO()
    pdf.save(out)
    assert "no pages" in refused(out.getvalue())


# perfect binding


def test_signatures_follow_each_other_and_their_spines_make_stairs(tmp_path: Path) -> None:
    data = impose(numbered(16), signature=8, marks=True, paper=PAPERS["SRA3"])
    (tmp_path / "signed.pdf").write_bytes(data)
    sheet = (450 * MM, 320 * MM)
    for side, left, right in ((1, "p008", "p001"), (5, "p016", "p009")):
        assert set(half(tmp_path / "signed.pdf", side, left=True, sheet=sheet)) == {left}
        assert set(half(tmp_path / "signed.pdf", side, left=False, sheet=sheet)) == {right}
    spines = [
        [row for row, line in enumerate(pixels(data, tmp_path, side)) if line[636] == (0, 0, 0)]
        for side in (1, 3, 5)
    ]
    first, inner, second = spines
    assert inner == []
    assert len(first) >= 12  # 5 mm at 72 dpi, but for what is drawn in part
    assert second[0] > first[0]


def test_each_signature_creeps_by_itself() -> None:
    whole, signed = (impose(numbered(16), creep=3.0, signature=one) for one in (0, 8))
    assert whole != signed
