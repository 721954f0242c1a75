// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wireframes.h"

#include <algorithm>
#include <random>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownPayload = 40;

QString quoted(std::span<const std::byte> bytes)
{
    const QByteArray payload = toBytes(bytes);
    if (payload.size() > shownPayload)
        return u"%1 bytes"_s.arg(payload.size());
    const QString text = QString::fromUtf8(payload);
    return text.toUtf8() == payload ? u"\"%1\""_s.arg(text)
                                    : u"hex "_s + QString::fromLatin1(payload.toHex());
}

QString nameOf(CloseFault fault)
{
    switch (fault) {
    case CloseFault::None:
        return {};
    case CloseFault::OneByte:
        return u" OneByte"_s;
    case CloseFault::OutOfRange:
        return u" OutOfRange"_s;
    case CloseFault::NeverSent:
        return u" NeverSent"_s;
    case CloseFault::Reserved:
        return u" Reserved"_s;
    case CloseFault::ReasonNotUtf8:
        return u" ReasonNotUtf8"_s;
    }
    return {};
}

QString nameOf(FrameError::Kind kind)
{
    switch (kind) {
    case FrameError::Kind::MaskedFrame:
        return u"MaskedFrame"_s;
    case FrameError::Kind::ReservedBits:
        return u"ReservedBits"_s;
    case FrameError::Kind::ReservedOpcode:
        return u"ReservedOpcode"_s;
    case FrameError::Kind::FragmentedControl:
        return u"FragmentedControl"_s;
    case FrameError::Kind::ControlTooLong:
        return u"ControlTooLong"_s;
    case FrameError::Kind::LengthNotMinimal:
        return u"LengthNotMinimal"_s;
    case FrameError::Kind::LengthOutOfRange:
        return u"LengthOutOfRange"_s;
    case FrameError::Kind::ContinuationWithoutStart:
        return u"ContinuationWithoutStart"_s;
    case FrameError::Kind::MessageInterrupted:
        return u"MessageInterrupted"_s;
    case FrameError::Kind::InvalidUtf8:
        return u"InvalidUtf8"_s;
    case FrameError::Kind::MessageTooBig:
        return u"MessageTooBig"_s;
    case FrameError::Kind::BadCompression:
        return u"BadCompression"_s;
    case FrameError::Kind::AfterClose:
        return u"AfterClose"_s;
    }
    return {};
}

struct Describer {
    QString operator()(NeedMoreBytes) const { return u"more"_s; }
    QString operator()(const PingFrame &ping) const { return u"ping "_s + quoted(ping.payload); }
    QString operator()(const PongFrame &pong) const { return u"pong "_s + quoted(pong.payload); }
    QString operator()(const DataMessage &message) const
    {
        const QString kind = message.kind == MessageKind::Text ? u"text "_s : u"binary "_s;
        const QString packed = message.isCompressed ? u"packed "_s : QString();
        const QString frames = message.frames == 1 ? QString() : u" in %1 frames"_s.arg(message.frames);
        return packed + kind + quoted(message.payload) + frames;
    }
    QString operator()(const CloseFrame &close) const
    {
        const QString code = close.code ? QString::number(*close.code) : u"without code"_s;
        const QString reason =
            close.reason.empty() ? QString() : u' ' + quoted(std::as_bytes(std::span(close.reason)));
        return u"close "_s + code + reason + nameOf(close.fault);
    }
    QString operator()(const FrameError &error) const { return u"error "_s + nameOf(error.kind); }
};

std::vector<QByteArray> cutByChance(const QByteArray &bytes, unsigned seed)
{
    std::minstd_rand random(seed);
    std::vector<QByteArray> pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        // Mostly small pieces, where cuts do harm, and some big ones.
        const qsizetype limit = random() % 4 == 0 ? 4096 : 7;
        const qsizetype size = 1 + static_cast<qsizetype>(random()) % limit;
        pieces.push_back(bytes.mid(at, size));
        at += size;
    }
    return pieces;
}

std::vector<QByteArray> cutByteByByte(const QByteArray &bytes)
{
    std::vector<QByteArray> pieces;
    for (const char byte : bytes)
        pieces.emplace_back(1, byte);
    return pieces;
}

} // namespace

QByteArray toBytes(const WireFrame &frame)
{
    QByteArray bytes;
    bytes += static_cast<char>((frame.isFinal ? 0x80 : 0) | (frame.reservedBits << 4) | frame.opcode);
    const auto length = static_cast<std::uint64_t>(frame.payload.size());
    unsigned lengthBytes = 0;
    if (length < 126) {
        bytes += static_cast<char>(length);
    } else {
        lengthBytes = length <= 0xFFFF ? 2 : 8;
        bytes += static_cast<char>(lengthBytes == 2 ? 126 : 127);
    }
    for (unsigned i = lengthBytes; i > 0; --i)
        bytes += static_cast<char>(length >> (8 * (i - 1)));
    return bytes + frame.payload;
}

QByteArray toBytes(std::initializer_list<WireFrame> frames)
{
    QByteArray bytes;
    for (const WireFrame &frame : frames)
        bytes += toBytes(frame);
    return bytes;
}

QByteArray closePayload(int code, const QByteArray &reason)
{
    QByteArray payload;
    payload += static_cast<char>(code >> 8);
    payload += static_cast<char>(code & 0xFF);
    return payload + reason;
}

QString describe(const FrameEvent &event)
{
    return std::visit(Describer{}, event);
}

const std::vector<Cut> &allCuts()
{
    static const std::vector<Cut> cuts{
        {"whole", [](const QByteArray &bytes) { return std::vector{bytes}; }},
        {"byte by byte", cutByteByByte},
        {"by chance 1", [](const QByteArray &bytes) { return cutByChance(bytes, 1); }},
        {"by chance 2", [](const QByteArray &bytes) { return cutByChance(bytes, 2); }},
        {"by chance 3", [](const QByteArray &bytes) { return cutByChance(bytes, 3); }},
    };
    return cuts;
}

QStringList readAll(FrameReader &reader, const std::vector<QByteArray> &pieces)
{
    QStringList events;
    for (const QByteArray &piece : pieces) {
        QByteArray place(piece.constData(), piece.size());
        reader.feed(toSpan(place));
        for (FrameEvent event = reader.next(); !isNeedMore(event); event = reader.next())
            events.append(describe(event));
        place.fill('\xEE');
    }
    return events;
}

} // namespace sockeye::test
