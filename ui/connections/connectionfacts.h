// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"
#include "core/engine/workspace.h"
#include "core/storage/seriesstore.h"

#include <QJsonObject>

namespace sockeye {

struct Formatting;

//! \brief One server as the page shows it: what is configured and how it stands.
struct Connection {
    EndpointConfig config;
    EndpointStatus status;
};

struct ConnectionFact {
    QString label;
    QString value; //!< a dash when it is not known

    friend bool operator==(const ConnectionFact &, const ConnectionFact &) = default;
};

struct ConnectionFacts {
    QString title;
    std::vector<ConnectionFact> facts; //!< always the same number
};

//! \brief What is held in memory of all servers and probes, and the most that may be.
struct HeldSamples {
    SeriesStore::Usage usage;
    std::size_t maxBytes = 0;
};

//! \brief All that is known of a connection, in groups: the server, queries, answers, memory.
[[nodiscard]] std::vector<ConnectionFacts> connectionFacts(
    const Connection &connection, const HeldSamples &all, const Formatting &formatting, Timestamp now);

//! \brief "answers", or why it cannot be heard, in a word or two.
[[nodiscard]] QString connectionState(const EndpointStatus &status);

//! \brief The same for a machine: counts, bytes, seconds.
[[nodiscard]] QJsonObject describe(const Connection &connection);

} // namespace sockeye
