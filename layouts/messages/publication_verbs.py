"""What the verbs new and publication say, and their `--help`."""

from __future__ import annotations

from layouts.messages.message import Message

# --help

NEW = Message("按刊物建新的一期", "make the next issue of a publication")
PUBLICATION_FOLDER = Message("刊物文件夹", "the publication's folder")
NEW_DATE = Message("这一期的日期；不写就按刊期推算", "the issue's date; else when one is due")
NEW_SUPPLEMENT = Message("增刊，另编期号", "a supplement, counted by itself")
NEW_HELD = Message("把转下期的稿件都排进来", "bring in all articles held over")
PUBLICATION_VERB = Message("刊物：查看、检查、期号", "publications: show, check, numbers")
PUBLICATION_SHOW = Message("查看刊物", "print what the publication is")
PUBLICATION_CHECK = Message(
    "检查刊物文件夹", "look the folder over; exit code 1 where there are errors"
)
PUBLICATION_NUMBERS = Message("列出取走的期号", "list the numbers that are taken")
PUBLICATION_NEXT = Message("下一期的期号和日期，不取号", "what comes next; nothing is taken")
PUBLICATION_GIVE_BACK = Message(
    "退回没有存盘的期号", "give back the number of an issue that was never saved"
)
PUBLICATION_INIT = Message("建刊物文件夹", "make a publication's folder")
PUBLICATION_JSON = Message("JSON 输出", "print JSON")
NUMBER_TO_GIVE_BACK = Message("期号，如 2026-015", "the number, such as 2026-015")
PUBLICATION_NAME = Message("刊名", "the publication's name")
PUBLICATION_TO_MAKE = Message("要建的文件夹", "the folder to make")
CHECK_PUBLICATION = Message(
    "按这个刊物检查；不写就看稿件所在的文件夹", "the issue's publication; else where the issue lies"
)

# What they say

ISSUE_MADE = Message(
    "已建 {path}：第 {number} 期{total.zh}，{date}",
    "made {path}: issue {number}{total.en}, {date}",
)
SUPPLEMENT_MADE = Message(
    "已建 {path}：增刊第 {number} 期，{date}", "made {path}: supplement {number}, {date}"
)
ISSUE_FILE_THERE = Message(
    "{path} 已经有了，没有改动它，也没有取号",
    "{path} is there already; it was left alone and no number was taken",
)
NO_DATE = Message("请用 --date 写明日期", "give the date with --date")
NEXT_IS = Message("第 {number} 期{total.zh}，{date}", "issue {number}{total.en}, {date}")
NEXT_SUPPLEMENT_IS = Message("增刊第 {number} 期，{date}", "supplement {number}, {date}")
NO_NUMBERS = Message("还没有取过期号", "no number was taken yet")
NOT_SAVED_YET = Message("未存盘", "not saved")
NO_SUCH_NUMBER = Message("没有取过期号 {number}", "number {number} is not taken")
NUMBER_MISSPELT = Message(
    "期号 {number} 应写成 2026-015、015 或 supplement-2026-001",
    "the number {number} must be written 2026-015, 015 or supplement-2026-001",
)
NUMBER_GIVEN_BACK = Message("已退回期号 {number}", "number {number} was given back")
PUBLICATION_MADE = Message("已建刊物 {folder}", "made the publication {folder}")
