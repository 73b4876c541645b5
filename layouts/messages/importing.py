"""What is said while manuscripts come in: files, folders, photos beside the text, versions."""

from __future__ import annotations

from layouts.messages.message import Message

NOT_OPENED = Message("文件打不开：{reason.zh}", "the file cannot be opened: {reason.en}")
NOT_READ_FAULT = Message(
    "读这个文件时程序出了错（{fault}），请另存为 .docx 或 .txt 再导入",
    "the program failed while reading this file ({fault}): import it saved as .docx or .txt",
)
NOTHING_READ = Message(
    "没有一份稿件能读：{paths}", "there is no manuscript that could be read in {paths}"
)
NO_TEXT_IN_IT = Message("没有文字", "there is no text in it")
NO_TEXT_BUT_PHOTOS = Message(
    "没有文字，只有 {count} 张图片，没有导入；是扫描件的话，请先识别成文字",
    "it holds no text, only {count} pictures, and was left out; a scan must be made text first",
)
TOO_LONG = Message(
    "超过 {most} 段，一篇稿件没有这么长，请分成几份",
    "it has more than {most} paragraphs, more than a manuscript has: divide it",
)
FILE_EMPTY = Message("是空文件", "the file is empty")
PHOTO_NOT_KEPT = Message(
    "稿件里的图片没有地方放：{why.zh}；稿件没有导入，请腾出空间再试",
    "there is no room for the photos of the manuscript: {why.en}; it was left out, "
    "make room and try again",
)

# Folders

FOLDER_TOO_DEEP = Message(
    "文件夹套得太深，这里面的没有看",
    "folders stand too deep in each other: this one was not looked into",
)
FOLDER_UNREADABLE = Message("文件夹打不开：{why.zh}", "the folder cannot be opened: {why.en}")
TREE_TOO_LARGE = Message(
    "文件超过 {most} 个，后面的没有看，请只选放稿件的文件夹",
    "there are more than {most} files; the rest was left out: choose the manuscripts' folder alone",
)
MANY_MANUSCRIPTS = Message(
    "有 {count} 篇稿件，只读了前 {most} 篇",
    "there are {count} manuscripts; the first {most} were read",
)
LINK_LEADS_OUT = Message(
    "链接通到所选文件夹之外，没有跟过去",
    "a link leads out of the chosen folder and was not followed",
)

# Files that are no manuscripts

PHOTO_HEIC = Message(
    "是手机的 HEIC 图片，这里没有装读它的组件（pi-heif）：请在手机或看图程序里另存为 JPEG 再放进来",
    "is an HEIC picture of a phone, and what reads it (pi-heif) is not installed here: save it as "
    "a JPEG on the phone or in an image viewer and put that in",
)
IS_SHEET = Message(
    "是表格文件，没有导入；要用的单元格可以复制，再粘贴到文章里",
    "this is a spreadsheet and was left out: copy the cells you need and paste them in",
)
IS_SLIDES = Message(
    "是演示文稿，没有导入；要用的文字请复制到 Word 里",
    "these are slides and were left out: copy the text you need into a Word file",
)
IS_ARCHIVE = Message("是压缩包，请先解压再导入", "this is an archive: unpack it, then import")
IS_MEDIA = Message("是音频或视频，没有导入", "this is sound or video and was left out")
IS_DRAWING = Message(
    "是设计或矢量图文件，没有导入；请导出成 JPEG 或 PNG",
    "this is a drawing and was left out: export it as a JPEG or PNG",
)
IS_UNKNOWN = Message(
    "不是稿件，也不是图片，没有导入", "this is neither a manuscript nor a photo and was left out"
)

# Versions

VERSION_PASSED_OVER = Message(
    "与“{other}”是同一篇稿件的两个版本，用了“{other}”，这一份没有放进去，可以换过来",
    "a version of the same manuscript as “{other}”, which was taken; you can take this one instead",
)
SAME_TEXT_TWICE = Message(
    "与“{other}”的文字相同，两份都放进去了，请删去一份",
    "this says the same as “{other}”; both came in: delete one",
)

# Photos beside the text

PHOTO_UNMATCHED = Message(
    "不知道这张图片是哪篇稿件的，没有放进去；可以自己拖到文章里",
    "whose this photo is was not found, so it was left out: drag it into its article",
)
PHOTO_UNUSABLE = Message("{reason.zh}", "{reason.en}")
PHOTO_TWICE = Message(
    "与稿件里的图片是同一张，只放一次，用较大的那个文件",
    "this is a photo of the manuscript too: it stands once, from the larger file",
)
PHOTO_REMOTE = Message(
    "图片“{photo}”是网上的，没有去取；请存下来放到稿件旁边",
    "the photo “{photo}” is on the network and was not fetched: save it beside the manuscript",
)
FOREIGN_PHOTO = Message(
    "图片“{photo}”不在所选文件夹里，没有放进去",
    "the photo “{photo}” does not lie in the chosen folder and was left out",
)
NAMED_PHOTO_GONE = Message(
    "稿件里写的图片“{photo}”找不到，请放到稿件旁边",
    "the photo “{photo}” that the manuscript names is not there: put it beside the manuscript",
)
PHOTO_PLACED = Message(
    "图片按{how.zh}放进“{title}”，请看看位置对不对",
    "the photo was put into “{title}” by {how.en}: see whether it stands right",
)
BY_NAME = Message("文件名", "its name")
BY_MENTION = Message("文中提到的图", "what the text says of it")
BY_NUMBER = Message("编号", "its number")
BY_FOLDER = Message("所在文件夹", "its folder")
BY_DAY = Message("拍摄日期", "the day it was taken")

# Into the issue

FIRST_SECTION = Message("要闻", "News")
UNTITLED = Message("（无题）", "(untitled)")

# The command line

ISSUE_OF_NO_KIND = Message(
    "输出文件 {path} 应以 .banxin、.md 或 .pdf 结尾",
    "the output file {path} must end in .banxin, .md or .pdf",
)
OUTPUTS_ALIKE = Message(
    "{path} 写了两次，后一份会盖掉前一份；请各起各的名字",
    "{path} is named for two outputs, and the one would replace the other: name each by itself",
)
PATH_EMPTY = Message(
    "有一个稿件的路径是空的，请写明文件或文件夹",
    "one of the paths is empty: name a file or a folder",
)
PRESET_WITHOUT_PDF = Message(
    "--preset 要与 -o 某某.pdf 一起用", "--preset needs -o with a name that ends in .pdf"
)
SUMMARY = Message(
    "已导入 {articles} 篇文章、{photos} 张图片；{look} 处请看一看",
    "{articles} articles and {photos} photos came in; {look} places want a look",
)
