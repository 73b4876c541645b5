"""Photos beside the text: by name, mention, number or folder to their article and place; what
belongs to none is kept and told.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from arriving import codes, imported, of, photo, photo_names, photo_place, text, write
from PIL import Image

from layouts.importing.registry import SourceKind
from layouts.issue.photo import Photo

TWO = ("文化馆开放读书角", "图书馆举办冬季讲座")


def two(folder: Path) -> None:
    """Two manuscripts in one folder, so that a folder alone says nothing."""
    write(folder / "01读书角.txt", text(TWO[0], 3))
    write(folder / "02冬季讲座.txt", text(TWO[1], 8).replace("读书角", "讲座"))


@pytest.mark.parametrize(
    "name",
    [
        "01读书角.jpg",
        "01读书角1.jpg",
        "01读书角-2.jpg",
        "01读书角（3）.jpg",
        "01读书角 照片1.jpg",
        "读书角+照片1.jpg",
        "文化馆开放读书角 附图1.png",
        "01-1.jpg",
        "1_2.jpg",
        "1.jpg",
    ],
)
def test_a_photo_called_like_a_manuscript_or_numbered_so_is_its(tmp_path: Path, name: str) -> None:
    two(tmp_path / "in")
    photo(tmp_path / "in" / name)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "01读书角.txt")) == [name]
    assert photo_names(of(result, "02冬季讲座.txt")) == []


@pytest.mark.parametrize(
    "name", ["IMG_2031.jpg", "微信图片_20260312.jpg", "图1.jpg", "DSC0001.jpg"]
)
def test_photos_in_the_folder_of_the_only_manuscript_are_its(tmp_path: Path, name: str) -> None:
    write(tmp_path / "in" / "甲" / "读书角.txt", text(TWO[0]))
    write(tmp_path / "in" / "乙" / "讲座.txt", text(TWO[1], 8))
    photo(tmp_path / "in" / "甲" / name)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "读书角.txt")) == [name]


BY_CAMERA = ["IMG_20261108_091803.jpg", "PXL_20261108_091803123.jpg", "2026-11-08 09.18.03.jpg"]


@pytest.mark.parametrize("name", BY_CAMERA)
@pytest.mark.parametrize("told", ["11月8日", "2026年11月8日", "十一月八日", "１１月８日"])
def test_a_photo_of_the_day_that_one_text_tells_of_is_its(
    tmp_path: Path, name: str, told: str
) -> None:
    write(tmp_path / "in" / "甲.txt", text(TWO[0]).replace("近日", told))
    write(tmp_path / "in" / "乙.txt", text(TWO[1], 8).replace("近日", "11月9日"))
    photo(tmp_path / "in" / name)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "甲.txt")) == [name]
    assert "photo-placed" in codes(of(result, "甲.txt"))


def test_the_day_stands_in_the_photo_where_its_name_says_none(tmp_path: Path) -> None:
    write(tmp_path / "in" / "甲.txt", text(TWO[0]).replace("近日", "11月8日"))
    write(tmp_path / "in" / "乙.txt", text(TWO[1], 8).replace("近日", "11月9日"))
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:09 23:30:15"
    Image.new("RGB", (40, 30)).save(tmp_path / "in" / "DSC_0412.JPG", exif=exif)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "乙.txt")) == ["DSC_0412.JPG"]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("IMG_20261108_091803.jpg", "11月8日", "11月8日"),  # two tell of it
        ("IMG_20261108_091803.jpg", "11月7日", "11月9日"),  # nobody does
        ("IMG_20261108_091803.jpg", "2025年11月8日", "11月9日"),  # another year's
        ("IMG_20261108_091803.jpg", "12月1日，定于11月8日", "11月9日"),  # in passing
        ("微信图片_20261108091803.jpg", "11月8日", "11月9日"),  # saved then, taken who knows when
        ("IMG_20269908_091803.jpg", "11月8日", "11月9日"),  # no day
    ],
)
def test_a_day_that_says_nothing_gives_a_photo_to_nobody(
    tmp_path: Path, name: str, first: str, second: str
) -> None:
    write(tmp_path / "in" / "甲.txt", text(TWO[0]).replace("近日", first))
    write(tmp_path / "in" / "乙.txt", text(TWO[1], 8).replace("近日", second))
    photo(tmp_path / "in" / name)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert codes(of(result, name)) == {"photo-unmatched"}


def test_photos_in_a_folder_of_their_own_are_those_of_the_manuscript_above(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    photo(tmp_path / "in" / "照片" / "IMG_1.jpg")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "读书角.txt")) == ["IMG_1.jpg"]


def test_a_folder_called_like_one_of_the_manuscripts_holds_its_photos(tmp_path: Path) -> None:
    two(tmp_path / "in")
    photo(tmp_path / "in" / "冬季讲座照片" / "IMG_1.jpg")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "02冬季讲座.txt")) == ["IMG_1.jpg"]


def test_a_photo_that_the_text_names_stands_at_that_paragraph(tmp_path: Path) -> None:
    two(tmp_path / "in")
    path = tmp_path / "in" / "01读书角.txt"
    path.write_text(
        path.read_text("utf8").replace("由志愿者", "（见IMG_2031.jpg）由志愿者"), "utf8"
    )
    photo(tmp_path / "in" / "IMG_2031.jpg")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_place(of(result, "01读书角.txt"), "IMG_2031.jpg") == 1


def test_a_photo_stands_where_the_text_speaks_of_its_number(tmp_path: Path) -> None:
    content = text(TWO[0]).replace("由志愿者", "（如图2所示）由志愿者")
    write(tmp_path / "in" / "读书角.txt", content)
    photo(tmp_path / "in" / "图2.jpg")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_place(of(result, "读书角.txt"), "图2.jpg") == 1


def test_a_caption_without_its_photo_gets_the_photo_of_its_number(tmp_path: Path) -> None:
    first, *rest = text(TWO[0]).split("\n\n")
    content = "\n\n".join(
        [first, rest[0], "图1：读书角门口", rest[1], "图2：志愿者值守", *rest[2:]]
    )
    write(tmp_path / "in" / "读书角.txt", content)
    photo(tmp_path / "in" / "图2.jpg")
    photo(tmp_path / "in" / "图1.jpg", "red")
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    photos = [one for one in source.articles[0].article.blocks if isinstance(one, Photo)]
    assert [(Path(one.path).name, one.caption.string) for one in photos] == [
        ("图1.jpg", "图1：读书角门口"),
        ("图2.jpg", "图2：志愿者值守"),
    ]
    assert not source.doubts
    assert not source.lost


def test_a_caption_whose_photo_did_not_come_stays_doubtful_and_lost(tmp_path: Path) -> None:
    first, *rest = text(TWO[0]).split("\n\n")
    write(
        tmp_path / "in" / "读书角.txt", "\n\n".join([first, rest[0], "图1：读书角门口", *rest[1:]])
    )
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    assert [doubt.code for doubt in source.doubts] == ["caption-without-photo"]
    assert [lost.text for lost in source.lost] == ["图1：读书角门口"]


def test_photos_nothing_is_said_of_are_spread_over_the_paragraphs_in_their_order(
    tmp_path: Path,
) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    for number in (10, 2, 1):
        photo(tmp_path / "in" / f"读书角-{number}.jpg")
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    places = [photo_place(source, f"读书角-{number}.jpg") for number in (1, 2, 10)]
    assert places == [0, 1, 2]


def test_a_photo_of_nobody_is_a_source_of_its_own_with_a_warning(tmp_path: Path) -> None:
    two(tmp_path / "in")
    photo(tmp_path / "in" / "IMG_9.jpg")
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "IMG_9.jpg")
    assert source.kind == SourceKind.PHOTO
    assert codes(source) == {"photo-unmatched"}


def test_a_name_that_two_manuscripts_could_claim_is_nobodys(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角开放.txt", text(TWO[0]))
    write(tmp_path / "in" / "读书角开放二期.txt", text(TWO[1], 8))
    write(tmp_path / "in" / "读书角开放三期.txt", text("读书角再开放", 9))
    photo(tmp_path / "in" / "图.jpg")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert codes(of(result, "图.jpg")) == {"photo-unmatched"}


def test_a_photo_is_offered_to_its_article_with_a_notice(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    photo(tmp_path / "in" / "读书角.jpg")
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    assert [finding.code for finding in source.findings] == ["photo-placed"]
    assert [finding.level for finding in source.findings] == ["notice"]


def test_an_iphone_photo_is_a_photo(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    sample = Path(__file__).parents[1] / "imaging" / "phone.heic"
    (tmp_path / "in" / "读书角.HEIC").write_bytes(sample.read_bytes())
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    assert [finding.code for finding in source.findings] == ["photo-placed"]


def test_an_iphone_photo_that_nothing_here_reads_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    (tmp_path / "in" / "IMG_1.HEIC").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert codes(of(result, "IMG_1.HEIC")) == {"photo-heic"}
    assert "JPEG" in of(result, "IMG_1.HEIC").findings[0].zh


def test_a_damaged_photo_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    (tmp_path / "in" / "读书角.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert photo_names(of(result, "读书角.txt")) == []
    assert codes(of(result, "读书角.jpg")) == {"photo-unusable"}


def test_photos_of_twelve_megapixels_come_in_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text(TWO[0]))
    Image.new("L", (4000, 3000), 128).save(tmp_path / "in" / "读书角.jpg")
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.txt")
    assert photo_names(source) == ["读书角.jpg"]
    assert not (tmp_path / "store").exists(), "referred to where it lies"


def scene(path: Path, size: tuple[int, int], seed: int = 1, quality: int = 92) -> Path:
    """A photo of clouds, another for each seed."""
    noise = Image.frombytes("RGB", (8, 6), Random(seed).randbytes(144))
    path.parent.mkdir(parents=True, exist_ok=True)
    noise.resize(size, Image.Resampling.BICUBIC).save(path, quality=quality)
    return path


def with_a_photo_inside(folder: Path) -> None:
    """Our own Markdown stands for any manuscript that has a photo of its own."""
    scene(folder / "小" / "a.jpg", (400, 300), quality=60)
    content = (
        f"### {TWO[0]}\n\n![门口](小/a.jpg){{side=left width=12em}}\n\n正文一段，说一说读书角。\n"
    )
    write(folder / "读书角.md", "---\npublication: 河湾简报\n---\n\n## 【要闻】\n\n" + content)


def test_a_photo_that_is_inside_the_manuscript_too_stands_once_from_the_larger_file(
    tmp_path: Path,
) -> None:
    with_a_photo_inside(tmp_path / "in")
    original = scene(tmp_path / "in" / "IMG_1.jpg", (4000, 3000))
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.md")
    (shot,) = [one for one in source.articles[0].article.blocks if isinstance(one, Photo)]
    assert (Path(shot.path), shot.caption.string, shot.width) == (original, "门口", 12)
    assert "photo-twice" in codes(source)


def test_the_next_shot_is_another_photo(tmp_path: Path) -> None:
    with_a_photo_inside(tmp_path / "in")
    scene(tmp_path / "in" / "IMG_2.jpg", (4000, 3000), seed=2)
    source = of(imported(tmp_path / "in", store=tmp_path / "store"), "读书角.md")
    assert sorted(photo_names(source)) == ["IMG_2.jpg", "a.jpg"]
