// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/connectionfacts.h"

#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/text/serverwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionFacts)
};

const QString unknown = u"—"_s;

QString secondsText(const std::optional<double> &seconds, const Formatting &formatting)
{
    return seconds ? formatting.values.text(*seconds, Unit::Seconds) : unknown;
}

QString bytesText(std::size_t bytes, const Formatting &formatting)
{
    return formatting.values.text(static_cast<double>(bytes), Unit::Bytes);
}

QString countText(quint64 count, const Formatting &formatting)
{
    return formatting.locale.toString(static_cast<qulonglong>(count));
}

//! A count, and its part of all.
QString partText(quint64 count, quint64 all, const Formatting &formatting)
{
    const QString text = countText(count, formatting);
    if (count == 0 || all == 0)
        return text;
    const double part = static_cast<double>(count) / static_cast<double>(all);
    return QString(text % u" · "_s % formatting.values.text(part, Unit::Ratio));
}

QString missingText(const ServerProfile &profile)
{
    const QStringList missing = missingFeatures(profile);
    return missing.isEmpty() ? Words::tr("nothing") : listed(missing);
}

ConnectionFacts serverFacts(const Connection &connection, const Formatting &formatting)
{
    const std::optional<ServerFacts> &facts = connection.status.facts;
    const bool hasInterval = facts && facts->scrapeInterval.count() > 0;
    const bool hasTargets = facts && facts->activeTargets > 0;
    return {Words::tr("Server"),
        {{Words::tr("Program"), facts ? serverName(facts->profile) : unknown},
            {Words::tr("Address"), connection.config.http.baseUrl.toDisplayString()},
            {Words::tr("Clock"), facts ? clockOffsetText(facts->clockOffset, formatting) : unknown},
            {Words::tr("Scrapes every"), hasInterval ? formatting.duration(facts->scrapeInterval) : unknown},
            {Words::tr("Scrape targets"),
                hasTargets ? Words::tr("%1 of %2 up").arg(facts->targetsUp).arg(facts->activeTargets)
                           : unknown},
            {Words::tr("Does not offer"), facts ? missingText(facts->profile) : unknown}}};
}

ConnectionFacts queryFacts(const EndpointTraffic &traffic, const Formatting &formatting)
{
    return {Words::tr("Queries"),
        {{Words::tr("Sent"), countText(traffic.sent, formatting)},
            {Words::tr("Failed"), partText(traffic.failed, traffic.sent, formatting)},
            {Words::tr("Skipped", "refreshes that were left out"), countText(traffic.skipped, formatting)},
            {Words::tr("Canceled", "queries"), countText(traffic.aborted, formatting)},
            {Words::tr("Under way"), countText(traffic.inFlight, formatting)},
            {Words::tr("Waiting", "requests for their turn"), countText(traffic.waiting, formatting)}}};
}

ConnectionFacts answerFacts(const EndpointStatus &status, const Formatting &formatting, Timestamp now)
{
    const EndpointTraffic &traffic = status.traffic;
    const auto reused = traffic.reuseRatio();
    return {Words::tr("Answers"),
        {{Words::tr("Half within", "the time that half of the queries take"),
             secondsText(traffic.p50, formatting)},
            {Words::tr("95 % within"), secondsText(traffic.p95, formatting)},
            {Words::tr("Received"), bytesText(traffic.bytesReceived, formatting)},
            {Words::tr("From memory", "samples that were not asked for again"),
                reused ? formatting.values.text(*reused, Unit::Ratio) : unknown},
            {Words::tr("Last answer"), status.heardAt ? formatting.ago(now - *status.heardAt) : unknown}}};
}

ConnectionFacts memoryFacts(
    const EndpointTraffic &traffic, const HeldSamples &all, const Formatting &formatting)
{
    return {Words::tr("Held in memory"),
        {{Words::tr("Samples"), countText(traffic.samplesHeld, formatting)},
            {Words::tr("Size"), bytesText(traffic.bytesHeld, formatting)},
            {Words::tr("Dropped to save room"), countText(traffic.evicted, formatting)},
            {Words::tr("All servers and probes"),
                Words::tr("%1 of %2")
                    .arg(bytesText(all.usage.bytes, formatting), bytesText(all.maxBytes, formatting))}}};
}

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue number(quint64 value)
{
    return {static_cast<qint64>(value)};
}

} // namespace

std::vector<ConnectionFacts> connectionFacts(
    const Connection &connection, const HeldSamples &all, const Formatting &formatting, Timestamp now)
{
    const EndpointTraffic &traffic = connection.status.traffic;
    return {serverFacts(connection, formatting), queryFacts(traffic, formatting),
        answerFacts(connection.status, formatting, now), memoryFacts(traffic, all, formatting)};
}

QString connectionState(const EndpointStatus &status)
{
    if (status.error)
        return Words::tr("fails");
    if (status.health == Health::Well)
        return Words::tr("answers");
    return status.heardAt ? Words::tr("silent") : Words::tr("not heard yet");
}

namespace {

// For programs: the same in each language.
QString stateKey(const EndpointStatus &status)
{
    if (status.error)
        return u"fails"_s;
    if (status.health == Health::Well)
        return u"answers"_s;
    return status.heardAt ? u"silent"_s : u"unheard"_s;
}

void addServer(QJsonObject &object, const ServerFacts &facts)
{
    const ServerProfile &profile = facts.profile;
    QJsonArray missing;
    const QList<ServerFeature> features = missingFrom(profile.features);
    for (const ServerFeature feature : features)
        missing.append(QString(featureName(feature)));
    object.insert(u"server"_s,
        QJsonObject{{u"flavour"_s, QString(flavourName(profile.flavour))}, {u"version"_s, profile.version},
            {u"throughGrafana"_s, profile.throughGrafana}, {u"missing"_s, missing}});
    object.insert(u"clockOffsetMs"_s, qint64{facts.clockOffset.count()});
    object.insert(u"scrapeIntervalMs"_s, qint64{facts.scrapeInterval.count()});
}

} // namespace

QJsonObject describe(const Connection &connection)
{
    const EndpointStatus &status = connection.status;
    const EndpointTraffic &traffic = status.traffic;
    QJsonObject object{{u"name"_s, status.name}, {u"state"_s, stateKey(status)},
        {u"sent"_s, number(traffic.sent)}, {u"failed"_s, number(traffic.failed)},
        {u"skipped"_s, number(traffic.skipped)}, {u"aborted"_s, number(traffic.aborted)},
        {u"inFlight"_s, number(traffic.inFlight)}, {u"waiting"_s, number(traffic.waiting)},
        {u"bytesReceived"_s, number(traffic.bytesReceived)}, {u"reuseRatio"_s, number(traffic.reuseRatio())},
        {u"p50"_s, number(traffic.p50)}, {u"p95"_s, number(traffic.p95)},
        {u"samplesHeld"_s, number(traffic.samplesHeld)}, {u"bytesHeld"_s, number(traffic.bytesHeld)}};
    if (status.facts)
        addServer(object, *status.facts);
    if (status.error)
        object.insert(u"error"_s, describe(*status.error).joined());
    return object;
}

} // namespace sockeye
