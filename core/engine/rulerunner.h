// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertevaluator.h"
#include "core/engine/alertdesk.h"
#include "core/engine/sessionview.h"

namespace sockeye {

//! \brief Evaluates each rule for each service once each interval and hands what comes of it to the desk.
//! Main thread only.
class RuleRunner final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleRunner)

public:
    //! All references must outlive the runner.
    RuleRunner(const SessionView &view, AlertDesk &desk, HistoryDatabase &history, QObject *parent = nullptr);
    ~RuleRunner() override;

    //! \brief Takes the alerts of an earlier run on; of rules or services that are gone they are dropped.
    void restore(const std::vector<StoredAlert> &alerts);
    //! \brief Follows the workspace: ends what is gone, starts what is new, keeps what stayed.
    void sync();
    void tick();

    //! \brief Worst first, then newest.
    [[nodiscard]] std::vector<ActiveAlert> alerts() const;
    [[nodiscard]] std::vector<RuleStatus> statuses() const;

Q_SIGNALS:
    void changed();

private:
    struct Slot {
        RuleState state;
        QString detail;
        std::optional<double> worst;
        std::optional<MonotonicTime> due;
        bool isAsking = false;
    };
    using Key = std::pair<ServiceId, RuleId>;

    void run(const Key &key, Slot &slot);
    void ask(const Key &key, const AlertRule &rule, EndpointMonitor &endpoint);
    void conclude(const Key &key, const Observation &observation, const QString &detail);
    void evaluateSwitchedOff(const Key &key, const AlertRule &rule);
    [[nodiscard]] bool applies(const AlertRule &rule, const ServiceConfig &service) const;
    //! Writes the active alerts if there is news about them; a new value alone is none.
    void store();

    const SessionView &m_view;
    AlertDesk &m_desk;
    HistoryDatabase &m_history;
    std::map<Key, Slot> m_slots;
    std::vector<StoredAlert> m_stored; //!< what the history has, values left out
};

} // namespace sockeye
