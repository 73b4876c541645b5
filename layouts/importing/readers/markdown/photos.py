"""Photos as each program writes them, as HTML.

`![图说](a.png "alt"){width=50%}`, `![](a.png =300x)`, `![图说|300](a.png)`, `![[a.png|300]]`.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from layouts.imaging.kinds import PHOTO_SUFFIXES
from layouts.importing.readers.markdown.spans import attributes

PHOTO = re.compile(
    r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"\(((?:<[^<>\n]*>[^()\n]*|(?:[^()\n]|\([^()\n]*\))*))\)(?:\s?\{([^{}\n]*)\})?"
)
"""Words, what stands in parentheses, attributes; parentheses in a file's name balance."""

SCREEN = 700
"""Pixels that the text of a page is wide in the editors that count in them (Obsidian's readable
line width).
"""

_TITLE = re.compile(r"\s+(?:\"([^\"]*)\"|'([^']*)'|“([^”]*)”)\s*$")
_SIZE = re.compile(r"\s+=(\d{1,5})?(?:x(\d{1,5})?|(%))\s*$")
_WIDTH = re.compile(r"(\d{1,5})(?:x\d{1,5})?")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MEASURED = re.compile(r"(\d{1,5}(?:\.\d{1,20})?)\s*(px|%|in|cm|mm|pt)?")
_PHOTOS = frozenset((*PHOTO_SUFFIXES, ".svg"))
_NO_CAPTION = re.compile(
    r"(?:untitled|image|img|photo|picture|screenshot|alt text|图片|图像|照片|截图|屏幕截图|微信图片"
    r")[-_ \d()（）:.年月日]*(?:\.\w{3,4})?|"
    r"(?:img|dsc|mmexport|wx_camera|pasted image)[-_ ]?[-_\d ]+(?:\.\w{3,4})?|[\d_-]*",
    re.IGNORECASE,
)
"""Words that a program or a camera wrote where a caption may stand."""


def photo_html(words: str, inside: str, braces: str) -> str:
    """A photo of Markdown; `inside` is what stands in its parentheses, `braces` in those."""
    inside = inside.strip()
    size = _SIZE.search(inside)
    if size:
        inside = inside[: size.start()]
    title = _TITLE.search(inside)
    alt = next(filter(None, title.groups()), "") if title else ""
    if title:
        inside = inside[: title.start()]
    width = f"{size[1]}px" if size and size[1] else ""
    caption, _, said = words.rpartition("|")
    if caption and _WIDTH.fullmatch(said.strip()):
        words, width = caption, f"{said.strip().split('x')[0]}px"
    found = dict(attributes(braces) or ())
    return _photo(
        inside.strip().strip("<>"),
        _ESCAPE.sub(r"\1", words),
        found.get("alt", alt),
        found.get("width", width),
    )


def wiki_photo(inside: str) -> str:
    """What Obsidian embeds: a photo, or another page, which stays a name."""
    target, *words = inside.split("|")
    suffix = PurePosixPath(target.split("#", 1)[0].strip()).suffix.lower()
    if suffix not in _PHOTOS:
        return f"<banxin-embedded>{html.escape(target)}</banxin-embedded>"
    width, caption = "", ""
    for word in map(str.strip, words):
        if _WIDTH.fullmatch(word):
            width = f"{word.split('x')[0]}px"
        else:
            caption = word
    return _photo(target.strip(), caption, "", width)


def _photo(path: str, words: str, alt: str, width: str) -> str:
    """The tag of a photo. What stands in brackets is its caption, unless no person wrote it."""
    stem = PurePosixPath(unquote(path).replace("\\", "/")).stem
    words = words.strip()
    if _NO_CAPTION.fullmatch(words) or words in (stem, unquote(path)):
        words = ""
    said = f' src="{html.escape(path)}" alt="{html.escape(alt)}"'
    said += f' banxin-caption="{html.escape(words)}"'
    if style := _style(width):
        said += f' style="width:{style}"'
    return f"<img{said}>"


def _style(width: str) -> str:
    """A width as a style; pixels become a share of the page of an editor."""
    found = _MEASURED.fullmatch(width.strip())
    if not found:
        return ""
    if found[2] in (None, "px"):
        return f"{min(float(found[1]) / SCREEN * 100, 100):.4g}%"
    return f"{found[1]}{found[2]}"
