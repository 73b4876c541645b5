"""The text of our files as five readers find it: `python tests/proof/five_readers.py` prints a row
a reader for each file, and ends with 1 where a character is lost, told twice or out of order.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Write the files, have each read, print what was found."""
    from pdf_readers import READERS
    from reading_back import read_by, sources, written

    from fonts.catalogue import Catalogue

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    catalogue = Catalogue()
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, source in sources(folder, shared if shared.is_dir() else None):
            file = written(source, folder / f"{title}.pdf", catalogue)
            print(f"{title}, {len(file.edition.pages)} pages")
            for reader in READERS:
                if missing := reader.missing():
                    print(f"  {reader.name:12}  not installed: {missing}")
                    continue
                reading = read_by(reader, file)
                faults += bool(reading.fault)
                said = reading.fault or "each once, in order"
                print(f"  {reader.name:12} {reading.characters:6} characters  {said}", flush=True)
    return int(faults > 0)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    sys.exit(main())
