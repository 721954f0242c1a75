// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/responseparser.h"

#include <cstdlib>

// The status and the content type are taken from the first byte, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    sockeye::HttpReply reply;
    reply.status = (data[0] & 1) != 0 ? 422 : 200;
    reply.contentType = (data[0] & 2) != 0 ? "text/plain" : "application/json";
    reply.body = QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));

    const auto result = sockeye::parseResponse(reply);
    for (std::size_t i = 0; result && i < result->series.size(); ++i) {
        const sockeye::TimeSeries &series = result->series[i];
        if (series.isEmpty() || series.times.size() != series.values.size())
            std::abort();
    }
    return 0;
}
