"""Of layouts: their files, and what of their values does not go together.

`{{key}}` stays as `{key}`: who knows where in the file it stands puts that in.
"""

from __future__ import annotations

from types import MappingProxyType

from layouts.messages.message import Message

LAYOUT_UNKNOWN = Message(
    "没有名为 {name} 的版式；{known.zh}", "there is no layout {name}; {known.en}"
)
LAYOUT_FILE_MISSING = Message("找不到版式文件 {name}", "the layout file {name} does not exist")
LAYOUT_FILE_OUTSIDE = Message(
    "版式文件 {name} 在稿件所在文件夹之外，请放到稿件旁边",
    "the layout file {name} lies outside the manuscript's folder",
)
LAYOUT_FILE_UNREADABLE = Message(
    "版式文件 {name} 读不出：{why.zh}", "the layout file {name} cannot be read: {why.en}"
)
LAYOUT_UNREADABLE = Message("版式文件读不出：{why.zh}", "the layout file cannot be read: {why.en}")
LAYOUT_NOT_UTF8 = Message("版式文件不是 UTF-8 编码", "the layout file is not in UTF-8")

DESIGN_TOO_LARGE = Message(
    "版式修改超过 {most} kB，一个版式文件也不能这么大",
    "what the issue has otherwise than its layout is larger than {most} kB, which no layout may be",
)
BASED_ON_ITSELF = Message(
    "版式绕回到了自己：based_on 写的 {name} 又以这个版式为基础",
    "the layout leads back to itself: {name}, which it is based on, is based on it",
)
BASES_TOO_MANY = Message(
    "版式一层层以别的版式为基础，超过了 {most} 层",
    "layouts are based on one another more than {most} deep",
)

SETTING_NOT_OPEN = Message(
    "版式 {name} 没有可由稿件设置的 {{key}}；{known.zh}",
    "the layout {name} has no setting {{key}} open to manuscripts; {known.en}",
)
NONE = Message("无", "none")

# Page and grid

MEASURE_TOO_WIDE = Message(
    "{{key}} 放不下：{columns} 栏，每行 {measure} 字，字号 {size}，左右边距将不足 "
    "{millimetres:g} mm；每行最多 {most} 字",
    "{{key}} does not fit the page: {measure} characters of {size} a line and {columns} "
    "columns leave less than {millimetres:g} mm at the sides; at most {most} characters fit",
)
TOO_FEW_ROWS = Message(
    "{{key}} 使一页只有 {rows} 行，至少要 {least} 行",
    "{{key}} leaves {rows} rows on a page; at least {least} are needed",
)
MASTHEAD_TOO_HIGH = Message(
    "{{key}} 超出版心下边（{foot:.1f} pt）",
    "{{key}} reaches below the foot of the type area ({foot:.1f} pt)",
)
BODY_FOLLOWS_GRID = Message(
    "{{key}} 不能另设，请改 grid.{setting}", "{{key}} follows the grid: set grid.{setting} instead"
)

GRID_OUT_OF_RANGE = MappingProxyType(
    {
        "size": Message(
            "字号会是 {value} pt，应在 5.25 到 72 pt 之间",
            "the type would be {value} pt; it may have 5.25 to 72 pt",
        ),
        "leading": Message(
            "行距会是字号的 {value} 倍，应在 1 到 3 倍之间",
            "the leading would be {value} times the size; it may be 1 to 3 times",
        ),
        "measure": Message(
            "每行会是 {value} 字，应在 8 到 120 字之间",
            "a line would hold {value} characters; it may hold 8 to 120",
        ),
        "rows": Message(
            "一页会是 {value} 行，至少要 5 行", "a page would hold {value} rows; it needs 5"
        ),
        "side": Message(
            "左右边距会是 {value} mm，至少要 10 mm",
            "the side margins would be {value} mm; 10 mm are needed",
        ),
        "foot": Message(
            "地脚会是 {value} mm，版心会超出纸边",
            "the foot margin would be {value} mm: the type area would leave the page",
        ),
    }
)
"""Why a number of the grid cannot be turned so far, by what would leave its range."""

# Inks, punctuation, templates

SECOND_SPOT_INK = Message(
    "{{key}} 不能再设 spot，专色已是 {first}", "{{key}} cannot be a second spot ink beside {first}"
)
STYLE_NAME_TAKEN = Message(
    "{{key}} 与自带的标点样式同名", "{{key}} has the name of a style that is there already"
)
STYLE_BASED_ON_ITSELF = Message("{{key}} 绕回到自己", "{{key}} leads back to itself")
AUTOSPACE_OUT_OF_ORDER = Message(
    "{{key}} 的 autospace 应在 autospace_min 与 autospace_max 之间",
    "{{key}} needs an autospace between its autospace_min and autospace_max",
)
NO_ROOM_TO_HANG_AT_EDGE = Message(
    "{{key}} 让标点悬挂，右页边至少要留 {least} 毫米；请加宽页边，或者不悬挂",
    "{{key}} has marks hang, which takes a right margin of {least} mm at least: widen the margin, "
    "or let none hang",
)
NO_ROOM_TO_HANG_IN_GUTTER = Message(
    "{{key}} 让标点悬挂，栏间至少要 {least} 字宽，不然会碰到邻栏或栏线；请加宽栏间，或者不悬挂",
    "{{key}} has marks hang, which takes a gutter of {least} em at least, or they would reach the "
    "next column or its rule: widen the gutter, or let none hang",
)
TEMPLATE_SIGN_UNPAIRED = Message(
    "“{sign}”没有成对，要印出它本身请写“{twice}”",
    "{sign!r} has no partner; write {twice!r} for the sign itself",
)

# Layout packages (.banxin-layout), and the user's own layouts

NO_LAYOUT_PACKAGE = Message("不是版式包", "it is no layout package")
LAYOUT_PACKAGE_STANDS_ON = Message(
    "版式包里的版式不能写 based_on，要自成一体",
    "a layout in a package stands on no other: it must not say based_on",
)
LAYOUT_PACKAGE_PICTURES = Message(
    "版式包里的图片超过 {most} 张", "a layout package holds at most {most} pictures"
)
LAYOUT_PICTURE_TOO_LARGE = Message(
    "版式的图片 {name} 大于 {most} MB", "the layout's picture {name} is larger than {most} MB"
)
LAYOUT_PICTURE_NO_PICTURE = Message(
    "版式的图片 {name} 不是它的名字所说的图片",
    "the layout's picture {name} is not what its name says",
)
LAYOUT_PICTURE_MISSING = Message(
    "版式包里缺少图片 {name}", "the layout package has no picture {name}"
)
LAYOUT_PICTURE_UNREADABLE = Message(
    "版式的图片 {name} 读不出：{why.zh}", "the layout's picture {name} cannot be read: {why.en}"
)
LAYOUT_PICTURE_TWICE = Message(
    "两张不同的图片都叫 {name}，请改一个名字",
    "two different pictures are called {name}: rename one of them",
)
LAYOUT_PREVIEW_NO_PNG = Message("预览图不是 PNG", "the preview is no PNG")
LAYOUT_NOT_KEPT = Message(
    "版式 {name} 放不进自己的版式文件夹：{why.zh}",
    "the layout {name} cannot be put into the folder of your own layouts: {why.en}",
)
LAYOUT_PACKAGE_NOT_UNPACKED = Message(
    "版式包展不开：{why.zh}", "the layout package cannot be unpacked: {why.en}"
)
LAYOUT_NAME_NONE = Message(
    "“{name}”不能作版式的名字：只能有字、数字、空格、点、横线、括号、书名号，最多 80 个字符",
    "“{name}” is no name of a layout: letters, digits, spaces, dots, dashes, brackets, 80 at most",
)
LAYOUT_NAME_OURS = Message(
    "“{name}”是自带版式的名字，请另起一个",
    "“{name}” is a layout that is there already: choose another name",
)
LAYOUT_NAME_TAKEN = Message(
    "自己的版式里已经有“{name}”", "there is a layout of your own called “{name}” already"
)
LAYOUT_NOT_OWN = Message(
    "自己的版式里没有“{name}”", "there is no layout of your own called “{name}”"
)
LAYOUT_NOT_REMOVED = Message(
    "版式“{name}”删不掉：{why.zh}", "the layout “{name}” cannot be removed: {why.en}"
)
