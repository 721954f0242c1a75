// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/yamldocument.h"
#include "core/probe/probetarget.h"

#include <map>
#include <variant>

namespace sockeye::cli {

//! \brief How /probe probes, as a module of blackbox_exporter.
struct ServeModule {
    ProbeModule probe;
    std::chrono::milliseconds timeout{10'000}; //!< of a whole probe
    int pings = 1;
};

//! \brief What `sockeye-probe serve` is to do.
struct ServeConfig {
    std::map<QString, ServeModule> modules;
    std::vector<ProbeTarget> targets; //!< held open; their ids are their names
};

//! \brief What is wrong in the file, and where.
struct ConfigError {
    YamlMark mark;
    std::variant<YamlError, JsonError> problem;
};

//! \brief Reads the YAML of a configuration file, strictly; all that is wrong is told, from top
//! to bottom.
[[nodiscard]] Expected<ServeConfig, std::vector<ConfigError>> readServeConfig(const QByteArray &yaml);

//! \brief "FILE:LINE:COLUMN: what is wrong", a line for each error.
[[nodiscard]] QString toText(const std::vector<ConfigError> &errors, const QString &file);

} // namespace sockeye::cli
