"""A PDF file under construction.

The only module that knows ReportLab, whose object layer numbers the objects and writes the file.

ReportLab carries no annotations, so its values are unknown to the type checker in this module and
nowhere else.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUntypedBaseClass=false

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reportlab.pdfbase import pdfdoc

from layouts.pdf.packing import SINCE, Written, packed_file
from layouts.pdf.syntax import array, dictionary, text_string

PDF_VERSION = (1, 7)
PRODUCER = "Banxin 版心"


class _Object(pdfdoc.PDFObject):
    """A written object, with its `data` where it is a stream: photos are not copied before the file
    is put together.

    ReportLab's own dictionaries take a quarter of a second for 1,100 pages; this takes none.
    """

    def __init__(self, written: bytes, data: bytes | None = None) -> None:
        self.written = written
        self.data = data

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return (
            self.written
            if self.data is None
            else b"%b\nstream\n%b\nendstream" % (self.written, self.data)
        )


class _Catalog(pdfdoc.PDFObject):
    """The document's root.

    ReportLab's own writes only the keys it knows, which are not all that standards ask for.
    """

    def __init__(self, pages: pdfdoc.PDFObjectReference) -> None:
        self.entries = {"Type": "/Catalog", "PageMode": "/UseNone", "Pages": pages}

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return pdfdoc.PDFDictionary(self.entries).format(document)


class _Numbered(pdfdoc.PDFDocument):
    """ReportLab's document, which also tells what it has numbered: `values[k]` is object k + 1.

    The seam: whatever gets a number, ReportLab's own objects included, gets it in `Reference`;
    where it keeps them is its own affair.
    """

    def __init__(self, version: tuple[int, int]) -> None:
        self.values: list[pdfdoc.PDFObject] = []
        super().__init__(invariant=1, pdfVersion=version)

    def Reference(  # noqa: N802
        self, obj: pdfdoc.PDFObject, name: str | None = None
    ) -> pdfdoc.PDFObjectReference:
        """A reference to an object, which gets the next number where it has none."""
        reference = super().Reference(obj, name)
        if isinstance(reference, pdfdoc.PDFObjectReference) and int(
            reference.format(self).split()[0]
        ) > len(self.values):
            self.values.append(obj)
        return reference


class Document:
    """Objects go in as dictionaries of written values (see `syntax`), references to them come out,
    `finish` gives the file.

    No clock and no random number goes into the file: its ID is a digest of what was put in, and
    there are no dates but those given.
    """

    def __init__(
        self,
        title: str,
        author: str,
        language: str,
        info: Mapping[str, str] | None = None,
        version: tuple[int, int] = PDF_VERSION,
    ) -> None:
        self._version = version
        self._pdf = _Numbered(version)
        self._digest = hashlib.sha256()
        self._reserved: dict[str, _Object] = {}
        pages = self._pdf.Reference(self._pdf.Pages)
        self._pages = self._written(pages)
        self._pdf.Catalog = _Catalog(pages)
        self.set_catalog("Lang", text_string(language))
        self.set_catalog("ViewerPreferences", dictionary({"DisplayDocTitle": "true"}))
        people = {"Author": text_string(author)} if author else {}
        self._pdf.info = self._object(
            {
                "Title": text_string(title),
                **people,
                "Producer": text_string(PRODUCER),
                **(info or {}),
            }
        )
        self._root = self._written(self._pdf.Reference(self._pdf.Catalog))
        self._info = self._written(self._pdf.Reference(self._pdf.info))

    def set_catalog(self, key: str, value: str) -> None:
        """Set an entry of the document's root."""
        self._pdf.Catalog.entries[key] = value

    def add(self, entries: Mapping[str, str]) -> str:
        """A new dictionary object; its reference."""
        return self._reference(self._object(entries))

    def add_value(self, value: str) -> str:
        """A new object that is no dictionary; its reference."""
        written = value.encode("ascii")
        self._digest.update(written)
        return self._reference(_Object(written))

    def digest(self) -> bytes:
        """32 bytes that tell what was put in so far."""
        return self._digest.digest()

    def reserve(self) -> str:
        """A reference to a dictionary that `fill` will fill: for objects that refer to each
        other.
        """
        value = _Object(b"null")
        reference = self._reference(value)
        self._reserved[reference] = value
        return reference

    def fill(self, reference: str, entries: Mapping[str, str]) -> None:
        """Give a reserved dictionary its entries."""
        self._reserved[reference].written = self._object(entries).written

    def stream(self, entries: Mapping[str, str], data: bytes) -> str:
        """A new stream object; its reference.

        `data` is already in the form that Filter in `entries` names.
        """
        head = self._object({**entries, "Length": str(len(data))}).written
        self._digest.update(data)
        return self._reference(_Object(head, data))

    def deflated(self, entries: Mapping[str, str], data: bytes) -> str:
        """A new stream object whose data went through `deflate`; its reference."""
        return self.stream({**entries, "Filter": "/FlateDecode"}, data)

    def page(
        self,
        boxes: Mapping[str, str],
        contents: str,
        resources: str,
        annotations: Sequence[str] = (),
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """A new page, after those there are; its reference.

        `more` are further entries of its dictionary.
        """
        entries = {"Type": "/Page", "Parent": self._pages, **boxes}
        if annotations:
            entries["Annots"] = array(annotations)
        page = self._object({**entries, "Resources": resources, "Contents": contents, **more})
        self._pdf.addPage(page)
        return self._reference(page)

    def finish(self) -> bytes:
        """The whole file: packed as tightly as its version of PDF allows."""
        if self._version >= SINCE:
            return packed_file(self._version, list(self._objects()), self._trailer())
        self._pdf.updateSignature(self._digest.digest())
        return self._pdf.format()

    def _objects(self) -> Iterator[Written]:
        """Every object in the order of numbers; to write one of ReportLab's may add others."""
        for one in self._pdf.values:
            if isinstance(one, _Object):
                yield Written(one.written, one.data)
            else:
                yield Written(one.format(self._pdf).strip())

    def _trailer(self) -> dict[str, str]:
        identity = f"<{self._digest.hexdigest()[:32]}>"
        return {"Root": self._root, "Info": self._info, "ID": array((identity, identity))}

    def _object(self, entries: Mapping[str, str]) -> _Object:
        written = dictionary(entries).encode("ascii")
        self._digest.update(written)
        return _Object(written)

    def _reference(self, value: _Object) -> str:
        return self._written(self._pdf.Reference(value))

    def _written(self, reference: pdfdoc.PDFObjectReference) -> str:
        return reference.format(self._pdf).decode("ascii")
