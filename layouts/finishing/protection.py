"""Passwords and permissions of copies for the screen: AES-256 as PDF 2.0 has it (ISO 32000-2 7.6.4,
revision 6).

Whoever makes a locked file draws its key by lot: the same issue gives another file each time, which
is the point of it.
"""

from __future__ import annotations

import io
import secrets
import unicodedata

import pikepdf

from layouts.errors import ExportError
from layouts.messages.protection import (
    NO_PASSWORDS_IN_STANDARD,
    PASSWORD_TOO_LONG,
    PASSWORD_UNTYPABLE,
)
from layouts.prepress.preset import Preset
from layouts.written import open_written

LONGEST = 127
"""Bytes of a password in UTF-8 (ISO 32000-2 7.6.4.3.3): of a longer one the rest would not
count.
"""

REVISION = 6


def checked_password(password: str, preset: Preset) -> str:
    """A password as files have it, each character in its plain form (ISO 32000-2 7.6.4.3.3 asks for
    SASLprep).

    ExportError where it cannot be typed or is too long, and where the preset's standard forbids
    any.
    """
    if not password:
        return ""
    if preset.standard in {"x4", "x1a", "a2u", "a2a"}:
        raise ExportError(*NO_PASSWORDS_IN_STANDARD(standard=preset.standard))
    plain = unicodedata.normalize("NFKC", password)
    if any(unicodedata.category(letter).startswith("C") for letter in plain):
        raise ExportError(*PASSWORD_UNTYPABLE())
    if len(plain.encode()) > LONGEST:
        raise ExportError(*PASSWORD_TOO_LONG(most=LONGEST))
    return plain


def protect(data: bytes, preset: Preset, password: str = "") -> bytes:
    """A PDF that opens with `password`, or without where it is empty, and allows what the preset
    allows. Reading aloud is always allowed (ISO 14289-1 7.16).

    Nobody can take the permissions back: the owner's password is drawn by lot and told to nobody,
    for the issue itself makes another copy at any time.
    """
    plain = checked_password(password, preset)
    whole = preset.printing == "full"
    allowed = pikepdf.Permissions(
        accessibility=True,
        extract=preset.copying,
        modify_annotation=preset.changing,
        modify_assembly=preset.changing,
        modify_form=preset.changing,
        modify_other=preset.changing,
        print_lowres=preset.printing != "none",
        print_highres=whole,
    )
    out = io.BytesIO()
    with open_written(data) as pdf:
        pdf.save(
            out,
            fix_metadata_version=False,
            encryption=pikepdf.Encryption(
                owner=secrets.token_urlsafe(24), user=plain, R=REVISION, allow=allowed
            ),
        )
    return out.getvalue()
