"""The face browser: a list of faces with samples, sought by name, and the one that stands out told
of beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.faces.details import FaceDetails
from desktop.dialogs.faces.offers import (
    FaceOffer,
    Script,
    chosen_key,
    found,
    library_offers,
    our_offers,
)
from desktop.dialogs.faces.rows import OFFER, FaceDelegate, FaceModel, row_sample
from desktop.dialogs.faces.samples import Sampler
from desktop.session import Session
from desktop.tasks import Progress, Tasks
from desktop.theme import current_theme, text_scale
from desktop.widgets import SegmentedControl
from desktop.window_parts.geometry import roomy
from desktop.words import spoken, tr
from fonts.library.library import FaceLibrary
from fonts.roles import names_of, parted
from layouts.faces import unlisted_sentence
from layouts.page.page import Edition

SIZE = (920, 640)

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class FaceBrowser(QDialog):
    """Chooses a face for what is set in the key `current`.

    Once it was accepted, `chosen` is the key to set instead: names in order of preference, ours
    last. `library` holds the faces of others.
    """

    def __init__(
        self, session: Session, current: str, parent: QWidget, library: FaceLibrary | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("faces")
        self.setWindowTitle(tr("选择字体"))
        roomy(self, *SIZE)
        self._current = current
        self.chosen = current
        self._session = session
        known = library or session.catalogue.library
        # faces are installed while the program runs
        self._library = known and known.again()
        self._offers: Sequence[FaceOffer] = our_offers()
        self._tasks = Tasks(self, threads=1)
        self._sampler = Sampler(printed(session.edition), self)
        self._make()
        self._arrange()
        self._connect()
        self._list_all()
        self.line.setFocus()
        if self._library is not None:
            self._read(self._library)

    # -- what it is made of -----------------------------------------------------------------------

    def _make(self) -> None:
        self.line = QLineEdit(placeholderText=tr("字体名：中文、英文或拼音首字母"))
        self.line.setAccessibleName(tr("要找的字体"))
        self.line.setClearButtonEnabled(True)
        self.script = SegmentedControl(
            [("chinese", tr("中文"), None), ("latin", tr("西文"), None), (None, tr("全部"), None)]
        )
        self.script.setMaximumWidth(round(200 * text_scale()))
        *_, ours = names_of(self._current)
        self.script.set_value("latin" if ours.startswith("latin") else "chinese")
        self.list = QListView()
        self.list.setAccessibleName(tr("字体"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows work from the line
        self.model = FaceModel(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FaceDelegate(self.list, self._sampler))
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setProperty("role", "quiet")
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("role", "quiet")
        self.details = FaceDetails(self._sampler)
        self.use = QPushButton(tr("用这个字体"))
        self.use.setProperty("primary", "true")
        self.use.setDefault(True)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.line, 1)
        head.addWidget(self.script)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        left.addWidget(self.empty, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 1)
        middle.addWidget(self.details)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._list_all)
        self.script.valueChanged.connect(self._list_all)
        self.line.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._stand_out)
        self.list.doubleClicked.connect(self._take)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self._sampler.painted.connect(self._tell_missing)

    # -- the faces --------------------------------------------------------------------------------

    def _read(self, library: FaceLibrary) -> None:
        """Find the faces of others beside the window: the first time that may take seconds."""
        self.note.setText(tr("正在读取字体…"))

        def job(_progress: Progress) -> list[FaceOffer]:
            return library_offers(library)

        def show(offers: list[FaceOffer]) -> None:
            untouched = self.standing == self._now()
            self._offers = [*self._offers, *offers]
            if untouched:
                # the face that is set now may be one of those
                self.list.setCurrentIndex(QModelIndex())
            self.note.setText(" ".join(spoken(unlisted_sentence(at)) for at in library.unlisted))
            self._list_all()

        self._tasks.run(job, show)

    def _list_all(self) -> None:
        standing = self.standing or self._now()
        script: Script | None = self.script.value()  # pyright: ignore[reportAssignmentType]
        offers = found(self._offers, self.line.text(), script)
        self.model.show(offers)
        self.list.setVisible(bool(offers))
        self.empty.setVisible(not offers)
        self.empty.setText(tr("没有找到叫“{name}”的字体", name=self.line.text().strip()))
        at = 0 if self.line.text() or standing not in offers else offers.index(standing)
        self.list.setCurrentIndex(self.model.index(at, 0))
        if at:
            self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        if not offers:
            self._stand_out()

    def _now(self) -> FaceOffer | None:
        """The face that is set now, as far as it was found."""
        read = any(offer.known is not None for offer in self._offers)
        for name in names_of(self._current):
            bare, _ = parted(name)
            known = self._library.find(bare) if self._library and read else None
            for offer in self._offers:
                if offer.key == bare or (known is not None and offer.known == known):
                    return offer
        return None

    # -- the one that stands out ------------------------------------------------------------------

    @property
    def standing(self) -> FaceOffer | None:
        """The face that stands out in the list."""
        index = self.list.currentIndex()
        return index.data(OFFER) if index.isValid() else None

    def _stand_out(self, _now: object = None, _before: object = None) -> None:
        offer = self.standing
        self.details.show_face(offer)
        self.use.setEnabled(offer is not None and offer.embeds)
        self._tell_missing()

    def _tell_missing(self) -> None:
        offer = self.standing
        if offer is not None:
            wanted = row_sample(offer, current_theme(), self.list.devicePixelRatioF())
            self.details.tell_missing(self._sampler.sample(wanted))

    def _take(self) -> None:
        offer = self.standing
        if offer is None or not offer.embeds:
            return
        if offer.known is None or self._library is None:
            self.chosen = offer.key
        else:
            weight = self.details.chosen_weight
            self.chosen = chosen_key(offer, weight, self._current, self._library)
            known = self._session.catalogue.library
            if known is not None and offer.known not in known.faces:
                self._session.look_for_faces()
        self.accept()

    # -- keys and the end -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Arrows move in the list while typing goes on."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentIndex().row() + step
                row = max(0, min(self.model.rowCount() - 1, row))
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self._tasks.stop()
        self._sampler.stop()
        super().done(result)


def printed(edition: Edition | None) -> str:
    """Every character on the pages, once each, in their order."""
    if edition is None:
        return ""
    characters = dict.fromkeys(
        char for page in edition.pages for line in page.lines for char in line.text
    )
    return "".join(char for char in characters if not char.isspace())
