"""Tracked changes, notes and comments of a Word file."""

from docx_made import inline, made, p, pt, r, relation

WHO = 'w:id="1" w:author="甲" w:date="2024-03-01T08:00:00Z"'


def ins(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {WHO}>{r(more=f'<w:delText>{text}</w:delText>')}</w:del>"


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{p(r(more="<w:footnoteRef/>"), r(text))}</w:{kind}>'


def remark(number: int, text: str, author: str = "审校") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="2024-03-02T09:30:00Z">{pt(text)}</w:comment>'


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{r(more=f"<w:commentReference w:id={chr(34)}{number}{chr(34)}/>")}'


def test_changes_are_read_as_accepted_and_told_once_with_their_number(tmp_path):
    moved = (
        f"<w:moveFrom {WHO}>{r('旧处')}</w:moveFrom>" + f"<w:moveTo {WHO}>{r('新处')}</w:moveTo>"
    )
    word = made(tmp_path, p(r("原文"), ins(r("添上")), gone("划掉"), moved) + p(ins(r("又添"))))
    assert word.strings == ["原文添上新处", "又添"]
    assert word.lost["deleted-text"] == "划掉旧处"
    (finding,) = word.document.findings
    assert (finding.level, finding.code) == ("notice", "tracked-changes")
    assert "插入 2 处、删除 1 处、移动 1 处" in finding.zh


def test_a_file_without_changes_has_no_finding(tmp_path):
    assert made(tmp_path, pt("文")).document.findings == ()


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(tmp_path):
    first = pt("前半句，", f"<w:rPr><w:del {WHO}/></w:rPr>")
    assert made(
        tmp_path, first + pt("后半句。", '<w:jc w:val="center"/>') + pt("另段")
    ).strings == ["前半句，后半句。", "另段"]


def test_a_wholly_deleted_paragraph_leaves_nothing(tmp_path):
    first = p(gone("整段"), look=f"<w:rPr><w:del {WHO}/></w:rPr>")
    word = made(tmp_path, pt("上") + first + pt("下"))
    assert [(each.text.string, each.look.blank_above) for each in word.paragraphs] == [
        ("上", False),
        ("下", False),
    ]


def test_an_inserted_end_and_changed_looks_change_nothing(tmp_path):
    looks = f"<w:b/><w:rPrChange {WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    word = made(tmp_path, p(r("甲", looks), look=f"<w:rPr><w:ins {WHO}/></w:rPr>") + pt("乙"))
    assert word.strings == ["甲", "乙"]


def test_deleted_rows_of_a_table_are_lost(tmp_path):
    kept = f"<w:tr><w:tc>{pt('留')}</w:tc><w:tc>{pt('下')}</w:tc></w:tr>"
    row = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{p(gone('删行'))}</w:tc></w:tr>"
    word = made(tmp_path, f"<w:tbl>{kept}{row}</w:tbl>")
    assert [cell.string for cell in word.tables[0].table.header] == ["留", "下"]
    assert word.tables[0].table.rows == ()
    assert word.lost["deleted-text"] == "删行"


def test_notes_are_marks_on_the_character_before_their_sign(tmp_path):
    footnotes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' + note(2, "脚下的话")
    sign = r(more='<w:footnoteReference w:id="2"/>')
    last = r(more='<w:endnoteReference w:id="5"/>')
    word = made(
        tmp_path,
        p(r("正文"), sign, r("后"), last),
        footnotes=footnotes,
        endnotes=note(5, "文末的话", "endnote"),
    )
    assert word.strings == ["正文后"]
    assert word.marks() == [("note", "文", "脚下的话"), ("note", "后", "文末的话")]


def test_a_sign_that_the_writer_typed_for_a_note_is_no_text(tmp_path):
    """ECMA-376 17.11.14: `customMarkFollows`, the mark is the rest of the run."""
    sign = r(more='<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>')
    word = made(tmp_path, p(r("正文"), sign, r("后")), footnotes=note(2, "脚下的话"))
    assert word.strings == ["正文后"]
    assert word.marks() == [("note", "文", "脚下的话")]


def test_a_note_of_deleted_words_goes_with_them(tmp_path):
    sign = f"<w:del {WHO}>{r(more='<w:footnoteReference w:id=' + chr(34) + '2' + chr(34) + '/>')}</w:del>"
    word = made(tmp_path, p(r("正文"), sign), footnotes=note(2, "删注"))
    assert (word.marks(), word.lost["deleted-text"]) == ([], "删注")


def test_comments_stand_on_their_words(tmp_path):
    word = made(
        tmp_path, p(r("请"), start(0), r("核对"), end(0), r("此处")), comments=remark(0, "姓名？")
    )
    ((kind, words, comment),) = word.marks()
    assert (kind, words) == ("comment", "核对")
    assert comment == ("审校", "2024-03-02T09:30:00Z", "姓名？")


def test_a_comment_on_several_paragraphs_stands_in_the_first(tmp_path):
    body = p(r("甲"), start(0), r("乙")) + pt("丙") + p(r("丁"), end(0))
    word = made(tmp_path, body, comments=remark(0, "整段"))
    assert [word.marks(place) for place in range(3)] == [
        [("comment", "乙", ("审校", "2024-03-02T09:30:00Z", "整段"))],
        [],
        [],
    ]


def test_a_comment_that_begins_between_paragraphs_stands_in_the_next_with_text(tmp_path):
    word = made(
        tmp_path, pt("甲") + start(0) + p() + p(r("乙丙"), end(0)), comments=remark(0, "看")
    )
    assert [words for _, words, _ in word.marks(1)] == ["乙丙"]


def test_a_comment_without_a_range_stands_before_its_sign(tmp_path):
    sign = r(more='<w:commentReference w:id="0"/>')
    assert [
        words
        for _, words, _ in made(tmp_path, p(r("甲乙"), sign), comments=remark(0, "看")).marks()
    ] == ["乙"]


def test_comments_that_answer_each_other_are_all_kept(tmp_path):
    body = p(start(0), start(1), r("字"), end(0), end(1))
    word = made(tmp_path, body, comments=remark(0, "对吗") + remark(1, "对", "作者"))
    assert sorted(comment.author for _, _, comment in word.marks()) == ["作者", "审校"]


def test_a_comment_on_nothing_is_told(tmp_path):
    assert (
        made(tmp_path, pt("甲"), comments=remark(3, "无处可挂")).lost["comment"] == "审校 无处可挂"
    )


def test_a_comment_has_its_paragraphs_as_lines(tmp_path):
    two = f'<w:comment w:id="0" w:author="审校">{pt("一")}{pt("二")}</w:comment>'
    ((_, _, comment),) = made(tmp_path, p(start(0), r("字"), end(0)), comments=two).marks()
    assert (comment.time, comment.text) == ("", "一\n二")


def test_a_picture_that_was_deleted_is_told(tmp_path):
    word = made(
        tmp_path,
        p(r("甲"), f"<w:del {WHO}>{r(more=inline())}</w:del>"),
        relation("x", "image", "y"),
    )
    assert (word.photos, "hidden-photo" in word.lost) == ([], True)
