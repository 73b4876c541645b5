"""Debian's Chinese faces, where they are installed: real ones of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

FONTS = Path("/usr/share/fonts")
UMING = FONTS / "truetype/arphic/uming.ttc"
GB2312_SONG = FONTS / "truetype/arphic-gbsn00lp/gbsn00lp.ttf"
ZENHEI = FONTS / "truetype/wqy/wqy-zenhei.ttc"
NOTO_SERIF = FONTS / "opentype/noto/NotoSerifCJK-Regular.ttc"
NOTO_SERIF_BOLD = FONTS / "opentype/noto/NotoSerifCJK-Bold.ttc"


def wants(*paths: Path) -> pytest.MarkDecorator:
    """A test that reads these files; skipped where Debian's packages are not installed."""
    missing = [path.name for path in paths if not path.exists()]
    return pytest.mark.skipif(
        bool(missing), reason=f"wants {', '.join(missing)} of Debian's font packages"
    )
