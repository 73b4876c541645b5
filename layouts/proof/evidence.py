"""A written file, opened again: what the rules ask about, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import cast

import pikepdf

from layouts.errors import ExportError
from layouts.messages.pdf import (
    NO_PDF,
    NOT_PROVED_DAMAGED,
    NOT_PROVED_LOCKED,
    PDF_WITHOUT_PAGES,
    TOO_LONG_TO_PROVE,
)
from layouts.proof import icc, xmp
from layouts.proof.content import Budget, page_content
from layouts.proof.known import LookedInto
from layouts.proof.objects import (
    Box,
    PdfNode,
    box,
    entries,
    get,
    is_dictionary,
    items,
    name,
    nodes,
    text,
)
from layouts.proof.painted import PageContent, Painted
from layouts.written import MOST_PAGES, open_written, unpacked

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


class Intent:
    """An output intent (ISO 32000-1 14.11.5): `kind` is GTS_PDFX or GTS_PDFA1."""

    def __init__(self, entry: object) -> None:
        self.kind = name(get(entry, "/S"))
        self.condition = text(get(entry, "/OutputConditionIdentifier"))
        self.info = text(get(entry, "/Info"))
        self.registry = text(get(entry, "/RegistryName"))
        self.stream = get(entry, "/DestOutputProfile")
        self.declared = get(self.stream, "/N")

    @cached_property
    def data(self) -> bytes:
        """The embedded profile; empty where there is none."""
        return unpacked(self.stream)

    @cached_property
    def profile(self) -> icc.Profile | None:
        """What the profile says of itself."""
        return icc.profile(self.data)


class PageFacts:
    """A page: its number, boxes in pt, annotations, and what it paints."""

    def __init__(self, number: int, page: pikepdf.Page, known: LookedInto, budget: Budget) -> None:
        self._budget = budget
        self.number = number
        self.page = page
        self._known = known
        self.entry = page.obj
        self.boxes: dict[str, Box] = {}
        for key in BOXES:
            found = box(_inherited(page.obj, f"/{key}"))
            if found:
                self.boxes[key] = found
        self.annotations = [
            entry for entry in items(get(page.obj, "/Annots")) if is_dictionary(entry)
        ]

    @property
    def finished(self) -> Box | None:
        """What of the page is delivered: the TrimBox, or the ArtBox in its place."""
        return self.boxes.get("TrimBox") or self.boxes.get("ArtBox")

    @property
    def printed(self) -> Box | None:
        """What may carry ink: the bleed, where none is given the trim."""
        return self.boxes.get("BleedBox") or self.finished

    @cached_property
    def content(self) -> PageContent:
        """What the page paints."""
        return page_content(
            self.page, _inherited(self.entry, "/Resources"), self._known, self._budget
        )


class Evidence:
    """A file and everything about it that rules ask for; whatever takes time is read when the first
    rule asks.
    """

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self.data = data
        self.pdf = pdf
        self.root = cast("object", pdf.Root)
        self.header = data[:1024]
        known = LookedInto()
        budget = Budget()
        self.pages = [
            PageFacts(number, page, known, budget) for number, page in enumerate(pdf.pages, start=1)
        ]

    @cached_property
    def nodes(self) -> list[PdfNode]:
        """Every dictionary and stream of the file."""
        return nodes(self.pdf)

    @cached_property
    def info(self) -> dict[str, str]:
        """The document information dictionary (ISO 32000-1 14.3.3)."""
        return {
            key[1:]: text(value)
            for key, value in entries(cast("object", self.pdf.trailer.get("/Info")))
        }

    @cached_property
    def packet(self) -> bytes:
        """The XMP packet of the document; empty where there is none."""
        return unpacked(get(self.root, "/Metadata"))

    @cached_property
    def xmp(self) -> dict[str, str]:
        """Its properties; none where it cannot be read."""
        try:
            return xmp.properties(self.packet) if self.packet else {}
        except ValueError:
            return {}

    @cached_property
    def intents(self) -> list[Intent]:
        """The output intents that the catalogue names (ISO 32000-1 14.11.5)."""
        return [Intent(entry) for entry in items(get(self.root, "/OutputIntents"))]

    def having(self, *keys: str) -> Iterator[PdfNode]:
        """The dictionaries that have one of these entries."""
        wanted = frozenset(keys)
        return (node for node in self.nodes if not wanted.isdisjoint(node.keys))

    def streams(self) -> Iterator[pikepdf.Stream]:
        """Every stream of the file, whatever leads to it."""
        return (node.value for node in self.nodes if isinstance(node.value, pikepdf.Stream))

    def images(self) -> Iterator[pikepdf.Stream]:
        """Every image that is an object of its own."""
        return (stream for stream in self.streams() if name(get(stream, "/Subtype")) == "Image")

    def painted(self) -> Iterator[tuple[PageFacts, Painted]]:
        """Every mark on every page."""
        return ((page, painted) for page in self.pages for painted in page.content.painted)


def open_evidence(data: bytes, name_of_file: str) -> Evidence:
    """Open a file for proof.

    ExportError where it cannot be: no PDF, under a password, damaged, without pages.
    """
    try:
        pdf = open_written(data)
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise ExportError(*TOO_LONG_TO_PROVE(name=name_of_file, count=count, most=MOST_PAGES))
        evidence = Evidence(data, pdf)
    except pikepdf.PasswordError as error:
        raise ExportError(*NOT_PROVED_LOCKED(name=name_of_file)) from error
    except pikepdf.PikepdfError as error:
        raise unreadable(data, name_of_file) from error
    if not evidence.pages:
        raise ExportError(*PDF_WITHOUT_PAGES(name=name_of_file))
    return evidence


def unreadable(data: bytes, name_of_file: str) -> ExportError:
    """What to say of a file that breaks while it is read."""
    if b"%PDF-" in data[:1024]:
        return ExportError(*NOT_PROVED_DAMAGED(name=name_of_file))
    return ExportError(*NO_PDF(name=name_of_file))


def _inherited(entry: object, key: str) -> object:
    """An entry of a page or of the nodes it hangs on (ISO 32000-1 7.7.3.4)."""
    for _ in range(32):
        found = get(entry, key)
        if found is not None or not is_dictionary(entry):
            return found
        entry = get(entry, "/Parent")
    return None
