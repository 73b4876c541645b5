"""A strategy for every form that a paragraph can have."""

from __future__ import annotations

from hypothesis import strategies as st

from layouts.issue.form import (
    DEEPEST_ITEM,
    MOST_COUNTED,
    PLAIN,
    FormKind,
    ItemLabel,
    ParagraphForm,
    Turnover,
    sound_form,
)

any_form = st.one_of(
    st.just(PLAIN),
    st.builds(
        ParagraphForm,
        st.sampled_from(FormKind),
        st.integers(1, DEEPEST_ITEM),
        st.none() | st.sampled_from(ItemLabel),
        st.sampled_from(Turnover),
        st.none() | st.integers(1, MOST_COUNTED),
        st.booleans(),
    ).map(sound_form),
)
