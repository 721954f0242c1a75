// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include "app/demo/faults.h"

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

namespace sockeye::demo {

//! \brief Why a request for a fault was not understood.
struct FaultRequestError {
    enum class Kind { UnknownFault, UnknownParameter, BadValue };

    Kind kind = Kind::BadValue;
    QString subject; //!< the fault or the parameter
    QString expected; //!< what would have been right

    bool operator==(const FaultRequestError &) const = default;
};

//! \brief Reads `POST /faults/NAME?PARAMETER=N&for=SECONDS`, given the name and the query. Without `for`
//! the fault lasts a minute; without its parameter it takes the fallback of its FaultKind.
[[nodiscard]] Expected<FaultOrder, FaultRequestError> parseFaultRequest(
    const QString &name, const QUrlQuery &query);

//! \brief {"error": "..."}, naming what was expected.
[[nodiscard]] QByteArray toJson(const FaultRequestError &error);
//! \brief [{"fault": "slow", "parameter": 1500, "remaining_seconds": 12.3}, ...]; the parameter is null
//! for a fault that takes none.
[[nodiscard]] QByteArray toJson(const std::vector<ActiveFault> &faults);

} // namespace sockeye::demo
