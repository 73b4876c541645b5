"""How long opening and saving a package take, and how many bytes a key press costs: 40 photos of 5
MB by default.

    python tests/speed/store.py [--photos 40] [--megabytes 5]

Times in seconds, memory in MB. Not collected by pytest: figures depend on the disk and on what else
it does.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from msgspec.structs import replace  # noqa: E402, after the path

from fonts.catalogue import Catalogue  # noqa: E402
from layouts.compose import compose  # noqa: E402
from layouts.documents import read_document, save_document  # noqa: E402
from layouts.house.load import load_layout  # noqa: E402
from layouts.issue.article import Paragraph  # noqa: E402
from layouts.issue.edits import add_photo, insert_text  # noqa: E402
from layouts.issue.issue import Issue  # noqa: E402
from layouts.issue.places import Place  # noqa: E402
from layouts.manuscript import read_manuscript  # noqa: E402
from layouts.store.difference import difference  # noqa: E402
from layouts.store.encode import Encoder  # noqa: E402
from layouts.store.journal import Journal  # noqa: E402
from layouts.store.records import packed  # noqa: E402

SAMPLE = ROOT / "resources/sample/issue.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--megabytes", type=float, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:  # a disk: /tmp may be memory
        bench(Path(name), options.photos, int(options.megabytes * 1_000_000))


def bench(folder: Path, count: int, size: int) -> None:
    issue = long_issue(folder / "manuscript", count, size)
    path = folder / "issue.banxin"
    base = peak()
    report(
        "first save, photos beside a manuscript",
        timed(lambda: save_document(issue, path, folder / "cache")),
    )
    first = read_document(path, folder / "cache")
    typed = insert_text(first.issue, Place(1, 0, 0), 3, "新").issue
    times = [
        timed(lambda: save_document(typed, path, folder / "cache", expected=None)) for _ in range(3)
    ]
    report("save", statistics.median(times))
    report("save while typing: longest key press", longest_key_press(typed, path, folder / "cache"))
    report(
        "open, photos already in the cache", timed(lambda: read_document(path, folder / "cache"))
    )
    report("open, photos unpacked", timed(lambda: read_document(path, folder / "other")))
    opened = read_document(path, folder / "other").issue
    catalogue, layout = (
        Catalogue(),
        load_layout(opened.layout, opened.settings, opened.setting_sources, folder=opened.folder),
    )
    begun = time.perf_counter()
    pages = len(compose(opened, layout, catalogue, ()).pages)
    report(f"all {pages} pages composed after that", time.perf_counter() - begun)
    print(
        f"package {path.stat().st_size / 1e6:.0f} MB; memory above the start {peak() - base:.0f} MB, with fonts and pages"
    )
    journal(opened, folder / "journals")


def long_issue(folder: Path, count: int, size: int) -> Issue:
    """The sample over and over with photos of noise, which nothing can pack."""
    issue, _ = read_manuscript(SAMPLE)
    (folder / "photos").mkdir(parents=True)
    for photo in (SAMPLE.parent / "photos").iterdir():
        (folder / "photos" / photo.name).write_bytes(photo.read_bytes())
    jpeg = next(iter(sorted((SAMPLE.parent / "photos").glob("*.jpg")))).read_bytes()
    for k in range(count):
        (folder / f"{k}.jpg").write_bytes(jpeg + os.urandom(max(0, size - len(jpeg))))
    issue = replace(issue, folder=folder, sections=issue.sections * 6)
    places = [
        Place(s, a, b)
        for s, section in enumerate(issue.sections)
        for a, article in enumerate(section.articles)
        for b, block in enumerate(article.blocks)
        if isinstance(block, Paragraph)
    ]
    for k, place in enumerate(reversed(places[:: max(1, len(places) // count)][:count])):
        issue = add_photo(issue, place, f"{k}.jpg", width=12).issue
    return issue


def longest_key_press(issue: Issue, path: Path, cache: Path) -> float:
    """The longest that making and noting an edit takes while another thread saves."""
    saving = threading.Thread(target=save_document, args=(issue, path, cache))
    saving.start()
    longest = 0.0
    while saving.is_alive():
        begun = time.perf_counter()
        issue = insert_text(issue, Place(1, 0, 0), 3, "字").issue
        longest = max(longest, time.perf_counter() - begun)
        time.sleep(0.002)
    saving.join()
    return longest


def journal(issue: Issue, folder: Path) -> None:
    encoder = Encoder()
    before = encoder.issue(issue)
    sizes, times = [], []
    for k in range(200):
        issue = insert_text(issue, Place(1, 0, 0), 3 + k, "字").issue
        begun = time.perf_counter()
        after = encoder.issue(issue)
        sizes.append(len(packed(difference(before, after))))
        times.append(time.perf_counter() - begun)
        before = after
    print(
        f"journal: {statistics.median(sizes):.0f} bytes and {statistics.median(times) * 1000:.2f} ms of a thread for each key press"
    )
    writer = Journal(folder)
    writer.begin(issue, None)
    writer.note(issue)
    report("journal: the whole issue at the first edit", timed(writer.flush))
    print(
        f"journal: {sum(path.stat().st_size for path in folder.iterdir()) / 1000:.0f} kB for the whole issue"
    )
    noted = [timed(lambda: writer.note(issue)) for _ in range(1000)]
    report("journal: longest of 1,000 notes", max(noted))
    writer.close()


def timed(act) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def report(name: str, seconds: float) -> None:
    print(
        f"{name}: {seconds:.3f} s" if seconds > 0.01 else f"{name}: {seconds * 1000:.3f} ms",
        flush=True,
    )


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
