"""Hard-wrapped text made paragraphs again (断行合并).

Text copied from a PDF has a break at the end of every line. Which of them end a paragraph is not
decided line by line: the most probable reading of all lines together is searched for. In a reading
each line is the first of its paragraph, the last, both or neither, and belongs to a measure (行宽);
it costs what its features cost in that place, in nats, so that costs add up as probabilities
multiply. A line that goes on must be as wide as its measure, but for what Chinese setting allows:
the next word did not fit, a closing mark hangs or took its Hanzi down with it (避头尾), Latin
letters are not half an em, a first line's indent was lost. A last line has any width. Full stops
end paragraphs, commas do not; closing marks begin none, labels (一、（一）1. ▲) and dates often do;
no bracket stays open. What blank lines and indents mean, no rule says: the text's own habits are
learnt from the reading and the reading is made again with them, until it stays the same. All costs
are in `costs.py`.

    lines ─ survey ─ furniture out ─ traits ─┬─ measures ─┬─ model (Viterbi, habits) ─ rejoin
                                             └────────────┘

Candidates for measures come from the lines themselves (`measures.py`); a few of them, so that runs
beside a lost photo are read in their own. Text without any, verse, lists and paragraphs of one line
each among it, comes out as it went in. Work grows with lines × measures.
"""

from layouts.importing.unwrapping.unwrap import is_hard_wrapped, unwrap
from layouts.importing.unwrapping.values import DroppedLine, Unwrapped, UnwrappedParagraph

__all__ = ["DroppedLine", "Unwrapped", "UnwrappedParagraph", "is_hard_wrapped", "unwrap"]
