"""Widgets under a learner's hand: mouse, keyboard, reload, restart, export."""

import os
import subprocess
import sys

import pytest

from deadline import wait_for
from lab_page import PANEL
from lessons import ROOT
from scratch import notebook
from sliders import Hand

IMPORTS = """\
import interlock.notebook.*;
import interlock.notebook.widget.*;
import java.time.Duration;"""
CORES = 'Slider<Integer> cores = Slider.of("cores", 1, 64).start(8);'
INTERACT = 'Notebook.interact(() -> "now " + cores.value(), cores);'


def shown(lab, server, name: str, *sources: str) -> Hand:
    """The hand on the last cell of a notebook whose cells have run."""
    lab.open(notebook(server.folder, name, IMPORTS, *sources))
    lab.run_all()
    assert lab.error_outputs() == []
    lab.page.locator(f"{PANEL} .jupyter-widgets").first.wait_for()
    return Hand(lab, len(sources))


def test_slider_moves_the_drawing_before_and_after_a_reload(lab, server):
    hand = shown(lab, server, "slider", CORES, INTERACT)
    assert hand.drawing_follows() == 8
    hand.drag(0.75)
    dragged = hand.drawing_follows()
    assert 40 <= dragged <= 56
    hand.press("ArrowRight", 3)
    hand.draws(f"now {dragged + 3}")
    lab.save()
    lab.reload()
    hand = Hand(lab, 2)
    hand.area.locator(".noUi-handle").wait_for()
    assert hand.drawing_follows() == dragged + 3, "the value of before the reload"
    hand.drag(0.25)
    dragged = hand.drawing_follows()
    assert 8 <= dragged <= 24
    hand.press("ArrowLeft", 2)
    hand.draws(f"now {dragged - 2}")
    assert lab.console_errors == []


def test_every_control_draws(lab, server):
    hand = shown(
        lab, server, "controls",
        'Dropdown<String> which = Dropdown.of("version", List.of("3.11", "3.13"));\n'
        'Checkbox log = Checkbox.of("logarithmic axis", false);\n'
        'Slider<Double> part = Slider.of("serial part", 0.0, 0.5).step(0.01).unit("s");\n'
        'int[] measured = {0};\nButton again = Button.of("Measure again", () -> measured[0]++);',
        'Notebook.interact(() -> which.value() + " " + log.value() + " " + part.value() + " " + measured[0],'
        " which, log, part, again);",
    )
    hand.draws("3.11 false 0.0 0")
    hand.area.get_by_label("version").select_option("3.13")
    hand.draws("3.13 false 0.0 0")
    hand.area.get_by_label("logarithmic axis").check()
    hand.draws("3.13 true 0.0 0")
    hand.press("ArrowRight", 2)
    hand.draws("3.13 true 0.02 0")
    assert hand.readout() == "0.02"
    hand.area.get_by_role("button", name="Measure again").click()
    hand.draws("3.13 true 0.02 1")
    assert "serial part (s)" in hand.area.inner_text()
    assert_whole_labels(hand)
    assert lab.console_errors == []


def test_controls_begin_at_one_place_and_no_label_is_cut(lab, server):
    labels = ["n", "MEMORY, WWWW", "mmmmwwww", "並列計算", "ill-fitting (till it fills)", "no worker " * 8]
    made = ", ".join(f'Slider.of("{label}", 0, 9)' for label in labels)
    which = 'Dropdown.of("version", List.of("3.11"))'
    hand = shown(lab, server, "labels", f"Notebook.interact(() -> 1, {made}, {which});")
    boxes = [label.bounding_box() for label in hand.area.locator(".widget-label:visible").all()]
    ends = [box["x"] + box["width"] for box in boxes]
    long = ends.pop(labels.index(labels[-1]))
    assert len(ends) == len(labels) and max(ends) - min(ends) < 1 < long - ends[0], (ends, long)
    assert_whole_labels(hand)


def assert_whole_labels(hand: Hand) -> None:
    for label in hand.area.locator(".widget-label:visible").all():
        assert label.evaluate("e => e.scrollWidth <= e.clientWidth"), label.inner_text()


def test_play_moves_its_slider_and_the_drawing(lab, server):
    hand = shown(
        lab, server, "play",
        'Play step = Play.of("step", 0, 5).every(Duration.ofMillis(50));',
        'Notebook.interact(() -> "now " + step.value(), step);',
    )
    assert hand.drawing_follows() == 0
    hand.area.locator(".widget-play button").first.click()
    hand.draws("now 5")
    wait_for("the slider at its end", hand.readout, lambda seen: seen == "5")


def test_tabs_show_one_picture_at_a_time(lab, server):
    shown(
        lab, server, "tabs",
        'Map<String, Object> both = new LinkedHashMap<>();\nboth.put("text", "first tab");\n'
        'both.put("table", new int[] {7, 8, 9});\nTabs tabs = Tabs.of(both);',
        "Notebook.show(tabs);", "tabs.value()",
    )
    hand = Hand(lab, 2)
    assert "first tab" in hand.area.inner_text()
    hand.area.get_by_text("table", exact=True).click()
    wait_for("the second tab", hand.area.inner_text, lambda seen: "7 8 9" in seen and "first tab" not in seen)
    lab.run_cell(3)
    assert lab.text(3) == "table"


def test_live_demo_obeys_its_slider_while_it_runs(lab, server):
    shown(
        lab, server, "obeys", CORES,
        'LiveDisplay live = Notebook.live("");\nNotebook.show(cores);\n'
        'Demo demo = Notebook.demo("obeys", () -> { for (int i = 0; ; i++) {\n'
        '  live.update("frame " + i + " at " + cores.value());\n  Thread.sleep(20);\n} });',
        "demo.isRunning()",
    )
    hand = Hand(lab, 2)
    hand.drag(0.5)
    wait_for("the demo at the slider's value", lambda: (hand.area.inner_text(), hand.readout()), lambda s: f"at {s[1]}" in s[0])
    assert 24 <= int(hand.readout()) <= 40
    lab.run_cell(3)
    assert lab.text(3) == "true"
    lab.interrupt()
    wait_for("the end of the demo", hand.area.inner_text, lambda seen: "stopped" in seen)


def test_picture_fills_the_width_and_follows_the_theme(lab, server):
    shown(
        lab, server, "picture", CORES + "\nimport org.knowm.xchart.*;",
        "XYChart draw() {\n  XYChart chart = new XYChartBuilder().width(800).height(500).build();\n"
        '  chart.addSeries("n", new double[] {1, 2}, new double[] {0, cores.value()});\n  return chart;\n}',
        "Notebook.interact(() -> draw(), cores);", "Notebook.show(draw());",
    )
    hand = Hand(lab, 3)
    lab.page.set_viewport_size({"width": 900, "height": 2000})
    inside = hand.area.locator("svg.ilk").last
    alone = lab.output_area(4).locator("svg.ilk").last
    alone.wait_for()
    width = "e => e.getBoundingClientRect().width"
    # Lab keeps 20 pixels free to the right of what it shows as HTML itself.
    assert inside.evaluate(width) == pytest.approx(alone.evaluate(width), abs=25)
    assert inside.evaluate(width) < 800, "it shrinks with the page"
    ink = "e => getComputedStyle(e.querySelector('text')).fill"
    for theme in ("light", "dark"):
        lab.theme(theme)
        assert inside.evaluate(ink) == alone.evaluate(ink), theme


def test_cell_run_again_leaves_one_widget(lab, server):
    shown(lab, server, "again", CORES, INTERACT, '"known"')
    for _ in range(3):
        lab.run_cell(2)
    assert lab.page.locator(f"{PANEL} .noUi-handle").count() == 1
    hand = Hand(lab, 2)
    hand.press("ArrowRight")
    hand.draws("now 9")


def test_exported_page_shows_values_and_drawing(lab, server):
    path = notebook(server.folder, "export", IMPORTS, CORES, INTERACT)
    lab.open(path)
    lab.run_all()
    lab.save()
    wait_for("the saved outputs", lambda: exported(server.folder / path), lambda p: "now 8" in p)
    file = server.folder / "scratch" / "export.html"
    file.write_text(exported(server.folder / path), encoding="utf-8")
    lab.page.goto(file.as_uri())
    seen = lab.page.locator("body").inner_text()
    assert "cores 8" in seen and "now 8" in seen


def exported(path) -> str:
    """The page that `./interlock export` makes of a notebook with outputs."""
    code = (
        "import sys, nbformat; from pathlib import Path; from notebook_page import html; "
        "path = Path(sys.argv[1]); sys.stdout.write(html(nbformat.read(path, 4), path, []))"
    )
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    done = subprocess.run(
        [python, "-c", code, str(path)], capture_output=True, check=True,
        cwd=ROOT / "launcher" / "inside", env=os.environ | {"PYTHONUTF8": "1"},
    )
    return done.stdout.decode("utf-8")
