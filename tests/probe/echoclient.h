// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/probe/clientsession.h"

#include "wireframes.h"

namespace sockeye::test {

//! \brief A frame as a client sent it, its mask taken off.
struct SentFrame {
    int opcode = 0;
    int reservedBits = 0;
    bool isFinal = true;
    bool isMasked = false;
    QByteArray payload;
};

//! \brief The frames in what a client sent; nothing of a frame that is not whole.
[[nodiscard]] std::vector<SentFrame> sentFrames(const QByteArray &bytes);

//! \brief A frame in a line, as describe() has events; with the word `unmasked` when it is.
[[nodiscard]] QString describe(const SentFrame &frame);
[[nodiscard]] QString nameOf(ClientSession::State state);

//! \brief A client that sends every message back, as the cases of Autobahn want it.
class EchoClient final {
public:
    explicit EchoClient(const ClientSession::Options &options = {});

    void receive(const QByteArray &bytes);
    void receive(const std::vector<QByteArray> &pieces);
    [[nodiscard]] QStringList events() const { return m_events; }
    //! \brief What it has sent so far, a line a frame.
    [[nodiscard]] QStringList answers() const;
    //! \brief Takes what it has sent.
    [[nodiscard]] QByteArray takeSent() { return std::exchange(m_sent, {}); }
    [[nodiscard]] ClientSession &session() { return m_session; }

private:
    RandomSource m_random{1};
    ClientSession m_session;
    QStringList m_events;
    QByteArray m_sent;
};

} // namespace sockeye::test
