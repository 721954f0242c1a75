// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/probetarget.h"

namespace sockeye::cli {

//! \brief What sockeye-probe was asked to do.
struct Options {
    ProbeTarget target;
    int pings = 5;
    bool json = false;
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
