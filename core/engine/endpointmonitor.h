// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/queryscheduler.h"
#include "core/engine/status.h"
#include "core/engine/workspace.h"

namespace sockeye {

//! \brief One Prometheus server: its client, its scheduler, and whether it can be heard. Asks for the
//! server's time each interval and for its facts each minute. Main thread only.
class EndpointMonitor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointMonitor)

public:
    //! All references must outlive the monitor.
    struct Surroundings {
        const Clock &clock;
        const SecretSource &secrets;
        SeriesStore &store;
        RandomSource random;
    };

    EndpointMonitor(EndpointConfig config, Surroundings surroundings, std::chrono::milliseconds interval,
        QObject *parent = nullptr);
    ~EndpointMonitor() override;

    void tick();

    [[nodiscard]] const EndpointConfig &config() const { return m_config; }
    [[nodiscard]] const EndpointStatus &status() const { return m_status; }
    //! \brief The status with the traffic as it is now.
    [[nodiscard]] EndpointStatus statusWithTraffic() const;
    [[nodiscard]] QueryScheduler &scheduler() { return *m_scheduler; }
    [[nodiscard]] PrometheusClient &client() { return *m_client; }
    //! \brief The server's scrape interval; Prometheus' default until it is known.
    [[nodiscard]] std::chrono::milliseconds scrapeInterval() const;
    //! \brief None, NotYetHeard, EndpointFailed or EndpointSilent.
    [[nodiscard]] BlindCause blindCause() const;
    void setName(const QString &name);
    void setInterval(std::chrono::milliseconds interval);
    //! \brief Asks a server that fails at the next tick, because whoever sees it failing may just have mended
    //! it.
    void retryNow();

Q_SIGNALS:
    void changed();

private:
    void beat();
    void askFacts();
    [[nodiscard]] std::chrono::seconds untilNextFacts(const ServerCheckOutcome &outcome);
    void takeOutcome(const QueryOutcome &outcome);
    void fail(const QueryError &error);
    void updateHealth();
    void noticeClockJump();

    EndpointConfig m_config;
    const Clock &m_clock;
    std::chrono::milliseconds m_interval;
    std::unique_ptr<PrometheusClient> m_client;
    std::unique_ptr<QueryScheduler> m_scheduler;
    EndpointStatus m_status;
    MonotonicTime m_startedAt;
    Moment m_lastTick;
    std::chrono::seconds m_recheck; //!< while the scrape interval is unknown
    std::optional<MonotonicTime> m_heard;
    std::optional<MonotonicTime> m_nextBeat;
    std::optional<MonotonicTime> m_nextFacts;
    bool m_isBeating = false;
    bool m_isAskingFacts = false;
};

} // namespace sockeye
