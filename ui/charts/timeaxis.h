// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/plotmargins.h"
#include "ui/charts/scale.h"

#include <QWidget>

#include <functional>

namespace sockeye {

class Theme;

//! \brief The one row of times under charts that stand one above the other.
class TimeAxis final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeAxis)

public:
    using TimeText = std::function<QString(Timestamp, std::chrono::milliseconds)>;

    explicit TimeAxis(const Theme &theme, QWidget *parent = nullptr);
    ~TimeAxis() override;

    void setFormatting(const QTimeZone &zone, TimeText text);
    void setMargins(const PlotMargins &margins);
    void setTimeRange(const TimeRange &range);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QTimeZone m_zone = QTimeZone::utc();
    TimeText m_text;
    PlotMargins m_margins;
    TimeRange m_range;
};

//! \brief How many ticks of time fit into \a width pixels. The grid and the axis agree on it.
[[nodiscard]] int timeTickCount(double width);

} // namespace sockeye
