// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace sockeye {

struct ExtensionParameter {
    QByteArray name;
    std::optional<QByteArray> value; //!< unquoted

    friend bool operator==(const ExtensionParameter &, const ExtensionParameter &) = default;
};

//! \brief One element of Sec-WebSocket-Extensions.
struct Extension {
    QByteArray name;
    std::vector<ExtensionParameter> parameters;

    friend bool operator==(const Extension &, const Extension &) = default;
};

//! \brief Reads a value of Sec-WebSocket-Extensions (RFC 6455 section 9.1); nothing when it is none.
[[nodiscard]] std::optional<std::vector<Extension>> readExtensions(QByteArrayView value);

} // namespace sockeye
