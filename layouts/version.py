"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """The version as installed, `1.2.0`; of a folder that never was, the one it leads to.

    An editable installation tells the one it was when it was installed.
    """
    # 10 ms that only they pay who ask
    from importlib import metadata

    from resources import resource

    try:
        return metadata.version("banxin")
    except metadata.PackageNotFoundError:
        upcoming, *_ = resource("version.txt").read_text("utf8").splitlines()
        return f"{upcoming}.dev0"
