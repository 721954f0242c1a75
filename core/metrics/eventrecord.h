// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QString>

namespace sockeye {

//! \brief One line of the history: something happened to a subject at a time.
struct EventRecord {
    enum class Kind {
        AlertPending,
        AlertFiring,
        AlertResolved,
        AlertNoData,
        AlertError,
        Blind,
        Seeing,
        NotificationFailed,
        DataDropped,
        ConfigurationReset
    };

    qint64 sequence = 0; //!< given by the database; 0 before
    Timestamp time;
    Kind kind = Kind::AlertPending;
    QString subject; //!< an id: of a rule, a service, an endpoint or a target
    QJsonObject facts; //!< what the words are made of

    friend bool operator==(const EventRecord &, const EventRecord &) = default;
};

} // namespace sockeye
