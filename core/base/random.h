// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <random>

namespace sockeye {

//! \brief A seeded source of random numbers, passed to whoever needs one. Not thread-safe: one for each
//! thread.
class RandomSource final {
public:
    explicit RandomSource(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    //! \brief A source seeded from the operating system.
    [[nodiscard]] static RandomSource fromSystem();

    //! \brief Uniform in [0, 1).
    [[nodiscard]] double fraction() { return std::uniform_real_distribution<double>{0.0, 1.0}(m_engine); }

    [[nodiscard]] std::uint64_t bits() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

} // namespace sockeye
