// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/framereader.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace sockeye::test {

[[nodiscard]] inline std::span<const std::byte> toSpan(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

[[nodiscard]] inline QByteArray toBytes(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

//! \brief A frame as a server sends it, or as a broken one does.
struct WireFrame {
    int opcode = 1;
    QByteArray payload;
    bool isFinal = true;
    int reservedBits = 0; //!< 4 is RSV1
};

[[nodiscard]] QByteArray toBytes(const WireFrame &frame);
[[nodiscard]] QByteArray toBytes(std::initializer_list<WireFrame> frames);
[[nodiscard]] QByteArray closePayload(int code, const QByteArray &reason = {});

//! \brief An event in a line, such as `text "Hello" in 2 frames`, `close 1000 "bye"` or `error InvalidUtf8`.
[[nodiscard]] QString describe(const FrameEvent &event);

//! \brief A way to cut a stream into what a reader is given at once.
struct Cut {
    const char *name;
    std::function<std::vector<QByteArray>(const QByteArray &)> pieces;
};

//! \brief Whole, byte by byte, and in several ways by chance.
[[nodiscard]] const std::vector<Cut> &allCuts();

//! \brief All events of \a reader for a stream cut into \a pieces. Each piece is copied to a place of its own
//! and overwritten afterwards, so that a view that outlives its bytes shows.
[[nodiscard]] QStringList readAll(FrameReader &reader, const std::vector<QByteArray> &pieces);

} // namespace sockeye::test
