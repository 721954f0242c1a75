// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/apiexchange.h"
#include "core/prometheus/serverfacts.h"

namespace sockeye {

//! \brief The ServerCheckJob of PrometheusClient. The first query decides whether there is a Prometheus that
//! lets us in; what other endpoints do not tell stays unknown, because many servers of this API lack them.
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
    void onVersion(const Expected<QString, QueryError> &version);
    void onSeriesCount(const Expected<qint64, QueryError> &count);
    void onTargets(const Expected<TargetSummary, QueryError> &targets);
    void report(int done);
    void finish(const ServerCheckOutcome &outcome);

    //! \brief Sends the next question; the answer goes to \a next.
    template <typename T>
    void ask(HttpJob *job, Expected<T, QueryError> (*read)(const HttpReply &),
        void (ServerCheckRun::*next)(const Expected<T, QueryError> &));

    PrometheusApi &m_api;
    ApiExchange m_exchange;
    ServerFacts m_facts;
};

} // namespace sockeye
