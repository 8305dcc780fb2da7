"""Exported pages in Chromium, opened from a file, with every network refused."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import lessons
from scratch import notebook
from test_gate import CORES, IMPORTS, LOCK

SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 380, "height": 800}}
WIDTH = "() => [document.documentElement.scrollWidth, window.innerWidth]"
BACKGROUND = "() => getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A small course, exported as the command does it."""
    course, to = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("pages")
    first = course / notebook(course, "a", IMPORTS, CORES, LOCK, "show(new int[][] {{1, 2}, {3, 4}});")
    second = course / notebook(course, "b", "1 + 1")
    content = json.loads(first.read_text("utf-8"))
    content["cells"][1]["metadata"]["jupyter"] = {"source_hidden": True}
    prose = "See [b](b.ipynb) and [start-up](../glossary.md#start-up)."
    content["cells"].insert(0, {"id": "p", "cell_type": "markdown", "metadata": {}, "source": prose})
    first.write_text(json.dumps(content), "utf-8")
    (course / "glossary.md").write_text((lessons.NOTEBOOKS / "glossary.md").read_text("utf-8"), "utf-8")
    script = lessons.ROOT / "launcher" / "inside" / "run_notebooks.py"
    command = [os.environ["INTERLOCK_PYTHON"], script, course, course / "log", "--html", to, first, second]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True)
    assert [json.loads(line)["result"] for line in done.stdout.splitlines()] == ["passed", "passed"]
    return to / "scratch"


@pytest.fixture
def open_page(browser, folder):
    """Opens a page without network; answers the page, and fails if it asks for anything."""
    asked, contexts = [], []

    def opened(name: str, **options):
        contexts.append(browser.new_context(offline=True, **options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: asked.append(str(error)))
        page.goto((folder / name).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def said(page, gate: int = 0) -> list[str]:
    texts = page.locator(".ilk.gate").nth(gate).locator(".said").all_inner_texts()
    return [" ".join(text.split()) for text in texts]


def test_gates_work_by_click_and_by_keyboard(open_page):
    page = open_page("a.html")
    assert said(page) == ["", "", ""]
    page.locator(".ilk.gate").first.locator("label", has_text="doubles").click()
    assert said(page)[0].startswith("✗ not this one Only until") and said(page)[1] == "✓ right"
    assert said(page, 1) == ["", ""]
    page.locator(".ilk.gate").nth(1).locator(".key").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert said(page, 1) == ["", "✓ right Yes. The lock lets one run at a time."]
    page.keyboard.press("Enter")
    assert page.url.endswith("/a.html")


def test_hidden_sources_stay_hidden_and_others_are_shown(open_page):
    text = open_page("a.html").locator("main").inner_text()
    assert '"past-the-cores"' not in text and '"the-lock"' in text
    assert "int[2][2]" in text or "(2, 2)" in text or "2 × 2" in text, text[-400:]


def test_links_lead_to_the_other_pages_and_to_the_glossary(open_page):
    page = open_page("a.html")
    page.locator("a", has_text="start-up").click()
    page.wait_for_url("**/glossary.html#start-up")
    assert page.locator("#start-up").is_visible()
    page.go_back()
    page.locator("a", has_text="b").first.click()
    page.wait_for_url("**/b.html")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_page_follows_theme_and_width(open_page, theme, size):
    page = open_page("a.html", color_scheme=theme, viewport=SIZES[size])
    page.locator("label", has_text="doubles").click()
    light = sum(int(n) for n in page.evaluate(BACKGROUND).strip("rgb()").split(",")[:3]) > 380
    assert light == (theme == "light"), page.evaluate(BACKGROUND)
    wide, window = page.evaluate(WIDTH)
    assert wide <= window
    if shots := os.environ.get("INTERLOCK_SCREENSHOTS"):
        page.screenshot(path=str(Path(shots) / f"export-{theme}-{size}.png"), full_page=True)


def test_paper_is_light_even_for_a_dark_system(open_page):
    page = open_page("a.html", color_scheme="dark")
    page.emulate_media(media="print")
    ink = "() => getComputedStyle(document.querySelector('.ilk.gate')).color"
    assert sum(int(n) for n in page.evaluate(ink).strip("rgb()").split(",")[:3]) < 200
