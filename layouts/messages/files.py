"""Of files that cannot be read or written: each reason reads on after the name of the file."""

from __future__ import annotations

from layouts.messages.message import Message

FILE_NOT_READ = Message("无法读取文件 {path}：{reason.zh}", "{path} cannot be read: {reason.en}")
FILE_NOT_WRITTEN = Message(
    "无法写入文件 {path}（{reason.zh}）", "{path} cannot be written ({reason.en})"
)
FOLDER_NOT_OURS = Message(
    "文件夹 {path} 里已经有别的东西，没有写入；请换一个文件夹",
    "the folder {path} holds something else already and was left alone; name another",
)

# Why it cannot be read

FILE_MISSING = Message("文件不存在", "it does not exist")
NOT_A_PLAIN_FILE = Message("不是普通文件", "it is no ordinary file")
FILE_IS_A_FOLDER = Message("是一个文件夹", "it is a folder")
FILE_TOO_LARGE = Message("太大（{size}，最多 {most}）", "it is too large ({size}, at most {most})")
NAME_IMPOSSIBLE = Message("没有文件能叫这个名字", "no file can have this name")
LINKS_GO_IN_A_CIRCLE = Message("链接绕成了圈", "its links lead round in a circle")
READING_FORBIDDEN = Message("没有读取权限", "reading it is not allowed")

# Why it can be neither read nor written

NAME_TOO_LONG = Message("文件名太长", "the name is too long")
FOLDER_IS_NO_FOLDER = Message("所在位置不是文件夹", "its folder is no folder")
DISK_FAILED = Message("磁盘读写出错", "the disk failed")
NETWORK_FOLDER_GONE = Message("网络文件夹断开了", "the network folder is gone")
NETWORK_FOLDER_SILENT = Message("网络文件夹没有回应", "the network folder does not answer")

# Why it cannot be written

DISK_FULL = Message("磁盘已满", "the disk is full")
DISK_QUOTA_USED_UP = Message("超出磁盘配额", "the disk quota is used up")
TOO_LARGE_FOR_THE_DISK = Message(
    "文件超过这个磁盘允许的大小", "the file is larger than this disk allows"
)
DISK_READ_ONLY = Message("磁盘是只读的", "the disk is read-only")
WRITING_FORBIDDEN = Message("没有写入权限", "writing there is not allowed")
WRITING_FORBIDDEN_OR_FILE_HELD = Message(
    "没有写入权限，或被另一个程序占用",
    "writing there is not allowed, or another program holds the file",
)
FILE_HELD = Message("文件被另一个程序占用", "another program holds the file")
FOLDER_GONE = Message("找不到所在文件夹", "its folder is not there")
A_FOLDER_IS_THERE = Message("那里是一个文件夹", "a folder is there")
A_FILE_IS_THERE = Message("那里有一个同名的文件", "a file of that name is there")
FOLDER_HOLDS_SOMETHING = Message("那里的文件夹不是空的", "the folder there is not empty")
TOO_MUCH_IS_OPEN = Message(
    "打开的文件太多，请关掉一些程序", "too many files are open: close some programs"
)
