// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notificationpolicy.h"
#include "core/alerting/notifier.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalogue/metricprofile.h"
#include "core/engine/panelfeed.h"
#include "core/engine/status.h"
#include "core/engine/workspace.h"
#include "core/probe/websockettransport.h"
#include "core/storage/historydatabase.h"
#include "core/storage/seriesstore.h"

#include <QObject>

#include <memory>

namespace sockeye {

//! \brief Watches one workspace: asks its servers, holds its probes, evaluates its rules, remembers what
//! happened and tells the notifier. Has no window. Everything that it does is driven by tick(). Main thread
//! only.
class MonitorSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorSession)

public:
    //! All references must outlive the session.
    struct Services {
        const Clock &clock;
        const SecretSource &secrets;
        HistoryDatabase &history;
        Notifier &notifier;
        TransportFactory transportFactory;
        RandomSource random;
        std::vector<MetricProfile> profiles;
    };

    MonitorSession(Services services, Workspace workspace, QObject *parent = nullptr);
    ~MonitorSession() override;

    //! Who calls tick() after start().
    enum class Drive { Timer, Caller };

    //! \brief Restores what was active, then starts to watch.
    void start(Drive drive = Drive::Timer);
    //! \brief Stops watching and closes the probes; the history is written.
    void shutDown();
    //! \brief Does what is due. Called by a timer several times a second, or by a test with a fake clock.
    void tick();

    [[nodiscard]] const Workspace &workspace() const;
    //! \brief Takes a changed workspace on: what did not change goes on undisturbed, but a server that
    //! fails is asked again at once.
    void setWorkspace(const Workspace &workspace);
    void setNotificationSettings(const NotificationSettings &settings);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;

    [[nodiscard]] const OverallStatus &overall() const;
    [[nodiscard]] std::vector<EndpointStatus> endpoints() const;
    //! \brief Worst first, then by name.
    [[nodiscard]] std::vector<ServiceStatus> services() const;
    [[nodiscard]] std::vector<TargetStatus> targets() const;
    //! \brief Pending, firing and recently resolved; worst first, then newest.
    [[nodiscard]] std::vector<ActiveAlert> alerts() const;
    [[nodiscard]] std::vector<RuleStatus> ruleStatuses() const;
    [[nodiscard]] const std::vector<MetricProfile> &profiles() const;

    //! \brief All samples that are held, and how many may be.
    [[nodiscard]] const SeriesStore &store() const;

    //! \brief A feed for one panel of one service. The caller owns it.
    [[nodiscard]] std::unique_ptr<PanelFeed> openPanel(const PanelSpec &spec, const ServiceId &service);
    //! \brief A feed for one target: its RTT or its swimlane.
    [[nodiscard]] std::unique_ptr<PanelFeed> openTargetPanel(const PanelSpec &spec, const TargetId &target);

    [[nodiscard]] HistoryDatabase &history();

    //! \brief Blocks the probe thread, to show what a hung one looks like. For tests.
    void hangProbesForTest(std::chrono::milliseconds duration);

Q_SIGNALS:
    void overallChanged();
    void endpointsChanged();
    void servicesChanged();
    void targetsChanged();
    void alertsChanged();
    void historyChanged();
    //! \brief The session changed the workspace itself: it found services. To be saved.
    void workspaceChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
