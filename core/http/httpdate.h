// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <optional>

namespace sockeye {

//! \brief Reads a date of a header field, such as "Thu, 01 Jan 2026 00:00:00 GMT".
//! https://www.rfc-editor.org/rfc/rfc9110#http.date
[[nodiscard]] std::optional<Timestamp> parseHttpDate(const QByteArray &text);

} // namespace sockeye
