"""The inline styles of articles, by what they are on: nothing of them is what the editor of WeChat
takes away (`allowed.py`), and all of it is what our preview shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from layouts.webpage.look import WebLook

MEASURE: Final = 343
"""Pixels of a line on the phone that the styles are made for, 375 wide with 16 at each side."""

SIZE: Final = 16
"""Pixels of the body's em: what WeChat calls middle."""

TEXT, QUIET, LINE, TINT = "#333333", "#6b6b6b", "#dedbd5", "#f6f4f0"

KAI = "font-family:Kaiti SC,STKaiti,KaiTi,serif"


def styles_of(look: WebLook) -> Mapping[str, str]:
    """The styles of an article in a look, by role."""
    accent, place = look.accent, "center" if look.centred else "left"
    body = f"margin:0 0 14px;font-size:{SIZE}px;line-height:175%;color:{TEXT}"
    flowing = f"{body};text-align:justify"
    small = f"font-size:14px;line-height:165%;color:{TEXT};text-align:left"
    frame = "width:100%;border-collapse:collapse"
    return MappingProxyType(
        {
            "paragraph": f"{flowing};text-indent:{2 * SIZE}px",
            "flush": flowing,
            "verse": f"{body};margin:0 0 4px;text-align:center;{KAI}",
            "verse-indented": f"{body};margin:0 0 4px 48px;text-align:left;{KAI}",
            "signature": f"{body};margin:0 0 6px;text-align:right",
            "title": f"margin:32px 0 16px;font-size:22px;line-height:145%;font-weight:bold;"
            f"color:#1f1f1f;text-align:{place}",
            "subtitle": f"margin:0 0 16px;font-size:16px;line-height:160%;color:{QUIET};"
            f"text-align:{place}",
            "byline": f"margin:0 0 24px;font-size:15px;line-height:165%;color:{QUIET};"
            "text-align:right",
            "subheading-1": f"margin:24px 0 12px;font-size:18px;line-height:155%;"
            f"font-weight:bold;color:{accent};text-align:left",
            "subheading": f"margin:18px 0 10px;font-size:{SIZE}px;line-height:165%;"
            "font-weight:bold;color:#1f1f1f;text-align:left",
            "picture": "margin:18px 0 8px;text-align:center",
            "picture-row": "margin:0 0 8px;text-align:center",
            "caption": f"margin:0 0 20px;font-size:13px;line-height:160%;color:{QUIET};"
            "text-align:center",
            "credit": f"color:{QUIET};font-size:12px",
            "frame": f"{frame};margin:18px 0",
            "bar-frame": f"{frame};margin:36px 0 20px",
            "bar": f"background-color:{accent};padding:7px 12px",
            "bar-name": "margin:0;font-size:17px;line-height:150%;font-weight:bold;"
            "color:#ffffff;text-align:center;letter-spacing:2px",
            "quote": f"border-top:2px solid {accent};border-bottom:1px solid {LINE};"
            "padding:14px 10px",
            "quote-words": f"margin:0;font-size:18px;line-height:165%;color:{accent};"
            f"text-align:center;{KAI}",
            "note": f"background-color:{TINT};border-left:3px solid {accent};padding:12px 14px",
            "box": f"background-color:{TINT};border-top:2px solid {accent};padding:14px",
            "box-title": f"margin:0 0 8px;font-size:{SIZE}px;line-height:155%;"
            f"font-weight:bold;color:{accent};text-align:left",
            "inside": f"margin:0 0 6px;font-size:15px;line-height:170%;color:{TEXT};"
            "text-align:justify",
            "table-caption": "margin:22px 0 8px;font-size:15px;line-height:155%;"
            "font-weight:bold;color:#1f1f1f;text-align:center",
            "table": f"{frame};margin:0 0 8px",
            "cell": f"border:1px solid {LINE};padding:6px 7px",
            "head-cell": f"border:1px solid {LINE};padding:6px 7px;background-color:{TINT}",
            "cell-words": f"margin:0;{small}",
            "table-note": f"margin:0 0 4px;font-size:13px;line-height:160%;color:{QUIET};"
            "text-align:left",
            "leader": f"{frame};margin:0 0 6px",
            "leader-cell": f"border-bottom:1px dotted {LINE};padding:4px 0",
            "leader-words": f"margin:0;font-size:{SIZE}px;line-height:165%;color:{TEXT};"
            "text-align:left",
            "divider": "width:100%;border-collapse:collapse;margin:14px 0",
            "divider-line": f"border-top:1px solid {LINE};padding:0",
            "divider-room": "margin:0;font-size:6px;line-height:100%",
            "notes-line": f"margin:0 0 4px;font-size:13px;line-height:160%;color:{QUIET};"
            "text-align:left",
            "label": f"color:{accent}",
            "name": f"margin:0 0 8px;font-size:32px;line-height:140%;font-weight:bold;"
            f"color:{accent};text-align:center;letter-spacing:4px",
            "head": f"margin:0 0 4px;font-size:13px;line-height:160%;color:{QUIET};"
            "text-align:center",
            "head-frame": f"{frame};margin:0 0 24px",
            "head-cell-whole": f"border-bottom:2px solid {accent};padding:8px 0 12px",
            "colophon-frame": f"{frame};margin:40px 0 0",
            "colophon-cell": f"border-top:2px solid {accent};padding:12px 0 0",
            "colophon": f"margin:0 0 4px;font-size:13px;line-height:165%;color:{QUIET};"
            "text-align:left",
            "dots": f"color:{accent};font-weight:bold;font-style:normal",
            "sign": f"color:{accent};font-size:12px;vertical-align:super;line-height:100%",
            "behind": f"color:{QUIET};font-size:13px",
        }
    )
