"""A layout of a file goes along: into the folder of an issue or of a publication."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from layouts.errors import PublicationError
from layouts.house.package import pictures_with
from layouts.house.whole import whole_layout
from layouts.house.written import written_layout
from layouts.messages.publication import LAYOUT_NOT_BROUGHT
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.saving import DISK


def bring_layout(name: str, source: Path, folder: Path, file: str, disk: Disk = DISK) -> None:
    """Put the layout `name` of the folder `source` into `folder` as `file`, standing on no other,
    its pictures beside it.

    LayoutError where it or one of its pictures cannot be read, PublicationError where one cannot be
    written.
    """
    text = whole_layout(name, source)
    put_layout(text, pictures_with(written_layout(name, source).document), folder, file, disk)


def put_layout(
    text: bytes, pictures: Mapping[str, bytes], folder: Path, file: str, disk: Disk = DISK
) -> None:
    """Put the text of a layout into a folder, and pictures by their names from there: first, so
    that a layout that is there has them. PublicationError where one cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for picture, content in pictures.items():
            target = folder / picture
            target.parent.mkdir(parents=True, exist_ok=True)
            disk.write_whole(target, content)
        disk.write_whole(folder / file, text)
    except OSError as error:
        raise PublicationError(*LAYOUT_NOT_BROUGHT(why=reason(error))) from error
