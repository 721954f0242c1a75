// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The same as ingestbench.cpp in the engine of a browser.
'use strict';

const body = require('fs').readFileSync(process.argv[2]);

function decode() {
    const result = JSON.parse(body.toString()).data.result;
    let sum = 0;
    for (const one of result) {
        const times = new Float64Array(one.values.length);
        const values = new Float64Array(one.values.length);
        one.values.forEach((pair, i) => {
            times[i] = pair[0];
            values[i] = Number(pair[1]);
        });
        sum += times[times.length - 1] + values[values.length - 1];
    }
    return sum;
}

require('readline').createInterface({input: process.stdin}).on('line', () => {
    const before = process.cpuUsage();
    const sum = decode();
    const used = process.cpuUsage(before);
    console.log(`${1000 * (used.user + used.system)} ${sum}`);
});
