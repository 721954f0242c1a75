# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chromium with a page of uPlot charts, and the server of that page."""

import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from desktop import Missing, end, tree, wait_for


class Page:
    """Chromium with a page in a window of its own. What the page fetches besides is for a subclass to answer."""

    def __init__(self, desktop, chromium, uplot, html):
        self.marks = {}
        self.uplot = uplot
        self.html = html
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.began = time.monotonic()
        command = [chromium, f"--app=http://127.0.0.1:{self.server.server_port}/", "--no-first-run"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-extensions"]
        command += ["--window-position=0,0", f"--window-size={desktop.SIZE[0]},{desktop.SIZE[1]}"]
        # A keyring that the bus starts would ask for a password first.
        command += ["--password-store=basic"]
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

    def reply(self, path):
        """The JSON that the page gets from this path, or None."""
        raise NotImplementedError

    def receive(self, path, body):
        """What the page tells: a mark that it has reached."""
        self.marks[path.rpartition("/")[2]] = 1000 * (time.monotonic() - self.began)


def handler_of(page):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            page.receive(self.path, self.rfile.read(int(self.headers.get("Content-Length", 0))))
            self._send(b"", "text/plain")

        def do_GET(self):
            name = self.path.rpartition("/")[2]
            if self.path == "/":
                self._send(page.html.encode(), "text/html")
            elif name in ("uPlot.iife.min.js", "uPlot.min.css"):
                kind = "text/css" if name.endswith("css") else "text/javascript"
                self._send((page.uplot / name).read_bytes(), kind)
            elif (reply := page.reply(self.path)) is not None:
                self._send(reply.encode(), "application/json")
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


def find_browser(benchmark):
    """Chromium and the folder of uPlot's files, or None and a word about what is not there."""
    chromium, uplot = find_chromium(), find_uplot()
    if chromium and uplot:
        return chromium, uplot
    absent = " and ".join(name for name, path in (("Chromium", chromium), ("uPlot", uplot)) if not path)
    print(f"{benchmark}: nothing to compare with: {absent} not found", file=sys.stderr)
    return None


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
