// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/panelfeed.h"

#include <cmath>

namespace sockeye::test {

//! \brief A feed that says what a test gives it, and remembers what it was asked.
class FakeFeed final : public PanelFeed {
    Q_OBJECT

public:
    explicit FakeFeed(PanelSpec spec, PanelSnapshot snapshot = {})
        : m_spec(std::move(spec))
        , m_snapshot(std::move(snapshot))
    {
    }

    [[nodiscard]] const PanelSpec &spec() const override { return m_spec; }
    [[nodiscard]] const PanelSnapshot &snapshot() const override { return m_snapshot; }
    void setRange(const sockeye::TimeRange &range, bool live) override
    {
        m_snapshot.range = range;
        isLive = live;
    }
    void setPixelWidth(int width) override { pixelWidth = width; }
    void setVisible(bool visible) override { isVisible = visible; }
    void refresh() override { ++refreshes; }

    void give(PanelSnapshot snapshot)
    {
        m_snapshot = std::move(snapshot);
        Q_EMIT changed();
    }

    bool isLive = false;
    bool isVisible = false;
    int pixelWidth = 0;
    int refreshes = 0;

private:
    PanelSpec m_spec;
    PanelSnapshot m_snapshot;
};

//! \brief 13:52 to 14:07 on a day, as in the drawn design.
inline TimeRange quarterHour()
{
    const Timestamp begin = fromMilliseconds(1'790'603'520'000);
    return {begin, begin + std::chrono::minutes(15)};
}

//! \brief One sample every \a step over \a range, made by \a value from 0..1, where the sample stands.
template <typename Function>
TimeSeriesPtr makeSeries(LabelSet labels, TimeRange range, std::chrono::milliseconds step, Function value)
{
    TimeSeries series;
    series.labels = std::move(labels);
    const auto length = static_cast<double>(range.length().count());
    for (Timestamp time = range.begin; time <= range.end; time += step) {
        series.times.push_back(time);
        series.values.push_back(value(static_cast<double>((time - range.begin).count()) / length));
    }
    return std::make_shared<const TimeSeries>(std::move(series));
}

} // namespace sockeye::test
