"""What a cell prints and shows arrives whole, in order and escaped."""

from __future__ import annotations


def test_ten_megabytes_in_one_print_arrive_whole(kernel):
    ran = kernel.run('System.out.print("0123456789".repeat(1_000_000));')
    assert ran.printed() == "0123456789" * 1_000_000


def test_a_hundred_thousand_prints_arrive_whole_in_few_messages(kernel):
    ran = kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(i);")
    assert ran.printed() == "".join(f"{i}\n" for i in range(100_000))
    assert len(ran.of("stream")) < 1000


def test_characters_of_every_length_arrive_whole(kernel):
    ran = kernel.run('System.out.print("aé€😀".repeat(50_000));')
    assert ran.printed() == "aé€😀" * 50_000


def test_text_and_displays_keep_their_order(kernel):
    ran = kernel.run(
        'System.out.println("one");\nNotebook.show("two");\nSystem.err.println("three");\n'
        'System.out.println("four");\n"five"'
    )
    seen = [content.get("text") or content["data"]["text/plain"] for content in ran.of("stream", "display_data", "execute_result")]
    assert seen == ["one\n", "two", "three\n", "four\n", "five"]


def test_text_before_an_error_arrives_before_it(kernel):
    answer = kernel.ask("execute", 'System.out.println("before");\nthrow new IllegalStateException("bad");')
    types = [message["type"] for message in answer["messages"] if message["type"] in ("stream", "error")]
    assert answer["status"] == "error"
    assert types == ["stream", "error"]


def test_text_printed_after_the_cell_goes_to_the_cell_that_started_its_thread(kernel):
    first = kernel.run(
        "java.util.concurrent.CountDownLatch go = new java.util.concurrent.CountDownLatch(1);\n"
        'Thread late = Thread.ofPlatform().start(() -> { try { go.await(); } catch (InterruptedException e) { }'
        ' System.out.println("late"); });'
    )
    kernel.ask("send", "go.countDown();\nlate.join();\nThread.sleep(500);")
    assert kernel.ask("listen", "late", 20)[-1]["parent"] == first.id


def test_hostile_text_in_a_table_shows_as_text(kernel):
    hostile = "<script>alert(1)</script>"
    ran = kernel.run(
        "import tech.tablesaw.api.*;\n"
        f'Table.create("{hostile}", StringColumn.create("{hostile}", "{hostile}"))'
    )
    assert "<script" not in ran.value("text/html")
    assert "&lt;script&gt;" in ran.value("text/html")


def test_long_table_says_how_many_rows_it_has(kernel):
    ran = kernel.run(
        "import tech.tablesaw.api.*;\nimport java.util.stream.*;\n"
        'Table.create("t", IntColumn.create("n", IntStream.range(0, 1000).toArray()))'
    )
    assert "1,000" in ran.value("text/html")


def test_array_and_chart_are_pictures(kernel):
    assert "html" in str(kernel.run("new int[][] {{1, 2}, {3, 4}}").of("execute_result")[0]["data"].keys())
    ran = kernel.run(
        "import org.knowm.xchart.*;\nXYChart chart = new XYChartBuilder().width(800).height(500).build();\n"
        'chart.addSeries("s", new double[] {1, 2}, new double[] {3, 4});\nchart'
    )
    assert "<svg" in ran.value("text/html")
