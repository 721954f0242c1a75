// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/askedquery.h"

#include "core/http/curlcommand.h"

namespace sockeye {

namespace {

QByteArray seconds(std::chrono::milliseconds time)
{
    return QByteArray::number(static_cast<double>(time.count()) / 1000.0, 'f', 3);
}

} // namespace

const QString &expressionOf(const AskedQuery &query)
{
    return std::visit([](const auto &one) -> const QString & { return one.expression; }, query);
}

QByteArray pathOf(const AskedQuery &query)
{
    return std::holds_alternative<RangeQuery>(query) ? "query_range" : "query";
}

HttpParameters parametersOf(const AskedQuery &query)
{
    HttpParameters parameters{{"query", expressionOf(query).toUtf8()}};
    if (const auto *range = std::get_if<RangeQuery>(&query)) {
        parameters.emplace_back("start", seconds(range->range.begin.time_since_epoch()));
        parameters.emplace_back("end", seconds(range->range.end.time_since_epoch()));
        parameters.emplace_back("step", seconds(range->step));
    } else if (const auto &time = std::get<InstantQuery>(query).time) {
        parameters.emplace_back("time", seconds(time->time_since_epoch()));
    }
    return parameters;
}

QString curlCommand(const HttpConfig &config, const EndpointOptions &options, const AskedQuery &query)
{
    HttpParameters parameters = parametersOf(query);
    const HttpParameters own = parametersOf(options);
    parameters.insert(parameters.end(), own.begin(), own.end());
    return curlCommand(config, "api/v1/" + pathOf(query), parameters);
}

} // namespace sockeye
