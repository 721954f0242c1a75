// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/summary.h"

#include "ui/text/errors.h"
#include "ui/text/probewords.h"

#include "app/probe/eventwords.h"
#include "app/probe/factsreport.h"
#include "app/probe/numbers.h"

#include <algorithm>
#include <array>

namespace sockeye::cli {

using namespace Qt::StringLiterals;

namespace {

struct RttStatistics {
    double min = 0.0;
    double median = 0.0;
    double max = 0.0;
};

std::optional<RttStatistics> statistics(std::vector<std::chrono::nanoseconds> rtts)
{
    if (rtts.empty())
        return std::nullopt;
    std::ranges::sort(rtts);
    const std::size_t middle = rtts.size() / 2;
    const double upper = inMilliseconds(rtts[middle]);
    const double median = rtts.size() % 2 == 1 ? upper : (upper + inMilliseconds(rtts[middle - 1])) / 2.0;
    return RttStatistics{inMilliseconds(rtts.front()), median, inMilliseconds(rtts.back())};
}

QString line(const QString &label, const QString &text)
{
    return QString("  "_L1 % label.leftJustified(10) % text % u'\n');
}

} // namespace

ProbeOutcome Summary::outcome() const
{
    if (attempt.outcome != ProbeOutcome::Open)
        return attempt.outcome;
    if (end && end->outcome != ProbeOutcome::ClosedLocally)
        return end->outcome;
    return unanswered > 0 ? ProbeOutcome::PongTimeout : ProbeOutcome::Open;
}

QString outcomeKey(ProbeOutcome outcome)
{
    static constexpr std::array keys{"open"_L1, "resolve_failed"_L1, "connect_refused"_L1,
        "connect_timeout"_L1, "connect_failed"_L1, "network_unreachable"_L1, "tls_failed"_L1,
        "tls_expired"_L1, "tls_wrong_name"_L1, "tls_unknown_authority"_L1, "tls_self_signed"_L1,
        "tls_protocol"_L1, "tls_not_spoken"_L1, "tls_timeout"_L1, "upgrade_timeout"_L1, "upgrade_refused"_L1,
        "upgrade_closed"_L1, "upgrade_not_http"_L1, "upgrade_header_missing"_L1, "upgrade_wrong_accept"_L1,
        "upgrade_wrong_subprotocol"_L1, "upgrade_invalid"_L1, "secret_missing"_L1, "setup_failed"_L1,
        "proxy_failed"_L1, "closed_clean"_L1, "closed_no_status"_L1, "dropped"_L1, "reset"_L1, "path_dead"_L1,
        "pong_timeout"_L1, "protocol_error"_L1, "closed_locally"_L1};
    static_assert(keys.size() == static_cast<std::size_t>(ProbeOutcome::ClosedLocally) + 1);
    return keys[static_cast<std::size_t>(outcome)];
}

QJsonObject toJson(const Summary &summary)
{
    QJsonObject pings{{u"answered"_s, static_cast<qint64>(summary.rtts.size())},
        {u"coalesced"_s, summary.coalesced}, {u"unanswered"_s, summary.unanswered}};
    if (const auto rtt = statistics(summary.rtts))
        pings.insert(
            u"rtt_ms"_s, QJsonObject{{u"min"_s, rtt->min}, {u"median"_s, rtt->median}, {u"max"_s, rtt->max}});
    QJsonObject object{{u"url"_s, summary.url.toString()}, {u"ok"_s, summary.isOk()},
        {u"outcome"_s, outcomeKey(summary.outcome())}, {u"phases_ms"_s, phasesJson(summary.attempt.phases)},
        {u"pings"_s, pings}};
    if (summary.pathRtt)
        object.insert(u"path_rtt_ms"_s, inMilliseconds(*summary.pathRtt));
    if (summary.attempt.httpStatus != 0)
        object.insert(u"http_status"_s, summary.attempt.httpStatus);
    if (!summary.attempt.detail.isEmpty())
        object.insert(u"detail"_s, summary.attempt.detail);
    if (summary.end) {
        object.insert(u"close"_s,
            QJsonObject{{u"code"_s, summary.end->closeCode}, {u"reason"_s, reasonOf(*summary.end)},
                {u"by_peer"_s, summary.end->closedByPeer}});
    }
    if (summary.attempt.facts)
        object.insert(u"facts"_s, toJson(*summary.attempt.facts));
    return object;
}

QString toText(const Summary &summary)
{
    QString text = summary.url.toString() % "  "_L1 % probeOutcomeWord(summary.outcome()) % u'\n';
    for (const auto &[name, duration] : phases(summary.attempt.phases)) {
        if (duration)
            text += line(name, millisecondsText(inMilliseconds(*duration)));
    }
    if (summary.attempt.facts) {
        for (const auto &[label, fact] : toLines(*summary.attempt.facts, summary.at))
            text += line(label, fact);
    }
    if (summary.attempt.outcome != ProbeOutcome::Open)
        return text + line(u"failed"_s, describe(summary.attempt).joined());
    text += line(u"pings"_s,
        u"%1 answered, %2 not"_s.arg(static_cast<qint64>(summary.rtts.size()) + summary.coalesced)
            .arg(summary.unanswered));
    if (const auto rtt = statistics(summary.rtts)) {
        text += line(u"rtt"_s,
            u"min %1, median %2, max %3"_s.arg(
                millisecondsText(rtt->min), millisecondsText(rtt->median), millisecondsText(rtt->max)));
    }
    if (summary.pathRtt)
        text += line(u"path"_s, QString(millisecondsText(*summary.pathRtt) % ", TCP alone"_L1));
    if (summary.end)
        text += line(u"closed"_s, endText(*summary.end));
    return text;
}

} // namespace sockeye::cli
