"""Runs notebooks with the real runner, on the environment's Python kernel: it starts quickly."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from conftest import alive, first_line, linux_only

PYTHON = os.environ.get("INTERLOCK_PYTHON")
pytestmark = pytest.mark.skipif(
    not PYTHON, reason="no prepared environment: run by ./interlock test"
)


def _notebook(path: Path, *cells: str, **interlock) -> Path:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    spec = {"name": "python3", "display_name": "Python", "language": "python"}
    path.write_text(
        json.dumps(
            {
                "nbformat": 4,
                "nbformat_minor": 5,
                "metadata": {"kernelspec": spec, "interlock": interlock},
                "cells": [
                    {**cell, "id": f"c{i}", "source": source} for i, source in enumerate(cells)
                ],
            }
        )
    )
    return path


@pytest.fixture
def run(house, tmp_path):
    """Runs one notebook; returns its result. Options go to the runner."""

    def start(path: Path, *options: str) -> subprocess.Popen:
        script = house.launcher / "inside" / "run_notebooks.py"
        return subprocess.Popen(
            [PYTHON, script, tmp_path, tmp_path / "log" / "kernels.log", *options, path],
            stdout=subprocess.PIPE,
            text=True,
        )

    def result(path: Path, *options: str) -> dict:
        return json.loads(start(path, *options).communicate()[0])

    result.start = start
    return result


def test_passing_notebook_is_timed_weighed_and_left_as_it_was(run, tmp_path):
    path = _notebook(
        tmp_path / "a.ipynb", "block = bytearray(b'x' * 80_000_000)\nimport time; time.sleep(.3)"
    )
    before = path.read_bytes()
    result = run(path, "--save", str(tmp_path / "kept"), "--html", str(tmp_path / "pages"))
    assert result["result"] == "passed"
    assert result["seconds"] >= 0.3
    assert 80_000_000 < result["peak_bytes"] < 800_000_000
    assert path.read_bytes() == before
    assert (
        json.loads((tmp_path / "kept" / "a.ipynb").read_text())["cells"][0]["execution_count"] == 1
    )
    _needs_no_network((tmp_path / "pages" / "a.html").read_text())


def _needs_no_network(page: str) -> None:
    for asks in (
        'src="http',
        "src='http",
        'src=""',
        "import(",
        '<link rel="stylesheet"',
        "url(http",
    ):
        assert asks not in page


def test_failing_cell_is_named_with_its_message(run, tmp_path):
    result = run(_notebook(tmp_path / "a.ipynb", "x = 1", "\nraise ValueError('no <b>good</b>')"))
    assert (result["result"], result["cell"]) == ("failed", 2)
    assert result["code"].startswith("raise ValueError")
    assert "no <b>good</b>" in result["message"]


def test_budget_ends_an_endless_cell(run, tmp_path):
    result = run(_notebook(tmp_path / "a.ipynb", "import time; time.sleep(600)", budget_seconds=1))
    assert result["result"] == "failed"
    assert "budget of 1 s" in result["message"]


@linux_only
def test_dead_kernel_is_told(run, tmp_path):
    result = run(_notebook(tmp_path / "a.ipynb", "import os; os._exit(3)"))
    assert (result["cell"], result["message"]) == (1, "the kernel died")


LEAVES_A_CHILD = """import subprocess
child = subprocess.Popen(["sleep", "600"], start_new_session=True)
open("pid", "w").write(str(child.pid))"""


@linux_only
def test_child_in_a_session_of_its_own_does_not_outlive_the_run(run, tmp_path):
    run(_notebook(tmp_path / "a.ipynb", LEAVES_A_CHILD))
    assert not alive(int((tmp_path / "pid").read_text()))


@linux_only
def test_stopped_run_leaves_no_kernel(run, tmp_path):
    code = """import os, time
print(os.getpid(), file=open("told", "w"), flush=True)
time.sleep(600)"""
    running = run.start(_notebook(tmp_path / "a.ipynb", code))
    kernel = int(first_line(tmp_path / "told", running))
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 130
    assert not alive(kernel)


PROSE = """- **yes.** <details><summary>Why</summary>It is [there](b.ipynb#end), [gone](c.ipynb).</details>
- A [word](glossary.md#word), <a href='a.answers.md'>answers</a>, [others](b.answers.md).

![dot](dot.gif) <img src="dot.gif" alt="again"> [away](https://example.org/x.ipynb)"""


def test_page_keeps_folds_embeds_pictures_and_links_to_pages(run, tmp_path):
    path = _notebook(tmp_path / "a.ipynb")
    notebook = json.loads(path.read_text())
    notebook["cells"] = [{"id": "p", "cell_type": "markdown", "metadata": {}, "source": PROSE}]
    path.write_text(json.dumps(notebook))
    (tmp_path / "dot.gif").write_bytes(b"GIF89a")
    other = _notebook(tmp_path / "b.ipynb")
    for name in ("glossary.md", "a.answers.md"):
        (tmp_path / name).write_text("# Words\n\n## word\n\n[Back](a.ipynb)\n")
    run.start(path, "--html", str(tmp_path / "pages"), str(other)).communicate()
    page = (tmp_path / "pages" / "a.html").read_text()
    assert "<details><summary>Why</summary>It is" in page
    assert 'href="b.html#end"' in page
    assert 'href="glossary.html#word"' in page and 'href="a.answers.html"' in page
    assert '<a class="elsewhere">gone</a>' in page and '<a class="elsewhere">others</a>' in page
    assert 'href="https://example.org/x.ipynb"' in page
    assert page.count('src="data:image/gif;base64,R0lGODlh"') == 2
    words = (tmp_path / "pages" / "glossary.html").read_text()
    assert 'href="a.html"' in words and 'id="word"' in words and "<title>Words</title>" in words
    assert (tmp_path / "pages" / "a.answers.html").is_file()


def test_page_keeps_hidden_sources_hidden_and_shows_the_static_form_of_widgets(run, tmp_path):
    shows = """from IPython.display import display
display({"text/html": "<b>static form</b>", "application/vnd.jupyter.widget-view+json": {"model_id": "1"}}, raw=True)"""
    path = _notebook(tmp_path / "a.ipynb", "secret = 1 + 1", shows)
    notebook = json.loads(path.read_text())
    notebook["cells"][0]["metadata"]["jupyter"] = {"source_hidden": True}
    path.write_text(json.dumps(notebook))
    run(path, "--html", str(tmp_path / "pages"))
    page = (tmp_path / "pages" / "a.html").read_text()
    assert "secret" not in page
    assert "<b>static form</b>" in page and 'type="application/vnd' not in page


def test_page_follows_the_theme_of_the_readers_system(run, tmp_path):
    run(_notebook(tmp_path / "a.ipynb", "1 + 1"), "--html", str(tmp_path / "pages"))
    page = (tmp_path / "pages" / "a.html").read_text()
    assert "data-jp-theme-light=" not in page.partition("<body")[2].partition(">")[0]
    assert "prefers-color-scheme: dark" in page and 'content="light dark" name="color-scheme"' in page
