// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"

#include <QObject>
#include <QStringList>

namespace sockeye {

//! \brief What to tell the user. Facts only: the words are made by the notifier's owner in ui/text.
struct Notice {
    enum class Kind {
        Firing,
        Resolved,
        Blind,
        Seeing,
        Trial //!< the user wants to see whether notices arrive; leads nowhere
    };

    Kind kind = Kind::Firing;
    QString key; //!< notices of one key replace each other in place: an alert's or a service's identity
    QString ruleKey; //!< with Firing and Resolved: AlertRule::key, or its name for a user's rule
    QString subject; //!< the service's or target's name
    Severity severity = Severity::Critical;
    Unit unit = Unit::None;
    double value = 0.0;
    double threshold = 0.0;
    Timestamp since;
    Timestamp at; //!< where *Show* leads in time
    QString serviceId; //!< where *Show* leads
    QString panel;

    friend bool operator==(const Notice &, const Notice &) = default;
};

//! \brief Carries notices to the user's desktop. A failure is reported, not swallowed.
class Notifier : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    ~Notifier() override;
    virtual void notify(const sockeye::Notice &notice) = 0;
    //! \brief Takes back a notice that is no longer true.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    //! \brief The user asked to see it. The token lets the window come to the front; it may be empty.
    void showRequested(const sockeye::Notice &notice, const QString &activationToken);
    void failed(const sockeye::Notice &notice, const QString &detail);

protected:
    explicit Notifier(QObject *parent = nullptr);
};

} // namespace sockeye
