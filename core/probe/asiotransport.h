// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/probe/hostaddresses.h"
#include "core/probe/websockettransport.h"

namespace sockeye {

//! \brief Makes transports over Asio, OpenSSL and our own reading of RFC 6455: each phase is told, each way
//! to fail is told apart, and close codes are what was on the wire. \a clock must outlive all that is made.
//! The factory and its transports belong to one thread; one that runs on an AsioEventDispatcher measures.
[[nodiscard]] TransportFactory asioTransportFactory(
    const Clock &clock, RandomSource random, NameLookup lookup = systemLookup());

} // namespace sockeye
