// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"

#include <optional>

namespace sockeye {

//! \brief The enumerator that \a nameOf calls \a name: the inverse of a switch, so that a name is written
//! down once. Enumerators run from 0 to \a last without holes.
template <typename E>
[[nodiscard]] std::optional<E> enumFromName(const QString &name, E last, QLatin1StringView (*nameOf)(E))
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name == nameOf(static_cast<E>(i)))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

//! \brief Reads an enumerator by its name; JsonError::Kind::BadValue for a name that is none, and the first
//! enumerator when the key is absent.
template <typename E>
[[nodiscard]] E readEnum(JsonReader &reader, QLatin1StringView key, E last, QLatin1StringView (*nameOf)(E))
{
    const E first{};
    const std::optional<E> value = enumFromName(reader.string(key, nameOf(first)), last, nameOf);
    if (value)
        return *value;
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        names.append(nameOf(static_cast<E>(i)));
    reader.fail(JsonError::Kind::BadValue, key, names.join(QLatin1StringView(" | ")));
    return first;
}

} // namespace sockeye
