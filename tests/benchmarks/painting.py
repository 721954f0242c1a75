# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way from the question to the painted chart: our panel and a page with uPlot ask one server in turns."""

import json
import queue
import statistics
import subprocess
import time
import urllib.request

from backfilled import BEGIN, POINTS, SERIES, STEP
from browser import Page, find_browser
from desktop import Missing, end, processor_seconds

HTML = """<!doctype html><meta charset="utf-8"><title>painting</title>
<link rel="stylesheet" href="/uPlot.min.css"><script src="/uPlot.iife.min.js"></script>
<body style="margin:0"><script>
const chart = new uPlot({width: 1200, height: 400, legend: {show: false},
    series: [{}, ...Array.from({length: SERIES}, (_, i) => ({stroke: `hsl(${i * 61} 60% 45%)`}))]}, null, document.body);
const frame = () => new Promise(requestAnimationFrame);
async function turn(url) {
    const began = performance.now();
    const result = (await (await fetch(url)).json()).data.result;
    const times = Float64Array.from(result[0].values, pair => pair[0]);
    const columns = result.map(one => Float64Array.from(one.values, pair => Number(pair[1])));
    chart.setData([times, ...columns]);
    await frame();
    await frame(); // the one before is on the screen
    return [performance.now() - began, columns.reduce((sum, values) => sum + values[values.length - 1], 0)];
}
function ink() {
    const {left, top, width, height} = chart.bbox;
    const pixels = chart.ctx.getImageData(left, top, width, height).data;
    let painted = 0;
    for (let i = 3; i < pixels.length; i += 4)
        painted += pixels[i] ? 1 : 0;
    return [100 * painted / (width * height)];
}
(async () => {
    for (;;) {
        const wish = await (await fetch('/next')).json();
        const told = wish.url ? await turn(wish.url) : ink();
        await fetch('/told', {method: 'POST', body: JSON.stringify(told)});
    }
})();
</script>""".replace("SERIES", str(SERIES))


class PaintingPage(Page):
    """Chromium with one chart of uPlot."""

    def __init__(self, desktop, browser, url):
        self.url = url
        self.wishes = queue.Queue()
        self.told = queue.Queue()
        super().__init__(desktop, *browser, HTML)

    def __exit__(self, *_):
        self.wishes.put(None)
        super().__exit__()

    def reply(self, path):
        wish = self.wishes.get() if path == "/next" else None
        return json.dumps(wish) if wish is not None else None

    def receive(self, path, body):
        self.told.put(json.loads(body))

    def turn(self):
        return self._ask({"url": self.url})

    def ink(self):
        return self._ask({})[0]

    def _ask(self, wish):
        self.wishes.put(wish)
        try:
            return self.told.get(timeout=120)
        except queue.Empty:
            raise Missing("the page in Chromium painted nothing") from None


class Panel:
    """panelbench: the panel of the console."""

    def __init__(self, desktop, program, server, expression):
        command = [program, server, expression, str(BEGIN), str(STEP), str(POINTS)]
        self.process = desktop.popen_pipe(command)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        end(self.process)

    def pids(self):
        return [self.process.pid]

    def turn(self):
        nanoseconds, total = self._ask("turn")
        return nanoseconds / 1e6, total

    def ink(self):
        return self._ask("ink")[0]

    def _ask(self, wish):
        self.process.stdin.write(f"{wish}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Missing("panelbench painted nothing")
        return [float(word) for word in line.split()]


class BareFetch:
    """What the server alone takes: the same bytes are asked for, and thrown away."""

    def __init__(self, url, encoding):
        self.request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})

    def turn(self):
        began = time.monotonic()
        with urllib.request.urlopen(self.request, timeout=120) as reply:
            while reply.read(1 << 20):
                pass
        return 1000 * (time.monotonic() - began), None


class Contestant:
    def __init__(self, painter, fetch):
        self.painter = painter
        self.fetch = fetch
        self.walls = []
        self.servers = []
        self.processor = []
        self.total = None

    def turn(self):
        before = processor_seconds(self.painter.pids())
        wall, self.total = self.painter.turn()
        self.processor.append(1000 * (processor_seconds(self.painter.pids()) - before))
        self.walls.append(wall)
        self.servers.append(self.fetch.turn()[0])

    def figures(self):
        """Without the first turn, which warms up."""
        wall, server = statistics.median(self.walls[1:]), statistics.median(self.servers[1:])
        return {
            "wall": wall,
            "server": server,
            "client": wall - server,
            # The kernel counts in steps of 10 ms, which only a mean evens out.
            "cpu": statistics.mean(self.processor[1:]),
        }


def race(contestants, rounds):
    for _ in range(rounds + 1):
        for contestant in contestants:
            contestant.turn()
    totals = [contestant.total for contestant in contestants]
    if max(totals) - min(totals) > 1e-9 * max(totals):
        raise Missing(f"what is painted differs: {totals}")
    inks = [contestant.painter.ink() for contestant in contestants]
    if min(inks) < 5:
        raise Missing(f"a plot is nearly empty: {inks} percent of it are painted")


def report(name, ours, theirs):
    for metric, value in ours.items():
        line = f"bench ingest painted-{name}-{metric} {value:.4g} ms"
        if theirs:
            line += f" vs chromium {theirs[metric]:.4g} ratio {theirs[metric] / value:.3g}"
        print(line, flush=True)


def compare_painting(desktop, program, server, questions, rounds):
    """questions: the name of each figure and its expression."""
    browser = find_browser("ingest")
    for name, expression in questions.items():
        url = server.range_url(expression, BEGIN)
        with Panel(desktop, program, server.url, expression) as panel:
            ours = Contestant(panel, BareFetch(url, "identity"))
            if browser is None:
                race([ours], rounds)
                report(name, ours.figures(), {})
                continue
            with PaintingPage(desktop, browser, url) as page:
                # What a browser asks for; it cannot be told to do without.
                theirs = Contestant(page, BareFetch(url, "gzip"))
                race([ours, theirs], rounds)
                report(name, ours.figures(), theirs.figures())
