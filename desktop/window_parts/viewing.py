"""What the view and check menus do: zoom, arrangement, pages, overlays, panels, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.canvas.overlays import Overlay
from desktop.canvas.proofing import ProofMode
from desktop.canvas.sheets import Arrangement
from desktop.canvas.view import PageView
from desktop.canvas.zooming import Fit
from desktop.dialogs.go_to import GoToPageDialog
from desktop.keeping.bars import Bars
from desktop.panels.findings import FindingsPanel
from desktop.panels.jump import selection_of_finding
from desktop.panels.ribbon import PageFlowRibbon
from desktop.selection import Selection
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import Finding
from layouts.issue.places import Place

PAGE_PICTURES = "ribbon/pictures"

DESIGN = "layout-design"
"""The layout panel's name, which stands in the inspector's place while it is open."""

ARRANGEMENTS = {
    False: ("view/arrangement", Arrangement.SPREADS),
    True: ("view/arrangement-single-sided", Arrangement.SINGLE),
}
"""What is remembered of how pages lie, and what is usual, by whether they are printed on one side
only: no two of those face each other.
"""


class Viewing(QObject):
    """Acts on what is seen, never on the issue.

    `changed`: what is ticked in menus may be another now.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        view: PageView,
        panels: Mapping[str, QWidget],
    ) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._view = view
        self._panels = panels
        self._single_sided = False
        view.overlays_changed.connect(self.changed)
        self._session.edition_changed.connect(self._follow_sides)
        self._restore()

    def _restore(self) -> None:
        settings, layout = self._services.settings, self._session.layout
        if self._session.edition is None or layout is None:
            self._arrange(single_sided=False)
        else:  # the window is made anew around its pages, which lie as they lay
            self._single_sided = layout.single_sided
        for name in self._panels:
            if name != "findings":
                self._panels[name].setVisible(settings.flag(f"panel/{name}", default=True))
        self._ribbon.show_pictures(settings.flag(PAGE_PICTURES, default=False))
        self._ribbon.pictures_switched.connect(self._keep_page_pictures)
        self._view.rulers.show(shown=settings.flag("view/rulers", default=False))
        for overlay in Overlay:
            if overlay not in {Overlay.SELECTION, Overlay.DESIGN} and settings.flag(
                f"overlay/{overlay}", default=False
            ):
                self._view.set_overlay(overlay, on=True)

    # -- zoom and arrangement ----------------------------------------------------------------------

    def zoom_in(self) -> None:
        """The next larger step."""
        self._view.camera.step(up=True)

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._view.camera.step(up=False)

    def zoom_to(self, zoom: float) -> None:
        """So large; 1.0 is 100 %."""
        self._view.set_zoom(zoom)

    def fit_page(self) -> None:
        """Zoom so that a whole page is seen."""
        self._view.camera.follow(Fit.PAGE)
        self.changed.emit()

    def fit_width(self) -> None:
        """Zoom so that a page fills the width of the view."""
        self._view.camera.follow(Fit.WIDTH)
        self.changed.emit()

    def set_spreads(self, spreads: bool) -> None:
        """Two pages beside each other, or one: also of the next issue printed on as many sides."""
        wanted = Arrangement.SPREADS if spreads else Arrangement.SINGLE
        self._view.camera.set_arrangement(wanted)
        self._services.settings.put(ARRANGEMENTS[self._single_sided][0], str(wanted))
        self.changed.emit()

    def _follow_sides(self) -> None:
        """An issue printed on one side of the paper has no spreads, unless its editor wants
        them.
        """
        layout = self._session.layout
        if layout is not None and layout.single_sided != self._single_sided:
            self._arrange(single_sided=layout.single_sided)

    def _arrange(self, *, single_sided: bool) -> None:
        self._single_sided = single_sided
        key, usual = ARRANGEMENTS[single_sided]
        chosen = self._services.settings.text(key, usual)
        known = {str(arrangement): arrangement for arrangement in Arrangement}
        self._view.camera.set_arrangement(known.get(chosen, Arrangement(usual)), by_hand=False)
        self.changed.emit()

    def is_spreads(self, spreads: bool) -> bool:
        """Whether pages lie so."""
        return (self._view.camera.arrangement is not Arrangement.SINGLE) == spreads

    # -- pages -------------------------------------------------------------------------------------

    def next_page(self) -> None:
        """Go on to the next row of pages."""
        self._view.turn(1)

    def previous_page(self) -> None:
        """Go back to the row of pages before."""
        self._view.turn(-1)

    def go_to_page(self) -> None:
        """Ask for a page and go there."""
        dialog = GoToPageDialog(self._view.page + 1, len(self._view.pages), self._services.window)
        dialog.chosen.connect(self._show_numbered)
        dialog.open()

    def _show_numbered(self, number: int) -> None:
        self.show_page(number - 1)

    def show_page(self, page: int) -> None:
        """Go to a page, from 0."""
        self._view.go_to_page(page)
        self._view.setFocus()

    def show_place(self, place: Place) -> None:
        """Bring something of the issue into view, once its pages are made."""
        self._view.go_to_place(place)

    def edit(self, selection: Selection) -> None:
        """Select something, show it, and give the keys to the pages."""
        self._session.select(selection)
        self._view.setFocus()

    # -- overlays and panels -----------------------------------------------------------------------

    def toggle_overlay(self, name: str) -> None:
        """Show or hide what is drawn over the pages, by its name in the menu."""
        overlay = Overlay(name)
        on = overlay not in self._view.overlays
        self._view.set_overlay(overlay, on)
        self._services.settings.put(f"overlay/{overlay}", on)

    def shows_overlay(self, name: str) -> bool:
        """Whether an overlay is on."""
        return Overlay(name) in self._view.overlays

    def toggle_rulers(self) -> None:
        """Show the rulers along the pages, or no longer."""
        self._view.rulers.show(shown=not self.shows_rulers())
        self._services.settings.put("view/rulers", self.shows_rulers())
        self.changed.emit()

    def shows_rulers(self) -> bool:
        """Whether the rulers are shown."""
        return self._view.rulers.shown

    def set_proof(self, mode: str) -> None:
        """Show the pages as they print, plate by plate, or as they are."""
        self._view.surface.set_proof(ProofMode(mode))
        self.changed.emit()

    def is_proof(self, mode: str) -> bool:
        """Whether the pages are shown so."""
        return self._view.surface.proof == mode

    def toggle_page_pictures(self) -> None:
        """Show pictures of the pages in the page flow, or no longer."""
        self._ribbon.show_pictures(not self.shows_page_pictures())

    def shows_page_pictures(self) -> bool:
        """Whether the page flow shows pictures of the pages."""
        return self._ribbon.switch.isChecked()

    @property
    def _ribbon(self) -> PageFlowRibbon:
        return cast("PageFlowRibbon", self._panels["ribbon"])

    def _keep_page_pictures(self, shown: bool) -> None:
        self._services.settings.put(PAGE_PICTURES, shown)
        self.changed.emit()

    def toggle_panel(self, name: str) -> None:
        """Show or hide a panel; one that is shown takes the keys."""
        panel = self._panels[name]
        panel.setVisible(panel.isHidden())
        self._services.settings.put(f"panel/{name}", not panel.isHidden())
        (self._view if panel.isHidden() else panel).setFocus()
        self.changed.emit()

    def shows_panel(self, name: str) -> bool:
        """Whether a panel is shown."""
        return not self._panels[name].isHidden()

    def next_area(self) -> None:
        """Give the keys to the next area of the window: what is said over the pages, issue, pages,
        inspector, findings, page flow.
        """
        self._step_area(1)

    def previous_area(self) -> None:
        """Give the keys to the area before."""
        self._step_area(-1)

    def _step_area(self, step: int) -> None:
        areas = [
            *self._services.window.findChildren(Bars),
            self._panels["issue"],
            self._view,
            self._panels["inspector"],
            *self._services.window.findChildren(QWidget, DESIGN),
            *(self._panels[name] for name in ("findings", "ribbon")),
        ]
        shown = [area for area in areas if area.isVisible()]
        if not shown:
            return
        focus = QApplication.focusWidget()
        at = next(
            (
                k
                for k, area in enumerate(shown)
                if focus is not None and (area is focus or area.isAncestorOf(focus))
            ),
            -1 if step > 0 else 0,  # from outside: to the first or the last
        )
        area = shown[(at + step) % len(shown)]
        target = (
            area
            if area.focusPolicy() != area.focusPolicy().NoFocus or area.focusProxy()
            else _first_in(area)
        )
        (target or area).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        window = self._services.window.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()
        self.changed.emit()

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._services.window.window().isFullScreen()

    # -- findings ----------------------------------------------------------------------------------

    def toggle_findings(self) -> None:
        """Show what was found, or no longer."""
        self.show_findings(shown=not self.shows_findings())

    def show_findings(self, *, shown: bool) -> None:
        """Show or hide the findings; they take the keys, or give them to the pages."""
        self._findings.setVisible(shown)
        (self._findings if shown else self._view).setFocus()
        self.changed.emit()

    def shows_findings(self) -> bool:
        """Whether the findings are shown."""
        return not self._panels["findings"].isHidden()

    def next_finding(self) -> None:
        """Go to the next finding, after the last one the first."""
        self._step_finding(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._step_finding(-1)

    def _step_finding(self, step: int) -> None:
        if not self._session.findings:
            self._services.say(tr("没有发现问题"))
            return
        if not self.shows_findings():
            self.show_findings(shown=True)
        self._findings.next(step)

    @property
    def _findings(self) -> FindingsPanel:
        return cast("FindingsPanel", self._panels["findings"])

    def show_current_finding(self) -> None:
        """Go to what the chosen finding is about."""
        self._at_finding(self._findings.show_current)

    def mend_finding(self) -> None:
        """Mend the finding that is chosen."""
        self._at_finding(self._findings.mend)

    def mend_findings(self) -> None:
        """Mend all findings of the kind that is chosen."""
        self._at_finding(self._findings.mend_all)

    def accept_finding(self) -> None:
        """Ask for a reason to let the chosen finding stand; one that was accepted counts again."""
        self._at_finding(self._findings.let_stand)

    def count_finding_again(self) -> None:
        """Have the chosen finding count again, if it was accepted."""
        self._at_finding(self._count_again)

    def _count_again(self) -> None:
        if not self._findings.count_again():
            self._services.say(tr("这一条没有接受过"))

    def _at_finding(self, act: Callable[[], None]) -> None:
        """Act on the chosen finding; where none is in sight, go to one instead, so that nothing
        happens unseen.
        """
        if not self.shows_findings() or self._findings.current is None:
            self._step_finding(1)
        else:
            act()

    def show_finding(self, finding: Finding) -> None:
        """Show the page of a finding that is about no part of the issue: such a part was chosen,
        and came into view by itself.
        """
        issue = self._session.issue
        if issue is None or finding.page is None:
            return
        if selection_of_finding(issue, finding) is None:
            self._view.go_to_page(finding.page - 1)

    def go_to_finding(self, finding: object) -> None:
        """Select what a finding is about and show it."""
        issue = self._session.issue
        if issue is None or not isinstance(finding, Finding):
            return
        selection = selection_of_finding(issue, finding)
        if selection is not None:
            self.edit(selection)
        elif finding.page is not None:
            self.show_page(finding.page - 1)


def _first_in(area: QWidget) -> QWidget | None:
    """The first control of an area that takes keys."""
    for child in area.findChildren(QWidget):
        if (
            child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            return child
    return None
