// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/probe/websockettransport.h"

namespace sockeye {

//! \brief Makes each transport by the engine that its target asks for, and by Qt's when there is a proxy on
//! the way, which our own does not speak to. \a clock must outlive all that is made; the factory belongs to
//! one thread.
[[nodiscard]] TransportFactory transportFactory(const Clock &clock, RandomSource random);

} // namespace sockeye
