// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/probemetrics.h"

#include "app/probe/eventwords.h"

#include <array>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using Labels = Exposition::Labels;
using Metric = Exposition::Metric;

namespace {

constexpr Metric success{"probe_success", "Whether the probe succeeded: 1, or 0."};
constexpr Metric durationOfProbe{"probe_duration_seconds", "How long the probe took to complete."};
constexpr Metric statusCode{
    "probe_websocket_status_code", "HTTP status of the answer to the upgrade, 0 without one."};
constexpr Metric upgraded{
    "probe_websocket_connection_upgraded", "Whether the WebSocket connection was established: 1, or 0."};
constexpr Metric phaseDuration{"probe_websocket_duration_seconds",
    "Duration of the last handshake by phase, where it was reached; processing is the upgrade."};
constexpr Metric certificateExpiry{
    "probe_ssl_earliest_cert_expiry", "The earliest expiry of the server's certificates, as a Unix time."};
constexpr Metric pingDuration{
    "probe_websocket_ping_duration_seconds", "Round trips of the pings of this probe."};
constexpr Metric outcomeInfo{"probe_websocket_outcome_info", "How the probe ended, in the label."};

constexpr Metric state{
    "sockeye_probe_connection_state", "1 for the readyState of the connection, 0 for the others."};
constexpr Metric rtt{"sockeye_probe_rtt_seconds",
    "Round trips of pings. One without an answer is in +Inf alone, with its time limit in the sum."};
constexpr Metric pings{"sockeye_probe_pings_total", "Pings that were settled, by how."};
constexpr Metric attempts{"sockeye_probe_connection_attempts_total", "Attempts to connect, by outcome."};
constexpr Metric closes{"sockeye_probe_connection_closes_total",
    "Ends of open connections by close code (1006: no close frame) and by who began it."};
constexpr Metric messages{"sockeye_probe_messages_received_total", "Messages received."};
constexpr Metric bytes{"sockeye_probe_received_bytes_total", "Bytes of the messages received."};

double inSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

Labels with(Labels labels, const char *name, const QString &value)
{
    labels.emplace_back(name, value);
    return labels;
}

// The names that blackbox_exporter's probers gave to phases.
void addAttempt(Exposition &exposition, const Labels &labels, const AttemptFinished &attempt)
{
    exposition.gauge(statusCode, labels, attempt.httpStatus);
    const PhaseDurations &took = attempt.phases;
    const std::array phases{std::pair{u"resolve"_s, took.resolve}, std::pair{u"connect"_s, took.connect},
        std::pair{u"tls"_s, took.tls}, std::pair{u"processing"_s, took.upgrade}};
    for (const auto &[name, duration] : phases) {
        if (duration)
            exposition.gauge(phaseDuration, with(labels, "phase", name), inSeconds(*duration));
    }
    if (!attempt.facts || !attempt.facts->tls)
        return;
    if (const auto expiry = earliestExpiry(*attempt.facts->tls))
        exposition.gauge(certificateExpiry, labels, static_cast<double>(toMilliseconds(*expiry)) / 1'000.0);
}

} // namespace

void addProbe(Exposition &exposition, const FinishedProbe &probe)
{
    const Summary &summary = probe.summary;
    exposition.gauge(success, {}, summary.isOk() && probe.isInTime ? 1.0 : 0.0);
    exposition.gauge(durationOfProbe, {}, inSeconds(probe.duration));
    exposition.gauge(upgraded, {}, summary.attempt.outcome == ProbeOutcome::Open ? 1.0 : 0.0);
    exposition.gauge(
        outcomeInfo, {{"outcome", probe.isInTime ? outcomeKey(summary.outcome()) : u"timeout"_s}}, 1.0);
    addAttempt(exposition, {}, summary.attempt);
    LatencyHistogram rtts;
    for (const std::chrono::nanoseconds one : summary.rtts)
        rtts.record(one);
    const std::array statistics{
        std::pair{u"min"_s, 0.0}, std::pair{u"median"_s, 0.5}, std::pair{u"max"_s, 1.0}};
    for (const auto &[name, q] : statistics) {
        if (const auto quantile = rtts.quantile(q))
            exposition.gauge(pingDuration, {{"statistic", name}}, inSeconds(quantile->value));
    }
}

void addTarget(Exposition &exposition, const QString &name, const TargetTally &tally)
{
    const Labels target{{"target", name}};
    const bool isOpen = tally.state == ReadyState::Open;
    exposition.gauge(success, target, isOpen && !tally.isSuspect ? 1.0 : 0.0);
    exposition.gauge(upgraded, target, isOpen ? 1.0 : 0.0);
    if (tally.lastAttempt)
        addAttempt(exposition, target, *tally.lastAttempt);
    static constexpr std::array states{
        ReadyState::Connecting, ReadyState::Open, ReadyState::Closing, ReadyState::Closed};
    for (const ReadyState one : states)
        exposition.gauge(state, with(target, "state", stateKey(one)), one == tally.state ? 1.0 : 0.0);
    exposition.histogram(rtt, target, tally.rtts);
    exposition.counter(pings, with(target, "result", u"answered"_s), tally.answered() - tally.coalesced);
    exposition.counter(pings, with(target, "result", u"coalesced"_s), tally.coalesced);
    exposition.counter(pings, with(target, "result", u"unanswered"_s), tally.rtts.unansweredCount());
    for (const auto &[outcome, count] : tally.attempts)
        exposition.counter(attempts, with(target, "outcome", outcomeKey(outcome)), count);
    for (const auto &[closing, count] : tally.closings) {
        const QString code = closing.code == 0 ? u"other"_s : QString::number(closing.code);
        exposition.counter(
            closes, with(with(target, "code", code), "by", closing.byPeer ? u"peer"_s : u"probe"_s), count);
    }
    exposition.counter(messages, target, tally.messages);
    exposition.counter(bytes, target, tally.bytes);
}

} // namespace sockeye::cli
