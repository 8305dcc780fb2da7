"""Shift-Tab shows signature and Javadoc, of the jar's classes too."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def notebook(kernel):
    kernel.run(
        "import static interlock.notebook.Notebook.*;\nimport interlock.scaling.*;\nimport interlock.parallel.*;\n"
        "LiveDisplay shown = live(3);\nSpeedupPoint point = new SpeedupPoint(1, 1, 1, 1);"
    )
    return kernel


def inspect(kernel, code):
    """Asks at the mark in the code; the cursor counts code points, as Jupyter does."""
    return kernel.ask("inspect", code.replace("|", "", 1), code.index("|"))


@pytest.mark.parametrize("code, signature, words", [
    ("Notebook.sh|ow(3)", "void Notebook.show(Object value)", "Shows a value"),
    ("Notebook.show|", "void Notebook.show(Object value)", "Shows a value"),
    ("Note|book", "interlock.notebook.Notebook", "What a notebook cell calls"),
    ("show(|", "void Notebook.show(Object value)", "Shows a value"),
    ("live(|)", "LiveDisplay Notebook.live(Object first)", "LiveDisplay.update replaces, from any thread"),
    ("new SpeedupPoint(|", "SpeedupPoint(int workers, double speedup", "Refuses worker counts below 1"),
    ("demo(\"x\", |", "Demo Notebook.demo(String name, Demo.Work work)", "beside the notebook"),
    ("point.speed|up()", "double SpeedupPoint.speedup()", "median time"),
    ("Family.JAVA|", "Family.JAVA", "Java code, compiled by the virtual machine"),
    ("shown.update(|5)", "void LiveDisplay.update(Object value)", "Returns at once."),
    ("point|", "SpeedupPoint point", "The speedup of one number of workers"),
    ("import java.util.*;\nLiveDisplay other = live(3);\nother.up|date(4)", "void LiveDisplay.update(Object value)", "in place of"),
    ('String face = "😀"; show(|', "void Notebook.show(Object value)", "Shows a value"),
])
def test_signature_and_javadoc_are_shown(notebook, code, signature, words):
    answer = inspect(notebook, code)
    assert answer["found"], answer
    assert signature in answer["data"]["text/plain"]
    assert words in answer["data"]["text/plain"]
    assert "<code>" in answer["data"]["text/html"]


def test_html_is_escaped(notebook):
    html = inspect(notebook, "new SpeedupPoint(|")["data"]["text/html"]
    assert "0 &lt; low" in html


def test_class_of_the_jdk_has_its_javadoc_or_one_line_why_not(notebook):
    plain = inspect(notebook, '"a".strip|()')["data"]["text/plain"]
    assert "String String.strip()" in plain
    assert "white space" in plain or "came without its sources" in plain


@pytest.mark.parametrize("code", ["|", "nothingOfThatName|", "((((|", "import |"])
def test_what_is_not_known_is_not_found(notebook, code):
    assert not inspect(notebook, code)["found"]
