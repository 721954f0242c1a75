// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/unitname.h"

namespace sockeye {

using namespace Qt::StringLiterals;

QLatin1StringView unitName(Unit unit)
{
    switch (unit) {
    case Unit::None:
        return "none"_L1;
    case Unit::Count:
        return "count"_L1;
    case Unit::Seconds:
        return "seconds"_L1;
    case Unit::Bytes:
        return "bytes"_L1;
    case Unit::Ratio:
        return "ratio"_L1;
    case Unit::PerSecond:
        return "per-second"_L1;
    case Unit::BytesPerSecond:
        return "bytes-per-second"_L1;
    case Unit::Cores:
        return "cores"_L1;
    }
    return {};
}

} // namespace sockeye
