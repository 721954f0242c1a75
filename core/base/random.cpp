// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

namespace sockeye {

RandomSource RandomSource::fromSystem()
{
    std::random_device device;
    const std::uint64_t high = device();
    return RandomSource{(high << 32U) | device()};
}

} // namespace sockeye
