// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/serverdatareader.h"

#include "core/prometheus/apidocument.h"
#include "core/prometheus/apierror.h"
#include "core/prometheus/duration.h"

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

milliseconds wholeMilliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::round<milliseconds>(duration);
}

bool isObject(JsonElement element)
{
    return element.is_object();
}

//! Reads \a list item by item. An item that \a read does not take makes the answer no answer of the API.
template <typename T>
Expected<Listing<T>, QueryError> readItems(const HttpReply &reply, const ApiDocument &document,
    const std::vector<JsonElement> &list, int limit, Expected<T, QString> (*read)(JsonElement))
{
    Listing<T> listing;
    listing.warnings = document.warnings();
    listing.infos = document.infos();
    for (const JsonElement element : list) {
        if (listing.items.size() == static_cast<std::size_t>(limit)) {
            listing.omitted = static_cast<qsizetype>(list.size()) - limit;
            break;
        }
        auto item = read(element);
        if (!item)
            return unexpected(malformedError(reply, item.error()));
        listing.items.push_back(std::move(*item));
    }
    return listing;
}

//! The list is the data itself, or the member \a key of it. VictoriaMetrics and Thanos write null for none.
template <typename T>
Expected<Listing<T>, QueryError> readList(
    const HttpReply &reply, std::string_view key, int limit, Expected<T, QString> (*read)(JsonElement))
{
    const auto document = ApiDocument::parse(reply);
    if (!document)
        return unexpected(document.error());
    const auto list = key.empty() ? std::optional(document->data()) : elementAt(document->data(), key);
    if (!list || (!list->is_array() && !list->is_null()))
        return unexpected(malformedError(reply, u"a list was expected"_s));
    return readItems(reply, *document, listOf(*list), limit, read);
}

Expected<LabelSet, QString> readLabelSet(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"a label set was expected"_s);
    return labelsOf(element);
}

Expected<QByteArray, QString> readName(JsonElement element)
{
    if (!element.is_string())
        return unexpected(u"a string was expected"_s);
    return bytesOf(element);
}

ServerHealth healthOf(const QByteArray &word)
{
    if (word == "up" || word == "ok")
        return ServerHealth::Good;
    return word == "down" || word == "err" ? ServerHealth::Bad : ServerHealth::Unknown;
}

ServerAlertState stateOf(const QByteArray &word)
{
    if (word == "firing")
        return ServerAlertState::Firing;
    if (word == "pending")
        return ServerAlertState::Pending;
    return word == "inactive" ? ServerAlertState::Inactive : ServerAlertState::Unknown;
}

std::map<QString, QString> annotationsOf(JsonElement element)
{
    const auto annotations = elementAt(element, "annotations");
    return annotations ? textsOf(*annotations) : std::map<QString, QString>();
}

Expected<ScrapeTarget, QString> readTarget(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"a target was expected"_s);
    ScrapeTarget target;
    target.labels = labelsAt(element, "labels");
    target.pool = textAt(element, "scrapePool");
    target.url = QUrl(textAt(element, "scrapeUrl"));
    target.health = healthOf(bytesAt(element, "health"));
    target.lastError = textAt(element, "lastError");
    target.lastScrape = timeAt(element, "lastScrape");
    target.lastDuration = secondsAt(element, "lastScrapeDuration");
    QString interval = textAt(element, "scrapeInterval");
    // Thanos and VictoriaMetrics tell it among the discovered labels only.
    if (interval.isEmpty())
        interval = QString::fromUtf8(labelsAt(element, "discoveredLabels").value("__scrape_interval__"));
    target.interval = parseDuration(interval).value_or(milliseconds{0});
    return target;
}

Expected<ServerAlert, QString> readAlert(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"an alert was expected"_s);
    ServerAlert alert;
    alert.labels = labelsAt(element, "labels");
    alert.annotations = annotationsOf(element);
    alert.state = stateOf(bytesAt(element, "state"));
    alert.activeAt = timeAt(element, "activeAt");
    alert.value = numberAt(element, "value");
    return alert;
}

Expected<ServerRule, QString> readRule(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"a rule was expected"_s);
    ServerRule rule;
    rule.kind =
        bytesAt(element, "type") == "alerting" ? ServerRule::Kind::Alerting : ServerRule::Kind::Recording;
    rule.name = textAt(element, "name");
    rule.query = textAt(element, "query");
    rule.labels = labelsAt(element, "labels");
    rule.health = healthOf(bytesAt(element, "health"));
    rule.lastError = textAt(element, "lastError");
    rule.lastEvaluation = timeAt(element, "lastEvaluation");
    rule.evaluationTime = secondsAt(element, "evaluationTime");
    rule.state = stateOf(bytesAt(element, "state"));
    rule.holdDuration = wholeMilliseconds(secondsAt(element, "duration"));
    rule.keepFiringFor = wholeMilliseconds(secondsAt(element, "keepFiringFor"));
    rule.annotations = annotationsOf(element);
    for (const JsonElement item : listAt(element, "alerts")) {
        auto alert = readAlert(item);
        if (!alert)
            return unexpected(alert.error());
        rule.alerts.push_back(std::move(*alert));
    }
    return rule;
}

Expected<RuleGroup, QString> readGroup(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"a group of rules was expected"_s);
    RuleGroup group;
    group.name = textAt(element, "name");
    group.file = textAt(element, "file");
    group.interval = wholeMilliseconds(secondsAt(element, "interval"));
    for (const JsonElement item : listAt(element, "rules")) {
        auto rule = readRule(item);
        if (!rule)
            return unexpected(rule.error());
        group.rules.push_back(std::move(*rule));
    }
    return group;
}

Expected<ExemplarSeries, QString> readExemplarSeries(JsonElement element)
{
    if (!isObject(element))
        return unexpected(u"exemplars were expected"_s);
    ExemplarSeries series;
    series.labels = labelsAt(element, "seriesLabels");
    for (const JsonElement item : listAt(element, "exemplars")) {
        const double seconds = numberAt(item, "timestamp");
        const bool isTime = std::abs(seconds) < 1e12;
        series.exemplars.push_back({labelsAt(item, "labels"), numberAt(item, "value"),
            fromMilliseconds(isTime ? std::llround(seconds * 1000.0) : 0)});
    }
    return series;
}

std::vector<NamedCount> countsAt(JsonElement object, std::string_view key)
{
    std::vector<NamedCount> counts;
    for (const JsonElement item : listAt(object, key))
        counts.push_back({bytesAt(item, "name"), static_cast<qint64>(numberAt(item, "value"))});
    return counts;
}

} // namespace

LabelSetsOutcome readSeriesList(const HttpReply &reply, int limit)
{
    return readList<LabelSet>(reply, {}, limit, &readLabelSet);
}

NamesOutcome readNames(const HttpReply &reply, int limit)
{
    return readList<QByteArray>(reply, {}, limit, &readName);
}

Expected<Listing<MetricMetadata>, QueryError> readMetadata(const HttpReply &reply, int limit)
{
    const auto document = ApiDocument::parse(reply);
    if (!document)
        return unexpected(document.error());
    simdjson::dom::object families;
    if (document->data().get(families))
        return unexpected(malformedError(reply, u"metadata were expected"_s));
    Listing<MetricMetadata> listing;
    listing.warnings = document->warnings();
    listing.infos = document->infos();
    for (const auto &[key, declarations] : families) {
        const QByteArray metric(key.data(), static_cast<qsizetype>(key.size()));
        for (const JsonElement item : listOf(declarations)) {
            if (listing.items.size() == static_cast<std::size_t>(limit))
                ++listing.omitted;
            else
                listing.items.push_back(
                    {metric, bytesAt(item, "type"), bytesAt(item, "unit"), textAt(item, "help")});
        }
    }
    return listing;
}

Expected<Listing<ScrapeTarget>, QueryError> readTargetList(const HttpReply &reply, int limit)
{
    return readList<ScrapeTarget>(reply, "activeTargets", limit, &readTarget);
}

Expected<Listing<RuleGroup>, QueryError> readRules(const HttpReply &reply, int limit)
{
    return readList<RuleGroup>(reply, "groups", limit, &readGroup);
}

Expected<Listing<ServerAlert>, QueryError> readAlerts(const HttpReply &reply, int limit)
{
    return readList<ServerAlert>(reply, "alerts", limit, &readAlert);
}

Expected<Listing<ExemplarSeries>, QueryError> readExemplars(const HttpReply &reply, int limit)
{
    return readList<ExemplarSeries>(reply, {}, limit, &readExemplarSeries);
}

Expected<RuntimeInformation, QueryError> readRuntimeInformation(const HttpReply &reply)
{
    return ApiDocument::parse(reply).map([](const ApiDocument &document) {
        const JsonElement data = document.data();
        RuntimeInformation runtime;
        runtime.startTime = timeAt(data, "startTime");
        runtime.serverTime = timeAt(data, "serverTime");
        runtime.lastConfigTime = timeAt(data, "lastConfigTime");
        if (const auto success = elementAt(data, "reloadConfigSuccess"); success && success->is_bool())
            runtime.reloadConfigSuccess = bool(*success);
        runtime.corruptionCount = static_cast<qint64>(numberAt(data, "corruptionCount"));
        runtime.goroutineCount = static_cast<qint64>(numberAt(data, "goroutineCount"));
        runtime.storageRetention = textAt(data, "storageRetention");
        return runtime;
    });
}

Expected<ServerFlags, QueryError> readFlags(const HttpReply &reply)
{
    return ApiDocument::parse(reply).map(
        [](const ApiDocument &document) { return textsOf(document.data()); });
}

Expected<TsdbStatus, QueryError> readTsdbStatus(const HttpReply &reply)
{
    return ApiDocument::parse(reply).map([](const ApiDocument &document) {
        const JsonElement data = document.data();
        // VictoriaMetrics has the totals in the object itself.
        const auto head = elementAt(data, "headStats");
        TsdbStatus status;
        status.seriesCount = static_cast<qint64>(
            head ? numberAt(*head, "numSeries", -1.0) : numberAt(data, "totalSeries", -1.0));
        status.labelPairCount = static_cast<qint64>(
            head ? numberAt(*head, "numLabelPairs", -1.0) : numberAt(data, "totalLabelValuePairs", -1.0));
        status.seriesByMetric = countsAt(data, "seriesCountByMetricName");
        status.valuesByLabel = countsAt(data, "labelValueCountByLabelName");
        status.seriesByLabelPair = countsAt(data, "seriesCountByLabelValuePair");
        return status;
    });
}

Expected<QString, QueryError> readFormattedQuery(const HttpReply &reply)
{
    const auto document = ApiDocument::parse(reply);
    if (!document)
        return unexpected(document.error());
    if (!document->data().is_string())
        return unexpected(malformedError(reply, u"a string was expected"_s));
    return QString::fromUtf8(bytesOf(document->data()));
}

} // namespace sockeye
