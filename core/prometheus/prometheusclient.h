// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpclient.h"
#include "core/prometheus/endpointoptions.h"
#include "core/prometheus/query.h"
#include "core/prometheus/queryresult.h"

#include <QHash>

#include <memory>

namespace sockeye {

class PrometheusApi;
class ReadApi;

//! \brief One query under way. Emits finished() exactly once, never before control has returned to the
//! caller, and deletes itself afterwards. The body is parsed on a worker. Main thread only.
class QueryJob : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryJob)

public:
    ~QueryJob() override;
    //! \brief Ends the query (the server sees the disconnect); finished() follows with Transport and Aborted.
    virtual void abort() = 0;

Q_SIGNALS:
    void finished(const sockeye::QueryOutcome &outcome);

protected:
    explicit QueryJob(QObject *parent = nullptr);
};

//! \brief What *Test* and the first contact learn about a server.
struct ServerFacts {
    ServerProfile profile;
    std::chrono::nanoseconds roundTrip{0}; //!< of query=time()
    std::chrono::milliseconds clockOffset{
        0}; //!< server minus local, measured with query=time() at half the round trip
    qint64 seriesCount = -1; //!< in the head block; -1 when unknown
    std::chrono::milliseconds scrapeInterval{0}; //!< the shortest of the active targets; 0 when unknown
    int activeTargets = 0;
    int targetsUp = 0;

    friend bool operator==(const ServerFacts &, const ServerFacts &) = default;
};

using ServerCheckOutcome = Expected<ServerFacts, QueryError>;

//! \brief Several requests that make up a ServerFacts. Same promises as QueryJob. The first error ends it;
//! where there is no API at the address, it looks for the one that was meant, and the error suggests it.
class ServerCheckJob : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerCheckJob)

public:
    ~ServerCheckJob() override;
    virtual void abort() = 0;

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const sockeye::ServerCheckOutcome &outcome);

protected:
    explicit ServerCheckJob(QObject *parent = nullptr);
};

//! \brief Which services a server knows: the declared type of each metric and the jobs that have it.
struct MetricInventory {
    QHash<QByteArray, QByteArray> typeOf; //!< metric name to counter, gauge, histogram, summary or unknown
    QHash<QByteArray, QList<QByteArray>> jobsOf; //!< metric name to values of the label job

    friend bool operator==(const MetricInventory &, const MetricInventory &) = default;
};

using InventoryOutcome = Expected<MetricInventory, QueryError>;

//! \brief Asks for the inventory of the metrics whose names match \a nameRegex. Same promises as QueryJob.
class InventoryJob : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryJob)

public:
    ~InventoryJob() override;
    virtual void abort() = 0;

Q_SIGNALS:
    void finished(const sockeye::InventoryOutcome &outcome);

protected:
    explicit InventoryJob(QObject *parent = nullptr);
};

//! \brief A typed client of the Prometheus HTTP API for one endpoint. Queries are sent by POST; where the
//! server answers 403, 405 or 501 the client falls back to GET and remembers. At most six requests are under
//! way at once, whatever they are for. Jobs are children of the client and end with it, without a signal.
//! Main thread only.
class PrometheusClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrometheusClient)

public:
    PrometheusClient(
        HttpConfig config, const SecretSource &secrets, const Clock &clock, QObject *parent = nullptr);
    ~PrometheusClient() override;

    //! \brief What goes with each query. An option that the server turns out not to know fails the check and,
    //! from then on, each query with OptionRefused.
    void setOptions(const EndpointOptions &options);

    //! \brief Goes before all else that waits for this server.
    QueryJob *query(const InstantQuery &query);
    //! \brief Goes before all but instant queries. Gaps in the series of the answer are marked, and
    //! its histograms come with their 50th, 95th and 99th percentiles.
    QueryJob *queryRange(const RangeQuery &query);
    ServerCheckJob *check();
    //! \brief \a nameRegex is an anchored regular expression of RE2, as PromQL has it.
    InventoryJob *inventory(const QByteArray &nameRegex);

    [[nodiscard]] std::size_t requestsInFlight() const;
    [[nodiscard]] std::size_t requestsWaiting() const;

    //! \brief What there is to ask beside samples: series, labels, metadata, targets, rules, status.
    [[nodiscard]] ReadApi &read() { return *m_read; }

private:
    std::unique_ptr<PrometheusApi> m_api;
    std::unique_ptr<ReadApi> m_read;
};

} // namespace sockeye
