"""One JupyterLab server for the whole run, one fresh page for each test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import chromium
import lab_server
from lab_page import LabPage
from screenshots import picture_viewport, uncluttered

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
VIEWPORT = {"width": 1280, "height": 900}



@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.when == "call":
        item.failed_in_call = report.failed


@pytest.fixture(scope="session")
def browser():
    executable = chromium.find()
    if executable is None:
        pytest.skip(chromium.MISSING)
    with chromium.launched(executable) as running:
        yield running


@pytest.fixture(scope="session")
def server(browser):
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    notebooks = ROOT / "notebooks"
    with lab_server.running(python, notebooks if notebooks.is_dir() else None) as running:
        yield running


@pytest.fixture(scope="session")
def whole_server(browser):
    """A server whose notebooks draw every cell at once, for pictures of all of one."""
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python, ROOT / "notebooks", lab_server.WHOLE_NOTEBOOK) as running:
        yield running


@pytest.fixture
def lab(browser, server, request):
    """A page of the server; a failing test leaves its picture and names the file."""
    yield from _page(browser, server, request, VIEWPORT)


@pytest.fixture
def whole_lab(browser, whole_server, request):
    """A page, tall and without side bars, whose notebooks draw every cell."""
    yield from _page(browser, whole_server, request, picture_viewport(1280))


def _page(browser, server, request, viewport):
    context = browser.new_context(viewport=viewport)
    page = LabPage(context.new_page(), server)
    try:
        yield page
    finally:
        if getattr(request.node, "failed_in_call", False):
            _keep_picture(page, request)
        context.close()
        server.stop_kernels()


def _keep_picture(page: LabPage, request) -> None:
    name = request.node.name.translate(str.maketrans("[]/ ", "____"))
    folder = ROOT / ".interlock" / "test-failures"
    try:
        file = page.screenshot(folder / f"{name}.png")
        print(f"what the browser showed: {file}")
    except Exception as broken:  # the browser itself may be what failed
        print(f"no picture of the failure: {broken}")
    print("console errors:", page.console_errors)
    print("JupyterLab's log ends:", page.server.log.read_text(errors="replace")[-1500:])
