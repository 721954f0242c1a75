// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/base/jsonreader.h"

#include <QByteArray>
#include <QString>

namespace sockeye {

//! \brief What belongs to the person and not to the workspace.
struct Preferences {
    enum class Theme { System, Light, Dark };
    enum class TimeZone { Local, Utc };

    Theme theme = Theme::System;
    QString language; //!< such as "en" or "zh_CN"; empty for the system's
    TimeZone timeZone = TimeZone::Local;
    bool notificationsEnabled = true;
    bool notifyWarnings = true; //!< criticals are always told while notifications are on
    bool notifyResolved = true;
    bool explainedTray = false; //!< the missing tray was pointed out once

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

[[nodiscard]] QByteArray serializePreferences(const Preferences &preferences);
[[nodiscard]] Expected<Preferences, JsonError> parsePreferences(const QByteArray &json);

//! \brief Where windows stood: state, not configuration.
struct WindowState {
    QByteArray geometry;
    QByteArray splitter;
    QString page;
    QString service;

    friend bool operator==(const WindowState &, const WindowState &) = default;
};

[[nodiscard]] QByteArray serializeWindowState(const WindowState &state);
[[nodiscard]] Expected<WindowState, JsonError> parseWindowState(const QByteArray &json);

} // namespace sockeye
