"""Exceptions and compile errors as a learner reads them: the cell's lines, the causes, nothing of the kernel."""

from __future__ import annotations

import re

import pytest

_INTERNAL = re.compile(r"\$JShell|REPL|do_it\$|jdk\.jshell|org\.dflib|interlock\.notebook\.jjava|java\.lang\.reflect|FutureTask")


def fail(kernel, code):
    """Runs a cell that must fail: its number and its error, without colour and without internals."""
    answer = kernel.ask("execute", code)
    assert answer["status"] == "error", answer
    contents = {message["type"]: message["content"] for message in answer["messages"]}
    text = re.sub("\x1b\\[[0-9;]*m", "", "\n".join(contents["error"]["traceback"]))
    assert not _INTERNAL.search(text), text
    return contents["execute_input"]["execution_count"], text


def count(ran):
    return ran.of("execute_input")[0]["execution_count"]


@pytest.fixture(scope="module")
def half(kernel):
    """The number of a cell that defines a method which can throw in its line 3."""
    return count(kernel.run("// halves\nint half(int n, int d) {\n  return n / d;\n}"))


def test_exception_shows_the_cells_that_led_there(kernel, half):
    here, text = fail(kernel, "int one = 1;\n\nhalf(one, 0)")
    assert text.splitlines() == [
        "ArithmeticException: / by zero",
        f"  cell [{half}], line 3, in half │ return n / d;",
        f"  cell [{here}], line 3" + " " * (len(str(half)) - len(str(here)) + 9) + " │ half(one, 0)",
    ]


@pytest.mark.parametrize("code, line, place", [
    ('String t = """\n  text\n  """;\n// before\n\nint v = half(1,\n   0);', 6, ""),
    ("Runnable r = () -> {\n  half(1, 0);\n};\nr.run();", 2, ", in a lambda"),
    ("int a1 = 1, b1 = 2;\nhalf(a1, 1); half(b1, 0);", 2, ""),
    ("class Dog {\n  class Leg {\n    Leg() { half(1, 0); }\n  }\n}\nnew Dog().new Leg()", 3, ", in new Dog.Leg"),
    ("record Age(int years) {\n  public Age {\n    half(years, 0);\n  }\n}\nnew Age(3)", 3, ", in new Age"),
    ("var late = new Object() {\n  int go() {\n    return half(2, 0); }\n};\nlate.go()", 3, ", in go"),
    ("%%time\nint timed = 1;\nhalf(timed, 0);", 3, ""),
    ("java.util.List.of(1).stream()\n  .map(n -> half(n, 0))\n  .toList()", 2, ", in a lambda"),
    ("half(2, 1);\nhalf(2, 1);\nhalf(2, 0);\nhalf(2, 0);", 3, ""),
])
def test_line_is_exact_whatever_stands_around_it(kernel, half, code, line, place):
    here, text = fail(kernel, code)
    assert f"  cell [{here}], line {line}{place} " in text, text


def test_cause_and_library_are_shown(kernel):
    here, text = fail(kernel, (
        "int parse(String s) {\n  try {\n    return Integer.parseInt(s);\n  } catch (NumberFormatException e) {\n"
        '    throw new IllegalStateException("No number: " + s, e);\n  }\n}\nparse("x1")'
    ))
    lines = text.splitlines()
    assert lines[0] == "IllegalStateException: No number: x1"
    assert 'because of NumberFormatException: For input string: "x1"' in lines
    assert "  java.lang.Integer.parseInt (3 calls deep)" in lines
    assert lines[-1].startswith(f"  cell [{here}], line 3, in parse")


def test_recursion_without_end_is_short(kernel):
    _, text = fail(kernel, "int deep(int n) { return deep(n + 1); }\ndeep(0)")
    assert len(text.splitlines()) < 6
    assert "more calls of deep" in text


def test_static_initialiser_shows_its_line_both_times(kernel):
    code = "enum Bank { A;\n  static {\n    if (true) throw new IllegalStateException(\"shut\");\n  } }"
    here = count(kernel.run(code))
    _, first = fail(kernel, "Bank.A")
    _, second = fail(kernel, "Bank.A")
    assert f"cell [{here}], line 3, in the static initialiser of Bank" in first
    assert "NoClassDefFoundError: the static initialiser of Bank failed before." in second


def test_exception_in_a_thread_goes_to_the_error_stream_in_the_same_form(kernel, half):
    ran = kernel.run("Thread th = new Thread(() -> {\n  half(1, 0); });\nth.start();\nth.join();")
    printed = ran.printed("stderr")
    assert "ArithmeticException: / by zero\n" in printed
    assert f"cell [{count(ran)}], line 2, in a lambda" in printed
    assert not _INTERNAL.search(printed)


def test_exception_in_a_demo_has_the_same_form(kernel, half):
    ran = kernel.run('Demo failing = Notebook.demo("f", () -> half(3, 0));\nfailing.await(java.time.Duration.ofSeconds(20));')
    assert f"cell [{half}], line 3, in half" in ran.printed("stderr")


def test_exception_in_to_string_shows_the_line(kernel, half):
    ran = kernel.run("class Bad {\n  public String toString() { return \"\" + half(1, 0); }\n}\nnew Bad()")
    assert ran.value().startswith("A value of type Bad could not be shown, because it threw\nArithmeticException: / by zero\n")
    assert f"cell [{count(ran)}], line 2, in Bad.toString" in ran.value()


@pytest.mark.parametrize("engine", ["thread.PlatformThreads", "process.ChildJvms"])
def test_piece_of_an_engine_shows_the_cells_line(kernel, half, engine):
    here, text = fail(kernel, (
        "import interlock.parallel.*;\n"
        'Task<Integer, Integer> task = Task.of("t", 100, 4,\n  piece -> half(1, 0), parts -> 1);\n'
        f"new interlock.parallel.{engine}().run(task, 2)"
    ))
    assert text.startswith("ArithmeticException: / by zero\n")
    assert f"cell [{half}], line 3, in half" in text
    assert f"cell [{here}], line 3, in a lambda" in text


def test_crash_of_the_compiler_is_one_sentence(kernel):
    _, text = fail(kernel, (
        "import interlock.parallel.*;\n"
        'new interlock.parallel.thread.PlatformThreads().run(Task.of("t", 4, piece -> 1L, Long::sum), 2)'
    ))
    assert text.startswith(("The compiler gave up on this cell.", "This cell does not compile."))


@pytest.mark.parametrize("body", [
    'public String getMessage() { throw new Error("again"); }',
    "public Throwable getCause() { return this; }",
    "public StackTraceElement[] getStackTrace() { return null; }",
    'public String toString() { throw new Error("again"); }\n  public int hashCode() { throw new Error("hash"); }',
])
def test_hostile_exception_is_still_an_error(kernel, body):
    _, text = fail(kernel, "class Evil extends RuntimeException {\n  " + body + "\n}\nthrow new Evil();")
    assert text.startswith("Evil")
    assert kernel.run("1 + 1").value() == "2"


def test_null_message_names_the_variable(kernel):
    _, text = fail(kernel, "String gone() { String name = null; return name.strip(); }\ngone()")
    assert '"name" is null' in text


@pytest.mark.parametrize("code, line, message, caret", [
    ("int y = x1 + 1;", 1, "x1 is not known: has the cell that defines it been run?", "        ^^"),
    ('int fine = 1;\n\tint y2 = "a";', 2, "incompatible types: String cannot be converted to int", "\t         ^^^"),
    ("unknown(3);", 1, "unknown(int) is not known: has the cell that defines it been run?", "^^^^^^^"),
    ('"a".foo()', 1, "String has no method foo().", "    ^^^"),
    ("int y = 3 3;", 1, "';' expected", "         ^"),
    ('Math.floorDiv(1, "x")', 1, "Math.floorDiv takes (int, int) or (long, int) or (long, long), but is given (int, String).", "^^^^^^^^^^^^^"),
    ("half(1)", 1, "half takes (int, int), but is given (int).", "^^^^"),
    ("new StringBuilder(1, 2)", 1, "StringBuilder takes nothing or (int) or (String) or (CharSequence), but is given (int, int).", "^^^^^^^^^^^^^^^^^^^^^^^"),
    ("Math.random(1)", 1, "Math.random takes nothing, but is given (int).", "^^^^^^^^^^^"),
    ("Lsit<String> l = null;", 1, "class Lsit is not known: has the cell that imports or defines it been run?", "^^^^"),
])
def test_compile_error_points_at_the_place(kernel, half, code, line, message, caret):
    _, text = fail(kernel, code)
    lines = text.splitlines()
    assert lines[0] == "This cell does not compile."
    assert lines[1] == f"  line {line}: {message}"
    assert lines[2] == "    " + code.splitlines()[line - 1]
    assert lines[3] == "    " + caret


def test_misfit_inside_a_lambda_keeps_the_compilers_reason(kernel):
    _, text = fail(kernel, 'new Thread(() -> { return 1; })')
    assert "bad return type in lambda expression" in text or "unexpected return value" in text, text


def test_open_bracket_is_pointed_at(kernel):
    _, text = fail(kernel, "int a2 = 1;\nfor (int i = 0; i < 3; i++) {\n  System.out.println(i);")
    assert text.startswith("The cell ends too early: the { on line 2 is not closed.\n")


def test_use_of_what_is_not_defined_yet_is_told_at_once_and_at_the_call(kernel):
    ran = kernel.run("int early() { return later() + 1; }")
    assert "early cannot be used yet, because it uses method later()" in ran.printed("stderr")
    _, text = fail(kernel, "early()")
    assert text.startswith("early cannot be used yet, because it uses method later(). Has the cell that defines it been run?")
    kernel.run("int later() { return 1; }")
    assert kernel.run("early()").value() == "2"


def test_methods_that_call_each_other_are_no_warning(kernel):
    ran = kernel.run(
        "boolean even(int n) { return n == 0 || odd(n - 1); }\nboolean odd(int n) { return n != 0 && even(n - 1); }\neven(4)"
    )
    assert ran.printed("stderr") == ""
    assert ran.value() == "true"


def test_interrupt_is_one_sentence(kernel):
    answer = kernel.interrupt('System.out.println("go");\nThread.sleep(100_000);', "go")
    error = next(message["content"] for message in answer["messages"] if message["type"] == "error")
    assert error["traceback"] == ["The cell was interrupted."]


def test_endless_to_string_ends_on_interrupt(kernel):
    kernel.run("class Endless { public String toString() { System.out.println(\"go\"); while (true) { } } }")
    ended = kernel.interrupt("new Endless()", "go")
    assert ended["status"] in ("ok", "error")
    assert kernel.run("1 + 1").value() == "2"


def test_code_that_the_compiler_gives_up_on_is_answered(kernel):
    deep = "int deep = " + "(" * 20_000 + "1" + ")" * 20_000 + ";"
    assert kernel.ask("complete", deep, 10_000)["matches"] == []
    assert kernel.ask("is_complete", deep)["status"] == "unknown"
    assert not kernel.ask("inspect", deep, 10_000)["found"]
    _, text = fail(kernel, deep)
    assert text == "This cell nests too deeply for the compiler: split it."
