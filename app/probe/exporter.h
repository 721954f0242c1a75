// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/probefleet.h"

#include "app/probe/serveconfig.h"
#include "app/probe/targettally.h"
#include "app/service/httpserver.h"

namespace sockeye::cli {

struct Summary;

//! \brief Serves Prometheus: /metrics tells of the connections that are held to the configured targets, and
//! /probe?target=URL&module=NAME opens one as blackbox_exporter does.
class Exporter final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exporter)

public:
    struct Surroundings {
        const SecretSource &secrets; //!< must outlive the exporter, and so must the clock
        const Clock &clock;
        TransportFactory transports; //!< called on the probe thread
    };

    Exporter(ServeConfig config, Surroundings surroundings);
    ~Exporter() override;

    //! \brief Starts to listen and to hold the connections. Returns the port, or the system's words.
    [[nodiscard]] Expected<quint16, QString> start(const QHostAddress &host, quint16 port);
    //! \brief Closes the connections; waits for that.
    void stop();

private:
    using Reply = service::HttpServer::Reply;

    void answer(const service::HttpRequest &request, const Reply &reply);
    void probe(const service::HttpRequest &request, const Reply &reply);
    void launch(const ProbeTarget &target, const ServeModule &module, const Reply &reply);
    void take(const std::vector<ProbeReport> &reports);
    [[nodiscard]] QByteArray metrics() const;

    ServeConfig m_config;
    const SecretSource &m_secrets;
    const Clock &m_clock;
    std::map<TargetId, TargetTally> m_tallies;
    ProbeFleet m_fleet;
    service::HttpServer m_server;
    int m_running = 0; //!< probes of /probe
};

} // namespace sockeye::cli
