// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/framereader.h"

#include <string>

namespace sockeye {

//! \brief How the closing went so far, as facts; what it means is for the transport to say, which alone knows
//! how TCP ended. Both frames make a clean close; none at all is what 1006 stands for.
struct CloseFacts {
    bool sent = false;
    bool received = false;
    bool byPeer = false; //!< the peer's close frame came first
    std::optional<std::uint16_t> code; //!< of the peer's close frame, raw; nothing stands for 1005
    std::string reason;
    CloseFault fault = CloseFault::None;

    [[nodiscard]] bool isClean() const { return sent && received && fault == CloseFault::None; }
};

//! \brief The client's side of one connection from the upgrade on (RFC 6455), without input or output: bytes
//! from the peer go in, events and bytes for the peer come out. It answers pings and closes, and closes with
//! the right code when the peer breaks the protocol. No time either: who waits for what is for its owner.
class ClientSession final {
public:
    enum class State {
        Open,
        Closing, //!< our close frame is sent, the peer's is awaited
        Closed, //!< both are exchanged: the server has to end TCP first
        Failed, //!< the peer broke the protocol
    };

    struct Options {
        FrameLimits limits;
        std::optional<DeflateParameters> deflate; //!< as negotiated
    };

    //! \brief \a random makes the mask keys and must outlive the session.
    ClientSession(const Options &options, RandomSource &random);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const CloseFacts &closeFacts() const { return m_close; }
    //! \brief Whether TCP would be cut within a frame or a fragmented message if it ended now.
    [[nodiscard]] bool isMidMessage() const { return m_reader.isMidMessage(); }

    //! \brief As FrameReader::feed() and next(); what there is to answer is answered by the way.
    void feed(std::span<const std::byte> bytes) { m_reader.feed(bytes); }
    [[nodiscard]] FrameEvent next();

    //! \brief These add to the output, and nothing unless the session is open.
    void ping(std::span<const std::byte> payload); //!< at most maximumControlPayload bytes
    void send(MessageKind kind, std::span<const std::byte> payload);
    //! \brief Starts the closing handshake; a reason that is too long is cut between two characters.
    void close(std::optional<std::uint16_t> code, std::string_view reason);

    [[nodiscard]] bool hasOutput() const { return !m_out.empty() || m_hasLatePong; }
    //! \brief Swaps the bytes that are to be sent into \a buffer, whose own memory is used for the next.
    void takeOutput(std::vector<std::byte> &buffer);

private:
    void answerPing(std::span<const std::byte> payload);
    void answerClose(const CloseFrame &frame);
    void answerError(const FrameError &error);
    void appendClose(std::optional<std::uint16_t> code, std::string_view reason);
    void appendControl(Opcode opcode, std::span<const std::byte> payload);

    FrameReader m_reader;
    std::optional<MessageDeflater> m_deflater;
    RandomSource &m_random;
    State m_state = State::Open;
    CloseFacts m_close;
    std::vector<std::byte> m_out;
    std::array<std::byte, maximumControlPayload> m_latePong{};
    std::size_t m_latePongSize = 0;
    bool m_hasLatePong = false;
};

} // namespace sockeye
