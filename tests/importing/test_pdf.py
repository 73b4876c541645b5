"""A PDF as hard-wrapped text: its lines rejoined, heads and page numbers left out, photos kept."""

import io

import pytest
from pdf_made import FONT, LEFT, WIDTH, jpeg, made, page, pdf, read_pdf
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from seen_documents import SeenDocument

from layouts.errors import ManuscriptError
from layouts.issue.photo import Side

FULL = (WIDTH - 2 * LEFT) // 12
"""Hanzi that fill a line."""

TEXT = (
    "清晨的河堤上站满了来看水情的人，大家谈着上游的雨量，也谈着田里刚刚插下去的秧苗。"
    "老支书扛着铁锹走在最前面，身后跟着十几个年轻人，他们要赶在中午以前把缺口填好。"
    "孩子们提着水壶来回跑，谁渴了就递上一碗，笑声从这头传到那头，连风里都带着土的味道。"
)


def lines(count, length=FULL):
    """A paragraph of full lines with its first indented, ended by a short one."""
    text = TEXT * 5
    first = "　　" + text[: length - 2]
    rest = [text[length * n - 2 : length * (n + 1) - 2] for n in range(1, count)]
    return [first, *rest, "收工了。"]


def test_lines_are_rejoined_to_paragraphs(tmp_path):
    one, two = lines(4), lines(3)
    seen = made(tmp_path, [one + two])
    assert seen.strings == ["".join(one).strip("　"), "".join(two).strip("　")]
    assert [each.look.indent for each in seen.paragraphs] == [2.0, 2.0]
    assert seen.codes == ["lines-rejoined"]


def test_a_paragraph_goes_on_over_a_page(tmp_path):
    one = lines(8)
    seen = made(tmp_path, [one[:4], one[4:]])
    assert seen.strings == ["".join(one).strip("　")]


def test_indents_are_seen_where_nothing_is_typed(tmp_path):
    def draw(canvas, _number):
        page(canvas, [TEXT[: FULL - 2]], left=LEFT + 24)
        page(canvas, [TEXT[:FULL], "完。"], top=580)

    assert made(tmp_path, [[]], draw=draw).paragraphs[0].look.indent == 2.0


def test_running_heads_and_page_numbers_are_told_as_lost(tmp_path):
    pages = [lines(6), lines(7), lines(5)]
    seen = made(tmp_path, pages, head="河堤周报 第12期", foot="— {} —")
    assert "周报" not in "".join(seen.strings)
    assert ("running-head", "河堤周报 第12期") in seen.lost
    assert {text for code, text in seen.lost if code == "page-number"} == {
        f"— {n} —" for n in (1, 2, 3)
    }


def test_a_number_alone_at_the_foot_of_the_only_page_is_its_number(tmp_path):
    seen = made(tmp_path, [lines(3)], foot="{}")
    assert seen.lost == {("page-number", "1")}


def test_titles_keep_their_size_and_place(tmp_path):
    def draw(canvas, _number):
        page(canvas, ["|大河报春"], size=22, top=650)

    seen = made(tmp_path, [lines(3)], draw=draw)
    title = next(each for each in seen.paragraphs if each.text.string == "大河报春")
    assert (title.look.size, title.look.centred) == (22.0, True)


def test_spaces_that_were_typed_stay_and_gaps_of_justified_lines_do_not(tmp_path):
    def draw(canvas, _number):
        text = canvas.beginText(LEFT, 600)
        text.setFont(FONT, 12)
        text.setCharSpace(2)
        text.textOut("李 明参加会议听取汇报")
        canvas.drawText(text)

    assert made(tmp_path, [[]], draw=draw).strings == ["李 明参加会议听取汇报"]


# --- photos ---------------------------------------------------------------------------------------


def with_photo(folder, left, *, narrow=None, data=None, width=150):
    def draw(canvas, _number):
        canvas.drawImage(ImageReader(io.BytesIO(data or jpeg())), left, 480, width, 110)

    text = lines(5, FULL if narrow is None else narrow)
    return made(folder, [text + lines(9)], draw=draw)


def test_a_photo_is_the_jpeg_of_the_file(tmp_path):
    data = jpeg(200, 150)
    (photo,) = with_photo(tmp_path, 300, narrow=18, data=data).photos
    assert photo.path.read_bytes() == data


def test_a_photo_beside_lines_has_its_side_and_share(tmp_path):
    (photo,) = with_photo(tmp_path, 300, narrow=18).photos
    assert photo.side is Side.RIGHT
    assert photo.share == pytest.approx(150 / 396, rel=0.02)


def test_a_photo_that_no_jpeg_holds_becomes_a_png(tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (80, 60), (200, 30, 30)).save(out, "PNG")
    (photo,) = with_photo(tmp_path, 300, narrow=18, data=out.getvalue()).photos
    with Image.open(photo.path) as image:
        assert (image.format, image.size, image.getpixel((5, 5))) == (
            "PNG",
            (80, 60),
            (200, 30, 30),
        )


def test_a_photo_stands_before_the_paragraph_it_is_beside(tmp_path):
    def draw(canvas, _number):
        canvas.drawImage(ImageReader(io.BytesIO(jpeg())), 150, 430, 200, 100)
        page(canvas, lines(2), top=400)

    seen = made(tmp_path, [lines(2)], draw=draw)
    assert [type(block).__name__ for block in seen.blocks] == [
        "ReceivedParagraph",
        "ReceivedPhoto",
        "ReceivedParagraph",
    ]


def test_a_picture_on_every_page_is_none_of_the_text(tmp_path):
    def draw(canvas, _number):
        canvas.drawImage(ImageReader(io.BytesIO(jpeg())), 400, 640, 60, 45)

    seen = made(tmp_path, [lines(3), lines(4), lines(5)], draw=draw)
    assert seen.photos == []
    assert {code for code, _ in seen.lost} == {"header-photo"}


# --- what cannot be read --------------------------------------------------------------------------


def test_a_pdf_with_a_password_is_refused_with_a_sentence(tmp_path):
    path = pdf(tmp_path, [lines(2)], encrypt=StandardEncryption("secret"))
    with pytest.raises(ManuscriptError, match="密码"):
        read_pdf(path)


def test_one_that_only_may_not_be_printed_is_read(tmp_path):
    locked = StandardEncryption("", ownerPassword="owner", canPrint=0, canCopy=0)
    assert SeenDocument(read_pdf(pdf(tmp_path, [lines(2)], encrypt=locked))).strings


def test_a_scan_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ManuscriptError, match="扫描"):
        read_pdf(pdf(tmp_path, [[], []], photo=True))


def test_an_empty_one_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ManuscriptError, match="没有文字"):
        read_pdf(pdf(tmp_path, [[]]))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf at all"])
def test_a_damaged_one_is_refused_with_a_sentence(tmp_path, data):
    path = tmp_path / "made.pdf"
    path.write_bytes(data)
    with pytest.raises(ManuscriptError, match="打不开"):
        read_pdf(path)


def test_one_that_is_missing_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ManuscriptError, match="不存在"):
        read_pdf(tmp_path / "none.pdf")


def test_one_with_more_pages_than_any_manuscript_is_refused(tmp_path):
    with pytest.raises(ManuscriptError, match="太长"):
        read_pdf(pdf(tmp_path, [["x"]] * 301))


@pytest.mark.parametrize("what", ["MOST_SIGNS", "MOST_OBJECTS"])
def test_one_in_which_more_is_drawn_than_in_any_manuscript_is_refused(tmp_path, monkeypatch, what):
    monkeypatch.setattr(f"layouts.importing.readers.pdf.pdfium.{what}", 100)
    path = pdf(tmp_path, [[TEXT[:FULL]] * 3] * 60)
    with pytest.raises(ManuscriptError, match="PDF 太长"):
        read_pdf(path)


def test_photos_that_take_too_long_to_decode_are_told_as_lost(tmp_path, monkeypatch):
    monkeypatch.setattr("layouts.importing.readers.pdf.pdfium.MOST_DECODED", 50)

    def draw(canvas, _):
        canvas.drawImage(ImageReader(Image.new("RGB", (80, 60), "red")), 100, 100, 200, 150)

    found = made(tmp_path, [[TEXT[:FULL]] * 3], draw=draw)
    assert "metafile" in {lost.code for lost in found.document.lost}
