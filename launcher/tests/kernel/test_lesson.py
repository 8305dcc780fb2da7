"""Exercises and gates on a real kernel: what a learner's code does is told in one sentence."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def lesson(kernel):
    kernel.run("import static interlock.notebook.Notebook.*;\nimport java.util.function.*;")
    return kernel


def check(lesson, body: str) -> str:
    """Solves with a function of this body, and answers what its check shows."""
    lesson.run(f'IntUnaryOperator f = n -> {{ {body} }};\nsolve("f", f);')
    ran = lesson.run('check("f", IntUnaryOperator.class).expect("of zero", f -> f.applyAsInt(0), 1)')
    assert "<div class=\"ilk check\"" in ran.value("text/html")
    return ran.value()


def test_check_before_its_exercise_says_what_to_run(lesson):
    ran = lesson.run('check("none", String.class).expect("it", s -> s, "x")')
    assert ran.value() == '✗ Run the exercise cell of none first, the one with solve("none", …).'


def test_right_and_wrong_answers_are_told(lesson):
    assert check(lesson, "return 1;") == "✓ “of zero” is right: got 1."
    assert check(lesson, "return 2;") == "✗ “of zero” is wrong: got 2, expected 1."


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("return 1 / n;", "threw ArithmeticException: / by zero (cell ["),
        ("throw new IllegalStateException();", "threw IllegalStateException"),
        ("return deep(n);", "it called itself too deep"),
        ("System.exit(3); return 1;", "threw "),
    ],
)
def test_what_an_answer_throws_is_part_of_its_case(lesson, body, sentence):
    lesson.run("int deep(int n) { return deep(n + 1) + 1; }")
    assert sentence in check(lesson, body)


def test_stop_ends_an_answer_that_loops_for_ever(lesson):
    lesson.run('IntUnaryOperator f = n -> { while (true) { n++; } };\nsolve("f", f);')
    sent = lesson.ask("send", 'System.out.println("begun"); check("f", IntUnaryOperator.class).expect("it", f -> f.applyAsInt(0), 1)')
    assert any("begun" in str(message) for message in lesson.ask("listen", "begun", 30))
    lesson.ask("interrupt")
    assert lesson.ask("finish", sent)["status"] == "error"
    assert lesson.run("1 + 1").value() == "2"


def test_gate_is_shown_as_text_and_page(lesson):
    ran = lesson.run('gate("past", """\n  Why?\n  + a | b\n  - c | d\n  """)')
    (shown,) = ran.of("display_data")
    assert shown["data"]["text/plain"].startswith("Predict: Why?")
    assert '<form class="live"' in shown["data"]["text/html"]


def test_bad_gate_is_one_sentence(lesson):
    (shown,) = lesson.run('gate("past", "Why?");').of("display_data")
    assert shown["data"]["text/plain"].startswith("Wrong: The gate past has no option:")
