"""The notebooks in Chromium: Run All in a real Lab, and the pages that they export to.

`notebooks/test_run.py` runs each of them whole. What Lab alone can find is how a notebook shows what
it shows, so Lab runs those that show something in a new way (see `novelty`), and the lessons whose
charts move. Of every notebook, the exported page of that run is opened.
"""

import os
import posixpath
import re
from pathlib import Path

import novelty
import pytest

import lessons
import screenshots
from deadline import wait_for
from frames import FrameCounter, Frames
from lab_page import PANEL
from load import needs_proc, now_quiet, still_busy

# A chart that grows point by point shows at least this many different pictures.
MOVED = 5
MOVING = ["1.3"]
ALL = f"{PANEL} .jp-Notebook"
MADE = "INTERLOCK_NOTEBOOK_RESULTS"


def in_lab() -> list[str]:
    """The lessons that Lab runs, from the folder `notebooks` on."""
    first = [lessons.START, *filter(None, map(lessons.covering, MOVING))]
    known = [lessons.NOTEBOOKS / path for path in first]
    others = [file for file in map(lessons.NOTEBOOKS.joinpath, lessons.paths()) if file not in known]
    new = novelty.with_something_new(others, novelty.PAGE, known)
    return [*first[1:], *(file.relative_to(lessons.NOTEBOOKS).as_posix() for file in new)]


@pytest.mark.parametrize("path", in_lab())
def test_lesson_runs_and_its_live_charts_move(lab, path):
    moves = path in map(lessons.covering, MOVING)
    frames = run_cleanly(lab, path, moves)
    if moves:
        assert frames.states >= MOVED, f"only {frames.states} different pictures were painted"


@pytest.fixture(scope="module")
def reader(browser):
    """A page without network, for one exported page after the other."""
    with browser.new_context(offline=True) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", lessons.paths())
def test_exported_page_opens_without_an_error_and_fetches_nothing(reader, path):
    if MADE not in os.environ:
        pytest.skip(f"no {MADE}: run ./interlock test")
    page = Path(os.environ[MADE]) / Path(path).with_suffix(".html")
    assert page.is_file(), "the notebook has not passed, so there is no page of it"
    found: list[str] = []
    listeners = {
        "request": lambda request: found.append(request.url),
        "pageerror": lambda error: found.append(str(error)),
        "console": lambda message: found.append(message.text) if message.type == "error" else None,
    }
    for event, listener in listeners.items():
        reader.on(event, listener)
    reader.goto(page.as_uri())
    for event, listener in listeners.items():
        reader.remove_listener(event, listener)
    assert [text for text in found if not text.startswith(("file:", "data:", "blob:"))] == []
    assert reader.locator("main .jp-OutputArea-output, main .jp-Cell").count() > 0


@needs_proc
def test_start_notebook_runs_stops_its_demo_and_leads_to_lessons(lab, server):
    run_cleanly(lab, lessons.START)
    assert lab.page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts() == []
    still_busy(server, "the demo at the end")
    lab.interrupt()
    now_quiet(server, "the demo at the end")
    links = map_links(lab)
    assert links, "the start notebook shows no link to a lesson"
    missing = [link for link in links if not (lessons.NOTEBOOKS / link).is_file()]
    assert missing == []
    lab.page.locator(f'{ALL} .jp-OutputArea-output a[href*=".ipynb"]').first.click()
    opened = wait_for("the lesson opens", lab.path, lambda at: at != f"notebooks/{lessons.START}")
    assert opened == f"notebooks/{links[0]}"


def run_cleanly(lab, path: str, moves: bool = False) -> Frames | None:
    """Runs a notebook from the menu; answers the frames painted of pictures that move meanwhile."""
    lab.open(f"notebooks/{path}")
    # Only where it is asked for: to compare all pictures before each paint keeps the page busy.
    frames = FrameCounter(lab.page.locator(ALL)) if moves else None
    lab.run_all(120)
    seen = frames.stop() if frames else None
    assert lab.error_outputs() == []
    assert lab.console_errors == []
    assert lab.foreign_requests == []
    if folder := os.environ.get("INTERLOCK_SCREENSHOTS"):
        stem = path.removesuffix(".ipynb").replace("/", "-")
        screenshots.take(lab, Path(folder), stem)
    return seen


def map_links(lab) -> list[str]:
    """Links to notebooks in the outputs, from the folder `notebooks` on."""
    pages = [
        "".join(output.get("data", {}).get("text/html", ""))
        for cell in lab.cells()
        for output in cell["outputs"]
    ]
    links = re.findall(r"""href=["']([^"'#:]+\.ipynb)""", "\n".join(pages))
    return [posixpath.normpath(link) for link in links]
