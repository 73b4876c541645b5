"""The table of commands, menu by menu.

Made when the window is, so that its words are those of the language chosen.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.actions import Command, Menu, When
from desktop.window_parts.box_menu import box_menu
from desktop.window_parts.fit_menu import fit_menu
from desktop.window_parts.form_menu import form_menu
from desktop.window_parts.photo_menu import photo_menu
from desktop.words import tr
from layouts.issue.article import ArticleKind
from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.text import MarkKind

if TYPE_CHECKING:
    from desktop.dialogs.find_bar import FindBar
    from desktop.files import Files
    from desktop.keeping.recovering import Recovering
    from desktop.keeping.watch import FileWatch
    from desktop.window_parts.block_acts import BlockActs
    from desktop.window_parts.box_acts import BoxActs
    from desktop.window_parts.clipping import Clipping
    from desktop.window_parts.covering import Covering
    from desktop.window_parts.designing import Designing
    from desktop.window_parts.editing import Editing
    from desktop.window_parts.entering import Entering
    from desktop.window_parts.exporting import Exporting
    from desktop.window_parts.fitting import FittingActs
    from desktop.window_parts.form_acts import FormActs
    from desktop.window_parts.helping import Helping
    from desktop.window_parts.house_lists import HouseLists
    from desktop.window_parts.importing import Importing
    from desktop.window_parts.layout_acts import LayoutActs
    from desktop.window_parts.layout_packages import LayoutPackages
    from desktop.window_parts.marks import Marks
    from desktop.window_parts.noting import Noting
    from desktop.window_parts.photo_rows import PhotoRowActs
    from desktop.window_parts.photos import PhotoActs
    from desktop.window_parts.preferring import Preferring
    from desktop.window_parts.proposing import ReadingProposals
    from desktop.window_parts.publishing import Publishing
    from desktop.window_parts.sheet_tables import SheetTables
    from desktop.window_parts.versions import Versions
    from desktop.window_parts.viewing import Viewing


class Parts(Protocol):
    """Whose acts the commands are: what stands in a window, and the few acts of the window
    itself.
    """

    files: Files
    recovering: Recovering
    file_watch: FileWatch
    versions: Versions
    editing: Editing
    blocks: BlockActs
    sheets: SheetTables
    boxes: BoxActs
    forms: FormActs
    clipping: Clipping
    searching: FindBar
    marks: Marks
    noting: Noting
    proposing: ReadingProposals
    importing: Importing
    house: HouseLists
    layouts: LayoutActs
    photos: PhotoActs
    photo_rows: PhotoRowActs
    covering: Covering
    preferring: Preferring
    publishing: Publishing
    exporting: Exporting
    fitting: FittingActs
    viewing: Viewing
    helping: Helping
    entering: Entering
    designing: Designing
    layout_packages: LayoutPackages

    def close(self) -> bool:
        """Leave, once what is not saved was asked about."""
        ...


def command_menus(parts: Parts) -> tuple[Menu, ...]:
    """All menus in their order, their commands bound to the parts of one window."""
    return tuple(
        menu(parts) for menu in (_file, _edit, _manuscript, _layout, _check, _export, _view, _help)
    )


def _file(parts: Parts) -> Menu:
    return Menu(tr("文件"), "File", (
        Command("file.new", tr("新建一期…"), "New issue", parts.publishing.new, "Ctrl+N", "new", When.ALWAYS,
                hint=tr("新建刊物的下一期，或者单独一期")),
        Command("file.open", tr("打开…"), "Open", parts.files.open, "Ctrl+O", "open", When.ALWAYS, hint=tr("打开一期")),
        Menu(tr("最近打开"), "Open recent", (), parts.files.fill_recent, "recent"),
        Command("file.sample", tr("试用示例"), ("Try the sample "
                                           "issue"), parts.files.open_sample, when=When.ALWAYS),
        None,
        Menu(tr("刊物"), "Publications", (
            Menu(tr("新建下一期"), "Next issue of", (), parts.publishing.fill, "publications"),
            None,
            Command("publication.new", tr("新建刊物…"), "New publication", parts.publishing.found, when=When.ALWAYS,
                    hint=tr("刊名、版式、栏目、报头报尾和编号，存成各期共用的刊物")),
            Command("publication.from-issue", tr("从这一期做成刊物…"), "Publication from this issue", parts.publishing.found_from_issue,
                    hint=tr("报头、栏目、报尾和版式都照这一期")),
            Command("publication.take-layout", tr("刊物用这一期的版式"), "Give this layout to the publication", parts.publishing.take_layout,
                    hint=tr("以后各期都照这一期的版式排，连同在这一期里改的")),
            Command("publication.add", tr("加入已有的刊物…"), "Add a publication", parts.publishing.add, when=When.ALWAYS,
                    hint=tr("选同事已经建好的刊物文件夹")),
            Command("publication.settings", tr("刊物设置…"), "Publication settings", parts.publishing.set_up),
        ), name="publication"),
        None,
        Command("file.save", tr("保存"), "Save", parts.files.save, "Ctrl+S", "save"),
        Command("file.save-as", tr("另存为…"), "Save as", parts.files.save_as, "F12"),
        Command("file.history", tr("历史版本…"), "Version history", parts.versions.show, when=When.PATH,
                hint=tr("看以前的版本，比较，恢复")),
        Command("file.name-version", tr("命名此版本…"), "Name this version", parts.versions.name, when=When.PATH,
                hint=tr("把现在的内容留作一个有名字的版本")),
        Command("file.reload", tr("重新载入"), ("Reload from the "
                                           "disk"), parts.file_watch.reload, when=When.PATH),
        Command("file.recover", tr("恢复没有保存的稿件…"), ("Recover unsaved "
                                                  "issues"), parts.recovering.look, when=When.ALWAYS),
        Command("file.folder", tr("打开所在文件夹"), "Show in folder", parts.files.show_folder, when=When.PATH),
        None,
        Command("file.print-preview", tr("打印预览…"), "Print preview", parts.exporting.print_preview, "Ctrl+F2|Ctrl+Alt+I", when=When.PAGES),
        Command("file.print", tr("打印…"), "Print", parts.exporting.print_pages, "Ctrl+P", when=When.PAGES),
        None,
        Command("file.close", tr("关闭本期"), "Close issue", parts.files.close_issue, "Ctrl+W|Ctrl+F4"),
        Command("file.quit", tr("退出"), "Quit", parts.close, "Alt+F4", when=When.ALWAYS),
    ), letter="F")  # fmt: skip


def _edit(parts: Parts) -> Menu:
    return Menu(tr("编辑"), "Edit", (
        Command("edit.undo", tr("撤销"), "Undo", parts.editing.undo, "Ctrl+Z|Alt+Backspace", "undo", When.UNDO),
        Command("edit.redo", tr("重做"), "Redo", parts.editing.redo, "Ctrl+Y|Ctrl+Shift+Z", "redo", When.REDO),
        None,
        Command("edit.cut", tr("剪切"), "Cut", parts.clipping.cut, "Ctrl+X|Shift+Del", when=When.REMOVABLE),
        Command("edit.copy", tr("复制"), "Copy", parts.clipping.copy, "Ctrl+C|Ctrl+Ins", when=When.REMOVABLE),
        Command("edit.paste", tr("粘贴"), "Paste", parts.clipping.paste, "Ctrl+V|Shift+Ins"),
        Command("edit.paste-plain", tr("只粘贴文字"), "Paste plain text", parts.clipping.paste_plain, "Ctrl+Shift+V",
                hint=tr("只要文字，不要标题、表格、图片和文字标记")),
        Command("edit.delete", tr("删除"), "Delete", parts.clipping.delete, "Del", when=When.REMOVABLE),
        Command("edit.select-all", tr("全选"), "Select all", parts.clipping.select_all, "Ctrl+A"),
        None,
        Command("edit.find", tr("查找与替换…"), "Find and replace", parts.searching.open, "Ctrl+F|Ctrl+H", "find"),
        Command("edit.find-next", tr("查找下一个"), "Find next", parts.searching.next, "F3"),
        Command("edit.find-previous", tr("查找上一个"), "Find previous", parts.searching.previous, "Shift+F3"),
        None,
        _mark(parts, MarkKind.BOLD, tr("加粗"), "Bold", "Ctrl+B"),
        _mark(parts, MarkKind.KAI, tr("楷体"), "Kai", "Ctrl+I"),
        Menu(tr("文字标记"), "Marks", (
            _mark(parts, MarkKind.UNDERLINE, tr("下划线"), "Underline", "Ctrl+U"),
            Menu(tr("其他下划线"), "Other underlines", tuple(
                Command(f"text.underline-{line}", text, english, partial(parts.marks.draw_line, line), "", "", When.TEXT,
                        partial(parts.marks.has_line, line))
                for line, text, english in (
                    (DOUBLE, tr("双下划线"), "Double underline"),
                    (WAVY, tr("波浪线"), "Wavy underline"),
                    (DOTTED, tr("点线"), "Dotted underline"),
                    (THICK, tr("粗下划线"), "Thick underline"),
                )
            ), name="underlines"),
            _mark(parts, MarkKind.STRIKE, tr("删除线"), "Strike-through", "", tr("在选中的字中间画一条线；再点一次取消")),
            _mark(parts, MarkKind.DOTS, tr("着重号"), "Emphasis dots", "Alt+."),
            _mark(parts, MarkKind.SUPERSCRIPT, tr("上标"), "Superscript", "Ctrl+Shift+="),
            _mark(parts, MarkKind.SUBSCRIPT, tr("下标"), "Subscript", "Ctrl+="),
            None,
            *(
                Command(f"text.{kind}", text, english, partial(parts.marks.ask, kind), keys, "", When.TEXT, hint=hint)
                for kind, text, english, keys, hint in (
                    (MarkKind.LINK, tr("链接…"), "Link", "Ctrl+K", tr("给文字加上网址，或修改")),
                    (MarkKind.RUBY, tr("注音…"), "Reading (ruby)", "", tr("给文字加上读音，或修改")),
                    (MarkKind.NOTE, tr("注释…"), "Note", "Ctrl+Alt+F|Ctrl+Alt+D", tr("给文字加上注释，或修改")),
                    (MarkKind.COMMENT, tr("批注…"), "Comment", "Ctrl+Alt+M", tr("给文字加上批注，或修改；批注不印出来")),
                )
            ),
            Command("text.propose-readings", tr("建议注音…"), "Propose readings", parts.proposing.open, when=When.ISSUE,
                    hint=tr("给选中的词，或本篇、本期的生僻字查读音，挑着加上")),
            None,
            Command("note.follow", tr("转到注释，或回到注号"), "To the note, or back to its sign", parts.noting.follow, "Ctrl+Alt+Shift+F",
                    hint=tr("从光标处的注号到注释；注释在眼前，就回到注号；也可以按住 Ctrl 点注号或注释")),
            Command("note.next", tr("下一条注释"), "Next note", parts.noting.next, "Ctrl+Alt+]",
                    hint=tr("从光标处往后，到正文里的下一个注号")),
            Command("note.previous", tr("上一条注释"), "Previous note", parts.noting.previous, "Ctrl+Alt+[",
                    hint=tr("从光标处往前，到正文里的上一个注号")),
            None,
            Command("text.clear", tr("清除文字标记"), "Clear marks", parts.marks.clear, "Ctrl+\\", when=When.TEXT),
        ), name="marks"),
        Menu(tr("段落级别"), "Paragraph level", tuple(
            Command(f"text.level-{level}", text, english, partial(parts.editing.set_level, level), keys, "", When.TEXT,
                    partial(parts.editing.is_level, level))
            for level, text, english, keys in (
                (0, tr("正文"), "Body text", "Ctrl+Shift+N|Ctrl+Q"),
                (1, tr("小标题 一、"), "Sub-heading level 1", "Ctrl+Alt+1"),
                (2, tr("小标题 （一）"), "Sub-heading level 2", "Ctrl+Alt+2"),
                (3, tr("小标题 1."), "Sub-heading level 3", "Ctrl+Alt+3"),
                (4, tr("小标题 （1）"), "Sub-heading level 4", "Ctrl+Alt+4"),
            )
        ), name="level"),
        form_menu(parts.forms),
        Command("text.editors-note", tr("按语"), "Editor's note", parts.blocks.toggle_note, "", "", When.TEXT,
                checked=parts.blocks.is_note, hint=tr("把选中的段落排成编者按，或变回正文")),
        Command("text.pull-quote", tr("拉线引语"), "Pull quote", parts.editing.pull_quote, "Ctrl+Alt+Q", "", When.TEXT,
                checked=parts.editing.is_pull_quote, hint=tr("把选中的话另排成引语，或新起一条")),
        None,
        Command("edit.preferences", tr("首选项…"), "Preferences", parts.preferring.open, "Ctrl+,", when=When.ALWAYS,
                hint=tr("语言、外观、导出文件夹、批注署名")),
    ), letter="E")  # fmt: skip


def _mark(
    parts: Parts, kind: MarkKind, text: str, english: str, keys: str, hint: str = ""
) -> Command:
    """A mark switched on and off.

    The text that has the keys takes its shortcut, which may mean something else beside it.
    """
    toggle, has = partial(parts.marks.toggle, kind), partial(parts.marks.has, kind)
    return Command(
        f"text.{kind}", text, english, toggle, keys, "", When.TEXT, has, hint, in_text=True
    )


def _manuscript(parts: Parts) -> Menu:
    return Menu(tr("稿件"), "Manuscript", (
        Command("article.import", tr("导入稿件…"), "Import manuscripts", parts.importing.choose, "Ctrl+Shift+O", "import", When.ALWAYS,
                hint=tr("导入一篇或多篇稿件：Word、WPS、网页、文本、PDF")),
        Command("article.import-folder", tr("导入文件夹…"), "Import a folder", parts.importing.choose_folder, "", "import", When.ALWAYS,
                hint=tr("导入一个文件夹里的全部稿件和图片")),
        Command("article.take-back", tr("收回 Word 稿…"), "Take back a Word file", parts.importing.choose_edited,
                hint=tr("看领导、作者在导出的 Word 文件里改了什么，收进这一期")),
        Command("article.import-report", tr("导入报告"), "Import report", parts.importing.report,
                hint=tr("看导入的稿件变成了什么，核对不确定的地方")),
        Command("article.hold-over", tr("转下期"), "Hold over for the next issue", parts.publishing.hold_over, when=When.ARTICLE,
                hint=tr("从这一期拿出来，新建下一期时再放进去")),
        Command("article.edit", tr("编辑正文"), "Edit text", parts.entering.edit_selected, when=When.ARTICLE),
        Command("article.new", tr("新建文章"), "New article", parts.editing.new_article, "Ctrl+Alt+J"),
        Command("section.new", tr("新建栏目"), "New section", parts.editing.new_section, "Ctrl+Alt+Shift+J"),
        Command("section.rename", tr("栏目改名…"), "Rename section", parts.editing.rename_section, "F2", when=When.SECTION),
        None,
        Command("article.up", tr("上移"), "Move up", parts.editing.move_up, "Alt+Up", when=When.ARTICLES),
        Command("article.down", tr("下移"), "Move down", parts.editing.move_down, "Alt+Down", when=When.ARTICLES),
        Menu(tr("移到栏目"), "Move to section", (), parts.editing.fill_sections, "to-section"),
        Command("article.duplicate", tr("再制文章"), "Duplicate article", parts.editing.duplicate, when=When.ARTICLE),
        Command("article.remove", tr("删除文章"), "Delete article", parts.editing.remove_article, "Ctrl+Shift+Del", when=When.ARTICLE),
        Menu(tr("文章体例"), "Article kind", tuple(
            Command(f"article.{kind}", text, english, partial(parts.editing.set_kind, kind), "", "", When.ARTICLE,
                    partial(parts.editing.is_kind, kind))
            for kind, text, english in (
                (ArticleKind.HEADLINE, tr("标题稿"), "Headline"),
                (ArticleKind.RUN_IN, tr("要闻（▲ 导语）"), "Run-in"),
                (ArticleKind.BRIEF, tr("简讯"), "Brief"),
            )
        ), name="kind"),
        None,
        Command("photo.add", tr("插入图片…"), "Insert photos", parts.photos.choose, "Ctrl+Alt+G", "photo", When.ARTICLE),
        photo_menu(parts.photos, parts.photo_rows),
        None,
        Command("table.insert", tr("插入表格…"), "Insert table", parts.blocks.insert_table, when=When.ARTICLE,
                hint=tr("在光标所在的段落下面，几行几列由你定")),
        Command("table.from-file", tr("插入表格文件…"), "Insert a table from a file", parts.sheets.choose, when=When.ARTICLE,
                hint=tr("Excel 的 .xlsx，或 .csv、.tsv；也可以把文件拖进窗口")),
        _table(parts),
        box_menu(parts.boxes),
    ), letter="M")  # fmt: skip


def _table(parts: Parts) -> Menu:
    blocks = parts.blocks
    return Menu(tr("表格"), "Table", (
        Command("table.row-above", tr("上方加一行"), "Row above", partial(blocks.add_row, below=False), when=When.TABLE,
                hint=tr("在光标所在的行上面加一行")),
        Command("table.row-below", tr("下方加一行"), "Row below", partial(blocks.add_row, below=True), when=When.TABLE,
                hint=tr("在光标所在的行下面加一行")),
        Command("table.column-left", tr("左侧加一列"), "Column left", partial(blocks.add_column, after=False), when=When.TABLE,
                hint=tr("在光标所在的列左边加一列")),
        Command("table.column-right", tr("右侧加一列"), "Column right", partial(blocks.add_column, after=True), when=When.TABLE,
                hint=tr("在光标所在的列右边加一列")),
        None,
        Command("table.remove-row", tr("删除行"), "Delete row", blocks.remove_row, when=When.TABLE,
                hint=tr("删除光标所在的行")),
        Command("table.remove-column", tr("删除列"), "Delete column", blocks.remove_column, when=When.TABLE,
                hint=tr("删除光标所在的列")),
        Command("table.remove", tr("删除表格"), "Delete table", blocks.remove_table, when=When.TABLE,
                hint=tr("删除光标所在的表格，连同表题和表注")),
        None,
        Command("table.merge", tr("合并单元格"), "Merge cells", blocks.merge_cells, when=When.TABLE,
                hint=tr("把选中的单元格合成一个，文字都留着")),
        Command("table.split", tr("拆分单元格"), "Split cell", blocks.split_cell, when=When.TABLE,
                hint=tr("把合并的单元格分回原来的行和列")),
        None,
        *(
            Command(f"table.align-{alignment}", text, english, partial(blocks.align, alignment), when=When.TABLE,
                    checked=partial(blocks.is_aligned, alignment), hint=hint)
            for alignment, text, english, hint in (
                ("auto", tr("本列按内容对齐"), "Align column by content", tr("数字按小数点对齐，文字左对齐或居中")),
                ("left", tr("本列左对齐"), "Align column left", tr("光标所在的整列靠左")),
                ("center", tr("本列居中"), "Centre column", tr("光标所在的整列居中")),
                ("right", tr("本列右对齐"), "Align column right", tr("光标所在的整列靠右")),
            )
        ),
        None,
        *(
            Command(f"table.cell-{alignment}", text, english, partial(blocks.align_cells, alignment), when=When.TABLE,
                    checked=partial(blocks.are_cells_aligned, alignment), hint=hint)
            for alignment, text, english, hint in (
                ("auto", tr("单元格随本列对齐"), "Align cell as its column", tr("选中的单元格不再单独对齐")),
                ("left", tr("单元格左对齐"), "Align cell left", tr("只有选中的单元格靠左")),
                ("center", tr("单元格居中"), "Centre cell", tr("只有选中的单元格居中")),
                ("right", tr("单元格右对齐"), "Align cell right", tr("只有选中的单元格靠右")),
            )
        ),
        None,
        Command("table.header-row", tr("到本行都是表头"), "Header down to this row", partial(blocks.toggle_head, column=False),
                when=When.TABLE, checked=partial(blocks.is_head, column=False), hint=tr("从上面到光标所在的行是表头，转栏、转页时重复")),
        Command("table.header-column", tr("到本列都是表头"), "Header up to this column", partial(blocks.toggle_head, column=True),
                when=When.TABLE, checked=partial(blocks.is_head, column=True), hint=tr("从左边到光标所在的列是表头")),
        None,
        Command("table.turned", tr("横排转页"), "Turned page", blocks.toggle_turned, when=When.TABLE, checked=blocks.is_turned,
                hint=tr("表格太宽时单独排一页，整页转过来看")),
        Command("table.set-up", tr("表题、表注、表头和列宽…"), "Caption, notes, headers and column widths", blocks.set_up_table, when=When.TABLE,
                hint=tr("写表题和表注，定几行几列是表头，定各列的宽窄")),
    ), name="table")  # fmt: skip


def _layout(parts: Parts) -> Menu:
    return Menu(tr("版面"), "Layout", (
        Command("layout.break-before", tr("另起一页"), "Start on a new page", parts.editing.toggle_break, "Ctrl+Return|Ctrl+Enter", "", When.ARTICLE,
                checked=parts.editing.has_break),
        Command("text.page-break", tr("分页符"), "Page break", parts.editing.break_page, "Ctrl+Return|Ctrl+Enter", "", When.TEXT,
                hint=tr("正文从光标处起排到下一页"), in_text=True),
        Command("layout.keep-together", tr("不拆到两页"), "Keep on one page", parts.editing.toggle_together, "", "", When.ARTICLE,
                checked=parts.editing.is_together),
        Command("layout.across", tr("标题跨各栏"), "Headline across columns", parts.editing.toggle_across, "", "", When.ARTICLE,
                checked=parts.editing.is_across, hint=tr("标题横跨各栏，上面的各栏排齐，正文排在标题下面")),
        Command("layout.boxed", tr("文章加框"), "Article in a frame", parts.editing.toggle_boxed, "", "", When.ARTICLE,
                checked=parts.editing.is_boxed, hint=tr("这篇文章排在自己的框里，框里各栏排齐")),
        None,
        fit_menu(parts.fitting),
        None,
        Command("layout.cover", tr("封面"), "Cover", parts.covering.toggle, checked=parts.covering.has_cover,
                hint=tr("这一期前面加一张封面：图片、刊名、期号和各栏头条")),
        Command("layout.cover-photo", tr("封面图片…"), "Photo of the cover", parts.covering.choose),
        Command("layout.contents", tr("排本期要目"), "Contents list", parts.editing.toggle_contents, checked=parts.editing.has_contents),
        None,
        Command("layout.change", tr("更换版式…"), "Change layout", parts.layouts.choose,
                hint=tr("看本期第 1 页在各个版式里的样子，点一个换上")),
        Menu(tr("版式"), "House layout", (), parts.layouts.fill, "layouts"),
        Command("layout.design", tr("版式设计"), "Layout design", parts.designing.toggle, "Alt+7", "layout",
                checked=parts.designing.is_open, hint=tr("纸张、版心、样式、报头：改这一期的版式，页面跟着变")),
        Command("layout.stock", tr("恢复库存版式"), "Back to the stock layout", parts.designing.reset_all),
        Command("layout-package.save", tr("另存为版式包…"), "Save as a layout package", parts.layout_packages.save,
                hint=tr("把这一期的版式存成一个文件，交给同事用")),
        Command("layout-package.install", tr("装入版式包…"), "Install a layout package", parts.layout_packages.choose, when=When.ALWAYS,
                hint=tr("把同事给的版式装进来，新建时可以选；把文件拖到窗口里也行")),
        None,
        Command("layout.next-number", tr("期号加一"), "Next issue number", parts.editing.next_number),
        None,
        Command("select.issue", tr("本期设置"), "Issue settings", parts.editing.select_issue, "Alt+4"),
        Command("select.masthead", tr("编辑报头"), "Edit masthead", parts.editing.select_masthead, "Alt+5"),
        Command("select.colophon", tr("编辑报尾"), "Edit colophon", parts.editing.select_colophon, "Alt+6"),
    ), letter="L")  # fmt: skip


def _check(parts: Parts) -> Menu:
    return Menu(tr("检查"), "Check", (
        Command("check.panel", tr("检查结果"), "Findings", parts.viewing.toggle_findings, "F7", "check",
                checked=parts.viewing.shows_findings, hint=tr("列出错误和提醒")),
        None,
        Command("check.next", tr("下一个问题"), "Next finding", parts.viewing.next_finding, "Alt+]"),
        Command("check.previous", tr("上一个问题"), "Previous finding", parts.viewing.previous_finding, "Alt+["),
        Command("check.show", tr("转到这一处"), "Go to this finding", parts.viewing.show_current_finding),
        None,
        Command("check.mend", tr("改正这一条"), "Mend this finding", parts.viewing.mend_finding, "Alt+\\"),
        Command("check.mend-all", tr("改正所有同类的"), ("Mend all of this "
                                                 "kind"), parts.viewing.mend_findings, "Alt+Shift+\\"),
        Command("check.accept", tr("接受这一条…"), ("Accept this finding for a "
                                              "reason"), parts.viewing.accept_finding, "Alt+/"),
        Command("check.count-again", tr("不再接受"), "Count this finding again", parts.viewing.count_finding_again),
        None,
        Command("house.words", tr("本单位用词…"), "House words", parts.house.edit, when=When.ALWAYS,
                hint=tr("领导、单位、写法、慎用词和稿件整理：检查和导入都按它")),
    ), letter="C")  # fmt: skip


def _export(parts: Parts) -> Menu:
    return Menu(tr("导出"), "Export", (
        Command("export.pdf", tr("导出 PDF…"), "Export PDF", parts.exporting.export_pdf, "Ctrl+Alt+X", "export-pdf", hint=tr("导出 PDF")),
        Command("export.draft", tr("导出校样"), "Export a draft", parts.exporting.draft, "Ctrl+Shift+R",
                hint=tr("马上导出一份校样 PDF，有错误也可以")),
        Command("export.draft-notes", tr("校样带检查批注"), "Notes in drafts", parts.exporting.toggle_notes,
                checked=parts.exporting.has_notes, hint=tr("把检查结果作为批注放进校样 PDF")),
        None,
        Command("export.ofd", tr("导出 OFD…"), "Export OFD", parts.exporting.export_ofd,
                hint=tr("国家标准的版式文件，公文交换和归档用")),
        Command("export.web", tr("导出网页…"), "Export a web page", parts.exporting.export_web,
                hint=tr("手机和电脑都好读的网页：一个文件，或一篇一页")),
        Command("export.word", tr("导出 Word…"), "Export a Word file", parts.exporting.export_word,
                hint=tr("给在 Word、WPS 里看和改的人；改完可以收回来")),
        Command("export.wechat", tr("公众号图文…"), "WeChat article", parts.exporting.export_wechat,
                hint=tr("一篇或整期复制到公众号，或连图片存到文件夹")),
        Command("export.images", tr("导出图片…"), "Export pictures", parts.exporting.export_images, "Ctrl+Alt+Shift+X",
                hint=tr("页面、跨页或整期长图：PNG、JPEG、WebP，或印刷用的 TIFF")),
        None,
        Command("export.set", tr("本期一次全出…"), "Everything for this issue", parts.exporting.export_set,
                hint=tr("印刷、屏幕、图片、长图、公众号、网页、OFD、Word，一次放进一个文件夹，附清单")),
        None,
        Menu(tr("最近导出"), "Recent exports", (), parts.exporting.fill_recent, "exports"),
    ), letter="X")  # fmt: skip


def _view(parts: Parts) -> Menu:
    return Menu(tr("视图"), "View", (
        Command("view.palette", tr("命令面板…"), "Command palette", parts.helping.show_palette, "Alt+Q", "palette", When.ALWAYS),
        None,
        Command("view.zoom-in", tr("放大"), "Zoom in", parts.viewing.zoom_in, "Ctrl++|Ctrl+=", "zoom-in"),
        Command("view.zoom-out", tr("缩小"), "Zoom out", parts.viewing.zoom_out, "Ctrl+-", "zoom-out"),
        Command("view.actual", tr("实际大小 100 %"), "Actual size", partial(parts.viewing.zoom_to, 1.0), "Ctrl+0"),
        Command("view.fit-page", tr("显示整页"), "Show whole page", parts.viewing.fit_page, "Ctrl+7", "fit-page"),
        Command("view.fit-width", tr("适合宽度"), "Fit width", parts.viewing.fit_width, "Ctrl+6", "fit-width"),
        Command("view.spreads", tr("跨页"), "Spreads", partial(parts.viewing.set_spreads, spreads=True), "Ctrl+8", "spread",
                checked=partial(parts.viewing.is_spreads, spreads=True)),
        Command("view.single", tr("单页"), "Single pages", partial(parts.viewing.set_spreads, spreads=False), "Ctrl+9", "single-page",
                checked=partial(parts.viewing.is_spreads, spreads=False)),
        None,
        Command("view.next-page", tr("下一页"), "Next page", parts.viewing.next_page, "Ctrl+PgDown", when=When.PAGES),
        Command("view.previous-page", tr("上一页"), "Previous page", parts.viewing.previous_page, "Ctrl+PgUp", when=When.PAGES),
        Command("view.go-to-page", tr("转到页…"), "Go to page", parts.viewing.go_to_page, "Ctrl+G", when=When.PAGES),
        None,
        Command("view.rulers", tr("标尺"), "Rulers", parts.viewing.toggle_rulers, checked=parts.viewing.shows_rulers,
                hint=tr("沿版面显示字数、行数和毫米")),
        Menu(tr("叠加显示"), "Overlays", tuple(
            Command(f"overlay.{name}", text, english, partial(parts.viewing.toggle_overlay, name), keys,
                    checked=partial(parts.viewing.shows_overlay, name))
            for name, text, english, keys in overlays()
        ), name="overlays"),
        Menu(tr("印色预览"), "Proof", tuple(
            Command(f"proof.{mode}", text, english, partial(parts.viewing.set_proof, mode), keys,
                    checked=partial(parts.viewing.is_proof, mode), hint=hint)
            for mode, text, english, keys, hint in (
                ("none", tr("原色"), "Original colours", "", tr("屏幕上的颜色")),
                ("print", tr("印刷模拟"), "Simulate print", "Ctrl+Shift+Y", tr("按铜版纸胶印的颜色显示")),
                ("black", tr("只看黑版"), "Black plate only", "", tr("只显示用黑墨印的部分")),
                ("red", tr("只看红版（黑版以"
                           "外）"), "All plates but black", "", tr("只显示黑墨以外的部分")),
            )
        ), name="proof"),
        Menu(tr("面板"), "Panels", tuple(
            Command(f"panel.{name}", text, english, partial(parts.viewing.toggle_panel, name), keys,
                    checked=partial(parts.viewing.shows_panel, name))
            for name, text, english, keys in (
                ("issue", tr("本期"), "Issue panel", "Alt+1"),
                ("inspector", tr("属性"), "Inspector", "Alt+2"),
                ("ribbon", tr("页流"), "Page flow", "Alt+3"),
            )
        ), name="panels"),
        Command("view.page-pictures", tr("页流显示缩略图"), "Page thumbnails in the page flow", parts.viewing.toggle_page_pictures,
                checked=parts.viewing.shows_page_pictures),
        Command("view.next-area", tr("下一区域"), "Next area", parts.viewing.next_area, "F6|Ctrl+Tab"),
        Command("view.previous-area", tr("上一区域"), "Previous area", parts.viewing.previous_area, "Shift+F6|Ctrl+Shift+Tab"),
        Command("view.full-screen", tr("全屏"), "Full screen", parts.viewing.toggle_full_screen, "F11", when=When.ALWAYS,
                checked=parts.viewing.is_full_screen),
    ), letter="V")  # fmt: skip


def overlays() -> tuple[tuple[str, str, str, str], ...]:
    """Overlays of the pages: name, words, English, shortcut."""
    return (
        ("area", tr("版心", meaning="type area"), "Type area", "Ctrl+Alt+5"),
        ("grid", tr("字格"), "Character grid", "Ctrl+Alt+6"),
        ("tints", tr("文章底色"), "Article tints", "Ctrl+Alt+7"),
        ("flow", tr("文字流向"), "Flow order", "Ctrl+Alt+8"),
        ("locks", tr("锁定部分"), "Locked parts", "Ctrl+Alt+9"),
        ("findings", tr("问题标记"), "Findings on the page", "Ctrl+Alt+0"),
        ("resolution", tr("图片精度"), "Photo resolution", ""),
        ("contours", tr("绕排轮廓"), "Contours of photos", ""),
    )


def _help(parts: Parts) -> Menu:
    return Menu(tr("帮助"), "Help", (
        Command("help.guide", tr("版心指南"), "Guide", parts.helping.show, "F1", when=When.ALWAYS, hint=tr("打开指南，翻到讲当前位置的那一节")),
        Command("help.shortcuts", tr("快捷键"), "Keyboard shortcuts", parts.helping.show_shortcuts, "Ctrl+?", when=When.ALWAYS),
        Command("help.about", tr("关于版心"), "About Banxin", parts.helping.show_about, when=When.ALWAYS),
    ), letter="H")  # fmt: skip
