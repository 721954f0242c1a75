// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/sessionview.h"

namespace sockeye {

//! \brief Looks at one service once each interval: are its scrape targets up, how many connections has it,
//! are its probes heard. Main thread only.
class ServiceMonitor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceMonitor)

public:
    //! \a view must outlive the monitor.
    ServiceMonitor(ServiceId id, const SessionView &view, QObject *parent = nullptr);
    ~ServiceMonitor() override;

    void tick();

    //! \brief Fills in what the looks have found: blindness, connections, change, strip.
    void describe(ServiceStatus &status) const;
    //! \brief What hides the service now; known at once, not only at the next look.
    [[nodiscard]] BlindCause blindCause() const;
    [[nodiscard]] BlindCause metricsCause() const;
    [[nodiscard]] BlindCause probesCause() const;
    //! \brief Looks in a row that saw nothing.
    [[nodiscard]] int misses() const { return m_misses; }
    [[nodiscard]] std::optional<Timestamp> lastSeen() const { return m_lastSeen; }

Q_SIGNALS:
    //! \brief A look has ended.
    void looked();

private:
    enum class UpState { Unknown, Up, PartlyUp, Down, Absent, Failed };

    [[nodiscard]] static UpState upStateOf(const QueryOutcome &outcome);

    void look();
    void askUp(EndpointMonitor &endpoint, const ServiceRoles &roles);
    void askStrip(EndpointMonitor &endpoint, const ServiceRoles &roles);
    void takeStrip(const RangeOutcome &outcome, const RangeQuery &query);
    void finishPart();
    void finishLook();
    [[nodiscard]] BlindCause unseen(const EndpointMonitor &endpoint) const;

    ServiceId m_id;
    const SessionView &m_view;
    MonotonicTime m_createdAt;
    std::optional<MonotonicTime> m_nextLook;
    int m_partsUnderWay = 0;
    int m_misses = 0;
    bool m_hasLooked = false;
    bool m_exportsConnections = false;
    UpState m_up = UpState::Unknown;
    TimeSeriesPtr m_strip;
    std::optional<double> m_connections;
    std::optional<double> m_lastConnections;
    std::optional<double> m_change;
    std::optional<Timestamp> m_lastSeen;
};

} // namespace sockeye
