// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notifier.h"

#include "ui/text/formatting.h"

#include <QVariantMap>

namespace sockeye {

//! \brief What a notification server is able to show; asked of it before the first notice.
struct ServerAbilities {
    bool actions = false;
    bool bodyMarkup = false;

    [[nodiscard]] static ServerAbilities of(const QStringList &capabilities);
};

//! \brief The arguments of org.freedesktop.Notifications.Notify that a notice turns into.
struct NotifyArguments {
    QString summary;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

//! \brief Words a notice for a server of these abilities. A server that reads markup gets the text escaped,
//! so that a service named <b> stays a name; any other gets the plain text that it is.
[[nodiscard]] NotifyArguments notifyArguments(
    const Notice &notice, const ServerAbilities &abilities, const Formatting &formatting);

} // namespace sockeye
