"""The tables by which a JPEG is decoded: whether they are whole, and whether each scan has those it
asks for (ITU-T T.81 B.2).
"""

from __future__ import annotations

from layouts.imaging.raster import DamagedError

_HUFFMAN, _QUANTISATION, _RESTART_INTERVAL = 0xC4, 0xDB, 0xDD
_LENGTHS = 16
_SPECTRUM = 64


class Tables:
    """What tables there are so far.

    A file that lacks one is refused here and not by the reader's viewer.
    """

    def __init__(self) -> None:
        self._huffman: set[int] = set()
        self._quantisation: set[int] = set()

    def read(self, marker: int, segment: bytes) -> None:
        """Note the tables of a segment that defines some. DamagedError where one is broken."""
        if marker == _HUFFMAN:
            self._read_huffman(segment)
        elif marker == _QUANTISATION:
            self._read_quantisation(segment)
        elif marker == _RESTART_INTERVAL and len(segment) != 2:
            raise DamagedError

    def check_scan(self, segment: bytes, component_ids: bytes, quantisation: bytes) -> None:
        """DamagedError where a scan, or the frame with its components and their quantisation, names
        what does not exist.
        """
        count = segment[0] if segment else 0
        if (
            not 1 <= count <= 4
            or len(segment) != 4 + 2 * count
            or not self._quantisation.issuperset(quantisation)
        ):
            raise DamagedError
        first, last, refinement = (
            segment[1 + 2 * count],
            segment[2 + 2 * count],
            segment[3 + 2 * count] >> 4,
        )
        for component, selectors in zip(
            segment[1 : 1 + 2 * count : 2], segment[2 : 2 + 2 * count : 2], strict=True
        ):
            # a progressive scan of AC coefficients has no DC table, and one that refines DC reads
            # bare bits
            needs_dc = first == 0 and refinement == 0
            # as DHT numbers them: the class in the upper half
            dc, ac = selectors >> 4, 0x10 | selectors & 15
            if (
                component not in component_ids
                or (needs_dc and dc not in self._huffman)
                or (last > 0 and ac not in self._huffman)
            ):
                raise DamagedError

    def _read_huffman(self, segment: bytes) -> None:
        at = 0
        while at < len(segment):
            counts = segment[at + 1 : at + 1 + _LENGTHS]
            # A code of n bits takes up 1/2^n of all codes: together they cannot take up more than
            # there is.
            room = sum(count << (_LENGTHS - 1 - bits) for bits, count in enumerate(counts))
            if (
                len(counts) != _LENGTHS
                or room > 1 << _LENGTHS
                or sum(counts) > 256
                or segment[at] & 0xEC  # class 0 or 1, table 0 to 3
            ):
                raise DamagedError
            self._huffman.add(segment[at])
            at += 1 + _LENGTHS + sum(counts)
        if at != len(segment):
            raise DamagedError

    def _read_quantisation(self, segment: bytes) -> None:
        at = 0
        while at < len(segment):
            precision, table = segment[at] >> 4, segment[at] & 15
            if precision > 1 or table > 3:
                raise DamagedError
            self._quantisation.add(table)
            at += 1 + _SPECTRUM * (1 + precision)
        if at != len(segment):
            raise DamagedError
