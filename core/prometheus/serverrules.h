// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/labelset.h"
#include "core/metrics/timerange.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sockeye {

//! \brief Something that the server scrapes, or a rule that it evaluates.
enum class ServerHealth { Unknown, Good, Bad };

enum class ServerAlertState { Unknown, Inactive, Pending, Firing };

//! \brief An alert of the server's own rules.
struct ServerAlert {
    LabelSet labels;
    std::map<QString, QString> annotations;
    ServerAlertState state = ServerAlertState::Unknown;
    std::optional<Timestamp> activeAt;
    double value = 0.0;

    friend bool operator==(const ServerAlert &, const ServerAlert &) = default;
};

struct ServerRule {
    enum class Kind { Recording, Alerting };

    Kind kind = Kind::Recording;
    QString name;
    QString query;
    LabelSet labels;
    ServerHealth health = ServerHealth::Unknown;
    QString lastError;
    std::optional<Timestamp> lastEvaluation;
    std::chrono::nanoseconds evaluationTime{0};
    ServerAlertState state = ServerAlertState::Unknown; //!< this and what follows of alerting rules
    std::chrono::milliseconds holdDuration{0}; //!< for:
    std::chrono::milliseconds keepFiringFor{0};
    std::map<QString, QString> annotations;
    std::vector<ServerAlert> alerts;

    friend bool operator==(const ServerRule &, const ServerRule &) = default;
};

struct RuleGroup {
    QString name;
    QString file;
    std::chrono::milliseconds interval{0};
    std::vector<ServerRule> rules;

    friend bool operator==(const RuleGroup &, const RuleGroup &) = default;
};

} // namespace sockeye
