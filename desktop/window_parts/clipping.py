"""Cut, copy, paste, delete: text where there is a caret, else articles and photos; in a field of a
panel, that field's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.clipboard import box_data, has_text, paste, text_data, wants_reading
from desktop.incoming import incoming
from desktop.panels.forms.body import BodyEditor
from desktop.selection import (
    Caret,
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_text,
    text_ends,
)
from desktop.window_parts import photos
from desktop.window_parts.editing import Editing
from desktop.window_parts.importing import Importing
from desktop.window_parts.pasting import Pasting
from desktop.window_parts.services import Services
from desktop.window_parts.taking import Taking
from desktop.words import tr
from layouts.inputs import is_plain_file
from layouts.issue import edits
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at, articles, block_at

FORMAT = "application/x-banxin-parts"
"""Marks what we put on the clipboard ourselves: a number that says which."""


class Clipping(QObject):
    """The clipboard of the window.

    What was cut or copied of the tree is kept here; the clipboard holds its text and a number.
    """

    def __init__(
        self,
        services: Services,
        editing: Editing,
        importing: Importing,
        pasting: Pasting,
        taking: Taking,
        photos: photos.PhotoActs,
    ) -> None:
        super().__init__(services)
        self._pasting, self._taking = pasting, taking
        self._session = services.session
        self._services = services
        self._editing = editing
        self._importing = importing
        self._photos = photos
        self._parts: tuple[Article | Photo, ...] = ()
        self._number = 0

    def cut(self) -> None:
        """Copy what is selected and delete it; in a field, as fields do."""
        if (field := _field()) is not None:
            field.cut()
        elif self.copy():
            self._delete(tr("剪切"))

    def copy(self) -> bool:
        """Put the selection on the clipboard; False where nothing is selected."""
        if (field := _field()) is not None:
            field.copy()
            return False
        data = self._copied()
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)
        return data is not None

    def paste(self) -> None:
        """Put in what the clipboard holds: our own parts, files, an image or text."""
        if (field := _field()) is not None:
            field.paste()
            return
        issue = self._session.issue
        data = QGuiApplication.clipboard().mimeData()
        if issue is None or not data:  # nothing was ever copied
            return
        if not self._is_ours(data) and has_text(data):
            self._paste_text(issue, data)
        else:
            self.take(data)

    def paste_plain(self) -> None:
        """Put in the characters of the clipboard and nothing else."""
        field, issue = _field(), self._session.issue
        data = QGuiApplication.clipboard().mimeData()
        if isinstance(field, BodyEditor):
            field.paste_plain()
        elif field is not None:
            field.paste()
        elif issue is None or not data or not has_text(data):
            self._services.say(tr("剪贴板上没有文字"))
        elif (caret := self._session.selection.caret) is not None:
            self._pasting.paste_plain(data, *_cleared(issue, caret))
        else:
            self._importing.paste(data, plain=True)

    def take(self, data: QMimeData, before: Place | None = None) -> None:
        """Put in what is no text: our own parts, files, a picture.

        Photos stand before a block, by default that of the selection.
        """
        issue = self._session.issue
        if issue is None:
            return
        found = incoming(data)
        if self._is_ours(data):
            self._paste_parts(issue, before)
        elif found.files:
            self._taking.take(found.files, None, before)
        elif found.image is not None:
            self._photos.paste(found.image, before)
        else:
            self._services.say(tr("那里没有能放进来的文字或图片"))

    def _is_ours(self, data: QMimeData) -> bool:
        return data.hasFormat(FORMAT) and data.data(FORMAT).data() == str(self._number).encode()

    def delete(self) -> None:
        """Delete what is selected."""
        field = _field()
        if isinstance(field, QLineEdit):
            field.del_()
        elif isinstance(field, BodyEditor):
            field.delete()
        elif field is not None:
            field.textCursor().deleteChar()
        else:
            self._delete(tr("删除文字"))

    def select_all(self) -> None:
        """All the text of the article with the caret, else all articles."""
        if (field := _field()) is not None:
            field.selectAll()
            return
        issue, selection = self._session.issue, self._session.selection
        if issue is None:
            return
        if selection.kind is SelectionKind.TEXT and selection.place is not None:
            start, end = text_ends(issue, selection.place.of_article)
            self._session.select(of_text(end, start), seen=True)
        else:
            everything = of_article(*(place for place, _article in articles(issue)))
            self._session.select(everything, seen=True)

    # -- out ---------------------------------------------------------------------------------------

    def _copied(self) -> QMimeData | None:
        issue, selection = self._session.issue, self._session.selection
        if issue is None or selection.place is None:
            return None
        caret = selection.caret
        if caret is not None:
            return (
                text_data(issue, *caret.ordered, self._session.composed_layout)
                if caret.marks
                else None
            )
        if selection.kind is SelectionKind.PHOTO:
            return self._copied_photos(issue, sorted(selection.places))
        if selection.kind is SelectionKind.BOX:
            return box_data(issue, selection.place)
        places = selection.places
        if selection.kind is SelectionKind.SECTION:
            places = tuple(
                Place(selection.place.section, a)
                for a in range(len(issue.sections[selection.place.section].articles))
            )
        if not places:
            return None
        start, end = text_ends(issue, places[0])[0], text_ends(issue, places[-1])[1]
        data = text_data(issue, start, end, self._session.composed_layout)
        self._keep(tuple(article_at(issue, place) for place in sorted(places)), data)
        return data

    def _copied_photos(self, issue: Issue, places: Sequence[Place]) -> QMimeData:
        """Photos for ourselves, the first as a picture for others."""
        photos = [block for place in places if isinstance(block := block_at(issue, place), Photo)]
        data = QMimeData()
        if photos:
            file = issue.folder / photos[0].path
            if is_plain_file(file):  # Qt would wait for a pipe
                data.setImageData(QImage(str(file)))
            self._keep(tuple(photos), data)
        return data

    def _keep(self, parts: tuple[Article | Photo, ...], data: QMimeData) -> None:
        self._number += 1
        self._parts = parts
        data.setData(FORMAT, str(self._number).encode())

    # -- in ----------------------------------------------------------------------------------------

    def _paste_parts(self, issue: Issue, before: Place | None) -> None:
        whole = [part for part in self._parts if isinstance(part, Article)]
        if whole:
            edited = edits.insert_articles(issue, self._importing.default_place(), whole)
            first = edited.place or Place(0, 0)
            places = [Place(first.section, (first.article or 0) + k) for k in range(len(whole))]
            self._session.do(tr("粘贴文章"), edited.issue, of_article(*places))
            return
        before = before or self._photos.default_place()
        photos = [part for part in self._parts if isinstance(part, Photo)]
        if not photos or before is None:
            return
        edited = edits.insert_photos(issue, before, photos)
        first = edited.place or before
        places = (first._replace(block=(first.block or 0) + k) for k in range(len(photos)))
        self._session.do(tr("粘贴图片"), edited.issue, of_photo(*places))

    def _paste_text(self, issue: Issue, data: QMimeData) -> None:
        caret = self._session.selection.caret
        if caret is None:
            self._importing.paste(data)
            return
        issue, start = _cleared(issue, caret)
        if wants_reading(data, issue, start.place):
            self._pasting.paste(data, issue, start)
            return
        pasted = paste(issue, start, data)
        self._session.do(
            tr("粘贴文字"), pasted.issue, of_text(TextPosition(pasted.place, pasted.offset))
        )

    # -- away --------------------------------------------------------------------------------------

    def _delete(self, name: str) -> None:
        issue, selection = self._session.issue, self._session.selection
        if issue is None or selection.place is None:
            return
        caret = selection.caret
        if caret is not None:
            if caret.marks:
                deleted = edits.delete_range(issue, *caret.ordered)
                self._session.do(
                    name, deleted.issue, of_text(TextPosition(deleted.place, deleted.offset))
                )
        elif selection.kind is SelectionKind.PHOTO:
            self._photos.remove()
        elif selection.kind is SelectionKind.BOX:
            self._session.do(
                name,
                edits.remove_float(issue, selection.place).issue,
                of_article(selection.place.of_article),
            )
        elif selection.kind is SelectionKind.ARTICLE:
            self._editing.remove_article()
        elif selection.kind is SelectionKind.SECTION:
            self._session.do(
                tr("删除栏目"), edits.remove_section(issue, selection.place).issue, Selection()
            )


def _cleared(issue: Issue, caret: Caret) -> tuple[Issue, TextPosition]:
    """The issue without what is marked, and where the caret is then."""
    start, end = caret.ordered
    if not caret.marks:
        return issue, start
    deleted = edits.delete_range(issue, start, end)
    return deleted.issue, TextPosition(deleted.place, deleted.offset)


def _field() -> QLineEdit | QTextEdit | QPlainTextEdit | None:
    """The field that has the keys, which has a clipboard of its own."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) else None
