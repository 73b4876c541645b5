"""The table of commands, menu by menu. Made when the window is, so that its words are those of the language chosen."""

from __future__ import annotations

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.issue.article import ArticleKind
from layouts.issue.photo import Side
from layouts.issue.text import MarkKind


def command_menus() -> tuple[Menu, ...]:
    """All menus in their order."""
    return (_file(), _edit(), _manuscript(), _layout(), _check(), _export(), _view(), _help())


def _file() -> Menu:
    return Menu(tr("文件"), "File", (
        Command("file.new", tr("新建…"), "New issue", "files.new", "Ctrl+N", "new", When.ALWAYS, hint=tr("新建一期")),
        Command("file.open", tr("打开…"), "Open", "files.open", "Ctrl+O", "open", When.ALWAYS, hint=tr("打开一期")),
        Menu(tr("最近打开"), "Open recent", (), "files.fill_recent", "recent"),
        Command("file.sample", tr("试用示例"), "Try the sample issue", "files.open_sample", when=When.ALWAYS),
        None,
        Command("file.save", tr("保存"), "Save", "files.save", "Ctrl+S", "save"),
        Command("file.save-as", tr("另存为…"), "Save as", "files.save_as", "Ctrl+Shift+S"),
        Command("file.history", tr("历史版本…"), "Version history", "versions.show", "Ctrl+Alt+H", when=When.PATH,
                hint=tr("看以前的版本，比较，恢复")),
        Command("file.name-version", tr("命名此版本…"), "Name this version", "versions.name", when=When.PATH,
                hint=tr("把现在的内容留作一个有名字的版本")),
        Command("file.reload", tr("重新载入"), "Reload from the disk", "file_watch.reload", when=When.PATH),
        Command("file.recover", tr("恢复没有保存的稿件…"), "Recover unsaved issues", "recovering.look", when=When.ALWAYS),
        Command("file.folder", tr("打开所在文件夹"), "Show in folder", "files.show_folder", when=When.PATH),
        None,
        Command("file.print-preview", tr("打印预览…"), "Print preview", "exporting.print_preview", "Ctrl+Alt+P", when=When.PAGES),
        Command("file.print", tr("打印…"), "Print", "exporting.print_pages", "Ctrl+P", when=When.PAGES),
        None,
        Command("file.close", tr("关闭本期"), "Close issue", "files.close_issue", "Ctrl+W"),
        Command("file.quit", tr("退出"), "Quit", "close", "Ctrl+Q", when=When.ALWAYS),
    ))  # fmt: skip


def _edit() -> Menu:
    return Menu(tr("编辑"), "Edit", (
        Command("edit.undo", tr("撤销"), "Undo", "editing.undo", "Ctrl+Z|Alt+Backspace", "undo", When.UNDO),
        Command("edit.redo", tr("重做"), "Redo", "editing.redo", "Ctrl+Shift+Z|Ctrl+Y", "redo", When.REDO),
        None,
        Command("edit.cut", tr("剪切"), "Cut", "clipping.cut", "Ctrl+X", when=When.REMOVABLE),
        Command("edit.copy", tr("复制"), "Copy", "clipping.copy", "Ctrl+C", when=When.REMOVABLE),
        Command("edit.paste", tr("粘贴"), "Paste", "clipping.paste", "Ctrl+V"),
        Command("edit.delete", tr("删除"), "Delete", "clipping.delete", "Del", when=When.REMOVABLE),
        Command("edit.select-all", tr("全选"), "Select all", "clipping.select_all", "Ctrl+A"),
        None,
        Command("edit.find", tr("查找与替换…"), "Find and replace", "searching.open", "Ctrl+F|Ctrl+H", "find"),
        Command("edit.find-next", tr("查找下一个"), "Find next", "searching.next", "F3"),
        Command("edit.find-previous", tr("查找上一个"), "Find previous", "searching.previous", "Shift+F3"),
        None,
        _mark(MarkKind.BOLD, tr("加粗"), "Bold", "Ctrl+B"),
        _mark(MarkKind.KAI, tr("楷体"), "Kai", "Ctrl+I"),
        Menu(tr("文字标记"), "Marks", (
            _mark(MarkKind.UNDERLINE, tr("下划线"), "Underline", "Ctrl+U"),
            _mark(MarkKind.DOTS, tr("着重号"), "Emphasis dots", "Ctrl+Shift+D"),
            _mark(MarkKind.SUPERSCRIPT, tr("上标"), "Superscript", "Ctrl+Shift+="),
            _mark(MarkKind.SUBSCRIPT, tr("下标"), "Subscript", "Ctrl+="),
            None,
            *(
                Command(f"text.{kind}", text, english, "marks.ask", keys, "", When.TEXT, kind, hint=hint)
                for kind, text, english, keys, hint in (
                    (MarkKind.LINK, tr("链接…"), "Link", "Ctrl+K", tr("给文字加上网址，或修改")),
                    (MarkKind.RUBY, tr("注音…"), "Reading (ruby)", "", tr("给文字加上读音，或修改")),
                    (MarkKind.NOTE, tr("注释…"), "Note", "", tr("给文字加上注释，或修改")),
                    (MarkKind.COMMENT, tr("批注…"), "Comment", "Ctrl+Alt+M", tr("给文字加上批注，或修改；批注不印出来")),
                )
            ),
            None,
            Command("text.clear", tr("清除文字标记"), "Clear marks", "marks.clear", "Ctrl+\\", when=When.TEXT),
        ), name="marks"),
        Menu(tr("段落级别"), "Paragraph level", tuple(
            Command(f"text.level-{level}", text, english, "editing.set_level", f"Ctrl+{level}", "", When.TEXT, level, "editing.is_level")
            for level, text, english in (
                (0, tr("正文"), "Body text"),
                (1, tr("小标题 一、"), "Sub-heading level 1"),
                (2, tr("小标题 （一）"), "Sub-heading level 2"),
                (3, tr("小标题 1."), "Sub-heading level 3"),
                (4, tr("小标题 （1）"), "Sub-heading level 4"),
            )
        ), name="level"),
        Command("text.pull-quote", tr("拉线引语"), "Pull quote", "editing.pull_quote", "Ctrl+Shift+Q", "", When.TEXT,
                checked="editing.is_pull_quote", hint=tr("把选中的话另排成引语，或新起一条")),
    ))  # fmt: skip


def _mark(kind: MarkKind, text: str, english: str, keys: str) -> Command:
    """A mark switched on and off. The text that has the keys takes its shortcut, which may mean something else beside it."""
    return Command(f"text.{kind}", text, english, "marks.toggle", keys, "", When.TEXT, kind, "marks.has", in_text=True)


def _manuscript() -> Menu:
    return Menu(tr("稿件"), "Manuscript", (
        Command("article.import", tr("导入稿件…"), "Import manuscripts", "importing.choose", "Ctrl+Shift+O", "import",
                hint=tr("导入一篇或多篇稿件")),
        Command("article.edit", tr("编辑正文"), "Edit text", "edit_text", when=When.ARTICLE),
        Command("article.new", tr("新建文章"), "New article", "editing.new_article", "Ctrl+Shift+N"),
        Command("section.new", tr("新建栏目"), "New section", "editing.new_section", "Ctrl+Alt+N"),
        Command("section.rename", tr("栏目改名…"), "Rename section", "editing.rename_section", "F2", when=When.SECTION),
        None,
        Command("article.up", tr("上移"), "Move up", "editing.move_up", "Alt+Up", when=When.ARTICLES),
        Command("article.down", tr("下移"), "Move down", "editing.move_down", "Alt+Down", when=When.ARTICLES),
        Menu(tr("移到栏目"), "Move to section", (), "editing.fill_sections", "to-section"),
        Command("article.duplicate", tr("再制文章"), "Duplicate article", "editing.duplicate", "Ctrl+D", when=When.ARTICLE),
        Command("article.remove", tr("删除文章"), "Delete article", "editing.remove_article", "Ctrl+Shift+Del", when=When.ARTICLE),
        Menu(tr("文章体例"), "Article kind", tuple(
            Command(f"article.{kind}", text, english, "editing.set_kind", "", "", When.ARTICLE, kind, "editing.is_kind")
            for kind, text, english in (
                (ArticleKind.HEADLINE, tr("标题稿"), "Headline"),
                (ArticleKind.RUN_IN, tr("要闻（▲ 导语）"), "Run-in"),
                (ArticleKind.BRIEF, tr("简讯"), "Brief"),
            )
        ), name="kind"),
        None,
        Command("photo.add", tr("插入图片…"), "Insert photos", "photos.choose", "Ctrl+Shift+I", "photo", When.ARTICLE),
        Command("photo.replace", tr("替换图片…"), "Replace photo", "photos.replace", when=When.PHOTO),
        Command("photo.crop", tr("裁切图片…"), "Crop photo", "photos.crop", "Ctrl+Shift+X", "crop", When.PHOTO),
        Command("photo.remove", tr("删除图片"), "Delete photo", "photos.remove", when=When.PHOTO),
        Menu(tr("图片绕排"), "Photo wrap", tuple(
            Command(f"photo.side-{side}", text, english, "photos.set_side", "", "", When.PHOTO, side, "photos.is_side")
            for side, text, english in (
                (Side.LEFT, tr("居左"), "Photo left"),
                (Side.RIGHT, tr("居右"), "Photo right"),
                (Side.BOTH, tr("居中，两侧绕排"), "Photo with text on both sides"),
                (Side.NONE, tr("通栏"), "Photo alone"),
            )
        ), name="side"),
    ))  # fmt: skip


def _layout() -> Menu:
    return Menu(tr("版面"), "Layout", (
        Command("layout.break-before", tr("另起一页"), "Start on a new page", "editing.toggle_break", "Ctrl+Return", "", When.ARTICLE,
                checked="editing.has_break"),
        Command("layout.keep-together", tr("不拆到两页"), "Keep on one page", "editing.toggle_together", "", "", When.ARTICLE,
                checked="editing.is_together"),
        None,
        Command("layout.contents", tr("排本期要目"), "Contents list", "editing.toggle_contents", checked="editing.has_contents"),
        Menu(tr("版式"), "House layout", (), "editing.fill_layouts", "layouts"),
        Command("layout.next-number", tr("期号加一"), "Next issue number", "editing.next_number"),
        None,
        Command("select.issue", tr("本期设置"), "Issue settings", "editing.select_issue", "Ctrl+,"),
        Command("select.masthead", tr("编辑报头"), "Edit masthead", "editing.select_masthead", "Ctrl+Shift+M"),
        Command("select.colophon", tr("编辑报尾"), "Edit colophon", "editing.select_colophon"),
    ))  # fmt: skip


def _check() -> Menu:
    return Menu(tr("检查"), "Check", (
        Command("check.panel", tr("检查结果"), "Findings", "viewing.toggle_findings", "F8", "check", checked="viewing.shows_findings",
                hint=tr("列出错误和提醒")),
        None,
        Command("check.next", tr("下一个问题"), "Next finding", "viewing.next_finding", "F4"),
        Command("check.previous", tr("上一个问题"), "Previous finding", "viewing.previous_finding", "Shift+F4"),
        None,
        Command("check.mend", tr("改正这一条"), "Mend this finding", "viewing.mend_finding", "Ctrl+."),
        Command("check.mend-all", tr("改正所有同类的"), "Mend all of this kind", "viewing.mend_findings", "Ctrl+Shift+."),
        Command("check.accept", tr("接受这一条…"), "Accept this finding for a reason", "viewing.accept_finding", "Ctrl+Alt+."),
    ))  # fmt: skip


def _export() -> Menu:
    return Menu(tr("导出"), "Export", (
        Command("export.pdf", tr("导出 PDF…"), "Export PDF", "exporting.export_pdf", "Ctrl+E", "export-pdf", hint=tr("导出 PDF")),
        Command("export.images", tr("导出页面图片…"), "Export page images (PNG)", "exporting.export_images", "Ctrl+Shift+E"),
    ))  # fmt: skip


def _view() -> Menu:
    return Menu(tr("视图"), "View", (
        Command("view.palette", tr("命令面板…"), "Command palette", "show_palette", "Ctrl+Shift+P", "palette", When.ALWAYS),
        None,
        Command("view.zoom-in", tr("放大"), "Zoom in", "viewing.zoom_in", "Ctrl+=|Ctrl++", "zoom-in"),
        Command("view.zoom-out", tr("缩小"), "Zoom out", "viewing.zoom_out", "Ctrl+-", "zoom-out"),
        Command("view.actual", tr("实际大小 100 %"), "Actual size", "viewing.zoom_to", "Ctrl+7", argument=1.0),
        Command("view.fit-page", tr("整页适配"), "Fit page", "viewing.fit_page", "Ctrl+5", "fit-page"),
        Command("view.fit-width", tr("适合宽度"), "Fit width", "viewing.fit_width", "Ctrl+6", "fit-width"),
        Command("view.spreads", tr("跨页"), "Spreads", "viewing.set_spreads", "Ctrl+8", "spread", argument=True,
                checked="viewing.is_spreads"),
        Command("view.single", tr("单页"), "Single pages", "viewing.set_spreads", "Ctrl+9", "single-page", argument=False,
                checked="viewing.is_spreads"),
        None,
        Command("view.next-page", tr("下一页"), "Next page", "viewing.next_page", "Ctrl+PgDown", when=When.PAGES),
        Command("view.previous-page", tr("上一页"), "Previous page", "viewing.previous_page", "Ctrl+PgUp", when=When.PAGES),
        Command("view.go-to-page", tr("转到页…"), "Go to page", "viewing.go_to_page", "Ctrl+G", when=When.PAGES),
        None,
        Menu(tr("叠加显示"), "Overlays", tuple(
            Command(f"overlay.{name}", text, english, "viewing.toggle_overlay", keys, "", When.ISSUE, name, "viewing.shows_overlay")
            for name, text, english, keys in overlays()
        ), name="overlays"),
        Menu(tr("校样"), "Proof", tuple(
            Command(f"proof.{mode}", text, english, "viewing.set_proof", keys, "", When.ISSUE, mode, "viewing.is_proof", hint)
            for mode, text, english, keys, hint in (
                ("none", tr("原色"), "Original colours", "", tr("屏幕上的颜色")),
                ("print", tr("印刷模拟"), "Simulate print", "Ctrl+Alt+Y", tr("按铜版纸胶印的颜色显示")),
                ("black", tr("只看黑版"), "Black plate only", "", tr("只显示用黑墨印的部分")),
                ("red", tr("只看红版（黑版以外）"), "All plates but black", "", tr("只显示黑墨以外的部分")),
            )
        ), name="proof"),
        Menu(tr("面板"), "Panels", tuple(
            Command(f"panel.{name}", text, english, "viewing.toggle_panel", keys, "", When.ISSUE, name, "viewing.shows_panel")
            for name, text, english, keys in (
                ("issue", tr("本期"), "Issue panel", "Alt+1"),
                ("inspector", tr("属性"), "Inspector", "Alt+2"),
                ("ribbon", tr("页流"), "Page flow", "Alt+3"),
            )
        ), name="panels"),
        Command("view.next-area", tr("下一区域"), "Next area", "viewing.next_area", "F6"),
        Command("view.full-screen", tr("全屏"), "Full screen", "viewing.toggle_full_screen", "F11", when=When.ALWAYS,
                checked="viewing.is_full_screen"),
    ))  # fmt: skip


def overlays() -> tuple[tuple[str, str, str, str], ...]:
    """Overlays of the pages: name, words, English, shortcut."""
    return (
        ("area", tr("版心", meaning="type area"), "Type area", "Ctrl+Alt+A"),
        ("grid", tr("字格"), "Character grid", "Ctrl+Alt+G"),
        ("tints", tr("文章底色"), "Article tints", "Ctrl+Alt+T"),
        ("flow", tr("文字流向"), "Flow order", "Ctrl+Alt+F"),
        ("locks", tr("锁定部分"), "Locked parts", "Ctrl+Alt+L"),
        ("findings", tr("问题标记"), "Findings on the page", "Ctrl+Alt+E"),
        ("resolution", tr("图片精度"), "Photo resolution", "Ctrl+Alt+R"),
    )


def _help() -> Menu:
    return Menu(tr("帮助"), "Help", (
        Command("help.shortcuts", tr("快捷键"), "Keyboard shortcuts", "show_shortcuts", "F1", when=When.ALWAYS),
        Command("help.about", tr("关于版心"), "About Banxin", "show_about", when=When.ALWAYS),
    ))  # fmt: skip
