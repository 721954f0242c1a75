#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the probes' codec is, without a network: frames read and answered, masking, the check of texts.

Processor time on one core, the median of eleven rounds. session is what one idle connection takes beside its socket.
"""

import subprocess
import sys
from pathlib import Path


def main():
    if len(sys.argv) != 2:
        print("usage: frames.py BUILD_DIRECTORY", file=sys.stderr)
        return 2
    program = Path(sys.argv[1]).resolve() / "bin" / "framebench"
    try:
        output = subprocess.run([program], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"frames: {problem}", file=sys.stderr)
        return 1
    for line in output.splitlines():
        name, value, unit, *other = line.split()
        comparison = f" vs {other[0]} {other[1]} ratio {float(value) / float(other[1]):.3g}" if other else ""
        print(f"bench frames {name} {value} {unit}{comparison}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
