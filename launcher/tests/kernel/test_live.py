"""What changes after it was shown: live displays, progress, demos and their interrupts."""

from __future__ import annotations


def test_update_after_the_end_of_the_cell_arrives_under_its_cell(kernel):
    shown = kernel.run('LiveDisplay live = Notebook.live("first");')
    display = shown.of("display_data")[0]["transient"]["display_id"]
    kernel.ask("send", 'Thread.ofPlatform().start(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } live.update("second"); });')
    came = kernel.ask("listen", "second", 20)[-1]
    assert came["type"] == "update_display_data"
    assert came["content"]["transient"]["display_id"] == display
    assert came["parent"] == shown.id


def test_many_updates_are_few_messages_and_the_last_arrives_before_the_cell_ends(kernel):
    ran = kernel.run('LiveDisplay fast = Notebook.live(0);\nfor (int i = 1; i <= 10_000; i++) fast.update(i);')
    updates = [content["data"]["text/plain"] for content in ran.of("update_display_data")]
    assert updates[-1] == "10000"
    assert len(updates) < 200


def test_progress_ends_full(kernel):
    ran = kernel.run('Progress progress = Notebook.progress("steps", 500);\nfor (int i = 0; i < 500; i++) progress.step();')
    last = ran.of("update_display_data")[-1]["data"]
    assert last["text/plain"].startswith("steps: 500 of 500")
    assert "<progress" in last["text/html"]


def test_interrupt_stops_a_demo_while_no_cell_runs(kernel):
    started = kernel.run('Demo demo = Notebook.demo("waits", () -> Thread.sleep(600_000));')
    kernel.ask("interrupt")
    assert kernel.ask("listen", "'waits' stopped", 20)[-1]["parent"] == started.id
    assert kernel.run("demo.isRunning()").value() == "false"


def test_interrupt_stops_a_demo_and_the_cell_that_runs(kernel):
    kernel.run('Demo both = Notebook.demo("both", d -> { while (!d.isStopped()) Thread.onSpinWait(); });')
    ended = kernel.interrupt('for (;;) {\n  System.out.println("sleeps");\n  Thread.sleep(50);\n}', "sleeps")
    assert ended["status"] == "error"
    assert kernel.run("both.isRunning()").value() == "false"


def test_interrupt_closes_what_a_demo_has_opened(kernel):
    kernel.run(
        "Process[] child = new Process[1];\n"
        'Demo opens = Notebook.demo("opens", d -> {\n'
        '  child[0] = new ProcessBuilder(System.getProperty("java.home") + "/bin/jshell").start();\n'
        "  d.closeOnStop(() -> child[0].destroyForcibly().waitFor());\n  child[0].waitFor();\n});\n"
        "while (child[0] == null || !child[0].isAlive()) Thread.sleep(10);"
    )
    kernel.ask("interrupt")
    kernel.ask("listen", "'opens' stopped", 20)
    assert kernel.run("child[0].isAlive()").value() == "false"


def test_same_demo_again_replaces_the_first(kernel):
    kernel.run('Demo one = Notebook.demo("again", () -> Thread.sleep(600_000));')
    kernel.run('Demo two = Notebook.demo("again", () -> Thread.sleep(600_000));')
    assert kernel.run("one.isRunning() + \" \" + two.isRunning()").value() == "false true"
    kernel.run("two.close();")


def test_interrupt_while_the_next_statement_is_compiled_ends_the_cell(kernel):
    many = "\n".join(f"int number{i} = {i};" for i in range(200))
    ended = kernel.interrupt(f'System.out.println("begun");\n{many}\nThread.sleep(600_000);')
    assert ended["status"] == "error"
