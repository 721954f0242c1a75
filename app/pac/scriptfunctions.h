// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ctime>
#include <functional>

struct duk_hthread;

namespace sockeye::pac {

//! \brief Tells a script the time.
using Now = std::function<std::time_t()>;

//! \brief Gives the scripts of \a engine the functions that every browser gives to them. \a now must outlive
//! the engine. To be called within a protected call.
//! https://developer.mozilla.org/en-US/docs/Web/HTTP/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file
void addFunctions(duk_hthread *engine, const Now &now);

} // namespace sockeye::pac
