// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/serverfacts.h"

#include "core/http/httpdate.h"
#include "core/prometheus/apierror.h"
#include "core/prometheus/duration.h"
#include "core/prometheus/responseparser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// Where the answer's Date header puts the server's clock, to half a second.
std::optional<milliseconds> offsetOfHeader(const HttpReply &reply, Timestamp local)
{
    const auto date = parseHttpDate(reply.header("Date"));
    return date ? std::optional(*date + 500ms - local) : std::nullopt;
}

milliseconds intervalOf(const QJsonObject &target)
{
    QString text = target.value("scrapeInterval"_L1).toString();
    if (text.isEmpty())
        text = target.value("discoveredLabels"_L1)["__scrape_interval__"_L1].toString();
    return parseDuration(text).value_or(0ms);
}

} // namespace

Expected<ClockReading, QueryError> readClock(const HttpReply &reply)
{
    const auto result = parseResponse(reply);
    if (!result)
        return unexpected(result.error());
    const double *seconds = result->series.empty() ? nullptr : result->series.front().lastValue();
    if (seconds == nullptr || !(std::abs(*seconds) < 1e12))
        return unexpected(malformedError(reply, u"time() is no number"_s));
    const Timestamp server = fromMilliseconds(std::llround(*seconds * 1000.0));
    const Timestamp local = reply.receivedAt - std::chrono::duration_cast<milliseconds>(reply.elapsed / 2);
    ClockReading reading{reply.elapsed, server - local, !reply.header("X-Server-Hostname").isEmpty()};
    // VictoriaMetrics answers for half a minute ago, so that late samples are in; its clock is not late.
    const auto header = offsetOfHeader(reply, local);
    if (header && std::chrono::abs(*header - reading.offset) > 5s)
        reading.offset = *header;
    return reading;
}

Expected<BuildInformation, QueryError> readBuildInformation(const HttpReply &reply)
{
    return parseDocument(reply).map([](const QJsonValue &data) {
        const auto text = [&data](QLatin1StringView key) { return data[key].toString(); };
        return BuildInformation{text("application"_L1), text("version"_L1), text("revision"_L1),
            text("branch"_L1), text("buildUser"_L1), text("buildDate"_L1), text("goVersion"_L1)};
    });
}

Expected<bool, QueryError> readStores(const HttpReply &reply)
{
    // By kind: sidecar, store, rule, query.
    return parseDocument(reply).map([](const QJsonValue &data) { return data.isObject(); });
}

Expected<qint64, QueryError> readSeriesCount(const HttpReply &reply)
{
    return parseDocument(reply).map([](const QJsonValue &data) {
        const QJsonValue head = data["headStats"_L1]["numSeries"_L1];
        // The second name is VictoriaMetrics'.
        return (head.isDouble() ? head : data["totalSeries"_L1]).toInteger(-1);
    });
}

Expected<TargetSummary, QueryError> readTargets(const HttpReply &reply)
{
    const auto data = parseDocument(reply);
    if (!data)
        return unexpected(data.error());
    TargetSummary summary;
    const QJsonArray targets = (*data)["activeTargets"_L1].toArray();
    for (const QJsonValue &value : targets) {
        const QJsonObject target = value.toObject();
        ++summary.active;
        if (target.value("health"_L1) == "up"_L1)
            ++summary.up;
        const milliseconds interval = intervalOf(target);
        const bool isShorter = summary.scrapeInterval == 0ms || interval < summary.scrapeInterval;
        if (interval > 0ms && isShorter)
            summary.scrapeInterval = interval;
    }
    return summary;
}

} // namespace sockeye
