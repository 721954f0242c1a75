// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakefeed.h"

#include <random>

namespace sockeye::test {

//! \brief The four panels of the drawn Overview, with numbers like the drawn ones.
class SampleOverview final {
public:
    [[nodiscard]] static PanelSpec connectionsSpec()
    {
        return {.key = QStringLiteral("connections"),
            .title = QStringLiteral("connections"),
            .layers = {layer("connections", Unit::Count, PanelLayer::Style::Area),
                layer("messages-out", Unit::PerSecond, PanelLayer::Style::Line, PanelLayer::Axis::Right)},
            .ruleKeys = {}};
    }
    [[nodiscard]] static PanelSpec latencySpec()
    {
        return {.key = QStringLiteral("latency"),
            .title = QStringLiteral("latency"),
            .layers = {layer("inside-p50", Unit::Seconds), layer("inside-p95", Unit::Seconds),
                layer("inside-p99", Unit::Seconds), layer("outside-rtt", Unit::Seconds)},
            .ruleKeys = {QStringLiteral("high-rtt")}};
    }
    [[nodiscard]] static PanelSpec closesSpec()
    {
        return {.key = QStringLiteral("closes"),
            .title = QStringLiteral("closes"),
            .layers = {layer("closes", Unit::PerSecond, PanelLayer::Style::StackedBars)},
            .ruleKeys = {}};
    }
    [[nodiscard]] static PanelSpec probesSpec()
    {
        return {.key = QStringLiteral("probes"),
            .kind = PanelSpec::Kind::StateTimeline,
            .title = QStringLiteral("probes"),
            .layers = {layer("probes", Unit::None)},
            .ruleKeys = {}};
    }

    [[nodiscard]] PanelSnapshot connections()
    {
        PanelSnapshot snapshot = ready();
        snapshot.series = {{noisy({}, 11'900, 400, 60), 0, {}}, {noisy({}, 90'000, 8'000, 3'000), 1, {}}};
        return snapshot;
    }
    [[nodiscard]] PanelSnapshot latency()
    {
        PanelSnapshot snapshot = ready();
        const auto rtt = [this](double at) {
            const double base = at < 0.66 ? 0.034 : at < 0.75 ? 0.034 + (at - 0.66) * 4.2 : 0.41;
            return base * (1.0 + 0.05 * m_noise(m_random));
        };
        snapshot.series = {{noisy({}, 0.064, 0.003, 0.002), 0, {}}, {noisy({}, 0.148, 0.006, 0.008), 1, {}},
            {noisy({}, 0.210, 0.012, 0.014), 2, {}},
            {makeSeries({}, snapshot.range, snapshot.step, rtt), 3, {}}};
        snapshot.thresholds = {{RuleId{QStringLiteral("r")}, 0.3, Comparison::Greater, Severity::Critical}};
        snapshot.breachRanges = {{snapshot.range.begin + std::chrono::seconds(590), snapshot.range.end}};
        return snapshot;
    }
    [[nodiscard]] PanelSnapshot closes()
    {
        PanelSnapshot snapshot = ready();
        const auto dropped = [this](double at) {
            return at < 0.65 ? 0.0 : std::max(0.0, 8.0 + 4.0 * m_noise(m_random));
        };
        snapshot.series = {{noisy({{"code", "1000"}}, 9.5, 1.0, 1.2), 0, QStringLiteral("1000")},
            {noisy({{"code", "1001"}}, 3.0, 0.3, 0.5), 0, QStringLiteral("1001")},
            {makeSeries({{"code", "1006"}}, snapshot.range, snapshot.step, dropped), 0,
                QStringLiteral("1006")}};
        return snapshot;
    }
    [[nodiscard]] PanelSnapshot probes() const
    {
        PanelSnapshot snapshot = ready();
        const auto lane = [&](const char *name, double rtt) {
            return PanelLane{TargetId{QString::fromLatin1(name)}, QString::fromLatin1(name), {}, rtt};
        };
        const auto stay = [&](PanelLane &to, LaneState state, double from, std::optional<double> until,
                              int code) {
            const auto at = [&](double share) {
                return snapshot.range.begin
                    + std::chrono::milliseconds(static_cast<qint64>(share * 900'000.0));
            };
            to.intervals.push_back(
                {to.target, state, at(from), until ? std::optional(at(*until)) : std::nullopt, code, {}});
        };
        PanelLane eu1 = lane("eu-1", 0.41);
        stay(eu1, LaneState::Open, -1.0, 0.66, 0);
        stay(eu1, LaneState::Connecting, 0.66, 0.67, 0);
        stay(eu1, LaneState::Open, 0.67, 0.81, 0);
        stay(eu1, LaneState::Closed, 0.81, 0.845, 1006);
        stay(eu1, LaneState::Connecting, 0.845, 0.86, 0);
        stay(eu1, LaneState::Open, 0.86, std::nullopt, 0);
        PanelLane eu2 = lane("eu-2", 0.395);
        stay(eu2, LaneState::Open, -1.0, 0.7, 0);
        stay(eu2, LaneState::Connecting, 0.7, 0.712, 0);
        stay(eu2, LaneState::Open, 0.712, std::nullopt, 0);
        PanelLane us1 = lane("us-1", 0.088);
        stay(us1, LaneState::Open, -1.0, std::nullopt, 0);
        PanelLane control = lane("control", 0.012);
        stay(control, LaneState::Open, -1.0, 0.34, 0);
        stay(control, LaneState::NotWatched, 0.34, 0.4, 0);
        stay(control, LaneState::Open, 0.4, std::nullopt, 0);
        snapshot.lanes = {eu1, eu2, us1, control};
        return snapshot;
    }

    //! \brief A tile of one layer.
    [[nodiscard]] static PanelSpec tileSpec(const char *label, Unit unit)
    {
        return {.key = QString::fromLatin1(label),
            .kind = PanelSpec::Kind::Tile,
            .title = QString::fromLatin1(label),
            .layers = {layer(label, unit)},
            .ruleKeys = {}};
    }
    [[nodiscard]] static PanelSnapshot ready()
    {
        PanelSnapshot snapshot;
        snapshot.state = PanelState::Ready;
        snapshot.range = quarterHour();
        snapshot.step = std::chrono::seconds(5);
        snapshot.heardAt = snapshot.range.end;
        return snapshot;
    }

private:
    [[nodiscard]] static PanelLayer layer(const char *label, Unit unit,
        PanelLayer::Style style = PanelLayer::Style::Line, PanelLayer::Axis axis = PanelLayer::Axis::Left)
    {
        return {.binding = RoleBinding{QString::fromLatin1(label)},
            .label = QString::fromLatin1(label),
            .legend = {},
            .unit = unit,
            .style = style,
            .axis = axis};
    }
    [[nodiscard]] TimeSeriesPtr noisy(LabelSet labels, double mean, double swing, double noise)
    {
        return makeSeries(std::move(labels), quarterHour(), std::chrono::seconds(5),
            [&](double at) { return mean + swing * std::sin(at * 7.0) + noise * m_noise(m_random); });
    }

    std::mt19937 m_random{7};
    std::uniform_real_distribution<double> m_noise{-1.0, 1.0};
};

} // namespace sockeye::test
