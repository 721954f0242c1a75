// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QHostAddress>

#include <functional>
#include <vector>

namespace sockeye {

//! \brief The addresses of a name, or why there are none, in the resolver's words. Blocks; called on threads
//! of its own.
using NameLookup = std::function<Expected<std::vector<QHostAddress>, QString>(const QByteArray &name)>;

//! \brief Asks the system anew each time: Qt's lookups remember for a minute, which hides what is measured.
[[nodiscard]] NameLookup systemLookup();

//! \brief \a addresses in the order to try them: the families take turns, beginning with that of the first
//! (RFC 8305 section 4), and within a family the resolver's order stays.
[[nodiscard]] std::vector<QHostAddress> interleaved(const std::vector<QHostAddress> &addresses);

} // namespace sockeye
