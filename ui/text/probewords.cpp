// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/probewords.h"

#include "core/metrics/stateinterval.h"

#include "ui/text/words.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProbeWords)
};

QString closeCodeMeaning(int code)
{
    switch (code) {
    case 1000:
        return Words::tr("normal");
    case 1001:
        return Words::tr("going away");
    case 1002:
        return Words::tr("protocol error");
    case 1003:
        return Words::tr("data not supported");
    case 1005:
        return Words::tr("no code given");
    case 1006:
        return Words::tr("dropped");
    case 1007:
        return Words::tr("invalid data");
    case 1008:
        return Words::tr("policy violation");
    case 1009:
        return Words::tr("message too big");
    case 1010:
        return Words::tr("extension missing");
    case 1011:
        return Words::tr("server error");
    case 1012:
        return Words::tr("service restart");
    case 1013:
        return Words::tr("try again later");
    case 1014:
        return Words::tr("bad gateway");
    case 1015:
        return Words::tr("TLS failed");
    }
    // RFC 6455 section 7.4.2
    if (code >= 3000 && code < 4000)
        return Words::tr("registered", "a close code that a library registered");
    if (code >= 4000 && code < 5000)
        return Words::tr("application", "a close code of the application's own");
    return Words::tr("unknown");
}

} // namespace

QString readyStateWord(ReadyState state)
{
    switch (state) {
    case ReadyState::Connecting:
        return laneStateWord(LaneState::Connecting);
    case ReadyState::Open:
        return laneStateWord(LaneState::Open);
    case ReadyState::Closing:
        return laneStateWord(LaneState::Closing);
    case ReadyState::Closed:
        return laneStateWord(LaneState::Closed);
    }
    return {};
}

QString probeOutcomeWord(ProbeOutcome outcome)
{
    switch (outcome) {
    case ProbeOutcome::Open:
        return Words::tr("open");
    case ProbeOutcome::ResolveFailed:
        return Words::tr("name not found");
    case ProbeOutcome::ConnectRefused:
        return Words::tr("connection refused");
    case ProbeOutcome::ConnectTimeout:
        return Words::tr("no answer to TCP");
    case ProbeOutcome::ConnectFailed:
        return Words::tr("TCP failed");
    case ProbeOutcome::NetworkUnreachable:
        return Words::tr("network unreachable");
    case ProbeOutcome::TlsFailed:
        return Words::tr("TLS failed");
    case ProbeOutcome::TlsTimeout:
        return Words::tr("no answer to TLS");
    case ProbeOutcome::UpgradeTimeout:
        return Words::tr("no answer to the upgrade");
    case ProbeOutcome::UpgradeRefused:
        return Words::tr("upgrade refused");
    case ProbeOutcome::UpgradeInvalid:
        return Words::tr("invalid upgrade answer");
    case ProbeOutcome::SecretMissing:
        return Words::tr("secret missing");
    case ProbeOutcome::ClosedClean:
        return Words::tr("closed");
    case ProbeOutcome::ClosedNoStatus:
        return Words::tr("closed without a code");
    case ProbeOutcome::Dropped:
        return Words::tr("dropped");
    case ProbeOutcome::PongTimeout:
        return Words::tr("no pong");
    case ProbeOutcome::ProtocolError:
        return Words::tr("protocol error");
    case ProbeOutcome::ClosedLocally:
        return Words::tr("closed by Sockeye");
    }
    return {};
}

QString closeCodeWord(int code)
{
    if (code == 0)
        return u"—"_s;
    return QString(QString::number(code) % u' ' % closeCodeMeaning(code));
}

} // namespace sockeye
