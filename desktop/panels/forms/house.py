"""What a layout decides, in words that editors use."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.words import tr
from fonts.roles import names_of
from layouts.house.layout import Grid, Layout
from layouts.house.text_style import Style
from layouts.units import POINTS_PER_MM, ZIHAO


def setting_label(name: str) -> str:
    """What a setting is called."""
    return {
        "measure": tr("每行字数"),
        "size": tr("正文字号"),
        "leading": tr("行距"),
        "punctuation": tr("标点样式"),
        "prohibition": tr("避头尾"),
        "page_numbers": tr("要目标页码"),
        "balance": tr("各栏齐平"),
        "notes": tr("注释印在"),
    }.get(name, name)


def option_label(value: str) -> str:
    """What a value of a setting is called."""
    return {
        "clreq": tr("挤压式"),
        "quanjiao": tr("全角式"),
        "kaiming": tr("开明式"),
        "banjiao": tr("半角式"),
        "hangmobanjiao": tr("行末半角式"),
        "office": tr("办公软件式"),
        "none": tr("不禁"),
        "basic": tr("基本"),
        "gb": tr("国标"),
        "strict": tr("严格"),
        "0": tr("不留空"),
        "1/8": tr("八分空（1/8 字）"),
        "1/6": tr("六分空（1/6 字）"),
        "1/4": tr("四分空（1/4 字）"),
        "full": tr("全角"),
        "sentence-ends": tr("句末全角，其余半角"),
        "half": tr("半角"),
        "left": tr("居左"),
        "center": tr("居中"),
        "right": tr("居右"),
        "justify": tr("两端对齐"),
        "outside": tr("外侧"),
        "above": tr("上方"),
        "brackets": tr("括号里"),
        "column": tr("第一栏里"),
        "inside": tr("内侧"),
        "never": tr("不齐"),
        "issue": tr("全期末页"),
        "pages": tr("每个没排满的页"),
        "sections": tr("每个栏目末尾"),
        "articles": tr("每篇文章末尾"),
        "article": tr("文末（尾注）"),
        "page": tr("页脚（脚注）"),
        "paragraph": tr("首行缩进"),
        "hanging": tr("突排"),
    }.get(value, value)


def size_label(points: float) -> str:
    """A type size by name where it has one: `四号（13.75 pt）`, else `14 pt`."""
    name = next((name for name, size in ZIHAO.items() if abs(size - points) < 0.01), None)
    return f"{name}（{points:g} pt）" if name else f"{points:g} pt"


def face_label(key: str) -> str:
    """What a face is called; of several names the one that is asked for first."""
    name = names_of(key)[0]
    return {
        "song": tr("宋体"),
        "song-bold": tr("粗宋"),
        "song-black": tr("特粗宋"),
        "hei": tr("黑体"),
        "hei-bold": tr("粗黑"),
        "kai": tr("楷体"),
        "fangsong": tr("仿宋"),
        "latin": tr("西文"),
        "latin-bold": tr("西文粗体"),
        "latin-italic": tr("西文斜体"),
    }.get(name, name)


def house_rows(layout: Layout) -> Iterator[tuple[str, str]]:
    """What the layout decides: name and value."""
    grid = layout.grid
    yield tr("纸张"), _paper(grid)
    left, right = grid.left, grid.width - grid.left - grid.area_width
    foot = grid.height - grid.top - grid.area_height
    margins = {"top": grid.top, "foot": foot, "left": left, "right": right}
    whole = {name: f"{value / POINTS_PER_MM:.0f}" for name, value in margins.items()}
    yield tr("页边"), tr("天头 {top} · 地脚 {foot} · 左 {left} · 右 {right} mm", **whole)
    columns = tr("{n} 栏，", n=grid.columns) if grid.columns > 1 else ""
    yield (
        tr("版心", meaning="type area"),
        columns
        + tr("每行 {measure} 字，每面 {rows} 行", measure=f"{grid.measure:g}", rows=grid.rows),
    )
    for label, role in (
        (tr("正文"), "body"),
        (tr("栏目"), "section"),
        (tr("标题"), "headline"),
        (tr("供稿"), "byline"),
        (tr("图注"), "caption"),
    ):
        yield label, _style(layout.styles[role])
    yield tr("栏目括号"), layout.section_brackets or tr("无")
    yield (
        tr("图片"),
        tr(
            "宽 {width} 字，离文字 {gap} 字",
            width=f"{layout.photo.width:g}",
            gap=f"{layout.photo.standoff:g}",
        ),
    )


def _paper(grid: Grid) -> str:
    width, height = round(grid.width / POINTS_PER_MM), round(grid.height / POINTS_PER_MM)
    papers = {
        (210, 297): "A4",
        (148, 210): "A5",
        (297, 420): "A3",
        (176, 250): "B5",
        (182, 257): tr("B5（JIS）"),
        (184, 260): tr("16 开"),
    }
    name = papers.get((width, height))
    return f"{name}，{width} × {height} mm" if name else f"{width} × {height} mm"


def _style(style: Style) -> str:
    return f"{face_label(style.face)} {size_label(style.size)}"
