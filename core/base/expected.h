// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

namespace sockeye {

//! \brief A value or an error, never both. Errors of this project are structs of a closed kind and facts.
template <typename T, typename E>
using Expected = tl::expected<T, E>;

using tl::unexpected;

} // namespace sockeye
