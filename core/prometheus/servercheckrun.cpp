// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/servercheckrun.h"

namespace sockeye {

namespace {

constexpr int stepCount = 5;

} // namespace

template <typename T>
void ServerCheckRun::ask(HttpJob *job, Expected<T, QueryError> (*read)(const HttpReply &),
    void (ServerCheckRun::*next)(const Expected<T, QueryError> &))
{
    m_exchange.ask<T>(
        job, read, [this, next](const Expected<T, QueryError> &outcome) { (this->*next)(outcome); });
}

ServerCheckRun::ServerCheckRun(PrometheusApi &api, QObject *parent)
    : ServerCheckJob(parent)
    , m_api(api)
    , m_exchange(api, nullptr)
{
    ask(askTime(), &readClock, &ServerCheckRun::onReached);
}

ServerCheckRun::~ServerCheckRun() = default;

void ServerCheckRun::abort()
{
    m_exchange.abort();
}

HttpJob *ServerCheckRun::askTime()
{
    return m_api.ask("query", {{"query", "time()"}});
}

void ServerCheckRun::onReached(const Expected<ClockReading, QueryError> &reading)
{
    if (!reading) {
        finish(unexpected(reading.error()));
        return;
    }
    // Once more: the first round trip included the connection, and perhaps a fallback.
    ask(askTime(), &readClock, &ServerCheckRun::onClock);
    report(1);
}

void ServerCheckRun::onClock(const Expected<ClockReading, QueryError> &reading)
{
    if (!reading) {
        finish(unexpected(reading.error()));
        return;
    }
    m_facts.roundTrip = reading->roundTrip;
    m_facts.clockOffset = reading->offset;
    ask(m_api.get("status/buildinfo"), &readVersion, &ServerCheckRun::onVersion);
    report(2);
}

void ServerCheckRun::onVersion(const Expected<QString, QueryError> &version)
{
    if (!version && endsRun(version.error())) {
        finish(unexpected(version.error()));
        return;
    }
    m_facts.version = version.value_or(QString());
    ask(m_api.get("status/tsdb", {{"limit", "1"}}), &readSeriesCount, &ServerCheckRun::onSeriesCount);
    report(3);
}

void ServerCheckRun::onSeriesCount(const Expected<qint64, QueryError> &count)
{
    if (!count && endsRun(count.error())) {
        finish(unexpected(count.error()));
        return;
    }
    m_facts.seriesCount = count.value_or(-1);
    ask(m_api.get("targets", {{"state", "active"}}), &readTargets, &ServerCheckRun::onTargets);
    report(4);
}

void ServerCheckRun::onTargets(const Expected<TargetSummary, QueryError> &targets)
{
    if (!targets && endsRun(targets.error())) {
        finish(unexpected(targets.error()));
        return;
    }
    const TargetSummary summary = targets.value_or(TargetSummary{});
    m_facts.scrapeInterval = summary.scrapeInterval;
    m_facts.activeTargets = summary.active;
    m_facts.targetsUp = summary.up;
    QPointer<ServerCheckRun> self(this);
    report(stepCount);
    if (self)
        finish(m_facts);
}

void ServerCheckRun::report(int done)
{
    Q_EMIT progressed(done, stepCount);
}

void ServerCheckRun::finish(const ServerCheckOutcome &outcome)
{
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace sockeye
