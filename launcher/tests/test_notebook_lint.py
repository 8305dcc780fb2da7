"""Each rule of the lint, broken once in a notebook that is right otherwise."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from launcher import notebook_lint  # noqa: E402
from launcher.house import House  # noqa: E402

GATE = 'gate("past", """\n  Why?\n  + a | b\n  - c | d\n  """)'
HIDDEN = {"source_hidden": True}
IDS = ["1.1", "1.2", "1.3", "1.10", "2.3"]

GOOD = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {
        "kernelspec": {"name": "java", "display_name": "Java", "language": "java"},
        "language_info": {"name": "java"},
        "interlock": {"talk": "talk1", "sections": ["1.3"], "title": "Scale it", "minutes": 10},
    },
    "cells": [
        {
            "id": "title",
            "cell_type": "markdown",
            "metadata": {"slideshow": {"slide_type": "slide"}},
            "source": ["# Scale it\n", "\n", "Look at the [start](../00-start.ipynb#map)."],
        },
        {
            "id": "open-the-toolbox",
            "cell_type": "code",
            "metadata": {"slideshow": {"slide_type": "-"}},
            "source": ["%classpath ../../kernel-lib/target/interlock-kernel-lib.jar\n", "import interlock.view.*;"],
            "outputs": [],
            "execution_count": None,
        },
        {
            "id": "measure-pi",
            "cell_type": "code",
            "metadata": {"slideshow": {"slide_type": "-"}, "tags": []},
            "source": "for (var x : xs) { show(x); }\nxs.size()",
            "outputs": [],
            "execution_count": None,
        },
    ],
}


@pytest.fixture
def notebooks(tmp_path):
    folder = tmp_path / "notebooks"
    (folder / "talk1").mkdir(parents=True)
    (folder / "00-start.ipynb").write_text("{}", "utf-8")
    (folder / "glossary.md").write_text('# Glossary\n\n## <a id="amdahls-law"></a>Amdahl\'s law\n\nA law.\n', "utf-8")
    return folder


def write(folder, notebook, name="talk1/03-scale-it.ipynb"):
    path = folder / name
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def changed(*keys, to):
    """GOOD with the value at `keys` set, or removed when `to` is `...`."""
    notebook = copy.deepcopy(GOOD)
    place = notebook
    for key in keys[:-1]:
        place = place[key]
    if to is ...:
        del place[keys[-1]]
    else:
        place[keys[-1]] = to
    return notebook


def test_good_notebook_has_no_problem(notebooks):
    assert notebook_lint.check(write(notebooks, GOOD), IDS) == []


CODE, TEXT = ("cells", 2), ("cells", 0)
OWN = ("metadata", "interlock")
BROKEN = [
    (changed(*CODE, "outputs", to=[{"output_type": "stream"}]), "measure-pi: the cell keeps outputs"),
    (changed(*CODE, "execution_count", to=3), "measure-pi: the cell keeps an execution count"),
    (changed(*CODE, "source", to="var x = 1;"), "measure-pi: the cell declares x with var"),
    (changed(*CODE, "source", to="f();\n" * 13), "measure-pi: the cell has 13 lines"),
    (changed(*CODE, "source", to=" \n"), "measure-pi: the cell is empty"),
    (changed(*CODE, "source", to='throw new Error("x");'), "measure-pi: the cell throws"),
    (changed(*CODE, "metadata", "tags", to=["raise-exception"]), "measure-pi: the cell has the tag raise-exception"),
    (changed(*CODE, "metadata", "slideshow", to=...), "measure-pi: the cell has no slide type"),
    (changed(*CODE, "metadata", "slideshow", to={"slide_type": "page"}), "measure-pi: the cell has no slide type"),
    (changed(*CODE, "metadata", "collapsed", to=True), "measure-pi: metadata of the cell holds collapsed"),
    (changed(*CODE, "cell_type", to="raw"), "measure-pi: the cell is neither code nor markdown"),
    (changed(*CODE, "id", to="title"), "two cells have the id title"),
    (changed(*CODE, "id", to="5f0c9a1e"), "the cell id 5f0c9a1e tells nothing"),
    (changed(*CODE, "id", to="a1b2c3d4-1234-1234-1234-123456789abc"), "tells nothing"),
    (changed(*CODE, "id", to=...), "cell number 3 has no id"),
    (changed(*TEXT, "source", to="# Scale it\n" + "line\n" * 6), "title: the cell has 7 lines of text"),
    (changed(*TEXT, "source", to="# Scale it\nThis is Simply so."), 'title: the cell says "simply"'),
    (changed(*TEXT, "source", to="# Scale it\nIt just runs."), 'title: the cell says "just"'),
    (changed(*TEXT, "source", to="# Scale it\n[next](04-next.ipynb)"), "links to 04-next.ipynb, which is not there"),
    (changed(*TEXT, "source", to='# Scale it\n<a href="no.ipynb">next</a>'), "links to no.ipynb"),
    (changed(*TEXT, "source", to="# Scale it\n[x](" + "y" * 5000 + ")"), "which is not there"),
    (changed(*TEXT, "source", to="# Scale it\nS = $1/n$ is so."), "title: the cell holds TeX"),
    (changed(*TEXT, "source", to="# Scale it\n$$1/n$$"), "title: the cell holds TeX"),
    (changed(*TEXT, "source", to="# Scale it\n[law](../glossary.md#amdahl)"), "glossary.md has no such heading"),
    (changed(*CODE, "source", to=GATE), "measure-pi: the cell shows the answers of its gate"),
    (changed(*CODE, "source", to=GATE + "\nint x = 1;"), "measure-pi: the cell holds more than its gate"),
    (changed(*CODE, "metadata", "jupyter", to=HIDDEN), "measure-pi: metadata of the cell holds jupyter"),
    (changed(*TEXT, "metadata", "jupyter", to=HIDDEN), "title: metadata of the cell holds jupyter"),
    (changed(*TEXT, "source", to="Scale it"), "the notebook does not begin with a title"),
    (changed(*OWN, "title", to="Other"), 'set it to "Scale it"'),
    (changed(*OWN, "minutes", to="ten"), "interlock.minutes is no whole number"),
    (changed(*OWN, "minutes", to=True), "interlock.minutes is no whole number"),
    (changed(*OWN, "sections", to="1.3"), "interlock.sections is not a list"),
    (changed(*OWN, "sections", to=["1.33"]), "section 1.33 is not in the syllabus; the nearest are 1.3 or"),
    (changed(*OWN, "sections", to=["1.3", "1.3"]), "section 1.3 is named twice"),
    (changed(*OWN, "sections", to=[1.1]), "section 1.1 is not text"),
    (changed(*OWN, "sections", to=["2.3"]), "section 2.3 is of talk2"),
    (changed(*OWN, "author", to="me"), "metadata of interlock holds author"),
    (changed("cells", 1, "source", to="import interlock.view.*;"), "the first code cell does not load the jar"),
    (changed("cells", 1, "source", to="%classpath ../interlock.jar"), "make its first line '%classpath ../../kernel"),
    (changed("metadata", "widgets", to={}), "metadata of the notebook holds widgets"),
    (changed("metadata", "kernelspec", "name", to="python3"), "does not ask for the Java kernel"),
    (changed("metadata", "language_info", to={"name": "java", "version": "25"}), "set language_info to"),
    (changed("nbformat_minor", to=4), "the notebook is not of format 4.5"),
]


@pytest.mark.parametrize(("notebook", "sentence"), BROKEN, ids=[sentence for _, sentence in BROKEN])
def test_broken_rule_gives_one_sentence(notebooks, notebook, sentence):
    path = write(notebooks, notebook)

    found = notebook_lint.check(path, IDS)

    assert len(found) == 1, found
    assert sentence in found[0]
    assert found[0].startswith(path.as_posix()) and found[0].endswith(".")


@pytest.mark.parametrize(
    "source",
    [
        "# Scale it\nType `just` or see <https://just.example/>.",
        "# Scale it\nAdjust the [slider](https://x.example/just.ipynb).",
        "# Scale it\nSee [below](#just) and [mail](mailto:a@b.example).",
        "# Scale it\n\none\n\ntwo\n\nthree\n\nfour\n\nfive",
    ],
)
def test_text_that_breaks_no_rule_has_no_problem(notebooks, source):
    assert notebook_lint.check(write(notebooks, changed(*TEXT, "source", to=source)), IDS) == []


@pytest.mark.parametrize("text", ["It costs $5 or $6.", "`$a$` and $HOME/x", "[law](../glossary.md#amdahls-law)"])
def test_dollars_that_are_no_tex_and_links_to_terms_have_no_problem(notebooks, text):
    assert notebook_lint.check(write(notebooks, changed(*TEXT, "source", to="# Scale it\n" + text)), IDS) == []


def test_gate_with_hidden_source_has_no_problem(notebooks):
    notebook = changed(*CODE, "source", to=GATE)
    notebook["cells"][2]["metadata"]["jupyter"] = HIDDEN

    assert notebook_lint.check(write(notebooks, notebook), IDS) == []


def test_answers_without_notebook_are_named(notebooks):
    (notebooks / "talk1" / "04-gone.answers.md").write_text("# Answers\n", "utf-8")

    found = notebook_lint.check_pages(notebooks)

    assert len(found) == 1 and "04-gone.answers.md answers a notebook that is not there" in found[0]


def test_dead_link_of_a_page_is_named(notebooks):
    page = notebooks / "glossary.md"
    page.write_text(page.read_text("utf-8") + "See [there](talk1/none.ipynb).\n", "utf-8")

    found = notebook_lint.check_pages(notebooks)

    assert len(found) == 1 and "the page links to talk1/none.ipynb, which is not there" in found[0]


def test_tagged_throw_has_no_problem(notebooks):
    notebook = changed(*CODE, "source", to="throw new Error();")
    notebook["cells"][2]["metadata"]["tags"] = ["raises-exception"]

    assert notebook_lint.check(write(notebooks, notebook), IDS) == []


def test_notebook_outside_its_talks_folder_is_named(notebooks):
    found = notebook_lint.check(write(notebooks, changed(*TEXT, "source", to="# Scale it"), "03-scale-it.ipynb"), IDS)

    assert len(found) == 1 and "move it to talk1/03-scale-it.ipynb" in found[0]


def test_file_name_without_number_is_named(notebooks):
    found = notebook_lint.check(write(notebooks, GOOD, "talk1/Scale.ipynb"), IDS)

    assert len(found) == 1 and "rename it" in found[0]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"cells": 3}', b"\xff\xfe", b"null", b"[" * 100_000],
    ids=["empty", "cut", "list", "no cells", "no list", "not UTF-8", "null", "deep"],
)
def test_file_that_is_no_notebook_gives_one_sentence(notebooks, content):
    path = notebooks / "talk1" / "03-x.ipynb"
    path.write_bytes(content)

    found = notebook_lint.check(path, IDS)

    assert len(found) == 1 and f"{path.as_posix()} is not a notebook" in found[0]


def test_missing_file_gives_one_sentence(notebooks):
    found = notebook_lint.check(notebooks / "none.ipynb", IDS)

    assert len(found) == 1 and "cannot be read" in found[0]


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [None], {"slideshow": 1, "tags": 2}])
def test_values_of_a_wrong_shape_are_problems_not_errors(notebooks, value):
    for keys in [CODE, (*CODE, "metadata"), (*CODE, "source"), (*CODE, "id"), OWN, ("metadata",), (*OWN, "sections")]:
        assert all(isinstance(p, str) for p in notebook_lint.check(write(notebooks, changed(*keys, to=value)), IDS))


def test_section_of_two_notebooks_is_named_once(notebooks):
    first = write(notebooks, GOOD)
    second = write(notebooks, GOOD, "talk1/04-again.ipynb")

    found = notebook_lint.check_all([first, second], IDS)

    assert len(found) == 1 and f"section 1.3 is covered by {first.as_posix()} already" in found[0]


def test_syllabus_is_the_file_that_the_jar_holds():
    ids = notebook_lint.syllabus_ids(House(ROOT))

    assert len(ids) == 77 and ids[0] == "0.1" and "1.10" in ids


def test_command_prints_problems_and_fails(notebooks):
    write(notebooks, changed(*CODE, "execution_count", to=3))
    (notebooks / "00-start.ipynb").unlink()
    (notebooks / ".ipynb_checkpoints").mkdir()
    (notebooks / ".ipynb_checkpoints" / "x.ipynb").write_text("broken", "utf-8")

    done = run(notebooks)

    assert done.returncode == 1
    assert [line.split(": ")[1].split(";")[0] for line in done.stdout.splitlines()] == [
        "the cell links to ../00-start.ipynb#map, which is not there",
        "the cell keeps an execution count",
    ]


def test_command_is_silent_when_all_is_well(notebooks):
    write(notebooks, GOOD)

    done = run(notebooks / "talk1")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def run(folder):
    command = [sys.executable, "-m", "launcher.notebook_lint", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
