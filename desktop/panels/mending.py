"""What can be done about findings: mend one, mend all of its kind, let it stand for a reason, have
it count again.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.panels.forms.house import face_label
from desktop.session import Session
from desktop.words import tr
from layouts.errors import Finding
from layouts.issue import edits
from layouts.preflight.face_fixes import stand_in_of, style_of
from layouts.preflight.fixes import fix, fix_all, with_words

LOOK_AT_IMPORT = "look-at-import"
"""The fix of a doubt of the import: its report answers it."""


def fix_name(finding: Finding) -> str:
    """What the button that mends a finding says; empty where nothing is offered."""
    name, _, value = finding.fix.partition(":")
    if name == "mend":
        return _mending_name(finding)
    if name == "face":
        return tr("就用{face}", face=face_label(stand_in_of(finding)))
    if finding.code in ("total-not-next", "date-before-last"):
        return tr("改为 {value}", value=value.rpartition(":")[2])
    names = {
        "put": tr("改为“{words}”", words=value.partition(":")[2]),
        "narrow": tr("缩小到 {width} 字宽", width=value),
        "restore": tr("恢复原状"),
        "number": tr("改为第 {number} 期", number=value.partition(":")[0]),
        "date": tr("改为今天"),
        "remove-section": tr("删去栏目"),
        "add-section": tr("补上栏目"),
        "order-sections": tr("按刊物的次序排列"),
        "layout": tr("改用刊物的版式"),
        "notice": tr("改为“{words}”", words=value),
        "drop": tr("全部删去"),
        "turn-table": tr("横排转页"),
        LOOK_AT_IMPORT: tr("核对"),
    }
    return names.get(name, "")


def _mending_name(finding: Finding) -> str:
    return {
        "mark-half-width": tr("改为全角"),
        "mark-doubled": tr("去掉重复"),
        "mark-unpaired": tr("补成对"),
        "spacing-mixed": tr("去掉空格"),
    }.get(finding.code, tr("改正"))


def alike(findings: Sequence[Finding], finding: Finding) -> list[Finding]:
    """The findings of one kind that can be mended in one go."""
    return [
        other
        for other in findings
        if other.code == finding.code and other.fix and other.fix != LOOK_AT_IMPORT
    ]


def mend(session: Session, finding: Finding) -> bool:
    """Mend one finding as a named step; whether there was anything to mend."""
    if session.issue is None or not finding.fix:
        return False
    mended = fix(session.issue, finding)
    if mended is session.issue:
        return False
    session.do(tr("检查：{act}", act=fix_name(finding)), mended)
    return True


def can_be_replaced(finding: Finding) -> bool:
    """Whether other words may be put in place of what a finding is about, wherever it stands."""
    return finding.code == "glyph-missing"


def wants_face(finding: Finding) -> bool:
    """Whether another face may be chosen for what a finding is about."""
    return bool(style_of(finding))


def put_words(session: Session, finding: Finding, words: str) -> bool:
    """Put other words in place of a character that no face has, as a named step; whether there was
    any.
    """
    if session.issue is None or not can_be_replaced(finding):
        return False
    mended = with_words(session.issue, finding, words)
    if mended is session.issue:
        return False
    session.do(tr("检查：替换字体里没有的字"), mended)
    return True


def mend_all(session: Session, finding: Finding) -> int:
    """Mend all findings of a kind as one step; how many there were."""
    found = alike(session.findings, finding)
    if session.issue is None or not found:
        return 0
    mended = fix_all(session.issue, found)
    if mended is session.issue:
        return 0
    session.do(tr("检查：{n} 处改正", n=len(found)), mended)
    return len(found)


def can_accept(finding: Finding) -> bool:
    """Whether a finding may be let stand: what stops an export may not, a notice need not."""
    return bool(finding.key) and finding.level != "notice"


def let_stand(session: Session, finding: Finding, reason: str) -> None:
    """Accept a finding for a reason."""
    if session.issue is not None and can_accept(finding) and reason.strip():
        session.do(tr("接受检查结果"), edits.accept(session.issue, finding, reason).issue)


def count_again(session: Session, finding: Finding) -> None:
    """Have an accepted finding count again."""
    if session.issue is not None:
        session.do(tr("不再接受"), edits.unaccept(session.issue, finding).issue)
