"""Headings and labels of the report of an import."""

from __future__ import annotations

from layouts.messages.message import Message

TITLE = Message("导入报告", "Import report")
LEAD = Message(
    "收到的稿件成了什么，改了哪些，哪些地方请看一看。",
    "What became of the manuscripts, what was mended, and what wants a look.",
)
FIGURE_FILES = Message("个文件", "files")
FIGURE_ARTICLES = Message("篇文章", "articles")
FIGURE_PHOTOS = Message("张图片", "photos")
FIGURE_TIDIED = Message("处整理", "places tidied")
FIGURE_LOOK = Message("处请看", "to look at")

LOOK_FIRST = Message("请先看这些", "Look at these first")
ALL_CLEAR = Message("没有要看的地方。", "Nothing wants a look.")
MANUSCRIPTS = Message("稿件", "Manuscripts")
UNMATCHED = Message("没有归属的图片", "Photos that belong to none")
UNMATCHED_LEAD = Message(
    "这些图片没有放进去，需要时拖到文章里。",
    "These were left out; drag them into an article where you want them.",
)
PASSED_OVER = Message("没有导入的文件", "Files that did not come in")

SOURCE_SIDE = Message("来稿", "As received")
ISSUE_SIDE = Message("进入这一期", "In the issue")
NO_SOURCE_TEXT = Message(
    "（本程序自己的文件，照原样放进来）", "(a file of our own, taken as it is)"
)
MORE_ROWS = Message("其余 {count} 段从略", "{count} more paragraphs are not shown")
IN_NO_ARTICLE = Message("没有进入文章", "in no article")
ANSWERS = Message("可以改成：{answers.zh}", "it could be: {answers.en}")
ANSWER_HEADING = Message("小标题", "heading")
ANSWER_LEAVE_OUT = Message("不排", "left out")
ANSWER_SECTION = Message("栏目", "section")
SECTION = Message("【{name}】", "[{name}]")
ENCODING = Message("编码 {encoding}", "encoding {encoding}")

TIDIED = Message("整理", "Tidied")
TIMES = Message("{count} 处", "{count} ×")
MORE_EXAMPLES = Message("还有 {count} 处", "{count} more")
PHOTOS = Message("图片", "Photos")
PLACED_BY = Message("按{how.zh}放进来", "matched by {how.en}")
INSIDE = Message("稿件里的", "inside the manuscript")
NO_PICTURE = Message("看不了", "no preview")
COMMENTS = Message("批注", "Comments")
LOST = Message("没有收进来的", "Left out")
FINDINGS = Message("说明", "Remarks")

LABEL_ORIGIN = Message("来源", "source")
LABEL_DATE = Message("日期", "date")
LABEL_TEXT = Message("正文", "text")
LABEL_HEADING = Message("小标题 {level}", "heading {level}")
LABEL_BOX = Message("专栏框", "box")
LABEL_QUOTE = Message("引语", "pull quote")
LABEL_NOTE = Message("按语", "note")
LABEL_TABLE = Message("表格", "table")
LABEL_TURN = Message("换页", "page break")
LABEL_RULE = Message("线", "rule")
LABEL_PHOTO = Message("图片", "photo")
LABEL_CAPTION = Message("图说", "caption")

KIND_DOCX = Message("Word 文档", "Word document")
KIND_ODT = Message("ODT 文档", "ODT document")
KIND_RTF = Message("RTF 文档", "RTF document")
KIND_DOC = Message("旧版 Word 文档", "old Word document")
KIND_WPS = Message("旧版 WPS 文档", "old WPS document")
KIND_PDF = Message("PDF", "PDF")
KIND_TEXT = Message("纯文本", "plain text")
KIND_MARKDOWN = Message("Markdown", "Markdown")
KIND_HTML = Message("网页", "web page")
KIND_OWN = Message("版心稿件", "Banxin manuscript")
KIND_ISSUE = Message("版心文件", "Banxin issue")
KIND_OTHER = Message("其他文件", "other file")
