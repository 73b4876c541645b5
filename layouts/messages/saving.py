"""Of issues that are not saved, as a package or as a manuscript."""

from __future__ import annotations

from layouts.messages.message import Message

# Packages

NOT_SAVED = Message(
    "没有保存 {path}：{why.zh}；原来的文件没有改动",
    "{path} was not saved: {why.en}; the file there is as it was",
)
WRITTEN_DAMAGED = Message(
    "写下的内容有误（{error.zh}）", "what was written is damaged ({error.en})"
)
COULD_NOT_BE_OPENED_AGAIN = Message(
    "存下了也打不开（{error.zh}）", "it could not be opened again ({error.en})"
)
NOT_SAVED_NO_FILE = Message("没有保存：{path} 不是文件", "not saved: {path} is no file")
CHANGED_SINCE_OPENED = Message(
    "没有保存：{path} 在打开之后被别人改过，请另存一份，或重新打开",
    "not saved: somebody changed {path} since it was opened; save a copy or open it again",
)
TOO_MANY_PHOTOS = Message(
    "没有保存：图片有 {count} 张、{size} MB，上限是 {most} 张、{most_size} MB",
    "not saved: {count} photos of {size} MB are more than {most} or {most_size} MB",
)

ART_TOO_MANY = Message(
    "没有保存：版式的图片有 {count} 张，上限是 {most} 张",
    "not saved: the layout has {count} pictures, more than {most}",
)
ART_TOO_LARGE = Message(
    "没有保存：版式的图片 {name} 大于 {most} MB",
    "not saved: the layout's picture {name} is larger than {most} MB",
)
ART_OF_ONE_NAME = Message(
    "没有保存：版式和本期改动各有一张图片叫 {name}，内容不同，请改名",
    "not saved: the layout and the issue's own changes each have a picture {name}, and they "
    "differ: rename one",
)
ART_IN_THE_WAY = Message(
    "没有保存：稿件旁边已有另一个 {name}，版式的图片放不下，请改名或移开",
    "not saved: another {name} lies beside the manuscript in the place of the layout's picture: "
    "rename or move it",
)

# Manuscripts and the photos beside them

MANUSCRIPT_NOT_SAVED = Message(
    "没有保存：{why.zh}；原来的文件没有改动", "not saved: {why.en}; what lay there is as it was"
)
NOT_WRITTEN = Message("无法写入 {path}（{reason.zh}）", "{path} cannot be written ({reason.en})")
MANUSCRIPT_NOT_OPENED_AGAIN = Message(
    "这样存下的稿件打不开（{error.zh}）", "such a manuscript could not be opened again ({error.en})"
)
PHOTO_NOT_THERE = Message(
    "没有保存：找不到图片 {name}，没法放到稿件旁边",
    "not saved: the photo {name} is not there to go with the manuscript",
)
PHOTO_NOT_READ = Message(
    "没有保存：图片 {name} 读不出来：{why.zh}",
    "not saved: the photo {name} cannot be read: {why.en}",
)

SAVED_AS_NO_KIND = Message(
    "{path}: 稿件存成 .banxin、.md 或 .json，不能存成这种文件",
    "{path}: an issue is saved as .banxin, .md or .json, not as a file of this kind",
)
