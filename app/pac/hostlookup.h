// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>

namespace sockeye::pac {

//! \brief An IPv4 address in digits, ended by a zero. Plain memory: the engine leaves functions by longjmp,
//! past all destructors.
using AddressText = std::array<char, 16>;

//! \brief Asks the name server for the first IPv4 address of \a host, which may be one in digits already.
[[nodiscard]] bool resolve(const char *host, AddressText &address);
//! \brief The address of this machine on the way to the internet; that of the loopback where there is no way.
//! Nothing is sent.
void ownAddress(AddressText &address);

} // namespace sockeye::pac
