"""名称: what a publication is called, who issues it, of which kind it is, and where it lies."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.dialogs import choose
from desktop.dialogs.path_row import path_row
from desktop.dialogs.publication.fields import FieldGrid
from desktop.dialogs.publication.page import PublicationPage
from desktop.panels.forms.form import LineInput
from desktop.widgets import CollapsibleGroup, LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.issue.file_name import fit_name
from layouts.issue.masthead import INTERNAL
from layouts.messages.preflight_internal import NOTICE
from layouts.publication import Publication
from layouts.publication.schema import MASTHEAD_FIELDS

OFFICIAL = ""
"""The profile of an official newsletter."""


class BasicsPage(PublicationPage):
    """Name, issuer and kind; for a new one also its folder: `home` is where that is offered."""

    def __init__(self, home: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("名称"),
            tr("刊物是各期共用的东西：刊名、版式、栏目、报头报尾和编号。以后每期点两下就建好。"),
            parent,
        )
        self._home, self._own_folder = home, False
        self.name = LineInput()
        self.name.setPlaceholderText(tr("如：澜汀书讯"))
        self.add(tr("刊名"), self.name)
        self.profile = SegmentedControl(
            [(OFFICIAL, tr("公文简报"), None), (INTERNAL, tr("内部资料（有准印证）"), None)]
        )
        self.kind = self.add(tr("类别"), self.profile)
        # under the choice, which stays under the mouse when it brings fields
        common = [field for field in MASTHEAD_FIELDS if not field.rare]
        self.masthead = FieldGrid(common)
        self.masthead.lines["notice"].setPlaceholderText(NOTICE.zh)  # what issues get by themselves
        self.column.addWidget(self.masthead)
        self.contents = QCheckBox(tr("每期排本期要目"))
        self.column.addWidget(self.contents)
        self.folder = LineInput()
        self.folder_field = self._folder_row()
        self.folder_field.setVisible(home is not None)
        self.more = CollapsibleGroup(tr("报头里不常用的"), expanded=False)
        self.rare = FieldGrid([field for field in MASTHEAD_FIELDS if field.rare])
        self.more.body.addWidget(self.rare)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        self._connect()

    def _folder_row(self) -> LabelledControl:
        row = QWidget()
        box = path_row(self.folder, tr("选择刊物文件夹放在哪里"), self._choose_folder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        row.setLayout(box)
        self.folder.setAccessibleName(tr("刊物文件夹"))
        row.setFocusProxy(self.folder)
        field = self.add(tr("刊物文件夹"), row)
        field.set_note(tr("几个人合编就放在网络盘上：都看得到同一套设置，期号不会重复。"))
        return field

    def _connect(self) -> None:
        self.name.textChanged.connect(self._name_changed)
        self.folder.textEdited.connect(self._folder_typed)
        for part in (self.masthead, self.rare):
            part.changed.connect(self.changed)
        self.profile.valueChanged.connect(self._kind_changed)
        self.contents.clicked.connect(self.changed)

    # -- what stands here --------------------------------------------------------------------------

    def show_publication(self, publication: Publication) -> None:
        """Show name, issuer and kind."""
        self.name.setText(publication.name)
        self.masthead.show_values(publication.masthead)
        self.rare.show_values(publication.masthead)
        self.more.set_expanded(any(line.text() for line in self.rare.lines.values()))
        self.profile.set_value(publication.profile)
        self.contents.setChecked(publication.contents)
        self._say_kind()

    def taken_into(self, publication: Publication) -> Publication:
        """The publication called as it stands here."""
        masthead = self.rare.taken_into(self.masthead.taken_into(publication.masthead))
        return replace(
            publication,
            name=self.name.text().strip(),
            masthead=masthead,
            profile=str(self.profile.value() or OFFICIAL),
            contents=self.contents.isChecked(),
        )

    def problem(self) -> str:
        """A publication has a name, and a new one a folder that is not taken."""
        if not self.name.text().strip():
            return tr("请写刊名")
        if self._home is None:
            return ""
        if not self.folder.text().strip() or not self.chosen_folder.is_absolute():
            return tr("请选刊物文件夹")
        if self.chosen_folder.is_file():
            return tr("这是一个文件，请换一个文件夹")
        return ""

    def take_focus(self) -> None:
        """Have the keys in the name."""
        self.name.setFocus()

    @property
    def chosen_folder(self) -> Path:
        """Where a new publication is to lie."""
        return Path(self.folder.text().strip())

    def _name_changed(self, name: str) -> None:
        if self._home is not None and not self._own_folder:
            offered = fit_name(name.strip().replace(".", "·"))
            self.folder.setText(str(self._home / offered) if offered else "")
        self.changed.emit()

    def _folder_typed(self) -> None:
        self._own_folder = True
        self.changed.emit()

    def _choose_folder(self) -> None:
        home = self._home or Path.home()
        chosen = choose.folder_to_open(self, tr("刊物文件夹放在哪里"), str(home))
        if chosen is not None:
            self._home, self._own_folder = chosen, False
            self._name_changed(self.name.text())

    def _kind_changed(self) -> None:
        self._say_kind()
        self.changed.emit()

    def _say_kind(self) -> None:
        internal = self.profile.value() == INTERNAL
        for part in (self.masthead, self.rare):
            part.show_for(INTERNAL if internal else OFFICIAL)
        self.kind.set_note(
            tr("要填准印证号等项，按《内部资料性出版物管理办法》检查。") if internal else ""
        )
