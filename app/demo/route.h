// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace sockeye::demo {

//! \brief What a connection came for, read from the path of its upgrade request.
struct Route {
    enum class Service { Echo, Chat, Ticker };

    Service service = Service::Echo;
    QString room; //!< of a chat; empty otherwise

    bool operator==(const Route &) const = default;
};

//! \brief /echo, /ticker and /chat/ROOM, where ROOM is 1 to 32 letters, digits, '-' or '_'.
[[nodiscard]] std::optional<Route> parseRoute(const QString &path);

//! \brief The label "room": the service, or the room of a chat when it is one of the usual rooms, else
//! "other". People may open any room; the metrics must not grow with it.
[[nodiscard]] QString roomLabel(const Route &route);

} // namespace sockeye::demo
