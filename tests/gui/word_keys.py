"""What keys mean in Word, as Microsoft's page “Keyboard shortcuts in Word” (Windows) and Word's own
list of commands have them; keys of WPS are the same. As Qt writes keys.
"""

from __future__ import annotations

WORD = {
    # documents
    "Ctrl+N": "new", "Ctrl+O": "open", "Ctrl+F12": "open", "Ctrl+Alt+F2": "open", "Ctrl+S": "save",
    "Shift+F12": "save", "Alt+Shift+F2": "save", "F12": "save as", "Ctrl+W": "close",
    "Ctrl+F4": "close", "Alt+F4": "quit", "Ctrl+P": "print", "Ctrl+Shift+F12": "print",
    "Ctrl+F2": "print preview", "Ctrl+Alt+I": "print preview", "F1": "help",
    "Alt+Q": "search for a command", "Ctrl+F1": "fold the ribbon", "F10": "menus",
    "Shift+F10": "context menu", "Alt+Shift+F10": "smart tag", "Ctrl+Alt+S": "split the window",
    "Alt+Shift+C": "end the split", "F6": "next pane", "Shift+F6": "previous pane",
    "Ctrl+F6": "next window", "Ctrl+Shift+F6": "previous window", "Ctrl+F5": "restore the window",
    "Alt+F5": "restore the window", "Ctrl+F7": "move the window", "Ctrl+F8": "size the window",
    "Ctrl+F10": "maximise", "Alt+F10": "selection pane", "Alt+F8": "macros", "Alt+F11": "Visual Basic",
    "Ctrl+Alt+F1": "system information", "Ctrl+Tab": "a tab in a cell",
    # editing
    "Ctrl+Z": "undo", "Alt+Backspace": "undo", "Ctrl+Y": "redo", "F4": "repeat",
    "Alt+Return": "repeat", "Ctrl+X": "cut", "Shift+Del": "cut", "Ctrl+C": "copy",
    "Ctrl+Ins": "copy", "Ctrl+V": "paste", "Shift+Ins": "paste", "Ctrl+Alt+V": "paste special",
    "Ctrl+Shift+V": "paste the words alone", "Ctrl+Shift+C": "copy the format", "Ctrl+F3": "spike",
    "Ctrl+Shift+F3": "insert the spike", "F2": "move text", "Shift+F2": "copy text",
    "Alt+F3": "building block", "F3": "insert a building block", "Ctrl+A": "select all",
    "Del": "delete", "Ctrl+Backspace": "delete a word back", "Ctrl+Del": "delete a word",
    "Ins": "overwrite", "F8": "extend the selection", "Shift+F8": "reduce the selection",
    "Ctrl+Shift+F8": "select a column",
    # finding
    "Ctrl+F": "find", "Ctrl+H": "replace", "Shift+F4": "find again", "Ctrl+Alt+Y": "find again",
    "Ctrl+G": "go to", "F5": "go to", "Shift+F5": "last place", "Ctrl+Alt+Z": "last places",
    "Ctrl+Shift+F5": "bookmark", "Ctrl+PgDown": "next page", "Ctrl+PgUp": "previous page",
    "Ctrl+Alt+Home": "browse", "Ctrl+Alt+PgUp": "top of the window",
    "Ctrl+Alt+PgDown": "foot of the window", "Alt+Home": "first cell", "Alt+End": "last cell",
    "Alt+PgUp": "top cell", "Alt+PgDown": "bottom cell",
    # characters
    "Ctrl+B": "bold", "Ctrl+Shift+B": "bold", "Ctrl+I": "italic", "Ctrl+Shift+I": "italic",
    "Ctrl+U": "underline", "Ctrl+Shift+U": "underline", "Ctrl+Shift+W": "underline words",
    "Ctrl+Shift+D": "double underline", "Ctrl+D": "font", "Ctrl+Shift+F": "font",
    "Ctrl+Shift+P": "size", "Ctrl+Shift+>": "larger", "Ctrl+Shift+<": "smaller",
    "Ctrl+Shift+.": "larger", "Ctrl+Shift+,": "smaller", "Ctrl+>": "larger", "Ctrl+<": "smaller",
    "Ctrl+]": "a point larger", "Ctrl+[": "a point smaller", "Shift+F3": "case",
    "Ctrl+Shift+A": "capitals", "Ctrl+Shift+K": "small capitals", "Ctrl+Shift+H": "hidden",
    "Ctrl+=": "subscript", "Ctrl+Shift+=": "superscript", "Ctrl++": "superscript",
    "Ctrl+Space": "plain characters", "Ctrl+Shift+Z": "plain characters",
    "Ctrl+Shift+Q": "symbol face", "Ctrl+Alt+H": "highlight", "Ctrl+Shift+*": "show marks",
    "Ctrl+Shift+8": "show marks", "Ctrl+*": "show marks", "Shift+F1": "reveal formatting",
    # paragraphs
    "Ctrl+E": "centre", "Ctrl+J": "justify", "Ctrl+Shift+J": "distribute", "Ctrl+L": "left",
    "Ctrl+R": "right", "Ctrl+M": "indent", "Ctrl+Shift+M": "outdent", "Ctrl+T": "hanging indent",
    "Ctrl+Shift+T": "less hanging indent", "Ctrl+Q": "plain paragraph", "Ctrl+1": "single spacing",
    "Ctrl+2": "double spacing", "Ctrl+5": "1½ spacing", "Ctrl+0": "space before",
    "Ctrl+Shift+S": "styles", "Ctrl+Alt+Shift+S": "styles pane", "Ctrl+Alt+K": "autoformat",
    "Ctrl+Shift+N": "normal style", "Ctrl+Alt+1": "heading 1", "Ctrl+Alt+2": "heading 2",
    "Ctrl+Alt+3": "heading 3", "Ctrl+Shift+L": "bullet", "Ctrl+Alt+U": "format of a table",
    # breaks, and signs of other languages
    "Ctrl+Return": "page break", "Ctrl+Enter": "page break", "Shift+Return": "line break",
    "Ctrl+Shift+Return": "column break", "Ctrl+Alt+Return": "style separator",
    "Ctrl+-": "soft hyphen", "Ctrl+Shift+-": "hard hyphen", "Ctrl+_": "hard hyphen",
    "Ctrl+Alt+-": "em dash", "Ctrl+Shift+Space": "no-break space", "Ctrl+Alt+.": "ellipsis",
    "Ctrl+Alt+C": "©", "Ctrl+Alt+R": "®", "Ctrl+Alt+T": "™", "Ctrl+Alt+E": "€",
    "Ctrl+`": "grave", "Ctrl+'": "acute", "Ctrl+,": "cedilla", "Ctrl+/": "stroke",
    "Ctrl+Shift+^": "circumflex", "Ctrl+Shift+6": "circumflex", "Ctrl+Shift+~": "tilde",
    "Ctrl+Shift+`": "tilde", "Ctrl+Shift+:": "diaeresis", "Ctrl+Shift+;": "diaeresis",
    "Ctrl+Shift+@": "ring", "Ctrl+Shift+2": "ring", "Ctrl+Shift+&": "ligature",
    "Ctrl+Shift+7": "ligature", "Alt+X": "character by its code", "Alt+=": "formula",
    # reviewing, references
    "Ctrl+K": "link", "Ctrl+Alt+M": "comment", "Ctrl+Shift+E": "track changes",
    "Ctrl+Shift+G": "count words", "F7": "check the text", "Shift+F7": "thesaurus",
    "Alt+F7": "next misspelling", "Alt+Shift+F7": "translate", "Ctrl+Alt+F": "footnote",
    "Ctrl+Alt+D": "endnote", "Alt+Shift+O": "entry of the contents", "Alt+Shift+X": "entry of the index",
    "Alt+Shift+I": "citation", "Ctrl+Shift+F7": "update the source", "Alt+Shift+R": "as the section before",
    # fields
    "F9": "update fields", "Shift+F9": "show a field", "Ctrl+F9": "field", "Alt+F9": "show fields",
    "Ctrl+Shift+F9": "fields to text", "F11": "next field", "Shift+F11": "previous field",
    "Alt+F1": "next field", "Alt+Shift+F1": "previous field", "Ctrl+F11": "lock a field",
    "Ctrl+Shift+F11": "unlock a field", "Alt+Shift+D": "date", "Alt+Shift+T": "time",
    "Alt+Shift+P": "page number", "Alt+Shift+U": "update", "Ctrl+Alt+L": "list number",
    "Alt+Shift+E": "edit the data", "Alt+Shift+F": "merge field", "Alt+Shift+K": "look at a merge",
    "Alt+Shift+M": "print a merge", "Alt+Shift+N": "merge",
    # views, outline
    "Ctrl+Alt+P": "page view", "Ctrl+Alt+O": "outline", "Ctrl+Alt+N": "draft view",
    "Alt+Shift+Up": "move up", "Alt+Shift+Down": "move down", "Alt+Shift+Left": "promote",
    "Alt+Shift+Right": "demote", "Alt+Shift++": "unfold", "Alt+Shift+-": "fold",
    "Alt+Shift+A": "unfold all", "Alt+Shift+L": "first lines",
    **{f"Alt+Shift+{level}": "headings to a level" for level in range(1, 10)},
    # the caret
    "Ctrl+Up": "paragraph before", "Ctrl+Down": "next paragraph", "Ctrl+Left": "word before",
    "Ctrl+Right": "next word", "Ctrl+Home": "beginning", "Ctrl+End": "end",
}  # fmt: skip
"""Key: what Word does."""

SAME = {
    "Ctrl+N": "file.new", "Ctrl+O": "file.open", "Ctrl+S": "file.save", "F12": "file.save-as",
    "Ctrl+W": "file.close", "Ctrl+F4": "file.close", "Alt+F4": "file.quit", "Ctrl+P": "file.print",
    "Ctrl+F2": "file.print-preview", "Ctrl+Alt+I": "file.print-preview", "F1": "help.guide",
    "Alt+Q": "view.palette", "F6": "view.next-area", "Shift+F6": "view.previous-area",
    "Ctrl+Z": "edit.undo", "Alt+Backspace": "edit.undo", "Ctrl+Y": "edit.redo",
    "Ctrl+X": "edit.cut", "Shift+Del": "edit.cut", "Ctrl+C": "edit.copy", "Ctrl+Ins": "edit.copy",
    "Ctrl+V": "edit.paste", "Shift+Ins": "edit.paste", "Ctrl+Shift+V": "edit.paste-plain",
    "Ctrl+A": "edit.select-all", "Del": "edit.delete", "Ctrl+F": "edit.find", "Ctrl+H": "edit.find",
    "Ctrl+G": "view.go-to-page", "Ctrl+PgDown": "view.next-page", "Ctrl+PgUp": "view.previous-page",
    "Ctrl+B": "text.bold", "Ctrl+I": "text.kai", "Ctrl+U": "text.underline",
    "Ctrl+=": "text.subscript", "Ctrl+Shift+=": "text.superscript", "Ctrl+Q": "text.level-0",
    "Ctrl+Shift+N": "text.level-0", "Ctrl+Alt+1": "text.level-1", "Ctrl+Alt+2": "text.level-2",
    "Ctrl+Alt+3": "text.level-3", "Ctrl+K": "text.link", "Ctrl+Alt+M": "text.comment",
    "Ctrl+Alt+F": "text.note", "Ctrl+Alt+D": "text.note", "F7": "check.panel",
    "Ctrl+Shift+L": "text.bullet",
    "Ctrl+Return": "layout.break-before", "Ctrl+Enter": "layout.break-before",
}  # fmt: skip
"""Keys that are ours as well: the command that means what Word means."""

IN_TEXT = {"Ctrl+Return": "text.page-break", "Ctrl+Enter": "text.page-break"}
"""The same, where the text has the keys: a break at the caret, beside it before the article."""

STANDARD = {
    "Ctrl+,": "edit.preferences", "Ctrl+0": "view.actual", "Ctrl++": "view.zoom-in",
    "Ctrl+=": "view.zoom-in", "Ctrl+-": "view.zoom-out", "F2": "section.rename",
    "F3": "edit.find-next", "Shift+F3": "edit.find-previous", "F11": "view.full-screen",
    "Ctrl+Shift+Z": "edit.redo", "Ctrl+Tab": "view.next-area",
}  # fmt: skip
"""Keys that the desktop's standard gives another meaning than Word, to which we keep."""

TAKEN = (
    # input methods: ibus, fcitx, Sogou, Microsoft Pinyin
    "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;", "Ctrl+Shift+F", "Ctrl+Shift+U", "Ctrl+Alt+P",
    "Ctrl+Alt+B", "Ctrl+5",
    # desktops: GNOME, KDE, Deepin, UKUI, Xfce
    "Ctrl+Alt+L", "Ctrl+Alt+T", "Ctrl+Alt+Del", "Ctrl+Alt+Backspace", "Ctrl+Alt+Up",
    "Ctrl+Alt+Down", "Ctrl+Alt+Left", "Ctrl+Alt+Right", "Alt+Tab", "Alt+Space", "Alt+F1", "Alt+F2",
    "Alt+F7", "Alt+F8", "Alt+F10",
    # what hangs in every office: QQ, WeChat, screenshots
    "Ctrl+Alt+A", "Ctrl+Alt+W", "Ctrl+Alt+Z", "Ctrl+Alt+S", "Ctrl+Alt+R", "Ctrl+Alt+O",
)  # fmt: skip
"""Keys that would not reach us on many desks."""
