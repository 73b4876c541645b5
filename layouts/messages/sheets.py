"""What is said of the files of spreadsheets."""

from layouts.messages.message import Message

SHEET_EMPTY = Message(
    "这个文件里没有表格：单元格都是空的", "no cell of this file has anything in it"
)
SHEET_DAMAGED = Message(
    "这个表格文件读不了，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 再插入",
    "this spreadsheet cannot be read and may be damaged; open it in Excel or WPS and save it as "
    ".xlsx",
)
SHEET_TOO_LARGE = Message(
    "表格有 {rows} 行 {columns} 列，超过 {most} 行 {widest} 列：请只留要排的部分",
    "the table has {rows} rows and {columns} columns, more than {most} and {widest}: leave only "
    "what is to be printed",
)
