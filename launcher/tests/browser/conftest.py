"""One JupyterLab server for the whole run, one fresh page for each test."""

from __future__ import annotations

import os
import secrets
import sys

import pytest

import chromium
import lab_server
import lessons
import processes
from deadline import wait_for
from lab_page import LabPage

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
    mark = secrets.token_hex(8)
    with chromium.launched(executable, os.environ | {processes.MARK: mark}) as running:
        yield running
    if processes.AVAILABLE:
        wait_for("Chromium to end", lambda: processes.marked(mark), lambda left: not left)


@pytest.fixture(scope="session")
def server(browser):
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python, lessons.NOTEBOOKS) as running:
        yield running


@pytest.fixture
def lab(browser, server, request):
    """A page of the server; a failing test leaves its picture and names the file."""
    context = browser.new_context(viewport=VIEWPORT)
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
    folder = lessons.ROOT / ".interlock" / "test-failures"
    try:
        file = page.screenshot(folder / f"{name}.png")
        print(f"what the browser showed: {file}")
    except Exception as broken:  # the browser itself may be what failed
        print(f"no picture of the failure: {broken}")
    print("console errors:", page.console_errors)
    print("JupyterLab's log ends:", page.server.log.read_text(errors="replace")[-1500:])
