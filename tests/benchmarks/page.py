# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same work in a browser: a page of uPlot charts whose data come over HTTP as Prometheus would send them."""

import http.server
import json
import math
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

from desktop import Missing, end, tree, wait_for

# As the Overview of the demo has it: charts and their lines, points of 15 minutes, seconds between two questions.
CHARTS = (3, 4, 4, 2, 2)
POINTS = 450
STEP = 2
INTERVAL = 2

HTML = """<!doctype html><meta charset="utf-8"><title>charts</title>
<link rel="stylesheet" href="/uPlot.min.css"><script src="/uPlot.iife.min.js"></script>
<body style="margin:0"><script>
const charts = CHARTS.map(lines => new uPlot({width: innerWidth, height: Math.floor(innerHeight / CHARTS.length) - 30,
    series: [{}, ...Array.from({length: lines}, (_, i) => ({stroke: `hsl(${i * 80} 60% 45%)`}))]}, null, document.body));
const mark = name => requestAnimationFrame(() => requestAnimationFrame(() => fetch('/mark/' + name, {method: 'POST'})));
mark('first-window');
let seen = false;
async function ask() {
    const answers = await Promise.all(CHARTS.map((_, i) => fetch('/data/' + i).then(answer => answer.json())));
    answers.forEach((answer, i) => {
        const result = answer.data.result;
        const times = result[0].values.map(pair => pair[0]);
        charts[i].setData([times, ...result.map(one => one.values.map(pair => Number(pair[1])))]);
    });
    if (!seen)
        mark('first-data');
    seen = true;
}
ask();
setInterval(ask, INTERVAL * 1000);
</script>""".replace("CHARTS", json.dumps(CHARTS)).replace("INTERVAL", str(INTERVAL))


def answer(chart):
    """A range answer of Prometheus with the lines of a chart."""
    last = int(time.time()) // STEP * STEP
    times = range(last - (POINTS - 1) * STEP, last + STEP, STEP)
    lines = [
        {"metric": {"line": str(line)}, "values": [[t, str(100 * line + 40 * math.sin(t / 60 + line))] for t in times]}
        for line in range(CHARTS[chart])
    ]
    return {"status": "success", "data": {"resultType": "matrix", "result": lines}}


class ChartPage:
    """Chromium with the page in a window of its own."""

    def __init__(self, desktop, chromium, uplot):
        self.marks = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler(uplot))
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.began = time.monotonic()
        command = [chromium, f"--app=http://127.0.0.1:{self.server.server_port}/", "--no-first-run"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-extensions"]
        command += ["--window-position=0,0", f"--window-size={desktop.SIZE[0]},{desktop.SIZE[1]}"]
        # Its sandbox refuses to be run by root.
        command += ["--no-sandbox"] if os.geteuid() == 0 else []
        self.process = desktop.popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)
        self.server.shutdown()
        self.server.server_close()

    def mark(self, name):
        """Milliseconds from the start."""
        wait_for(f"{name} of Chromium", 120, lambda: name in self.marks or self.process.poll() is not None)
        if name not in self.marks:
            raise Missing(f"Chromium ended with {self.process.returncode} before {name}")
        return self.marks[name]

    def pids(self):
        return tree(self.process.pid)

    def _handler(self, uplot):
        page = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                page.marks[self.path.rpartition("/")[2]] = 1000 * (time.monotonic() - page.began)
                self._send(b"", "text/plain")

            def do_GET(self):
                name = self.path.rpartition("/")[2]
                if self.path == "/":
                    self._send(HTML.encode(), "text/html")
                elif self.path.startswith("/data/"):
                    self._send(json.dumps(answer(int(name))).encode(), "application/json")
                elif name in ("uPlot.iife.min.js", "uPlot.min.css"):
                    kind = "text/css" if name.endswith("css") else "text/javascript"
                    self._send((uplot / name).read_bytes(), kind)
                else:
                    self.send_error(404)

            def _send(self, body, kind):
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler


def find_chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def find_uplot():
    """The folder of uPlot's files, or None."""
    places = [os.environ.get("SOCKEYE_UPLOT", ""), str(Path.home() / "node_modules/uplot/dist")]
    if shutil.which("npm"):
        root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        places.append(f"{root}/uplot/dist")
    places += ["/usr/local/lib/node_modules/uplot/dist", "/usr/lib/node_modules/uplot/dist"]
    return next((Path(place) for place in places if place and (Path(place) / "uPlot.iife.min.js").exists()), None)
