// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sockeye {

//! \brief What a number counts. Base units only, as Prometheus wants them: seconds, bytes, ratios.
enum class Unit { None, Count, Seconds, Bytes, Ratio, PerSecond, BytesPerSecond, Cores };

} // namespace sockeye
