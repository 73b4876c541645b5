"""OpenDocument texts (.odt, .ott, .fodt) of LibreOffice, WPS and Word: ODF 1.0 to 1.3."""

from layouts.importing.readers.odt.reader import read

__all__ = ["read"]
