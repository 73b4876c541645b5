"""用词和导出: whose word lists count for a publication's issues, what they are exported for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.own_presets import known_presets, presets_in
from desktop.dialogs.preset_list import preset_summary, preset_title
from desktop.dialogs.publication.page import PublicationPage
from desktop.house import house_file
from desktop.settings import Settings
from desktop.widgets import set_property, tall_rows
from desktop.words import tr
from layouts.files import copy_whole, write_aside
from layouts.importing.wording import HouseWords, house_toml
from layouts.prepress.preset import Preset
from layouts.prepress.presets import save_preset, stock_presets
from layouts.publication import Publication

WORDS = "words.toml"
"""The publication's own word lists in its folder."""

PRESETS = "presets"
"""The folder inside it where presets lie that are not ours."""

_VALUE = Qt.ItemDataRole.UserRole


class PresetsPage(PublicationPage):
    """A tick for word lists of its own, and a list of presets with ticks."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("用词和导出"),
            tr("词表和导出预设跟着刊物走：谁来编都按同一套检查，导出时先列出这里勾选的。"),
            parent,
        )
        self._folder = folder
        self.words = QCheckBox(tr("刊物有自己的词表（领导、单位、写法、慎用词）"))
        self.words.clicked.connect(self._follow)
        self.column.addWidget(self.words)
        self.note = QLabel(wordWrap=True)
        set_property(self.note, "role", "quiet")
        self.column.addWidget(self.note)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("导出预设"))
        self.list.itemChanged.connect(self._tell)
        self.add(tr("导出预设（勾选的先列出；拖动可以换次序）"), self.list)
        tall_rows(self.list)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.column.addStretch(1)

    def show_publication(self, publication: Publication) -> None:
        """Show whether it has word lists, and which presets."""
        self._publication = publication
        self.words.setChecked(bool(publication.words))
        own = presets_in(self._folder, publication.presets)
        first = {name for name, _ in own}
        there = {preset.name for _, preset in own}
        others = [(preset.name, preset) for preset in known_presets() if preset.name not in there]
        self.list.blockSignals(True)
        self.list.clear()
        for name, preset in (*own, *others):
            self._row(name, preset, ticked=name in first)
        self.list.blockSignals(False)
        self._say()

    def _row(self, name: str, preset: Preset, *, ticked: bool) -> None:
        item = QListWidgetItem(f"{preset_title(preset)}    {preset_summary(preset)}", self.list)
        item.setData(_VALUE, (name, preset))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with the lists and presets that are ticked."""
        words: Sequence[str] = publication.words or (WORDS,)
        return replace(
            publication,
            words=tuple(words) if self.words.isChecked() else (),
            presets=tuple(_kept_as(name) for name, _ in self._ticked),
        )

    @property
    def _ticked(self) -> list[tuple[str, Preset]]:
        rows = (self.list.item(row) for row in range(self.list.count()))
        return [row.data(_VALUE) for row in rows if row.checkState() is Qt.CheckState.Checked]

    @property
    def is_copied(self) -> bool:
        """Whether files come into the folder that are not there."""
        return any(True for _ in self._missing())

    def _missing(self) -> list[Path]:
        wanted = [self._folder / WORDS] if self.words.isChecked() else []
        wanted = [] if self._publication.words else wanted
        wanted += [
            self._folder / kept
            for name, _ in self._ticked
            if (kept := _kept_as(name)).endswith(".toml")
        ]
        return [path for path in wanted if not path.exists()]

    def write(self) -> None:
        """Put into the folder what the publication names and is not there: word lists as those of
        this machine are now, presets of one's own. BanxinError and OSError where that cannot be.
        """
        presets = {self._folder / _kept_as(name): preset for name, preset in self._ticked}
        for path in self._missing():
            path.parent.mkdir(exist_ok=True)
            if path in presets:
                save_preset(presets[path], path)
            else:
                _write_words(path)

    def take_focus(self) -> None:
        """Have the keys at the tick."""
        self.words.setFocus()

    def _tell(self, _item: object = None) -> None:
        self.changed.emit()

    def _follow(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self.words.isChecked():
            self.note.setText(tr("现在按各台电脑自己的“本单位用词”检查。"))
        elif self._publication.words:
            self.note.setText(
                tr("词表在刊物文件夹的 {name}。", name="、".join(self._publication.words))
            )
        else:
            self.note.setText(tr("保存时把这台电脑的“本单位用词”抄一份放进刊物文件夹。"))


def _kept_as(name: str) -> str:
    """How a publication names a preset: ours by name, others as files of its folder."""
    ours = {preset.name for preset in stock_presets()}
    return name if name in ours or name.endswith(".toml") else f"{PRESETS}/{name}.toml"


def _write_words(path: Path) -> None:
    source = house_file(Settings())
    if source.is_file():
        copy_whole(source, path)
    else:
        write_aside(path, house_toml(HouseWords()).encode())
