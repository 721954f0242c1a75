// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/targettally.h"

namespace sockeye::cli {

namespace {

void add(TargetTally &tally, const AttemptFinished &attempt)
{
    tally.lastAttempt = attempt;
    ++tally.attempts[attempt.outcome];
    if (attempt.outcome == ProbeOutcome::Open)
        tally.state = ReadyState::Open; // the step itself is told next
}

void add(TargetTally &tally, const StateChanged &step)
{
    tally.state = step.transition.to;
    tally.isSuspect = false;
    const ReadyState from = step.transition.from;
    const bool wasOpen = from == ReadyState::Open || from == ReadyState::Closing;
    if (step.transition.to != ReadyState::Closed || !wasOpen)
        return;
    Closing closing{step.closeCode, step.closedByPeer};
    if (tally.closings.size() >= TargetTally::mostClosings && !tally.closings.contains(closing))
        closing.code = 0;
    ++tally.closings[closing];
}

void add(TargetTally &tally, const RttMeasured &measured)
{
    tally.isSuspect = false;
    tally.rtts.record(measured.rtt);
    if (measured.coalesced)
        ++tally.coalesced;
}

void add(TargetTally &tally, const PingUnanswered &unanswered)
{
    tally.isSuspect = true;
    tally.rtts.recordUnanswered(unanswered.atLeast);
}

void add(TargetTally &tally, const TrafficCounted &traffic)
{
    tally.messages += traffic.messagesReceived;
    tally.bytes += traffic.bytesReceived;
}

void add(TargetTally &tally, const FirstMessageReceived &message)
{
    if (tally.lastAttempt)
        tally.lastAttempt->phases.firstMessage = message.after;
}

void add(TargetTally &, const RetryScheduled &) { }

} // namespace

void TargetTally::take(const ProbeEvent &event)
{
    std::visit([this](const auto &one) { add(*this, one); }, event);
}

quint64 TargetTally::opened() const
{
    const auto found = attempts.find(ProbeOutcome::Open);
    return found == attempts.end() ? 0 : found->second;
}

} // namespace sockeye::cli
