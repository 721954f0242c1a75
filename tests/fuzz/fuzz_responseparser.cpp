// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/responseparser.h"
#include "core/prometheus/resultdecoder.h"

#include <algorithm>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isSound(const sockeye::TimeSeries &series)
{
    const auto times = series.times.view();
    return !series.isEmpty() && times.size() == series.values.size()
        && std::ranges::is_sorted(times, std::ranges::less_equal())
        && std::ranges::none_of(series.values, sockeye::isAbsent);
}

} // namespace

// The status and the content type are taken from the first byte, the rest is the body. Whatever the scanner
// for usual answers makes of it, the general reader has to make as well, errors included.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    sockeye::HttpReply reply;
    reply.status = (data[0] & 1) != 0 ? 422 : 200;
    reply.contentType = (data[0] & 2) != 0 ? "text/plain" : "application/json";
    reply.body = QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));

    // One for all inputs: what a decoder keeps of an answer must do no harm to the next.
    static sockeye::AnswerDecoder decoder;
    const auto answer = decoder.decode(reply.body);
    require(answer == decoder.decodeAnyJson(reply.body));
    require(!answer || std::ranges::all_of(answer->result.series, isSound));
    require(!sockeye::parseResponse(reply, decoder) || (answer && answer->isSuccess));
    return 0;
}
