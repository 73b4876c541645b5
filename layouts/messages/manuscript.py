"""Of manuscripts: the file, its characters, what was taken for what, its photos."""

from __future__ import annotations

from layouts.messages.message import Message

# The file

MANUSCRIPT_MISSING = Message("找不到这个稿件文件", "there is no such manuscript")
MANUSCRIPT_UNREADABLE = Message(
    "稿件文件读不出来：{why.zh}", "the manuscript cannot be read: {why.en}"
)
MANUSCRIPT_EMPTY = Message("稿件文件是空的", "the manuscript is empty")
NO_TEXT = Message("稿件没有正文", "the manuscript has no text")
NOT_MARKDOWN = Message("这是{kind.zh}，不是 Markdown 文本", "this is {kind.en}, not Markdown text")
WORD_OR_ARCHIVE = Message("Word 或压缩文件", "a Word document or an archive")
OLD_WORD_OR_EXCEL = Message("旧版 Word 或 Excel 文件", "an old Word or Excel document")
A_PDF = Message("PDF 文件", "a PDF")
AN_RTF = Message("RTF 文件", "an RTF document")
A_PICTURE = Message("图片", "a picture")
AN_ARCHIVE = Message("压缩文件", "an archive")
ENCODING_UNKNOWN = Message(
    "认不出文件的编码（可读 UTF-8、UTF-16、GB 18030、Big5、HZ）；请另存为 UTF-8",
    "the encoding is none we know (UTF-8, UTF-16, GB 18030, Big5, HZ); please save the file as "
    "UTF-8",
)
CHARACTERS_DAMAGED = Message(
    "这一行有损坏的字符（{encoding} 编码）", "this line holds damaged characters ({encoding})"
)

# How much of it

MANUSCRIPT_TOO_LARGE = Message(
    "稿件太大：到这里{why.zh}，请分成几期",
    "the manuscript is too large: up to here it {why.en}; divide it",
)
MORE_LINES = Message("超过 {most} 行", "has more than {most} lines")
MORE_MARKS = Message("超过 {most} 个标记符号", "has more than {most} marks ({marks})")
LINE_TOO_LONG = Message(
    "这一行有 {count} 字，最多 {most} 字，请分段",
    "this line has {count} characters, at most {most} can be read: divide it",
)
NESTED_TOO_DEEP = Message("列表或引用嵌套太深", "lists or quotations are nested too deeply")

# Characters that were put right

PRIVATE_USE_CONVERTED = Message(
    "{count} 个 GBK 私用区字符（第一个是 {code}）已换成标准字",
    "{count} private-use characters of old GBK (the first is {code}) became standard ones",
)
RADICALS_CONVERTED = Message(
    "{count} 个部首字符（第一个是 {char}，{code}）已换成汉字",
    "{count} radicals (the first is {char}, {code}) became Hanzi",
)
CONTROLS_REMOVED = Message(
    "{count} 个控制字符（第一个是 {code}）已去掉",
    "{count} control characters (the first is {code}) were removed",
)
INVISIBLE_REMOVED = Message(
    "{count} 个看不见的字符（第一个是 {code}）已去掉",
    "{count} invisible characters (the first is {code}) were removed",
)
CHARACTERS_LOST = Message(
    "{count} 处文字（{code}）在以前转换时已丢失，请核对原稿",
    "{count} characters ({code}) were lost in an earlier conversion; compare with the original",
)

# What was taken for what

MASTHEADS_DIFFER = Message(
    "正文里的报头写着“{theirs}”，稿头写着“{ours}”，以稿头为准",
    "the masthead in the body says `{theirs}`, the front matter `{ours}`; the front matter counts",
)
CONTENTS_LEFT_OUT = Message(
    "稿件自带的目录（第 {first} 行起）已略去，由程序重新生成",
    "the manuscript's own contents list (lines {first} to {last}) is left out; a new one "
    "is generated",
)
TEXT_BEFORE_SECTION = Message(
    "第一个栏目之前有文字，放在没有名称的栏目里",
    "text before the first section stands in one without a name",
)
SECTION_RECOGNISED = Message(
    "单独一行的【{name}】按栏目处理", "the line 【{name}】 is read as a section"
)
SECTION_MARKS_UNUSED = Message(
    "栏目名称上的链接、注音、注释或批注已略去",
    "links, readings, notes and comments on a section's name are left out",
)
HEADING_EMPTY = Message("这个标题是空的，已略去", "this heading is empty and was left out")
HEADING_READ_AS_TITLE = Message(
    "“{title}”没有【】，按稿件标题处理",
    "“{title}” has no brackets 【】 and is read as an article's title",
)
TITLE_RECOGNISED = Message("“{title}”单独一行，按标题处理", "the line “{title}” is read as a title")
KEEP_UNUSED = Message(
    "{{keep}} 只对稿件的标题起作用，这里没有用上",
    "{{keep}} is for titles of articles and does nothing here",
)
ACROSS_UNUSED = Message(
    "{{across=…}} 和 {{boxed}} 只对稿件的标题起作用，这里没有用上",
    "{{across=…}} and {{boxed}} are for titles of articles and do nothing here",
)
COLUMNS_UNUSED = Message(
    "{{columns=…}} 只对栏目名起作用，这里没有用上",
    "{{columns=…}} is for names of sections and does nothing here",
)
PARAGRAPH_JOINED = Message(
    "这一段接在第 {line} 行的段落后面", "this paragraph continues the one of line {line}"
)
BOLD_UNPAIRED = Message(
    "这一段的 ** 没有成对，按原样印出（** 与文字之间不要有空格）",
    "** in this paragraph is not paired and prints as typed (no space may stand between ** "
    "and the words)",
)
TABLE_ROW_TOO_LONG = Message(
    "这一行的格子比表头多，多出的并入最后一格",
    "this row has more cells than the header; the rest went into the last one",
)
TABLE_WORDS_UNUSED = Message(
    "表格下面的 {words} 不是认得的写法，成了表格的一行；请改正，或空一行另写",
    "`{words}` under the table is nothing known and became a row of it; mend it, or leave an "
    "empty line above it",
)

REMARK_LEFT_OUT = Message(
    "“{words}”是写给作者或别的程序的，不印",
    "`{words}` is for writers or other programs and is not printed",
)

# Photos and their attributes

PHOTO_MISSPELT = Message(
    "这一段的图片写法不完整，按原样印出；应写成 ![图说](文件名)",
    "a photo in this paragraph is not written in full and prints as typed; it should read "
    "![caption](file)",
)
PHOTO_UNNAMED = Message("图片没有写文件名", "the photo has no file name")
PHOTO_NO_FILE = Message(
    "图片“{path}”不是文件：请存到稿件旁边再引用，本程序不从网上取",
    "the photo `{path}` is not a file: save it beside the manuscript, nothing is fetched",
)
PHOTO_ELSEWHERE = Message(
    "图片“{path}”不在稿件所在的文件夹里，请核对",
    "the photo `{path}` does not lie in the manuscript's folder; please check it",
)
ATTRIBUTES_OPEN = Message(
    "图片的属性没有用 }} 结束", "the photo's attributes are not closed with }}"
)
ATTRIBUTE_MISSPELT = Message(
    "图片的属性“{attribute}”应写成 键=值", "the photo's attribute `{attribute}` must read key=value"
)
ATTRIBUTE_UNKNOWN = Message(
    "图片没有“{attribute}”这一属性，可用 side、width、line、standoff、crop、alt、row",
    "`{attribute}` is no attribute of a photo; there are side, width, line, standoff, "
    "crop, alt and row",
)
ATTRIBUTE_NEARLY_KNOWN = Message(
    "图片没有“{attribute}”这一属性，是不是“{near}”？",
    "`{attribute}` is no attribute of a photo; did you mean `{near}`?",
)
ATTRIBUTE_TWICE = Message("图片的“{attribute}”写了两次", "the photo's `{attribute}` is given twice")
ATTRIBUTE_VALUE_WRONG = Message(
    "图片的“{attribute}”不能是“{value}”，应是{expected.zh}",
    "the photo's `{attribute}` cannot be `{value}`; it must be {expected.en}",
)
BOX_ATTRIBUTE = Message(
    "框或引语的属性“{attribute}”用不上，可用 side、width、line、place、across；框还有 columns，"
    "引语还有 between",
    "`{attribute}` is no attribute that a box or pull quote can have; there are side, width, line, "
    "place and across, for boxes columns, for pull quotes between",
)
SIDE_EXPECTED = Message("left、right、both 或 none", "left, right, both or none")
LINE_EXPECTED = Message("从 0 数起的行号", "a line number from 0")
WIDTH_EXPECTED = Message("字数（如 16em）", "a width in em such as 16em")
STANDOFF_EXPECTED = Message("字数（如 0.5em）", "a distance in em such as 0.5em")
PLACE_EXPECTED = Message("text、top、foot、page 或 spread", "text, top, foot, page or spread")
ACROSS_EXPECTED = Message("1 到 {most} 栏，或 all", "1 to {most} columns, or all")
BLEED_EXPECTED = Message("left、top、right、foot 中的几个", "some of left, top, right, foot")
WRAP_EXPECTED = Message("box、alpha、outline 或 polygon", "box, alpha, outline or polygon")
POLYGON_EXPECTED = Message(
    "三到 {most} 个角的百分比位置（如 0,0 100,20 50,100）",
    "the places of three to {most} corners in percent, such as 0,0 100,20 50,100",
)
GRID_EXPECTED = Message("1 到 {most} 张", "1 to {most} photos")
CAPTIONS_EXPECTED = Message(
    "together（合写一条）或 each（各写一条）", "together (one of all) or each (one under each)"
)
STRAIGHTEN_EXPECTED = Message("-{most:g} 到 {most:g} 的度数", "degrees from -{most:g} to {most:g}")
TONE_EXPECTED = Message("-100% 到 100%", "-100% to 100%")
GREY_EXPECTED = Message("yes 或 no", "yes or no")
FRAME_EXPECTED = Message("0 到 {most:g} 磅（如 0.5pt）", "0 to {most:g} points such as 0.5pt")
FOCUS_EXPECTED = Message(
    "焦点离左边和上边的百分比（如 40% 60%）",
    "its distance from the left and top in percent, such as 40% 60%",
)
CROP_EXPECTED = Message(
    "左、上、右、下裁去的百分比（如 10% 0 5% 0），左右相加、上下相加都小于 {most}%",
    "what is cut off at the left, top, right and bottom such as 10% 0 5% 0, less than "
    "{most}% across and down",
)
