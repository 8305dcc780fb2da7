"""What a cell prints or shows arrives whole, and as text."""

import hashlib

from scratch import notebook, saved


def stream_text(cell: dict) -> str:
    return "".join(
        "".join(output["text"]) for output in cell["outputs"] if output["output_type"] == "stream"
    )


def test_hundred_thousand_printlns_all_arrive(lab, server):
    path = notebook(
        server.folder,
        "printlns",
        'for (int i = 0; i < 100_000; i++) System.out.println("line " + i);',
        '"the next cell answers"',
    )
    lab.open(path)
    lab.run_all(60)
    expected = "".join(f"line {i}\n" for i in range(100_000))
    assert_same(lab.text(0), expected)
    assert "the next cell answers" in lab.text(1)


def test_ten_megabytes_in_one_print_arrive_and_are_saved(lab, server):
    path = notebook(
        server.folder,
        "one-print",
        'System.out.print("0123456789abcde\\n".repeat(655_360));',
        '"the next cell answers"',
    )
    lab.open(path)
    lab.run_all(60)
    expected = "0123456789abcde\n" * 655_360
    assert_same(lab.text(0), expected)
    assert "the next cell answers" in lab.text(1)
    lab.save()
    assert_same(stream_text(saved(server.folder, path)["cells"][0]), expected)


def test_reload_keeps_outputs(lab, server):
    path = notebook(server.folder, "reload", 'System.out.println("kept");', "20 + 3")
    lab.open(path)
    lab.run_all()
    lab.save()
    lab.reload()
    assert lab.text(0) == "kept\n"
    assert lab.text(1) == "23"
    assert lab.output_area(0).inner_text().strip() == "kept"


def assert_same(seen: str, expected: str) -> None:
    """Equality of long texts without printing them."""
    assert len(seen) == len(expected), f"{len(seen):,} of {len(expected):,} characters arrived"
    assert hashlib.sha256(seen.encode()).digest() == hashlib.sha256(expected.encode()).digest()
