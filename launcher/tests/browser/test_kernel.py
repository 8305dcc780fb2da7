"""Restart and interrupt from Lab's own buttons; nothing goes on computing behind the learner."""

from scratch import notebook


def test_restart_forgets_and_answers_again(lab, server):
    path = notebook(server.folder, "restart", "int kept = 41;", "kept + 1")
    lab.open(path)
    lab.run_all()
    assert lab.text(1) == "42"
    lab.restart()
    lab.run_cell(1)
    assert any("kept" in str(error) for error in lab.outputs(1)), lab.outputs(1)
    lab.run_cell(0)
    lab.run_cell(1)
    assert lab.text(1) == "42"
