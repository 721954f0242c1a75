// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/metricinventory.h"

#include "core/prometheus/responseparser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, 4> familySuffixes{"_total", "_bucket", "_sum", "_count"};

// Targets may disagree about a metric; the first that knows its type is right.
QByteArray typeOf(const QJsonArray &declarations)
{
    for (const QJsonValue &declaration : declarations) {
        const QByteArray type = declaration["type"_L1].toString().toLatin1();
        if (!type.isEmpty() && type != "unknown" && type != "untyped")
            return type;
    }
    return "unknown";
}

QByteArray familyOf(const QByteArray &name, const MetricTypes &declared)
{
    if (declared.contains(name))
        return name;
    for (const QByteArrayView suffix : familySuffixes) {
        const QByteArray family = name.endsWith(suffix) ? name.chopped(suffix.size()) : QByteArray();
        if (declared.contains(family))
            return family;
    }
    return {};
}

} // namespace

QByteArray inventoryExpression(const QByteArray &nameRegex)
{
    QByteArray quoted = nameRegex;
    quoted.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return "count by (__name__, job) ({__name__=~\"" + quoted + "\"})";
}

Expected<MetricInventory, QueryError> readJobs(const HttpReply &reply)
{
    return parseResponse(reply).map([](const QueryResult &result) {
        MetricInventory inventory;
        for (const TimeSeries &series : result.series) {
            QList<QByteArray> &jobs = inventory.jobsOf[series.labels.metricName()];
            const QByteArray job = series.labels.value("job");
            if (!job.isEmpty())
                jobs.append(job);
        }
        return inventory;
    });
}

Expected<MetricTypes, QueryError> readTypes(const HttpReply &reply)
{
    return parseDocument(reply).map([](const QJsonValue &data) {
        MetricTypes types;
        const QJsonObject families = data.toObject();
        for (auto it = families.begin(); it != families.end(); ++it)
            types.insert(it.key().toUtf8(), typeOf(it.value().toArray()));
        return types;
    });
}

void addTypes(MetricInventory &inventory, const MetricTypes &declared)
{
    for (auto it = inventory.jobsOf.keyBegin(); it != inventory.jobsOf.keyEnd(); ++it) {
        const QByteArray family = familyOf(*it, declared);
        const QByteArray type = declared.value(family, "unknown");
        inventory.typeOf.insert(*it, type);
        if (!family.isEmpty())
            inventory.typeOf.insert(family, type);
    }
}

} // namespace sockeye
