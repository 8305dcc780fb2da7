"""One JupyterLab page as a learner sees it, with the few things that a test does to it.

What a learner clicks is clicked (menus, toolbar); what only a test asks (statuses, the notebook's
model) is read from the application object that the server exposes to the page.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page

import questions
from deadline import wait_for
from lab_server import LabServer

PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


class LabPage:
    def __init__(self, page: Page, server: LabServer):
        self.page = page
        page.set_default_timeout(20_000)
        self.server = server
        self.console_errors: list[str] = []
        self.foreign_requests: list[str] = []
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("request", self._note_request)

    def open(self, notebook: str) -> None:
        """Opens a notebook and waits until its kernel answers."""
        self.page.goto(self.server.address(notebook))
        self.wait_ready()

    def reload(self) -> None:
        self.page.reload()
        self.wait_ready()

    def wait_ready(self, seconds: float = 60) -> None:
        self.page.locator(f"{PANEL} .jp-Notebook").wait_for(timeout=seconds * 1000)
        self.wait_kernel(seconds)

    def wait_kernel(self, seconds: float = 60) -> None:
        """Waits until the kernel has answered and is not busy."""
        wait_for("a kernel that answers", self._kernel_answer, lambda a: a == "answers", seconds)
        free = {"idle", "unknown"}
        wait_for("a kernel that is free", self.kernel_status, free.__contains__, seconds)

    def path(self) -> str | None:
        """The path of the notebook in front."""
        return self.page.evaluate(
            "() => window.jupyterapp?.shell.currentWidget?.context?.path ?? null"
        )

    def kernel_status(self) -> str | None:
        return self.page.evaluate(questions.KERNEL)

    def cells(self) -> list[dict]:
        """Every cell: index, type, source, outputs."""
        return self.page.evaluate(questions.CELLS)

    def outputs(self, index: int) -> list[dict]:
        """The outputs of one cell, as they stand in a notebook file."""
        return self.page.evaluate(
            "index => window.jupyterapp.shell.currentWidget.content.widgets[index]"
            ".model.outputs.toJSON()",
            index,
        )

    def text(self, index: int) -> str:
        """The text of a cell's streams and plain results."""
        parts = []
        for output in self.outputs(index):
            found = output.get("text") or output.get("data", {}).get("text/plain", "")
            parts.append("".join(found))
        return "".join(parts)

    def error_outputs(self) -> list[str]:
        """Every error in the notebook, with the first line of its cell."""
        return self.page.evaluate(questions.ERRORS)

    def menu(self, top: str, item: str) -> None:
        """Clicks an entry of the menu bar."""
        self.page.locator(f'#jp-MainMenu .lm-MenuBar-item:has-text("{top}")').click()
        label = re.compile(rf"^{re.escape(item)}")
        entry = self.page.locator(".lm-Menu .lm-Menu-itemLabel").filter(has_text=label)
        entry.first.click()

    def run_all(self, seconds: float = 90) -> None:
        """Clicks Run All Cells and waits until every cell has run, or one has failed."""
        before = self.start_run_all()

        def unfinished() -> list[str]:
            # Between two cells nothing runs and the kernel is idle: only the counts tell the end.
            cells = self._progress()
            waiting = [c["source"] for c, old in zip(cells, before) if c["count"] in (None, old)]
            return [] if self.error_outputs() else waiting

        wait_for("every cell has run", unfinished, lambda seen: not seen, seconds)
        self.wait_done(seconds)

    def start_run_all(self) -> list:
        """Clicks Run All Cells; answers the execution counts before."""
        before = self._counts()
        self.menu("Run", "Run All Cells")
        self._wait_started(before)
        return before

    def start_cell(self, index: int) -> None:
        """Selects a code cell and clicks the toolbar's Run button."""
        before = self._counts()
        self._select(index)
        self._toolbar("notebook:run-cell-and-select-next").click()
        self._wait_started(before)

    def run_cell(self, index: int, seconds: float = 60) -> None:
        self.start_cell(index)
        self.wait_done(seconds)

    def wait_done(self, seconds: float = 90) -> None:
        """Waits until no cell runs and the kernel is idle."""


        def unfinished() -> list[str]:
            running = [cell["source"] for cell in self._progress() if cell["running"]]
            status = self.kernel_status()
            return running if status == "idle" else [f"kernel {status}", *running]

        wait_for("all cells done", unfinished, lambda seen: not seen, seconds)

    def interrupt(self) -> None:
        """Clicks the toolbar's stop button."""
        self._toolbar("notebook:interrupt-kernel").click()

    def restart(self) -> None:
        """Clicks the toolbar's restart button, agrees, and waits for the new kernel."""
        self._toolbar("notebook:restart-kernel").click()
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")
        wait_for("a restart", self.kernel_status, lambda seen: seen != "idle", 20, every=0.01)
        self.wait_kernel()

    def save(self) -> None:
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")

    def theme(self, name: str) -> None:
        """Switches to the theme `light` or `dark` and waits until the page shows it."""
        self.page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})",
            THEMES[name],
        )
        shown = f'body[data-jp-theme-name="{THEMES[name]}"]'
        self.page.locator(shown).wait_for(state="attached")

    def cell(self, index: int) -> Locator:
        return self.page.locator(f"{PANEL} .jp-Cell").nth(index)

    def output_area(self, index: int) -> Locator:
        return self.cell(index).locator(".jp-Cell-outputArea")

    def screenshot(self, file: Path) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(file))
        return file

    def _kernel_answer(self) -> str | None:
        return self.page.evaluate(questions.ANSWERS, 500)

    def _select(self, index: int) -> None:
        self.page.evaluate(
            """async index => {
              const notebook = window.jupyterapp.shell.currentWidget.content;
              notebook.activeCellIndex = index;
              await notebook.scrollToItem(index);
            }""",
            index,
        )

    def _toolbar(self, command: str) -> Locator:
        return self.page.locator(f'{PANEL} .jp-NotebookPanel-toolbar [data-command="{command}"]')

    def _wait_started(self, before: list) -> None:
        wait_for("a cell runs", lambda: self._any_running() or self._counts() != before, seconds=20)

    def _any_running(self) -> bool:
        return any(cell["running"] for cell in self._progress())

    def _counts(self) -> list:
        return [cell["count"] for cell in self._progress()]

    def _progress(self) -> list[dict]:
        return self.page.evaluate(questions.PROGRESS)

    def _note_console(self, message) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_request(self, request) -> None:
        if not request.url.startswith((self.server.url, "data:", "blob:")):
            self.foreign_requests.append(request.url)
