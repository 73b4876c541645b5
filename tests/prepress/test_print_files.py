"""What a file made for a preset says it is, and whether it is that: PDF/X-1a, PDF/X-4 with
PDF/A-2b, PDF/A-2u.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from paint_editions import edition, line, page, run
from PIL import Image
from print_reading import everything, instructions, metadata, opened

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import PhotoError, Source
from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.page.item import BLACK, Box, Ink, Picture, Rule
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset

NAMES = ("print", "print-x1a", "screen", "archive", "grey")
DAY = datetime.date(2025, 8, 15)
RED = Ink("red", (0.78, 0.09, 0.11), None, spot=True)


@pytest.fixture(scope="module")
def issue(faces: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A page with everything that can be drawn: text in three colours, a box, rules, photos in RGB,
    grey, and with transparency.
    """
    folder = tmp_path_factory.mktemp("photos")
    Image.effect_noise((40, 30), 50).convert("RGB").save(folder / "rgb.jpg")
    Image.effect_noise((40, 30), 50).save(folder / "grey.png")
    Image.new("RGBA", (40, 30), (200, 30, 30, 128)).save(folder / "clear.png")
    song = faces.face("song")
    one = page(
        line(run(song, "正文")),
        line(run(song, "红字", y=80, ink=RED)),
        line(run(song, "蓝字", y=100, ink=Ink("blue", (0.1, 0.3, 0.6)))),
    )
    one.boxes.append(Box(0, 0, 300, 30, RED))
    one.rules += [Rule(0, 120, 300, 120, 1, BLACK), Rule(0, 130, 300, 130, 1, RED)]
    one.pictures += [
        Picture(20, 150 + 60 * k, 50, 40, str(path), "")
        for k, path in enumerate(sorted(folder.iterdir()))
    ]
    return replace(
        edition(one, page(line(run(song, "第二页")), number=2), title="简报 <第 1 期> & (副刊)"),
        date=DAY,
    )


@pytest.fixture(scope="module")
def files(issue: Edition, faces: Catalogue) -> dict[str, bytes]:
    return {name: write_pdf(issue, faces, preset=load_preset(name)) for name in NAMES}


@pytest.fixture(scope="module", params=NAMES)
def pdf(
    request: pytest.FixtureRequest, files: dict[str, bytes]
) -> Iterator[tuple[str, pikepdf.Pdf]]:
    with opened(files[request.param]) as file:
        yield request.param, file


@pytest.mark.parametrize("name", NAMES)
def test_the_same_issue_gives_the_same_bytes(
    issue: Edition, faces: Catalogue, files: dict[str, bytes], name: str
) -> None:
    assert write_pdf(issue, faces, preset=load_preset(name)) == files[name]


def test_another_issue_is_another_document(
    issue: Edition, faces: Catalogue, files: dict[str, bytes]
) -> None:
    other = opened(write_pdf(replace(issue, title="别的"), faces, preset=load_preset("print")))
    with opened(files["print"]) as file:
        assert metadata(other)["xmpMM:DocumentID"] != metadata(file)["xmpMM:DocumentID"]
        assert other.trailer.ID[0] != file.trailer.ID[0]


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("print", "1.6"),
        ("print-x1a", "1.4"),
        ("screen", "1.7"),
        ("archive", "1.7"),
        ("grey", "1.6"),
    ],
)
def test_each_standard_has_its_version_of_pdf_and_object_streams_from_1_5_on(
    files: dict[str, bytes], name: str, version: str
) -> None:
    assert files[name].startswith(f"%PDF-{version}".encode())
    assert {b"/ObjStm" in files[name], b"/XRef" in files[name]} == {version > "1.4"}


def test_info_and_metadata_say_the_same(pdf: tuple[str, pikepdf.Pdf]) -> None:
    info, said = pdf[1].docinfo, metadata(pdf[1])
    assert said["dc:title"] == str(info.Title) == "简报 <第 1 期> & (副刊)"
    assert said["dc:creator"] == str(info.Author)
    assert said["pdf:Producer"] == str(info.Producer)
    assert said["xmp:CreatorTool"] == str(info.Creator)
    assert said["pdf:Trapped"] == str(info.Trapped).removeprefix("/") == "False"
    assert (
        said["xmp:CreateDate"]
        == said["xmp:ModifyDate"]
        == said["xmp:MetadataDate"]
        == "2025-08-15T00:00:00+08:00"
    )
    assert str(info.CreationDate) == str(info.ModDate) == "D:20250815000000+08'00'"
    assert re.fullmatch(
        r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        said["xmpMM:DocumentID"],
    )
    assert (said["xmpMM:RenditionClass"], said["xmpMM:VersionID"]) == ("default", "1")


def test_metadata_stands_uncompressed_in_the_file(pdf: tuple[str, pikepdf.Pdf]) -> None:
    assert "/Filter" not in pdf[1].Root.Metadata


def test_an_undated_issue_and_one_written_at_a_given_moment_say_when(
    issue: Edition, faces: Catalogue
) -> None:
    undated = opened(write_pdf(replace(issue, date=None), faces, preset=load_preset("print")))
    assert metadata(undated)["xmp:CreateDate"].startswith("2000-01-01T")
    west = datetime.datetime(
        2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(-datetime.timedelta(hours=3, minutes=30))
    )
    dated = opened(write_pdf(issue, faces, preset=load_preset("print"), moment=west))
    assert metadata(dated)["xmp:CreateDate"] == "2026-01-02T03:04:05-03:30"
    assert str(dated.docinfo.CreationDate) == "D:20260102030405-03'30'"
    nowhere = opened(
        write_pdf(issue, faces, preset=load_preset("print"), moment=west.replace(tzinfo=None))
    )
    assert metadata(nowhere)["xmp:CreateDate"] == "2026-01-02T03:04:05+08:00"
    assert str(nowhere.docinfo.CreationDate) == "D:20260102030405+08'00'"


def test_each_file_carries_the_mark_of_its_standard_and_no_other(
    pdf: tuple[str, pikepdf.Pdf],
) -> None:
    name, file = pdf
    said = metadata(file)
    marks = {
        key: value
        for key, value in said.items()
        if key.startswith(("pdfaid:", "pdfxid:", "pdfuaid:"))
    }
    x4 = {"pdfaid:part": "2", "pdfaid:conformance": "B", "pdfxid:GTS_PDFXVersion": "PDF/X-4"}
    expected = {"print": x4, "grey": x4, "archive": {"pdfaid:part": "2", "pdfaid:conformance": "U"}}
    # the screen's PDF/UA needs a structure, which this edition does not have
    assert marks == expected.get(name, {})
    assert ("/GTS_PDFXVersion" in file.docinfo) == (name == "print-x1a")


def test_the_output_intents_share_one_whole_profile(pdf: tuple[str, pikepdf.Pdf]) -> None:
    name, file = pdf
    intents = list(file.Root.OutputIntents)
    kinds = {
        "print": ["/GTS_PDFX", "/GTS_PDFA1"],
        "grey": ["/GTS_PDFX", "/GTS_PDFA1"],
        "print-x1a": ["/GTS_PDFX"],
    }
    assert [str(intent.S) for intent in intents] == kinds.get(name, ["/GTS_PDFA1"])
    assert len({intent.DestOutputProfile.objgen for intent in intents}) == 1
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    four_inks, black, screen = (
        (b"prtrCMYK", 4, "FOGRA39"),
        (b"prtrGRAY", 1, "FOGRA39 K"),
        (b"mntrRGB ", 3, "sRGB IEC61966-2.1"),
    )
    expected = {"print": four_inks, "print-x1a": four_inks, "grey": black}.get(name, screen)
    assert (data[12:20], int(profile.N), str(intents[0].OutputConditionIdentifier)) == expected
    # where nobody has registered black alone
    assert ("/RegistryName" in intents[0]) == (name != "grey")


RGB_OPERATORS = {"rg", "RG"}


def colour_spaces(file: pikepdf.Pdf) -> set[str]:
    """The names of all colour spaces that images, separations and resources name."""
    found: set[str] = set()
    for thing in everything(file):
        space = thing.get("/ColorSpace")
        if isinstance(space, pikepdf.Dictionary):
            found |= {
                str(part)
                for one in space.values()
                for part in one
                if isinstance(part, pikepdf.Name)
            }
        elif space is not None:
            found |= {
                str(part)
                for part in (space if isinstance(space, pikepdf.Array) else [space])
                if isinstance(part, pikepdf.Name)
            }
    return found


@pytest.mark.parametrize("name", ["print", "print-x1a", "grey"])
def test_no_rgb_is_left_in_a_file_for_print(files: dict[str, bytes], name: str) -> None:
    with opened(files[name]) as file:
        assert not colour_spaces(file) & {"/DeviceRGB", "/CalRGB", "/Lab", "/Indexed"}
        for one in file.pages:
            assert not {operator for operator, _ in instructions(one)} & RGB_OPERATORS


def test_an_x1a_has_no_transparency_no_icc_colours_and_no_layers(files: dict[str, bytes]) -> None:
    with opened(files["print-x1a"]) as file:
        assert "/ICCBased" not in colour_spaces(file)
        for thing in everything(file):
            assert "/SMask" not in thing
            assert "/Group" not in thing
            if thing.get("/Type") == "/ExtGState":
                assert set(thing.keys()) == {"/Type", "/OP", "/op", "/OPM"}
        assert "/OCProperties" not in file.Root


def test_overprint_is_all_that_a_graphics_state_sets(files: dict[str, bytes]) -> None:
    with opened(files["print"]) as file:
        states = file.pages[0].Resources.ExtGState
        assert {
            name: (bool(state.OP), bool(state.op), int(state.OPM)) for name, state in states.items()
        } == {
            "/GO": (True, True, 1),
            "/GK": (False, False, 1),
        }


def test_the_photos_of_an_archive_keep_their_colours(files: dict[str, bytes]) -> None:
    with opened(files["archive"]) as file:
        assert {"/DeviceRGB", "/DeviceGray"} <= colour_spaces(file)


def test_every_font_is_embedded(pdf: tuple[str, pikepdf.Pdf]) -> None:
    descriptors = [thing for thing in everything(pdf[1]) if thing.get("/Type") == "/FontDescriptor"]
    assert descriptors
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
    assert not [thing for thing in everything(pdf[1]) if thing.get("/Subtype") == "/Type1"]


def test_a_plain_export_has_none_of_all_this(issue: Edition, faces: Catalogue) -> None:
    plain = opened(write_pdf(issue, faces))
    assert not {"/OutputIntents", "/Metadata"} & set(plain.Root.keys())
    assert "/CreationDate" not in plain.docinfo


def test_a_title_that_xml_cannot_hold_is_the_same_in_both_places(
    issue: Edition, faces: Catalogue
) -> None:
    file = opened(
        write_pdf(replace(issue, title="简\x07报\ud800"), faces, preset=load_preset("print"))
    )
    assert metadata(file)["dc:title"] == str(file.docinfo.Title) == "简\ufffd报\ufffd"


def test_a_file_without_an_author_names_none(issue: Edition, faces: Catalogue) -> None:
    file = opened(write_pdf(replace(issue, author=""), faces, preset=load_preset("print")))
    assert "/Author" not in file.docinfo
    assert "dc:creator" not in metadata(file)


def test_long_issues_are_the_same_with_more_workers(
    issue: Edition, faces: Catalogue, files: dict[str, bytes]
) -> None:
    assert write_pdf(issue, faces, workers=2, preset=load_preset("print")) == files["print"]


def test_a_photo_that_is_gone_stops_the_export(faces: Catalogue, tmp_path: Path) -> None:
    lost = page()
    lost.pictures.append(Picture(0, 0, 10, 10, str(tmp_path / "gone.jpg"), ""))
    with pytest.raises(PhotoError, match=r"gone\.jpg"):
        write_pdf(edition(lost), faces, preset=load_preset("print"))


def test_an_issue_without_a_publication_yet_is_called_by_its_number(faces: Catalogue) -> None:
    issue = Issue(Masthead(number=7), (), Path(), Source("issue.md"))
    assert compose(issue, load_layout("jianbao-a4"), faces).title == "第7期"
