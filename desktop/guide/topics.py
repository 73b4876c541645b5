"""Which section of the guide is about what has the focus."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.selection import SelectionKind
from desktop.words import Language


class Topic(NamedTuple):
    """The heading of a section, in each language."""

    zh: str
    en: str

    def title(self, language: Language) -> str:
        """The heading in one of them."""
        return self.zh if language == "zh" else self.en


NEW = Topic("1. 新建一期", "1. A new issue")
WINDOW = Topic("2. 认一认窗口", "2. The window")
MANUSCRIPTS = Topic("3. 收稿", "3. Manuscripts in")
ORDER = Topic("4. 排顺序", "4. The order")
PHOTOS = Topic("5. 放图片", "5. Photos")
TEXT = Topic("6. 改文字", "6. Text")
FINDINGS = Topic("7. 检查", "7. Findings")
OUT = Topic("8. 出片", "8. Out")
FITTING = Topic("整页适配", "Whole pages")
PUBLICATIONS = Topic("刊物", "Publications")
LAYOUTS = Topic("换版式", "Another layout")
DESIGN = Topic("自己的版式", "Your own layout")
FACES = Topic("自己的字体", "Faces of your own")
ART = Topic("自己的报头", "A masthead of your own")
FILES = Topic("文件在哪里", "Where files lie")
SAFE = Topic("不会丢", "Nothing gets lost")
KEYS = Topic("有快捷键的全部命令", "All commands with a key")

OF_WIDGETS = {
    "start": NEW, "new-issue": NEW,
    "import": MANUSCRIPTS, "import-report": MANUSCRIPTS,
    "issue": ORDER, "ribbon": WINDOW, "tools": WINDOW,
    "find-bar": TEXT, "mark-link": TEXT, "mark-ruby": TEXT, "propose-readings": TEXT,
    "mark-note": TEXT, "mark-comment": TEXT, "go-to-page": WINDOW,
    "findings": FINDINGS, "house-words": FINDINGS, "accept-finding": FINDINGS,
    "next-issue": PUBLICATIONS, "new-publication": PUBLICATIONS, "publication": PUBLICATIONS,
    "publication-cards": PUBLICATIONS, "layout-gallery": LAYOUTS, "house-layout": LAYOUTS,
    "layout-design": DESIGN, "faces": FACES,
    "layout-art": ART, "preferences": WINDOW,
    "insert-table": TEXT, "table": TEXT, "word-list": FINDINGS,
    "export-pdf": OUT, "export-images": OUT, "export-web": OUT, "export-ofd": OUT,
    "export-wechat": OUT, "export-word": OUT, "export-set": OUT, "marks": OUT, "word-back": OUT,
    "fitting": FITTING, "fit-chip": FITTING, "fit-layer": FITTING,
    "history": FILES, "recovery": SAFE, "bars": SAFE,
    "shortcuts": KEYS, "palette": KEYS,
}  # fmt: skip
"""By the object names of panels and dialogs."""

SHOWING = {"pages", "inspector"}
"""What shows whatever is selected."""

OF_SELECTIONS = {
    SelectionKind.TEXT: TEXT,
    SelectionKind.MASTHEAD: TEXT,
    SelectionKind.COLOPHON: TEXT,
    SelectionKind.PHOTO: PHOTOS,
    SelectionKind.BOX: TEXT,
    SelectionKind.ARTICLE: ORDER,
    SelectionKind.SECTION: ORDER,
}


def topic_of(focus: QWidget | None, selected: SelectionKind) -> Topic:
    """What the guide has on the control with the focus; on what is selected, where that is shown
    there.
    """
    widget = focus
    while widget is not None:
        name = widget.objectName()
        if name in OF_WIDGETS:
            return OF_WIDGETS[name]
        if name in SHOWING:
            return OF_SELECTIONS.get(selected, WINDOW)
        widget = widget.parentWidget()
    return WINDOW
