// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axistext.h"

namespace sockeye {

QString axisText(double value, Unit unit, const ValueFormatter &values)
{
    const FormattedValue formatted = values.format(value, unit);
    if (value == 0.0)
        return formatted.number;
    return formatted.unit.startsWith(u'/') ? QString(formatted.number % formatted.unit) : formatted.joined();
}

} // namespace sockeye
