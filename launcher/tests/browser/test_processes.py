"""However a kernel, a Lab or a launcher ends, nothing that it started is left."""

from __future__ import annotations

import pytest

import leftovers
from load import needs_proc

pytestmark = needs_proc


@pytest.mark.parametrize("case", leftovers.CASES, ids=lambda case: case.title.replace("/", ""))
def test_no_process_is_left_over(browser, case):
    assert leftovers.count(case, browser) == {}
