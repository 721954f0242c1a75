// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include <QIcon>

namespace sockeye {

class Theme;

//! \brief What the tray's icon shows.
struct TrayState {
    enum class Shape {
        Well, //!< circle
        Unknown, //!< empty circle
        Blind, //!< "?"
        Warning, //!< diamond
        Critical, //!< triangle
        Paused //!< two bars
    };

    Shape shape = Shape::Unknown;
    int count = 0; //!< alerts that fire; 0 shows no badge

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

//! \brief Fails closed: a circle only for OverallStatus::Kind::Well, and "?" also for an alert that fires but
//! cannot be seen any more.
[[nodiscard]] TrayState trayState(const OverallStatus &status);

//! \brief The icon in the sizes that trays ask for.
[[nodiscard]] QIcon trayIcon(const TrayState &state, const Theme &theme);

} // namespace sockeye
