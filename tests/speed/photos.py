"""How long photos take for a preset, how much memory, and how many cores are busy meanwhile.

    python tests/speed/photos.py [--photos 80] [--megapixels 12] [--width 80] [--workers 1,2]
    [--forked]

Each photo is of its own: clouds and grain over a gradient, a JPEG of the quality that cameras
write. `--width` is in mm. The memory is that of the process that packs them and makes a PDF with a
page for each; with `--forked` processes take the place of threads, for comparison.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from functools import partial
from multiprocessing import Process
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

MM = 72 / 25.4
PRESETS = (
    ("print", "x4", "cmyk", 300),
    ("print-x1a", "x1a", "cmyk", 300),
    ("grey", "none", "grey", 300),
    ("screen", "ua1", "rgb", 150),
)


def make_photos(folder: Path, count: int, megapixels: float) -> None:
    from PIL import Image

    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    size = (width, width * 3 // 4)
    for number in range(count):
        chance = Random(number)
        clouds = [
            Image.frombytes("L", (64, 48), chance.randbytes(64 * 48)).resize(
                size, Image.Resampling.BICUBIC
            )
            for _ in range(3)
        ]
        grain = Image.frombytes("L", (997, 751), chance.randbytes(997 * 751)).resize(
            size, Image.Resampling.BILINEAR
        )
        image = Image.blend(Image.merge("RGB", clouds), Image.merge("RGB", [grain] * 3), 0.15)
        image.save(folder / f"{number}.jpg", quality=92)


def export(
    paths: list[str], width: float, preset: tuple[str, str, str, int], workers: int, forked: bool
) -> None:
    from layouts.imaging.raster import Raster
    from layouts.page.item import Picture
    from layouts.page.page import Edition, Page
    from layouts.paint.content import deflated_contents
    from layouts.paint.pdf import bind
    from layouts.paint.pictures import named_photos
    from layouts.parallel import Pool
    from layouts.prepress.photo_packer import Packer, pack_for, uses_of
    from layouts.prepress.preset import Preset
    from resources import resource as bundled

    name, standard, colour, ppi = preset
    settings = Preset(name=name, zh="", en="", standard=standard, colour=colour, ppi=ppi)
    profile = bundled("profiles/ISOcoated_v2_300_bas.icc").read_bytes()
    pages = [
        Page(
            k, 600.0, 800.0, pictures=[Picture(20.0, 20.0, width * MM, width * MM * 0.75, path, "")]
        )
        for k, path in enumerate(paths, 1)
    ]
    edition = Edition(tuple(pages), (), (), "")
    start = time.perf_counter()
    if forked:
        packer = Packer(settings, profile)
        jobs = [partial(packer.raster, Path(path), use) for path, use in uses_of(edition).items()]
        with Pool(workers) as pool:
            photos = named_photos(dict(zip(paths, pool.map(jobs, Raster), strict=True)))
    else:
        photos = named_photos(pack_for(uses_of(edition), settings, profile, workers))
    wall = time.perf_counter() - start
    cpu, packing = _cpu(), _peak()
    packed = sum(len(photo.raster.data) for photo in photos.values())
    size = len(bind(edition, {}, photos, deflated_contents(edition.pages, {}, photos)))
    print(
        f"{name:10} {workers} {'processes' if forked else 'threads  '} {wall:6.1f} s  {wall / len(paths) * 1000:5.0f} ms a photo  "
        f"{cpu / wall:4.2f} cores  packing {packing:4.0f} MB, export {_peak():4.0f} MB  packed {packed / 1e6:4.0f} MB  file {size / 1e6:4.0f} MB"
    )


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak() -> float:
    """MB of this process and, where it had some, of the largest of its children."""
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    ) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=80)
    parser.add_argument("--megapixels", type=float, default=12.0)
    parser.add_argument("--width", type=float, default=80.0)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--presets", default="print,print-x1a,grey,screen")
    parser.add_argument("--forked", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        maker = Process(target=make_photos, args=(Path(folder), given.photos, given.megapixels))
        maker.start()
        maker.join()
        paths = [str(Path(folder) / f"{number}.jpg") for number in range(given.photos)]
        print(
            f"{given.photos} photos of {given.megapixels:g} MP, {sum(Path(path).stat().st_size for path in paths) / 1e6:.0f} MB of JPEG"
        )
        for preset in PRESETS:
            for workers in (
                map(int, given.workers.split(",")) if preset[0] in given.presets.split(",") else ()
            ):
                run = Process(
                    target=export, args=(paths, given.width, preset, workers, given.forked)
                )
                run.start()
                run.join()


if __name__ == "__main__":
    main()
