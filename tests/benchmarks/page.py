# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same work in a browser: a page of uPlot charts whose data come over HTTP as Prometheus would send them."""

import json
import math
import time

from browser import Page

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


class ChartPage(Page):
    """The page, with answers made here."""

    def __init__(self, desktop, chromium, uplot):
        super().__init__(desktop, chromium, uplot, HTML)

    def reply(self, path):
        return json.dumps(answer(int(path.rpartition("/")[2]))) if path.startswith("/data/") else None
