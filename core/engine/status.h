// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"
#include "core/engine/endpointtraffic.h"
#include "core/metrics/latencyhistogram.h"
#include "core/metrics/severity.h"
#include "core/metrics/timeseries.h"
#include "core/probe/proberesult.h"
#include "core/prometheus/prometheusclient.h"

#include <QUrl>

namespace sockeye {

//! \brief Why something cannot be seen.
enum class BlindCause {
    None,
    NotYetHeard, //!< just started
    EndpointFailed, //!< the query failed: see the endpoint's error
    EndpointSilent, //!< no answer within three refresh intervals
    TargetDown, //!< Prometheus answers, and its scrape target is down (up is 0)
    NoData, //!< Prometheus answers with nothing
    ProbeSilent, //!< the probe thread does not report
    Paused //!< the user stopped the watching
};

//! \brief How one Prometheus server stands.
struct EndpointStatus {
    EndpointId id;
    QString name;
    Health health = Health::Unknown;
    std::optional<ServerFacts> facts;
    std::optional<QueryError> error; //!< of the last query, if it failed
    std::optional<Timestamp> heardAt; //!< last good answer, local time
    std::chrono::nanoseconds queryTime{0}; //!< of the last good answer
    EndpointTraffic traffic;
};

//! \brief How one held connection stands.
struct TargetStatus {
    static constexpr std::chrono::minutes quantileWindow{15};

    TargetId id;
    QString name;
    QUrl url;
    Health health = Health::Unknown;
    BlindCause blind = BlindCause::NotYetHeard;
    ReadyState state = ReadyState::Closed;
    Timestamp stateSince;
    std::optional<double> rttSeconds; //!< the last one
    std::optional<LatencyQuantile> p50, p95, p99; //!< of all pings of the last quantileWindow
    int reconnectsLastHour = 0;
    int lastCloseCode = 0; //!< 0 when it never closed after being open
    QString lastReason;
    std::optional<AttemptFinished> lastAttempt;
    std::optional<StateChanged> lastEnd; //!< of a connection that was open
    std::optional<Timestamp> nextRetry;
};

//! \brief How one service stands: the worst of its metrics, its probes and its alerts.
struct ServiceStatus {
    ServiceId id;
    QString name;
    Health health = Health::Unknown;
    BlindCause blind = BlindCause::NotYetHeard;
    Timestamp since; //!< of the present health
    std::optional<double> connections; //!< nothing while it cannot be seen
    std::optional<double> lastConnections; //!< the last number that was seen
    std::optional<Timestamp> lastSeen;
    std::optional<double> change; //!< ratio to five minutes ago, 0.02 is 2 % more
    TimeSeriesPtr strip; //!< connections of the last 15 minutes; null without data
    bool hasMetrics = true; //!< false for a service of probes alone
    int targets = 0;
    int openTargets = 0;
    std::optional<double> rttSeconds; //!< the last one of the slowest open probe
};

//! \brief An alert with all that is needed to word it.
struct ActiveAlert {
    Alert alert;
    AlertRule rule;
    ServiceId service;
    QString serviceName;
    bool seen = true; //!< false while the rule cannot be evaluated: the alert stands as it was last seen
};

//! \brief How the evaluation of one rule for one service fares.
struct RuleStatus {
    RuleId rule;
    ServiceId service;
    RuleHealth health = RuleHealth::Unknown;
    int misses = 0;
    QString detail; //!< the missing role, or the server's words
    std::optional<double> value; //!< the worst value of the last evaluation
};

//! \brief The one thing that the top of the window and the tray say. Never more than is known: Well only when
//! every source was heard within its interval and nothing is pending or firing.
struct OverallStatus {
    enum class Kind { NothingConfigured, Waiting, Well, Pending, Firing, Blind, ProbeDown, Paused };

    Kind kind = Kind::Waiting;
    Health health = Health::Unknown;
    QString subject; //!< a service's, target's or endpoint's name
    BlindCause blind = BlindCause::None;
    std::optional<ActiveAlert> alert; //!< with Pending and Firing
    std::optional<Timestamp> since;
    std::optional<Timestamp> lastSeen; //!< with Blind
    std::optional<double> lastConnections; //!< with Blind
    int firing = 0;
    int pending = 0;
    int blindCount = 0; //!< services that cannot be seen
};

} // namespace sockeye
