"""Of calls on the command line that cannot be followed, and what a verb says itself."""

from __future__ import annotations

from layouts.messages.message import Message

SET_WITHOUT_PRESET = Message("--set 要与 --preset 一起用", "--set needs --preset")
SET_MISSPELT = Message(
    "--set {change} 应写成 KEY=VALUE", "--set {change} must be written KEY=VALUE"
)
PRESET_OUTPUT_NO_PDF = Message(
    "用预设输出的文件 {path} 应以 .pdf 结尾", "what a preset makes, {path}, must end in .pdf"
)
DRAFT_OUTPUT_NO_PDF = Message("校样文件 {path} 应以 .pdf 结尾", "a draft, {path}, must end in .pdf")
DRAFT_WITH_PRESET = Message(
    "--draft 不能与 --preset 或 --set 一起用", "--draft goes without --preset and --set"
)
NOTES_WITHOUT_DRAFT = Message("--notes 要与 --draft 一起用", "--notes needs --draft")
OUTPUT_OF_NO_KIND = Message(
    "输出文件 {path} 应以 .pdf 或 .json 结尾", "the output file {path} must end in .pdf or .json"
)
OUTPUT_NO_PACKAGE_OR_MANUSCRIPT = Message(
    "输出文件 {path} 应以 .banxin 或 .md 结尾", "the output file {path} must end in .banxin or .md"
)

NO_FINDINGS = Message("没有发现问题", "no findings")
FINDINGS_NOT_PRINTED = Message(
    "无法输出检查结果（{reason.zh}）", "the findings cannot be printed ({reason.en})"
)
