"""A learner's hand on the widgets of one cell."""

from __future__ import annotations

from playwright.sync_api import Locator

from deadline import wait_for
from lab_page import LabPage


class Hand:
    """Moves the controls of one cell and reads what is drawn below them."""

    def __init__(self, lab: LabPage, cell: int):
        self._lab = lab
        self.area = lab.output_area(cell)
        self.area.scroll_into_view_if_needed()

    def slider(self, number: int = 0) -> Locator:
        return self.area.locator(".widget-slider, .widget-hslider").nth(number)

    def drag(self, share: float, number: int = 0) -> None:
        """Drags a slider's handle by the mouse to a share of its length, in twenty moves."""
        slider = self.slider(number)
        track = slider.locator(".noUi-base").bounding_box()
        handle = slider.locator(".noUi-handle").bounding_box()
        mouse = self._lab.page.mouse
        mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
        mouse.down()
        mouse.move(track["x"] + share * track["width"], track["y"] + track["height"] / 2, steps=20)
        mouse.up()

    def press(self, key: str, times: int = 1, number: int = 0) -> None:
        """Presses a key while a slider has the focus."""
        self.slider(number).locator(".noUi-handle").focus()
        for _ in range(times):
            self._lab.page.keyboard.press(key)

    def readout(self, number: int = 0) -> str:
        return self.slider(number).locator(".widget-readout").inner_text().strip()

    def drawing(self) -> str:
        return self.area.locator(".widget-html-content").last.inner_text().strip()

    def draws(self, text: str) -> None:
        wait_for(f"a drawing of {text!r}", self.drawing, lambda seen: text in seen)

    def drawing_follows(self, number: int = 0) -> int:
        """Waits until the drawing shows the slider's value, and answers that."""
        wait_for(
            "a drawing of the slider's value",
            lambda: (self.drawing(), self.readout(number)),
            lambda seen: seen[0].endswith(f"now {seen[1]}"),
        )
        return int(self.readout(number))
