"""Makes the pictures of the window in docs/, all `editor-*.png`, from the sample issue: `xvfb-run
-s "-screen 0 1600x1000x24" python tests/gui/screenshots.py`.

`--to FOLDER` writes all of them there instead, uncut: for looking at the window. Scale with
QT_SCALE_FACTOR.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from layouts.issue.places import Place

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

SIZE = 1600, 1000
EXPORTED = "/home/jiwangshu/澜汀书讯/2026-09.pdf"
"""A file as an editor might name it: pictures show no folder of the machine they were made on."""

FACE = "SungtiL"
"""Stands out in the face browser, where it is installed: Debian's fonts-arphic-gbsn00lp."""

TITLE = 36
"""Height of the title bar drawn over a dialog."""

SHIPPED = {
    "zh": (
        "start", "new-issue", "window", "places", "photo", "row", "contour", "cover", "columns", "box", "text",
        "list", "table", "notes", "readings", "layout", "faces", "findings", "export", "fitting", "publication", "publications",
    ),
    "en": ("window",),
    "dark": (),
}  # fmt: skip
"""What goes into docs/, by the run that makes it."""


LISTED = (
    ("十二座书房从九月起延长开放，周五、周六开到晚上十时，其余各天开到九时。", 1),
    ("延长的两小时由志愿者值守，名单每月一日在各书房门口张贴。", 2),
    ("遇有停电、台风，照常闭馆，提前一天公告。", 2),
    ("流动书车增加两站，站点和时刻同时公布。", 1),
)
"""Items of a list, and the level of each; the last is moved up to the head."""

SHEET = (
    ("成员馆", "读者（万人次）", "外借（万册次）", "活动（场）", "增长率"),
    ("总馆", "21.6", "18.35", "126", "12.5%"),
    ("柳渡分馆", "9.4", "7.7", "84", "5%"),
    ("石桥分馆", "8.8", "8.125", "1,097", "110.25%"),
    ("仓前分馆", "6.1", "4", "58", "−3.2%"),
)
"""Cells as a spreadsheet copies them."""


def main() -> None:
    """Make the pictures of one language and theme, or of all in processes of their own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--run", choices=sorted(SHIPPED))
    chosen = parser.parse_args()
    if chosen.run is None:
        import subprocess

        for run in (run for run, names in SHIPPED.items() if names or chosen.to):
            subprocess.run([sys.executable, __file__, *sys.argv[1:], "--run", run], check=True)
        return
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = home
        # as the program does: a cycle with a dialog in it, found on the thread that composes, would
        # be deleted there
        gc.disable()
        Photographer(chosen.run, chosen.to, Path(home)).work()
        os._exit(0)  # nothing to take apart that would matter


def rest(milliseconds: int) -> None:
    """Let the window work.

    Not QTest.qWait: it keeps the interpreter to itself, and the threads that read and compose stand
    still.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Photographer:
    """Opens the window once and pictures what an editor meets."""

    def __init__(self, run: str, folder: Path | None, home: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.session import Session
        from desktop.theme import DARK, LIGHT, apply_theme
        from desktop.window import MainWindow
        from desktop.words import install_translations
        from fonts.catalogue import Catalogue

        self.run, self.folder, self.home = run, folder, home
        self.app = QApplication(["banxin"])
        self.app.setApplicationName("Banxin")
        install_translations(self.app, "en" if run == "en" else "zh")
        apply_theme(self.app, DARK if run == "dark" else LIGHT)
        self.window = MainWindow(Session(Catalogue()))
        self.session = self.window.session
        scale = self.window.devicePixelRatioF()
        self.window.setGeometry(
            0,
            0,
            *(SIZE if scale == 1 else (round(side / scale) for side in (SIZE[0] * 2, SIZE[1] * 2))),
        )
        self.window.show()
        self.window.activateWindow()

    def work(self) -> None:
        """Every picture in turn."""
        self.settle()
        self.take("start")
        self.new_issue()
        self.open_copy()
        self.take("spreads")
        self.photo()
        self.box()
        self.text()
        self.numbered()
        self.table()
        self.notes()
        self.readings()
        self.layout()
        self.export()
        self.fitting()
        self.findings()
        self.session.close()
        self.settle()
        self.take("start-recent")
        self.publications()

    # -- what is pictured --------------------------------------------------------------------------

    def new_issue(self) -> None:
        self.window.files.new()
        dialog = self.dialog()
        dialog.publication.setCurrentText("澜汀书讯")
        dialog.number.setValue(9)
        dialog.total.setValue(126)
        dialog.issuer.setText("澜汀市图书馆联盟")
        self.settle()
        self.take("new-issue")
        dialog.reject()

    def open_copy(self, change: tuple[tuple[str, str], ...] = ()) -> None:
        """Open a copy of the sample, in which texts may be others."""
        folder = Path(tempfile.mkdtemp(dir=self.home))
        shutil.copytree(ROOT / "resources/sample/photos", folder / "photos")
        text = (ROOT / "resources/sample/issue.md").read_text("utf8")
        for old, new in change:
            assert old in text, old
            text = text.replace(old, new)
        path = folder / "issue.md"
        path.write_text(text, "utf8")
        self.window.files.open_path(path)
        self.settle()

    def photo(self) -> None:
        from desktop.selection import of_photo

        place = self.places("Photo")[0]
        self.session.select(of_photo(place))
        self.window.view.go_to_place(place)
        self.window.view.setFocus()
        self.settle()
        self.take("window")
        self.apart(place)
        self.adjusted(place)
        self.contour(place)
        self.cover()

    def apart(self, place: Place) -> None:
        """A photo at the foot of a page, over three of its edges."""
        from layouts.issue import edits
        from layouts.issue.photo import ALL_COLUMNS, Bleed, PhotoPlace

        at_foot = edits.set_photo_place(self.session.issue, place, PhotoPlace.FOOT, ALL_COLUMNS)
        bleed = Bleed(left=True, right=True, foot=True)
        self.session.do("", edits.set_bleed(at_foot.issue, place, bleed).issue)
        self.window.viewing.set_spreads(False)
        self.window.viewing.fit_page()
        self.settle()
        self.window.view.go_to_place(place)
        self.show_group(self.window.inspector.photo.where)
        self.take("places")
        self.session.stack.undo()
        self.settle()

    def cover(self) -> None:
        """The cover of a layout that has one, its fields beside it."""
        from desktop.selection import Selection, SelectionKind
        from layouts.issue import edits

        self.open_copy((("layout: jianbao-a4", "layout: neikan-a4-2col"),))
        issue = edits.set_cover(self.session.issue, True).issue
        issue = edits.set_cover_photo(issue, "photos/nightfall.jpg").issue
        issue = edits.set_cover_alt(issue, "夜色里的总馆，灯光映在湖面上").issue
        self.session.do("", issue, Selection(SelectionKind.MASTHEAD))
        self.window.viewing.set_spreads(False)
        self.window.viewing.fit_page()
        self.settle()
        self.window.viewing.show_page(0)
        self.show_group(self.window.inspector.masthead.cover)
        self.take("cover")
        self.session.stack.undo()
        self.columns()
        self.open_copy()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def columns(self) -> None:
        """An article in a frame, a headline across three columns, a section in two."""
        from desktop.selection import of_article
        from layouts.issue import edits
        from layouts.issue.places import Place

        self.open_copy((("layout: jianbao-a4", "layout: neikan-a4-3col"),))
        # its table would take the foot of the page on which the frame is to be seen
        issue = edits.remove_article(self.session.issue, Place(1, 2)).issue
        issue = edits.set_boxed(issue, Place(1, 1), True).issue
        issue = edits.set_across(issue, Place(2, 0), 0).issue
        issue = edits.set_columns(issue, Place(3), 2).issue
        self.session.do("", issue, of_article(Place(2, 0)))
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()
        self.settle()
        self.window.view.go_to_place(Place(2, 0))
        self.window.view.setFocus()
        self.settle()
        self.take("columns")
        self.session.stack.undo()

    def show_group(self, group: QWidget) -> None:
        """Scroll the inspector to a group; of a photo's groups no other is open."""
        self.settle()
        for other in self.window.inspector.photo.groups:
            other.set_expanded(other is group)
        area = group.parentWidget().parentWidget().parentWidget()
        area.ensureWidgetVisible(group)
        self.settle()

    def adjusted(self, place: Place) -> None:
        """A photo with a credit and a rule, its adjustments beside it."""
        from layouts.issue import edits
        from layouts.photo_tone import PhotoTone

        issue = edits.set_tone(self.session.issue, place, PhotoTone(1.5, 0.12, 0.1)).issue
        issue = edits.set_credit(issue, place, "摄影：李明远").issue
        self.session.do("", edits.set_frame(issue, place, 0.5).issue)
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.0)
        self.window.view.go_to_place(place)
        self.settle()
        area = self.window.inspector.photo.parentWidget().parentWidget()
        area.ensureWidgetVisible(self.window.inspector.photo.frame)
        self.settle()
        self.take("photo")
        self.session.stack.undo()
        self.row()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def row(self) -> None:
        """Three photos side by side with one caption of all, what the inspector has of them."""
        from desktop.selection import of_photo
        from layouts.issue import edits
        from layouts.issue.photo import RowCaptions

        made = edits.make_row(self.session.issue, self.places("Photo")[:3])
        together = edits.set_row_captions(made.issue, made.place, RowCaptions.TOGETHER)
        self.session.do("", together.issue, of_photo(made.place))
        self.settle()
        self.window.view.go_to_place(made.place)
        self.settle()
        self.show_group(self.window.inspector.photo.row)
        self.take("row")
        self.session.stack.undo()

    def contour(self, place: Place) -> None:
        """A cut-out with text round it, the outline being drawn."""
        from cut_outs import vase

        from layouts.issue import edits
        from layouts.issue.photo import Wrap

        vase().save(self.session.issue.folder / "photos" / "vase.png")
        issue = edits.replace_photo(self.session.issue, place, "photos/vase.png").issue
        issue = edits.resize(issue, place, 15.0).issue
        issue = edits.set_caption(issue, place, "馆里的一瓶梅花").issue
        issue = edits.set_alt(issue, place, "深绿的圆瓶里插着一枝红梅").issue
        self.session.do("", edits.set_wrap(issue, place, Wrap.ALPHA).issue)
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.0)
        self.window.view.go_to_place(place)
        self.settle()
        self.show_group(self.window.inspector.photo.wrap)
        self.window.entering.outline()
        self.settle()
        self.take("contour")
        self.window.view.context.mouse.mode.cancel()
        self.session.stack.undo()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def box(self) -> None:
        """A link box selected, its fields beside it."""
        from desktop.selection import of_box
        from layouts.issue import edits
        from layouts.issue.edits.edited import NEW
        from layouts.issue.sidebar import Sidebar
        from layouts.issue.text import Text

        place = self.places("Paragraph")[4]
        said = (
            "哪里能借",
            "十二座书房都能借书、还书、预约，开放时间从清晨 6 时半到晚上 9 时。",
            "流动书车每月 15 日沿湖走一圈，站点和时刻贴在各书房门口。",
        )
        box = Sidebar(tuple(map(Text, said)), NEW)
        self.session.do("", edits.insert_block(self.session.issue, place, box).issue, of_box(place))
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.0)
        self.window.view.go_to_place(place)
        self.settle()
        self.take("box")
        self.session.stack.undo()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def text(self) -> None:
        from desktop.selection import TextPosition, of_text

        place = self.places("Paragraph")[1]
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.0)
        self.session.select(of_text(TextPosition(place, 2), TextPosition(place, 26)))
        self.window.view.go_to_place(place)
        self.settle()
        self.window.view.verticalScrollBar().setValue(
            self.window.view.verticalScrollBar().value() + 240
        )
        self.window.view.setFocus()
        self.settle()
        self.take("text")
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def numbered(self) -> None:
        """Paragraphs that number themselves, the last of them moved up to the head."""
        from desktop.selection import TextPosition, of_text
        from layouts.issue import edits
        from layouts.issue.edits.tree import text_of
        from layouts.issue.form import FormKind, ItemLabel, ParagraphForm, Turnover, deeper

        before = issue = self.session.issue
        at = self.places("Paragraph")[1]
        form = ParagraphForm(FormKind.NUMBERED, 1, ItemLabel.FIGURE, Turnover.HANGING)
        for said, level in LISTED:
            edited = edits.split_paragraph(issue, at, len(text_of(issue, at).string))
            at, issue = edited.place, edits.insert_text(edited.issue, edited.place, 0, said).issue
            issue = edits.set_form(issue, [at], deeper(form) if level > 1 else form).issue
        self.session.do("", issue, of_text(TextPosition(at, 0)))
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.0)
        for _ in LISTED[1:]:
            self.window.actions_["text.move-up"].trigger()
        self.window.view.go_to_place(self.places("Paragraph")[1])
        self.settle()
        scrolled = self.window.view.verticalScrollBar()
        scrolled.setValue(scrolled.value() + 240)
        self.window.view.setFocus()
        self.settle()
        self.take("list")
        self.session.do("", before)
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def table(self) -> None:
        """Cells copied in a spreadsheet, pasted below a paragraph."""
        from PySide6.QtCore import QMimeData

        from desktop.selection import TextPosition, of_text
        from layouts.issue.edits.tree import text_of
        from layouts.issue.places import Place

        place = Place(0, 1, 0)
        end = len(text_of(self.session.issue, place).string)
        copied = QMimeData()
        copied.setText("\n".join("\t".join(row) for row in SHEET))
        rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in SHEET)
        copied.setHtml(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        self.app.clipboard().setMimeData(copied)
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.2)
        self.session.select(of_text(TextPosition(place, end)))
        self.window.view.go_to_place(place)
        self.window.view.setFocus()
        self.settle()
        self.window.actions_["edit.paste"].trigger()
        self.settle()
        self.take("table")
        self.session.stack.undo()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def notes(self) -> None:
        """Notes at the foot of their page, and where an editor chooses that."""
        from PySide6.QtWidgets import QScrollArea

        from desktop.selection import Selection, SelectionKind
        from layouts.issue import edits
        from layouts.issue.places import text_at
        from layouts.issue.text import MarkKind

        issue, place = self.session.issue, self.places("Paragraph")[1]
        issue = edits.set_setting(issue, "notes", "page").issue
        string = text_at(issue, place).string
        for said, words in (("街道", "名单见《书房合作备忘录》附件。"), ("万人次", "截至八月底。")):
            end = string.index(said) + len(said)
            start = place, end - len(said)
            issue = edits.set_mark(issue, start, (place, end), MarkKind.NOTE, words).issue
        self.session.do("", issue, Selection(SelectionKind.ISSUE))
        self.window.viewing.set_spreads(False)
        self.window.viewing.fit_page()
        self.settle()
        self.window.view.go_to_place(place)
        self.settle()
        field = area = self.window.inspector.layout_form.fields["notes"]
        while not isinstance(area, QScrollArea):
            area = area.parentWidget()
        area.ensureWidgetVisible(field)
        self.settle()
        self.take("notes")
        self.session.stack.undo()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def readings(self) -> None:
        """Readings above their words, and more of them proposed."""
        from desktop.selection import TextPosition, of_text
        from layouts.issue import edits
        from layouts.issue.edits import TextSpan

        place = self.places("Paragraph")[0]
        read = ((TextSpan(place, 12, 15), "wàngtīnghú"), (TextSpan(place, 23, 25), "liǔ dù"))
        self.session.do("注音", edits.put_readings(self.session.issue, read).issue)
        self.window.viewing.set_spreads(False)
        self.window.viewing.zoom_to(1.2)
        self.session.select(of_text(TextPosition(place, 34), TextPosition(place, 44)))
        self.window.view.go_to_place(place)
        self.settle()
        scrolled = self.window.view.verticalScrollBar()
        scrolled.setValue(scrolled.value() + 240)
        self.window.proposing.open()
        dialog = self.dialog()
        dialog.move(self.window.width() - dialog.width() - 60, 420)
        self.settle()
        self.take("readings")
        dialog.reject()
        self.session.stack.undo()
        self.window.viewing.set_spreads(True)
        self.window.viewing.fit_page()

    def layout(self) -> None:
        """The layout panel, with what differs and a style."""
        from desktop.selection import NOTHING

        self.session.select(NOTHING)
        designing = self.window.designing
        self.window.viewing.set_spreads(False)
        self.window.viewing.fit_page()
        self.window.viewing.show_page(1)
        designing.open()
        panel = designing.panel
        panel.design.set("page.top", "34mm")
        panel.design.set("styles.headline.size", "二号")
        panel.grid.set_expanded(False)
        panel.page.set_expanded(False)
        panel.compare.set_expanded(True)
        panel.styles.set_expanded(True)
        self.settle()
        self.take("layout")
        self.faces(panel)
        designing.close()
        while self.session.stack.canUndo():  # a copy that is as it was is left without a question
            self.session.stack.undo()
        self.window.viewing.set_spreads(True)

    def faces(self, panel: QWidget) -> None:
        """The face browser, at a face of Debian's that has the characters of GB 2312 alone."""
        from desktop.dialogs.faces.rows import OFFER
        from desktop.panels.design.faces import FaceField

        face = next(field for field in panel.findChildren(FaceField) if field.isVisible())
        face.browse.click()
        dialog = self.dialog()
        rows = [dialog.model.index(row, 0) for row in range(dialog.model.rowCount())]
        wanted = [row for row in rows if FACE in str(row.data(OFFER))]
        dialog.list.setCurrentIndex(wanted[0] if wanted else rows[0])
        dialog.list.scrollTo(dialog.list.currentIndex(), dialog.list.ScrollHint.PositionAtCenter)
        self.settle()
        self.take("faces", dialog)
        dialog.reject()
        self.settle()

    def export(self) -> None:
        self.window.exporting.export_pdf()
        dialog = self.dialog()
        dialog.target.setText(EXPORTED)
        self.settle()
        self.take("export")
        dialog.reject()
        for name, show in (
            ("export-images", self.window.exporting.export_images),
            ("export-ofd", self.window.exporting.export_ofd),
            ("export-web", self.window.exporting.export_web),
            ("export-set", self.window.exporting.export_set),
            ("export-word", self.window.exporting.export_word),
            ("export-wechat", self.window.exporting.export_wechat),
            ("shortcuts", self.window.helping.show_shortcuts),
            ("about", self.window.helping.show_about),
        ):
            if self.folder is not None:
                show()
                self.settle()
                self.take(name)
                self.dialog().reject()

    def fitting(self) -> None:
        """The sample in a larger size, of 7 pages and most of an eighth, fitted to 8."""
        from desktop.dialogs.fitting import FittingDialog
        from layouts.fitting.aim import Aim, AimKind

        self.open_copy((("layout: jianbao-a4", "layout: jianbao-a4\nsize: 小三"),))
        self.window.fitting.fit_to(Aim(AimKind.PAGES, 8))
        dialog = self.window.findChild(FittingDialog)
        dialog.resize(1320, 800)
        dialog.move(140, 90)
        self.settle()
        dialog.changes.look_at(2)
        self.settle()
        self.take("fitting", dialog)
        dialog.reject()
        self.settle()

    def findings(self) -> None:
        self.open_copy((
            ("沈知遥】", "沈知\ue0c4】"),  # a character of somebody's own font
            ("{side=right width=18em line=1 alt=\"晨雾", "{side=right width=48em line=1 alt=\"晨雾"),
            ("清晨 6 时 30 分，望汀湖上的雾还没有散，", "清晨 6 时 30 分,望汀湖上的雾还没有散,"),
            ("2025 年 10 月，联盟", "2025 年 10月，联盟"),
        ))  # fmt: skip
        self.window.viewing.show_findings(shown=True)
        self.settle()
        found = [finding for finding in self.session.findings if finding.level == "error"]
        if found:
            self.window.viewing.go_to_finding(found[0])
        self.settle()
        self.take("findings")

    def publications(self) -> None:
        """The second step of making a publication, then two of them on the start page."""
        from datetime import date

        from publications import founded

        from layouts.publication import Appears, LastBefore, NumberingRule

        self.window.publishing.found()
        dialog = self.dialog()
        dialog.basics.name.setText("河湾简讯")
        dialog.go_to(1)
        self.settle()
        self.take("publication", dialog)
        dialog.reject()
        weekly = NumberingRule(
            appears=Appears.WEEKLY, weekday=5, before=LastBefore(46, 312, date(2026, 11, 27))
        )
        settings = self.window.services.settings
        for folder in (
            founded(self.home / "2", name="青崖轨道简报", numbering=weekly),
            founded(self.home / "1", layout="neikan-a4-2col"),
        ):
            settings.know_publication(folder)
        settings.forget_recent()
        self.window.start.refresh()
        self.settle()
        self.take("publications")

    # -- tools -------------------------------------------------------------------------------------

    def places(self, kind: str) -> list:
        from layouts.issue.places import articles

        return [
            place._replace(block=k)
            for place, article in articles(self.session.issue)
            for k, block in enumerate(article.blocks)
            if type(block).__name__ == kind
        ]

    def dialog(self):
        self.settle()
        return self.app.activeModalWidget()

    def settle(self) -> None:
        """Let the window work until the pages are whole and nothing more is drawn beside it."""
        rest(600)  # timers that wait for the editor to pause
        for _ in range(100):
            if not self.window.services.tasks.is_busy and (
                self.session.issue is None or self.session.is_current
            ):
                break
            rest(100)
        rest(900)

    def take(self, name: str, alone: QWidget | None = None) -> None:
        """Keep what the screen shows, dialogs and all; or one dialog `alone`, in its frame."""
        if self.folder is None and name not in SHIPPED[self.run]:
            return
        image = self.window.screen().grabWindow(0).toImage()
        if (dialog := self.app.activeModalWidget() or alone) is not None:
            frame(image, dialog)
        suffix = "" if self.run == "zh" else f".{self.run}"
        path = (self.folder or DOCS) / f"editor-{name}{suffix}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if alone is not None:
            ratio = image.devicePixelRatio()
            framed = alone.geometry().adjusted(-1, -TITLE - 1, 1, 1)
            image = image.copy(_pixels(framed, ratio))
        image.save(str(path))
        if self.folder is None:
            compress(path)


def frame(image: QImage, dialog: QWidget) -> None:
    """Title, border and shadow round a dialog, as a desktop draws them: Xvfb has none."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QPainter, QPen

    from desktop.theme import current_theme

    theme = current_theme()
    scale = dialog.devicePixelRatioF()
    image.setDevicePixelRatio(scale)
    whole = QRectF(dialog.geometry()).adjusted(0, -TITLE, 0, 0)
    inside = image.copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(24, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 2))
        painter.drawRoundedRect(
            whole.adjusted(-spread, -spread + 8, spread, spread + 8), spread + 6, spread + 6
        )
    painter.drawImage(dialog.geometry().topLeft(), inside.copy(_pixels(dialog.geometry(), scale)))
    bar = QRectF(whole.left(), whole.top(), whole.width(), TITLE)
    painter.fillRect(bar, QColor(theme.window))
    painter.setPen(QColor(theme.text))
    painter.setFont(dialog.font())
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.drawRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.end()


def _pixels(area: QRect, scale: float) -> QRect:
    return type(area)(
        *(round(side * scale) for side in (area.x(), area.y(), area.width(), area.height()))
    )


def compress(path: Path) -> None:
    """A picture with a palette of its own: a quarter of the bytes, no difference to be seen."""
    from PIL import Image

    with Image.open(path) as image:
        small = image.convert("RGB").quantize(
            256, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
        )
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
