// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertevaluator.h"
#include "core/alerting/notifier.h"

#include <QStringList>

#include <map>

namespace sockeye {

//! \brief What the user wants to hear of.
struct NotificationSettings {
    bool enabled = true;
    bool warnings = true; //!< alerts of Severity::Warning; critical ones and blindness are always told
    bool resolved = true; //!< the good news too

    friend bool operator==(const NotificationSettings &, const NotificationSettings &) = default;
};

//! \brief What a notice says besides the alert itself.
struct NoticeContext {
    AlertRule rule;
    ServiceId service;
    QString subject; //!< the service's or target's name
    Timestamp now;
};

//! \brief How well a service can be seen at a moment.
struct Sight {
    ServiceId service;
    QString subject;
    int misses = 0; //!< looks in a row that saw nothing; 0 when it is seen
    Timestamp lastSeen;
    Timestamp now;
};

//! \brief What to do with the notifier.
struct Announcement {
    std::vector<Notice> send;
    QStringList withdraw; //!< keys of notices that are no longer true

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

//! \brief Decides what the user is told. It looks at how things stand rather than at single changes, so that
//! nothing is lost: each firing alert that the user wants to hear of is told once, however it came to fire,
//! also when it fired before a restart and an evaluation confirms it; an end is told only after its
//! beginning, and where good news is not wanted the notice is withdrawn. Pending alerts are never told. Not
//! thread-safe.
class NotificationPolicy final {
public:
    //! Two notices of one key stand at least this far apart; only the newest of those held back is sent.
    static constexpr std::chrono::milliseconds minimumGap{2'000};
    static constexpr int missesUntilBlind = 3;

    explicit NotificationPolicy(NotificationSettings settings = {})
        : m_settings(settings)
    {
    }

    void setSettings(const NotificationSettings &settings) { m_settings = settings; }

    //! \brief Takes note of an alert that was told before the program was restarted.
    void restore(const ServiceId &service, const Alert &alert);
    //! \brief To be called after each evaluation of a rule for a service.
    [[nodiscard]] Announcement onEvaluation(const Evaluation &evaluation, const NoticeContext &context);
    //! \brief To be called after each look at a service. Blindness is told once, after three misses.
    [[nodiscard]] Announcement onSight(const Sight &sight);
    //! \brief What was held back and is due now. To be called at least once a second.
    [[nodiscard]] Announcement due(Timestamp now);
    //! \brief The rule is no longer evaluated for the service: its notices are withdrawn.
    [[nodiscard]] Announcement forget(const ServiceId &service, const RuleId &rule);
    //! \brief The service is no longer watched: all its notices are withdrawn.
    [[nodiscard]] Announcement forget(const ServiceId &service);

    //! \brief True once the alert's firing was sent; to be stored with it.
    [[nodiscard]] bool isTold(const ServiceId &service, const Alert &alert) const;

private:
    //! What was said under one key.
    struct Entry {
        std::optional<Notice::Kind> said;
        Timestamp at; //!< when it was said
        std::optional<Notice> waiting;
    };

    [[nodiscard]] bool wants(Severity severity) const;
    [[nodiscard]] std::optional<Notice::Kind> newest(const QString &key) const;
    void say(const Notice &notice, Timestamp now, Announcement &announcement);
    void end(const Notice &begun, const Notice *ended, Timestamp now, Announcement &announcement);
    [[nodiscard]] Announcement forgetKeys(const QString &prefix);

    NotificationSettings m_settings;
    std::map<QString, Entry> m_entries; //!< by Notice::key
};

} // namespace sockeye
