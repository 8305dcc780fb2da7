"""Restart and interrupt from Lab's own buttons; nothing goes on computing behind the learner."""

import pytest

import lessons
import processes
from deadline import wait_for
from scratch import notebook

IMPORTS = """\
import interlock.notebook.Notebook;
import interlock.parallel.*;"""

BUSY = {
    # A body that never waits and asks to be told.
    "a demo's own loop": (
        'Notebook.demo("spin", demo -> { while (!demo.isStopped()) Thread.onSpinWait(); });'
    ),
    "a demo on threads": """\
Notebook.demo("threads", () -> {
  while (true) Engines.named("platform threads").run(MonteCarloPi.task(50_000_000), 2);
});""",
    "a demo on child JVMs": """\
Notebook.demo("children", () -> {
  while (true) Engines.named("child JVMs").run(MonteCarloPi.task(50_000_000), 2);
});""",
    "a cell on threads": (
        'Engines.named("platform threads").run(MonteCarloPi.task(500_000_000_000L), 2);'
    ),
    "a cell on child JVMs": (
        'Engines.named("child JVMs").run(MonteCarloPi.task(500_000_000_000L), 2);'
    ),
}

needs_proc = pytest.mark.skipif(not processes.AVAILABLE, reason="no /proc to read CPU use from")


def test_restart_forgets_and_answers_again(lab, server):
    path = notebook(server.folder, "restart", "int kept = 41;", "kept + 1")
    lab.open(path)
    lab.run_all()
    assert lab.text(1) == "42"
    lab.restart()
    lab.run_cell(1)
    assert any("kept" in str(error) for error in lab.outputs(1)), lab.outputs(1)
    lab.run_cell(0)
    lab.run_cell(1)
    assert lab.text(1) == "42"


@needs_proc
def test_stop_button_ends_cpu_use_of_demos_and_cells(lab, server):
    sources = [IMPORTS, *BUSY.values(), '"it answers"']
    lab.open(notebook(server.folder, "busy", *sources))
    lab.run_cell(0)
    for index, what in enumerate(BUSY, start=1):
        lab.start_cell(index)
        children = 2 if "child JVMs" in what else 0
        still_busy(server, what, children)
        lab.interrupt()
        lab.wait_done(20)
        now_quiet(server, what)
        lab.run_cell(len(BUSY) + 1)
        assert lab.text(len(BUSY) + 1) == "it answers", what
        assert server.kernel_children() == [], f"{what}: left behind"


@needs_proc
def test_restart_leaves_no_child_behind(lab, server):
    lab.open(notebook(server.folder, "children", IMPORTS, BUSY["a demo on child JVMs"]))
    lab.run_all()
    still_busy(server, "a demo on child JVMs", children=2)
    lab.restart()
    assert server.kernel_children() == []
    assert len(processes.marked(server.mark)) == 2, "more than JupyterLab and the new kernel"


@needs_proc
def test_stop_button_ends_the_demo_of_the_start_notebook(lab, server):
    lab.open(f"notebooks/{lessons.START}")
    lab.run_all(120)
    still_busy(server, "the demo at the end")
    lab.interrupt()
    now_quiet(server, "the demo at the end")


def still_busy(server, what: str, children: int = 0) -> None:
    wait_for(
        f"{what}: {children} child processes",
        server.kernel_children,
        lambda seen: len(seen) >= children,
    )
    processes.wait_computing(what, server.kernel_processes)


def now_quiet(server, what: str) -> None:
    processes.wait_quiet(what, server.kernel_processes)
