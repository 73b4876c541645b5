"""A publication made by hand, from the empty start page: a name in the hand of its founder, two faces
of its own, two columns, its own blue, eight sections. The first issue is exported, the second made
in two acts. Acts are counted step by step; none may take more than it does today.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from desk import Desk, Spot
from PIL import Image, ImageDraw, ImageFont
from test_first_issue_by_hand import Film

from fonts.catalogue import FACES_VARIABLE
from layouts.documents import read_document
from layouts.house.load import layout_of, load_layout
from layouts.publication import read_publication

ROOT = Path(__file__).parents[2]

NAME, ISSUER = "云栖书讯", "云栖市图书馆联盟"

SECTIONS = (
    "本期关注",
    "重点工作",
    "馆际协作",
    "阅读推广",
    "古籍保护",
    "经验交流",
    "读者来信",
    "简讯",
)

BLUE = "#0B5C8C"
BODY, HEADLINE = "AR PL UMing CN", "AR PL UKai CN"
FACES = (
    Path("/usr/share/fonts/truetype/arphic/uming.ttc"),
    Path("/usr/share/fonts/truetype/arphic/ukai.ttc"),
)
"""Of Debian's fonts-arphic-uming and fonts-arphic-ukai."""

MANUSCRIPT = """冬季开放时间有调整

为方便读者，自十二月起，各馆开放时间作如下调整：总馆晚间延长一小时，分馆周一照常开放。

还书箱全天可用，请读者放心还书。
"""

MOST = {
    "a publication": 11,
    "its first issue": 2,
    "a manuscript": 4,
    "its own blue": 6,
    "its own two faces": 11,
    "its name in a picture": 12,
    "all issues look so": 3,
    "the first issue exported": 2,
    "the second issue": 2,
}
"""Acts of each step today."""


def founders_hand(path: Path) -> Path:
    """The name as somebody wrote it: blue on nothing."""
    face = ImageFont.truetype(str(ROOT / "fonts" / "faces" / "BanxinKai-Regular.ttf"), 400)
    picture = Image.new("RGBA", (1680, 460), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((40, 20), NAME, font=face, fill=(11, 92, 140, 255))
    picture.save(path)
    return path


@pytest.fixture
def faces():
    gone = [path.name for path in FACES if not path.is_file()]
    if gone:
        pytest.skip(f"Debian's fonts-arphic-uming and -ukai are not installed: {', '.join(gone)}")


@pytest.mark.usefixtures("faces")
def test_a_publication_with_a_look_of_its_own(set_up_desk, tmp_path):
    picture = founders_hand(tmp_path / "题字.png")
    manuscript = tmp_path / "冬季开放.txt"
    manuscript.write_text(MANUSCRIPT, encoding="utf-8")
    # tests do without the faces of the machine; this one is about them
    desk = set_up_desk(around={FACES_VARIABLE: ""})
    film = Film(desk)
    found(desk, film)
    first_issue(desk, film, manuscript)
    look(desk, film, picture)
    deliver(desk, film)
    second_issue(desk, film)
    assert film.taken == MOST
    look_over(desk.screen.folder / "home" / NAME, tmp_path)


def found(desk: Desk, film: Film) -> None:
    with film.step("a publication"):
        desk.click("新建刊物")
        desk.dialog("NewPublicationDialog")
        desk.paste(NAME)
        desk.click(desk.words("编印单位", "QLineEdit"))
        desk.paste(ISSUER)
        desk.click("下一步")
        desk.click("A4 双栏")
        desk.click("下一步")
        desk.key("ctrl+a", "Delete")
        desk.paste("\n".join(SECTIONS))
        desk.click("建好刊物")
        desk.until(lambda: desk.says("新建第 1 期"), "the card of the publication")


def first_issue(desk: Desk, film: Film, manuscript: Path) -> None:
    with film.step("its first issue"):
        desk.click("新建第 1 期")
        desk.dialog("NextIssueDialog")
        desk.key("Return")
        desk.until(lambda: desk.ask("pages"), "the pages of the issue")
    with film.step("a manuscript"):
        desk.key("ctrl+shift+o")
        desk.dialog("QFileDialog")
        desk.paste(str(manuscript))
        desk.key("Return")
        desk.dialog("ImportDialog")
        desk.key("Return")
        desk.until(lambda: "冬季开放时间" in desk.pages(), "the article on the pages")


def group(desk: Desk, title: str) -> None:
    """Open a group of the layout panel, wherever it has been scrolled to."""
    panel = desk.words("版式设计", "QLabel")
    for notches in (-80, *[4] * 40):
        desk.scroll(panel.beside(60, 300), notches)
        if desk.says(title, "QToolButton"):
            break
    desk.click(desk.words(title, "QToolButton"))


def into_view(desk: Desk, text: str, kind: str) -> Spot:
    panel = desk.words("版式设计", "QLabel")
    for _ in range(40):
        if desk.says(text, kind):
            break
        desk.scroll(panel.beside(60, 300), 3)
    desk.scroll(panel.beside(60, 300), 2)
    return desk.words(text, kind)


def adding(label: Spot) -> Spot:
    """The button that adds to the list of this label: a sign without words, at its right."""
    return Spot(label.left + 191, label.top, 4, label.height)


def put(desk: Desk, spot: Spot, value: str) -> None:
    """Put a value into a field in place of what is there."""
    desk.click(spot)
    desk.key("ctrl+a")
    desk.paste(value)
    desk.key("Return")


def look(desk: Desk, film: Film, picture: Path) -> None:
    with film.step("its own blue"):
        desk.key("alt+7")
        group(desk, "颜色")
        put(desk, into_view(desk, "屏幕颜色", "QLineEdit"), BLUE)
    with film.step("its own two faces"):
        group(desk, "样式")
        put(desk, into_view(desk, "粗宋", "QLineEdit"), HEADLINE)
        desk.click(desk.words("标题", "QComboBox"))
        desk.click("正文")
        put(desk, into_view(desk, "宋体", "QLineEdit"), BODY)
    with film.step("its name in a picture"):
        group(desk, "报头")
        desk.click(adding(into_view(desk, "报头图片", "QLabel")))
        desk.dialog("QFileDialog")
        desk.paste(str(picture))
        desk.key("Return")
        put(desk, into_view(desk, "上边", "QDoubleSpinBox"), "24")
        desk.click(desk.words("居中", "QComboBox"))
        desk.click("居左")
        desk.click(into_view(desk, "代替哪一项文字", "QComboBox"))
        desk.click("刊名")


def deliver(desk: Desk, film: Film) -> None:
    with film.step("all issues look so"):
        desk.click("文件")
        desk.click("刊物")
        desk.click("刊物用这一期的版式")
        desk.until(lambda: desk.says("以后各期"), "the word that all issues look so")
    with film.step("the first issue exported"):
        desk.key("ctrl+alt+x")
        desk.dialog("ExportPdfDialog")
        desk.click("导出")
        desk.until(lambda: desk.says("可以付印"), "the word that it may be printed")


def second_issue(desk: Desk, film: Film) -> None:
    desk.key("ctrl+s")
    desk.until(desk.is_saved, "the first issue in its file")
    desk.key("ctrl+w")
    desk.until(lambda: desk.says("新建第 2 期"), "the card with the next number")
    with film.step("the second issue"):
        desk.click("新建第 2 期")
        desk.dialog("NextIssueDialog")
        desk.key("Return")
        desk.until(lambda: desk.ask("pages"), "the pages of the second issue")


def look_over(folder: Path, scratch: Path) -> None:
    """What lies in the folder is what was done."""
    publication = read_publication(folder)
    assert publication.name == NAME
    assert tuple(section.name for section in publication.sections) == SECTIONS
    own = load_layout(publication.layout, folder=folder)
    assert own.grid.columns == 2
    paths = sorted((folder / "issues").glob("*.banxin"))
    assert len(paths) == 2
    second = read_document(paths[1], scratch / "cache").issue
    assert (second.masthead.number, second.masthead.issuer) == (2, ISSUER)
    assert tuple(section.name for section in second.sections) == SECTIONS
    layout = layout_of(second)
    assert layout.styles["body"].face.startswith(BODY)
    assert layout.styles["headline"].face.startswith(HEADLINE)
    assert [Path(art.file).name for art in layout.masthead.art] == ["题字.png"]
    assert Path(layout.masthead.art[0].file).is_file()
    with pikepdf.open(paths[0].with_suffix(".pdf")) as printed:
        assert "/OutputIntents" in printed.Root
        used = [str(font.BaseFont) for font in printed.pages[0].Resources.Font.values()]
        assert any("UMing" in name for name in used), used
        assert any("UKai" in name for name in used), used
