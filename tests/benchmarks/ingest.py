#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to decode 100 series of 11,000 points that a real Prometheus answered.

  mixed  counters, bytes, three decimals and ratios, as dashboards have them
  long   17 digits a value and fractional times, as rate() makes them
  peak   the most that decoding takes beside the body, for each byte of the decoded columns

The same answers are decoded by QJsonDocument and, where it is installed, by Node with JSON.parse into Float64Array.
All take turns, and processor time is compared: the ratio says how many times less ours takes.
"""

import math
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from desktop import Missing, end, wait_for

SERIES = 100
POINTS = 11_000
STEP = 15
ROUNDS = int(os.environ.get("SOCKEYE_BENCH_ROUNDS", "7"))
BEGIN = 1_767_225_600

QUERIES = {"mixed": ("bench", BEGIN), "long": ("bench / 7", BEGIN + 0.007)}


def find_program(variable, name):
    cached = Path.home() / ".cache/sockeye/prometheus/usr/bin" / name
    path = os.environ.get(variable) or shutil.which(name) or (str(cached) if cached.exists() else None)
    if not path:
        raise Missing(f"{name} is not installed")
    return path


def value(kind, series, point, chance):
    """A sample as exporters write it."""
    if kind == 0:
        return str(1000 * series + 37 * point)
    if kind == 1:
        return str(268_435_456 + 4096 * chance.randrange(100_000))
    if kind == 2:
        return f"{50 + 20 * math.sin(point / 90 + series) + chance.random():.3f}"
    return repr(chance.random())


def open_metrics(path):
    chance = random.Random(1)
    with open(path, "w", encoding="ascii") as file:
        file.write("# TYPE bench gauge\n")
        for series in range(SERIES):
            labels = f'instance="10.0.0.{series}:9100",job="websocket",series="{series}"'
            for point in range(POINTS):
                file.write(f"bench{{{labels}}} {value(series % 4, series, point, chance)} {BEGIN + STEP * point}\n")
        file.write("# EOF\n")


class Prometheus:
    """A server over back-filled blocks."""

    def __init__(self, folder):
        source, data = folder / "bench.om", folder / "data"
        open_metrics(source)
        promtool = find_program("SOCKEYE_PROMTOOL", "promtool")
        command = [promtool, "tsdb", "create-blocks-from", "openmetrics", str(source), str(data)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (folder / "prometheus.yml").write_text("global: {}\n", encoding="ascii")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = [find_program("SOCKEYE_PROMETHEUS", "prometheus"), f"--config.file={folder}/prometheus.yml"]
        command += [f"--storage.tsdb.path={data}", "--storage.tsdb.retention.time=100y"]
        command += [f"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]
        self.process = subprocess.Popen(command)
        wait_for("Prometheus", 120, self._is_ready)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)

    def _is_ready(self):
        if self.process.poll() is not None:
            raise Missing(f"Prometheus ended with {self.process.returncode}")
        try:
            with urllib.request.urlopen(f"{self.url}/-/ready", timeout=5) as reply:
                return reply.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def answer(self, expression, begin):
        end_of_range = begin + STEP * (POINTS - 1)
        question = urllib.parse.urlencode({"query": expression, "start": begin, "end": end_of_range, "step": STEP})
        request = urllib.request.Request(f"{self.url}/api/v1/query_range?{question}")
        request.add_header("Accept-Encoding", "identity")
        with urllib.request.urlopen(request, timeout=120) as reply:
            return reply.read()


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
    program = str(Path(sys.argv[1]).resolve() / "bin" / "ingestbench")
    try:
        with tempfile.TemporaryDirectory(prefix="sockeye-bench-") as folder:
            with Prometheus(Path(folder)) as server:
                bodies = {name: server.answer(*question) for name, question in QUERIES.items()}
            for name, content in bodies.items():
                body = Path(folder) / f"{name}.json"
                body.write_bytes(content)
                compare(name, program, str(body))
    except (Missing, OSError, subprocess.CalledProcessError) as problem:
        print(f"ingest: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
