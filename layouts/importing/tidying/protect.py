"""What no rule on marks, quotes, dots, dashes or spaces may touch.

Addresses, mail, paths, file names, code, options of programs, formulas, telephone numbers, English
runs, and titles in 《…》.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.tidying.characters import HAN
from layouts.patterns import later

_SITES = "com|cn|net|org|gov|edu|info|top|vip|shop|io|co|cc|tv|me|app|dev"
_FILES = (
    "docx?|docm|wps|xlsx?|et|pptx?|dps|pdf|ofd|txt|md|csv|rtf|odt|html?|xml|json|toml|ya?ml|ini|log"
    "|zip|rar|7z|gz|tar|exe|msi|apk|iso|jpe?g|png|gif|bmp|tiff?|webp|svg|psd|ai|cdr|mp[34]|avi|mov"
    "|wav|py|js|ts|java|cpp|css|sh|bat|sql|banxin"
)
_NAME = r"[A-Za-z0-9_.~-]{1,60}"
_WORD = r"[A-Za-z][A-Za-z0-9'’&-]{0,40}"
_ADDRESS = (
    r"(?:[\x21-\x27\x2a-\x7e]|\([\x21-\x27\x2a-\x7e]{0,80}\)){0,2000}(?<=[A-Za-z0-9/_=#&~%)-])"
)
"""The rest of an address: a stop behind it belongs to the sentence, and so does a bracket that is
not opened in it.
"""

_WHOLE = r"[^\s，。；：！？、“”《》,;:\"`]"
"""What a formula, a path or a file's name is made of: Hanzi too."""

_TITLES = r"《[^《》]{1,200}(?:《[^《》]{1,200}》[^《》]{0,200})?》|〈[^〈〉]{1,60}〉"
_ADDRESSES = (
    rf"(?:[a-z][a-z0-9+.-]{{1,12}}://|www\.){_ADDRESS}",
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}",
    r"(?<![A-Za-z0-9])@[A-Za-z0-9_]{1,40}",
    (
        rf"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,6}}(?:{_SITES})(?![A-Za-z0-9])"
        rf"(?:[/:?#]{_ADDRESS})?"
    ),
)
_PATHS = (
    rf"(?<![A-Za-z])[A-Za-z]:[\\/]{_WHOLE}{{0,200}}",
    rf"\\\\[\w.-]{{1,60}}\\{_WHOLE}{{0,200}}",
    rf"(?<![\w)）.])(?:~|\.{{1,2}})?(?:/{_NAME}){{1,20}}(?<![.-])",
    rf"(?<![A-Za-z0-9_.-]){_NAME}(?:[/\\]{_NAME}){{1,20}}(?<![.-])",
    rf"\.{{2,3}}[\\/]{_WHOLE}{{0,200}}",
    rf"(?:[\w-]|[(（][\w-]{{1,30}}[)）]){{1,60}}\.(?:{_FILES})(?![A-Za-z0-9])",
)
_CODE = (
    r"`[^`\n]{1,500}`",
    r"\$[^$\n]{1,200}\$",
    r"</?[A-Za-z!][^<>\n]{0,300}>",
    r"&#?\w{1,8};",
    r"\$?\{[^{}\n]{0,300}\}",
    r"(?<![A-Za-z0-9-])--?[a-z][A-Za-z0-9-]{0,40}(?:=[^\s，。；：！？、]{0,60})?",
    r"[A-Za-z_][\w.]{0,60}\((?:[\"']|\w{1,40}=)[^()\n]{0,200}\)",
    r"(?<![A-Za-z0-9])(?:[a-zA-Z]|[a-z]{2,6})\([A-Za-z0-9,.+*/^ -]{0,20}\)",
    r"[A-Za-z_]\w{0,40}(?:->|::)\w{1,40}(?:\(\))?;?",
    r"[A-Za-z_][A-Za-z0-9_]{0,40}(?:\+\+|--);",
)
_FORMULA = (
    rf"{_WHOLE}{{1,60}} ?(?:[=＝≈≠≤≥]|[<>](?=[\d ])) ?"
    rf"(?:(?![,;:.!?][{HAN}\s]|[,;.!?]$)[^\s，。；：！？、“”《》]){{1,120}}"
)
"""Whatever stands round a sign of equality."""

_NUMBERS = (
    r"[(（]0\d{2,3}[)）] ?\d{7,8}",
    r"[〔\[［](?:19|20)\d\d[〕\]］] ?(?:第 ?)?\d{1,5} ?号",
)
_REFERENCES = (
    r"(?:^|\[\d{1,3}\])[^。！？\n“”]{2,120}?\[[A-Z]{1,2}(?:/[A-Z]{2})?\][^。！？\n“”]{0,160}",
)
"""Entries of a list of sources (GB/T 7714), whose marks are half-width: [1]某某.书名[M].社,2024."""

_SMILEYS = (r"[:;]-?(?:\)|\((?![^()]{0,200}\))|[DPp](?=[\s，。！]|$))", r"\([\^*>_.;TQ-]{2,6}\)")
_ENGLISH = (
    rf"(?P<english>(?<![A-Za-z]){_WORD}(?:[ ,;:.!?()&/\"'“”‘’-]{{1,4}}{_WORD}){{1,200}}|Yahoo!)"
)
_GUARDED = later(
    "|".join(
        (
            *_REFERENCES,
            _TITLES,
            *_ADDRESSES,
            *_PATHS,
            *_CODE,
            _FORMULA,
            *_NUMBERS,
            *_SMILEYS,
            _ENGLISH,
        )
    )
)


class Guarded(NamedTuple):
    """Characters `start` up to `end` that stay as they are; whether they are English."""

    start: int
    end: int
    is_english: bool


def guarded_spans(string: str) -> Iterator[Guarded]:
    """Where such characters are, in order."""
    for match in _GUARDED().finditer(string):
        yield Guarded(*match.span(), match["english"] is not None)
