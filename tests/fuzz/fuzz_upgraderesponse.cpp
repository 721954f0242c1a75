// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgradenegotiation.h"
#include "core/probe/upgraderesponsereader.h"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace sockeye;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Reading {
    UpgradeResponse response;
    std::optional<UpgradeProblem> problem;
    std::size_t taken = 0;
    bool isComplete = false;

    friend bool operator==(const Reading &, const Reading &) = default;
};

Reading readInPieces(std::span<const std::byte> answer, std::size_t size)
{
    UpgradeResponseReader reader;
    Reading reading;
    while (!answer.empty() && !reading.problem && !reader.isComplete()) {
        const std::size_t given = std::min(size, answer.size());
        const std::vector<std::byte> piece(
            answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(given));
        const auto taken = reader.feed(piece);
        if (!taken) {
            reading.problem = taken.error();
            reading.taken = 0; // what is behind a problem counts for nothing
            break;
        }
        require(*taken == given || reader.isComplete());
        reading.taken += *taken;
        answer = answer.subspan(given);
    }
    reading.response = reader.response();
    reading.isComplete = reader.isComplete();
    return reading;
}

UpgradeRequest sampleRequest()
{
    UpgradeRequest request;
    request.host = "example.org";
    request.key = "dGhlIHNhbXBsZSBub25jZQ==";
    request.subprotocols = {"chat", "v2.chat"};
    request.deflate = DeflateOffer{.serverWindowBits = 12};
    return request;
}

} // namespace

// However an answer is cut, it has to be read the same; and what is agreed on is what was offered.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto answer = std::as_bytes(std::span(data, size));
    const Reading whole = readInPieces(answer, std::max<std::size_t>(size, 1));
    require(whole == readInPieces(answer, 1));
    require(whole == readInPieces(answer, 5));
    require(static_cast<std::size_t>(whole.response.body.size()) <= RefusalBody::kept);
    require(whole.response.headers.size() <= UpgradeResponseReader::maximumHeaders);
    require(!whole.problem || whole.problem->found.size() <= 256);

    static const UpgradeRequest request = sampleRequest();
    const auto negotiated = validateUpgrade(whole.response, request);
    if (negotiated) {
        require(request.subprotocols.contains(negotiated->subprotocol));
        require(!negotiated->deflate || negotiated->deflate->serverWindowBits <= 12);
    }
    return 0;
}
