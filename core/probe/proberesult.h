// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/http/credentialerror.h"
#include "core/http/proxychoice.h"
#include "core/http/tlssetup.h"
#include "core/probe/attemptfacts.h"
#include "core/probe/connectionstate.h"
#include "core/probe/frameerror.h"

#include <QString>

#include <memory>
#include <variant>

namespace sockeye {

//! \brief How an attempt or a connection ended. Each is a case of its own for the user.
enum class ProbeOutcome {
    Open,
    ResolveFailed,
    ConnectRefused,
    ConnectTimeout,
    ConnectFailed,
    NetworkUnreachable,
    TlsFailed, //!< none of the following
    TlsExpired, //!< or not valid yet
    TlsWrongName,
    TlsUnknownAuthority,
    TlsSelfSigned,
    TlsProtocol, //!< no common version or cipher, another alert, or nonsense
    TlsNotSpoken, //!< what answered is not TLS
    TlsTimeout,
    UpgradeTimeout,
    UpgradeRefused, //!< an HTTP status other than 101
    UpgradeClosed, //!< TCP was closed in the place of an answer
    UpgradeNotHttp,
    UpgradeHeaderMissing, //!< 101 without Upgrade: websocket or Connection: Upgrade
    UpgradeWrongAccept, //!< the accept key is not the one of our key
    UpgradeWrongSubprotocol, //!< not the one that was offered
    UpgradeInvalid, //!< anything else that is wrong with the answer
    SecretMissing,
    SetupFailed, //!< our own token, certificate or proxy setting cannot be used: see the problem
    ProxyFailed, //!< the proxy was not reached, or did not let us through
    ClosedClean, //!< with a close frame and a code
    ClosedNoStatus, //!< with a close frame and no code: 1005
    Dropped, //!< TCP was closed without a close frame: 1006
    Reset, //!< TCP was reset: 1006
    PathDead, //!< the network took nothing more: 1006
    PongTimeout, //!< half open: the peer's system takes our bytes, but the service answers nothing
    ProtocolError,
    ClosedLocally
};

//! \brief How long each phase took; nothing where the phase was not reached or cannot be told apart.
struct PhaseDurations {
    std::optional<std::chrono::nanoseconds> resolve;
    std::optional<std::chrono::nanoseconds> connect;
    std::optional<std::chrono::nanoseconds> tls;
    std::optional<std::chrono::nanoseconds> upgrade;
    std::optional<std::chrono::nanoseconds> total; //!< from creating the socket to OPEN
    std::optional<std::chrono::nanoseconds> firstMessage; //!< from OPEN; known later than the others

    friend bool operator==(const PhaseDurations &, const PhaseDurations &) = default;
};

//! \brief Why there can be no attempt: what is wrong is wrong on this side.
using ProbeSetupError = std::variant<CredentialError, TlsSetupError, ProxyError>;

//! \brief The end of a connection attempt: open, or why not.
struct AttemptFinished {
    ProbeOutcome outcome = ProbeOutcome::Open;
    PhaseDurations phases;
    int httpStatus = 0; //!< 101 when open, the refusal's status, or 0
    QString detail{};
    std::shared_ptr<const AttemptFacts> facts{}; //!< null when the engine does not tell
    std::optional<ProbeSetupError> problem{}; //!< with SecretMissing and SetupFailed
};

//! \brief The first message of a connection came, so long after it was open.
struct FirstMessageReceived {
    std::chrono::nanoseconds after{0};
};

//! \brief The state machine took a step. The close facts are set when it entered Closed from Open or Closing.
struct StateChanged {
    StateTransition transition;
    ProbeOutcome outcome = ProbeOutcome::Open;
    int closeCode = 0; //!< 1006 is told apart from 1000; 0 when it never opened or the code is not known
    QString closeReason;
    bool closedByPeer = false;
    std::optional<FrameError> frameError{}; //!< how the peer broke the protocol
};

//! \brief A pong settled a ping. due, sent and received stand apart so that our own lateness is not the
//! service's.
struct RttMeasured {
    std::uint64_t sequence = 0;
    Timestamp at; //!< wall time of sending
    std::chrono::nanoseconds rtt{0}; //!< received minus sent
    std::chrono::nanoseconds lateness{0}; //!< sent minus due
    bool coalesced = false; //!< settled by a later ping's pong (RFC 6455 section 5.5.3)
    std::optional<std::chrono::nanoseconds>
        pathRtt{}; //!< the kernel's smoothed one of TCP, without the service
};

//! \brief A ping was not answered in time: at least pongTimeout, an honest lower bound.
struct PingUnanswered {
    std::uint64_t sequence = 0;
    Timestamp at;
    std::chrono::nanoseconds atLeast{0};
};

//! \brief Messages since the last report, once a second while open.
struct TrafficCounted {
    Timestamp at;
    std::chrono::nanoseconds span{0};
    quint64 messagesReceived = 0;
    quint64 bytesReceived = 0; //!< of messages
    quint64 wireReceived = 0; //!< bytes over TCP, with frames and TLS; 0 when the engine does not tell
    quint64 wireSent = 0;
};

//! \brief The next attempt is due at this time.
struct RetryScheduled {
    Timestamp at;
    int attempt = 0;
};

using ProbeEvent = std::variant<AttemptFinished, StateChanged, RttMeasured, PingUnanswered, TrafficCounted,
    RetryScheduled, FirstMessageReceived>;

//! \brief What a prober has to say about its target.
struct ProbeReport {
    TargetId target;
    ProbeEvent event;
};

} // namespace sockeye
