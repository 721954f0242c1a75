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
    , m_search(api)
{
    m_traits.baseUrl = api.baseUrl();
    m_traits.sentTenant = api.sendsTenant();
    ask(askTime(), &readClock, &ServerCheckRun::onReached);
}

ServerCheckRun::~ServerCheckRun() = default;

void ServerCheckRun::abort()
{
    m_exchange.abort();
    m_search.abort();
}

HttpJob *ServerCheckRun::askTime()
{
    return m_api.ask("query", {{"query", "time()"}});
}

void ServerCheckRun::onReached(const Expected<ClockReading, QueryError> &reading)
{
    if (!reading) {
        const QueryError &error = reading.error();
        if (error.kind == QueryError::Kind::NotFound || error.kind == QueryError::Kind::NotPrometheus)
            search(error);
        else
            finish(unexpected(error));
        return;
    }
    // Once more: the first round trip included the connection, and perhaps a fallback.
    ask(askTime(), &readClock, &ServerCheckRun::onClock);
    report(1);
}

void ServerCheckRun::search(const QueryError &error)
{
    connect(&m_search, &PrefixSearch::found, this, [this, error](const QUrl &base) {
        QueryError explained = error;
        explained.suggestedBaseUrl = base;
        finish(unexpected(explained));
    });
    m_search.start();
}

void ServerCheckRun::onClock(const Expected<ClockReading, QueryError> &reading)
{
    if (!reading) {
        finish(unexpected(reading.error()));
        return;
    }
    m_facts.roundTrip = reading->roundTrip;
    m_facts.clockOffset = reading->offset;
    m_traits.namesItsHost = reading->namesItsHost;
    ask(m_api.get("status/buildinfo"), &readBuildInformation, &ServerCheckRun::onBuild);
    report(2);
}

void ServerCheckRun::onBuild(const Expected<BuildInformation, QueryError> &build)
{
    if (!build && isOver(build.error(), "status/buildinfo", ServerFeature::BuildInformation))
        return;
    if (build)
        m_traits.build = *build;
    // A Thanos that was built without a version looks like any other Go program.
    const bool isNameless = build && build->version.isEmpty() && !build->goVersion.isEmpty();
    if (isNameless && !m_api.lacks("stores"))
        ask(m_api.get("stores"), &readStores, &ServerCheckRun::onStores);
    else
        askForSeriesCount();
}

void ServerCheckRun::onStores(const Expected<bool, QueryError> &stores)
{
    if (!stores && isOver(stores.error(), "stores", {}))
        return;
    m_traits.listsStores = stores.value_or(false);
    askForSeriesCount();
}

void ServerCheckRun::askForSeriesCount()
{
    m_facts.profile = identify(m_traits);
    m_api.setProfile(m_facts.profile);
    if (const auto refusal = m_api.refusal()) {
        finish(unexpected(*refusal));
        return;
    }
    if (!isWorthAsking("status/tsdb", ServerFeature::TsdbStatus)) {
        askForTargets();
        return;
    }
    ask(m_api.get("status/tsdb", {{"limit", "1"}}), &readSeriesCount, &ServerCheckRun::onSeriesCount);
    report(3);
}

void ServerCheckRun::onSeriesCount(const Expected<qint64, QueryError> &count)
{
    if (!count && isOver(count.error(), "status/tsdb", ServerFeature::TsdbStatus))
        return;
    m_facts.seriesCount = count.value_or(-1);
    askForTargets();
}

void ServerCheckRun::askForTargets()
{
    if (isWorthAsking("targets", ServerFeature::Targets)) {
        ask(m_api.get("targets", {{"state", "active"}}), &readTargets, &ServerCheckRun::onTargets);
    } else {
        m_exchange.refuse<TargetSummary>(unsupportedError(),
            [this](const Expected<TargetSummary, QueryError> &targets) { onTargets(targets); });
    }
    report(4);
}

void ServerCheckRun::onTargets(const Expected<TargetSummary, QueryError> &targets)
{
    if (!targets && isOver(targets.error(), "targets", ServerFeature::Targets))
        return;
    const TargetSummary summary = targets.value_or(TargetSummary{});
    m_facts.scrapeInterval = summary.scrapeInterval;
    m_facts.activeTargets = summary.active;
    m_facts.targetsUp = summary.up;
    m_facts.profile.features &= ~m_lacking;
    m_api.setProfile(m_facts.profile);
    QPointer<ServerCheckRun> self(this);
    report(stepCount);
    if (self)
        finish(m_facts);
}

bool ServerCheckRun::isWorthAsking(const QByteArray &path, ServerFeature feature) const
{
    return m_facts.profile.features.testFlag(feature) && !m_api.lacks(path);
}

bool ServerCheckRun::isOver(const QueryError &error, const QByteArray &path, ServerFeature feature)
{
    if (endsRun(error)) {
        finish(unexpected(error));
        return true;
    }
    if (isMissingEndpoint(error)) {
        m_api.rememberLack(path);
        m_lacking |= feature;
    }
    return false;
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
