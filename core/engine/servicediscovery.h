// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/sessionview.h"

namespace sockeye {

//! \brief Asks one server each minute which services it knows. Main thread only.
class ServiceDiscovery final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceDiscovery)

public:
    //! All references must outlive the discovery.
    ServiceDiscovery(EndpointMonitor &endpoint, const Clock &clock,
        const std::vector<MetricProfile> &profiles, QObject *parent = nullptr);
    ~ServiceDiscovery() override;

    void tick();

Q_SIGNALS:
    void found(const std::vector<sockeye::DetectedService> &services);

private:
    EndpointMonitor &m_endpoint;
    const Clock &m_clock;
    const std::vector<MetricProfile> &m_profiles;
    std::optional<MonotonicTime> m_nextAsk;
    bool m_isAsking = false;
};

//! \brief Adds what was found, is not in the workspace yet and is not ignored, and gives a profile to
//! services of these jobs that have none. True when the workspace changed.
bool addDetected(Workspace &workspace, const EndpointId &endpoint,
    const std::vector<DetectedService> &detected, RandomSource &random);

//! \brief Keeps what the user did away with from being found again: writes the jobs that \a before has and
//! \a workspace has not to the server's list, which it takes over from \a before; what is back leaves the
//! list. True when the workspace changed.
bool ignoreRemoved(Workspace &workspace, const Workspace &before);

//! \brief Gives each target that no service has a service of its own. True when the workspace changed.
bool adoptTargets(Workspace &workspace, RandomSource &random);

} // namespace sockeye
