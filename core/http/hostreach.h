// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace sockeye {

//! \brief How far away a host is, judged by its name or address alone; nothing is resolved.
enum class HostReach {
    Loopback, //!< this machine
    Private, //!< a network of one's own: RFC 1918, RFC 4193, link-local, and names that only such networks
             //!< know
    Public
};

//! \brief \a host is a name, or an address without brackets, as QUrl::host() gives it.
[[nodiscard]] HostReach reachOf(const QString &host);

} // namespace sockeye
