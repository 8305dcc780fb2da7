"""What stands at the top level of a cell of Java."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from launcher import java_cells  # noqa: E402

AT_THE_TOP = {
    "var x = 1;": ["x"],
    "  final var  y=f(2);": ["y"],
    "int a = 1;\nvar b = a; var c = b;": ["b", "c"],
    "void f() { int z; }\nvar after = 1;": ["after"],
    'String s = "}{"; var t = s;': ["t"],
    "char c = '{'; var d = c;": ["d"],
    "char c = '\\''; var d = c;": ["d"],
    'String s = "\\"{"; var t = s;': ["t"],
    'String s = """\n  {{ "quoted" \\""" {\n  """;\nvar t = s;': ["t"],
    "/* { */ var x = 1; // }\nvar y = 2;": ["x", "y"],
    "var /* why */ x = 1;": ["x"],
    "int[] a = {1, 2};\nvar b = a;": ["b"],
}

NOT_AT_THE_TOP = [
    "int x = 1;",
    "void f() {\n  var x = 1;\n}",
    "for (var x : xs) { show(x); }",
    "for (var i = 0; i < 3; i++) show(i);",
    "try (var in = open()) { }",
    "Runnable r = () -> { var x = 1; };",
    "f((var x) -> x + 1);",
    "// var x = 1;",
    "/* var x = 1; */",
    "/** var x = 1;\n * var y = 2; */",
    'String s = "var x = 1;";',
    'String s = """\n  var x = 1;\n  """;',
    "int variance = 1; int my_var = 2;",
    "x.var = 1;",
    "%classpath var x = 1;",
    "%%magic\nvar x = 1;",
    "record P(int x) { static int f() { var y = 1; return y; } }",
    "",
]


@pytest.mark.parametrize("source", AT_THE_TOP)
def test_var_outside_brackets_is_found(source):
    assert java_cells.top_level_vars(source) == AT_THE_TOP[source]


@pytest.mark.parametrize("source", NOT_AT_THE_TOP)
def test_var_elsewhere_is_not_found(source):
    assert java_cells.top_level_vars(source) == []


def test_unbalanced_brackets_hide_nothing_that_follows_their_end():
    assert java_cells.top_level_vars("} ) var x = 1;") == ["x"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('throw new IllegalStateException("stop");', True),
        ("void f() { throw new Error(); }", False),
        ("// throw new Error();", False),
        ("int throwing = 1;", False),
    ],
)
def test_throw_counts_only_as_a_statement_of_the_cell(source, expected):
    assert java_cells.throws(source) is expected


@pytest.mark.parametrize(
    ("source", "one"),
    [
        ('gate("a", """\n  Why?\n  + x) | y\n  - z | w\n  """)', True),
        ('gate("a", "b");\n// that was all', True),
        ('gate("a", "b"); int x = 1;', False),
        ('int x = 1;\ngate("a", "b")', False),
        ('gate("a", "b").hide()', False),
        ('"gate()"', False),
        ("// gate()", False),
    ],
)
def test_cell_that_is_one_call_is_told_from_others(source, one):
    assert java_cells.is_one_call(source, "gate") is one


def test_calls_are_found_wherever_they_stand_but_in_comments():
    source = '// solve("no", x)\nsolve( "a-b", f);\nrun(() -> solve("c", 1));\nresolve("d", 2); it.solve("e", 3); solve(name, 4);'

    assert java_cells.calls(source, "solve") == ["a-b", "c"]


def test_words_are_the_names_that_code_uses():
    source = 'Points p = at(1, "text"); // a comment\nreturn p.x;'
    assert java_cells.words(source) == {"Points", "p", "at", "return", "x"}
