"""The lines of a headline: as few as fit, balanced, broken between words where the sense allows
(词意完整、梯形或菱形).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from layouts.house.text_style import Prohibition
from layouts.text.classes import CLASSES
from layouts.text.opportunities import FORBIDDEN, break_map
from layouts.text.spacing import resolve_dashes, resolve_quotes
from layouts.text.words import TITLES, Dictionary, listed, open_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from layouts.text.phrases import WholeParts

# Costs are in em²: a line 5 em off the mean costs 25. The method is that of typography.md §1.8,
# "headline balance algorithm"; the figures were found by setting newsletter headlines at 12 to 30
# em and looking at them.
INSIDE_WORD: Final = 1e4
"""A break inside a word, open only where the word alone is wider than the measure."""
NEVER: Final = 1e6
"""A line that begins or ends with a forbidden mark, left only where nothing but such marks would
fill a line.
"""
_SHORT_LAST: Final = 5e3
"""A last line of one or two characters (孤字)."""
_ANOTHER_LINE: Final = 600.0
"""What a line more than needed must save: only a short last line, a particle or a torn phrase costs
so much.
"""
_HOURGLASS: Final = 80.0
"""A line shorter than both its neighbours (沙漏)."""
_RECTANGLE: Final = 2.0
"""Two of three or more lines alike (矩形): the trapezoid and the diamond want a difference."""
_SUBTITLE: Final = -150.0
"""Before a dash: the dash starts the line of the subtitle."""
_SPACE: Final = -90.0
"""At a space typed between two Chinese parts of a title."""
_CLAUSE: Final = -60.0
_LIST: Final = -5.0
_AFTER_DE: Final = -4.0
_BEFORE_VERB: Final = -4.0
_AFTER_VERB: Final = 2.0
_AFTER_WORD: Final = 6.0
"""After any other word: perhaps between an attribute and its noun, so between verb and object is
rather better.
"""
_ADVERB: Final = 12.0
_AFTER_LONE: Final = 40.0
"""After a word of one character, mostly a verb or a preposition that leans on what follows
(赴、在、抓).
"""
_BEFORE_CONJUNCTION: Final = 30.0
_SUFFIX: Final = 80.0
_TITLE_AND_NAME: Final = 150.0
_PARTICLE: Final = 1e3
"""Before 的, 了, 等: no particle starts a line (JLREQ; GB/T 9704 practice)."""
_QUOTED: Final = 250.0
"""Inside a short phrase in quotation or title marks."""
_LONG_QUOTED: Final = 20.0
_SHORT_QUOTATION: Final = 10
"""Characters up to which quoted words are kept together."""
_MOST_BALANCED: Final = 8
"""Beyond so many lines it is no headline, and the lines are filled one by one."""
_ALIKE: Final = 0.5
_HAIR: Final = 1e-6

_OPENING: Final = frozenset("“‘《〈（【〖〔［｛「『([{¥￥$№")
_CLOSING: Final = frozenset("”’》〉）】〗〕］｝」』)]}")
_STOPS: Final = frozenset("。．！？，、；：!?,.;:‼⁇⁈⁉")
_BOTH: Final = frozenset("–-‐～~·‧・/／+＋×&＆=\"'―")
"""Connectors, slashes and straight quotes: never at either end of a line."""
_NOT_FIRST: Final = _CLOSING | _STOPS | _BOTH | frozenset("…⋯%‰℃°％々〻\u200d")
_NOT_LAST: Final = _OPENING | _BOTH | frozenset("\u200d")
_PAIRS: Final = dict(zip("“‘《〈（【〖〔［｛「『", "”’》〉）】〗〕］｝」』", strict=True))
_CLAUSES: Final = frozenset("，；：。！？!?,;:…⋯")
DASHES: Final = ("——", "⸺")
"""Before a subtitle."""

_PARTICLES: Final = frozenset(listed("的 了 着 过 等 之 们 地 得 吗 呢 吧 啊 等等"))
_CONJUNCTIONS: Final = frozenset(listed("和 与 及 并 暨 或 以及 并且 同"))
_SUFFIXES: Final = frozenset(
    listed(
        "中 上 下 内 外 里 前 后 间 时 班 组 队 部 室 厅 馆 站 厂 所 处 科 员 者 家 业 性 化 型 式 "
        "率 度 量 力 区 点 线 面 会 奖 人 日 周 "
        "月 季"
    )
)
_LEAN_BACK: Final = {"一行": 400.0, "以来": 40.0, "系统": 20.0} | dict.fromkeys(
    listed("所属 下属 党委 党组 纪委 党支部"), 15.0
)
"""Words that complete what goes before them."""
_ADVERBS: Final = frozenset(
    listed(
        "关于 对于 根据 按照 围绕 针对 通过 为了 进一步 持续 圆满 全面 深入 扎实 有序 积极 全力 "
        "着力 大力 切实 不断 纵深 加快 成功 顺利 "
        "共同 正式 首次 再次"
    )
)
_VERBS: Final = frozenset(
    listed(
        "召开 开展 举办 举行 制定 印发 发布 推进 推动 调研 督导 检查 视察 走访 慰问 赴 完成 打造 "
        "实现 创新 建立 构建 深化 优化 提升 加强 "
        "强化 组织 参加 出席 参观 启动 开通 推出 落实 聚焦 助力 赋能 保障 服务 重塑 获 荣获 获得 "
        "获评 当选 签署 签订 学习 传达 部署 研究 "
        "探索 护航 守护 助推 迎接 庆祝 圆满完成"
    )
)


class HeadlineUnit(Struct, frozen=True):
    """Characters that stay together, `start` up to `end`, `width` em wide.

    `space` em follow it and are dropped where a line ends; ending a line after it costs `cost`,
    less than nothing where that is welcome.
    """

    start: int
    end: int
    width: float
    space: float = 0.0
    cost: float = 0.0


def break_headline(
    text: str,
    advances: Sequence[float],
    measure: float,
    max_lines: int = 3,
    trims: Mapping[int, float] | None = None,
    parts: WholeParts | None = None,
) -> list[tuple[int, int]]:
    """The lines of a headline as character ranges [start, end); spaces at a break belong to neither
    line.

    `advances` are the characters' widths in em and `measure` is in em too. Up to `max_lines` are
    balanced; where the text needs more it gets more. A text of spaces has no lines. The dictionary
    is opened only for a text that is wider than the measure. Its `parts` are kept whole; `trims` is
    what falls away then where a line ends before a character.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return []
    edges = list(accumulate(advances, initial=0.0))
    if edges[end] - edges[start] <= measure + _HAIR:
        return [(start, end)]

    def width_of(first: int, last: int) -> float:
        return edges[last] - edges[first]

    units = [
        piece
        for unit in headline_units(text, width_of)
        for piece in (
            [unit] if unit.width <= measure + _HAIR else _characters(text, unit, width_of)
        )
    ]
    if parts is not None:
        # loaded with the first text of several lines that has any: headlines do without
        from layouts.text.phrases import kept_whole

        units = kept_whole(units, text, measure, trims or {}, parts)
    return [
        (units[first].start, units[last - 1].end)
        for first, last in balance(units, measure, max_lines)
    ]


@lru_cache(maxsize=1024)
def _segmented(words: Dictionary, text: str) -> tuple[str, ...]:
    """The words of a title, which is broken twice: over its article and in the list of contents."""
    return tuple(words.segment(text))


def headline_units(
    text: str, width_of: Callable[[int, int], float], words: Dictionary | None = None
) -> list[HeadlineUnit]:
    """The unbreakable units of a headline: words with the marks that may not be parted from them
    (CLREQ 3.1.6, GB level).

    `width_of(start, end)` is the width of those characters in em. `words` is the bundled dictionary
    unless another is given.
    """
    words = words or open_words()
    breaks = _breaks(text)
    spans = list(_spans(_segmented(words, text)))
    quoted = _quotations(text)
    units: list[HeadlineUnit] = []
    start = spans[0][0] if spans else 0
    for (first, end), (following, last) in pairwise(spans):
        before, after = text[first:end], text[following:last]
        if breaks[following] == FORBIDDEN or _inseparable(
            before, after, opens_text=first == spans[0][0]
        ):
            continue
        cost = _break_cost(before, after, spaced=end < following, words=words) + quoted[following]
        units.append(HeadlineUnit(start, end, width_of(start, end), width_of(end, following), cost))
        start = following
    if spans:
        units.append(HeadlineUnit(start, spans[-1][1], width_of(start, spans[-1][1])))
    return units


def balance(
    units: Sequence[HeadlineUnit], measure: float, max_lines: int = 3
) -> list[tuple[int, int]]:
    """The lines as ranges of units: as few as fit `measure`, near the same width, in the form of a
    trapezoid or a diamond.

    A line more is taken (up to `max_lines`) only where fewer would leave a last line of two
    characters or tear what belongs together. A unit wider than the measure has a line to itself.
    """
    filled = _filled(units, measure)
    if not 1 < len(filled) <= _MOST_BALANCED:
        return filled
    best = _best(units, measure, len(filled))
    for count in range(len(filled) + 1, min(max_lines, len(units)) + 1):
        if best[0] < _ANOTHER_LINE:
            break
        cost, ends = _best(units, measure, count)
        best = min(best, (cost + (count - len(filled)) * _ANOTHER_LINE, ends))
    return list(pairwise((0, *best[1])))


@lru_cache(maxsize=1024)
def _breaks(text: str) -> bytes:
    """Where a line of running text may end: no title parts a number from its unit or a note mark
    from its word either.

    As its words, it is asked for twice of each title.
    """
    letters = resolve_quotes(text.translate(CLASSES))
    return bytes(break_map(text, resolve_dashes(text, letters), Prohibition.GB))


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each word stands, spaces left out."""
    start = 0
    for word in words:
        if not word.isspace():
            yield start, start + len(word)
        start += len(word)


def _inseparable(before: str, after: str, *, opens_text: bool) -> bool:
    """Whether no line may end between two words: marks bind to their content, a dash to its
    subtitle, a label (一、) to its title.
    """
    if before.startswith(DASHES) or before == "—" or after == "—":
        return True
    if (
        before[-1] in _NOT_LAST
        or after[0] in _NOT_FIRST
        or unicodedata.category(after[0]).startswith("M")
    ):
        return True
    return opens_text and len(before) == 1 and not before.isalnum()


def _quotations(text: str) -> list[float]:
    """What a break before each character costs for standing inside quotation or title marks."""
    changes = [0.0] * (len(text) + 1)
    opened: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character in _PAIRS:
            opened.append((_PAIRS[character], index))
        elif opened and character == opened[-1][0]:
            start = opened.pop()[1]
            cost = _QUOTED if index - start - 1 <= _SHORT_QUOTATION else _LONG_QUOTED
            # differences, summed up below: the cost holds from behind the opening mark up to the
            # closing one
            changes[start + 1] += cost
            changes[index + 1] -= cost
    return list(accumulate(changes))


def _break_cost(before: str, after: str, *, spaced: bool, words: Dictionary) -> float:
    """What it costs to end a line between two words; `spaced` where a space was typed there."""
    if after.startswith(DASHES):
        return _SUBTITLE
    if before[-1] in _CLAUSES:
        return _CLAUSE
    if spaced and not (_western(before[-1]) or _western(after[0])):
        return _SPACE
    if before == "、":
        return _LIST
    named = (before.endswith(TITLES) and words.is_name(after)) or (
        after in TITLES and words.is_name(before)
    )
    return _leaning_on(before) + _leaning_back(after) + (_TITLE_AND_NAME if named else 0.0)


def _western(character: str) -> bool:
    """Latin letters and digits, beside which a typed space is but spacing."""
    return character < "\u2000" and character.isalnum()


def _leaning_on(before: str) -> float:
    """What it costs to end a line with a word: much where it waits for the next."""
    if before == "的":
        return _AFTER_DE
    if before in _PARTICLES or before in _CONJUNCTIONS or before in _SUFFIXES:
        return 0.0
    if len(before) == 1 and before.isalpha():
        return _AFTER_LONE
    if before in _VERBS:
        return _AFTER_VERB
    return _ADVERB if before in _ADVERBS else _AFTER_WORD


def _leaning_back(after: str) -> float:
    """What it costs to begin a line with a word: much where it completes the one before."""
    if after in _PARTICLES:
        return _PARTICLE
    if after in _CONJUNCTIONS:
        return _BEFORE_CONJUNCTION
    if after in _SUFFIXES:
        return _SUFFIX
    return _BEFORE_VERB if after in _VERBS else _LEAN_BACK.get(after, 0.0)


def _characters(
    text: str, unit: HeadlineUnit, width_of: Callable[[int, int], float]
) -> Iterator[HeadlineUnit]:
    """A unit wider than the measure, character by character."""
    places = [index for index in range(unit.start, unit.end) if not text[index].isspace()]
    breaks = _breaks(text)
    for place, following in pairwise(places):
        # a Latin word is forbidden to break as well, and yet has to here
        word = _western(text[place]) and _western(text[following]) and following == place + 1
        torn = _inseparable(text[place], text[following], opens_text=False) or (
            breaks[following] == FORBIDDEN and not word
        )
        cost = NEVER if torn else INSIDE_WORD
        yield HeadlineUnit(
            place, place + 1, width_of(place, place + 1), width_of(place + 1, following), cost
        )
    # the last keeps what follows the unit, its space and its cost
    yield replace(unit, start=places[-1], width=width_of(places[-1], unit.end))


def _edges(units: Sequence[HeadlineUnit]) -> tuple[list[float], list[float]]:
    """Where each unit begins, and where it ends (from the second entry on), if all stood on one
    line.
    """
    left = list(accumulate((unit.width + unit.space for unit in units), initial=0.0))
    return left, [0.0, *(edge + unit.width for edge, unit in zip(left, units, strict=False))]


def _filled(units: Sequence[HeadlineUnit], measure: float) -> list[tuple[int, int]]:
    """The lines filled one by one: the fewest there can be."""
    left, right = _edges(units)
    lines: list[tuple[int, int]] = []
    first = 0
    while first < len(units):
        end = first + 1
        while end < len(units) and right[end + 1] - left[first] <= measure + _HAIR:
            end += 1
        # no line ends where none may, if the line has another place; if not, it is cut where it is
        # full
        if end < len(units):
            end = next(
                (place for place in range(end, first, -1) if units[place - 1].cost < NEVER), end
            )
        lines.append((first, end))
        first = end
    return lines


def _best(
    units: Sequence[HeadlineUnit], measure: float, count: int
) -> tuple[float, tuple[int, ...]]:
    """The cheapest way to set the units in `count` lines: its cost and where its lines end.

    Dynamic programming over (first unit of the last line, its end, whether narrower than the line
    above), enough to tell an hourglass.
    """
    left, right = _edges(units)
    solid = list(accumulate((min(unit.width, measure) for unit in units), initial=0.0))
    mean = right[-1] / count
    ways: dict[tuple[int, int, bool], tuple[float, tuple[int, ...]]] = {(0, 0, False): (0.0, ())}
    for remaining in range(count - 1, -1, -1):
        longer: dict[tuple[int, int, bool], tuple[float, tuple[int, ...]]] = {}
        for (first, last, narrowing), (cost, ends) in ways.items():
            above = right[last] - left[first]
            # a unit at least is left for each line to come; the last line takes all
            for end in range(last + 1, len(units) - remaining + 1) if remaining else (len(units),):
                width = right[end] - left[last]
                # a unit wider than the measure has a line to itself
                if width > measure + _HAIR and end > last + 1:
                    break
                # too short: what is left would not go into the lines that are left
                if solid[-1] - solid[end] > remaining * measure + _HAIR:
                    continue
                # a line as wide as the one above goes on as it did: 8, 5, 5, 8 em is an hourglass
                # too
                narrower = last > 0 and (
                    width < above - _ALIKE or (narrowing and width < above + _ALIKE)
                )
                total = (
                    cost
                    + (width - mean) ** 2
                    + (units[end - 1].cost if remaining else _last_cost(units[last:]))
                )
                if last and count > 2:
                    total += _shape_cost(above, width, narrowing=narrowing)
                key, way = (last, end, narrower), (total, (*ends, end))
                # of two that cost the same, the one whose lines end sooner: never by the order of
                # trial
                if key not in longer or way < longer[key]:
                    longer[key] = way
        ways = longer
    return min(
        ways.values(), default=(NEVER * NEVER, tuple(last for _, last in _filled(units, measure)))
    )


def _last_cost(units: Sequence[HeadlineUnit]) -> float:
    """What the last line costs for being short in itself."""
    return _SHORT_LAST if units[-1].end - units[0].start <= 2 else 0.0


def _shape_cost(above: float, width: float, *, narrowing: bool) -> float:
    """What a line costs by its width and that of the line above, which was `narrowing` if shorter
    than its own predecessor.
    """
    if narrowing and width > above + _ALIKE:
        return _HOURGLASS + width - above
    return _RECTANGLE if abs(width - above) < _ALIKE else 0.0
