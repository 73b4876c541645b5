"""Export for a WeChat official account: copied to be pasted there, or saved with its pictures."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop.dialogs import choose
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.path_row import path_row
from desktop.exports import export_name
from desktop.phone_preview import PhonePreview
from desktop.tasks import Progress, Task
from desktop.window_parts.services import Services, sentence_of
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.imaging.for_screen import ScreenPicture
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_number
from layouts.wechat.article import articles_of, title_of

COVER_WIDTHS = {"cover-900x383": 234, "cover-500x500": 100}
"""Pixels that the proposed covers are shown in, both about 100 high."""


class PreparedArticle(NamedTuple):
    """An article as it is copied, and the covers proposed for it."""

    html: str
    covers: dict[str, ScreenPicture]


class ExportWechatDialog(WrappedDialog):
    """Asks for one article or the issue, shows it as a phone does, copies or saves it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("公众号图文"), tr("存到文件夹"))
        self.setObjectName("export-wechat")
        self._prepared: PreparedArticle | None = None
        self._preparing: Task | None = None
        self.what = QComboBox()
        self.what.setAccessibleName(tr("内容"))
        self.preview = PhonePreview()
        self.preview.setAccessibleName(tr("手机预览"))
        self.covers = {name: QLabel() for name in COVER_WIDTHS}
        self.no_cover = QLabel(tr("没有照片，封面要另做"), wordWrap=True)
        self.target = QLineEdit()
        self.copy_button = QPushButton(tr("复制"))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._fill()
        self._lay_out()
        self.what.currentIndexChanged.connect(self._prepare)
        self.what.setFocus()
        self.target.textChanged.connect(self._update)
        self.resize(760, 680)
        self._prepare()

    def _fill(self) -> None:
        """The issue and each of its articles; the one that is selected is meant."""
        session = self.services.session
        issue = session.issue
        folder = self.services.settings.export_folder(session.path).absolute()
        self.target.setText(str(folder / tr("{name} 公众号", name=export_name(session))))
        self.what.addItem(tr("整期"), None)
        if issue is None:
            return
        for number in range(len(articles_of(issue))):
            self.what.addItem(f"{number + 1}  {title_of(issue, number)}", number)
        place = session.selection.place
        if place is not None and place.article is not None:
            selected = Place(place.section, place.article)
            self.what.setCurrentIndex(1 + article_number(issue, selected))

    def _lay_out(self) -> None:
        self.what.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(_named(tr("内容"), self.what))
        side.addWidget(self.what)
        side.addSpacing(12)
        side.addWidget(QLabel(tr("封面（按第一张照片的焦点裁好）")))
        for label in self.covers.values():
            side.addWidget(label)
        side.addWidget(self.no_cover)
        side.addSpacing(12)
        side.addWidget(_named(tr("文件夹"), self.target))
        side.addLayout(path_row(self.target, tr("选择位置"), self._choose))
        side.addSpacing(12)
        side.addWidget(_about_pictures())
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.preview)
        both.addLayout(side, 1)
        self.content.addLayout(both)

    def _chosen(self) -> int | None:
        chosen: object = self.what.currentData()
        return chosen if isinstance(chosen, int) else None

    # -- the preview -------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make what is shown and copied, beside the window."""
        issue, layout, chosen = self._issue(), self.services.session.layout, self._chosen()
        if issue is None or layout is None:
            return
        self._forget()
        self._prepared = None
        self._update()
        self.say(tr("正在准备预览…"))
        self._preparing = self.services.tasks.run(
            lambda progress: prepare(issue, layout, chosen, progress), self._show, self._not_shown
        )

    def _show(self, prepared: PreparedArticle) -> None:
        self._preparing = None
        self._prepared = prepared
        self.preview.show_article(prepared.html)
        for name, label in self.covers.items():
            cover = prepared.covers.get(name)
            label.setVisible(cover is not None)
            if cover is not None:
                label.setPixmap(_scaled(cover, COVER_WIDTHS[name], label.devicePixelRatioF()))
                label.setAccessibleName(f"{tr('封面')} {cover.width} × {cover.height}")
                label.setToolTip(f"{cover.width} × {cover.height}")
        self.no_cover.setVisible(not prepared.covers)
        self._update()

    def _not_shown(self, error: Exception) -> None:
        self._preparing = None
        self.preview.clear()
        for label in (*self.covers.values(), self.no_cover):
            label.hide()
        self._update()
        self.say(sentence_of(error))

    def _forget(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None

    def _issue(self) -> Issue | None:
        return self.services.session.issue

    def _update(self) -> None:
        self.say("")
        is_ready = self._task is None and self._prepared is not None
        self.ok.setEnabled(is_ready and bool(self.target.text().strip()))
        self.copy_button.setEnabled(is_ready)

    # -- acts --------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the article on the clipboard as rich text with its pictures."""
        if self._prepared is None:
            return
        data = QMimeData()
        data.setHtml(self._prepared.html)
        data.setText(self.preview.toPlainText())
        QGuiApplication.clipboard().setMimeData(data)
        self.say(tr("已复制，到公众号编辑器的正文里粘贴"))

    def make(self) -> None:
        """Save the article with its pictures and covers."""
        layout = self.services.session.layout
        issue, chosen, typed = self._issue(), self._chosen(), self.target.text().strip()
        if issue is None or layout is None or not typed or self._task is not None:
            return
        path = self.path_of(typed)
        self.start(lambda progress: write_article(issue, layout, path, chosen, progress), path)

    def reject(self) -> None:
        """Esc: whatever is being prepared is no longer wanted."""
        self._forget()
        super().reject()

    def _choose(self) -> None:
        path = choose.folder_to_write(self, tr("公众号图文"), self.target.text())
        if path is not None:
            self.target.setText(str(path))


def _named(words: str, field: QComboBox | QLineEdit) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    return label


def _about_pictures() -> QLabel:
    said = tr(
        "公众号只显示传到它自己服务器上的图片：粘贴时编辑器可能会上传带来的图片；没有带上的，存到文件夹后按编号逐张插入。"
        "外部链接在公众号里会失效，已写成文字。"
    )
    note = QLabel(said, wordWrap=True)
    note.setProperty("role", "quiet")
    return note


def _scaled(cover: ScreenPicture, width: int, ratio: float) -> QPixmap:
    picture = QPixmap()
    picture.loadFromData(cover.data)
    scaled = picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return scaled


def prepare(
    issue: Issue, layout: Layout, chosen: int | None, progress: Progress
) -> PreparedArticle:
    """An article with its pictures inside, and its covers, in any thread."""
    from layouts.wechat.covers import covers
    from layouts.wechat.writing import rich_text

    html = rich_text(issue, layout, chosen, progress.check)
    progress.check()
    return PreparedArticle(html, covers(issue, chosen))


def write_article(
    issue: Issue, layout: Layout, folder: Path, chosen: int | None, progress: Progress
) -> str:
    """Save an article in any thread: the same bytes as `main.py export --wechat`."""
    from layouts.files import write_folder
    from layouts.wechat.writing import is_wechat_folder, wechat_folder

    done = count(1)
    made = wechat_folder(
        issue, layout, chosen, lambda: progress.step(next(done), 0, tr("正在准备图片"))
    )
    write_folder(folder, made.files.items(), is_wechat_folder, lambda _: progress.check())
    pictures = sum(name.startswith("pictures/") for name in made.files)
    return tr("已存好图文，{n} 张图片，从 {name} 打开", n=pictures, name="article.html")
