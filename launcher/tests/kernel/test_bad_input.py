"""Bad input of a learner or an author: one clear sentence, and the notebook goes on."""

from __future__ import annotations

import re

import pytest

IMPORTS = """\
import static interlock.notebook.Notebook.*;
import interlock.measure.cpython.*;
import interlock.notebook.widget.*;
import java.time.Duration;"""

FAILS = {
    "a range of a wrong type": (
        'Slider.of("cores", "one", 8)',
        "Slider.of takes (String, int, int) or (String, double, double), but is given (String, String, int).",
    ),
    "a value of a wrong type": ('Checkbox.of("log", 3)', "int cannot be converted to boolean"),
    "a range upside down": (
        'Slider.of("cores", 8, 1)', "The slider 'cores' needs a minimum below its maximum, but has 8 and 1.",
    ),
    "a start out of range": (
        'Slider.of("cores", 1, 8).start(9)', "The slider 'cores' goes from 1 to 8, so it cannot start at 9.",
    ),
    "no control": ('interact(() -> 1, 5);', "Notebook.interact takes (Supplier<?>, Control<?>[]), but is given (()->1, int)."),
    "a CPython that hangs": (
        'python.run("while True: pass", Map.of(), Duration.ofMillis(300))', "took more than 300 ms and was ended",
    ),
    "a CPython that floods for ever": (
        """python.run("while True: print('x' * 9999)", Map.of(), Duration.ofMillis(300))""",
        "took more than 300 ms and was ended",
    ),
}
SHOWN = {
    "a check before its exercise": (
        'check("none", String.class).expect("it", s -> s, "x")', "Run the exercise cell of none first",
    ),
    "two gates with one id": (
        'gate("twice", "One?\\n+ a | b\\n- c | d");\ngate("twice", "Other?\\n+ a | b\\n- c | d");',
        "Two gates have the id twice: give this one another",
    ),
    "a CPython that floods": (
        """show(python.run("for i in range(400): print('x' * 9999)").stdout().substring(1 << 20));""",
        "cut after 1 MiB",
    ),
}


@pytest.fixture(scope="module")
def bad(kernel):
    kernel.run(IMPORTS)
    kernel.run('CPython python = CPython.here().orElse(null);')
    return kernel


def needs_python(bad, code: str) -> None:
    if "python." in code and bad.run("python == null").value() == "true":
        pytest.skip("no CPython")


@pytest.mark.parametrize("what", FAILS)
def test_refusal_is_one_sentence_and_the_next_cell_answers(bad, what):
    code, sentence = FAILS[what]
    needs_python(bad, code)
    answer = bad.ask("execute", code)
    assert answer["status"] == "error"
    [error] = [m["content"] for m in answer["messages"] if m["type"] == "error"]
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in error["traceback"]]
    assert sum(sentence in line for line in lines) == 1, lines
    assert not any(word in line for line in lines for word in ("REPL", "jspecify", "jdk.jshell")), lines
    assert bad.run("1 + 1").value() == "2"


@pytest.mark.parametrize("what", SHOWN)
def test_what_is_wrong_is_shown_in_one_sentence_and_the_next_cell_answers(bad, what):
    code, sentence = SHOWN[what]
    needs_python(bad, code)
    ran = bad.run(code)
    texts = [shown["data"]["text/plain"] for shown in ran.of("display_data", "execute_result")]
    assert sum(sentence in text for text in texts) == 1, texts
    assert bad.run("1 + 1").value() == "2"
