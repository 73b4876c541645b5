"""The ways out that flow: what is written from the issue and its structure, without its pages."""

from __future__ import annotations

from pathlib import Path

from layouts.cli.exporting import refuse_errors
from layouts.cli.files import ReadIssue, photo_folder
from layouts.cli.output import OK, print_findings
from layouts.files import write_aside, write_folder


def export_web(path: Path, output: Path, read: ReadIssue, *, pages: bool) -> int:
    """Write an issue as one web page that needs no other file, or as a folder of `pages`, one an
    article. Refused where a finding of reading is an error, or a photo cannot be read.
    """
    from layouts.webpage.writing import is_web_folder, web_folder, web_page

    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        refuse_errors(findings, output, [])
        if not pages:
            write_aside(output, web_page(issue, layout))
            return OK
        folder = output.with_suffix("") if output.suffix.lower() in {".html", ".htm"} else output
        write_folder(folder, web_folder(issue, layout).items(), is_web_folder)
    return OK


def export_wechat(path: Path, output: Path, read: ReadIssue, asked: str | None) -> int:
    """Write an issue, or the article that is `asked` for, as a folder to be pasted into WeChat;
    what gets lost there, or is put in by hand, is said on standard error. Refused as above.
    """
    from layouts.wechat.article import chosen_article
    from layouts.wechat.writing import is_wechat_folder, wechat_folder

    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        refuse_errors(findings, output, [])
        chosen = chosen_article(issue, asked) if asked is not None else None
        made = wechat_folder(issue, layout, chosen)
        print_findings(made.findings)
        write_folder(output, made.files.items(), is_wechat_folder)
    return OK


def export_word(path: Path, output: Path, read: ReadIssue, *, typed: bool) -> int:
    """Write an issue as a Word file, the numbers of items `typed` or counted by Word. Refused as
    above.
    """
    from layouts.wordfile.writing import word_file

    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        refuse_errors(findings, output, [])
        write_aside(output, word_file(issue, layout, typed=typed))
    return OK
