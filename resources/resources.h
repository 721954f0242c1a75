// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sockeye {

//! \brief Makes the resources below :/sockeye known to Qt. To be called once by every program that reads
//! them: nothing else would make the linker take them out of their static library.
void initResources();

} // namespace sockeye
