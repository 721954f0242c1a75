// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/resultdecoder.h"

namespace sockeye::test {

//! \brief What QJsonDocument makes of a valid answer: slowly, and with nothing of the decoder's.
[[nodiscard]] DecodedAnswer readByQt(const QByteArray &json);

} // namespace sockeye::test
