"""What a cell prints or shows arrives whole, and as text."""

import hashlib

import pytest

import cells
from frames import FrameCounter
from scratch import notebook, printed, saved

LONG = [
    pytest.param(cells.MANY_PRINTLNS, cells.PRINTLNS_TEXT, id="100,000 printlns"),
    pytest.param(cells.ONE_PRINT, cells.ONE_PRINT_TEXT, id="10 MB in one print"),
]


@pytest.mark.parametrize("source, expected", LONG)
def test_long_output_arrives_whole_and_is_saved(lab, server, source, expected):
    path = notebook(server.folder, "long-output", source, '"the next cell answers"')
    lab.open(path)
    lab.run_all(120)
    assert_same(lab.text(0), expected)
    assert "the next cell answers" in lab.text(1)
    lab.save()
    assert_same(printed(saved(server.folder, path)["cells"][0]["outputs"]), expected)


def test_live_chart_moves_while_the_cell_runs(lab, server):
    path = notebook(
        server.folder, "live", cells.LIVE_IMPORTS, cells.LIVE_CHART, cells.live_loop(5)
    )
    lab.open(path)
    lab.run_cell(0)
    lab.run_cell(1)
    frames = FrameCounter(lab.cell(1))
    lab.run_cell(2)
    seen = frames.stop()
    print(f"live chart: {seen.per_second():.0f} frames/s of {lab.text(2)} updates")
    assert lab.error_outputs() == []
    assert seen.states >= 10, f"{seen.states} different pictures"


def test_markup_in_a_table_cell_is_shown_as_text(lab, server):
    hostile = "<script>window.pwned=1</script>"
    fetching = "<img src=x onerror='pwned=2'>"
    path = notebook(
        server.folder,
        "hostile",
        "import interlock.notebook.Notebook;\nimport tech.tablesaw.api.*;",
        f'String script = "{hostile}";\nString image = "{fetching}";',
        "Notebook.show(Table.create(script, StringColumn.create(script, script, image)));",
        "Notebook.show(new String[][] {{script, image}});",
        "Notebook.show(script + image);",
    )
    lab.open(path)
    lab.run_all()
    assert lab.error_outputs() == []
    for cell in (2, 3, 4):
        shown = lab.output_area(cell).inner_text()
        assert hostile in shown and fetching in shown, f"cell {cell}"
    assert lab.page.evaluate("() => window.pwned ?? null") is None
    assert lab.page.locator(".jp-OutputArea-output :is(script, img)").count() == 0


def test_reload_keeps_outputs(lab, server):
    show = "Notebook.show(chart);"
    path = notebook(
        server.folder, "reload", 'System.out.println("kept");', "20 + 3",
        cells.LIVE_IMPORTS, cells.LIVE_CHART, show,
    )
    lab.open(path)
    lab.run_all()
    lab.save()
    lab.reload()
    assert lab.text(0) == "kept\n"
    assert lab.text(1) == "23"
    assert lab.output_area(0).inner_text().strip() == "kept"
    for cell in (3, 4):
        lab.output_area(cell).locator("svg").first.wait_for()
    assert lab.error_outputs() == lab.console_errors == []


def assert_same(seen: str, expected: str) -> None:
    """Equality of long texts without printing them."""
    assert len(seen) == len(expected), f"{len(seen):,} of {len(expected):,} characters arrived"
    assert hashlib.sha256(seen.encode()).digest() == hashlib.sha256(expected.encode()).digest()
