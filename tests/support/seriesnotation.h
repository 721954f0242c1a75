// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timeseries.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <cmath>

namespace sockeye::test {

//! \brief Samples as a line of "seconds:value", such as "0:1 15:NaN 30:_ 45.5:-Inf". The underscore is a gap.
//! Seconds count from \a origin.
[[nodiscard]] inline TimeSeries seriesFrom(
    const QString &notation, const LabelSet &labels = {}, Timestamp origin = Timestamp{})
{
    TimeSeries series{labels, {}, {}};
    const QStringList entries = notation.split(u' ', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const QString seconds = entry.section(u':', 0, 0);
        const QString value = entry.section(u':', 1, 1);
        bool timeOk = false;
        bool valueOk = true;
        const auto ms = static_cast<std::int64_t>(std::llround(seconds.toDouble(&timeOk) * 1000.0));
        series.times.push_back(origin + std::chrono::milliseconds{ms});
        series.values.push_back(
            value == QLatin1StringView("_") ? absentValue() : value.toLower().toDouble(&valueOk));
        if (!timeOk || !valueOk)
            qFatal("not in series notation: %s", qPrintable(entry));
    }
    return series;
}

//! \brief The way back: what seriesFrom() reads.
[[nodiscard]] inline QString notationOf(const TimeSeries &series, Timestamp origin = Timestamp{})
{
    QStringList entries;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double value = series.values[i];
        QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
        if (isAbsent(value))
            text = QStringLiteral("_");
        else if (std::isnan(value))
            text = QStringLiteral("NaN");
        else if (std::isinf(value))
            text = value > 0 ? QStringLiteral("Inf") : QStringLiteral("-Inf");
        const double seconds = static_cast<double>((series.times[i] - origin).count()) / 1000.0;
        entries.append(QStringLiteral("%1:%2").arg(QString::number(seconds), text));
    }
    return entries.join(u' ');
}

} // namespace sockeye::test
