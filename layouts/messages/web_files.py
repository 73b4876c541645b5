"""What is said of web pages, of what a clipboard holds, and of Markdown of other programs: why one
cannot be read, and what of one did not come in.

Codes of what is lost: `hidden-text`, `struck-text`, `page-furniture`, `page-title`, `header`,
`form`, `media`, `vector-drawing`, `small-picture`, `linked-photo`, `photo-elsewhere`,
`photo-missing`, `photo-kind`, `note`, `comment`, `empty-label`, `embedded-file`, `foreign-code`,
`front-matter`, `markup`.
Codes of findings: `front-matter-unread`, `text-damaged`.
"""

from layouts.messages.message import Message

WEB_UNREADABLE = Message(
    "网页或文件打不开：{why.zh}", "the page or file cannot be opened: {why.en}"
)
WEB_EMPTY = Message("里面没有文字", "there is no text in it")
WEB_TOO_LARGE = Message(
    "网页太大（文字和标签超过 {most} MB），请只复制需要的部分",
    "the page is too large for a manuscript (over {most} MB of text and tags); copy only the part "
    "that is needed",
)
WEB_TOO_MANY_TAGS = Message(
    "网页太复杂（标签超过 {most} 个），不像一篇稿件；请只复制需要的部分",
    "the page is too complex for a manuscript (over {most} tags); copy only what is needed",
)

WEB_ARCHIVE_DAMAGED = Message(
    "网页存档（.mht）损坏，读不出里面的网页；请用浏览器打开后复制文字粘贴进来",
    "the web archive (.mht) is damaged and no page is found in it; open it in a browser and copy "
    "its text",
)
WEB_UNKNOWN_ENCODING = Message(
    "认不出网页的编码；请用浏览器打开后另存为 UTF-8，或复制文字粘贴进来",
    "the encoding of the page is none we know; save it as UTF-8, or copy its text",
)

WEB_DAMAGED = Message(
    "网页里有 {count} 处损坏的字符，请核对原稿",
    "the page holds {count} damaged characters; compare with the original",
)

WEB_HIDDEN_TEXT = Message("网页里隐藏的文字没有导入", "hidden text was left out")
WEB_STRUCK_TEXT = Message("划去的文字没有导入", "text that is struck out was left out")
WEB_PAGE_FURNITURE = Message(
    "网页的导航、页脚、广告等不是正文，没有导入",
    "navigation, footers, advertisements and the like around the text were left out",
)
WEB_PAGE_TITLE = Message(
    "浏览器标题栏里的文字没有导入", "the words of the browser's title bar were left out"
)
WEB_HEADER = Message("页眉或页脚没有导入", "a page header or footer was left out")
WEB_FORM = Message("按钮、输入框一类没有导入", "buttons and boxes to fill in were left out")
WEB_MEDIA = Message(
    "视频、音频或嵌入的网页没有导入", "a video, a sound or an embedded page was left out"
)
WEB_VECTOR_DRAWING = Message(
    "矢量图形没有导入；需要的话请存成图片放进来",
    "a vector drawing was left out; save it as a picture if it is needed",
)
WEB_SMALL_PICTURE = Message("小图标没有导入", "a small icon was left out")
WEB_LINKED_PHOTO = Message(
    "有一张图片在网上，没有随稿件来（本程序不从网上取）；请另存后附上",
    "a picture is on the web and did not come along (nothing is fetched); save it beside",
)
WEB_PHOTO_ELSEWHERE = Message(
    "有一张图片不在稿件所在的文件夹里，没有导入；请放到稿件旁边",
    "a picture lies outside the manuscript's folder and was left out; put it beside the manuscript",
)
WEB_PHOTO_MISSING = Message(
    "有一张图片找不到，请放到稿件旁边", "a picture is not there; put it beside the manuscript"
)
WEB_PHOTO_KIND = Message(
    "有一张图片损坏或格式不能用，请换成 JPG 或 PNG",
    "a picture is damaged or of a kind that cannot be set; give it as JPEG or PNG",
)
WEB_EMBEDDED_FILE = Message(
    "嵌入的另一篇笔记或文件没有导入", "another note or file that is embedded was left out"
)
WEB_FOREIGN_CODE = Message(
    "画图或查询的代码没有导入；需要的话请存成图片放进来",
    "code that draws or looks something up was left out; save its picture if it is needed",
)
WEB_FRONT_MATTER = Message(
    "文件开头的属性没有导入", "properties at the top of the file were left out"
)
WEB_MARKUP = Message("标签、锚点一类的记号没有导入", "tags, anchors and the like were left out")
WEB_KEYS_UNREAD = Message(
    "文件开头有不认识的项（{keys.zh}），没有导入；其他内容照常读入",
    "the top of the file has keys that are not known ({keys.en}); they were left out, all else was "
    "read",
)
WEB_TOO_DEEP = Message(
    "列表或引用套得太深；请在原来的程序里减少层次",
    "lists or quotations are nested too deeply; take out some levels",
)
WEB_NOTE = Message("没有对应文字的脚注没有导入", "a note that belongs to no words was left out")
WEB_COMMENT = Message("注释内容没有导入", "a remark in the source was left out")
WEB_EMPTY_LABEL = Message("只有编号的空项没有导入", "an empty item with a number was left out")
