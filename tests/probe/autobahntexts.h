// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace sockeye::test {

//! \brief One of the cases 6.5.1 to 6.23.7: a text message and whether it is UTF-8.
struct Utf8Case {
    const char *number;
    bool isValid;
    QByteArray text;
};

[[nodiscard]] const std::vector<Utf8Case> &utf8Cases();

//! \brief κόσμε, whose five characters take eleven bytes.
[[nodiscard]] QByteArray greekWord();

} // namespace sockeye::test
