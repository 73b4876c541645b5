"""What is to be known of the face that stands out, beside the list: set large, and told."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.faces.offers import FaceOffer
from desktop.dialogs.faces.rows import style_of
from desktop.dialogs.faces.samples import LEADING, FaceSample, SampleOrder, Sampler
from desktop.theme import current_theme, text_scale
from desktop.widgets import set_property
from desktop.words import spoken, tr
from fonts.library.permission import foundry, permission
from layouts.faces import licence_sentence, permission_sentence, trouble_sentence

WIDTH = 300

EM = 56.0
"""Size of the large sample, in pixels of the window."""

CHINESE_LINES = ("永国酬爱", "郁灵鹰袋")  # not words of the window
LATIN_LINES = ("Hamburg", "2026 fi&?")

_OUTLINES = {"glyf": "TrueType", "CFF": "OpenType CFF", "CFF2": "OpenType CFF2"}

_MOST_TOLD = 160
"""Characters of a fact; copyrights may be whole licences."""

_MOST_MISSING = 24
"""Missing characters that are told one by one."""


class LargeSample(QFrame):
    """The face that stands out on white, as it prints."""

    def __init__(self, sampler: Sampler) -> None:
        super().__init__()
        self._sampler = sampler
        self._wanted: SampleOrder | None = None
        self._last: FaceSample | None = None
        self.setMinimumHeight(self.sizeHint().height())
        sampler.painted.connect(self.update)

    def show_face(self, offer: FaceOffer | None, weight: int | None) -> None:
        """Show another face, or another weight of it; what was shown stays until that is there."""
        lines = CHINESE_LINES if offer and offer.script == "chinese" else LATIN_LINES
        ratio = self.devicePixelRatioF()
        self._wanted = offer and SampleOrder(
            offer, lines, EM * text_scale(), "#000000", ratio, weight
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Two lines of four characters."""
        return QSize(WIDTH, round(EM * text_scale() * LEADING * 2 + 32))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """White in both themes, as the pages are."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.paper_edge))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        sample = self._sampler.sample(self._wanted) if self._wanted else None
        self._last = sample or (self._last if self._wanted else None)
        if self._last is not None and self._last.image is not None:
            image = self._last.image
            size = image.size() / image.devicePixelRatio()
            painter.setClipRect(self.rect().adjusted(8, 8, -8, -8))
            left = max(16, (self.width() - size.width()) // 2)
            painter.drawImage(left, (self.height() - size.height()) // 2, image)
        painter.end()


class FaceDetails(QWidget):
    """A face set large, the weight to have it at, and the facts. `weighed` when that is changed."""

    weighed = Signal()

    def __init__(self, sampler: Sampler) -> None:
        super().__init__()
        self._offer: FaceOffer | None = None
        self.sample = LargeSample(sampler)
        self.name = QLabel(wordWrap=True)
        self.name.setProperty("role", "title")
        self.second = QLabel(wordWrap=True)
        self.second.setProperty("role", "quiet")
        self.missing = _sentence("warning")
        self.allowed = _sentence("quiet")
        self.licence = _sentence("notice")
        self.weight = QSlider(Qt.Orientation.Horizontal)
        self.weight.setAccessibleName(tr("字重"))
        self.weight.valueChanged.connect(self._weigh)
        self.weight_is = QLabel()
        self.facts = QFormLayout()
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(6)
        told = QWidget()
        box = QVBoxLayout(told)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        for widget in (self.name, self.second):
            box.addWidget(widget)
        for widget in (self.missing, self.allowed, self.licence):
            box.addWidget(widget)
        box.addLayout(self.facts)
        box.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(told)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.sample)
        whole.addWidget(self.weight_is)
        whole.addWidget(self.weight)
        whole.addWidget(area, 1)
        self.setFixedWidth(round(WIDTH * text_scale()))
        self.show_face(None)

    @property
    def chosen_weight(self) -> int | None:
        """The weight of a variable face; None for all others."""
        axis = self._offer and self._offer.known and self._offer.known.axis
        return self.weight.value() if axis else None

    def show_face(self, offer: FaceOffer | None, weight: int | None = None) -> None:
        """Tell of another face."""
        self._offer = offer
        axis = offer.known.axis if offer and offer.known else None
        self.weight.setVisible(axis is not None)
        self.weight_is.setVisible(axis is not None)
        if axis is not None:
            self.weight.blockSignals(True)
            self.weight.setRange(round(axis.low), round(axis.high))
            self.weight.setPageStep(100)
            self.weight.setSingleStep(10)
            self.weight.setValue(weight or round(axis.default))
            self.weight.blockSignals(False)
        self.setVisible(True)
        self.name.setText(offer.name if offer else "")
        second = (offer.second, style_of(offer)) if offer else ()
        self.second.setText("  ".join(filter(None, second)))
        self._tell_permission()
        self._tell_facts()
        self.tell_missing(None)
        self._weigh()

    def tell_missing(self, sample: FaceSample | None) -> None:
        """Tell which characters of the issue the face lacks, as soon as that is known."""
        missing = sample.missing if sample else ""
        first = " ".join(missing[:_MOST_MISSING])
        more = "……" if len(missing) > _MOST_MISSING else ""
        told = tr("本期 {n} 字缺：{first}", n=len(missing), first=first + more)
        sentence = told if missing else ""
        if sample and sample.trouble:
            sentence = spoken(trouble_sentence(sample.trouble))
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))

    def _weigh(self) -> None:
        self.weight_is.setText(tr("字重 {weight}", weight=self.weight.value()))
        self.sample.show_face(self._offer, self.chosen_weight)
        self.weighed.emit()

    def _tell_permission(self) -> None:
        offer = self._offer
        known = offer.known if offer else None
        role, sentence = "quiet", ""
        if known is not None:
            allowed = permission(known)
            role = "quiet" if allowed.embeds else "error"
            sentence = spoken(permission_sentence(allowed))
        elif offer is not None:
            sentence = tr("随程序提供，可以嵌入")
        self.allowed.setText(sentence)
        set_property(self.allowed, "role", role)
        maker = foundry(known) if known else None
        self.licence.setText(spoken(licence_sentence(maker)) if maker else "")
        self.licence.setVisible(maker is not None)

    def _tell_facts(self) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        known = self._offer.known if self._offer else None
        if known is None:
            return
        for label, fact in (
            (tr("汉字"), f"{known.hanzi:,}"),
            (
                tr("轮廓"),
                _OUTLINES[known.outlines],
            ),
            (tr("厂商"), known.maker or _vendor(known.vendor)),
            (tr("版权"), known.copyright),
            (tr("文件"), Path(known.path).name),
        ):
            if fact:
                told = shorten(fact, _MOST_TOLD, placeholder="…")
                self.facts.addRow(_fact(label, "quiet"), _fact(told))


def _sentence(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", role)
    return label


def _fact(text: str, role: str = "") -> QLabel:
    label = QLabel(text, wordWrap=not role)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if not role:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _vendor(tag: str) -> str:
    """The four letters of a maker (OpenType, achVendID), where they are any."""
    return tag if tag.isalnum() and tag != "NONE" else ""
