"""Variables keep their values when what they were made with is run again."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def made(kernel):
    kernel.run(
        "import java.util.*;\nList<Integer> build() { return new ArrayList<>(List.of(1, 2)); }\nint five() { return 5; }\n"
        "<T> Map<T, List<T>> mapOf(T t) { return Map.of(t, List.of(t)); }\nint[] row() { return new int[] {1, 2}; }"
    )
    kernel.run(
        'var list = build(); var number = five(); var map = mapOf("a");\nvar array = row();\nvar same = list;\n'
        "var shape = new Object() { int sides = 3; };\nfor (var i = 0; i < 2; i++) { var inside = five(); }\n"
        "java.util.function.IntUnaryOperator twice = (var n) -> 2 * n;"
    )
    return kernel.run(
        "List<Integer> build() { return new ArrayList<>(List.of(1, 2, 3)); }\nint five() { return 55; }\n"
        "<T> Map<T, List<T>> mapOf(T t) { return Map.of(); }\nint[] row() { return new int[] {9}; }"
    )


@pytest.mark.parametrize("expression, expected", [
    ("list.toString()", "[1, 2]"), ("number", "5"), ("map.toString()", "{a=[a]}"), ("array.length", "2"),
    ("same == list", "true"), ("shape.sides", "3"), ("twice.applyAsInt(4)", "8"),
])
def test_var_keeps_its_value_when_its_method_is_run_again(kernel, made, expression, expected):
    assert made.printed("stderr") == ""
    assert kernel.run(expression).value() == expected


def test_new_value_is_taken_when_the_cell_of_the_variable_is_run(kernel):
    kernel.run("int seven() { return 7; }")
    kernel.run("var own = seven();")
    kernel.run("int seven() { return 70; }")
    kernel.run("var own = seven();")
    assert kernel.run("own").value() == "70"


@pytest.mark.parametrize("again", ["int counted = 0;", "long counted = 1;", "var counted = List.of(1);"])
def test_cell_of_a_variable_that_is_run_again_says_nothing(kernel, again):
    kernel.run("import java.util.*;\nint counted = 0;\ncounted++;")
    assert kernel.run(again).printed("stderr") == ""


def test_variable_of_a_class_that_was_changed_is_named(kernel):
    kernel.run("record Point(int x) {}")
    kernel.run("Point point = new Point(1);\nvar other = new Point(2);")
    ran = kernel.run("record Point(int x) { int two() { return 2 * x; } }")
    assert "point was of the old Point and is null now: run the cell that makes it again." in ran.printed("stderr")
    assert "other " in ran.printed("stderr")
    kernel.run("Point point = new Point(1);\nvar other = new Point(2);")
    assert kernel.run("point.two() + other.two()").value() == "6"


def test_variable_whose_method_returns_something_else_is_named(kernel):
    kernel.run("int size() { return 1; }")
    kernel.run("var sized = size();")
    ran = kernel.run('String size() { return "s"; }')
    assert "sized " in ran.printed("stderr")
    assert "run the cell that makes it again" in ran.printed("stderr")
