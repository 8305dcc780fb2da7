from __future__ import annotations

from launcher.reports import read

REPORT = """<testsuite tests="5">
<testcase classname="interlock.view.SvgTest" name="one_passes"/>
<testcase classname="interlock.view.SvgTest" name="two_fails"><failure message="no"/></testcase>
<testcase classname="interlock.view.SvgTest" name="three_errs"><error/></testcase>
<testcase classname="interlock.mpi.MpiTest" name="four"><skipped message="Assumption failed: no mpirun"/></testcase>
<testcase classname="tests.test_lab" name="five"><skipped message="no browser&#10;more"/></testcase>
</testsuite>"""


def test_counts_and_reasons(tmp_path):
    file = tmp_path / "r.xml"
    file.write_text(REPORT)
    tally = read([file])
    assert tally.line() == "1 passed, 2 failed, 2 skipped"
    assert tally.skipped == ["no mpirun (MpiTest.four)", "no browser (test_lab.five)"]


def test_report_that_is_not_there_is_a_failure(tmp_path):
    (tmp_path / "half.xml").write_text("<testsuite>")
    assert read([tmp_path / "gone.xml", tmp_path / "half.xml"]).failed == 2
