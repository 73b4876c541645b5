"""XMP metadata (ISO 16684-1): the properties of the document, flat, by their usual prefixes."""

from __future__ import annotations

from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"

PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
"""Prefixes of the namespaces we ask about; a property of any other goes by its namespace in
braces.
"""


def properties(packet: bytes) -> dict[str, str]:
    """The properties, such as `dc:title`: the text, of a list the texts joined by `; `.

    ValueError for what is not XMP in UTF-8, and for a packet with a document type: entities have no
    business in metadata.
    """
    written = packet.decode("utf8").strip("\x00 \r\n\t\ufeff")
    if "<!DOCTYPE" in written or "<!ENTITY" in written:
        raise ValueError(written[:20])
    try:
        tree = ElementTree.fromstring(written)  # noqa: S314  # no declarations, as just seen, so nothing to expand or fetch
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    found: dict[str, str] = {}
    for description in tree.iterfind(f".//{RDF}RDF/{RDF}Description"):
        for key, value in description.attrib.items():
            found[_named(key)] = value
        for entry in description:
            found[_named(entry.tag)] = _text(entry)
    return found


def schemas(packet: bytes) -> set[str]:
    """The namespaces that extension schemas describe (ISO 19005-2 6.6.2.3.3); none where the packet
    cannot be read.
    """
    try:
        tree = ElementTree.fromstring(packet.decode("utf8").strip("\x00 \r\n\t\ufeff"))  # noqa: S314  # entities: as in `properties`
    except (ElementTree.ParseError, UnicodeDecodeError):
        return set()
    return {(entry.text or "").strip() for entry in tree.iterfind(f".//{SCHEMA}namespaceURI")}


def _named(tag: str) -> str:
    namespace, _, local = tag.lstrip("{").rpartition("}")
    return f"{PREFIXES.get(namespace, '{' + namespace + '}')}:{local}"


def _text(entry: ElementTree.Element) -> str:
    listed = [item.text or "" for item in entry.iterfind(f"*/{RDF}li")]
    return "; ".join(listed) if listed else (entry.text or "").strip()
