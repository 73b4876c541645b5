"""Samples of faces, painted beside the window, those last asked for first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.outlines import OutlinePen, Outlines
from desktop.dialogs.faces.offers import FaceOffer
from desktop.tasks import Progress, Tasks
from fonts.catalogue import Catalogue
from fonts.face import Face
from fonts.library.known import FaceError, Trouble
from fonts.library.sampling import sample_face
from layouts.page.item import Ink

CHINESE_SAMPLE = "永国酬爱郁灵鹰袋"  # not words of the window
"""Characters that show a face: 永 has the eight strokes, the others are plain and dense, open and
closed, long strokes and short (字面、中宫、重心).
"""

LATIN_SAMPLE = "Hamburgefonstiv 2026"

LEADING, BASELINE = 1.25, 0.98
"""Em from line to line, and from the top of a line to its baseline."""

MOST_KEPT = 400
"""Samples kept: 20 screens of them, 60 kB each."""

MOST_WANTED = 60
"""Samples waited for; those scrolled past long ago are not painted."""


class FaceSample(Struct, frozen=True):
    """A sample as an image, and which characters of the issue the face lacks.

    `trouble` says why there is no image.
    """

    image: QImage | None
    missing: str = ""
    trouble: Trouble | None = None


class SampleOrder(Struct, frozen=True):
    """What a sample is of: a face, at a weight where it is variable, so large and in this colour.

    `em` is in points of the window, `lines` are what is set.
    """

    offer: FaceOffer
    lines: tuple[str, ...]
    em: float
    colour: str
    ratio: float
    weight: int | None = None


class Sampler(QObject):
    """Paints what is asked for and keeps it; `painted` comes when something new is there."""

    painted = Signal()

    def __init__(self, characters: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._tasks = Tasks(self, threads=1)
        self._kept: OrderedDict[tuple[object, ...], FaceSample] = OrderedDict()
        self._wanted: OrderedDict[tuple[object, ...], SampleOrder] = OrderedDict()
        self._paint = _painter(characters)

    def sample(self, wanted: SampleOrder) -> FaceSample | None:
        """The sample, or None while it is being painted."""
        key = _key(wanted)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        self._wanted[key] = wanted
        self._wanted.move_to_end(key)
        while len(self._wanted) > MOST_WANTED:
            self._wanted.popitem(last=False)
        self._go_on()
        return None

    def stop(self) -> None:
        """Nobody looks any more."""
        self._wanted.clear()
        self._tasks.stop()

    def _go_on(self) -> None:
        if self._tasks.is_busy or not self._wanted:
            return
        key, wanted = self._wanted.popitem()
        paint = self._paint

        def job(_progress: Progress) -> FaceSample:
            return paint(wanted)

        def keep(sample: FaceSample) -> None:
            self._kept[key] = sample
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            self.painted.emit()

        task = self._tasks.run(job, keep)
        task.ended.connect(self._go_on)


def _key(wanted: SampleOrder) -> tuple[object, ...]:
    known = wanted.offer.known
    place = (wanted.offer.key,) if known is None else (known.path, known.index)
    return (*place, wanted.lines, wanted.em, wanted.colour, wanted.ratio, wanted.weight)


def _painter(characters: str) -> Callable[[SampleOrder], FaceSample]:
    # of its own: that of the session belongs to the thread that composes
    ours = Catalogue()
    wide = "".join(char for char in characters if not char.isascii())
    narrow = "".join(char for char in characters if char.isascii())

    def paint(wanted: SampleOrder) -> FaceSample:
        offer = wanted.offer
        try:
            face = (
                ours.face(offer.key)
                if offer.known is None
                else sample_face(offer.known, wanted.weight)
            )
        except FaceError as error:
            return FaceSample(None, "", error.why)
        asked = wide if offer.script == "chinese" else narrow
        missing = "".join(char for char in asked if not face.glyph(char))
        return FaceSample(_image(face, wanted), missing)

    return paint


def _image(face: Face, wanted: SampleOrder) -> QImage:
    """The lines of a sample under each other, as high as 1.25 em each."""
    set_lines = [_places(face, line) for line in wanted.lines]
    em, leading = wanted.em, wanted.em * LEADING
    width = max(width for _, _, width in set_lines) * em + 2
    size = QSize(ceil(width * wanted.ratio), ceil(leading * len(set_lines) * wanted.ratio))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(wanted.ratio)
    image.fill(0)
    colour = QColor(wanted.colour)
    ink = Ink("sample", (colour.redF(), colour.greenF(), colour.blueF()))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    pen = OutlinePen(Outlines(), painter)
    for at, (glyphs, places, _) in enumerate(set_lines):
        baseline = leading * at + em * BASELINE
        pen.glyphs(face, em, ink, glyphs, [1 + x * em for x in places], baseline)
    painter.end()
    return image


def _places(face: Face, line: str) -> tuple[list[int], list[float], float]:
    """The glyphs of a line, where each stands and how wide all are, in em; what the face lacks
    leaves its room empty.
    """
    glyphs: list[int] = []
    places: list[float] = []
    x = 0.0
    for char in line:
        glyph = face.glyph(char)
        if glyph:
            glyphs.append(glyph)
            places.append(x)
        x += face.advance(glyph) if glyph else 1.0
    return glyphs, places, x
