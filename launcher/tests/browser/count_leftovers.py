#!/usr/bin/env python3
"""Plays the cases of leftovers.py, a line of JSON for each; see launcher/bench_processes.py."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import chromium
import leftovers
import processes


def main() -> int:
    executable = chromium.find()
    if executable is None or not processes.AVAILABLE:
        print(chromium.MISSING if executable is None else "no /proc to count in", file=sys.stderr)
        return 1
    with chromium.launched(executable) as browser:
        for case in leftovers.CASES:
            left = leftovers.count(case, browser)
            found = {"case": case.title, "left_over": len(left), "which": list(left.values())}
            print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
