// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/probewords.h"

#include "core/metrics/stateinterval.h"

#include "ui/text/words.h"

#include <QCoreApplication>

#include <array>

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
    // In the order of ProbeOutcome.
    static constexpr std::array words{
        QT_TRANSLATE_NOOP("ProbeWords", "open"),
        QT_TRANSLATE_NOOP("ProbeWords", "name not found"),
        QT_TRANSLATE_NOOP("ProbeWords", "connection refused"),
        QT_TRANSLATE_NOOP("ProbeWords", "no answer to TCP"),
        QT_TRANSLATE_NOOP("ProbeWords", "TCP failed"),
        QT_TRANSLATE_NOOP("ProbeWords", "network unreachable"),
        QT_TRANSLATE_NOOP("ProbeWords", "TLS failed"),
        QT_TRANSLATE_NOOP("ProbeWords", "certificate out of date"),
        QT_TRANSLATE_NOOP("ProbeWords", "certificate of another name"),
        QT_TRANSLATE_NOOP("ProbeWords", "unknown authority"),
        QT_TRANSLATE_NOOP("ProbeWords", "self-signed certificate"),
        QT_TRANSLATE_NOOP("ProbeWords", "TLS handshake failed"),
        QT_TRANSLATE_NOOP("ProbeWords", "not TLS"),
        QT_TRANSLATE_NOOP("ProbeWords", "no answer to TLS"),
        QT_TRANSLATE_NOOP("ProbeWords", "no answer to the upgrade"),
        QT_TRANSLATE_NOOP("ProbeWords", "upgrade refused"),
        QT_TRANSLATE_NOOP("ProbeWords", "closed before the upgrade"),
        QT_TRANSLATE_NOOP("ProbeWords", "not HTTP"),
        QT_TRANSLATE_NOOP("ProbeWords", "upgrade header missing"),
        QT_TRANSLATE_NOOP("ProbeWords", "wrong accept key"),
        QT_TRANSLATE_NOOP("ProbeWords", "wrong subprotocol"),
        QT_TRANSLATE_NOOP("ProbeWords", "invalid upgrade answer"),
        QT_TRANSLATE_NOOP("ProbeWords", "secret missing"),
        QT_TRANSLATE_NOOP("ProbeWords", "wrongly set up"),
        QT_TRANSLATE_NOOP("ProbeWords", "proxy failed"),
        QT_TRANSLATE_NOOP("ProbeWords", "closed"),
        QT_TRANSLATE_NOOP("ProbeWords", "closed without a code"),
        QT_TRANSLATE_NOOP("ProbeWords", "dropped"),
        QT_TRANSLATE_NOOP("ProbeWords", "reset"),
        QT_TRANSLATE_NOOP("ProbeWords", "path dead"),
        QT_TRANSLATE_NOOP("ProbeWords", "no pong"),
        QT_TRANSLATE_NOOP("ProbeWords", "protocol error"),
        QT_TRANSLATE_NOOP("ProbeWords", "closed by Sockeye"),
    };
    static_assert(words.size() == static_cast<std::size_t>(ProbeOutcome::ClosedLocally) + 1);
    return Words::tr(words[static_cast<std::size_t>(outcome)]);
}

QString frameErrorText(const FrameError &error)
{
    // In the order of FrameError::Kind.
    static constexpr std::array words{
        QT_TRANSLATE_NOOP("ProbeWords", "a masked frame"),
        QT_TRANSLATE_NOOP("ProbeWords", "reserved bits without an extension"),
        QT_TRANSLATE_NOOP("ProbeWords", "an opcode that does not exist"),
        QT_TRANSLATE_NOOP("ProbeWords", "a control frame in pieces"),
        QT_TRANSLATE_NOOP("ProbeWords", "a control frame that is too long"),
        QT_TRANSLATE_NOOP("ProbeWords", "a length in more bytes than it needs"),
        QT_TRANSLATE_NOOP("ProbeWords", "a length beyond all bounds"),
        QT_TRANSLATE_NOOP("ProbeWords", "a continuation of nothing"),
        QT_TRANSLATE_NOOP("ProbeWords", "a message within a message"),
        QT_TRANSLATE_NOOP("ProbeWords", "text that is not UTF-8"),
        QT_TRANSLATE_NOOP("ProbeWords", "a message of more than 16 MiB"),
        QT_TRANSLATE_NOOP("ProbeWords", "compressed data that is broken"),
        QT_TRANSLATE_NOOP("ProbeWords", "a frame behind the close frame"),
    };
    static_assert(words.size() == static_cast<std::size_t>(FrameError::Kind::AfterClose) + 1);
    //: How a server broke the protocol, and the number of the byte since the upgrade
    return Words::tr("%1, at byte %2")
        .arg(Words::tr(words[static_cast<std::size_t>(error.kind)]))
        .arg(error.frameOffset);
}

QString closeCodeWord(int code)
{
    if (code == 0)
        return u"—"_s;
    return QString(QString::number(code) % u' ' % closeCodeMeaning(code));
}

} // namespace sockeye
