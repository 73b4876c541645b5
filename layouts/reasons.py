"""What the system says when a file cannot be read or written, in words an editor can act on."""

from __future__ import annotations

import errno

from layouts.messages.files import (
    A_FOLDER_IS_THERE,
    DISK_FAILED,
    DISK_FULL,
    DISK_QUOTA_USED_UP,
    DISK_READ_ONLY,
    FILE_HELD,
    FOLDER_GONE,
    FOLDER_IS_NO_FOLDER,
    NAME_TOO_LONG,
    NETWORK_FOLDER_GONE,
    NETWORK_FOLDER_SILENT,
    TOO_LARGE_FOR_THE_DISK,
    WRITING_FORBIDDEN,
    WRITING_FORBIDDEN_OR_FILE_HELD,
)
from layouts.messages.message import Sentence

SHARING, LOCKED = 32, 33
"""Windows: the file is open in another program."""


_REASONS = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_QUOTA_USED_UP,
    errno.EFBIG: TOO_LARGE_FOR_THE_DISK,
    errno.EACCES: WRITING_FORBIDDEN_OR_FILE_HELD,
    errno.EPERM: WRITING_FORBIDDEN,
    errno.EROFS: DISK_READ_ONLY,
    errno.EBUSY: FILE_HELD,
    errno.ETXTBSY: FILE_HELD,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.ENOENT: FOLDER_GONE,
    errno.ENOTDIR: FOLDER_IS_NO_FOLDER,
    errno.EISDIR: A_FOLDER_IS_THERE,
    errno.EIO: DISK_FAILED,
    errno.ESTALE: NETWORK_FOLDER_GONE,
    errno.ETIMEDOUT: NETWORK_FOLDER_SILENT,
    errno.EHOSTDOWN: NETWORK_FOLDER_GONE,
    errno.ENOTCONN: NETWORK_FOLDER_GONE,
}


def reason(error: OSError) -> Sentence:
    """Why something could not be read or written."""
    if getattr(error, "winerror", None) in (SHARING, LOCKED):
        return FILE_HELD()
    if known := _REASONS.get(error.errno or 0):
        return known()
    said = error.strerror or str(error)
    return Sentence(said, said)
