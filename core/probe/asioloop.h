// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <asio/io_context.hpp>
#include <memory>

namespace sockeye {

//! \brief The Asio context of one thread. For the sources that use Asio alone: its headers are heavy.
struct AsioLoop {
    asio::io_context context{1}; //!< run by one thread
};

//! \brief The context that the calling thread runs: its dispatcher's. On a thread with a dispatcher of Qt's
//! own, a fresh one that is looked after once a millisecond; that is for the trial of a connection, not for
//! measuring.
[[nodiscard]] std::shared_ptr<AsioLoop> asioLoopOfThisThread();

} // namespace sockeye
