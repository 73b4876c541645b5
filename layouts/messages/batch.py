"""Of batches and watched folders: what is refused, what came of the jobs, and the summary."""

from __future__ import annotations

from layouts.messages.message import Message

# Refused before anything is made

NO_ISSUES = Message(
    "没有找到可排的稿件：{paths}（文件夹里取 {kinds}）",
    "there is no issue in {paths} (in folders {kinds} are taken)",
)
SAME_OUTPUT = Message(
    "{first} 和 {second} 都会输出成 {name}，什么都没有做；请改名，或分批输出",
    "{first} and {second} would both become {name}; nothing was made: rename one, or make two "
    "batches",
)
OUTPUT_IS_INPUT = Message(
    "输出 {name} 会盖掉稿件 {path}，什么都没有做",
    "the output {name} would take the place of the manuscript {path}; nothing was made",
)
PRESETS_OF_ONE_NAME = Message(
    "两个预设都叫 {name}，输出会同名",
    "two presets are called {name}, and so would their outputs be",
)
AT_LEAST_ONE = Message("{option} 至少是 1", "{option} is at least 1")
BATCH_AT_WORK = Message(
    "另一个批处理正在用这个文件夹：{folder}（{machine}，进程 {process}）",
    "another batch is at work in this folder: {folder} ({machine}, process {process})",
)
NO_FOLDER = Message("没有这个文件夹：{path}", "there is no folder {path}")

# Why a job failed

WORKER_ENDED = Message(
    "处理它的进程两次中途退出", "the process that worked on it ended halfway, twice"
)
TOO_MUCH_MEMORY = Message(
    "处理它要用的内存超过 {most}（--memory）", "it takes more than {most} of memory (--memory)"
)
NOT_DONE_IN_TIME = Message(
    "{seconds} 秒没有处理完（--time-limit）",
    "it was not done within {seconds} seconds (--time-limit)",
)
PROGRAM_FAULT = Message("程序出错：{fault}", "the program failed: {fault}")
NO_WORKERS = Message("无法启动处理进程", "no process can be started")

# Told meanwhile

PROGRESS = Message("{done}/{count}，失败 {failed}", "{done} of {count}, {failed} failed")
TIME_LEFT = Message("还需 {time}", "{time} left")
JOB_FAILED = Message("{name} 没有做成：{why.zh}", "{name} was not made: {why.en}")
BATCH_DONE = Message(
    "做好 {made}，没有变化 {unchanged}，失败 {failed}，共 {count}",
    "{made} made, {unchanged} unchanged, {failed} failed, of {count}",
)
WATCHING = Message("正在看着 {folder}，Ctrl-C 结束", "watching {folder}, Ctrl-C ends it")
JOB_MADE = Message("已输出 {name}", "wrote {name}")

# The summary

SUMMARY_TITLE = Message("批处理结果", "Batch")
SUMMARY_STOPPED = Message("中途停止；--resume 接着做", "stopped halfway; --resume goes on")
OF_INPUT = Message("稿件", "Manuscript")
OF_OUTPUT = Message("输出", "Output")
OF_OUTCOME = Message("结果", "Outcome")
WAS_MADE = Message("做好", "made")
WAS_UNCHANGED = Message("没有变化", "unchanged")
WAS_FAILED = Message("失败", "failed")
