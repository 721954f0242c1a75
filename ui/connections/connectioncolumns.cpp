// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/connectioncolumns.h"

#include "ui/text/formatting.h"
#include "ui/text/serverwords.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Columns {
    Q_DECLARE_TR_FUNCTIONS(ConnectionColumns)
};

constexpr Qt::Alignment words = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment number = Qt::AlignRight | Qt::AlignVCenter;

TableColumn<Connection> countColumn(
    const QString &header, quint64 EndpointTraffic::*member, const Formatting &formatting)
{
    return {header,
        [member, &formatting](const Connection &c) {
            return formatting.locale.toString(static_cast<qulonglong>(c.status.traffic.*member));
        },
        [member](const Connection &c) { return QVariant(qulonglong{c.status.traffic.*member}); }, number};
}

TableColumn<Connection> secondsColumn(
    const QString &header, std::optional<double> EndpointTraffic::*member, const Formatting &formatting)
{
    return {header,
        [member, &formatting](const Connection &c) {
            const std::optional<double> &value = c.status.traffic.*member;
            return value ? formatting.values.text(*value, Unit::Seconds) : u"—"_s;
        },
        [member](const Connection &c) { return QVariant((c.status.traffic.*member).value_or(-1.0)); },
        number};
}

TableColumn<Connection> reuseColumn(const Formatting &formatting)
{
    return {Columns::tr("From memory"),
        [&formatting](const Connection &c) {
            const auto ratio = c.status.traffic.reuseRatio();
            return ratio ? formatting.values.text(*ratio, Unit::Ratio) : u"—"_s;
        },
        [](const Connection &c) { return QVariant(c.status.traffic.reuseRatio().value_or(-1.0)); }, number};
}

TableColumn<Connection> bytesColumn(const Formatting &formatting)
{
    return {Columns::tr("Received"),
        [&formatting](const Connection &c) {
            return formatting.values.text(static_cast<double>(c.status.traffic.bytesReceived), Unit::Bytes);
        },
        [](const Connection &c) { return QVariant(qulonglong{c.status.traffic.bytesReceived}); }, number};
}

} // namespace

std::vector<TableColumn<Connection>> connectionColumns(const Formatting &formatting)
{
    return {
        {Columns::tr("State"), [](const Connection &c) { return connectionState(c.status); },
            // Worst first when sorted in descending order.
            [](const Connection &c) { return QVariant(static_cast<int>(c.status.health)); }, words},
        {Columns::tr("Name"), [](const Connection &c) { return QString(c.status.name); }, {}, words},
        {Columns::tr("Server"),
            [](const Connection &c) { return c.status.facts ? serverName(c.status.facts->profile) : u"—"_s; },
            {}, words},
        countColumn(Columns::tr("Queries"), &EndpointTraffic::sent, formatting),
        countColumn(Columns::tr("Failed"), &EndpointTraffic::failed, formatting),
        reuseColumn(formatting),
        secondsColumn(u"p50"_s, &EndpointTraffic::p50, formatting),
        secondsColumn(u"p95"_s, &EndpointTraffic::p95, formatting),
        bytesColumn(formatting),
    };
}

QString connectionKey(const Connection &connection)
{
    return connection.status.id.value;
}

} // namespace sockeye
