"""A cell that fills the heap is stopped, says so, and leaves a kernel that answers and has its memory back."""

from __future__ import annotations

import pytest

FILLS = {
    "blocks": "{ var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]); }",
    "numbers": "{ var all = new ArrayList<Integer>(); for (int i = 0; ; i++) all.add(i); }",
    "strings": '{ var all = new LinkedList<String>(); for (int i = 0; ; i++) all.add("s" + i); }',
    "a map": '{ var all = new HashMap<Integer, String>(); for (int i = 0; ; i++) all.put(i, "v" + i); }',
    "a catch-all": "{ var all = new ArrayList<byte[]>(); try { while (true) all.add(new byte[1 << 20]); } catch (Exception e) { } }",
    "one array": "{ long[] all = new long[Integer.MAX_VALUE - 8]; all[1] = 1; }",
}

LIVE = (
    "System.gc();\n"
    "(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) * 100 / Runtime.getRuntime().maxMemory()"
)


@pytest.fixture(scope="module")
def small(own_kernel):
    """A kernel of the smallest heap: filling it is quick."""
    return own_kernel(INTERLOCK_HEAP="320m")


def test_heap_is_what_the_variable_says(small):
    assert int(small.run("Runtime.getRuntime().maxMemory() >> 20").value()) in range(280, 321)


@pytest.mark.parametrize("what", FILLS)
def test_full_heap_is_reported_and_freed(small, what):
    small.run("import java.util.*;")
    filled = small.ask("execute", FILLS[what])
    assert filled["status"] == "error"
    assert "OutOfMemoryError" in str(filled["messages"]) or "memory" in str(filled["messages"])
    assert small.run("1 + 1").value() == "2"
    assert int(small.run(LIVE).value()) < 40


@pytest.mark.parametrize("size", [1_000, 100_000, 1_000_000])
def test_variable_that_keeps_the_heap_full_leaves_a_kernel_that_answers(small, size):
    small.run("import java.util.*;\nList<byte[]> kept = new ArrayList<>();")
    filled = small.ask("execute", f"while (true) kept.add(new byte[{size}]);")
    assert filled["status"] == "error"
    assert "memory" in str(filled["messages"])
    assert small.run(f"String.valueOf(kept.size() > {100_000_000 // size})").value() == "true"
    again = small.ask("execute", FILLS["blocks"])
    assert again["status"] == "error"
    small.run("kept = null;")
    assert int(small.run(LIVE).value()) < 40


def test_full_heap_of_a_second_thread_is_reported(small):
    small.run("import java.util.*;")
    ran = small.run(
        "Thread filling = Thread.ofPlatform().start(() -> {\n"
        "  List<byte[]> all = new ArrayList<>();\n  while (true) all.add(new byte[1 << 20]);\n});\nfilling.join();"
    )
    assert "memory" in ran.printed("stderr").lower()
    assert int(small.run(LIVE).value()) < 40


def test_much_garbage_is_no_full_heap(small):
    ran = small.run("double sum = 0;\nfor (int i = 0; i < 300; i++) { double[] some = new double[4_000_000]; sum += some[i] + 1; }\nsum")
    assert ran.value() == "300.0"
