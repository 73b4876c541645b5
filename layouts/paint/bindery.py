"""The binder: a process of its own that packs photos and fonts and makes a file of the pages that others paint (`layouts.workshop`)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from layouts.errors import ExportError, PhotoError
from layouts.files import write_aside
from layouts.imaging.raster import Raster
from layouts.imaging.read import embed, probe
from layouts.page.faces import Faces
from layouts.page.page import Edition
from layouts.paint.composite import pack_fonts
from layouts.paint.pdf import bind
from layouts.paint.pictures import named_photos
from layouts.paint.usage import Usage
from layouts.parallel import Talk
from layouts.pdf import document  # ReportLab takes 50 ms to import: now, while others compose

__all__ = ["document", "serve"]


def serve(output: Path, faces: Faces, talk: Talk) -> None:
    """Hear of photos, of the glyphs used, of the edition and its content streams; write the file.

    The last word are the two sentences of an ExportError, or none.
    """
    rasters: dict[str, Raster] = {}
    for path in talk.receive(list[str]):
        with suppress(PhotoError):
            rasters[path] = embed(probe(Path(path)))
    talk.send({path: raster.orientation for path, raster in rasters.items()})
    fonts = pack_fonts(faces, talk.receive(dict[str, Usage]))
    edition, contents = talk.receive(Edition), talk.receive(list[bytes])
    paths = dict.fromkeys(picture.path for page in edition.pages for picture in page.pictures)
    photos = named_photos({path: rasters[path] for path in paths})
    try:
        write_aside(output, bind(edition, fonts, photos, contents))
    except ExportError as error:
        talk.send([error.zh, error.en])
    else:
        talk.send([])
