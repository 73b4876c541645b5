"""The words of the window: Chinese in the source, English from resources/translations, which
update.py there keeps.
"""

from __future__ import annotations

from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources import resource

Language = Literal["zh", "en"]

CONTEXT = "banxin"
"""The one context of all our words, and the name of the translators we install."""


def tr(text: str, /, *, meaning: str = "", **values: object) -> str:
    """A text of the window in the editor's language, `{names}` filled in: `tr("第 {page} 页",
    page=3)`.

    The text is one string literal, so that update.py finds it. A whole number called `n` chooses
    between singular and plural: `tr("{n} 页", n=1)` is "1 page". `meaning`, another literal, tells
    apart what Chinese says with one word: `tr("编辑", meaning="person")`.

    Call it where the text is shown and not when a module loads: the language is chosen later.
    """
    count = values.get("n")
    said = QCoreApplication.translate(
        CONTEXT, text, meaning or None, count if isinstance(count, int) and count >= 0 else -1
    )
    return said.format(**values) if values else said


def language() -> Language:
    """The language the window speaks now; findings and errors carry their own sentence in each."""
    return "zh" if tr("zh") == "zh" else "en"


class InBothLanguages(Protocol):
    """What is said in Chinese and English: a finding, an error, a message, a rule."""

    @property
    def zh(self) -> str:
        """In Chinese."""
        ...

    @property
    def en(self) -> str:
        """In English."""
        ...


def spoken(said: InBothLanguages) -> str:
    """What it says in the language of the window."""
    return said.zh if language() == "zh" else said.en


def system_language() -> Language:
    """Chinese where the system's first language is Chinese, else English."""
    return (
        "zh" if any(name.startswith("zh") for name in QLocale.system().uiLanguages()[:1]) else "en"
    )


def install_translations(app: QCoreApplication, language: Language | None = None) -> Language:
    """Speak a language from now on, the system's where none is named; standard dialogs and buttons
    follow. Answers which it is.

    What is on the screen already changes only where it handles QEvent.LanguageChange: best called
    before the first window.
    """
    for installed in app.findChildren(QTranslator, CONTEXT):
        app.removeTranslator(installed)
        installed.setParent(None)  # nobody holds it any longer
    spoken = language or system_language()
    if spoken == "en":
        _install(app, str(resource("translations/banxin_en.qm")))
    else:  # ours are Chinese already: only Qt's own words need a translation
        _install(app, str(resource("translations/qt_zh.qm")))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(app, f"{folder}/qtbase_zh_CN.qm")
    # the last one is asked first
    _install(app, str(resource("translations/keys.qm")))
    return spoken


def _install(app: QCoreApplication, file: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(CONTEXT)
    if translator.load(file):
        app.installTranslator(translator)
