"""Steppers and players of simulated runs, in a real Lab and in an exported page."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

import lessons
from deadline import wait_for
from lab_page import PANEL, THEMES
from scratch import notebook

IMPORTS = """import static interlock.notebook.Notebook.*;
import static interlock.gil.workload.Actions.*;
import interlock.gil.*;
import interlock.gil.policy.*;
import interlock.gil.timeline.*;
import interlock.gil.workload.*;
import interlock.notebook.*;
import interlock.view.*;"""
RUN = """TimedDrop policy = TimedDrop.v311();
Timeline run = SimulatedGil.of(policy).run(Workload.of("two count",
    thread("A", compute(millis(30))), thread("B", compute(millis(30)))));
HandOver over = run.handOvers().get(1);"""
STEPPER = "show(ProtocolView.stepper(run, policy.protocol(), over));"
TIMELINE = "show(GilTimeline.of(run).around(over));"
PLAYER = "GilPlayer.show(run, policy.protocol());"
NEXT = ".ilk.stepper .next:visible"
BACK = ".ilk.stepper .step .back:visible"


def number(root):
    """Which step is seen, of how many; fails unless one is."""
    lines = [line.inner_text().split() for line in root.locator(".ilk.stepper .shown > p").all() if line.is_visible()]
    assert len(lines) == 1, lines
    return int(lines[0][0]), int(lines[0][2])


def pictures(root):
    return sum(svg.is_visible() for svg in root.locator(".ilk.stepper svg").all())


def steps_by_mouse(root):
    first, count = number(root)
    assert first == 1 and count > 5 and pictures(root) == 1
    assert root.locator(BACK).count() == 0
    root.locator(NEXT).click()
    root.locator(NEXT).click()
    assert number(root) == (3, count) and pictures(root) == 1
    root.locator(BACK).click()
    assert number(root) == (2, count)
    root.locator(".ilk.stepper .mark").last.click()
    assert number(root) == (count, count)
    assert root.locator(NEXT).count() == 0


def steps_by_keyboard(page, root):
    start, count = number(root)
    root.locator(".ilk.stepper .keys").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    assert number(root) == (start - 1, count)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert number(root) == (start - 2, count)
    page.keyboard.press("Enter")
    assert number(root) == (start - 2, count)


@pytest.fixture
def steps(lab, server):
    """A page with a stepper, a timeline and a player."""
    lab.open(notebook(server.folder, "steps", IMPORTS, RUN, STEPPER, TIMELINE, PLAYER))
    lab.run_all()
    assert lab.error_outputs() == []
    lab.output_area(2).locator(".ilk.stepper form").wait_for()
    return lab


def test_stepper_goes_by_mouse_and_keyboard_and_leaves_shortcuts_alone(steps):
    area = steps.output_area(2)
    steps_by_mouse(area)
    before = steps._counts()
    steps.page.keyboard.press("Shift+Enter")
    wait_for("a cell runs", steps._counts, lambda counts: counts != before, 10)
    steps.wait_done()
    area = steps.output_area(2)
    if number(area)[0] == 1:
        area.locator(".ilk.stepper .mark").last.click()
    steps_by_keyboard(steps.page, area)
    heard = area.locator(".ilk.stepper form").aria_snapshot()
    assert "Step 1 of" in heard, heard
    assert steps.console_errors == [] and steps.foreign_requests == []


def test_player_moves_from_hand_over_to_hand_over(steps):
    area = steps.output_area(4)
    titles = area.locator("svg.ilk text.t1")
    seen = lambda: titles.last.text_content()
    wait_for("the lock's picture", seen, lambda text: text == "The lock at 0 s")
    area.get_by_role("button", name="hand-over ›").click()
    wait_for("the first hand-over", seen, lambda text: text != "The lock at 0 s")
    first = seen()
    area.get_by_role("button", name="step ›", exact=True).click()
    wait_for("the next step", seen, lambda text: text != first)
    area.get_by_role("button", name="‹ hand-over").click()
    wait_for("the hand-over before", seen, lambda text: text == first)
    area.locator(".widget-play button").first.click()
    wait_for("the clock runs", seen, lambda text: text != first)
    assert steps.error_outputs() == [] and steps.console_errors == []
    look(steps)


def test_untrusted_notebook_tells_the_steps_as_a_list(lab, server):
    path = notebook(server.folder, "trusted", IMPORTS, RUN, STEPPER)
    lab.open(path)
    lab.run_all()
    lab.save()
    file = server.folder / path
    saved = wait_for("the saved file", lambda: json.loads(file.read_text()), lambda n: n["cells"][2]["outputs"])
    file.with_name("stranger.ipynb").write_text(json.dumps(saved).replace("step by step", "step after step"), "utf-8")
    lab.open("scratch/stranger.ipynb")
    area = lab.output_area(2).locator(".ilk.stepper")
    area.wait_for()
    assert not area.locator("form.live").is_visible()
    summary = area.locator("summary").first
    assert summary.is_visible() and "takes the lock" in summary.inner_text()
    summary.click()
    assert "Switch number" in area.inner_text()


@pytest.fixture(scope="module")
def exported(browser, tmp_path_factory):
    """The same cells, exported as the command does it, opened without a network."""
    course, to = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("pages")
    source = course / notebook(course, "steps", IMPORTS, RUN, STEPPER, TIMELINE, PLAYER)
    script = lessons.ROOT / "launcher" / "inside" / "run_notebooks.py"
    command = [os.environ["INTERLOCK_PYTHON"], script, course, course / "log", "--html", to, source]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True)
    assert [json.loads(line)["result"] for line in done.stdout.splitlines()] == ["passed"]
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((to / "scratch" / "steps.html").as_uri())
    yield page
    context.close()


def test_exported_stepper_goes_without_a_kernel(exported):
    steps_by_mouse(exported)
    steps_by_keyboard(exported, exported)


def look(lab):
    """Screenshots in both themes, for a person to look at."""
    folder = os.environ.get("INTERLOCK_SCREENSHOTS")
    for theme in THEMES if folder else ():
        lab.theme(theme)
        lab.page.locator(PANEL).screenshot(path=f"{folder}/player-{theme}.png")
        lab.output_area(2).scroll_into_view_if_needed()
        lab.output_area(2).screenshot(path=f"{folder}/stepper-{theme}.png")
        lab.output_area(4).screenshot(path=f"{folder}/played-{theme}.png")
