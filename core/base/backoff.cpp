// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/backoff.h"

#include <algorithm>

namespace sockeye {

Backoff::Backoff(Config config, RandomSource random)
    : m_config(config)
    , m_random(random)
{
}

std::chrono::milliseconds Backoff::next()
{
    // 2^20 times any sane base is beyond any sane cap; the bound keeps the shift defined.
    const int exponent = std::min(m_attempt, 20);
    const auto bound = std::min(m_config.cap, m_config.base * (std::int64_t{1} << exponent));
    ++m_attempt;
    const auto spread = std::max(bound - m_config.floor, std::chrono::milliseconds{0});
    const auto wait = static_cast<std::int64_t>(m_random.fraction() * static_cast<double>(spread.count()));
    return m_config.floor + std::chrono::milliseconds{wait};
}

} // namespace sockeye
