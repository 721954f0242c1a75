// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/websockettransport.h"

#include <QStringList>

namespace sockeye::test {

//! \brief Everything that a transport says, in order, and the facts of its end.
struct Heard {
    QStringList names;
    ProbeOutcome outcome = ProbeOutcome::Open;
    int code = 0; //!< HTTP status or close code
    QString text;
    bool byPeer = false;
    std::vector<Pong> pongs;
    qint64 bytes = 0;

    [[nodiscard]] bool has(QLatin1StringView name) const { return names.contains(name); }
    [[nodiscard]] bool isOver() const
    {
        using namespace Qt::StringLiterals;
        return has("failed"_L1) || has("closed"_L1);
    }
};

//! \brief Lets \a heard hear \a transport. It must outlive the transport.
inline void listen(const WebSocketTransport &transport, Heard &heard)
{
    using namespace Qt::StringLiterals;
    using Transport = WebSocketTransport;
    const auto note = [&heard](const QString &name) { return [&heard, name] { heard.names.append(name); }; };
    QObject::connect(&transport, &Transport::resolved, &transport, note(u"resolved"_s));
    QObject::connect(&transport, &Transport::connected, &transport, note(u"connected"_s));
    QObject::connect(&transport, &Transport::encrypted, &transport, note(u"encrypted"_s));
    QObject::connect(&transport, &Transport::opened, &transport, note(u"opened"_s));
    QObject::connect(&transport, &Transport::closing, &transport, note(u"closing"_s));
    QObject::connect(&transport, &Transport::failed, &transport,
        [&heard](ProbeOutcome outcome, int status, const QString &detail) {
            heard.names.append(u"failed"_s);
            heard.outcome = outcome;
            heard.code = status;
            heard.text = detail;
        });
    QObject::connect(&transport, &Transport::closed, &transport,
        [&heard](ProbeOutcome outcome, int code, const QString &reason, bool byPeer) {
            heard.names.append(u"closed"_s);
            heard.outcome = outcome;
            heard.code = code;
            heard.text = reason;
            heard.byPeer = byPeer;
        });
    QObject::connect(&transport, &Transport::pongReceived, &transport,
        [&heard](const Pong &pong) { heard.pongs.push_back(pong); });
    QObject::connect(&transport, &Transport::messageReceived, &transport,
        [&heard](qint64 bytes) { heard.bytes += bytes; });
}

} // namespace sockeye::test
