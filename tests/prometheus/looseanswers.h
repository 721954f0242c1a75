// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <QByteArrayList>

namespace sockeye::test {

//! \brief Writes random answers of query and query_range that no server would write and JSON allows: fields
//! in any order, spaces, escapes, exponents, fields that nobody knows, also twice and nested deeply.
class LooseAnswers final {
public:
    explicit LooseAnswers(std::uint64_t seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] QByteArray next();

private:
    [[nodiscard]] bool oneIn(std::uint64_t n) { return m_random.bits() % n == 0; }
    [[nodiscard]] int below(int limit)
    {
        return static_cast<int>(m_random.bits() % static_cast<unsigned>(limit));
    }
    [[nodiscard]] QByteArray space();
    [[nodiscard]] QByteArray text();
    [[nodiscard]] QByteArray character(char32_t c);
    [[nodiscard]] QByteArray anything(int depth);
    [[nodiscard]] QByteArray number(double value);
    [[nodiscard]] QByteArray value();
    [[nodiscard]] QByteArray time(qint64 milliseconds);
    [[nodiscard]] QByteArray list(const QByteArrayList &items);
    //! \brief In any order, and others among them.
    [[nodiscard]] QByteArray object(QByteArrayList fields);
    [[nodiscard]] QByteArray field(const QByteArray &name, const QByteArray &content);
    [[nodiscard]] QByteArray texts();
    [[nodiscard]] QByteArray metric();
    [[nodiscard]] QByteArray histogram();
    [[nodiscard]] QByteArray points(bool areHistograms);
    [[nodiscard]] QByteArray matrix();
    [[nodiscard]] QByteArray vector();
    [[nodiscard]] QByteArray data();

    RandomSource m_random;
};

} // namespace sockeye::test
