// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/probetarget.h"

#include <QHostAddress>

namespace sockeye::cli {

//! \brief What sockeye-probe was asked to do.
struct Options {
    enum class Command { Once, Watch, Serve, CheckConfig };

    Command command = Command::Once;
    ProbeTarget target; //!< of Once and Watch
    int pings = 5; //!< 0 for Watch: until it is stopped
    bool json = false;
    QString configFile; //!< of Serve and CheckConfig
    QHostAddress host = QHostAddress::LocalHost; //!< to listen on
    quint16 port = 9'115; //!< that of blackbox_exporter
};

//! \brief Why it does nothing else than print \a text and end with \a exitCode.
struct Refusal {
    QString text;
    int exitCode = 0;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

constexpr int exitOk = 0;
constexpr int exitProbeFailed = 1;
constexpr int exitUsage = 2;

//! \brief Reads the command line, the program's name first. --help and --version are refusals that end well.
[[nodiscard]] Expected<Options, Refusal> parse(const QStringList &arguments);

} // namespace sockeye::cli
