#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What refreshing the Overview costs, against asking for the whole range each time.

  samples     that a real Prometheus loads for the refreshes of SOCKEYE_BENCH_MINUTES (5), one each 5 s
  wire        bytes both ways, headers included
  client-cpu  processor time of the asking side

All without the first answer, which is the same for both. The program behind it (refreshbench.cpp) compares
what both ways show after each refresh, and fails when they differ in one point.
"""

import subprocess
import sys
from pathlib import Path


def main():
    if len(sys.argv) != 2:
        print("usage: refresh.py BUILD_DIRECTORY", file=sys.stderr)
        return 2
    found = sorted(Path(sys.argv[1]).rglob("refreshbench"))
    program = next((path for path in found if path.is_file()), None)
    if program is None:
        print("bench: refreshbench is not built", file=sys.stderr)
        return 1
    source = Path(__file__).resolve().parents[2]
    return subprocess.run([program, source], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
