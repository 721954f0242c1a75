// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace sockeye {

//! \brief A random text that names one thing for ever. Given once, never derived from a name or a URL, so
//! that history keeps its subject when the user renames it. The tag keeps an id of one kind from passing for
//! another.
template <typename Tag>
struct Id {
    QString value;

    [[nodiscard]] bool isNull() const { return value.isEmpty(); }

    //! \brief A new id of 16 hexadecimal digits.
    [[nodiscard]] static Id create(RandomSource &random)
    {
        return Id{QStringLiteral("%1").arg(random.bits(), 16, 16, QLatin1Char('0'))};
    }

    friend bool operator==(const Id &, const Id &) = default;
    friend std::strong_ordering operator<=>(const Id &a, const Id &b)
    {
        return a.value.compare(b.value) <=> 0;
    }
    friend std::size_t qHash(const Id &id, std::size_t seed = 0) { return ::qHash(id.value, seed); }
};

using EndpointId = Id<struct EndpointTag>;
using ServiceId = Id<struct ServiceTag>;
using TargetId = Id<struct TargetTag>;
using RuleId = Id<struct RuleTag>;
using PanelId = Id<struct PanelTag>;

} // namespace sockeye
