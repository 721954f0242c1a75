// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Asio's functions, compiled once: ASIO_SEPARATE_COMPILATION leaves declarations everywhere else.
#include <asio/impl/src.hpp>
