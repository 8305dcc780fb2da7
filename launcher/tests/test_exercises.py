"""Each rule of exercises and their answers, broken once in a notebook that is right otherwise."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from launcher import exercises  # noqa: E402

STUB = 'int answer = 0;\nsolve("answer", answer);'
CHECK = 'check("answer", Integer.class).expect("it", x -> x, 42)'
LINK = "Then read [the answers](03-x.answers.md#answer)."
ANSWERS = """# Answers

## answer

Because it is.

```java
int answer = 42;
solve("answer", answer);
```
"""


def code(source):
    return {"cell_type": "code", "source": source}


def text(source):
    return {"cell_type": "markdown", "source": source}


def problems(tmp_path, cells, answers):
    if answers is not None:
        (tmp_path / "03-x.answers.md").write_text(answers, "utf-8")
    return list(exercises.problems(tmp_path / "03-x.ipynb", {"cells": cells}))


def test_good_exercise_has_no_problem(tmp_path):
    assert problems(tmp_path, [code(STUB), code(CHECK), text(LINK)], ANSWERS) == []


def test_notebook_without_exercises_needs_no_answers(tmp_path):
    assert problems(tmp_path, [code("1 + 1"), text("solve(")], None) == []


@pytest.mark.parametrize(
    ("cells", "answers", "sentence"),
    [
        ([code(STUB), text(LINK)], ANSWERS, "the exercise answer has no check"),
        ([code(CHECK), code(STUB), text(LINK)], ANSWERS, "the check of answer stands before its exercise"),
        ([code(STUB), code(STUB), code(CHECK), text(LINK)], ANSWERS, 'solve("answer", …) stands there twice'),
        ([code(STUB), code(CHECK), code(CHECK), text(LINK)], ANSWERS, 'check("answer", …) stands there twice'),
        ([code('gate("g", "x")')] * 2, None, 'gate("g", …) stands there twice'),
        ([code(STUB), code(CHECK), text("(nothing)")], ANSWERS, "no cell links to 03-x.answers.md"),
        ([code(STUB), code(CHECK), text(LINK)], None, "the exercise answer has no answer"),
        ([code(STUB), code(CHECK), text(LINK)], "# Answers\n", "the exercise answer has no answer"),
        ([code(STUB), code(CHECK), text(LINK)], ANSWERS.replace("Because it is.", ""), "gives no reason"),
        ([code(STUB), code(CHECK), text(LINK)], ANSWERS.replace("```java", "```"), "has 0 java fences"),
        ([code(STUB), code(CHECK), text(LINK)], ANSWERS + "```java\nx\n```\n", "has 2 java fences"),
        ([code(STUB), code(CHECK), text(LINK)], ANSWERS.replace('e("answer"', 'e("other"'), "must call solve"),
        ([code(STUB), code(CHECK), text(LINK)], ANSWERS + ANSWERS[11:].replace("answer", "x"), "is no exercise here"),
    ],
)
def test_broken_rule_gives_one_sentence(tmp_path, cells, answers, sentence):
    found = problems(tmp_path, cells, answers)

    assert len(found) == 1, found
    assert sentence in found[0] and found[0].endswith(".")


def test_check_without_exercise_is_named(tmp_path):
    assert problems(tmp_path, [code(CHECK)], None) == [
        'the check of answer has no exercise; add a cell with solve("answer", …).'
    ]


def test_answer_given_twice_is_named(tmp_path):
    found = problems(tmp_path, [code(STUB), code(CHECK), text(LINK)], ANSWERS + ANSWERS[11:])

    assert set(found) == {"03-x.answers.md answers answer twice; keep one."}


def test_answers_are_read(tmp_path):
    (given,) = exercises.answers(ANSWERS)

    assert (given.id, given.explanation) == ("answer", "Because it is.")
    assert given.codes == ('int answer = 42;\nsolve("answer", answer);',)


def test_second_try_goes_from_each_stub_to_its_check_with_the_answer_in_place():
    between = code("int half(int n) { return n / 2; }")
    cells = [code("int slow = 1;"), code(STUB), text("x"), between, code(CHECK), code("slow")]

    again = exercises.second_try({"cells": cells}, {"answer": 'solve("answer", 42)'})

    assert [cell["source"] for cell in again] == ['solve("answer", 42)', between["source"], CHECK]
