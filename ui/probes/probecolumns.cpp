// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/probes/probecolumns.h"

#include "ui/text/formatting.h"
#include "ui/text/probewords.h"
#include "ui/text/statuswords.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct ProbeColumns {
    Q_DECLARE_TR_FUNCTIONS(ProbeColumns)
};

constexpr Qt::Alignment words = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment number = Qt::AlignRight | Qt::AlignVCenter;

TableColumn<TargetStatus> rttColumn(const Formatting &formatting)
{
    return {ProbeColumns::tr("RTT"),
        [&formatting](const TargetStatus &target) {
            const std::optional<double> &value = target.rttSeconds;
            return value && target.blind == BlindCause::None ? formatting.values.text(*value, Unit::Seconds)
                                                             : u"—"_s;
        },
        [](const TargetStatus &target) { return QVariant(target.rttSeconds.value_or(-1.0)); }, number};
}

double toSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

TableColumn<TargetStatus> quantileColumn(
    const QString &header, std::optional<LatencyQuantile> TargetStatus::*member, const Formatting &formatting)
{
    return {header,
        [member, &formatting](const TargetStatus &target) {
            const std::optional<LatencyQuantile> &quantile = target.*member;
            if (!quantile || target.blind != BlindCause::None)
                return u"—"_s;
            const QString text = formatting.values.text(toSeconds(quantile->value), Unit::Seconds);
            return quantile->isAtLeast ? QString(u"≥ "_s % text) : text;
        },
        [member](const TargetStatus &target) {
            const std::optional<LatencyQuantile> &quantile = target.*member;
            return QVariant(quantile ? toSeconds(quantile->value) : -1.0);
        },
        number,
        ProbeColumns::tr(
            "Of all pings of the last %1. “≥” stands where so many had no answer that the time was "
            "this or longer.")
            .arg(formatting.duration(TargetStatus::quantileWindow))};
}

TableColumn<TargetStatus> closeColumn()
{
    return {ProbeColumns::tr("Last close"),
        [](const TargetStatus &target) {
            return target.lastCloseCode == 0 ? u"—"_s : closeCodeWord(target.lastCloseCode);
        },
        [](const TargetStatus &target) { return QVariant(target.lastCloseCode); }, words};
}

TableColumn<TargetStatus> uptimeColumn(const Clock &clock, const Formatting &formatting)
{
    return {ProbeColumns::tr("Uptime"),
        [&clock, &formatting](const TargetStatus &target) {
            const bool open = target.state == ReadyState::Open && target.blind == BlindCause::None;
            return open ? formatting.duration(clock.now() - target.stateSince) : u"—"_s;
        },
        [&clock](const TargetStatus &target) {
            const bool open = target.state == ReadyState::Open;
            return QVariant(open ? static_cast<qlonglong>((clock.now() - target.stateSince).count()) : -1);
        },
        number};
}

} // namespace

std::vector<TableColumn<TargetStatus>> probeColumns(const Clock &clock, const Formatting &formatting)
{
    return {
        {ProbeColumns::tr("State"),
            [&clock, &formatting](
                const TargetStatus &t) { return targetStateText(t, formatting, clock.now()); },
            // Worst first when sorted in descending order.
            [](const TargetStatus &t) { return QVariant(static_cast<int>(t.health)); }, words},
        {ProbeColumns::tr("Probe"), [](const TargetStatus &t) { return QString(t.name); }, {}, words},
        {ProbeColumns::tr("Address"), [](const TargetStatus &t) { return t.url.toDisplayString(); }, {},
            words},
        rttColumn(formatting),
        quantileColumn(u"p50"_s, &TargetStatus::p50, formatting),
        quantileColumn(u"p95"_s, &TargetStatus::p95, formatting),
        quantileColumn(u"p99"_s, &TargetStatus::p99, formatting),
        {ProbeColumns::tr("Reconnects/h"),
            [&formatting](const TargetStatus &t) { return formatting.locale.toString(t.reconnectsLastHour); },
            [](const TargetStatus &t) { return QVariant(t.reconnectsLastHour); }, number},
        closeColumn(),
        uptimeColumn(clock, formatting),
    };
}

} // namespace sockeye
