// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sockeye::pac {

//! \brief Takes from this process what a script has no use for: files, programs of its own, much memory.
void confine();
//! \brief Allows the processor time of one more step; beyond it the process ends.
void grantStep();

} // namespace sockeye::pac
