// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/responseparser.h"
#include "core/prometheus/resultdecoder.h"

#include "tests/fuzz/require.h"

#include <algorithm>

using sockeye::fuzz::require;

namespace {

bool isSound(const sockeye::TimeSeries &series)
{
    const auto times = series.times.view();
    return !series.isEmpty() && times.size() == series.values.size()
        && std::ranges::is_sorted(times, std::ranges::less_equal())
        && std::ranges::none_of(series.values, sockeye::isAbsent);
}

} // namespace

// Whatever the scanner for usual answers makes of a body, the general reader has to make as well, errors
// included.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const sockeye::HttpReply reply = sockeye::fuzz::replyOf(data, size);

    // One for all inputs: what a decoder keeps of an answer must do no harm to the next.
    static sockeye::AnswerDecoder decoder;
    const auto answer = decoder.decode(reply.body);
    require(answer == decoder.decodeAnyJson(reply.body));
    require(!answer || std::ranges::all_of(answer->result.series, isSound));
    require(!sockeye::parseResponse(reply, decoder) || (answer && answer->isSuccess));
    return 0;
}
