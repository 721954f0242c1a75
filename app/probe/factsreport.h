// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/attemptfacts.h"

#include <QJsonObject>

namespace sockeye::cli {

//! \brief Addresses, TLS and the answer to the upgrade, each where it was reached.
[[nodiscard]] QJsonObject toJson(const AttemptFacts &facts);

//! \brief The same for people, as labels and texts. \a now is what days left are counted from.
[[nodiscard]] std::vector<std::pair<QString, QString>> toLines(const AttemptFacts &facts, Timestamp now);

} // namespace sockeye::cli
