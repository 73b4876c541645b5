"""What `--help` says of verbs and their arguments, in the order of `layouts.cli.arguments`."""

from __future__ import annotations

from layouts.messages.message import Message

PROGRAM = "版心 Banxin: 简报排版 newsletter typesetting"

ISSUE_FILE = "稿件 manuscript (.md) / 版心文件 package (.banxin)"
"""Both languages in one: words of either stand beside each other."""

EXPORT = Message(
    "输出 PDF、OFD、图片、网页、Word 或 JSON",
    "write an issue as a PDF, an OFD, pictures, a web page, a Word file or JSON",
)
EXPORTED_FILE = Message(
    "输出文件 .pdf、.ofd、.png、.jpg、.tif、.webp、.html、.docx 或 .json，或文件夹",
    "the file to write, or the folder",
)
PICTURE_SPREADS = Message("图片按跨页", "pictures of facing pages side by side")
PICTURE_LONG = Message(
    "整期一张长图，宽 1080 像素，没有书眉和页码",
    "the issue as one long picture 1080 pixels wide, without running heads and page numbers",
)
PICTURE_PPI = Message(
    "图片的分辨率；不写是 150，TIFF 是 300",
    "pixels an inch of pictures; where nothing is said 150, of a TIFF 300",
)
PICTURE_QUALITY = Message(
    "JPEG 和 WebP 的品质，不写是 90", "quality of a JPEG or WebP, 90 where nothing is said"
)
PICTURE_SIZE = Message(
    "每张图片最大多少 KB：降低品质，长图多切几张",
    "the largest that a picture may be: quality is brought down, a long picture cut more often",
)
SLICE_HEIGHT = Message(
    "长图每张最高多少像素，在文章末尾切开",
    "rows of a slice of the long picture at most; it is cut where articles end",
)
EXPORT_TYPED = Message(
    "Word 里的编号打成文字，不用自动编号", "numbers of list items as text, not counted by Word"
)
EXPORT_PAGES = Message(
    "网页一篇一页，写进 -o 的文件夹", "the web page as one page an article, into the folder of -o"
)
EXPORT_WECHAT = Message(
    "公众号图文，写进 -o 的文件夹：正文、图片和封面",
    "an article for a WeChat official account, into the folder of -o: text, pictures and covers",
)
EXPORT_ARTICLE = Message(
    "只写一篇：编号（从 1 起）或标题；不写就是整期",
    "one article alone, by its number (from 1) or its title; without it the whole issue",
)
EXPORT_PRESET = Message(
    "输出预设名或文件 .toml", "an export preset: its name (see presets) or a file"
)
EXPORT_LAYOUT = Message(
    "换用的版式：名字或文件", "another layout than the issue's: its name or a file"
)
COVERS = ("with", "apart", "only", "none")
"""How an export treats the cover: in the file, in one of its own, alone, or not at all."""

EXPORT_COVER = Message(
    "封面：with 与正文同一文件，apart 另成一个文件，only 只输出封面，none 不输出封面",
    "the cover: with the rest, apart in a file of its own, only the cover, or none",
)
EXPORT_CHOSEN = Message(
    "只输出这些页，如 1,3-5；从第一页数起，封面也算",
    "these pages alone, like 1,3-5; counted from the first one in the file, the cover too",
)
EXPORT_SINGLE = Message("每页一个文件：名称-01.pdf …", "a file for each page: NAME-01.pdf …")
EXPORT_PASSWORD = Message(
    "打开文件要的密码，写在这个文件的第一行；- 是标准输入",
    "the password that opens the PDF: the first line of this file, - for standard input",
)
EXPORT_FIT = Message(
    "整页适配：whole 末页排满，12 排成 12 页，4x 排成 4 的倍数页；排不成时返回 1",
    "fit to whole pages: whole, a number (12) or a multiple (4x); exit code 1 where that is not "
    "reached",
)
FIT_REPORT = Message("整页适配的结果", "write what fitting changed as JSON")
PRESET_CHANGE = Message("改动预设的一项", "change a key")
DRAFT = Message("输出校样，有错误也输出", "write a draft, whatever was found in the issue")
DRAFT_NOTES = Message("校样里带检查批注", "put the findings into the draft as notes")
DELIVER = Message(
    "整期一次全出：印刷、屏幕、图片、公众号、网页、OFD、Word，附清单",
    "everything an issue goes out as: print, screen, pictures, WeChat, web, OFD, Word, with a "
    "manifest",
)
DELIVER_FOLDER = Message(
    "放到这个文件夹里，本期一个文件夹", "where the folder of this issue is made or filled again"
)
DELIVER_PARTS = Message(
    "只要这些：print,pictures,long,screen,wechat,web,ofd,docx；不写就是全部",
    "these parts alone; all where nothing is said",
)
DELIVER_PRESET = Message("印刷 PDF 的预设，不写是 print", "the preset of the PDF for print")
BATCH = Message(
    "排很多期：每个核一个进程，随时可以停，--resume 接着做",
    "set many issues, a process for each core; it may be stopped, --resume goes on",
)
BATCH_PATHS = Message(
    "稿件、文件夹，或 @清单（一行一个）",
    "issues, folders of issues, or @LIST, a file that names one a line",
)
BATCH_FOLDER = Message("输出文件夹", "the folder that the PDFs go into")
BATCH_PRESET = Message(
    "输出预设，可以写几次；不写是普通 PDF",
    "an export preset, may be given several times; a plain PDF where none is",
)
BATCH_JOBS = Message("同时几个进程，不写是核数", "how many processes; one a core if not said")
BATCH_RESUME = Message(
    "稿件、照片、版式、字体、程序都没有变的不再做",
    "leave what is done and of which issue, photos, layout, faces and program are as they were",
)
BATCH_MEMORY = Message(
    "每个进程最多多少 MB 内存，不写是 2000", "memory of a process at most, 2000 MB if not said"
)
BATCH_TIME = Message(
    "一期最多多少秒，不写是 600", "seconds that an issue may take, 600 if not said"
)
WATCH = Message(
    "看着文件夹，有变化的重新排，Ctrl-C 结束",
    "watch a folder and set what changes in it, until Ctrl-C",
)
WATCHED_FOLDER = Message("稿件所在的文件夹", "the folder of the issues")
WATCH_QUIET = Message(
    "文件多少秒不再变化才排，不写是 2", "seconds a file must lie still, 2 if not said"
)
PRESETS = Message("列出输出预设", "list export presets")
CHECK = Message("检查", "list findings; exit code 1 where there are errors")
CHECK_PRESET = Message("按输出预设检查", "check for an export preset: its name or a file .toml")
CHECK_DAY = Message("以这一天为今天", "the day that counts as today")
CONVERT = Message("稿件与版心文件互换", "turn a manuscript into a package or back")
CONVERTED_FILE = Message("输出文件 .banxin 或 .md", "the file to write")
FACES = Message(
    "列出系统和字体文件夹里可用的字体",
    "list the faces that can be used, of the system and of folders",
)
FACES_FOLDER = Message("也看这个文件夹，可以写几次", "look into this folder too")
FACES_JSON = Message("JSON 输出", "print the faces as JSON")
LAYOUT = Message("版式：检查、打包、列出、查看", "layouts: check, pack, list, show")
LAYOUT_CHECK = Message(
    "检查版式文件或版式包，列出所有错误",
    "list all that is wrong with a layout; exit code 1 where something is",
)
LAYOUT_FILE = Message(
    "版式文件 .toml、版式包 .banxin-layout 或版式名",
    "a layout file, a layout package or a layout's name",
)
LAYOUT_PACK = Message("做成版式包", "make a layout package of a layout with its pictures")
LAYOUT_PACKED = Message("版式包 .banxin-layout", "the layout package")
LAYOUT_PREVIEW = Message("放进包里的预览图", "a picture of it to go along")
LAYOUT_LIST = Message("列出可用的版式", "list the layouts there are")
LAYOUT_SHOW = Message(
    "列出版式的各项取值", "print what a layout says, and what it says otherwise than its base"
)
LAYOUT_GRID = Message(
    "版心四个数：改一个，其余跟着变；并列出正好排满的字号",
    "the four numbers of the grid: turn one, the others follow; and the sizes that fit exactly",
)
GRID_MEASURE = Message("每行字数", "characters a line")
GRID_ROWS = Message("每页行数", "rows a page")
GRID_SIZE = Message("正文字号，如 三号、15.75pt", "size of body text, such as 三号 or 15.75pt")
GRID_LEADING = Message("行距，字号的倍数", "leading, times the size")
GRID_HOLD = Message(
    "不变的是：margins 边距，counts 字数和行数，type 字号和行距",
    "what stays: the margins, the numbers of characters and rows, or the type",
)
NO_SECONDS = Message("应是大于零的秒数", "is no number of seconds above zero")
NO_SIZE = Message("不是字号", "is no size")
LAYOUT_INSTALL = Message("装进自己的版式", "take a layout package in among your own")
LAYOUT_NAMED = Message("换一个名字", "under another name")
LAYOUT_REPLACE = Message("代替同名的版式", "in the place of one of that name")
LAYOUT_REMOVE = Message("删掉自己的一个版式", "remove one of your own")
LAYOUT_OWN_NAME = Message("自己的版式的名字", "the name of one of your own layouts")
IMPORT = Message(
    "把收到的稿件排进一期",
    "bring manuscripts as they arrive into an issue; exit code 1 where something wants a look, "
    "2 where nothing could be read",
)
IMPORTED_PATHS = Message("稿件、图片或文件夹", "manuscripts, photos, folders")
IMPORT_FILE = Message("输出文件 .banxin、.md 或 .pdf", "the file to write")
IMPORT_INTO = Message("放进这一期", "the issue that the articles are added to")
IMPORT_LAYOUT = Message("版式名或文件 .toml", "a layout: its name or a file")
IMPORT_PRESET = Message("输出 .pdf 时的预设", "the export preset for a PDF")
IMPORT_REPORT = Message("导入报告", "write a report for people")
IMPORT_JSON = Message("导入结果", "write a report for programs")
IMPORT_HOUSE = Message("本单位的词表和整理规则", "the word lists and tidying rules of the house")
IMPORT_AS_IT_CAME = Message("不整理文字", "change no text")
IMPOSE = Message("拼成小册子", "lay a PDF out as a booklet, two pages up, for a duplex printer")
IMPOSED_FILE = Message("要拼版的 PDF", "the PDF")
BOOKLET_FILE = Message("输出文件 .pdf", "the file to write")
PAPER = Message("纸张 A3、SRA3、430x310", "the sheet")
THICKNESS = Message("纸厚，毫米", "thickness of the paper")
CREEP = Message("总爬移量，毫米", "creep of the innermost sheet")
SIGNATURE = Message(
    "胶订：每帖这么多页（4 的倍数）；不写就是骑马订",
    "perfect binding: signatures of so many pages, a multiple of 4; without it saddle stitch",
)
BLANKS_LAST = Message("空白页排在末页之后", "blank pages after the last page, not before it")
CROP_MARKS = Message("裁切标记", "crop marks, where the sheet has room")
PROVE = Message(
    "印前检查", "open a written PDF again and hold it against its standard; exit code 1 for errors"
)
PROVED_FILE = Message("要检查的 PDF", "the PDF")
STANDARD = Message("标准；不写就用文件自己标明的", "else those it claims")
HOUSE_LISTS = Message("本单位的用词", "the word lists of the house")
AS_JSON = Message("JSON 输出", "print findings as JSON")
NO_DAY = Message("应写成 YYYY-MM-DD", "must be written YYYY-MM-DD")
