// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/apiexchange.h"
#include "core/prometheus/prefixsearch.h"
#include "core/prometheus/serverfacts.h"

namespace sockeye {

//! \brief The ServerCheckJob of PrometheusClient. The first query decides whether there is a Prometheus that
//! lets us in; what other endpoints do not tell stays unknown, because many servers of this API lack them,
//! and a server that has shown to lack one is not asked again.
class ServerCheckRun final : public ServerCheckJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerCheckRun)

public:
    ServerCheckRun(PrometheusApi &api, QObject *parent);
    ~ServerCheckRun() override;

    void abort() override;

private:
    HttpJob *askTime();
    void onReached(const Expected<ClockReading, QueryError> &reading);
    void onClock(const Expected<ClockReading, QueryError> &reading);
    void onBuild(const Expected<BuildInformation, QueryError> &build);
    void onStores(const Expected<bool, QueryError> &stores);
    void askForSeriesCount();
    void onSeriesCount(const Expected<qint64, QueryError> &count);
    void askForTargets();
    void onTargets(const Expected<TargetSummary, QueryError> &targets);
    void search(const QueryError &error);
    [[nodiscard]] bool isWorthAsking(const QByteArray &path, ServerFeature feature) const;
    //! \brief Whether \a error of an optional question ends the run, which it then has done. Else it is
    //! remembered when it says that the server has no such endpoint.
    bool isOver(const QueryError &error, const QByteArray &path, ServerFeature feature);
    void report(int done);
    void finish(const ServerCheckOutcome &outcome);

    //! \brief Sends the next question; the answer goes to \a next.
    template <typename T>
    void ask(HttpJob *job, Expected<T, QueryError> (*read)(const HttpReply &),
        void (ServerCheckRun::*next)(const Expected<T, QueryError> &));

    PrometheusApi &m_api;
    ApiExchange m_exchange;
    PrefixSearch m_search;
    ServerTraits m_traits;
    ServerFacts m_facts;
    ServerFeatures m_lacking; //!< although servers of this kind have it
};

} // namespace sockeye
