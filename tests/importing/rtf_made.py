"""Small RTF files of our own making."""

from __future__ import annotations

import random

from seen_documents import PNG, SeenDocument

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.rtf import read

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset134 SimSun;}{\f2\fcharset2 Symbol;}"
    r"{\f3\fcharset136 PMingLiU;}{\f4\fcharset128 MS Mincho;}{\f5\fcharset2 Wingdings;}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2\sbasedon1 My Head;}"
    r"{\s3 caption;}{\s4 Title;}{\*\cs10 Default Paragraph Font;}}"
)


def u(string):
    """Characters as Word writes them: by number, with a question mark for old programs."""
    units = string.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(rf"\u{number}?" for number in numbers)


def gbk(string):
    """Characters as bytes of GBK, all escaped."""
    return "".join(rf"\'{byte:02x}" for byte in string.encode("gbk"))


def par(*pieces, look=""):
    return rf"\pard\plain{look} {''.join(pieces)}\par" + "\n"


def pict(data=PNG, words=r"\pngblip\picwgoal2880\pichgoal2160"):
    return rf"{{\pict{words} {data.hex()}}}"


def row(edges, *cells):
    return (
        r"\trowd"
        + "".join(edges)
        + "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
        + r"\row"
        + "\n"
    )


def whole(body, head=""):
    """A file; its text is 9000 twips wide."""
    return (
        rf"{{\rtf1\ansi\ansicpg936\deff0{FONTS}{STYLES}{head}\paperw12000\margl1500\margr1500 "
        rf"{body}}}"
    )


def write(folder, text):
    path = folder / "made.rtf"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("latin-1"))
    return path


def read_rtf(path):
    return read(path, PhotoStore(path.parent / "photos"))


def made(folder, body, head=""):
    return SeenDocument(read_rtf(write(folder, whole(body, head))))


def damaged(data, seed):
    """A file with some damage; the same for the same seed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        what = chance.randrange(6)
        if what == 0:
            changed[at] = chance.randrange(256)
        elif what == 1:
            changed[at:at] = chance.choice(
                [b"{", b"}", b"{{{{", b"\\", b"\\bin99999999 ", b"{\\*\\", b"\\u-1"]
            )
        elif what == 2:
            del changed[at : at + chance.randint(1, 400)]
        elif what == 3:
            piece = bytes(changed[at : at + chance.randint(1, 3000)])
            changed[at:at] = piece * chance.randint(1, 20)
        elif what == 4:
            changed[at:at] = chance.choice(WORDS)
        else:
            changed[at:at] = b"%d" % chance.choice([-1, 0, 2**31, 10**9])
    if chance.random() < 0.2:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


WORDS = [
    b"\\" + word + b" "
    for word in (
        b"cell row trowd par pard plain sect footnote annotation pict shp shptxt field fldrslt fldinst "
        b"cellx9999999 cellx-5 clvmgf clvmrg clmgf clmrg uc99 uc-5 f77 fs0 fs99999 s99 deff9 sbasedon1 "
        b"atrfstart atrfend atnref listtext fonttbl stylesheet header nestcell page sv sn u55357 u56832"
    ).split()
]
