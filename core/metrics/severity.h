// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sockeye {

//! \brief How bad an alert or a crossed threshold is. Ordered: worse is greater.
enum class Severity { Warning, Critical };

//! \brief How a service, a target or the whole stands. Ordered: worse is greater. Blind stands above Well
//! because "I cannot see" is never green, and below Warning because nothing bad is known.
enum class Health { Well, Unknown, Blind, Warning, Critical };

} // namespace sockeye
