"""The file that imposed sheets make: its boxes, what it keeps of the one its pages come from, its
bytes.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from layouts.imposition.marks import Edges
from layouts.written import unpacked

_KEPT = (
    "/Type",
    "/Pages",
    "/Version",
    "/Metadata",
    "/OutputIntents",
    "/Lang",
    "/OCProperties",
    "/Extensions",
)
"""What imposed sheets keep of a document's root.

Bookmarks, labels and structure tell of pages that are no longer pages.
"""


def page_box(box: Edges) -> Array:
    """A rectangle as an array of a page."""
    return Array([round(edge, 3) for edge in box])


def settle(pdf: pikepdf.Pdf, duplex: Name | None) -> None:
    """Of the root only what still holds; asks the printer for no scaling and, with `duplex`, for
    both sides (ISO 32000-1 table 150).
    """
    shown = pdf.Root.get("/ViewerPreferences", Dictionary())
    for key in list(pdf.Root.keys()):
        if key not in _KEPT:
            del pdf.Root[key]
    title = {"/DisplayDocTitle": shown["/DisplayDocTitle"]} if "/DisplayDocTitle" in shown else {}
    printing = {
        "/PrintScaling": Name("/None"),
        **({"/Duplex": duplex} if duplex is not None else {}),
        "/PickTrayByPDFSize": True,
    }
    pdf.Root.ViewerPreferences = Dictionary({**title, **printing})
    if "/Metadata" in pdf.Root and b"pdfuaid" in unpacked(pdf.Root.Metadata):
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if "pdfuaid:part" in metadata:
                del metadata["pdfuaid:part"]  # without structure no PDF/UA (ISO 14289-1 7.1)
            if metadata.get("pdfaid:conformance") == "A":
                metadata["pdfaid:conformance"] = "U"  # and no level A of PDF/A (ISO 19005-2 6.7.1)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file, always the same for the same. ValueError where qpdf had to mend it."""
    out = io.BytesIO()
    streams = pikepdf.ObjectStreamMode
    packed = streams.generate if pdf.pdf_version >= "1.5" else streams.disable
    pdf.save(out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=packed)
    if pdf.get_warnings():  # pyright: ignore[reportUnknownMemberType]  # a list, of what it does not say
        raise ValueError  # qpdf mended something: what, nobody has seen
    return out.getvalue()
