"""Cells that would end, block or flood a kernel, on one kernel in one Lab, by a learner's hand.

After each of them the next cell answers, and what was printed around it stands in the page. Floods
of print are in test_output.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from lab_page import LabPage
from scratch import notebook, printed

LINES = 1000
PRINTS = f'for (int i = 1; i <= {LINES}; i++) System.out.println("line " + i);'
PRINTED = "".join(f"line {i}\n" for i in range(1, LINES + 1))
SAID = "Bad could not be shown"

SETUP = """\
import interlock.notebook.*;
import java.util.concurrent.CountDownLatch;
class Bad { public String toString() { throw new Error("on purpose"); } }
int deeper(int n) { return deeper(n + 1) + 1; }"""


@dataclass(frozen=True)
class Hostile:
    """What a cell does after its prints, and what the learner then reads below them."""

    act: str
    reads: str
    fails: bool = True


CASES = {
    "an exception": Hostile('throw new IllegalStateException("on purpose");', "on purpose"),
    "an Error in toString": Hostile("new Bad()", SAID, fails=False),
    "a stack overflow": Hostile("deeper(0)", "StackOverflowError"),
    "a full heap": Hostile(
        "{ var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 17]); }",
        "memory",
    ),
    "System.exit": Hostile("System.exit(3);", "(3) was not run"),
    "100,000 display updates": Hostile(
        "LiveDisplay live = Notebook.live(0);\nfor (int i = 1; i <= 100_000; i++) live.update(i);",
        "100000",
        fails=False,
    ),
    # They stay until the kernel ends.
    "1,000 threads": Hostile(
        "CountDownLatch begun = new CountDownLatch(1000);\n"
        "for (int i = 0; i < 1000; i++) Thread.ofPlatform().daemon().start(() -> {\n"
        '  System.out.println("thread"); begun.countDown();\n'
        "  while (true) try { Thread.sleep(600_000); } catch (InterruptedException e) { }\n});\n"
        "begun.await();",
        "thread\n" * 1000,
        fails=False,
    ),
}


@pytest.fixture(scope="module")
def hostile(browser, server):
    """A notebook of all cases: a set-up, then two cells a case, the hostile one and the next."""
    context = browser.new_context()
    lab = LabPage(context.new_page(), server)
    cells = [SETUP]
    for number, case in enumerate(CASES.values()):
        cells += [f"{PRINTS}\n{case.act}", f'"answer " + {number}']
    lab.open(notebook(server.folder, "hostile-cells", *cells))
    lab.run_cell(0)
    yield lab
    context.close()
    server.stop_kernels()


@pytest.mark.parametrize("what", CASES)
def test_next_cell_answers_and_nothing_printed_is_lost(hostile, what):
    case, number = CASES[what], list(CASES).index(what)
    cell = 1 + 2 * number
    hostile.run_cell(cell)
    outputs = hostile.outputs(cell)
    text = printed(outputs)
    assert text[: len(PRINTED)] == PRINTED, f"{text.count('line ')} of {LINES} lines"
    failed = [output["evalue"] for output in outputs if output["output_type"] == "error"]
    assert bool(failed) == case.fails, failed
    rest = [output for output in outputs if output["output_type"] != "stream"]
    assert case.reads in text[len(PRINTED) :] + str(rest)
    seen = hostile.output_area(cell).inner_text()
    assert "line 1\n" in seen and f"line {LINES}\n" in seen, "in the page itself"
    hostile.run_cell(cell + 1)
    assert hostile.text(cell + 1) == f"answer {number}"
