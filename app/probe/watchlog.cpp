// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/watchlog.h"

#include "ui/text/errors.h"
#include "ui/text/probewords.h"

#include "app/probe/eventwords.h"
#include "app/probe/numbers.h"
#include "app/probe/summary.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sockeye::cli {

using namespace Qt::StringLiterals;

namespace {

struct NamedQuantile {
    QLatin1StringView name;
    double q = 0.0;
};

constexpr std::array quantiles{NamedQuantile{"min"_L1, 0.0}, NamedQuantile{"median"_L1, 0.5},
    NamedQuantile{"p95"_L1, 0.95}, NamedQuantile{"p99"_L1, 0.99}, NamedQuantile{"max"_L1, 1.0}};

constexpr Closing ourClosing{localClose, false};

QString timeText(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString jsonLine(const QJsonObject &object)
{
    return QString(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) % u'\n');
}

QJsonObject event(QLatin1StringView name, Timestamp at, ReadyState state)
{
    return {{u"time"_s, timeText(at)}, {u"event"_s, name}, {u"state"_s, stateKey(state)}};
}

QJsonObject with(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

double lossOf(const TargetTally &tally)
{
    const quint64 pings = tally.rtts.count();
    return pings == 0
        ? 0.0
        : 100.0 * static_cast<double>(tally.rtts.unansweredCount()) / static_cast<double>(pings);
}

quint64 reconnectsOf(const TargetTally &tally)
{
    return tally.opened() == 0 ? 0 : tally.opened() - 1;
}

// What an event is called, its facts for programs, and its line for people.
struct Entry {
    QLatin1StringView name;
    Timestamp at;
    QJsonObject facts;
    QString text; //!< empty: no line
};

Entry entryOf(const AttemptFinished &attempt, Timestamp now)
{
    if (attempt.outcome == ProbeOutcome::Open)
        return {"open"_L1, now, {{u"phases_ms"_s, phasesJson(attempt.phases)}},
            QString(u"open after "_s % phasesText(attempt.phases))};
    return {"failed"_L1, now,
        {{u"outcome"_s, outcomeKey(attempt.outcome)}, {u"http_status"_s, attempt.httpStatus},
            {u"phases_ms"_s, phasesJson(attempt.phases)}},
        QString(u"failed: "_s % describe(attempt).joined())};
}

bool isToldByCode(ProbeOutcome outcome)
{
    return outcome == ProbeOutcome::ClosedLocally || outcome == ProbeOutcome::ClosedClean
        || outcome == ProbeOutcome::ClosedNoStatus || outcome == ProbeOutcome::Dropped;
}

Entry entryOf(const StateChanged &step, Timestamp)
{
    // The other steps stand in the lines of the attempt.
    if (step.transition.to != ReadyState::Closed || step.transition.from == ReadyState::Connecting)
        return {};
    const QString why =
        isToldByCode(step.outcome) ? QString() : QString(probeOutcomeWord(step.outcome) % u", "_s);
    return {"closed"_L1, step.transition.at,
        {{u"outcome"_s, outcomeKey(step.outcome)}, {u"code"_s, step.closeCode},
            {u"reason"_s, reasonOf(step)}, {u"by_peer"_s, step.closedByPeer}},
        QString(u"closed: "_s % why % endText(step))};
}

Entry entryOf(const RttMeasured &measured, Timestamp)
{
    const auto sequence = static_cast<qint64>(measured.sequence);
    return {"rtt"_L1, measured.at,
        {{u"seq"_s, sequence}, {u"rtt_ms"_s, inMilliseconds(measured.rtt)},
            {u"coalesced"_s, measured.coalesced}},
        QString(u"seq=%1  rtt=%2"_s.arg(sequence).arg(millisecondsText(measured.rtt))
            % (measured.coalesced ? u"  (answered with a later one)"_s : QString()))};
}

Entry entryOf(const PingUnanswered &unanswered, Timestamp)
{
    const auto sequence = static_cast<qint64>(unanswered.sequence);
    return {"unanswered"_L1, unanswered.at,
        {{u"seq"_s, sequence}, {u"at_least_ms"_s, inMilliseconds(unanswered.atLeast)}},
        u"seq=%1  no pong within %2"_s.arg(sequence).arg(millisecondsText(unanswered.atLeast))};
}

Entry entryOf(const RetryScheduled &retry, Timestamp now)
{
    const auto wait = static_cast<double>((retry.at - now).count()) / 1'000.0;
    return {"retry"_L1, now, {{u"at"_s, timeText(retry.at)}, {u"attempt"_s, retry.attempt}},
        u"next attempt in %1 s"_s.arg(std::max(wait, 0.0), 0, 'f', 1)};
}

Entry entryOf(const TrafficCounted &, Timestamp)
{
    return {};
}

Entry entryOf(const FirstMessageReceived &message, Timestamp now)
{
    return {"first_message"_L1, now, {{u"after_ms"_s, inMilliseconds(message.after)}},
        QString(u"first message after "_s % millisecondsText(message.after))};
}

} // namespace

WatchLog::WatchLog(QUrl url, Style style, const Clock &clock)
    : m_url(std::move(url))
    , m_style(style)
    , m_clock(clock)
    , m_start(clock.monotonic())
{
}

QString WatchLog::take(const ProbeEvent &event)
{
    m_tally.take(event);
    const Entry entry = std::visit([this](const auto &one) { return entryOf(one, m_clock.now()); }, event);
    if (entry.text.isEmpty())
        return {};
    if (m_style == Style::Text)
        return entry.text + u'\n';
    return jsonLine(with(cli::event(entry.name, entry.at, m_tally.state), entry.facts));
}

QString WatchLog::idle() const
{
    if (m_style == Style::Json)
        return jsonLine(event("idle"_L1, m_clock.now(), m_tally.state));
    const bool isOpen = m_tally.state == ReadyState::Open;
    return QString(readyStateWord(m_tally.state) % (isOpen ? u", no pong yet\n"_s : u"\n"_s));
}

bool WatchLog::isOk() const
{
    return m_tally.opened() == 1 && m_tally.attempts.size() == 1 && m_tally.rtts.unansweredCount() == 0
        && std::ranges::all_of(m_tally.closings, [](const auto &entry) {
               return entry.first == Closing{localClose, false};
           });
}

QString WatchLog::summary() const
{
    const double seconds = std::chrono::duration<double>(m_clock.monotonic() - m_start).count();
    const auto pings = static_cast<qint64>(m_tally.rtts.count());
    const auto answered = static_cast<qint64>(m_tally.answered());
    const auto reconnects = static_cast<qint64>(reconnectsOf(m_tally));
    QJsonObject rtt;
    QStringList words;
    for (const auto &[name, q] : quantiles) {
        const auto quantile = m_tally.rtts.quantile(q);
        if (!quantile)
            continue;
        rtt.insert(name, inMilliseconds(quantile->value));
        words.append(QString(
            name % u' ' % (quantile->isAtLeast ? u"≥ "_s : QString()) % millisecondsText(quantile->value)));
    }
    if (m_style == Style::Json)
        return jsonLine(with(event("summary"_L1, m_clock.now(), m_tally.state),
            {{u"url"_s, m_url.toString()}, {u"seconds"_s, seconds}, {u"pings"_s, pings},
                {u"answered"_s, answered}, {u"loss_percent"_s, lossOf(m_tally)},
                {u"reconnects"_s, reconnects}, {u"rtt_ms"_s, rtt}, {u"ok"_s, isOk()}}));
    QString text = u"\n%1, %2 s\n"_s.arg(m_url.toString()).arg(seconds, 0, 'f', 1);
    text += u"%1 pings, %2 answered, %3 % lost, %4 reconnects\n"_s.arg(pings).arg(answered).arg(
        QString::number(lossOf(m_tally), 'f', 1), QString::number(reconnects));
    for (const auto &[closing, count] : m_tally.closings) {
        if (closing != ourClosing)
            text += u"%1 × %2\n"_s.arg(count).arg(closeCodeWord(closing.code));
    }
    return words.isEmpty() ? text : QString(text % u"rtt "_s % words.join(", "_L1) % u'\n');
}

} // namespace sockeye::cli
