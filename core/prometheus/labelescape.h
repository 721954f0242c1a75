// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace sockeye {

//! \brief A label's name as the path of /label/NAME/values takes it from Prometheus 3 on: a name of letters,
//! digits, '_' and ':' as it is, any other as U__ with hexadecimal code points.
//! https://github.com/prometheus/common/blob/main/model/metric.go (ValueEncodingEscaping)
[[nodiscard]] QByteArray escapedName(const QByteArray &utf8);

} // namespace sockeye
