// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/alertcolumns.h"

#include "ui/text/events.h"
#include "ui/text/formatting.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct AlertColumns {
    Q_DECLARE_TR_FUNCTIONS(AlertColumns)
};

constexpr Qt::Alignment words = Qt::AlignLeft | Qt::AlignVCenter;

} // namespace

QString alertKey(const ActiveAlert &alert)
{
    return QString(alert.rule.id.value % u'/' % alert.service.value % u'/'
        % QString::fromUtf8(alert.alert.labels.toPromQl()));
}

QString eventKey(const EventRecord &event)
{
    return QString::number(event.sequence);
}

std::vector<TableColumn<ActiveAlert>> activeColumns(const Clock &clock, const Formatting &formatting)
{
    const auto phase = [](const ActiveAlert &a) {
        const QString word = alertPhaseWord(a.alert.phase);
        return a.seen ? word : AlertColumns::tr("%1, as last seen").arg(word);
    };
    const auto subject = [](const ActiveAlert &a) {
        const QString target = QString::fromUtf8(a.alert.labels.value(QByteArrayLiteral("target")));
        // A service that is one probe has the probe's name.
        return target.isEmpty() || target == a.serviceName ? QString(a.serviceName)
                                                           : QString(a.serviceName % u" · "_s % target);
    };
    return {
        {AlertColumns::tr("State"), phase, {}, words},
        {AlertColumns::tr("Rule"),
            [&formatting](const ActiveAlert &a) { return ruleSentence(a.rule, formatting); }, {}, words},
        {AlertColumns::tr("Service"), subject, {}, words},
        {AlertColumns::tr("Value"),
            [&formatting](const ActiveAlert &a) {
                return formatting.values.text(a.alert.value, a.rule.condition.unit);
            },
            {}, Qt::AlignRight | Qt::AlignVCenter},
        {AlertColumns::tr("Since"),
            [&clock, &formatting](const ActiveAlert &a) {
                const Timestamp since = a.alert.firedAt.value_or(a.alert.activeAt);
                return QString(
                    formatting.clockTime(since) % u" · "_s % formatting.duration(clock.now() - since));
            },
            {}, words},
    };
}

std::vector<TableColumn<EventRecord>> historyColumns(const Formatting &formatting)
{
    return {
        {AlertColumns::tr("Time"),
            [&formatting](const EventRecord &e) { return formatting.dateTime(e.time); }, {}, words},
        {AlertColumns::tr("What happened"),
            [&formatting](const EventRecord &e) { return eventLine(e, formatting); }, {}, words},
    };
}

} // namespace sockeye
