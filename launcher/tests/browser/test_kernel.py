"""Restart and interrupt from Lab's own buttons; nothing goes on computing behind the learner."""

import pytest

import processes
from load import needs_proc, now_quiet, still_busy
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

ENDLESS = "long n = 0;\nwhile (true) n++;"


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
def test_restart_ends_endless_loops_and_children(lab, server):
    demo = BUSY["a demo on child JVMs"]
    lab.open(notebook(server.folder, "children", IMPORTS, demo, ENDLESS))
    lab.run_cell(0)
    lab.run_cell(1)
    still_busy(server, "a demo on child JVMs", children=2)
    lab.start_cell(2)
    lab.restart()
    now_quiet(server, "the kernel after its restart")
    assert server.kernel_children() == []
    running = processes.marked(server.mark).values()
    # The new kernel's guard comes a moment after the kernel.
    others = [line for line in running if not line.endswith("interlock-guard")]
    assert len(others) == 2, "more than JupyterLab and the new kernel"


@needs_proc
def test_stop_button_ends_an_endless_loop(lab, server):
    lab.open(notebook(server.folder, "endless", '"it answers"', ENDLESS))
    # A kernel that starts computes, too: the loop has to be what is busy.
    lab.run_cell(0)
    lab.start_cell(1)
    still_busy(server, "an endless loop")
    lab.interrupt()
    now_quiet(server, "an endless loop")
    assert "interrupted" in str(lab.outputs(1))
    lab.run_cell(0)
    assert lab.text(0) == "it answers"
