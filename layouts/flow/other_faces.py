"""What composers ask of layouts that name faces of others; for all else nothing is loaded."""

from __future__ import annotations

from pathlib import Path

from fonts.catalogue import Catalogue
from fonts.roles import BETWEEN
from layouts.errors import Finding
from layouts.house.layout import Layout


def about_faces(layout: Layout, catalogue: Catalogue) -> list[Finding]:
    """What there is to say of the faces that a layout names, which are found and opened here:
    before anyone is forked, so that all processes of an export set in the same ones.
    """
    if not names_others(layout):
        return []
    catalogue.look_in(Path(layout.folder) if layout.folder else None)
    from layouts.flow.face_findings import face_findings

    return face_findings(layout, catalogue)


def faces_have_come(layout: Layout, catalogue: Catalogue) -> bool:
    """Whether faces that the layout names and that were missing can be used by now: a share came
    back, somebody installed them. Asks the disk.
    """
    if not names_others(layout):
        return False
    from layouts.flow.face_findings import have_come

    return have_come(layout, catalogue)


def names_others(layout: Layout) -> bool:
    """Whether a layout names faces that are not ours."""
    return any(BETWEEN in key for style in layout.styles.values() for key in style.faces)
