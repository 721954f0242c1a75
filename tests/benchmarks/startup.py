#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the console starts, and what it costs to let it run.

  first-window  from starting the program to its first painted frame, with nothing configured
  first-data    from starting the program with --demo to the first panel that has a value, from a probe or Prometheus
  memory        PSS of the console alone, after SOCKEYE_BENCH_MINUTES (5) of the demo
  cpu-visible   of one core, the console alone, over SOCKEYE_BENCH_SECONDS (30) with the window in view
  cpu-hidden    the same with the window minimised

Where Chromium and uPlot are there, the same is measured of a page that draws as much (page.py), over all of
Chromium's processes. uPlot is looked for in SOCKEYE_UPLOT and where npm installs.
"""

import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from browser import find_browser
from desktop import Desktop, Missing, end, memory_megabytes, processor_share, wait_for
from page import ChartPage

PLAIN_STARTS = 5
DEMO_STARTS = 3
MINUTES = float(os.environ.get("SOCKEYE_BENCH_MINUTES", "5"))
SECONDS = float(os.environ.get("SOCKEYE_BENCH_SECONDS", "30"))


class Console:
    """A running console that tells when it shows its window and its first data."""

    def __init__(self, desktop, program, *arguments):
        self.marks = {}
        self.began = time.monotonic()
        desktop.environment["SOCKEYE_TRACE_START"] = str(time.monotonic_ns())
        size = "x".join(map(str, Desktop.SIZE))
        self.process = desktop.popen([program, "--size", size, *arguments], stderr=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stderr:
            words = line.split()
            if len(words) == 3 and words[1] in ("first-window", "first-data"):
                self.marks[words[1]] = float(words[2])
            else:
                print(line, end="", file=sys.stderr)

    def mark(self, name):
        """Milliseconds from the start."""
        wait_for(f"{name} of the console", 120, lambda: name in self.marks or self.process.poll() is not None)
        if name not in self.marks:
            raise Missing(f"the console ended with {self.process.returncode} before {name}")
        return self.marks[name]

    def pids(self):
        return [self.process.pid]


def starts(desktop, program, count, name, *arguments):
    """The time of the mark in a number of starts."""
    times = []
    for _ in range(count):
        console = Console(desktop, program, *arguments)
        try:
            times.append(console.mark(name))
        finally:
            end(console.process)
    return times


def long_run(desktop, running):
    """What a program costs that is left alone."""
    time.sleep(max(0.0, running.began + 60 * MINUTES - time.monotonic()))
    memory = memory_megabytes(running.pids())
    visible = processor_share(running.pids, SECONDS)
    desktop.minimize(running.pids())
    hidden = processor_share(running.pids, SECONDS)
    return {"memory": memory, "cpu-visible": visible, "cpu-hidden": hidden}


def measure_console(desktop, build):
    program = str(build / "bin" / "sockeye")
    figures = {"first-window": statistics.median(starts(desktop, program, PLAIN_STARTS, "first-window"))}
    data = starts(desktop, program, DEMO_STARTS - 1, "first-data", "--demo")
    console = Console(desktop, program, "--demo")
    try:
        figures["first-data"] = statistics.median([*data, console.mark("first-data")])
        figures.update(long_run(desktop, console))
    finally:
        end(console.process)
    return figures


def measure_page(desktop):
    browser = find_browser("startup")
    if browser is None:
        return {}
    times = []
    for _ in range(DEMO_STARTS - 1):
        with ChartPage(desktop, *browser) as page:
            times.append((page.mark("first-window"), page.mark("first-data")))
    with ChartPage(desktop, *browser) as page:
        times.append((page.mark("first-window"), page.mark("first-data")))
        windows, data = zip(*times)
        return {
            "first-window": statistics.median(windows),
            "first-data": statistics.median(data),
            **long_run(desktop, page),
        }


UNITS = {"first-window": "ms", "first-data": "ms", "memory": "MB", "cpu-visible": "%", "cpu-hidden": "%"}


def report(figures, other):
    for metric, unit in UNITS.items():
        line = f"bench startup {metric} {figures[metric]:.4g} {unit}"
        if metric in other:
            ratio = f"{figures[metric] / other[metric]:.2g}" if other[metric] else "-"
            line += f" vs chromium {other[metric]:.4g} ratio {ratio}"
        print(line, flush=True)


def main():
    if len(sys.argv) != 2:
        print("usage: startup.py BUILD_DIRECTORY", file=sys.stderr)
        return 2
    try:
        with Desktop() as desktop:
            figures = measure_console(desktop, Path(sys.argv[1]).resolve())
            other = measure_page(desktop)
    except Missing as missing:
        print(f"startup: {missing}", file=sys.stderr)
        return 1
    report(figures, other)
    return 0


if __name__ == "__main__":
    sys.exit(main())
