// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notificationpolicy.h"
#include "core/engine/status.h"
#include "core/metrics/eventrecord.h"
#include "core/metrics/timerange.h"
#include "core/storage/historydatabase.h"

#include <QObject>

#include <map>

namespace sockeye {

//! \brief Where what happened goes: to the history, to the user, and to the charts as the times a rule fired.
//! Main thread only.
class AlertDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDesk)

public:
    //! What an evaluation was about.
    struct Subject {
        AlertRule rule;
        ServiceId service;
        QString serviceName;
        QString detail; //!< why the evaluation failed, if it did
    };

    //! All references must outlive the desk.
    AlertDesk(const Clock &clock, HistoryDatabase &history, Notifier &notifier, QObject *parent = nullptr);
    ~AlertDesk() override;

    void setSettings(const NotificationSettings &settings) { m_policy.setSettings(settings); }
    //! \brief Takes note of an alert of an earlier run, which the user may know already.
    void restore(const ServiceId &service, const Alert &alert, bool notified);
    //! \brief Takes the firing times of earlier runs out of their events.
    void restore(const std::vector<EventRecord> &events);

    void onEvaluation(const Subject &subject, const RuleState &before, const Evaluation &evaluation);
    //! \brief To be called after each look at a service.
    void onSight(const ServiceStatus &service, int misses);
    void forget(const ServiceId &service, const RuleId &rule);
    void forget(const ServiceId &service);
    void tick();

    [[nodiscard]] bool isTold(const ServiceId &service, const Alert &alert) const;
    //! \brief When \a rule fired for \a service, up to now for what still fires.
    [[nodiscard]] std::vector<TimeRange> firingTimes(const RuleId &rule, const ServiceId &service) const;

Q_SIGNALS:
    //! \brief The history has a new event.
    void recorded();

private:
    struct FiringTime {
        LabelSet labels;
        Timestamp begin;
        std::optional<Timestamp> end;
    };
    using RuleOfService = std::pair<RuleId, ServiceId>;

    void announce(const Announcement &announcement);
    void record(EventRecord::Kind kind, const QString &subject, const QJsonObject &facts);
    void recordTransition(const Subject &subject, const AlertTransition &transition);
    void recordMiss(const Subject &subject, const RuleState &before, const RuleState &after);
    void noteFiring(const ServiceId &service, const AlertTransition &transition);
    void onNotifierFailed(const Notice &notice, const QString &detail);

    const Clock &m_clock;
    HistoryDatabase &m_history;
    Notifier &m_notifier;
    NotificationPolicy m_policy;
    std::map<RuleOfService, std::vector<FiringTime>> m_firingTimes;
    std::map<ServiceId, BlindCause> m_recordedBlind;
};

} // namespace sockeye
