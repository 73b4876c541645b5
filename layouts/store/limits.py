"""What a package may hold at most.

What comes in is taken for hostile; an issue of a hundred pages with forty photos stays far below.
"""

from __future__ import annotations

MOST_ENTRIES = 2_000
MOST_BYTES = 500_000_000
"""All entries of a package together, unpacked."""

MOST_RATIO, RATIO_FROM = 100, 10_000_000
"""An entry that unpacks to more than RATIO_FROM bytes may be packed to no less than a hundredth:
200 MB of zeros are 200 KB of zip.
"""

MOST_JSON = 20_000_000
"""Bytes of issue.json; a manuscript may have as many."""

MOST_DEPTH = 64
"""How deep issue.json may nest; the schema needs 9, a setting a few more."""

MOST_PARTS = 300_000
"""Objects and lists in issue.json; an issue of a hundred pages has about 3,000."""

MOST_VERSION = MOST_JSON + 1_000_000
"""Bytes of a version: its line of JSON, then issue.json, which packing may make a little longer
where it cannot make it shorter.
"""

MOST_LAYOUT = 200_000
MOST_THUMBNAIL = 4_000_000
MOST_DIRECTORY = 1_000_000
"""Bytes of the zip's table of contents: 2,000 entries with names of 69 characters have 240,000."""

MOST_RECORD = 64_000_000
"""Bytes of one record of a journal."""

CHUNK = 1 << 20
"""Bytes held in memory while a photo is copied."""
