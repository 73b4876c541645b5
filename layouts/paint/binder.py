"""The binder: a process that packs photos and fonts and makes a file of the pages that others paint
(`layouts.shared_export`).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from layouts.files import write_aside
from layouts.page.faces import Faces
from layouts.page.page import Edition

# not used here: loaded once for `bind` and for who paints, before the binder is forked
from layouts.paint import content
from layouts.paint.pictures import PhotoName, PictureUse, embedded, named_photos
from layouts.paint.usage import Usage
from layouts.parallel import Talk

__all__ = ["bind_for", "content"]


def bind_for(output: Path, faces: Faces, talk: Talk) -> None:
    """Hear of the photos, of the glyphs used, of the edition and its content streams; tell the
    photos' names, write the file and say so.

    Whatever is at fault ends the process: whoever waits for it does the work over and finds the
    sentence.
    """
    # ReportLab takes 50 ms to import: now, while others read and compose
    import_module("layouts.pdf.document")
    from layouts.paint.composite import pack_fonts
    from layouts.paint.pdf import bind

    rasters = {use.key: embedded(use) for use in talk.receive(list[PictureUse])}
    usages, places, shown = talk.receive(tuple[dict[str, Usage], list[object], list[str]])
    faces.adopt(places)
    photos = named_photos({key: rasters[key] for key in shown})
    talk.send(
        {
            key: PhotoName(photo.name, photo.orientation, photo.stencil)
            for key, photo in photos.items()
        }
    )
    fonts = pack_fonts(faces, usages)
    edition, contents = talk.receive(tuple[Edition, list[bytes]])
    write_aside(output, bind(edition, fonts, photos, contents))
    talk.send(True)
