"""What the system says when a file cannot be written, in words an editor can act on."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NamedTuple

from layouts.errors import PackageError, SaveError

SHARING, LOCKED = 32, 33
"""Windows: the file is open in another program."""


class Reason(NamedTuple):
    """A reason in both languages."""

    zh: str
    en: str


_REASONS = {
    errno.ENOSPC: Reason("磁盘已满", "the disk is full"),
    errno.EDQUOT: Reason("超出磁盘配额", "the disk quota is used up"),
    errno.EFBIG: Reason("文件超过这个磁盘允许的大小", "the file is larger than this disk allows"),
    errno.EACCES: Reason(
        "没有写入权限，或被另一个程序占用",
        "writing there is not allowed, or another program holds the file",
    ),
    errno.EPERM: Reason("没有写入权限", "writing there is not allowed"),
    errno.EROFS: Reason("磁盘是只读的", "the disk is read-only"),
    errno.EBUSY: Reason("文件被另一个程序占用", "another program holds the file"),
    errno.ETXTBSY: Reason("文件被另一个程序占用", "another program holds the file"),
    errno.ENAMETOOLONG: Reason("文件名太长", "the name is too long"),
    errno.ENOENT: Reason("所在文件夹不在了", "its folder is no longer there"),
    errno.ENOTDIR: Reason("所在位置不是文件夹", "its folder is no folder"),
    errno.EISDIR: Reason("那里是一个文件夹", "a folder is there"),
    errno.EIO: Reason("磁盘读写出错", "the disk failed"),
    errno.ESTALE: Reason("网络文件夹断开了", "the network folder is gone"),
    errno.ETIMEDOUT: Reason("网络文件夹没有回应", "the network folder does not answer"),
    errno.EHOSTDOWN: Reason("网络文件夹断开了", "the network folder is gone"),
    errno.ENOTCONN: Reason("网络文件夹断开了", "the network folder is gone"),
}


def reason(error: OSError) -> Reason:
    """Why something could not be read or written."""
    if getattr(error, "winerror", None) in (SHARING, LOCKED):
        return _REASONS[errno.EBUSY]
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Reason(said, said))


def unreadable(error: PackageError) -> Reason:
    """Why something is not saved that could not be opened again."""
    return Reason(f"存下了也打不开（{error.zh}）", f"it could not be opened again ({error.en})")


def not_saved(path: Path, why: Reason) -> SaveError:
    """The sentence for a file that was not saved."""
    return SaveError(
        f"没有保存 {path}：{why.zh}；原来的文件没有改动",
        f"{path} was not saved: {why.en}; the file there is as it was",
    )
