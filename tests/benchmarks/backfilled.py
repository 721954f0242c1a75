# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Prometheus that holds 100 series of 11,000 points."""

import math
import os
import random
import shutil
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from desktop import Missing, end, wait_for

SERIES = 100
POINTS = 11_000
STEP = 15
BEGIN = 1_767_225_600


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

    def range_url(self, expression, begin):
        end_of_range = begin + STEP * (POINTS - 1)
        question = urllib.parse.urlencode({"query": expression, "start": begin, "end": end_of_range, "step": STEP})
        return f"{self.url}/api/v1/query_range?{question}"

    def answer(self, expression, begin):
        request = urllib.request.Request(self.range_url(expression, begin))
        request.add_header("Accept-Encoding", "identity")
        with urllib.request.urlopen(request, timeout=120) as reply:
            return reply.read()
