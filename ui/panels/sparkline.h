// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timeseries.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace sockeye {

//! \brief The shape of a series without axes, for a line of a list: its own least and greatest value are the
//! bottom and the top. Gaps stay gaps; a flat series is a line in the middle.
void paintSparkline(QPainter &painter, const QRectF &rect, const TimeSeries &series, const QColor &color);

} // namespace sockeye
