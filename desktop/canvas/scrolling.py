"""The wheel and the touchpad: smooth scrolling, enlarging at the pointer."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QCursor, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QGestureEvent,
    QPinchGesture,
    QScrollBar,
)

from desktop.canvas.camera import Camera
from desktop.canvas.surface import Surface
from desktop.canvas.zooming import PER_NOTCH

NOTCH = 120.0
"""What Qt counts for one notch of a wheel."""

SMOOTH = 110
"""A notch glides this long, milliseconds."""


class Wheel:
    """Turns wheel, touchpad and pinch into scrolling and zoom."""

    def __init__(self, area: QAbstractScrollArea, camera: Camera, surface: Surface) -> None:
        self._area = area
        self._camera = camera
        self._surface = surface
        self._target = 0.0
        self._bar: QScrollBar | None = None
        self._glide = QVariantAnimation(area)
        self._glide.setDuration(SMOOTH)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)

    def turned(self, event: QWheelEvent) -> None:
        """One turn of the wheel, or one move of two fingers."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        turn = angle.y() or angle.x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(PER_NOTCH ** (turn / NOTCH), event.position())
        # a touchpad, which glides by itself
        elif not pixels.isNull():
            self._glide.stop()
            for bar, delta in (
                (self._area.horizontalScrollBar(), pixels.x()),
                (self._area.verticalScrollBar(), pixels.y()),
            ):
                bar.setValue(bar.value() - delta)
        else:
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or not angle.y()
            bar = self._area.horizontalScrollBar() if sideways else self._area.verticalScrollBar()
            lines = QApplication.wheelScrollLines()
            self._roll(bar, -turn / NOTCH * lines * bar.singleStep())
        event.accept()

    def _zoom(self, factor: float, at: QPointF) -> None:
        self._surface.zooming()
        self._camera.set_zoom(self._camera.zoom * factor, at)

    def _roll(self, bar: QScrollBar, distance: float) -> None:
        gliding = self._glide.state() is QVariantAnimation.State.Running and self._bar is bar
        # a notch while it glides adds to where it was going
        start = self._target if gliding else float(bar.value())
        self._bar = bar
        self._target = min(float(bar.maximum()), max(float(bar.minimum()), start + distance))
        self._glide.stop()
        # Qt's nearest word for: the system wants things to move
        if QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu) or not self._area.isVisible():
            self._glide.setStartValue(float(bar.value()))
            self._glide.setEndValue(self._target)
            self._glide.start()
        else:
            bar.setValue(round(self._target))

    def _glided(self, value: object) -> None:
        if self._bar is not None:
            self._bar.setValue(round(cast("float", value)))

    def pinched(self, event: QEvent) -> bool:
        """A pinch on touchscreen or touchpad; False where the event is none."""
        viewport = self._area.viewport()
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = QPointF(viewport.mapFromGlobal(QCursor.pos()))
                if not pinch.hotSpot().isNull():
                    at = QPointF(viewport.mapFromGlobal(pinch.hotSpot().toPoint()))
                self._zoom(pinch.scaleFactor(), at)
                return True
        return False
