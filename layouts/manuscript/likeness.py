"""How much a text reads like Chinese: what bytes become in the wrong encoding does not."""

from __future__ import annotations

from functools import cache
from typing import Final

from layouts.patterns import later

_SAMPLE: Final = 20_000
"""Characters that are looked at of a text's start."""

PLAUSIBLE: Final = 0.42
"""Likeness that Chinese text has at least: news of both scripts has 0.8 and more, names alone 0.45
to 0.6, one encoding read as another 0.4 at most.
"""

_MOST_CONTROLS: Final = 20
"""Text has at most one control character in so many."""

_FREQUENT: Final = frozenset(
    "的一是不了在人有我他这这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文"
    "无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很"
    "业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命"
    "张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字"
    "请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量"
    "空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵"
    "弟谁校读志飞观争究包组造落视济喜离虽坏兴切宣街镇村馆档案培训调研座谈督检查整项居群众服务推深组织开展活动举累计积极落实责任加强供稿讯员摄影图节工会企"
    "這來國個說們為時後對裡麼沒於還發當無開經頭見動兩長樣現從將與進實點種聲話兒業問機給幾間東門電學體處總場師書員報馬張難數車應風戰產論術結務題關連遠資隊"
    "帶條變聯權該領傳紅強過廣議單據導網專誰讀飛觀爭濟離興館檔訓調談檢項眾動積極責任標準圖區縣鎮鄉臺灣萬億會計舉辦節鄰衛衞環質優勢創歷練習慣認識"
)
"""Characters that every other one of Chinese text is, in both scripts: from general knowledge of
frequency lists and the words of newsletters."""

_MARKS: Final = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】—…·　")

_FREQUENT_COUNTS, _COMMON_COUNTS, _KNOWN_COUNTS, _HANZI_COUNTS = 1.0, 0.45, 0.3, 0.1
"""What a character counts: a frequent one or a mark; one of the first level of GB 2312 or Big5; one
of the second; any other Hanzi."""

_FULL_WIDTH_COUNTS: Final = 0.5
_STRANGE_COUNTS: Final = -1.0
"""What counts a private-use, Hangul or unassigned character, a syllable of Japanese or a frame."""

_BEYOND_ASCII: Final = later("[^\x00-\x7f\ufffd]+")
_CONTROLS: Final = later("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_STRANGE: Final = later(
    # kana, Hangul (letters, syllables), private use, specials; frames, Cyrillic
    "[\u3040-\u30ff\u3130-\u318f\uac00-\ud7ff\ue000-\uf8ff\ufff0-\uffff\u2500-\u257f\u0400-\u04ff]"
)
_HANZI: Final = later("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def likeness_to_chinese(text: str) -> float:
    """From 0 to 1 how frequent the characters beyond ASCII are in Chinese text: 1 where there are
    none, 0 for text that is full of control characters.
    """
    sample = text[:_SAMPLE]
    if len(_CONTROLS().findall(sample)) * _MOST_CONTROLS > len(sample):
        return 0.0
    foreign = "".join(_BEYOND_ASCII().findall(sample))
    if not foreign:
        return 1.0
    return max(sum(map(_counts, foreign)) / len(foreign), 0.0)


@cache
def _counts(char: str) -> float:
    if char in _FREQUENT or char in _MARKS:
        return _FREQUENT_COUNTS
    if _STRANGE().match(char):
        return _STRANGE_COUNTS
    if "\uff00" <= char <= "\uff5e" or "\u2010" <= char <= "\u206f":
        return _FULL_WIDTH_COUNTS
    if not _HANZI().match(char):
        return 0.0
    level = min(_gb2312_level(char), _big5_level(char))
    return {1: _COMMON_COUNTS, 2: _KNOWN_COUNTS}.get(level, _HANZI_COUNTS)


def _gb2312_level(char: str) -> int:
    """1 for the 3,755 Hanzi of GB 2312's rows 16 to 55, 2 for its others, 3 for what it lacks."""
    code = char.encode("gb2312", "ignore")
    if not code:
        return 3
    # row 56, raised by 0xA0
    return 1 if code[0] < 0xD8 else 2


def _big5_level(char: str) -> int:
    """1 for the 5,401 Hanzi of Big5's first level, 2 for its others, 3 for what it lacks."""
    code = char.encode("big5", "ignore")
    if not code:
        return 3
    # where the second level begins
    return 1 if code < b"\xc9\x40" else 2
