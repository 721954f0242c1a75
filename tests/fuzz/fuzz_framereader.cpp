// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/probe/clientsession.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

namespace {

using namespace sockeye;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

// All there is to an event, so that two of them can be compared after their bytes are gone.
struct Teller {
    std::string operator()(NeedMoreBytes) const { return "more"; }
    std::string operator()(const PingFrame &ping) const { return "ping " + text(ping.payload); }
    std::string operator()(const PongFrame &pong) const { return "pong " + text(pong.payload); }
    std::string operator()(const DataMessage &message) const
    {
        return "message " + std::to_string(static_cast<int>(message.kind)) + ' '
            + std::to_string(message.wireBytes) + ' ' + std::to_string(message.frames) + ' '
            + std::to_string(static_cast<int>(message.isCompressed)) + ' ' + text(message.payload);
    }
    std::string operator()(const CloseFrame &close) const
    {
        return "close " + (close.code ? std::to_string(*close.code) : "") + ' '
            + std::to_string(static_cast<int>(close.fault)) + ' ' + std::string(close.reason);
    }
    std::string operator()(const FrameError &error) const
    {
        return "error " + std::to_string(static_cast<int>(error.kind)) + ' '
            + std::to_string(error.frameOffset) + ' ' + std::to_string(error.length) + ' '
            + std::to_string(error.messageOffset) + ' ' + std::to_string(error.opcode) + ' '
            + std::to_string(error.reservedBits);
    }

    static std::string text(std::span<const std::byte> bytes)
    {
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
};

struct Options {
    FrameLimits limits;
    std::optional<DeflateParameters> deflate;
};

// The next piece of a stream: of \a size bytes, or of a random size for 0.
std::size_t pieceSize(std::size_t size, std::minstd_rand &random)
{
    return size > 0 ? size : 1 + random() % 16;
}

// Each piece is read from memory of its own that is just as big, so that a step beyond it is found.
std::vector<std::string> eventsOf(std::span<const std::byte> stream, std::size_t size, const Options &options)
{
    std::minstd_rand random(static_cast<std::minstd_rand::result_type>(stream.size() + 1));
    FrameReader reader(options.limits, options.deflate);
    std::vector<std::string> events;
    while (!stream.empty()) {
        const std::size_t taken = std::min(pieceSize(size, random), stream.size());
        const std::vector<std::byte> piece(
            stream.begin(), stream.begin() + static_cast<std::ptrdiff_t>(taken));
        stream = stream.subspan(taken);
        reader.feed(piece);
        for (FrameEvent event = reader.next(); !isNeedMore(event); event = reader.next()) {
            if (const auto *message = std::get_if<DataMessage>(&event))
                require(message->payload.size() <= options.limits.maximumMessage);
            events.push_back(std::visit(Teller{}, event));
        }
    }
    return events;
}

// What a session answers is bounded by what it was sent, and after a failure it says no more.
void driveSession(std::span<const std::byte> stream, const Options &options)
{
    RandomSource random(1);
    ClientSession session({.limits = options.limits, .deflate = options.deflate}, random);
    session.feed(stream);
    bool isOver = false;
    for (FrameEvent event = session.next(); !isNeedMore(event); event = session.next()) {
        require(!isOver);
        isOver = std::holds_alternative<FrameError>(event);
    }
    const bool isEnded = session.state() != ClientSession::State::Open;
    require(isEnded == session.closeFacts().sent);
    std::vector<std::byte> output;
    session.takeOutput(output);
    require(output.size() <= 7 * stream.size() + maximumControlPayload);
    session.send(MessageKind::Text, {});
    require(session.hasOutput() != isEnded);
}

} // namespace

// The first byte tells what was negotiated, the rest is what a server sends. However it is cut, it has to
// give the same events.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    Options options;
    options.limits.maximumMessage = (data[0] & 1) != 0 ? 100 : 100'000;
    if ((data[0] & 2) != 0)
        options.deflate = DeflateParameters{.serverKeepsNoContext = (data[0] & 4) != 0,
            .clientKeepsNoContext = false,
            .serverWindowBits = (data[0] & 8) != 0 ? 8 : 15,
            .clientWindowBits = 15};
    const auto stream = std::as_bytes(std::span(data + 1, size - 1));

    const std::vector<std::string> whole = eventsOf(stream, std::max<std::size_t>(stream.size(), 1), options);
    require(whole == eventsOf(stream, 1, options));
    require(whole == eventsOf(stream, 0, options));
    driveSession(stream, options);
    return 0;
}
