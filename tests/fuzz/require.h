// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <cstdint>
#include <cstdlib>

namespace sockeye::fuzz {

//! \brief Ends the fuzzer with the present input as its finding.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

//! \brief The status and the content type are taken from the first byte, the rest is the body.
inline HttpReply replyOf(const std::uint8_t *data, std::size_t size)
{
    HttpReply reply;
    reply.status = (data[0] & 1) != 0 ? 422 : 200;
    reply.contentType = (data[0] & 2) != 0 ? "text/plain" : "application/json";
    reply.body = bytesOf(data + 1, size - 1);
    return reply;
}

} // namespace sockeye::fuzz
