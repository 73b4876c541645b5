"""报尾: who gets every issue, who edits it, how many are printed."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.dialogs.publication.fields import FieldGrid
from desktop.dialogs.publication.page import PublicationPage
from desktop.words import tr
from layouts.publication import Publication
from layouts.publication.schema import COLOPHON_FIELDS, RECEIVER_FIELDS


class ColophonPage(PublicationPage):
    """The distribution list and what else the colophon says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("报尾"),
            tr("发送单位和编辑、电话、印数；单位之间用逗号隔开。某一期不同，在那一期里改。"),
            parent,
        )
        self.fields = FieldGrid((*RECEIVER_FIELDS, *COLOPHON_FIELDS))
        self.fields.changed.connect(self.changed)
        self.column.addWidget(self.fields)
        self.column.addStretch(1)

    def show_publication(self, publication: Publication) -> None:
        """Show the colophon."""
        self.fields.show_values(publication.colophon)
        self.fields.show_for(publication.profile)

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with the colophon that stands here."""
        return replace(publication, colophon=self.fields.taken_into(publication.colophon))

    def follow(self, publication: Publication) -> None:
        """Show the fields of its kind, which another page may have changed."""
        self.fields.show_for(publication.profile)

    def take_focus(self) -> None:
        """Have the keys in the first field."""
        next(iter(self.fields.lines.values())).setFocus()
