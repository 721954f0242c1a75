// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"

namespace sockeye {

//! \brief Checks the "version" of a document: Missing without one, NewerVersion when it is above \a current.
inline void checkVersion(JsonReader &reader, int current)
{
    const QLatin1StringView key("version");
    const QString expected = QString::number(current);
    if (!reader.json().contains(key))
        reader.fail(JsonError::Kind::Missing, key, expected);
    const qint64 version = reader.integer(key, 1);
    if (version > current)
        reader.fail(JsonError::Kind::NewerVersion, key, expected);
    else if (version < 1)
        reader.fail(JsonError::Kind::BadValue, key, expected);
}

} // namespace sockeye
