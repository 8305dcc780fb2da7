"""Cells that would end or block a kernel: the next cell answers, and nothing printed is lost."""

from __future__ import annotations

import pytest

EXITS = ["System.exit(3);", "Runtime.getRuntime().exit(3);", "Runtime.getRuntime().halt(3);",
         "java.util.function.IntConsumer exit = System::exit;\nexit.accept(3);",
         "java.util.function.IntConsumer halt = Runtime.getRuntime()::halt;\nhalt.accept(3);"]


@pytest.mark.parametrize("code", EXITS)
def test_exit_is_refused_in_one_sentence(kernel, code):
    kernel.run("int kept = 41;")
    refused = kernel.ask("execute", 'System.out.println("before");\n' + code)
    assert refused["status"] == "error"
    assert "(3) was not run" in str(refused["messages"])
    assert "before" in str(refused["messages"])
    assert kernel.run("kept + 1").value() == "42"


def test_stack_overflow_is_survived(kernel):
    assert kernel.ask("execute", "int deeper(int n) { return deeper(n + 1) + 1; }\ndeeper(0)")["status"] == "error"
    assert kernel.run("1 + 1").value() == "2"


def test_thousand_threads_left_behind_are_survived_and_stopped(kernel):
    kernel.run(
        "java.util.concurrent.CountDownLatch begun = new java.util.concurrent.CountDownLatch(1000);\n"
        "for (int i = 0; i < 1000; i++) Thread.ofPlatform().daemon().start(() -> {\n"
        "  begun.countDown();\n  while (true) try { Thread.sleep(600_000); } catch (InterruptedException e) { }\n});\nbegun.await();"
    )
    assert kernel.run("1 + 1").value() == "2"
    kernel.ask("interrupt")
    ran = kernel.run("Thread.getAllStackTraces().keySet().stream().filter(t -> t.isAlive()).count() < 500")
    assert ran.value() == "true"


def test_hundred_thousand_displays_are_survived(kernel):
    ran = kernel.run('LiveDisplay fast = Notebook.live(0);\nfor (int i = 1; i <= 100_000; i++) fast.update(i);')
    assert ran.of("update_display_data")[-1]["data"]["text/plain"] == "100000"
    assert kernel.run("1 + 1").value() == "2"


def test_message_of_an_unknown_widget_is_survived(kernel):
    kernel.ask("comm", "no such widget", 500)
    assert kernel.run("1 + 1").value() == "2"
