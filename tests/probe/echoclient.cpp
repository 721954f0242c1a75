// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "echoclient.h"

#include <optional>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

std::uint64_t readNumber(QByteArrayView bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

// Takes a frame off the front of \a bytes. Unmasked byte by byte: on purpose not by the code under test.
std::optional<SentFrame> takeFrame(QByteArrayView &bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    const int shortLength = second & 0x7F;
    const qsizetype lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    const qsizetype maskBytes = (second & 0x80) != 0 ? 4 : 0;
    const qsizetype header = 2 + lengthBytes + maskBytes;
    if (bytes.size() < header)
        return std::nullopt;
    const auto length = lengthBytes == 0 ? static_cast<qsizetype>(shortLength)
                                         : static_cast<qsizetype>(readNumber(bytes.sliced(2, lengthBytes)));
    if (bytes.size() - header < length)
        return std::nullopt;
    QByteArray payload = bytes.sliced(header, length).toByteArray();
    const char *key = bytes.data() + 2 + lengthBytes;
    char *plain = payload.data();
    for (qsizetype i = 0; maskBytes > 0 && i < length; ++i)
        plain[i] = static_cast<char>(plain[i] ^ key[i & 3]);
    bytes = bytes.sliced(header + length);
    return SentFrame{first & 0xF, (first >> 4) & 0x7, (first & 0x80) != 0, maskBytes > 0, payload};
}

} // namespace

std::vector<SentFrame> sentFrames(const QByteArray &bytes)
{
    std::vector<SentFrame> frames;
    QByteArrayView rest = bytes;
    while (auto frame = takeFrame(rest))
        frames.push_back(std::move(*frame));
    return frames;
}

QString describe(const SentFrame &frame)
{
    const QString mask = frame.isMasked ? QString() : u"unmasked "_s;
    const std::span<const std::byte> payload = toSpan(frame.payload);
    switch (frame.opcode) {
    case 1:
    case 2: {
        const MessageKind kind = frame.opcode == 1 ? MessageKind::Text : MessageKind::Binary;
        return mask + describe(FrameEvent{DataMessage{kind, payload, 0, 1, frame.reservedBits != 0}});
    }
    case 8:
        return mask + describe(FrameEvent{readClosePayload(payload)});
    case 9:
        return mask + describe(FrameEvent{PingFrame{payload}});
    case 10:
        return mask + describe(FrameEvent{PongFrame{payload}});
    default:
        return mask + u"opcode %1"_s.arg(frame.opcode);
    }
}

QString nameOf(ClientSession::State state)
{
    switch (state) {
    case ClientSession::State::Open:
        return u"Open"_s;
    case ClientSession::State::Closing:
        return u"Closing"_s;
    case ClientSession::State::Closed:
        return u"Closed"_s;
    case ClientSession::State::Failed:
        break;
    }
    return u"Failed"_s;
}

EchoClient::EchoClient(const ClientSession::Options &options)
    : m_session(options, m_random)
{
}

void EchoClient::receive(const QByteArray &bytes)
{
    m_session.feed(toSpan(bytes));
    for (FrameEvent event = m_session.next(); !isNeedMore(event); event = m_session.next()) {
        m_events.append(describe(event));
        if (const auto *message = std::get_if<DataMessage>(&event))
            m_session.send(message->kind, message->payload);
    }
    std::vector<std::byte> output;
    m_session.takeOutput(output);
    m_sent += toBytes(output);
}

void EchoClient::receive(const std::vector<QByteArray> &pieces)
{
    for (const QByteArray &piece : pieces)
        receive(piece);
}

QStringList EchoClient::answers() const
{
    QStringList answers;
    for (const SentFrame &frame : sentFrames(m_sent))
        answers.append(describe(frame));
    return answers;
}

} // namespace sockeye::test
