"""What `--help` says of verbs and their arguments, in the order of `layouts.cli.arguments`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from layouts.messages.message import Message

PROGRAM = "版心 Banxin: 简报排版 newsletter typesetting"

ISSUE_FILE = "稿件 manuscript (.md) / 版心文件 package (.banxin) / issue.json (.json)"
"""Both languages in one: words of either stand beside each other."""

ISSUE_OR_PIPED = f"{ISSUE_FILE} / - 标准输入的 issue.json, on standard input"

VERSION = Message("显示版本号", "which version this is")

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
COMPLETION = Message(
    "命令行补全的脚本，写到标准输出", "a script for the shell that completes verbs and options"
)
COMPLETED_SHELL = Message("哪一种 shell", "which shell")
CONVERT = Message(
    "稿件、版心文件与 issue.json 互换",
    "turn a manuscript, a package or an issue.json into one of the others",
)
CONVERTED_FILE = Message("输出文件 .banxin、.md 或 .json", "the file to write")
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
IMPOSE = Message(
    "拼成小册子，或一面拼几页",
    "lay a PDF out as a booklet for a duplex printer, or several pages on each side of a sheet",
)
IMPOSED_FILE = Message("要拼版的 PDF", "the PDF")
IMPOSED_OUTPUT = Message("输出文件 .pdf", "the file to write")
PAPER = Message("纸张 A3、SRA3、430x310", "the sheet")
THICKNESS = Message("纸厚，毫米", "thickness of the paper")
CREEP = Message("总爬移量，毫米", "creep of the innermost sheet")
SIGNATURE = Message(
    "胶订：每帖这么多页（4 的倍数）；不写就是骑马订",
    "perfect binding: signatures of so many pages, a multiple of 4; without it saddle stitch",
)
UP = Message(
    "一面拼几页；不写 --arrange 就是缩拼，写了而没有 --up 就是排满",
    "so many pages on each side, reduced; with --arrange and without this as many as fit",
)
ARRANGE = Message(
    "怎么拼：reduced 缩拼，sequence 按原大依次排，stack 切后叠放成序，repeat 同一页排满",
    "how: reduced, for reading round; in turn at their own size; in turn when the piles of the "
    "cut sheet are put on each other; each page repeated",
)
GUTTER = Message(
    "按原大拼时出血之间的距离，毫米", "between the bleeds of neighbours at their own size"
)
UP_DUPLEX = Message(
    "双面：一页和下一页是一张的正反面", "both sides: a page and the next are front and back"
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

# The man page

MAN_SYNOPSIS = Message("用法", "SYNOPSIS")
MAN_DESCRIPTION = Message("说明", "DESCRIPTION")
MAN_VERBS = Message("命令", "COMMANDS")
MAN_EXIT = Message("退出码", "EXIT STATUS")
MAN_ENVIRONMENT = Message("环境变量", "ENVIRONMENT")
MAN_EXAMPLES = Message("例子", "EXAMPLES")
MAN_ABOUT = Message(
    "稿件排成简报，输出印刷 PDF、OFD、图片、网页、公众号图文和 Word。没有命令时打开窗口。"
    "出错时标准错误上有一句中英文的话，说明哪个文件、哪里、怎么办，已有的文件不动。",
    "Sets manuscripts as newsletters and writes PDFs for print, OFD, pictures, web pages, WeChat "
    "articles and Word files. Without a verb it opens its window. What goes wrong is one sentence "
    "in Chinese and English on standard error, saying which file, where, and what to do; files "
    "that are there stay as they were.",
)
EXIT_CODES: Mapping[str, Message] = MappingProxyType(
    {
        "0": Message("做好了，最多有警告和提示", "done; at most warnings and notices"),
        "1": Message(
            "做完了，但有错误级的发现，或有要看一眼的地方：每条命令的说明在 docs/cli.md",
            "done, and there are findings that are errors, or something wants a look: docs/cli.md "
            "says what of each verb",
        ),
        "2": Message(
            "用法不对，读不出来，或拒绝输出：什么都没有写",
            "wrong use, an input that cannot be read, or an output that was refused: nothing was "
            "written",
        ),
        "130": Message("被 Ctrl-C 中断，什么都没有写", "ended by Ctrl-C; nothing was written"),
    }
)
VARIABLES: Mapping[str, Message] = MappingProxyType(
    {
        "SOURCE_DATE_EPOCH": Message(
            "校样上的时间：1970 年以来的秒数（UTC）",
            "the time a draft bears: seconds since 1970 in UTC",
        ),
        "TMPDIR": Message("版心文件的图片临时放的地方", "where photos of packages lie meanwhile"),
    }
)
EXAMPLES: Mapping[str, Message] = MappingProxyType(
    {
        "banxin export issue.md -o issue.pdf --preset print": Message(
            "给印刷厂的 PDF/X-4", "PDF/X-4 for the print house"
        ),
        "make-issue | banxin export - -o issue.pdf": Message(
            "别的程序写的 issue.json，从标准输入读", "an issue.json of another program, piped in"
        ),
        "banxin check issue.md --json": Message("检查结果给程序读", "findings for a program"),
        "banxin completion bash > ~/.local/share/bash-completion/completions/banxin": Message(
            "装好 bash 的补全", "completion in bash, for good"
        ),
    }
)
