// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <QByteArray>

namespace sockeye::test {

//! \brief Writes random answers of query and query_range, valid ones, as servers write them.
class AnswerGenerator final {
public:
    explicit AnswerGenerator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    //! \brief An answer; nearly always of the shape that is usual.
    [[nodiscard]] QByteArray next();
    //! \brief \a json with a few bytes changed, left out, doubled or cut off.
    [[nodiscard]] QByteArray damaged(QByteArray json);

private:
    [[nodiscard]] bool oneIn(std::uint64_t n) { return m_random.bits() % n == 0; }
    [[nodiscard]] int below(int limit)
    {
        return static_cast<int>(m_random.bits() % static_cast<unsigned>(limit));
    }
    [[nodiscard]] QByteArray labels();
    [[nodiscard]] QByteArray time(qint64 milliseconds);
    [[nodiscard]] QByteArray value();
    [[nodiscard]] QByteArray matrixSeries(qint64 start, int points);
    [[nodiscard]] QByteArray vectorSeries(qint64 at);
    [[nodiscard]] QByteArray tail();

    RandomSource m_random;
    qint64 m_step = 15'000;
};

} // namespace sockeye::test
