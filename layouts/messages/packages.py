"""Of .banxin packages: opening them, their zip, the issue in it, versions, locks."""

from __future__ import annotations

from layouts.messages.message import Message

PACKAGE_MISSING = Message("文件不存在", "the file does not exist")
NOT_A_PACKAGE = Message("不是版心文件", "it is no Banxin package")
PACKAGE_NOT_READ = Message("读不出来：{why.zh}", "it cannot be read: {why.en}")
PACKAGE_DAMAGED = Message("文件损坏，不是完整的版心文件", "the file is damaged or no whole package")
PACKAGE_NOT_OPENED = Message("打不开：{why.zh}", "it cannot be opened: {why.en}")

READ_BACK_DIFFERS = Message("写入后读回的内容不同", "what was read back is not what was written")

# Why it is not opened: the zip

NO_PACKAGE_OR_NOT_WHOLE = Message("不是版心文件，或者不完整", "it is no package or not whole")
DIRECTORY_DAMAGED = Message("目录损坏", "its table of contents is damaged")
TOO_MANY_ENTRIES = Message("包含超过 {most} 个文件", "it holds more than {most} files")
UNPACKS_TOO_LARGE = Message("展开后大于 {most} MB", "it unpacks to more than {most} MB")
ENTRY_MISSING = Message("缺少 {name}", "it has no {name}")
ENTRY_TWICE = Message("有两个 {name}", "it holds {name} twice")
ENTRY_FOREIGN = Message(
    "含有不该有的文件 {name}", "it holds a file that does not belong there: {name}"
)
ENTRY_NO_PLAIN_FILE = Message("其中 {name} 不是普通文件", "its {name} is no plain file")
ENTRY_TOO_LARGE = Message("其中 {name} 过大", "its {name} is too large")
ENTRY_LARGER_THAN_IT_SAYS = Message("其中 {name} 比标明的大", "its {name} is larger than it says")
ENTRY_NOT_WHOLE = Message("其中 {name} 不完整", "its {name} is not whole")
ENTRY_DAMAGED = Message("其中 {name} 损坏", "its {name} is damaged")
ENTRY_NOT_READ = Message("其中 {name} 读不出来：{why.zh}", "its {name} cannot be read: {why.en}")
ENTRY_PACKED_UNKNOWN = Message(
    "其中 {name} 的压缩方式不认识", "its {name} is packed in a way we do not know"
)
ENTRY_PACKED_SUSPICIOUSLY = Message(
    "其中 {name} 压缩得可疑", "its {name} is packed suspiciously small"
)

# issue.json

PROGRAM_TOO_OLD = Message(
    "这个文件由更新版本的版心保存（格式 {version}，本程序到 {known} 为止），"
    "请升级后再打开；文件没有改动",
    "a newer Banxin saved this file (format {version}, we know {known}): update to open "
    "it; it was left as it is",
)
VERSION_NEVER_WAS = Message(
    "issue.json 的版本 {version} 不存在", "issue.json has version {version}, which never was"
)
JSON_DAMAGED = Message(
    "issue.json 损坏或不合格式（{reason}）", "issue.json is damaged or not in its format ({reason})"
)
NO_ISSUE_JSON = Message(
    '不是版心的一期：应是 docs/issue.schema.json 那样的 JSON，以 "version" 说明格式'
    "（`convert ISSUE.md -o ISSUE.json` 写的就是）",
    'it is no issue of Banxin\'s: that is JSON as docs/issue.schema.json has it, whose "version" '
    "says which (`convert ISSUE.md -o ISSUE.json` writes one)",
)
JSON_TOO_LARGE = Message("issue.json 大于 {most} MB", "issue.json is larger than {most} MB")
JSON_NESTS_TOO_DEEP = Message(
    "issue.json 嵌套超过 {most} 层", "issue.json nests deeper than {most}"
)
JSON_HAS_TOO_MANY_PARTS = Message(
    "issue.json 的内容超过 {most} 项，段落、标题、图片、表格的行各算一项",
    "issue.json has more than {most} parts, as paragraphs, headings, photos and rows of tables are",
)

# Photos and layout, and where they are unpacked

PACKED_PHOTO_DAMAGED = Message(
    "文件中的图片 {name} 损坏", "the photo {name} in the file is damaged"
)
PHOTOS_NOT_UNPACKED = Message(
    "其中的图片放不进{place.zh}：{why.zh}", "its photos cannot be put into {place.en}: {why.en}"
)
LAYOUT_NOT_UNPACKED = Message(
    "其中的版式放不进{place.zh}：{why.zh}", "its layout cannot be put into {place.en}: {why.en}"
)
ART_NOT_UNPACKED = Message(
    "其中版式的图片放不进{place.zh}：{why.zh}",
    "the pictures of its layout cannot be put into {place.en}: {why.en}",
)
LAYOUT_TOO_LARGE = Message(
    "版式文件 layout.toml 大于 {most} kB", "the layout, layout.toml, is larger than {most} kB"
)
THE_TEMPORARY_FOLDER = Message("临时文件夹", "the folder of temporary files")
THE_DATA_FOLDER = Message("数据文件夹", "the data folder")
NO_TEMPORARY_FOLDER = Message(
    "建不了临时文件夹：{why.zh}", "no folder of temporary files can be made: {why.en}"
)

# Versions and locks

VERSION_NOT_READ = Message("版本读不出来：{why.zh}", "the version cannot be read: {why.en}")
VERSION_DAMAGED = Message("版本已损坏", "the version is damaged")
OPEN_BY = Message(
    "{document} 正由 {name}（{machine}，{when} 起）打开",
    "{name} has had {document} open on {machine} since {when}",
)
OPEN_ELSEWHERE = Message("{document} 正被别人打开", "somebody has {document} open")
