"""Composing while an issue is edited: what did not change is not done again."""

from __future__ import annotations

from collections.abc import Callable

from fonts.catalogue import Catalogue
from layouts.compose import KnownPhotos, Superseded, as_edition, measure_photos
from layouts.errors import Finding
from layouts.flow.again import FlowCache, PagesSoFar, lay_out_again
from layouts.flow.art import NO_ART, art_findings, read_layout_art
from layouts.flow.leaf import leaf_of
from layouts.flow.other_faces import about_faces
from layouts.flow.setter_cache import SetterCache
from layouts.flow.setting import Setter
from layouts.house.art import layout_pictures
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.page.page import Edition


class Composer:
    """Composes one issue again and again as it is edited; what did not change is not done again."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._setter: Setter | None = None
        self._cache = FlowCache()
        self._photos: KnownPhotos = {}
        self._before: KnownPhotos = {}
        self._art = NO_ART
        self._art_of: tuple[str, ...] | None = None
        self._of_faces: list[Finding] | None = None

    def forget_photos(self) -> None:
        """Look at the photo files again, at pictures of the layout and files of faces: one may have
        changed.

        The shapes of those that were there are remembered, so that the place of one that has gone
        stays as large as it was.
        """
        there = {key: size for key, size in self._photos.items() if size.missing is None}
        self._before |= there
        self._photos = {}
        self._art_of = self._of_faces = None
        self._cache.doubt_photos()

    def forget_faces(self) -> None:
        """Look at the files of faces again: one may have gone."""
        self._of_faces = None

    def compose(
        self,
        issue: Issue,
        layout: Layout,
        view: int = 0,
        seen: Callable[[Edition], None] | None = None,
        stale: Callable[[], bool] | None = None,
        due: Callable[[], bool] = lambda: True,
    ) -> Edition:
        """Compose an issue; `stale` is asked before each article and ends the work by Superseded.

        `seen` is called once `due`, when the page `view` (from 0) is done and there is more to do:
        pages up to it are new, the last ones come after.
        """
        setter = self._setter_of(layout)
        if self._of_faces is None:
            self._of_faces = about_faces(layout, self.catalogue)
        setter.findings = [*self._of_faces]
        setter.leaf = leaf_of(issue, layout)
        self._look_at_art(setter)
        setter.findings += art_findings(layout, setter.art)
        sizes = measure_photos(issue, setter.findings, self._photos, self._before)
        cache = self._cache
        was_seen = seen is None

        def watch(done: int, first: Callable[[], PagesSoFar]) -> None:
            nonlocal was_seen
            if stale is not None and stale():
                raise Superseded
            if not was_seen and seen is not None and done > view and due():
                was_seen = True
                made = first()
                pages = [*made.pages, *cache.pages[done:]]
                seen(as_edition(issue, pages, (), made.findings, setter.leaf))

        pages, bookmarks = lay_out_again(issue, setter, sizes, cache, watch)
        return as_edition(issue, pages, bookmarks, setter.findings, setter.leaf)

    def _kept_texts(self, layout: Layout) -> SetterCache:
        """What is known of texts in the layout before, where it holds in this one."""
        before = self._setter
        if before is None or before.cache is None:
            return SetterCache()
        same = before.layout.punctuation == layout.punctuation
        return before.cache.in_another_layout() if same else SetterCache()

    def _setter_of(self, layout: Layout) -> Setter:
        if self._setter is None or self._setter.layout is not layout:
            self._setter = Setter(layout, self.catalogue, self._kept_texts(layout))
            self._of_faces = [*self._setter.findings]
            self._cache = FlowCache(self._cache.pages)
        return self._setter

    def _look_at_art(self, setter: Setter) -> None:
        """Read the layout's pictures where they may be others; what is the same stays the same."""
        names = layout_pictures(setter.layout)
        if names != self._art_of:
            found = read_layout_art(setter.layout)
            self._art = self._art if found.says_the_same(self._art) else found
            self._art_of = names
        setter.art = self._art
