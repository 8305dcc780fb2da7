"""The stop button ends code that computes: the cell says so in one line, and the next one answers."""

from __future__ import annotations

import pytest

BUSY = {
    "a busy loop": "long n = 0;\nwhile (true) n++;",
    "nested counted loops": (
        "int[] cells = new int[512];\n"
        "for (int i = 0; i < 2_000_000_000; i++)\n  for (int j = 0; j < 2_000_000_000; j++) cells[j & 511] += i;"
    ),
    "a lambda on another thread": (
        "Thread thread = Thread.ofPlatform().start(() -> { long x = 0; while (true) x++; });\nthread.join();"
    ),
    "a catch-all in the loop": (
        "long caught = 0;\nvoid work() { for (int i = 0; i < 100_000; i++) caught++; }\n"
        "while (true) {\n  try { work(); } catch (Throwable t) { caught--; }\n}"
    ),
    "an endless stream": "java.util.stream.Stream.iterate(1, i -> i + 1).forEach(i -> { });",
    "a parallel stream": "java.util.stream.LongStream.range(0, Long.MAX_VALUE).parallel().map(i -> i * 3).sum()",
    "a recursion": "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(90)",
    "a constructor": "class Endless { int i; Endless() { while (true) i++; } }\nnew Endless();",
    "a static initialiser": (
        "class Static { static int i; static { while (i < 1 || i > -1) i++; } }\nnew Static();"
    ),
    "a switch over patterns": (
        "Object seen = 1;\nlong turns = 0;\nwhile (true) {\n  switch (seen) {\n"
        "    case Integer i when i > 0 -> { turns += i; continue; }\n    case String s -> turns--;\n    default -> turns++;\n  }\n}"
    ),
    "virtual threads": (
        "try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {\n"
        "  for (int i = 0; i < 3; i++) pool.submit(() -> { long x = 0; while (true) x++; });\n}"
    ),
}

# A thread in a cell's code has a frame of a class of JShell's.
RUNNING = """
long running() {
  return Thread.getAllStackTraces().entrySet().stream()
      .filter(t -> t.getKey() != Thread.currentThread())
      .filter(t -> java.util.Arrays.stream(t.getValue()).anyMatch(f -> f.getClassName().startsWith("REPL.")))
      .count();
}
void sayWhenBusy() {
  Thread.ofPlatform().daemon().start(() -> {
    for (int seen = 0; seen < 10; seen = running() > 0 ? seen + 1 : 0) java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    System.out.println("computes");
  });
}"""


@pytest.mark.parametrize("what", BUSY)
def test_interrupt_ends_busy_code(kernel, what):
    kernel.run(RUNNING)
    # Between two statements the next is compiled: the busy one has to be what runs for a while.
    kernel.run("sayWhenBusy();")
    ended = kernel.interrupt(BUSY[what], "computes", 40)
    assert ended["status"] == "error"
    shown = [message["content"] for message in ended["messages"] if message["type"] == "error"]
    assert ["interrupted" in line for error in shown for line in error["traceback"]] == [True]
    assert kernel.run("running()").value() == "0"


def test_interrupt_ends_code_that_an_earlier_cell_left_behind(kernel):
    kernel.run(RUNNING)
    kernel.run(
        "java.util.concurrent.CountDownLatch up = new java.util.concurrent.CountDownLatch(2);\n"
        "Thread spins = Thread.ofPlatform().start(() -> { up.countDown(); while (true) Thread.onSpinWait(); });\n"
        "Thread sleeps = Thread.ofPlatform().start(() -> { up.countDown();\n"
        "  while (true) try { Thread.sleep(600_000); } catch (InterruptedException e) { } });\nup.await();"
    )
    kernel.ask("interrupt")
    assert kernel.run("running()").value() == "0"
    assert kernel.run("spins.join();\nsleeps.join();\nspins.isAlive() || sleeps.isAlive()").value() == "false"


def test_interrupt_ends_a_demo_that_never_asks(kernel):
    kernel.run(RUNNING)
    started = kernel.run('Demo spin = Notebook.demo("never asks", () -> { while (true) Thread.onSpinWait(); });')
    kernel.ask("interrupt")
    assert kernel.ask("listen", "'never asks' stopped", 20)[-1]["parent"] == started.id
    assert kernel.run("running() + \" \" + spin.isRunning()").value() == "0 false"


def test_code_that_is_stopped_frees_what_it_holds(kernel):
    kernel.run("int freed = 0;")
    ended = kernel.interrupt('try { System.out.println("begun"); while (true); } finally { for (int i = 0; i < 10; i++) freed++; }')
    assert ended["status"] == "error"
    assert kernel.run("freed").value() == "10"


def test_pool_that_outlives_an_interrupt_works_for_the_next_cell(kernel):
    kernel.run("java.util.concurrent.ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(2);")
    ended = kernel.interrupt('{ for (int i = 0; i < 9; i++) pool.submit(() -> { while (true); });\n  System.out.println("begun"); while (true); }')
    assert ended["status"] == "error"
    assert kernel.run("pool.submit(() -> { int sum = 0; for (int i = 0; i < 10; i++) sum += i; return sum; }).get()").value() == "45"
    kernel.run("pool.shutdownNow();")


def test_interrupt_of_a_to_string_never_costs_the_reply(kernel):
    kernel.run('class Endless { public String toString() { System.out.println("go"); while (true) { } } }')
    for _ in range(30):
        ended = kernel.interrupt("new Endless()", "go")
        assert ended["status"] in ("ok", "error")


def test_interrupt_between_two_runs_of_an_engine_ends_the_processes_that_stand_ready(kernel):
    kernel.run('import interlock.parallel.*;\nEngines.named("child JVMs").run(MonteCarloPi.task(1_000), 2);')
    ended = kernel.interrupt('System.out.println("begun");\nwhile (true);')
    assert ended["status"] == "error"
    kernel.run("ProcessHandle.current().children().forEach(child ->\n  child.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join());")
