"""A first issue made by hand, from the empty start page to the print shop's PDF: thirteen manuscripts
as they were sent in, nine photos under the names that cameras gave them, mouse and keys alone. Acts
are counted step by step; none may take more than it does today.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from desk import Desk
from received_folder import MANUSCRIPTS, PHOTOS, write_received

from layouts.documents import read_document
from layouts.issue.article import Table
from layouts.issue.photo import WHOLE, Photo, Side
from layouts.issue.places import articles

MASTHEAD = (
    ("刊名", "青崖轨道简报"),
    ("期号", "11"),
    ("总期号", "86"),
    ("编印单位", "青崖轨道集团办公室"),
)

AIM = 45
"""Acts in all, where 150 were counted before anybody looked."""

MOST = {
    "the folder comes in": 3,
    "photos of nobody find their articles": 5,
    "the masthead": 9,
    "another order": 2,
    "a photo placed and cropped": 6,
    "a caption": 2,
    "saved": 3,
    "a draft": 1,
    "the PDF for the print shop": 3,
}
"""Acts of each step today."""


class Film:
    """Steps with their acts, each with a picture at its end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.taken: dict[str, int] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        before = self._desk.acts
        yield
        self._desk.rest()
        self.taken[name] = self._desk.acts - before
        self._desk.shot(f"{len(self.taken):02} {name}")


def test_a_first_issue_takes_few_acts(set_up_desk, tmp_path):
    received = write_received(tmp_path / "来稿")
    path = tmp_path / "青崖轨道简报.banxin"
    desk = set_up_desk()
    film = Film(desk)
    collect(desk, film, received)
    arrange(desk, film)
    deliver(desk, film, path)
    assert sum(film.taken.values()) <= AIM, film.taken
    assert film.taken == MOST
    look_over(path, tmp_path)
    with pikepdf.open(path.with_suffix(".pdf")) as printed:
        assert len(printed.pages) == len(desk.ask("pages"))
        assert "/OutputIntents" in printed.Root
    assert len(list(tmp_path.glob("青崖轨道简报 校样 *.pdf"))) == 1


def collect(desk: Desk, film: Film, received: Path) -> None:
    """A folder becomes an issue, photos of nobody find their articles, the masthead is filled in."""
    with film.step("the folder comes in"):
        desk.click("从文件夹新建")
        desk.dialog("QFileDialog")
        desk.paste(str(received))
        desk.key("Return")
        desk.dialog("ImportReport")
    with film.step("photos of nobody find their articles"):
        for photo, title in (
            ("DSC_0412.JPG", "四十二列列车"),
            ("DSC_0431.JPG", "三季度各线路"),
        ):
            desk.drag(desk.words(photo), desk.words(title, window="MainWindow"))
        desk.click("微信图片", button=3)
        desk.click("一张电子工单")
        desk.until(lambda: desk.says("放进“一张电子工单"), "the last photo in its article")
        desk.click("完成")
    with film.step("the masthead"):
        desk.click(desk.words("报头", "QTabBar"))
        for field, value in MASTHEAD:
            desk.click(desk.words(field, "QLineEdit"), times=2)
            desk.paste(value)
        desk.until(lambda: "青崖轨道简报" in desk.pages(), "the name on the first page")


def arrange(desk: Desk, film: Film) -> None:
    """An article and a section move, a photo gets its side, its crop and its caption."""
    with film.step("another order"):
        desk.drag("河湾枢纽主体结构封顶", desk.words("四十二列列车").top_edge)
        desk.drag("经验交流", desk.words("党群园地").top_edge)
    with film.step("a photo placed and cropped"):
        desk.click("河湾枢纽主体结构封顶")
        photo = desk.picture_of("IMG_20261108_092117.jpg")
        desk.drag(photo, photo.beside(-photo.width, 0))
        desk.click(desk.picture_of("IMG_20261108_092117.jpg"))
        desk.key("ctrl+shift+x")
        photo = desk.picture_of("IMG_20261108_092117.jpg")
        desk.drag(photo.foot, photo.foot.beside(0, -photo.height // 5))
        desk.key("Return")
    with film.step("a caption"):
        desk.click(desk.words("图注", "QLineEdit"))
        desk.paste("河湾枢纽封顶现场")


def deliver(desk: Desk, film: Film, path: Path) -> None:
    """The issue is saved, a draft goes to the readers, a PDF to the print shop."""
    with film.step("saved"):
        desk.key("ctrl+s")
        desk.dialog("QFileDialog")
        desk.paste(str(path))
        desk.key("Return")
        desk.until(desk.is_saved, "the issue in its file")
    with film.step("a draft"):
        desk.key("ctrl+shift+r")
        desk.until(lambda: desk.says("校样已导出"), "the word that the draft is written")
    with film.step("the PDF for the print shop"):
        desk.key("ctrl+alt+x")
        desk.dialog("ExportPdfDialog")
        desk.click("印刷")
        desk.click("导出")
        desk.until(lambda: desk.says("可以付印"), "the word that it may be printed")


def look_over(path: Path, folder: Path) -> None:
    """What lies in the file is what was done."""
    issue = read_document(path, folder / "cache").issue
    assert [section.name for section in issue.sections] == [
        "领导关注",
        "工作动态",
        "经验交流",
        "党群园地",
    ]
    titles = [article.title.string for _, article in articles(issue)]
    assert len(titles) == len(MANUSCRIPTS)
    assert titles[2] == "河湾枢纽主体结构封顶"
    blocks = [block for _, article in articles(issue) for block in article.blocks]
    photos = {block.name: block for block in blocks if isinstance(block, Photo)}
    assert photos.keys() == {Path(file).name for file, _ in PHOTOS}
    assert sum(isinstance(block, Table) for block in blocks) == 1
    moved = photos["IMG_20261108_092117.jpg"]
    assert (moved.side, moved.caption.string) == (Side.LEFT, "河湾枢纽封顶现场")
    assert moved.crop != WHOLE
    masthead = issue.masthead
    assert (masthead.publication, masthead.number, masthead.total, masthead.issuer) == (
        "青崖轨道简报",
        11,
        86,
        "青崖轨道集团办公室",
    )
