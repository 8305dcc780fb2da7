"""What a learner has run is on the map; the glossary opens rendered, at its term."""

from __future__ import annotations

import json

import lessons
from deadline import wait_for
from lab_page import PANEL

MAP = "import interlock.notebook.lesson.*;\nimport interlock.talk.*;\nimport interlock.view.*;\nimport java.nio.file.Path;"
DRAW = 'CourseMap.of(Syllabus.talks(), Syllabus.coverage(Path.of(".")), Visited.table(Path.of(".")))'


def write(server, name, cells, text=""):
    """A small notebook beside the lessons, with a section that the map knows."""
    codes = [
        {"id": identity, "cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
        for identity, source in cells.items()
    ]
    prose = [{"id": "prose", "cell_type": "markdown", "metadata": {}, "source": text}] if text else []
    metadata = {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}}
    metadata["interlock"] = {"talk": "talk0", "sections": ["0.1"], "title": "Try", "minutes": 1}
    content = {"cells": prose + codes, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (server.folder / "map").mkdir(exist_ok=True)
    (server.folder / "map" / name).write_text(json.dumps(content), "utf-8")
    return f"map/{name}"


def test_map_shows_what_was_run_without_an_error_and_remembers_it(lab, server):
    path = write(server, "01-try.ipynb", {"imports": MAP, "fails": "int x = nothing;", "draw": DRAW})
    lab.open(path)
    for cell in (0, 1, 2):
        lab.run_cell(cell)
    assert "◐ 1 of 3 cells run" in lab.output_area(2).inner_text()
    lab.run_cell(2)
    assert "◐ 2 of 3 cells run" in lab.output_area(2).inner_text()
    kept = server.folder.parent / "state" / "learner" / "visited.json"
    wait_for("the marks", lambda: kept.is_file() and "draw" in kept.read_text("utf-8"), bool)

    lab.restart()
    lab.run_cell(0)
    lab.run_cell(2)

    assert "◐ 2 of 3 cells run" in lab.output_area(2).inner_text()
    assert lab.output_area(2).locator(".ilk.map a").first.evaluate("a => a.tabIndex") == 0


def test_glossary_opens_rendered_at_its_term(lab, server):
    (server.folder / "glossary.md").write_text((lessons.NOTEBOOKS / "glossary.md").read_text("utf-8"), "utf-8")
    for name in ("start-up", "amdahls-law"):
        path = write(server, f"{name}.ipynb", {"one": "1"}, f"A [word](../glossary.md#{name}).")
        lab.open(path)
        lab.page.locator(f"{PANEL} a", has_text="word").click()
        page = lab.page.locator(".jp-MarkdownViewer:visible")
        page.locator("h2").first.wait_for()
        title = page.locator("h2", has_text="start-up" if name == "start-up" else "Amdahl")
        wait_for("the term in view", lambda: in_view(title.first, page), bool)


def in_view(title, page) -> bool:
    place, frame = title.bounding_box(), page.bounding_box()
    return bool(place) and frame["y"] - 5 <= place["y"] < frame["y"] + frame["height"] / 2
