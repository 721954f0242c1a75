// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace sockeye::cli {

//! \brief Durations as the terminal shows them and JSON holds them.
[[nodiscard]] inline double inMilliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

[[nodiscard]] inline QString millisecondsText(double value)
{
    return QString(QString::number(value, 'f', 2) % QLatin1StringView(" ms"));
}

[[nodiscard]] inline QString millisecondsText(std::chrono::nanoseconds duration)
{
    return millisecondsText(inMilliseconds(duration));
}

} // namespace sockeye::cli
