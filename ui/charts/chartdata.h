// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/stateinterval.h"
#include "core/metrics/timerange.h"
#include "core/metrics/timeseries.h"
#include "core/metrics/unit.h"

#include <QColor>
#include <QString>

#include <vector>

namespace sockeye {

enum class ChartStyle { Line, Area, StackedBars };
enum class ChartAxis { Left, Right };

//! \brief A series and how it is drawn.
struct ChartSeries {
    TimeSeriesPtr data; //!< never null
    QColor color;
    ChartStyle style = ChartStyle::Line;
    ChartAxis axis = ChartAxis::Left;
    Unit unit = Unit::None;
    double width = 1.4; //!< of the line, in pixels
};

//! \brief A dashed line with its word.
struct ChartThreshold {
    double value = 0.0;
    QString text;
    QColor color;

    friend bool operator==(const ChartThreshold &, const ChartThreshold &) = default;
};

//! \brief The sentence that stands in a chart, and how it stands there.
struct ChartNotice {
    enum class Kind {
        None,
        Loading, //!< with calm grey lines where data will be
        Plain, //!< alone in an empty plot
        Blind, //!< on hatching
        OverData //!< as a note above the data that there were
    };

    Kind kind = Kind::None;
    QString text;
    QColor color;

    //! \brief True when the sentence stands in place of the data.
    [[nodiscard]] bool isInstead() const { return kind != Kind::None && kind != Kind::OverData; }
};

//! \brief All that one chart draws.
struct ChartData {
    TimeRange range;
    std::chrono::milliseconds step{0};
    std::vector<ChartSeries> series;
    std::vector<ChartThreshold> thresholds;
    std::vector<TimeRange> breaches; //!< tinted
    std::vector<TimeRange> blind; //!< hatched
    ChartNotice notice;
    bool stale = false; //!< draws the data faded
};

//! \brief One swimlane, in words that are ready to draw.
struct ChartLane {
    QString name;
    QString value; //!< at the right
    std::vector<StateInterval> intervals;
};

struct LaneData {
    TimeRange range;
    std::vector<ChartLane> lanes;
    ChartNotice notice;
    bool stale = false;
};

} // namespace sockeye
