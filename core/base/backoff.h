// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <chrono>

namespace sockeye {

//! \brief Exponential back-off with full jitter: the n-th wait is uniform in [floor, min(cap, base * 2^n)].
//! Full jitter keeps many clients of one restarted server from coming back at the same moment.
class Backoff final {
public:
    struct Config {
        std::chrono::milliseconds base{500};
        std::chrono::milliseconds cap{30'000};
        std::chrono::milliseconds floor{50};
    };

    Backoff(Config config, RandomSource random);

    //! \brief The next wait; each call doubles the bound of the one after it.
    [[nodiscard]] std::chrono::milliseconds next();

    //! \brief Back to the first bound, after a success that lasted.
    void reset() { m_attempt = 0; }

    [[nodiscard]] int attempt() const { return m_attempt; }

private:
    Config m_config;
    RandomSource m_random;
    int m_attempt = 0;
};

} // namespace sockeye
