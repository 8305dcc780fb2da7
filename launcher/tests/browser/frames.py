"""Counts the frames that the browser paints of a picture, and how many states they showed.

A MutationObserver notes that something changed; before each paint the picture is compared with
the one painted last. So two updates between two paints count once, and an update that changes
nothing does not count.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator

_WATCH = """area => {
  const watch = { times: [], states: new Set(), last: '', stopped: false };
  let changed = true;
  const pictures = '.jp-OutputArea-output :is(svg, img, canvas)';
  const picture = () => Array.from(area.querySelectorAll(pictures))
    .map(one => one.tagName === 'IMG' ? one.src : one.outerHTML).join('\\n');
  const observer = new MutationObserver(() => { changed = true; });
  observer.observe(area, { childList: true, subtree: true, attributes: true, characterData: true });
  const beforePaint = now => {
    if (watch.stopped) { observer.disconnect(); return; }
    if (changed) {
      changed = false;
      const seen = picture();
      if (seen && seen !== watch.last) {
        watch.last = seen;
        watch.states.add(seen);
        watch.times.push(now);
      }
    }
    requestAnimationFrame(beforePaint);
  };
  requestAnimationFrame(beforePaint);
  return watch;
}"""


@dataclass(frozen=True)
class Frames:
    """Painted frames: the milliseconds of each, and how many of the pictures differed."""

    times: list[float]
    states: int

    def per_second(self) -> float:
        """Frames per second between the first and the last; 0 with fewer than two."""
        if len(self.times) < 2:
            return 0.0
        return 1000 * (len(self.times) - 1) / (self.times[-1] - self.times[0])


class FrameCounter:
    """Watches the pictures in one place of the page from its making on."""

    def __init__(self, place: Locator):
        self._watch = place.evaluate_handle(_WATCH)

    def seen(self) -> Frames:
        found = self._watch.evaluate("w => ({ times: w.times, states: w.states.size })")
        return Frames(found["times"], found["states"])

    def stop(self) -> Frames:
        self._watch.evaluate("w => { w.stopped = true; }")
        return self.seen()
