"""One of several programs that take numbers of one publication as fast as they can: `python
racing.py FOLDER WHO COUNT [--no-links] [--give-back]`. Prints number and total of each it kept.
"""

import errno
import sys
from pathlib import Path

from news_publication import FRIDAY

from layouts.publication import give_back, read_publication, take_number
from layouts.store.disk import Disk


class NoLinks(Disk):
    """As FAT and many network folders."""

    def link(self, target, name):
        raise OSError(errno.EOPNOTSUPP, "")


def main(folder, who, count, *options):
    folder = Path(folder)
    publication = read_publication(folder)
    disk = NoLinks() if "--no-links" in options else Disk()
    print("here", flush=True)
    input()  # all begin at once
    for k in range(int(count)):
        entry = take_number(folder, publication, FRIDAY, who, disk=disk)
        if "--give-back" in options and k % 3 == 1:
            give_back(folder, entry, disk)
        else:
            print(entry.number, entry.total, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
