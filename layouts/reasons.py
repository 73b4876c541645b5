"""What the system says when a file cannot be read or written, in words an editor can act on."""

from __future__ import annotations

import errno

from layouts.messages.files import (
    A_FILE_IS_THERE,
    A_FOLDER_IS_THERE,
    DISK_FAILED,
    DISK_FULL,
    DISK_QUOTA_USED_UP,
    DISK_READ_ONLY,
    FILE_HELD,
    FOLDER_GONE,
    FOLDER_HOLDS_SOMETHING,
    FOLDER_IS_NO_FOLDER,
    LINKS_GO_IN_A_CIRCLE,
    NAME_IMPOSSIBLE,
    NAME_TOO_LONG,
    NETWORK_FOLDER_GONE,
    NETWORK_FOLDER_SILENT,
    TOO_LARGE_FOR_THE_DISK,
    TOO_MUCH_IS_OPEN,
    WRITING_FORBIDDEN,
    WRITING_FORBIDDEN_OR_FILE_HELD,
)
from layouts.messages.message import Sentence

SHARING, LOCKED = 32, 33
"""Windows: the file is open in another program."""

_IMPOSSIBLE, _TOO_LONG, _NO_FOLDER = 123, 206, 267

_OF_WINDOWS = {
    SHARING: FILE_HELD,
    LOCKED: FILE_HELD,
    _IMPOSSIBLE: NAME_IMPOSSIBLE,
    _TOO_LONG: NAME_TOO_LONG,
    _NO_FOLDER: FOLDER_IS_NO_FOLDER,
}


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
    errno.EEXIST: A_FILE_IS_THERE,
    errno.ENOTEMPTY: FOLDER_HOLDS_SOMETHING,
    # a disk of a camera or of Windows takes fewer characters than this system
    errno.EINVAL: NAME_IMPOSSIBLE,
    errno.EILSEQ: NAME_IMPOSSIBLE,
    errno.ELOOP: LINKS_GO_IN_A_CIRCLE,
    errno.EMFILE: TOO_MUCH_IS_OPEN,
    errno.ENFILE: TOO_MUCH_IS_OPEN,
    errno.EIO: DISK_FAILED,
    errno.ESTALE: NETWORK_FOLDER_GONE,
    errno.ETIMEDOUT: NETWORK_FOLDER_SILENT,
    errno.EHOSTDOWN: NETWORK_FOLDER_GONE,
    errno.ENOTCONN: NETWORK_FOLDER_GONE,
}


def reason(error: OSError) -> Sentence:
    """Why something could not be read or written."""
    of_windows = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if known := of_windows or _REASONS.get(error.errno or 0):
        return known()
    said = error.strerror or str(error)
    return Sentence(said, said)
