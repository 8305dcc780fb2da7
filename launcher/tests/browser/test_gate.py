"""Prediction gates in a real Lab: chosen by mouse and by keyboard, several in one page."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from deadline import wait_for
from lab_page import PANEL, THEMES
from scratch import notebook

IMPORTS = "import static interlock.notebook.Notebook.*;"
CORES = '''gate("past-the-cores", """
    You double the number of threads past the cores. The *speedup* …
    - doubles each time. | Only until the cores are busy. A thread is not a core.
    + grows to about the number of cores, then stays. | Yes. More threads take turns.
    - `falls` at once. | Only a little: these threads share nothing.
    """)'''
LOCK = '''gate("the-lock", """
    Two threads of CPython count. Together they take …
    - half as long. | They would, if both could run at once.
    + as long as one, or longer. | Yes. The lock lets one run at a time.
    """)'''


def gate(lab, cell):
    return lab.output_area(cell).locator(".ilk.gate")


def verdicts(lab, cell):
    """Each option's verdict and reason as they are seen, in order; empty where nothing is."""
    said = gate(lab, cell).locator(".live .said")
    return [" ".join(text.split()) for text in said.all_inner_texts()]


@pytest.fixture
def gates(lab, server):
    """A notebook that shows one gate twice and another once."""
    lab.open(notebook(server.folder, "gates", IMPORTS, CORES, CORES, LOCK))
    lab.run_all()
    assert lab.error_outputs() == []
    for cell in (1, 2, 3):
        gate(lab, cell).locator("fieldset").wait_for()
    return lab


def test_a_click_shows_the_reason_and_which_is_right(gates):
    assert verdicts(gates, 1) == ["", "", ""]

    gate(gates, 1).locator("label", has_text="doubles each time").click()

    assert verdicts(gates, 1) == [
        "✗ not this one Only until the cores are busy. A thread is not a core.", "✓ right", "",
    ]
    assert verdicts(gates, 2) == ["", "", ""] and verdicts(gates, 3) == ["", ""]

    gate(gates, 1).locator(".key").nth(1).click(force=True)
    assert verdicts(gates, 1) == ["", "✓ right Yes. More threads take turns.", ""]
    pictures(gates, "gate")
    assert gates.console_errors == [] and gates.foreign_requests == []


def test_the_keyboard_chooses_and_stays_in_the_gate(gates):
    keyboard = gates.page.keyboard
    first = gate(gates, 1).locator(".key").first
    first.focus()
    keyboard.press("Space")
    assert verdicts(gates, 1)[0].startswith("✗ not this one")
    keyboard.press("ArrowDown")
    assert verdicts(gates, 1) == ["", "✓ right Yes. More threads take turns.", ""]
    address = gates.page.url
    keyboard.press("Enter")
    keyboard.press("ArrowDown")
    assert verdicts(gates, 1)[2].startswith("✗ not this one")
    assert gates.page.url == address
    active = "() => window.jupyterapp.shell.currentWidget.content.mode"
    assert gates.page.evaluate(active) == "command"
    assert gates.page.evaluate("() => document.activeElement.type") == "radio"


def test_after_a_click_shift_enter_still_runs_cells(gates):
    gate(gates, 2).locator("label", has_text="doubles each time").click()
    before = gates._counts()
    gates.page.keyboard.press("Shift+Enter")
    wait_for("a cell runs", gates._counts, lambda counts: counts != before, 10)
    assert verdicts(gates, 1) == ["", "", ""]


def test_a_screen_reader_hears_question_options_and_reason(gates):
    heard = gate(gates, 1).locator("form").aria_snapshot()
    assert 'group "Predict You double' in heard or 'group "Predict: You double' in heard, heard
    assert heard.count("- radio") == 3 and "A thread is not a core" not in heard, heard

    gate(gates, 1).locator(".key").first.focus()
    gates.page.keyboard.press("Space")

    assert "A thread is not a core" in gate(gates, 1).locator("form").aria_snapshot()


def test_a_gate_of_two_cells_is_one_sentence_and_the_notebook_goes_on(lab, server):
    other = CORES.replace("You double", "You halve")
    lab.open(notebook(server.folder, "clash", IMPORTS, CORES, other, "1 + 1"))
    lab.run_all()
    assert lab.error_outputs() == []
    assert "Two gates have the id past-the-cores" in lab.output_area(2).inner_text()
    assert lab.text(3) == "2"

    edit(lab, 1, other)
    lab.run_cell(1)

    gate(lab, 1).locator("fieldset").wait_for()
    assert "You halve" in lab.output_area(1).inner_text()


def test_an_untrusted_notebook_folds_the_answers_away(lab, server):
    path = notebook(server.folder, "untrusted", IMPORTS, CORES)
    lab.open(path)
    lab.run_all()
    lab.save()
    file = Path(server.folder / path)
    saved = wait_for("the saved file", lambda: json.loads(file.read_text()), lambda n: n["cells"][1]["outputs"])
    stranger = file.with_name("stranger.ipynb")
    stranger.write_text(json.dumps(saved).replace("You double", "You double, again,"), "utf-8")

    lab.open("scratch/stranger.ipynb")

    area = gate(lab, 1)
    area.wait_for()
    assert not area.locator("form.live").is_visible()
    assert area.locator("summary").is_visible()
    assert "doubles each time" in area.inner_text() and "not a core" not in area.inner_text()
    area.locator("summary").click()
    assert "A thread is not a core" in area.inner_text()


def test_a_hidden_source_runs_and_stays_hidden(lab, server):
    path = notebook(server.folder, "hidden", IMPORTS, CORES, "1 + 1")
    file = Path(server.folder / path)
    content = json.loads(file.read_text())
    content["cells"][1]["metadata"]["jupyter"] = {"source_hidden": True}
    file.write_text(json.dumps(content))
    lab.open(path)
    lab.run_all()
    lab.run_cell(1)
    gate(lab, 1).locator("fieldset").wait_for()
    assert "A thread is not a core" not in lab.cell(1).inner_text()
    assert lab.text(2) == "2"


def edit(lab, cell, source):
    lab.page.evaluate(
        "([cell, source]) => window.jupyterapp.shell.currentWidget.content.widgets[cell]"
        ".model.sharedModel.setSource(source)",
        [cell, source],
    )


def pictures(lab, name):
    """Screenshots in both themes, for a person to look at."""
    folder = os.environ.get("INTERLOCK_SCREENSHOTS")
    for theme in THEMES if folder else ():
        lab.theme(theme)
        lab.page.locator(PANEL).screenshot(path=f"{folder}/{name}-{theme}.png")
