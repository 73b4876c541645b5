"""Art of the layout on the page: where it stands, what it stands for, what stands where it is not."""

from __future__ import annotations

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with, scan
from msgspec.structs import replace

from layouts.composer import Composer
from layouts.errors import LayoutError
from layouts.house.art import layout_pictures, pictures_named
from layouts.house.load import layout_of
from layouts.page.hit import HitKind, fixed_box, hit
from layouts.units import mm


def masthead_texts(edition):
    return [line.text for line in edition.pages[0].lines if line.role == "masthead"]


# -- place -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_art_stands_where_the_layout_says(tmp_path, catalogue, align) -> None:
    edition, layout = composed(issue_with(tmp_path, EMBLEM | {"align": align}), catalogue)
    (shape,) = edition.pages[0].shapes
    grid = layout.grid
    assert shape.height == pytest.approx(mm(26))
    assert shape.y == pytest.approx(mm(43))
    # the emblem is a ring of 96 by 96
    assert shape.width == pytest.approx(mm(26))
    room = grid.area_width - shape.width
    assert shape.x - grid.left == pytest.approx(
        {"left": 0, "center": room / 2, "right": room}[align]
    )


def test_a_place_from_the_edge_of_the_page(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, EMBLEM | {"x": "12mm"}), catalogue)
    assert edition.pages[0].shapes[0].x == pytest.approx(mm(12))


def test_art_fits_into_width_and_height(tmp_path, catalogue) -> None:
    edition, _ = composed(
        issue_with(tmp_path, NAME | {"width": "200mm", "height": "10mm"}), catalogue
    )
    shape = edition.pages[0].shapes[0]
    assert shape.height == pytest.approx(mm(10))
    assert shape.width < mm(60)


def test_what_is_painted_fills_the_frame(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, NAME), catalogue)
    (shape,) = edition.pages[0].shapes
    points = [
        point
        for fill in shape.fills
        for outline in fill.outlines
        for point in (outline.start, *(step[-2:] for step in outline.steps))
    ]
    assert min(x for x, _ in points) == pytest.approx(shape.x)
    assert max(x for x, _ in points) == pytest.approx(shape.x + shape.width)
    assert min(y for _, y in points) == pytest.approx(shape.y)
    assert max(y for _, y in points) == pytest.approx(shape.y + shape.height)


def test_art_at_the_foot(tmp_path, catalogue) -> None:
    table = {"file": "art/emblem.svg", "align": "right", "height": "12mm", "y": 0.5}
    issue = issue_with(tmp_path, table, part="colophon")
    edition, layout = composed(issue, catalogue)
    page = edition.pages[-1]
    (shape,) = page.shapes
    assert shape.role == "colophon"
    assert shape.x + shape.width == pytest.approx(layout.grid.left + layout.grid.area_width)
    first = min(line.y for line in page.lines if line.role == "colophon")
    # beside the lines of the colophon, none of which is a row higher than its top
    assert first - layout.colophon.leading < shape.y + 0.5 * layout.colophon.leading < page.height
    # an issue without a colophon has none of it
    bare = replace(issue, colophon=type(issue.colophon)())
    assert not any(page.shapes for page in composed(bare, catalogue)[0].pages)


# -- the line it stands for ------------------------------------------------------------------------


def test_the_name_in_type_gives_way_and_is_still_said(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, NAME), catalogue)
    assert "澜汀书讯" not in masthead_texts(edition)
    assert edition.pages[0].shapes[0].alt == "澜汀书讯"
    assert edition.title == "澜汀书讯 第9期"
    assert masthead_texts(edition)  # the other lines stand


def test_words_of_the_layout_count_first(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, EMBLEM), catalogue)
    assert edition.pages[0].shapes[0].alt == "澜汀市图书馆联盟徽标"
    assert "澜汀书讯" in masthead_texts(edition)


@pytest.mark.parametrize("fault", ["gone", "empty", "text", "folder", "png"])
def test_where_art_is_missing_the_name_stands_in_type(tmp_path, catalogue, fault) -> None:
    issue = issue_with(tmp_path, NAME)
    art = tmp_path / "art" / "name.svg"
    art.unlink()
    if fault == "empty":
        art.write_bytes(b"")
    elif fault == "text":
        art.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>')
    elif fault == "folder":
        art.mkdir()
    elif fault == "png":
        art.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    edition, _ = composed(issue, catalogue)
    assert "澜汀书讯" in masthead_texts(edition)
    assert not edition.pages[0].shapes
    (finding,) = [found for found in edition.findings if found.code == "art-unusable"]
    assert finding.level == "warning"
    assert "name.svg" in finding.zh
    assert "name.svg" in finding.en
    assert "文字" in finding.zh
    assert finding.page == 1


@pytest.mark.parametrize(
    "name",
    [
        "../out.svg",
        "/etc/x.svg",
        "C:\\x.svg",
        "a/b/c/d/e.svg",
        "x.txt",
        "photos/a.png",
        "con.svg",
        "",
    ],
)
def test_names_that_lead_elsewhere_are_refused_with_their_line(tmp_path, name) -> None:
    issue = issue_with(tmp_path, NAME)
    toml = (tmp_path / "house.toml").read_text("utf8")
    written = name.replace("\\", "\\\\")
    (tmp_path / "house.toml").write_text(toml.replace('"art/name.svg"', f'"{written}"'), "utf8")
    with pytest.raises(LayoutError) as raised:
        layout_of(issue)
    assert "masthead.art[1].file" in raised.value.en
    assert raised.value.source is not None
    assert raised.value.source.line == 1 + toml[: toml.index('file = "art')].count("\n")


def test_a_link_out_of_the_folder_is_refused(tmp_path) -> None:
    issue = issue_with(tmp_path / "home", NAME)
    (tmp_path / "secret.svg").write_text("<svg/>")
    art = tmp_path / "home" / "art" / "name.svg"
    art.unlink()
    art.symlink_to(tmp_path / "secret.svg")
    with pytest.raises(LayoutError, match="file"):
        layout_of(issue)


def test_art_needs_a_size(tmp_path) -> None:
    table = {key: value for key, value in NAME.items() if key != "width"}
    with pytest.raises(LayoutError, match="width or a height"):
        layout_of(issue_with(tmp_path, table))


def test_the_pictures_of_a_layout(tmp_path) -> None:
    issue = issue_with(tmp_path, NAME, EMBLEM, EMBLEM | {"align": "right"})
    assert layout_pictures(layout_of(issue)) == (
        str(tmp_path / "art" / "name.svg"),
        str(tmp_path / "art" / "emblem.svg"),
    )
    document = {"masthead": {"art": [{"file": "a.svg"}, {"file": "../b.svg"}, {"file": 3}, 4]}}
    assert pictures_named(document) == ("a.svg",)
    assert pictures_named({"masthead": 3, "colophon": {"art": {}}}) == ()


def test_what_an_issue_has_otherwise_lies_beside_the_issue(tmp_path, catalogue) -> None:
    issue = replace(
        issue_with(tmp_path, EMBLEM), design={"masthead.art": [NAME]}, layout="jianbao-a4"
    )
    edition, layout = composed(issue, catalogue)
    assert layout_pictures(layout) == (str(tmp_path / "art" / "name.svg"),)
    assert edition.pages[0].shapes[0].alt == "澜汀书讯"


# -- ink -------------------------------------------------------------------------------------------


def test_art_in_one_ink_leaves_white_white(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, EMBLEM | {"ink": "red"}), catalogue)
    inks = [fill.ink for fill in edition.pages[0].shapes[0].fills]
    assert {ink.name for ink in inks} == {"red", "white"}
    assert all(ink.spot == (ink.name == "red") for ink in inks)


def test_art_as_it_is_keeps_its_colours(tmp_path, catalogue) -> None:
    edition, _ = composed(issue_with(tmp_path, EMBLEM), catalogue)
    names = {fill.ink.name for fill in edition.pages[0].shapes[0].fills}
    assert names == {"red", "#1f4e79", "white"}  # this red is the layout's


def test_pixels_become_a_picture(tmp_path, catalogue) -> None:
    file = scan(tmp_path, "scan.png")
    edition, _ = composed(issue_with(tmp_path, NAME | {"file": file}), catalogue)
    (picture,) = edition.pages[0].pictures
    assert (picture.role, picture.alt) == ("masthead", "澜汀书讯")
    assert picture.ink is not None
    assert picture.ink.name == "red"
    assert picture.width == pytest.approx(2 * picture.height)


# -- the mouse, and editing ------------------------------------------------------------------------


def test_a_click_on_art_is_a_click_on_the_masthead(tmp_path, catalogue) -> None:
    for table in (NAME, NAME | {"file": scan(tmp_path, "scan.png")}):
        edition, _ = composed(issue_with(tmp_path, table), catalogue)
        page = edition.pages[0]
        (item,) = [*page.shapes, *page.pictures]
        assert hit(page, item.x + 5, item.y + item.height / 2).target is HitKind.MASTHEAD
        box = fixed_box(page, HitKind.MASTHEAD)
        assert box is not None
        assert box.top <= item.y


def test_a_ground_behind_the_page_does_not_answer(tmp_path, catalogue) -> None:
    ground = EMBLEM | {"x": "0mm", "y": "0mm", "height": "200mm", "behind": True}
    edition, _ = composed(issue_with(tmp_path, ground), catalogue)
    page = edition.pages[0]
    assert hit(page, 8, page.height / 3).target is HitKind.PAPER
    (line,) = [line for line in page.lines if line.text == "澜汀书讯"]
    assert hit(page, line.x + line.width / 2, line.y - 5).target is HitKind.MASTHEAD


def test_composing_again_reads_no_file_again(tmp_path, catalogue, monkeypatch) -> None:
    issue = issue_with(tmp_path, NAME)
    layout = layout_of(issue)
    composer = Composer(catalogue)
    first = composer.compose(issue, layout)
    monkeypatch.setattr("layouts.imaging.art.read_art", None)
    again = composer.compose(replace(issue, contents=not issue.contents), layout)
    assert again.pages[0].shapes == first.pages[0].shapes
    # another layout of the same pictures, as a margin is dragged
    assert composer.compose(issue, replace(layout, balance=True)).pages[0].shapes


def test_a_picture_that_changed_is_seen_when_files_are_looked_at_again(tmp_path, catalogue) -> None:
    issue = issue_with(tmp_path, NAME)
    layout = layout_of(issue)
    composer = Composer(catalogue)
    before = composer.compose(issue, layout)
    composer.forget_photos()
    same = composer.compose(issue, layout)
    assert [one is other for one, other in zip(before.pages, same.pages, strict=True)] == [
        True
    ] * len(same.pages)
    (tmp_path / "art" / "name.svg").write_bytes((tmp_path / "art" / "emblem.svg").read_bytes())
    composer.forget_photos()
    after = composer.compose(issue, layout)
    assert after.pages[0].shapes != before.pages[0].shapes
    (tmp_path / "art" / "name.svg").unlink()
    composer.forget_photos()
    gone = composer.compose(issue, layout)
    assert "澜汀书讯" in masthead_texts(gone)
    assert [finding.code for finding in gone.findings] == ["art-unusable"]


def test_layout_check_looks_at_the_pictures(tmp_path, capsys) -> None:
    from layouts.cli import main

    issue_with(tmp_path, NAME, EMBLEM)
    assert main(["layout", "check", str(tmp_path / "house.toml")]) == 0
    assert "art-unusable" not in capsys.readouterr().out
    (tmp_path / "art" / "name.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><text/></svg>"
    )
    assert main(["layout", "check", str(tmp_path / "house.toml")]) == 0
    told = capsys.readouterr().out
    assert "name.svg" in told
    assert "emblem.svg" not in told


def test_a_name_and_its_folder_stay_together_in_copies(tmp_path) -> None:
    import copy
    import pickle

    from layouts.house.art import Located, located

    document = located({"masthead": {"art": [{"file": "a.svg"}]}}, tmp_path)
    for made in (copy.deepcopy(document), pickle.loads(pickle.dumps(document))):
        name = made["masthead"]["art"][0]["file"]
        assert isinstance(name, Located)
        assert (name, name.folder) == ("a.svg", tmp_path)
