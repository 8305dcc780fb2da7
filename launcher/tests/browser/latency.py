"""Measures in the page how long a drawing takes to follow a slider.

A pointer event that moves the slider is noted with its time and the value that the slider then
shows. It is answered when the drawing below shows that value or one of a later event.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator

_WATCH = """area => {
  const watch = { asked: [], answered: [] };
  let event = 0;
  const readout = area.querySelector('.widget-readout');
  const drawing = area.querySelector('.widget-html-content');
  addEventListener('pointermove', e => { event = e.timeStamp; }, true);
  new MutationObserver(() => {
    watch.asked.push({ value: readout.textContent.trim(), time: event });
  }).observe(readout, { childList: true, subtree: true, characterData: true });
  new MutationObserver(() => {
    const now = performance.now();
    const seen = (drawing.textContent.match(/value (\\d+)/) ?? [])[1];
    const upTo = watch.asked.findLastIndex(one => one.value === seen);
    watch.answered.push(...watch.asked.splice(0, upTo + 1).map(one => now - one.time));
  }).observe(drawing, { childList: true, subtree: true });
  return watch;
}"""


@dataclass(frozen=True)
class Answers:
    """Milliseconds from each event to the drawing that shows it; and how many got none."""

    milliseconds: list[float]
    unanswered: int

    def share(self, share: float) -> float:
        """The time within which this share of the events was answered."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Latency:
    """Watches the first slider and the drawing in one place of the page."""

    def __init__(self, place: Locator):
        self._watch = place.evaluate_handle(_WATCH)

    def waiting(self) -> int:
        """How many events have no answer yet."""
        return self._watch.evaluate("w => w.asked.length")

    def take(self) -> Answers:
        """What was measured since the last call."""
        found = self._watch.evaluate("w => ({ times: w.answered.splice(0), left: w.asked.splice(0).length })")
        return Answers(found["times"], found["left"])
