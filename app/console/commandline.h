// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QSize>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sockeye {

//! \brief What the user asked for on the command line.
struct CommandLine {
    QString workspace = QStringLiteral("default");
    bool demo = false;
    QString screenshot; //!< a file; empty for none
    std::chrono::seconds after{10}; //!< when to take it
    QString page; //!< "overview", "probes" or "alerts"; empty for the one shown last
    QString theme; //!< "light" or "dark"; empty for the preferences'
    QString language; //!< such as "zh_CN"; empty for the preferences'
    std::optional<QSize> size;
    int demoClients = 200;

    //! \brief Reads the arguments without the program's name. The error is a sentence for the terminal.
    [[nodiscard]] static Expected<CommandLine, QString> parse(const QStringList &arguments);
};

//! \brief What --help and --version print, or nothing when neither was asked for.
[[nodiscard]] std::optional<QString> answerWithoutWindow(const QStringList &arguments);

//! \brief Gives the running QCoreApplication its name, version and desktop file.
void nameApplication();

} // namespace sockeye
