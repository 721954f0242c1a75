// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/endpointoptions.h"

#include "ui/settings/fieldproblem.h"

#include <vector>

namespace sockeye {

//! \brief What only one kind of server lets a client choose, while the user edits it.
struct OptionsDraft {
    enum class Choice { Server, Yes, No }; //!< Server: it is not said

    // Of Thanos.
    Choice deduplicate = Choice::Server;
    Choice partialResponse = Choice::Server;
    QString maxResolution;
    QString replicaLabels; //!< separated by commas
    // Of VictoriaMetrics.
    bool noCache = false;
    QString extraLabels; //!< name=value, one a line
    QString extraFilters; //!< {selector}, one a line
    QString roundDigits;

    friend bool operator==(const OptionsDraft &, const OptionsDraft &) = default;
};

[[nodiscard]] OptionsDraft optionsDraft(const EndpointOptions &options);
[[nodiscard]] EndpointOptions optionsOf(const OptionsDraft &draft);
//! \brief What is wrong, in the order of the form.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const OptionsDraft &draft);

} // namespace sockeye
