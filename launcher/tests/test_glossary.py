"""Each rule of the glossary, broken once in one that is right otherwise."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from launcher import glossary  # noqa: E402

GOOD = """# Glossary

What the words mean.

## <a id="amdahls-law"></a>Amdahl's law

What the [start-up](#start-up) leaves. Source: Amdahl (1967), AFIPS, vol. 30, pp. 483–485.

## start-up

The time before the first piece. See `engine.start()`.

## virtual thread

One more. And two. And three.
"""


def problems(tmp_path, text):
    page = tmp_path / "glossary.md"
    page.write_text(text, "utf-8")
    return glossary.problems(page)


def test_good_glossary_has_no_problem(tmp_path):
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("# Glossary", "Glossary", "does not begin with a title"),
        ("## virtual thread", "## a thread", "the term a thread stands out of order"),
        ("## virtual thread", "## start-up", "the term start-up is there twice"),
        ("## virtual thread", "## Virtual thread", 'write ## <a id="virtual-thread"></a>Virtual thread'),
        ('<a id="amdahls-law"></a>', "", 'write ## <a id="amdahls-law"></a>Amdahl\'s law'),
        ('id="amdahls-law"', 'id="amdahl"', 'write ## <a id="amdahls-law"></a>Amdahl\'s law'),
        ("One more. And two. And three.", "", "the term virtual thread is not explained"),
        ("And three.", "And three! And four?", "the term virtual thread has more than 3 sentences"),
        ("](#start-up)", "](#startup)", "the link to #startup leads to no term"),
    ],
)
def test_broken_rule_gives_one_sentence(tmp_path, old, new, sentence):
    assert old in GOOD
    found = problems(tmp_path, GOOD.replace(old, new))

    assert len(found) == 1, found
    assert sentence in found[0] and found[0].endswith(".")


def test_missing_glossary_gives_one_sentence(tmp_path):
    found = glossary.problems(tmp_path / "glossary.md")

    assert len(found) == 1 and "cannot be read" in found[0]


def test_anchors_are_those_of_every_heading(tmp_path):
    problems(tmp_path, GOOD)

    assert glossary.anchors(tmp_path / "glossary.md") == {"glossary", "amdahls-law", "start-up", "virtual-thread"}
    assert glossary.anchors(tmp_path / "none.md") == frozenset()
