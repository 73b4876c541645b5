"""Of calls on the command line that cannot be followed, and what a verb says itself."""

from __future__ import annotations

from layouts.messages.message import Message

OPTION_EMPTY = Message(
    "{option} 后面没有写内容；不需要这个选项时，连它一起去掉",
    "nothing is written behind {option}; where it is not needed, leave it out too",
)
NAME_EMPTY = Message("有一个文件名是空的", "one of the names of files is empty")
PIPED_TWICE = Message(
    "标准输入只有一个：`-` 不能既是稿件又是 --password-file",
    "there is one standard input: `-` cannot be both the issue and --password-file",
)
PIPED_NOT_READ = Message(
    "标准输入读不出来：{reason.zh}", "standard input cannot be read: {reason.en}"
)
PIPED_WITHOUT_END = Message(
    "标准输入多于 {most} MB，不是一期", "standard input has more than {most} MB and is no issue"
)
SET_WITHOUT_PRESET = Message("--set 要与 --preset 一起用", "--set needs --preset")
SET_MISSPELT = Message(
    "--set {change} 应写成 KEY=VALUE", "--set {change} must be written KEY=VALUE"
)
PARTS_OUTPUT_NO_PDF = Message(
    "--cover 和 --single-pages 只用于 PDF，--pages 只用于 PDF 和图片，不能输出成 {path}",
    "--cover and --single-pages are for PDFs, --pages for PDFs and pictures, not {path}",
)
NO_COVER = Message(
    "这一期没有封面，或它的版式没有封面", "this issue has no cover, or its layout has none"
)
PRESET_OUTPUT_NO_PDF = Message(
    "用预设输出的文件 {path} 应以 .pdf 结尾", "what a preset makes, {path}, must end in .pdf"
)
DRAFT_OUTPUT_NO_PDF = Message("校样文件 {path} 应以 .pdf 结尾", "a draft, {path}, must end in .pdf")
DRAFT_WITH_PRESET = Message(
    "--draft 不能与 --preset 或 --set 一起用", "--draft goes without --preset and --set"
)
DRAFT_IS_WHOLE = Message(
    "--draft 不能与 --cover、--pages 或 --single-pages 一起用",
    "--draft goes without --cover, --pages and --single-pages",
)
PASSWORD_WITHOUT_PRESET = Message(
    "--password-file 要与 --preset 一起用", "--password-file needs --preset"
)
OUTPUT_IS_READ = Message(
    "输出文件 {path} 本身就要读，写下去会盖掉它；请另起一个名字",
    "the output file {path} is one that is read, and would be lost: give the output another name",
)
IMPOSED_OUTPUT_NO_PDF = Message(
    "拼版文件 {path} 应以 .pdf 结尾", "imposed pages, {path}, must end in .pdf"
)
CREEP_TWICE = Message(
    "--creep 和 --thickness 说的是同一件事，只能用一个",
    "--creep and --thickness say the same thing: use one of them",
)
PASSWORD_WITHOUT_PDF = Message(
    "只有 PDF 能加密码：--password-file 不能与 {path} 一起用",
    "only a PDF has a password: --password-file does not go with {path}",
)
FOLDER_CALLED_A_FILE = Message(
    "--wechat 和 --one-page-an-article 写的是文件夹，{path} 是文件的名字",
    "--wechat and --one-page-an-article write a folder, and {path} is the name of a file",
)
REPORT_IN_PLACE_OF = Message(
    "--fit-report {path} 会盖掉稿件或输出文件，请换个名字",
    "--fit-report {path} would take the place of the issue or of the output: give it another name",
)
REPORT_WITHOUT_FIT = Message("--fit-report 只和 --fit 一起用", "--fit-report goes with --fit alone")
NOTES_WITHOUT_DRAFT = Message("--notes 要与 --draft 一起用", "--notes needs --draft")
OUTPUT_OF_NO_KIND = Message(
    "输出文件 {path} 应以 .pdf、.ofd、.png、.jpg、.tif、.webp、.html、.docx 或 .json 结尾",
    "the output file {path} must end in .pdf, .ofd, .png, .jpg, .tif, .webp, .html, .docx or .json",
)
WAYS_APART = Message(
    "--one-page-an-article 和 --wechat 只能用一个；它们和 .html、.docx 都不与 --preset、--draft、"
    "--cover、--pages、--single-pages、--fit 一起用",
    "--one-page-an-article, --wechat, .html and .docx go alone, without --preset, --draft, "
    "--cover, --pages, --single-pages and --fit",
)
TYPED_WITHOUT_WORD = Message("--typed-numbers 只用于 .docx", "--typed-numbers is for .docx alone")
OUTPUT_NO_ISSUE = Message(
    "输出文件 {path} 应以 .banxin、.md 或 .json 结尾",
    "the output file {path} must end in .banxin, .md or .json",
)

LAYOUT_OUTPUT_NO_PACKAGE = Message(
    "版式包 {path} 应以 .banxin-layout 结尾", "a layout package, {path}, must end in .banxin-layout"
)
SETTINGS_LEFT_OUT = Message(
    "版式 {layout} 不让改{names.zh}，已按版式自己的",
    "the layout {layout} does not open {names.en}: its own holds",
)
DESIGN_LEFT_OUT = Message(
    "版式修改 {names.zh} 是对原版式的，没有用在 {layout} 上",
    "what the issue has otherwise than its own layout ({names.en}) is not used for {layout}",
)
LAYOUT_INSTALLED = Message("已装入：{name}", "taken in: {name}")
LAYOUT_REMOVED = Message("已删掉：{name}", "removed: {name}")
BASED_ON_SAYS = Message(
    "以 {base} 为基础，改了 {count} 项：", "based on {base}, {count} otherwise:"
)
NOTHING_OTHERWISE = Message("各项取值：", "what it says:")

GRID_SAYS = Message(
    "版心 {width:.1f} × {height:.1f} mm：{columns} 栏，每行 {measure} 字 × {rows} 行，字号 {size}，"
    "行距 {times:.4g} 倍（{leading:.2f} pt）",
    "type area {width:.1f} × {height:.1f} mm: {columns} columns, {measure} characters × {rows} "
    "rows, size {size}, leading {times:.4g} times ({leading:.2f} pt)",
)
GRID_FREE = Message(
    "边距之内还空 {across:.1f} mm（横）、{down:.1f} mm（竖）",
    "{across:.1f} mm across and {down:.1f} mm down stay free within the margins",
)
GRID_FITS = Message("边距之内正好排满的：", "what fills the room within the margins:")

NO_FINDINGS = Message("没有发现问题", "no findings")
FINDINGS_NOT_PRINTED = Message(
    "无法输出检查结果（{reason.zh}）", "the findings cannot be printed ({reason.en})"
)
