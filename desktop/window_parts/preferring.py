"""What the editor prefers: the rows of the dialog, and how each comes into force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication

from desktop.house_faces import use_house_faces
from desktop.settings import (
    APPEARANCE,
    AUTHOR,
    EXPORTS,
    FACES,
    LANGUAGE,
    ONE_WINDOW,
    SECOND_START,
    TEXT_SIZE,
    TEXT_SIZES,
)
from desktop.theme import restyle, text_scale, use_appearance, use_text_size
from desktop.window_parts.services import Services
from desktop.words import install_translations, language, tr
from layouts.store.owning import person

if TYPE_CHECKING:
    from desktop.dialogs.preferences import Preference


class Preferring(QObject):
    """Shows the preferences. `speak` has the window say everything in the language chosen."""

    def __init__(self, services: Services, speak: Callable[[], None]) -> None:
        super().__init__(services)
        self._services = services
        self._speak = speak

    def open(self) -> None:
        """Show them over the window."""
        self._open()

    def _open(self, place: QRect | None = None) -> None:
        from desktop.dialogs.preferences import PreferencesDialog

        self._dialog = PreferencesDialog(
            self._services.settings, self.rows(), self._services.window
        )
        if place is not None:
            self._dialog.setGeometry(place)
        self._dialog.open()

    def rows(self) -> Sequence[Preference]:
        """Everything that can be preferred, in the order it is shown."""
        from desktop.dialogs.preferences import PreferenceChoice, PreferenceFolder, PreferenceLine

        return (
            PreferenceChoice(
                LANGUAGE,
                tr("界面语言"),
                # not words of the window: each language by its own name
                (("system", tr("跟随系统")), ("zh", "中文"), ("en", "English")),
                self._take_language,
            ),
            PreferenceChoice(
                APPEARANCE,
                tr("外观"),
                (("system", tr("跟随系统")), ("light", tr("浅色")), ("dark", tr("深色"))),
                self._take_appearance,
            ),
            PreferenceChoice(
                TEXT_SIZE,
                tr("界面文字大小"),
                (("system", tr("跟随系统")), *((size, f"{size} %") for size in TEXT_SIZES)),
                self._take_text_size,
            ),
            PreferenceChoice(
                SECOND_START,
                tr("再次启动时"),
                (("own", tr("另开一个窗口")), (ONE_WINDOW, tr("交给已经打开的窗口"))),
            ),
            PreferenceFolder(EXPORTS, tr("校样和导出的文件放在"), tr("稿件旁边")),
            PreferenceFolder(FACES, tr("字体文件夹"), tr("只用系统里的"), self._take_faces),
            PreferenceLine(AUTHOR, tr("批注署名"), person()),
        )

    def _take_appearance(self) -> None:
        use_appearance(_application(), self._services.settings.appearance)

    def _take_faces(self) -> None:
        use_house_faces(self._services.settings)
        self._services.session.look_for_faces()

    def _take_text_size(self) -> None:
        before = text_scale()
        use_text_size(_application(), self._services.settings.text_size)
        restyle(_application())
        if text_scale() != before:
            self._make_anew(TEXT_SIZE)

    def _take_language(self) -> None:
        before = language()
        if install_translations(_application(), self._services.settings.language) != before:
            self._make_anew(LANGUAGE)

    def _make_anew(self, key: str) -> None:
        """The window, and the dialog itself where it stood, the keys where they were."""
        place = self._dialog.geometry()
        self._dialog.accept()
        self._speak()
        self._open(place)
        self._dialog.fields[key].widget.setFocus()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101, for the type checker
    return app
