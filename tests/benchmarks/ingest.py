#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to decode and to paint 100 series of 11,000 points that a real Prometheus answered.

  mixed    counters, bytes, three decimals and ratios, as dashboards have them
  long     17 digits a value and fractional times, as rate() makes them
  peak     the most that decoding takes beside the body, for each byte of the decoded columns
  painted  from the question to the chart on the screen, in medians of SOCKEYE_BENCH_ROUNDS (7):
           wall is all of it, server the part that fetching the same bytes takes, client the rest,
           cpu the processor time of all processes but the server; panels ask for whole times, also in long

The same answers are decoded by QJsonDocument and, where it is installed, by Node with JSON.parse into Float64Array.
All take turns, and processor time is compared: the ratio says how many times less ours takes. Painting is compared
with Chromium and uPlot, where they are installed. Chromium asks for gzip, which it cannot be told to leave, and for
which the server takes longer than for the plain answer that Sockeye asks for on this host: that is a part of wall,
and not of client and cpu.
"""

import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from backfilled import BEGIN, Prometheus
from desktop import Desktop, Missing
from painting import compare_painting

ROUNDS = int(os.environ.get("SOCKEYE_BENCH_ROUNDS", "7"))

QUERIES = {"mixed": ("bench", BEGIN), "long": ("bench / 7", BEGIN + 0.007)}


class Decoder:
    """A program that decodes once for each line it is given."""

    def __init__(self, *command):
        self.times = []
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def turn(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        words = self.process.stdout.readline().split()
        if len(words) != 2:
            raise Missing(f"{self.process.args[0]} decoded nothing")
        self.times.append(float(words[0]) / 1e6)
        return float(words[1])

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def milliseconds(self):
        # The first one warms up: memory, and the compiler of Node.
        return statistics.median(self.times[1:])


def compare(name, program, body):
    decoders = {"ours": Decoder(program, "ours", body), "qjsondocument": Decoder(program, "qt", body)}
    node = shutil.which("node")
    if node:
        decoders["node"] = Decoder(node, str(Path(__file__).with_name("ingestdecoder.js")), body)
    else:
        print("ingest: nothing to compare with: node not found", file=sys.stderr)
    try:
        for _ in range(ROUNDS + 1):
            sums = {who: decoder.turn() for who, decoder in decoders.items()}
            if not all(math.isclose(total, sums["ours"], rel_tol=1e-12) for total in sums.values()):
                raise Missing(f"the decoders do not agree: {sums}")
    finally:
        for decoder in decoders.values():
            decoder.close()
    ours = decoders.pop("ours").milliseconds()
    for who, decoder in decoders.items():
        theirs = decoder.milliseconds()
        print(f"bench ingest {name} {ours:.4g} ms vs {who} {theirs:.4g} ratio {theirs / ours:.3g}", flush=True)
    speed = os.path.getsize(body) / 1e6 / (ours / 1e3)
    print(f"bench ingest {name}-speed {speed:.4g} MB/s", flush=True)
    peak, columns = map(int, subprocess.run([program, "peak", body], check=True, capture_output=True).stdout.split())
    ratio = f"{columns / 1e6:.4g} ratio {peak / columns:.3g}"
    print(f"bench ingest {name}-peak {peak / 1e6:.4g} MB vs columns {ratio}", flush=True)


def main():
    if len(sys.argv) != 2:
        print("usage: ingest.py BUILD_DIRECTORY", file=sys.stderr)
        return 2
    programs = Path(sys.argv[1]).resolve() / "bin"
    try:
        with tempfile.TemporaryDirectory(prefix="sockeye-bench-") as folder:
            with Prometheus(Path(folder)) as server:
                bodies = {name: server.answer(*question) for name, question in QUERIES.items()}
                expressions = {name: expression for name, (expression, _) in QUERIES.items()}
                with Desktop() as desktop:
                    compare_painting(desktop, str(programs / "panelbench"), server, expressions, ROUNDS)
            for name, content in bodies.items():
                body = Path(folder) / f"{name}.json"
                body.write_bytes(content)
                compare(name, str(programs / "ingestbench"), str(body))
    except (Missing, OSError, subprocess.CalledProcessError) as problem:
        print(f"ingest: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
