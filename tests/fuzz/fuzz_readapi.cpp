// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/metricinventory.h"
#include "core/prometheus/serverdatareader.h"
#include "core/prometheus/serverfacts.h"

#include "tests/fuzz/require.h"

using namespace sockeye;

namespace {

constexpr int limit = 3;

template <typename T>
void requireBounded(const Expected<Listing<T>, QueryError> &outcome)
{
    fuzz::require(!outcome || (outcome->items.size() <= limit && outcome->omitted >= 0));
}

} // namespace

// Every reader gets every answer: a server, or a proxy before it, may answer anything to anything.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const HttpReply reply = fuzz::replyOf(data, size);
    requireBounded(readSeriesList(reply, limit));
    requireBounded(readNames(reply, limit));
    requireBounded(readMetadata(reply, limit));
    requireBounded(readTargetList(reply, limit));
    requireBounded(readRules(reply, limit));
    requireBounded(readAlerts(reply, limit));
    requireBounded(readExemplars(reply, limit));
    (void)readRuntimeInformation(reply);
    (void)readFlags(reply);
    (void)readTsdbStatus(reply);
    (void)readFormattedQuery(reply);
    (void)readJobs(reply);
    (void)readTypes(reply);
    (void)readClock(reply);
    (void)readBuildInformation(reply);
    (void)readStores(reply);
    (void)readSeriesCount(reply);
    (void)readTargets(reply);
    return 0;
}
